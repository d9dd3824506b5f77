"""Two telephone calls: one is answered, and one is not, for as long as we like to wait."""

import asyncio

from clock import run, say


async def call(name, seconds):
    try:
        say(f"ringing {name}")
        await asyncio.sleep(seconds)
        return f"{name} answers"
    finally:
        say("it rings no more")


async def two_calls():
    patience = 0.4
    for name, seconds in [("Ann", 0.2), ("Bob", 60)]:
        try:
            say(await asyncio.wait_for(call(name, seconds), patience))
        except asyncio.TimeoutError:
            say("no answer: the time was too short")


run(two_calls())
