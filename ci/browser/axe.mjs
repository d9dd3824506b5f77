// axe-core, asked about a page that is open in a tab.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe has against the page as it is now, in words. `rules` are options of `axe.run`. */
export async function violations(page, rules = {}) {
  await load(page);
  return page.evaluate((rules) => window.ask(document, rules), rules);
}

/** The same, about all but colours: see `discoloured`. */
export function inaccessible(page) {
  return violations(page, { rules: Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])) });
}

/**
 * What axe has against the colours. Texts of one colour on one ground are alike, if both are large or neither is: it
 * is asked about one of each, and never about any that is in `seen`.
 */
export async function discoloured(page, seen) {
  await load(page);
  const [problems, looked] = await page.evaluate(
    async ([seen, rules]) => {
      const one = window.oneOfEach(new Set(seen));
      if (!one.size) return [[], []];
      return [await window.ask({ include: [...one.values()] }, { runOnly: { type: "rule", values: rules } }), [...one.keys()]];
    },
    [[...seen], COLOURS],
  );
  for (const look of looked) seen.add(look);
  return problems;
}

async function load(page) {
  if (await page.evaluate(() => "axe" in window)) return;
  await page.evaluate(script);
  await page.evaluate(() => {
    window.ask = async (context, rules) => {
      const { violations } = await axe.run(context, { ...rules, resultTypes: ["violations"] });
      return violations.map(({ id, nodes: [first, ...more] }) => {
        const contrast = first.any[0]?.data?.contrastRatio;
        return `axe ${id}${contrast ? ` ${contrast}` : ""} at ${first.target.join(" ")} and ${more.length} more`;
      });
    };
    /** Visible elements with a text of their own, one for each look that is not in `seen`. */
    window.oneOfEach = (seen) => {
      const one = new Map();
      const grounds = new Map();
      /** What is to be seen behind the text of `el`: its own ground, if that hides what is behind it, else both. */
      const ground = (el) => {
        if (!el) return "";
        if (!grounds.has(el)) grounds.set(el, look(el));
        return grounds.get(el);
      };
      const look = (el) => {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(el);
        const own = [
          backgroundColor === "rgba(0, 0, 0, 0)" ? "" : backgroundColor, // what is not to be seen makes no difference
          backgroundImage === "none" ? "" : backgroundImage,
          opacity === "1" ? "" : opacity,
        ].join("");
        if (/^(rgb|color)\([^/]*\)$/.test(own)) return own;
        return `${own} ${ground(el.parentElement)}`.trim();
      };
      for (const el of document.querySelectorAll("body *")) {
        if (![...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
        const { color, fontSize, fontWeight } = getComputedStyle(el);
        const [size, bold] = [parseFloat(fontSize), fontWeight >= 700];
        const large = size >= 24 || (bold && size >= 18.66); // less contrast will do, says WCAG
        const key = [color, large, el.closest("a") ? "link" : "", ground(el)].join(" ");
        if (seen.has(key) || one.has(key) || !el.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        one.set(key, el);
      }
      return one;
    };
  });
}
