"""Breakfast: three functions at once."""

import asyncio

from clock import run, say


async def tea():
    say("the kettle is on")
    await asyncio.sleep(0.3)
    say("the water boils")
    return "tea"


async def toast():
    say("the bread is in")
    await asyncio.sleep(0.2)
    say("the toast pops up")
    return "toast"


async def egg(minutes):
    say("the egg is in")
    await asyncio.sleep(0.1 * minutes)
    say("the egg is done")
    return "an egg"


async def breakfast():
    served = await asyncio.gather(tea(), toast(), egg(4))
    say(f"breakfast: {', '.join(served)}")


run(breakfast())
