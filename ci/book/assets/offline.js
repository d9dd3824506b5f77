// Keeps what was read, so that it can be read again without a network. `cargo book build` fills in
// the two constants; book.js starts this where the book is served by a real server.
const VERSION = "";
const SHARED = [];

const PREFIX = `book ${registration.scope} `;
const CACHE = PREFIX + VERSION;
const HASHED = /-[0-9a-f]{8}\.(min\.)?\w+$/;

/** The caches of older versions. */
const older = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHARED);
  // A new version of the book: fetch it of every page that was read.
  for (const name of await older()) {
    const read = (await (await caches.open(name)).keys()).filter(({ url }) => !HASHED.test(url));
    await Promise.allSettled(read.map(({ url }) => cache.add(url)));
  }
  await skipWaiting();
}

async function activate() {
  await Promise.all((await older()).map((name) => caches.delete(name)));
  await clients.claim();
  // The page that brought us here came before us.
  const open = await clients.matchAll({ type: "window" });
  const cache = await caches.open(CACHE);
  await Promise.allSettled(open.map(({ url }) => cache.add(url.split("#")[0])));
}

/** A file with a hash in its name never changes. All else is asked for anew, as long as somebody answers. */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = () => cache.match(request, { ignoreSearch: true });
  if (HASHED.test(new URL(request.url).pathname)) {
    const found = await kept();
    if (found) return found;
  }
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const found = await kept();
    if (found) return found;
    throw error;
  }
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});
