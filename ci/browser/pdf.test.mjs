// The book on paper: what `cargo book pdf` prints.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { dir, pages } from "./book.mjs";
import { print } from "./pdf.mjs";

/** The chapters' headings, as a page of the built book has them. */
const headings = (path) =>
  [...readFileSync(join(dir, path), "utf8").matchAll(/<h2 id="[^"]*"><a [^>]*>([\w ,]+)<\/a>/g)].map(([, text]) => text);

it("the whole book is one PDF, with numbered pages and an outline", async () => {
  const folder = mkdtempSync(join(tmpdir(), "book-"));
  const file = join(folder, "book.pdf");
  try {
    await print(dir, file);
    const pdf = readFileSync(file, "latin1");
    const count = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
    assert.ok(count > 100, `${count} pages`);
    const outline = new Set([...pdf.matchAll(/\/Title \((.*?)\)\n/g)].map(([, title]) => title));
    const last = headings("08-gather-and-select/recap.html");
    assert.ok(last.length, "the last chapter's recap has headings");
    const links = pdf.match(/\/Subtype \/Link\b/g)?.length ?? 0;
    assert.ok(links > pages.length, `${links} links: where are the contents?`);
    for (const title of last) assert.ok(outline.has(title), `the outline has no “${title}”`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
