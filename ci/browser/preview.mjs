// Draws book/images/preview.png, which others show beside a link to the book, from book.toml and the README's picture.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { LAUNCH } from "./book.mjs";

const root = join(import.meta.dirname, "../..");
const toml = readFileSync(join(root, "book.toml"), "utf8");
const say = (key) => toml.match(new RegExp(`^${key} = "(.*)"$`, "m"))[1];
const picture = readFileSync(join(root, "book/images/timeline.svg"), "utf8");

const browser = await chromium.launch(LAUNCH);
const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: "light" });
await page.setContent(`
  <style>
    body { box-sizing: border-box; height: 630px; margin: 0; padding: 70px 80px; background: #fff; color: #1f2328; font: 36px/1.4 sans-serif; }
    h1 { margin: 0 0 20px; font-size: 84px; line-height: 1.1; }
    p { margin: 0 0 50px; color: #5d6b80; }
    svg { width: 100%; height: auto; font: 600 13px monospace; }
  </style>
  <h1>${say("title")}</h1>
  <p>${say("description")}</p>
  ${picture}`);
await page.screenshot({ path: join(root, "book/images/preview.png") });
await browser.close();
