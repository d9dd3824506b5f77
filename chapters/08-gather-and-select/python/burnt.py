"""Dinner, and something burns: the first error comes at once, and the rest cooks on."""

import asyncio

from clock import run, say


class Burnt(Exception):
    pass


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    if dish == "toast":
        raise Burnt(f"the {dish} is burnt")
    say(f"the {dish} is done")
    return dish


async def dinner():
    menu = [("soup", 0.3), ("toast", 0.1), ("pudding", 0.2)]

    try:
        dishes = await asyncio.gather(*(cook(*dish) for dish in menu))
        say(f"dinner: {', '.join(dishes)}")
    except Burnt as error:
        say(f"no dinner: {error}")
    await asyncio.sleep(0.3)

    say("again")
    cooking = (cook(*dish) for dish in menu)
    for dish in await asyncio.gather(*cooking, return_exceptions=True):
        say(f"never mind: {dish}" if isinstance(dish, Burnt) else dish)


run(dinner())
