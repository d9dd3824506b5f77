// Every page, in every theme, wide and narrow, on paper, and without JavaScript.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { discoloured, inaccessible } from "./axe.mjs";
import { THEMES, dir, file, open, pages, tab } from "./book.mjs";

const TABS = 3;

/** How many compressed bytes a page may load before it is complete. */
const PLAIN = 150_000;
const WITH_DIAGRAMS = 450_000;

let book;
/** Tabs that nobody uses: with JavaScript, and without. */
const idle = { js: [], plain: [] };
before(async () => {
  book = await open();
  for (let i = 0; i < TABS; i++) {
    idle.js.push(await tab(book.browser));
    idle.plain.push(await tab(book.browser, { javaScriptEnabled: false, width: 390, height: 844 }));
  }
});
after(() => book.close());

/** What each page is called and says of itself, what it links to, and the anchors it has. */
const found = new Map();

/** The looks of text that axe has judged, by theme. */
const seen = new Map(THEMES.map((theme) => [theme, new Set()]));

/** How heavy the pages are, and of what kind. */
const weights = [];

/** The page that takes longest comes first: nobody waits for it in the end. */
const inOrder = pages.toSorted((a, b) => (b === "print.html") - (a === "print.html"));

describe("every page", { concurrency: TABS }, () => {
  for (const path of inOrder) {
    it(path, async () => {
      const problems = [];
      if (path === "print.html") {
        await visit(idle.js, path, problems, (page) => whole(page, path, problems));
      } else {
        await visit(idle.js, path, problems, async (page, loaded) => {
          await wide(page, path, problems, loaded);
          await settled(loaded);
          await narrow(page, problems);
        });
        await visit(idle.plain, path, problems, (page) => plain(page, path, problems));
      }
      report(path, problems);
    });
  }
});

it("links and anchors resolve", () => {
  const broken = [];
  for (const [path, { links }] of found) {
    for (const link of links.filter((link) => link.startsWith(new URL(book.url).origin))) {
      const { pathname, hash } = new URL(link);
      const target = found.get(file(link));
      const id = decodeURIComponent(hash.slice(1));
      if (!target) broken.push(`${path}: no page ${pathname}`);
      else if (id && !/^timeline-.*-\d+$/.test(id) && !target.ids.includes(id)) broken.push(`${path}: no anchor ${pathname}${hash}`);
    }
  }
  report("the book", broken);
});

it("every page has a title of its own, and describes itself", () => {
  const problems = [];
  const of = new Map();
  for (const [path, { title, says }] of found) {
    if (path === "print.html") continue;
    if (of.has(title)) problems.push(`${path} and ${of.get(title)} are both called “${title}”`);
    of.set(title, path);
    const shown = says["og:title"];
    if (!shown || !title.startsWith(shown)) problems.push(`${path}: og:title is ${shown}`);
    if (!(says.description?.length > 50) || says["og:description"] !== says.description) problems.push(`${path}: is described as “${says.description}”`);
  }
  report("the book", problems);
});

it("pages are light", (t) => {
  for (const kind of ["plain", "with diagrams"]) {
    const all = weights.filter((weight) => weight.kind === kind).sort((a, b) => a.bytes - b.bytes);
    const [least, most] = [all.at(0), all.at(-1)];
    if (most) t.diagnostic(`${all.length} pages ${kind}: ${least.bytes} to ${most.bytes} bytes (${most.path})`);
  }
});

/** Lends a tab, with its viewport and medium as they were, and listens to it meanwhile. */
async function visit(tabs, path, problems, check) {
  const page = tabs.pop();
  const loaded = new Set();
  const listeners = Object.entries(ears(path, problems, loaded));
  for (const [event, listener] of listeners) page.on(event, listener);
  try {
    await check(page, loaded);
    await settled(loaded);
  } finally {
    for (const [event, listener] of listeners) page.off(event, listener);
    tabs.push(page);
  }
}

/** Waits for what is still being loaded, the icon perhaps: to go on to another page would cancel it. */
function settled(loaded) {
  return Promise.all([...loaded].map(async (request) => (await request.response())?.finished()));
}

async function wide(page, path, problems, loaded) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(book.url + path);
  await page.evaluate(() => document.fonts.ready);
  weigh(path, problems, loaded);
  found.set(path, await anchors(page));
  await drawn(page, problems);
  await fits(page, problems, 1280);
  await reachable(page, problems);
  await fold(page, false); // so that axe sees everything
  await accessible(inaccessible(page), problems, "unfolded");
  for (const theme of [...THEMES.slice(1), THEMES[0]]) {
    await page.evaluate((theme) => document.getElementById(`mdbook-theme-${theme}`).click(), theme);
    await accessible(discoloured(page, seen.get(theme)), problems, theme);
  }
  await fold(page, true);
  await rewind(page);
  await complete(page, problems);
}

/** All pages in one. What is to be said about each was said there. */
async function whole(page, path, problems) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(book.url + path);
  found.set(path, await anchors(page));
  await drawn(page, problems);
  await fits(page, problems, 1280);
  await complete(page, problems);
}

async function narrow(page, problems) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload(); // mdBook decides about its sidebar once, when it loads
  await fold(page, false);
  await fits(page, problems, 390);
  await scrollable(page, problems);
  await page.setViewportSize({ width: 768, height: 1024 });
  await fits(page, problems, 768);
}

async function plain(page, path, problems) {
  await page.goto(book.url + path);
  await drawn(page, problems);
  await fits(page, problems, "without JavaScript, 390");
  const empty = await page.evaluate(() => {
    const main = document.querySelector("main");
    return !main.checkVisibility({ visibilityProperty: true }) || !main.innerText.trim();
  });
  if (empty) problems.push("without JavaScript: an empty page");
}

/** What is listened to in a tab. */
function ears(path, problems, loaded) {
  // 404.html is shown for any address, so it names its files from the root.
  const inside = path === "404.html" ? new URL(book.url).origin : book.url;
  return {
    console: (message) => message.type() === "error" && problems.push(`console error: ${message.text()}`),
    pageerror: (error) => problems.push(`uncaught ${error}`),
    request: (request) => {
      const url = request.url();
      if (url.startsWith("data:")) return;
      if (url.startsWith(inside)) loaded.add(request);
      else problems.push(`a request that leaves the book: ${url}`);
    },
    requestfailed: (request) => problems.push(`failed request: ${request.url()}`),
    response: (response) => {
      if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
    },
  };
}

function report(where, problems) {
  if (problems.length) assert.fail(`${where}:\n  ${problems.join("\n  ")}\n`);
}

/** What the page loaded, compressed as servers do it. */
function weigh(path, problems, loaded) {
  const urls = new Set([...loaded].map((request) => request.url().split("#")[0]));
  const bytes = [...urls].reduce((sum, url) => sum + compressed(file(url)), 0);
  const pictures = /class="(diagram|trace)"/.test(readFileSync(join(dir, path), "utf8"));
  weights.push({ path, bytes, kind: pictures ? "with diagrams" : "plain" });
  const limit = pictures ? WITH_DIAGRAMS : PLAIN;
  if (bytes > limit) problems.push(`loads ${bytes} bytes, compressed; at most ${limit} are allowed`);
}

const sizes = new Map();
function compressed(name) {
  const path = join(dir, name);
  if (!existsSync(path)) return 0; // answered with status 404, which is reported
  if (!sizes.has(name)) sizes.set(name, gzipSync(readFileSync(path), { level: 6 }).length);
  return sizes.get(name);
}

/** Every diagram is a picture, and says in words what it shows. */
async function drawn(page, problems) {
  const missing = await page.evaluate(
    () => document.querySelectorAll(".diagram:not(:has(> svg > title, > svg > desc)), pre.mermaid, code.language-mermaid").length,
  );
  if (missing) problems.push(`${missing} diagrams not drawn`);
}

function anchors(page) {
  return page.evaluate(() => ({
    title: document.title,
    says: Object.fromEntries([...document.querySelectorAll("meta[content]")].map((el) => [el.getAttribute("property") ?? el.name, el.content])),
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

async function accessible(asked, problems, where) {
  for (const violation of await asked) problems.push(`${where}: ${violation}`);
}

/** The keyboard gets wherever the mouse does. */
async function reachable(page, problems) {
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, input, select, summary")]
      .filter((el) => el.checkVisibility({ visibilityProperty: true }) && el.tabIndex < 0)
      .map((el) => el.outerHTML.slice(0, 80)),
  );
  for (const el of lost) problems.push(`the keyboard does not reach ${el}`);
}

/** What scrolls can be focused, or something in it can, so that keys scroll it. */
async function scrollable(page, problems) {
  const stuck = await page.evaluate(() =>
    [...document.querySelectorAll("main, main *")]
      .filter((el) => el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1)
      .filter((el) => /auto|scroll/.test(getComputedStyle(el).overflow) && el.checkVisibility())
      .filter((el) => el.tabIndex < 0 && !el.querySelector("a[href], button, input, [tabindex]"))
      .map((el) => el.outerHTML.slice(0, 80)),
  );
  for (const el of stuck) problems.push(`390 px: no key scrolls ${el}`);
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
