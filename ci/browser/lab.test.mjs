// The laboratory: a chapter's crates in the browser, if `ci/lab/build` has compiled them.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "node:test";
import { discoloured, inaccessible } from "./axe.mjs";
import { THEMES, dir, open, pages, tab } from "./book.mjs";

const holders = pages.filter((path) => path !== "print.html" && readFileSync(join(dir, path), "utf8").includes('<form class="lab"'));
const built = existsSync(join(dir, "lab-wasm.js"));

let book;
before(async () => (book = await open()));
after(() => book.close());

/** What a program did when it was recorded. */
function recorded(program) {
  const [chapter, name = chapter] = program.split("/");
  const file = join(import.meta.dirname, `../../chapters/${chapter}/tests/snapshots/${name}.trace.snap`);
  return readFileSync(file, "utf8").split("---\n").slice(2).join("---\n").trim();
}

/** Each input at its least and at its most. */
const extremes = (form) =>
  form.locator("input, select").evaluateAll((controls) =>
    controls.flatMap(({ name, min, max, options }) => (options ? [...options].map(({ value }) => value) : [min, max]).map((value) => `${name}=${value}`)),
  );

/** Every event in words, as the figure lists them. */
const events = (figure) => figure.locator(".trace-log li > span:first-child").allTextContents();

it("is on at least one page a chapter, from 04 on", () => {
  const chapters = new Set(holders.map((path) => path.slice(0, 2)));
  for (const chapter of ["04", "05", "06", "07", "08"]) assert.ok(chapters.has(chapter), chapter);
});

it("is not offered where it was not built, or without JavaScript", async () => {
  for (const [options, where] of [[{}, "as built"], [{ javaScriptEnabled: false }, "without JavaScript"]]) {
    const page = await tab(book.browser, options);
    for (const path of holders) {
      await page.goto(book.url + path);
      const offered = built && where === "as built";
      assert.equal(await page.locator("form.lab").first().isVisible(), offered, `${path}, ${where}`);
      assert.ok(await page.locator("figure.trace").first().isVisible(), `${path}: the recorded run`);
    }
    await page.context().close();
  }
});

describe("the laboratory", { skip: !built && "ci/lab/build has not been run" }, () => {
  const seen = new Map(THEMES.map((theme) => [theme, new Set()]));

  for (const path of holders) {
    it(`${path}: runs as recorded, and otherwise with other inputs`, async () => {
      const page = await tab(book.browser, { width: 1600 });
      await page.goto(book.url + path);
      const form = page.locator("form.lab").first();
      const program = await form.getAttribute("data-program");
      assert.equal((await page.evaluate((program) => askLab("trace", program), program)).trim(), recorded(program), "equal to the native run");
      for (const input of await extremes(form)) {
        const figure = await page.evaluate((question) => askLab("figure", question), `${program}?${input}`);
        assert.match(figure, /^<figure/, input);
      }
      await form.getByRole("button", { name: "Run it here" }).click();
      const mine = page.locator(".lab-run figure.trace:not(.lab-recorded)");
      await mine.waitFor();
      const [chapter, name] = program.split("/");
      const theirs = page.locator(`figure.trace[id="timeline-${name ? `${chapter.slice(0, 2)}-${name}` : chapter}"]`);
      const before = await events(mine);
      assert.deepEqual(before, await events(theirs), "the inputs are the recorded ones at first");
      await form.locator("input[type=number]").first().evaluate((input) => (input.value = input.value === input.max ? input.min : input.max));
      await form.getByRole("button", { name: "Run it here" }).click();
      await page.waitForFunction((n) => document.querySelector(".lab-run figure.trace")?.dataset.steps !== String(n), before.length);
      await mine.getByRole("button", { name: "Next event" }).click();
      assert.match(await mine.locator(".trace-controls output").textContent(), /^2 of /);
      const beside = page.locator(".lab-run figure.lab-recorded");
      assert.deepEqual(await events(beside), before, "the recorded run beside it");
      assert.match(await beside.locator(".trace-controls output").textContent(), /^2 of /, "both are at the same event");
      const [left, right] = [await mine.boundingBox(), await beside.boundingBox()];
      assert.ok(left.x + left.width <= right.x && Math.abs(left.y - right.y) < 1, "side by side");
      assert.deepEqual(await inaccessible(page), []);
      for (const theme of THEMES) {
        await page.evaluate((theme) => document.getElementById(`mdbook-theme-${theme}`).click(), theme);
        assert.deepEqual(await discoloured(page, seen.get(theme)), [], theme);
      }
      await form.getByRole("button", { name: "As recorded" }).click();
      assert.equal(await page.locator(".lab-run figure").count(), 0);
      await page.context().close();
    });
  }

  it("runs from a folder on disk", async () => {
    const page = await tab(book.browser, { width: 390, height: 844, reducedMotion: "reduce" });
    await page.goto(pathToFileURL(join(dir, holders[0])).href);
    await page.getByRole("button", { name: "Run it here" }).first().click();
    await page.locator(".lab-run figure.trace").first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0, "nothing moves");
    await page.context().close();
  });

  it("says so if it cannot be loaded", async () => {
    const page = await tab(book.browser);
    await page.route(/lab-wasm/, (route) => route.abort());
    await page.goto(book.url + holders[0]);
    await page.getByRole("button", { name: "Run it here" }).first().click();
    await page.getByText("The recorded run stands above.").first().waitFor();
    await page.context().close();
  });
});
