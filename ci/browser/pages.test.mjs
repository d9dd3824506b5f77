// Every page, in every theme, wide and narrow, and on paper.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { THEMES, open, pages, tab } from "./book.mjs";

/** What axe is asked besides everything: what a theme changes, and what the width does. */
const BUT_CONTRAST = { rules: { "color-contrast": { enabled: false } } };
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };
const SCROLLING = { runOnly: { type: "rule", values: ["scrollable-region-focusable"] } };

let book;
before(async () => (book = await open()));
after(() => book.close());

/** What each page links to, and the anchors it has. */
const found = new Map();

describe("every page", { concurrency: 3 }, () => {
  for (const path of pages) {
    it(path, async () => {
      const page = await tab(book.browser);
      const problems = listen(page);
      await wide(page, path, problems);
      await narrow(page, problems);
      await page.context().close();
      report(path, problems);
    });
  }
});

it("links and anchors resolve", () => {
  const broken = [];
  for (const [path, { links }] of found) {
    for (const link of links.filter((link) => link.startsWith(book.url))) {
      const { pathname, hash } = new URL(link);
      const target = found.get(pathname.slice(1) || "index.html");
      const id = decodeURIComponent(hash.slice(1));
      if (!target) broken.push(`${path}: no page ${pathname}`);
      else if (id && !target.ids.includes(id)) broken.push(`${path}: no anchor ${pathname}${hash}`);
    }
  }
  report("the book", broken);
});

async function wide(page, path, problems) {
  const mermaid = page.waitForRequest(/mermaid/, { timeout: 0 }).then(() => true, () => false);
  await page.goto(book.url + path);
  await drawn(page, problems, "light");
  const diagrams = await page.locator("pre.mermaid").count();
  if (!diagrams && (await Promise.race([mermaid, false]))) problems.push("loads mermaid without a diagram");
  found.set(path, await anchors(page));
  await fits(page, problems, 1280);
  await accessible(page, problems, "light, folded", BUT_CONTRAST);
  await fold(page, false);
  await accessible(page, problems, "light, unfolded");
  for (const theme of THEMES.slice(1)) {
    await page.evaluate((theme) => document.getElementById(`mdbook-theme-${theme}`).click(), theme);
    await drawn(page, problems, theme);
    await accessible(page, problems, theme, COLOURS);
  }
  await fold(page, true);
  await rewind(page);
  await complete(page, problems);
}

async function narrow(page, problems) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload(); // mdBook decides about its sidebar once, when it loads
  await drawn(page, problems, "390 px");
  await fold(page, false);
  await fits(page, problems, 390);
  await accessible(page, problems, "390 px", SCROLLING);
  await page.setViewportSize({ width: 768, height: 1024 });
  await fits(page, problems, 768);
}

/** The list of what goes wrong in this tab; it grows while pages load. */
function listen(page) {
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console error: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught ${error}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(book.url) && !url.startsWith("data:")) problems.push(`off-origin request: ${url}`);
  });
  page.on("requestfailed", (request) => problems.push(`failed request: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  return problems;
}

function report(where, problems) {
  if (problems.length) assert.fail(`${where}:\n  ${problems.join("\n  ")}\n`);
}

/** Every diagram is a picture by now, or soon. */
async function drawn(page, problems, where) {
  const undrawn = ["pre.mermaid:not(:has(> svg))", "pre.mermaid [aria-roledescription=error]"].join();
  await page
    .waitForFunction((undrawn) => !document.querySelector(undrawn), undrawn, { timeout: 60_000 })
    .catch(async () => {
      problems.push(`${where}: ${await page.locator(undrawn).count()} diagrams not drawn`);
    });
}

function anchors(page) {
  return page.evaluate(() => ({
    ids: [...document.querySelectorAll("[id]")].map((el) => el.id),
    links: [...document.querySelectorAll("a[href]:not(.header)")].map((a) => a.href),
  }));
}

function fold(page, closed) {
  return page.evaluate((closed) => document.querySelectorAll("details").forEach((el) => (el.open = !closed)), closed);
}

/** Takes every timeline back to its first event. */
function rewind(page) {
  return page.evaluate(() => {
    for (const slider of document.querySelectorAll("figure.trace input")) {
      slider.value = 0;
      slider.dispatchEvent(new Event("input"));
    }
  });
}

async function accessible(page, problems, where, rules) {
  for (const violation of await violations(page, rules)) problems.push(`${where}: ${violation}`);
}

/** Nothing but code, tables and timelines scrolls sideways, each in a box of its own. */
async function fits(page, problems, width) {
  const wide = await page.evaluate(() =>
    ["html", "body", ".page", ".content"].filter((name) => {
      const el = document.querySelector(name);
      return el.scrollWidth > el.clientWidth;
    }),
  );
  if (wide.length) problems.push(`${width} px: ${wide.join(", ")} can be scrolled sideways`);
}

/** On paper nothing is folded away or left for later. */
async function complete(page, problems) {
  await page.emulateMedia({ media: "print" });
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll("details > :not(summary), .trace-output span")]
      .filter((el) => !el.checkVisibility({ visibilityProperty: true }) || !el.getClientRects().length)
      .map((el) => el.textContent.trim().slice(0, 40)),
  );
  if (hidden.length) problems.push(`print: ${hidden.length} things hidden, among them “${hidden[0]}”`);
  await page.emulateMedia({ media: null });
}
