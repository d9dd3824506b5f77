// Prints the whole book, for `cargo book pdf`: node ci/browser/pdf.mjs BOOK FILE
// BOOK is the folder of the built book, FILE the PDF.
import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { LAUNCH } from "./book.mjs";

const FOOT = `<div style="width: 100%; text-align: center; font: 8px sans-serif"><span class="pageNumber"></span></div>`;

/**
 * Runs in the page: puts a title and the contents in front. The pages' headings come in the order of the links in the
 * sidebar, which lead to the pages themselves.
 */
function addFront() {
  const headings = [...document.querySelectorAll("main h1[id]")];
  const contents = document.querySelector("#mdbook-sidebar ol.chapter").cloneNode(true);
  const links = [...contents.querySelectorAll("a[href]")];
  if (links.length !== headings.length) throw new Error(`${links.length} pages in the contents, ${headings.length} headings`);
  for (const [i, link] of links.entries()) link.setAttribute("href", `#${headings[i].id}`);
  const front = document.createElement("nav");
  front.className = "front";
  const [title, says] = ["p", "p"].map((name) => front.appendChild(document.createElement(name)));
  title.textContent = document.title;
  says.textContent = document.querySelector("meta[name=description]").content;
  front.append(contents);
  document.querySelector("main").prepend(front);
}

const STYLE = `
  .front { break-after: page; line-height: 1.45; }
  .front > p { font-size: 2.2rem; color: var(--muted); }
  .front > p:first-child { margin: 20vh 0 0.2em; font-size: 6rem; font-weight: 700; letter-spacing: -0.03em; line-height: 1.1; color: var(--fg); }
  .front > ol { columns: 3; column-gap: 2.5rem; font-size: 1.35rem; break-before: page; }
  .front > ol > li > span > a { font-weight: 600; }
  .front ol { margin: 0; padding: 0; list-style: none; }
  .front li { margin: 0; }
  .front ol ol { margin: 0 0 0.6em; padding-inline-start: 1.4em; }
  .front .part-title { margin-block: 1em 0.3em; font-weight: 700; color: var(--fg); }
  .front .chapter-fold-toggle { display: none; }
  .front a { padding: 0; line-height: 1.5; color: var(--fg) !important; text-decoration: none !important; }
`;

/** Prints the book in the folder `book` as `file`, with an outline and the numbers of the pages. */
export async function print(book, file) {
  const whole = join(book, "print.html");
  if (!existsSync(whole)) throw new Error(`no ${whole}`);
  const browser = await chromium.launch(LAUNCH);
  try {
    const page = await browser.newPage({ colorScheme: "light" });
    await page.addInitScript(() => (window.print = () => {}));
    await page.goto(pathToFileURL(resolve(whole)).href, { timeout: 0 }); // a busy machine is no fault of the book
    await page.evaluate(addFront);
    await page.addStyleTag({ content: STYLE });
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
