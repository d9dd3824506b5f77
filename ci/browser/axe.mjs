// axe-core, asked about a page that is open in a tab.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe has against the page as it is now, in words. `rules` are options of `axe.run`. */
export async function violations(page, rules = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(script);
  return page.evaluate(async (rules) => {
    const { violations } = await axe.run(document, { ...rules, resultTypes: ["violations"] });
    return violations.map(({ id, nodes: [first, ...more] }) => {
      const contrast = first.any[0]?.data?.contrastRatio;
      return `axe ${id}${contrast ? ` ${contrast}` : ""} at ${first.target.join(" ")} and ${more.length} more`;
    });
  }, rules);
}
