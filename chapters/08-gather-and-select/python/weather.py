"""Fetch, process, save: three huts are asked for the weather, all at once."""

import asyncio

import web
from clock import run

HUTS = {
    "GET /summit": (300, "-4 -9 -7"),
    "GET /lake": (100, "6 2 3"),
    "GET /forest": (200, "5 1 -1"),
}
board = ""


async def answer(line, body):
    global board
    if line in HUTS:
        ms, readings = HUTS[line]
        await asyncio.sleep(ms / 1000)
        return "200 OK", readings
    if line == "PUT /report":
        board = body
        return "200 OK", ""
    if line == "GET /report":
        return "200 OK", board
    return "404 Not Found", ""


async def weather(server, hut):
    readings = await web.request(server, f"GET /{hut}")
    print(f"{hut} has answered: {readings}")
    lowest = min(map(int, readings.split()))
    return f"{hut}: {lowest} degrees at night\n"


async def main():
    server = (await web.serve(answer)).sockets[0].getsockname()
    lines = (weather(server, hut) for hut in ("summit", "lake", "forest"))
    report = "".join(await asyncio.gather(*lines))
    await web.request(server, "PUT /report", report)
    saved = await web.request(server, "GET /report")
    print(f"the report is on the board:\n{saved}", end="")


run(main())
