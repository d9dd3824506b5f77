// What a reader does: search, turn the page, open the contents, print.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { violations } from "./axe.mjs";
import { THEMES, open, tab } from "./book.mjs";

let book;
before(async () => (book = await open()));
after(() => book.close());

/** A page that loads, to begin with. */
async function start(options) {
  const page = await tab(book.browser, options);
  await page.goto(`${book.url}index.html`);
  return page;
}

it("search finds a word, and the page it leads to shows it", async () => {
  const page = await start();
  await page.keyboard.press("/");
  await page.keyboard.type("scheduler");
  const first = page.locator("#mdbook-searchresults li a").first();
  await first.waitFor();
  await first.click();
  await page.locator("main mark", { hasText: /scheduler/i }).first().waitFor();
  await page.context().close();
});

it("the arrow keys turn the page, and the links at its foot say where they lead", async () => {
  const page = await start();
  const next = page.locator(".nav-wrapper a[rel~=next]");
  const [name, url] = [await next.textContent(), await next.evaluate((a) => a.href)];
  assert.ok(await next.isVisible() && name.trim(), "the link to the next page names it");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(url);
  assert.match(await page.title(), new RegExp(name.trim().replace(/^\d+ /, "")));
  await page.context().close();
});

it("the keyboard opens and closes the contents", async () => {
  const page = await start({ width: 390, height: 844 });
  const toggle = page.getByRole("button", { name: "Toggle Table of Contents" });
  for (const expanded of ["true", "false"]) {
    await toggle.focus();
    await page.keyboard.press("Enter");
    assert.equal(await toggle.getAttribute("aria-expanded"), expanded);
    assert.equal(await page.locator("#mdbook-sidebar").getAttribute("aria-hidden"), String(expanded === "false"));
  }
  await page.context().close();
});

for (const theme of THEMES) {
  it(`search, the list of themes and the help are accessible in ${theme}`, async () => {
    const page = await start({ theme });
    await page.keyboard.press("/");
    await page.keyboard.type("scheduler");
    await page.locator("#mdbook-searchresults li a").first().waitFor();
    assert.deepEqual(await violations(page), [], "search");
    await page.keyboard.press("Escape");
    await page.locator("#mdbook-theme-toggle").click();
    assert.deepEqual(await violations(page), [], "themes");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    assert.deepEqual(await violations(page), [], "help");
    await page.context().close();
  });
}

it("print.html waits for its diagrams before it prints", async () => {
  const page = await tab(book.browser);
  await page.route(/mermaid/, async (route) => {
    const response = await route.fetch();
    const slowly = "{ const { run } = mermaid; mermaid.run = (all) => new Promise((go) => setTimeout(go, 1000)).then(() => run.call(mermaid, all)); }";
    await route.fulfill({ response, body: `${await response.text()};${slowly}` });
  });
  await page.addInitScript(() => {
    window.print = () => (window.undrawn = document.querySelectorAll("pre.mermaid:not(:has(> svg))").length);
  });
  await page.goto(`${book.url}print.html`);
  await page.waitForFunction(() => window.undrawn !== undefined);
  assert.equal(await page.evaluate(() => window.undrawn), 0, "diagrams not drawn when it prints");
  await page.context().close();
});
