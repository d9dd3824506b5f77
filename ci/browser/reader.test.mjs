// What a reader does: search, turn the page, open the contents, print.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { discoloured, inaccessible } from "./axe.mjs";
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

/** What readers look for. */
const WORDS = [
  "generator", "coroutine", "yield from", "send", "scheduler", "ready queue", "round robin",
  "system call", "deadlock", "kill", "sleep", "select", "reactor", "virtual clock", "await", "waker", "oneshot",
  "gather", "epoll", "Pin",
];

it("search finds what readers look for, and the page it leads to shows it", async () => {
  const page = await start();
  for (const words of WORDS) {
    await page.keyboard.press("/");
    await page.locator("#mdbook-searchbar").fill(words.slice(0, -1));
    await page.keyboard.press(words.at(-1));
    const first = page.locator("#mdbook-searchresults li a").first();
    await page.waitForFunction((words) => document.getElementById("mdbook-searchresults-header").textContent.includes(`'${words}'`), words);
    const url = await first.evaluate((a) => a.href);
    await first.click();
    await page.waitForURL(url);
    await page.locator("main mark:visible").first().waitFor();
  }
  await page.context().close();
});

it("a wrong address leads to a page with a way back, and a search", async () => {
  const page = await tab(book.browser);
  const response = await page.goto(`${book.url}no/such/page.html`);
  assert.equal(response.status(), 404);
  await page.locator("main form input").fill("round robin");
  await page.keyboard.press("Enter");
  await page.locator("#mdbook-searchresults li a").first().click();
  await page.locator("main mark:visible").first().waitFor();
  await page.goto(`${book.url}no/such/page.html`);
  await page.locator("main a[href]:not(.header)").click();
  await page.locator("main h1", { hasText: "Generators to Gather" }).waitFor();
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
    // All but the colours is the same in every theme.
    const seen = new Set();
    const violations = async () => [...(theme === THEMES[0] ? await inaccessible(page) : []), ...(await discoloured(page, seen))];
    await page.keyboard.press("/");
    await page.keyboard.type("scheduler");
    await page.locator("#mdbook-searchresults li a").first().waitFor();
    assert.deepEqual(await violations(), [], "search");
    await page.keyboard.press("Escape");
    await page.locator("#mdbook-theme-toggle").click();
    assert.deepEqual(await violations(), [], "themes");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    assert.deepEqual(await violations(), [], "help");
    await page.context().close();
  });
}
