// Screenshots for authors, in light and dark, wide and narrow:
//   node ci/browser/shots.mjs OUTDIR 01-generators/index.html '04-scheduler/hog.html#figure.trace'
// A page is cut into screens one below the other; what follows a # selects one element of it.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { open, pages, tab } from "./book.mjs";

const SCREEN = 1600;

const [out, ...wanted] = process.argv.slice(2);
if (!out) {
  console.error("usage: node ci/browser/shots.mjs OUTDIR [PAGE | PAGE#SELECTOR]…");
  process.exit(2);
}
mkdirSync(out, { recursive: true });

/** Cuts the whole page into screens. */
async function screens(page, name) {
  const [width, height] = await page.evaluate(() => [innerWidth, document.documentElement.scrollHeight]);
  for (let y = 0; y < height; y += SCREEN) {
    const clip = { x: 0, y, width, height: Math.min(SCREEN, height - y) };
    await page.screenshot({ path: `${name}.${y / SCREEN + 1}.png`, fullPage: true, clip });
  }
}

const book = await open();
for (const theme of ["light", "navy"]) {
  for (const width of [1280, 390]) {
    const page = await tab(book.browser, { theme, width, height: width === 390 ? 844 : 900 });
    for (const target of wanted.length ? wanted : pages) {
      const [path, selector] = target.split(/#(.*)/s);
      await page.goto(book.url + path, { waitUntil: "networkidle" });
      const name = join(out, `${target.replace(/\.html/, "").replace(/[^\w-]+/g, "_")}.${theme}.${width}`);
      if (selector) await page.locator(selector).first().screenshot({ path: `${name}.png` });
      else await screens(page, name);
    }
    await page.context().close();
  }
}
await book.close();
console.log(`screenshots in ${out}`);
