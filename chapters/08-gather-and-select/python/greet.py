"""Two guests arrive at once, and are greeted one after the other."""

import asyncio

from clock import run, say


async def greet(name, seconds):
    say(f"good evening, {name}")
    await asyncio.sleep(seconds)
    say(f"come in, {name}")
    return f"{name}'s coat"


async def evening():
    ann = await greet("Ann", 0.2)
    bob = await greet("Bob", 0.3)
    say(f"on the hook: {ann}, {bob}")


run(evening())
