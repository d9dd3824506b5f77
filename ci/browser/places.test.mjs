// Where a book may be: in a folder on disk, and where there is no network any more.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { dir, open, pages, tab } from "./book.mjs";

let book;
before(async () => (book = await open()));
after(() => book.close());

it("works from a folder on disk", async () => {
  const page = await tab(book.browser);
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => !/^(file|data):/.test(request.url()) && problems.push(`off-disk: ${request.url()}`));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
  await page.goto(pathToFileURL(join(dir, "index.html")).href);
  await page.locator(".nav-wrapper a[rel~=next]").click();
  const deep = pages.find((path) => path.includes("/") && path.endsWith("/index.html"));
  await page.locator(`#mdbook-sidebar a[href$="${deep}"]`).first().click();
  await page.waitForURL(pathToFileURL(join(dir, deep)).href);
  assert.ok(await page.locator("main h1").isVisible());
  await page.keyboard.press("/");
  await page.keyboard.type("scheduler");
  await page.locator("#mdbook-searchresults li a").first().click();
  await page.locator("main mark").first().waitFor();
  assert.deepEqual(problems, []);
  await page.context().close();
});

it("what was read can be read again without a network", async () => {
  const { port, pathname } = new URL(book.url);
  const elsewhere = `http://book.test:${port}${pathname}`; // a server that is not this machine, as far as the book knows
  const page = await tab(book.browser);
  await page.goto(`${elsewhere}index.html`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.match(location.href)) !== undefined);
  const [one, other] = pages.filter((path) => path.includes("/index.html"));
  await page.goto(elsewhere + one);
  book.hangUp();
  for (const path of ["index.html", one]) {
    await page.goto(elsewhere + path);
    assert.ok(await page.locator("main h1").isVisible(), path);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("main")).lineHeight !== "normal"), true, "styled");
    assert.ok(await page.locator("#mdbook-sidebar a").first().isVisible(), "the contents");
  }
  await assert.rejects(page.goto(elsewhere + other), /ERR_/, "nobody has read this one");
  await page.context().close();
});
