// Prints the whole book, for `cargo book pdf`: node ci/browser/pdf.mjs BOOK FILE
// BOOK is the folder of the built book, FILE the PDF.
import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { LAUNCH } from "./book.mjs";

const FOOT = `<div style="width: 100%; text-align: center; font: 8px sans-serif"><span class="pageNumber"></span></div>`;

/** Prints the book in the folder `book` as `file`, with an outline and the numbers of the pages. */
export async function print(book, file) {
  const whole = join(book, "print.html");
  if (!existsSync(whole)) throw new Error(`no ${whole}`);
  const browser = await chromium.launch(LAUNCH);
  try {
    const page = await browser.newPage({ colorScheme: "light" });
    await page.addInitScript(() => (window.print = () => {}));
    await page.goto(pathToFileURL(resolve(whole)).href);
    await page.emulateMedia({ media: "print" });
    await page.pdf({
      path: file,
      format: "A4",
      scale: 0.8, // so that a line of code fits
      margin: { top: "18mm", bottom: "18mm", left: "16mm", right: "16mm" },
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: FOOT,
      outline: true,
      tagged: true, // without tags there is no outline
      printBackground: true,
    });
  } finally {
    await browser.close();
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  const [book, file] = process.argv.slice(2);
  try {
    await print(book, file);
  } catch (error) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  }
}
