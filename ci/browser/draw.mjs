// Draws diagrams for `cargo book draw`. Standard input: {"mermaid": its script, "diagrams": {name: source}};
// standard output: {name: svg}. mermaid finds the places, and its shapes are copied into a small
// picture of five colours, which book.css replaces by those of the reader's theme.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { LAUNCH } from "./book.mjs";

const [TEXT, BOX, LINE, NOTE, PAPER] = ["#1f2328", "#eef3f9", "#5d6b80", "#fdf6dc", "#ffffff"];

/** Arial, Helvetica, Liberation Sans and Arimo are equally wide: what fits here fits there. */
const FONT = "Arial, Helvetica, Liberation Sans, Arimo, sans-serif";

const OPTIONS = {
  startOnLoad: false,
  theme: "base",
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  sequence: { actorMargin: 32, width: 120, height: 44, mirrorActors: false, diagramMarginX: 10 },
  themeVariables: {
    background: PAPER, edgeLabelBackground: PAPER, labelBackgroundColor: PAPER, tertiaryColor: PAPER,
    fontFamily: FONT, fontSize: "15px",
    primaryColor: BOX, secondaryColor: BOX, primaryTextColor: TEXT, primaryBorderColor: LINE,
    lineColor: LINE, textColor: TEXT, transitionLabelColor: TEXT, transitionColor: LINE,
    signalColor: LINE, signalTextColor: TEXT, actorLineColor: LINE,
    noteBkgColor: NOTE, noteTextColor: TEXT, noteBorderColor: LINE,
  },
};

/** Runs in the page: copies what is to be seen of mermaid's drawing. */
async function draw({ name, source, palette, font }) {
  const { svg } = await mermaid.render("drawn", source);
  document.body.innerHTML = svg;
  const root = document.querySelector("svg");
  root.style.maxWidth = "none";
  const { x, y, width, height } = root.viewBox.baseVal;
  root.setAttribute("width", width);
  root.setAttribute("height", height);
  const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt()};`);
  const number = (value) => String(Math.round(value * 10) / 10);
  const round = (text) => text.replace(/-?\d+\.\d+(e-?\d+)?/g, number);
  const used = [];

  /** The colour of the palette that is nearest: mermaid mixes some of its own. */
  function colour(value) {
    const parts = value.match(/[\d.]+/g)?.map(Number);
    if (value === "none" || !parts || parts[3] === 0) return "none";
    const far = (hex) => [1, 3, 5].reduce((sum, i, k) => sum + (parseInt(hex.slice(i, i + 2), 16) - parts[k]) ** 2, 0);
    return palette.reduce((best, hex) => (far(hex) < far(best) ? hex : best));
  }

  function paint(el) {
    const style = getComputedStyle(el);
    const [fill, stroke] = [colour(style.fill), colour(style.stroke)];
    let out = ` fill="${fill}"`;
    if (stroke !== "none" && parseFloat(style.strokeWidth)) {
      out += ` stroke="${stroke}"`;
      if (parseFloat(style.strokeWidth) > 1.4) out += ' stroke-width="1.5"';
      if (/[1-9].*[1-9]|^[1-9]\S*$/.test(style.strokeDasharray)) out += ` stroke-dasharray="${style.strokeDasharray.replace(/px/g, "")}"`;
    }
    for (const end of ["marker-start", "marker-end"]) {
      const id = el.getAttribute(end)?.match(/#([^)"]+)/)?.[1];
      if (!id) continue;
      if (!used.includes(id)) used.push(id);
      out += ` ${end}="url(#${name}-${used.indexOf(id)})"`;
    }
    return out;
  }

  /** Where the element's own coordinates lie in the whole drawing. */
  function place(el, base) {
    const m = base.getScreenCTM().inverse().multiply(el.getScreenCTM());
    if (m.a === 1 && m.b === 0 && m.c === 0 && m.d === 1) {
      return m.e || m.f ? ` transform="translate(${number(m.e)} ${number(m.f)})"` : "";
    }
    return ` transform="matrix(${[m.a, m.b, m.c, m.d, m.e, m.f].map(number).join(" ")})"`;
  }

  const GEOMETRY = {
    rect: ["x", "y", "width", "height", "rx", "ry"], circle: ["cx", "cy", "r"], ellipse: ["cx", "cy", "rx", "ry"],
    line: ["x1", "y1", "x2", "y2"], path: ["d"], polygon: ["points"], polyline: ["points"],
  };

  function shape(el, where) {
    const attributes = GEOMETRY[el.localName]
      .filter((key) => el.getAttribute(key))
      .map((key) => ` ${key}="${round(el.getAttribute(key))}"`);
    const paints = paint(el);
    const empty = paints === ' fill="none"' || (el.localName === "rect" && !Number(el.getAttribute("width")));
    if (empty) return "";
    return `<${el.localName}${attributes.join("")}${where}${paints}/>`;
  }

  /** One line of a label. */
  function line(el, base) {
    const text = el.textContent;
    if (!text.trim()) return "";
    const [first, last] = [el.getStartPositionOfChar(0), el.getEndPositionOfChar(text.length - 1)];
    const m = base.getScreenCTM().inverse().multiply(el.getScreenCTM());
    const middle = new DOMPoint((first.x + last.x) / 2, first.y).matrixTransform(m);
    const central = /central|middle/.test(getComputedStyle(el).dominantBaseline) ? ' dominant-baseline="central"' : "";
    const bold = Number(getComputedStyle(el).fontWeight) >= 600 ? ' font-weight="700"' : "";
    return `<text x="${number(middle.x)}" y="${number(middle.y)}" fill="${colour(getComputedStyle(el).fill)}"${central}${bold}>${escape(text.trim())}</text>`;
  }

  function copy(el, base) {
    if (["defs", "marker", "style", "title", "desc", "symbol"].includes(el.localName)) return "";
    const style = getComputedStyle(el);
    if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return "";
    if (el.localName === "text") {
      const lines = el.querySelectorAll(":scope > tspan");
      return (lines.length ? [...lines] : [el]).map((each) => line(each, base)).join("\n");
    }
    if (GEOMETRY[el.localName]) return shape(el, place(el, base));
    return [...el.children].map((child) => copy(child, base)).filter(Boolean).join("\n");
  }

  function marker(id, i) {
    const el = document.getElementById(id);
    const keep = ["viewBox", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient"];
    const attributes = keep.filter((key) => el.getAttribute(key)).map((key) => ` ${key}="${el.getAttribute(key)}"`);
    return `<marker id="${name}-${i}"${attributes.join("")}>${[...el.children].map((child) => shape(child, "")).join("")}</marker>`;
  }

  const body = copy(root, root);
  const markers = used.map(marker).join("\n");
  const [title, description] = ["title", "desc"].map((tag) => escape(root.querySelector(tag)?.textContent.trim() ?? ""));
  const box = [x, y, width, height].map(number);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${box[2]}" height="${box[3]}" viewBox="${box.join(" ")}" style="min-width:${Math.round(0.75 * width)}px" role="img" aria-labelledby="${name}-title" aria-describedby="${name}-desc" font-family="${font}" font-size="15" text-anchor="middle">`,
    `<title id="${name}-title">${title}</title>`,
    `<desc id="${name}-desc">${description}</desc>`,
    markers && `<defs>${markers}</defs>`,
    body,
    "</svg>\n",
  ].filter(Boolean).join("\n");
}

const { mermaid, diagrams } = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch(LAUNCH);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent("<!doctype html><body>");
  await page.addScriptTag({ path: mermaid });
  await page.evaluate((options) => window.mermaid.initialize(options), OPTIONS);
  const drawn = {};
  for (const [name, source] of Object.entries(diagrams)) {
    drawn[name] = await page
      .evaluate(draw, { name, source, palette: [TEXT, BOX, LINE, NOTE, PAPER], font: FONT })
      .catch((error) => Promise.reject(new Error(`${name}: ${error.message.split("\n    at ")[0]}`)));
  }
  process.stdout.write(JSON.stringify(drawn));
} finally {
  await browser.close();
}
