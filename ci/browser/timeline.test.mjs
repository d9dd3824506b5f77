// Timelines: stepping through them, on a phone, and without JavaScript.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { dir, open, pages, tab } from "./book.mjs";

const holders = pages.filter(
  (path) => path !== "print.html" && readFileSync(join(dir, path), "utf8").includes('<figure class="trace"'),
);

let book;
before(async () => (book = await open()));
after(() => book.close());

/** Runs the checks on every timeline of the book, two pages at a time. */
async function each(options, ...checks) {
  assert.ok(holders.length, "the book has no timeline");
  const left = [...holders];
  const work = async () => {
    const page = await tab(book.browser, options);
    for (let path; (path = left.shift()); ) {
      await page.goto(book.url + path);
      const count = await page.locator("figure.trace").count();
      for (let i = 0; i < count; i++) {
        // One that stands beside another was moved with it.
        if (i && (await page.locator("figure.trace").nth(i).evaluate((el) => el.closest(".beside") !== null))) await page.reload();
        for (const check of checks) await check(page.locator("figure.trace").nth(i), `${path}, timeline ${i + 1}`, page);
      }
    }
    await page.context().close();
  };
  await Promise.all([work(), work()]);
}

/**
 * Two accounts of event `t`: what the reader sees, the status, the lines printed so far, the chips of the queues; and what
 * the events listed below the figure say that they should see.
 */
function accounts(figure, t) {
  return figure.evaluate((figure, t) => {
    const events = [...figure.querySelectorAll(".trace-log li")];
    const lines = [...figure.querySelectorAll(".trace-output span")];
    const { left, step } = figure.dataset;
    const seen = {
      status: figure.querySelector(".trace-controls output").textContent,
      lines: lines.filter((el) => !el.classList.contains("hidden-step")).map((el) => el.textContent),
      ready: [...figure.querySelectorAll(".trace-ready b")].map((el) => el.textContent),
      waiting: [...figure.querySelectorAll(".trace-waiting b")].map((el) => el.textContent),
      timers: [...figure.querySelectorAll(".trace-timers b")].map((el) => el.textContent),
      slider: figure.querySelector("input[type=range]").valueAsNumber,
      head: Number(figure.querySelector(".now").getAttribute("x1")),
      current: [...figure.querySelectorAll(".trace-log .current")].map((el) => Number(el.dataset.t)),
    };
    const expected = {
      status: `${t + 1} of ${events.length}: ${events[t].firstChild.textContent}`,
      lines: lines.filter((el) => Number(el.dataset.t) <= t).map((el) => el.textContent),
      ready: events[t].dataset.ready?.split(" ").filter(Boolean) ?? [],
      waiting: events[t].dataset.waiting?.split("||").map((pair) => pair.split("|")[0]) ?? [],
      timers: events[t].dataset.timers?.split("||").map((pair) => pair.split("|")[0]) ?? [],
      slider: t,
      head: Number(left) + (t + 0.5) * Number(step),
      current: [t],
    };
    return { seen, expected };
  }, t);
}

async function at(figure, t, where) {
  const { seen, expected } = await accounts(figure, t);
  assert.deepEqual(seen, expected, `${where}, event ${t}`);
}

/** Steps by button, key, slider and click. */
async function steps(figure, where) {
  const last = (await figure.locator(".trace-log li").count()) - 1;
  await at(figure, last, `${where}, at first`);
  await figure.locator(".trace-scroll").press("Home");
  await at(figure, 0, `${where}, by key`);
  for (const [name, t] of [["Next", 1], ["Next", 2], ["Previous", 1]]) {
    await figure.getByRole("button", { name: `${name} event` }).click();
    await at(figure, t, `${where}, by button`);
  }
  for (const [key, t] of [["ArrowRight", 2], ["ArrowLeft", 1], ["End", last]]) {
    await figure.locator(".trace-scroll").press(key);
    await at(figure, t, `${where}, by key`);
  }
  for (const t of [Math.floor(last / 2), last, 2]) {
    await figure.locator("input[type=range]").fill(String(t));
    await at(figure, t, `${where}, by slider`);
  }
  await figure.locator(".trace-scroll svg").click({ position: { x: 1, y: 5 } });
  await at(figure, 0, `${where}, by click`);
}

/** Plays, and pauses. The clock is ours. */
async function plays(figure, where, page) {
  await figure.locator(".trace-scroll").press("Home");
  const play = figure.locator("[data-go=play]");
  await play.click();
  assert.equal(await play.textContent(), "Pause", where);
  await page.clock.runFor(1000);
  await play.click();
  assert.equal(await play.textContent(), "Play", where);
  await at(figure, 1, `${where}, played`);
}

/** Fits the width, however many events there are, and can be zoomed. */
async function zooms(figure, where) {
  const scrolls = () => figure.locator(".trace-scroll").evaluate((el) => el.scrollWidth > el.clientWidth + 1);
  const overview = figure.locator(".trace-overview");
  assert.deepEqual([await scrolls(), await overview.isVisible()], [false, false], where);
  const larger = figure.getByRole("button", { name: "Zoom in" });
  if (await larger.isDisabled()) return;
  const before = await figure.locator(".trace-scroll svg").evaluate((el) => el.clientWidth);
  await larger.click();
  assert.ok((await figure.locator(".trace-scroll svg").evaluate((el) => el.clientWidth)) > before, `${where}: larger`);
  assert.equal(await overview.isVisible(), await scrolls(), `${where}: the overview`);
  if (await overview.isVisible()) {
    await overview.click({ position: { x: 2, y: 10 } });
    assert.equal(await figure.locator(".trace-scroll").evaluate((el) => el.scrollLeft), 0, `${where}: to the start`);
  }
  await figure.getByRole("button", { name: "Zoom out" }).click();
  assert.equal(await scrolls(), false, `${where}: zoomed out`);
}

/** Shows the line of the sources that an event comes from. */
async function showsSource(figure, where) {
  const shown = await figure.evaluate((figure) => {
    const slider = figure.querySelector("input[type=range]");
    const first = new Map([...figure.querySelectorAll(".trace-log li[data-site]")].reverse().map((el) => [el.dataset.site, el.dataset.t]));
    return [...first.values()].map((t) => {
      slider.value = t;
      slider.dispatchEvent(new Event("input"));
      const pane = figure.querySelector(".trace-code");
      return {
        path: pane.querySelector(".trace-path").textContent,
        row: Number(pane.querySelector(".trace-mark").style.getPropertyValue("--row")),
        text: pane.querySelector("code").textContent,
      };
    });
  });
  assert.ok(shown.length, `${where}: no event says where it comes from`);
  for (const { path, row, text } of shown) {
    const [file, line] = path.split(":");
    const source = readFileSync(join(import.meta.dirname, "../..", file), "utf8").split("\n")[line - 1];
    assert.equal(text.split("\n")[row].trim(), source.trim(), `${where}: ${path}`);
    assert.match(source, /(debug|println)!/, `${where}: ${path}`);
  }
}

/** Fits a phone: lanes, controls, output and code on one screen. */
async function fitsPhone(figure, where) {
  const height = await figure.evaluate((figure) => {
    const slider = figure.querySelector("input[type=range]");
    const heights = [0.1, 0.3, 0.5, 0.7, 0.9, 1].map((part) => {
      slider.value = Math.round(part * slider.max);
      slider.dispatchEvent(new Event("input"));
      const top = figure.querySelector(".trace-lanes").getBoundingClientRect().top;
      return figure.querySelector(".trace-below").getBoundingClientRect().bottom - top;
    });
    return Math.max(...heights);
  });
  assert.ok(height <= 844 - 50, `${where}: ${height} px from the lanes to the end of the code`);
}

/** Shows the line just printed, and the moment, without scrolling the page. */
async function followsPrint(figure, where, page) {
  await figure.locator(".trace-controls button").first().focus();
  const before = await page.evaluate(() => scrollY);
  const hidden = await figure.evaluate((figure) => {
    const [slider, output, scroll] = ["input[type=range]", ".trace-output", ".trace-scroll"].map((name) => figure.querySelector(name));
    const inside = (el, box) => {
      const [a, b] = [el.getBoundingClientRect(), box.getBoundingClientRect()];
      return a.top >= b.top - 1 && a.bottom <= b.bottom + 1 && a.left >= b.left - 1;
    };
    return [...output.querySelectorAll("span")].flatMap((line) => {
      slider.value = line.dataset.t;
      slider.dispatchEvent(new Event("input"));
      const [head, lanes] = [figure.querySelector(".now").getBoundingClientRect(), scroll.getBoundingClientRect()];
      const problems = [];
      if (!inside(line, output)) problems.push(`event ${line.dataset.t}: the line just printed`);
      if (head.left < lanes.left || head.right > lanes.right) problems.push(`event ${line.dataset.t}: the moment`);
      return problems;
    });
  });
  assert.deepEqual(hidden, [], `${where}: to be seen without scrolling`);
  assert.equal(await page.evaluate(() => scrollY), before, `${where}: the page moved`);
}

/** Is complete without JavaScript. */
async function complete(figure, where) {
  assert.ok(await figure.locator("svg").first().isVisible(), `${where}: no lanes`);
  const hidden = await figure.locator(".trace-output span").evaluateAll((all) =>
    all.filter((el) => !el.checkVisibility({ visibilityProperty: true }) || !el.getClientRects().length).map((el) => el.textContent),
  );
  assert.deepEqual(hidden, [], `${where}: lines that cannot be seen`);
  assert.equal(await figure.locator(".trace-log li").count(), Number(await figure.getAttribute("data-steps")), where);
  assert.equal(await figure.locator(".trace-controls").count(), 0, `${where}: controls that do nothing`);
}

describe("timelines", () => {
  it("step, zoom, and show where an event comes from", () => each({}, steps, zooms, showsSource));

  it("fit a phone, and show what was just printed there", () => each({ width: 390, height: 844 }, fitsPhone, followsPrint));

  it("are complete without JavaScript", () => each({ javaScriptEnabled: false }, complete));

  it("play", async () => {
    const page = await tab(book.browser);
    await page.clock.install({ time: 0 });
    await page.goto(book.url + holders[0]);
    await page.clock.pauseAt(3_600_000);
    await plays(page.locator("figure.trace").first(), holders[0], page);
    await page.context().close();
  });

  it("two that stand side by side step together", async () => {
    const page = await tab(book.browser);
    const path = holders.find((path) => readFileSync(join(dir, path), "utf8").includes('<div class="beside">\n<figure class="trace'));
    await page.goto(book.url + path);
    const pair = page.locator(".beside > figure.trace");
    await pair.first().locator("input[type=range]").fill("3");
    for (const i of [0, 1]) await at(pair.nth(i), 3, `${path}, timeline ${i + 1}`);
    await page.context().close();
  });

  it("one event has an address of its own", async () => {
    const page = await tab(book.browser);
    await page.goto(book.url + holders[0]);
    const figure = page.locator("figure.trace").first();
    await figure.locator("input[type=range]").fill("3");
    const link = await figure.locator(".trace-link").evaluate((a) => a.href);
    assert.match(link, /#timeline-.*-4$/);
    await page.goto("about:blank");
    await page.goto(link);
    await page.waitForFunction(() => document.querySelector("figure.trace input[type=range]").value === "3");
    await page.context().close();
  });
});
