// What the tests and shots.mjs share: the built book behind a local server, and a browser.
import { createServer } from "node:http";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { chromium } from "playwright-core";

/** mdBook's themes; the first is the one that tabs open with. */
export const THEMES = ["light", "rust", "coal", "navy", "ayu"];

/** The folder of the built book: `BOOK`, or what `cargo book build` wrote. */
export const dir = resolve(process.env.BOOK ?? join(import.meta.dirname, "../../target/book"));

/** Every page, as a path below `dir`; toc.html is only a frame for readers without JavaScript. */
export const pages = (existsSync(dir) ? readdirSync(dir, { recursive: true }) : [])
  .filter((path) => path.endsWith(".html") && path !== "toc.html")
  .sort();

/** How the browser is started: no page reaches further than this machine. */
export const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    // book.test is this machine too, but looks like another one.
    "--host-resolver-rules=MAP book.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
};

/** The book does not stand at the root of its server, so that no page relies on that. */
const BASE = "/some/where/";

/** A file whose name has its hash in it never changes. */
const HASHED = /-[0-9a-f]{8}\.(min\.)?\w+$/;

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

async function answer(request, response) {
  const url = decodeURIComponent(new URL(request.url, "http://book").pathname);
  // Only 404.html, which is shown anywhere, says where the book stands: at the root, unless book.toml knows better.
  const path = url.startsWith(BASE) ? url.slice(BASE.length) : url;
  try {
    const body = await readFile(join(dir, path === "" || path.endsWith("/") ? `${path}index.html` : path));
    const type = TYPES[extname(path)] ?? TYPES[".html"];
    const keep = HASHED.test(path) ? "max-age=86400, immutable" : "no-cache";
    response.writeHead(200, { "content-type": type, "cache-control": keep }).end(body);
  } catch {
    response.writeHead(404, { "content-type": TYPES[".html"] }).end(await readFile(join(dir, "404.html")));
  }
}

/** Serves the book on a free port and starts a browser; `close` ends both. */
export async function open() {
  if (!pages.length) throw new Error(`no book in ${dir}: run \`cargo book build\` first, or set BOOK`);
  const server = createServer(answer);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  const secure = `--unsafely-treat-insecure-origin-as-secure=http://book.test:${port}`;
  const browser = await chromium.launch({ ...LAUNCH, args: [...LAUNCH.args, secure] });
  return {
    url: `http://127.0.0.1:${port}${BASE}`,
    browser,
    /** From now on nobody answers. */
    hangUp() {
      server.close();
      server.closeAllConnections();
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** A file of the book, from its address. */
export function file(url) {
  const path = decodeURIComponent(new URL(url).pathname);
  return (path.startsWith(BASE) ? path.slice(BASE.length) : path.slice(1)) || "index.html";
}

/** A tab of its own, with the theme already chosen. It does not open the printer's dialogue. */
export async function tab(browser, { theme = THEMES[0], width = 1280, height = 900, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  context.setDefaultTimeout(60_000); // a busy machine is no fault of the book
  await context.addInitScript((theme) => {
    localStorage.setItem("mdbook-theme", theme);
    window.print = () => {};
  }, theme);
  return context.newPage();
}
