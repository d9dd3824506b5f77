"""A crawler: follows all links of a site, and asks for at most three pages at a time."""

import asyncio
from collections import deque

import web
from clock import run

SITE = {
    "GET /start": (50, "three paths: /river /wood /cave"),
    "GET /river": (100, "upstream lies the /lake and back there is /start"),
    "GET /wood": (250, "it smells of a /fire and of /moss"),
    "GET /cave": (9_999, "nobody has ever come back"),
    "GET /lake": (250, "to the /wood one crosses the /bridge"),
    "GET /fire": (150, "somebody is telling stories"),
    "GET /moss": (300, "soft"),
    "GET /stars": (50, "nobody has linked to them"),
}
AT_ONCE = 3
PATIENCE = 0.5


async def answer(line, _):
    if line not in SITE:
        return "404 Not Found", ""
    ms, text = SITE[line]
    await asyncio.sleep(ms / 1000)
    return "200 OK", text


async def fetch(site, page):
    print(f"  asks for {page}")
    try:
        async with asyncio.timeout(PATIENCE):
            return page, await web.request(site, f"GET {page}"), None
    except TimeoutError:
        return page, "", "the time was too short"
    except OSError as error:
        return page, "", error


async def crawl(site):
    seen, to_do, under_way = {"/start"}, deque(["/start"]), set()
    while to_do or under_way:
        while len(under_way) < AT_ONCE and to_do:
            under_way.add(asyncio.create_task(fetch(site, to_do.popleft())))
        done, under_way = await asyncio.wait(
            under_way, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            page, text, error = task.result()
            print(f"{page}: {error or text}")
            for word in text.split():
                if word.startswith("/") and word not in seen:
                    seen.add(word)
                    to_do.append(word)
    print(f"{len(seen)} pages, and no more")


async def main():
    site = await web.serve(answer)
    await crawl(site.sockets[0].getsockname())


run(main())
