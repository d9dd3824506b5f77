"""A search that is called off: whoever is out comes home before anybody says so."""

import asyncio

from clock import run, say


async def search(place, seconds):
    try:
        say(f"{place}: a party goes out")
        await asyncio.sleep(seconds)
        say(f"{place}: nothing")
        return place
    finally:
        say(f"{place} comes home")


async def evening():
    places = [("the north", 0.1), ("the lake", 0.4), ("the woods", 0.6)]
    parties = asyncio.gather(*(search(*place) for place in places))
    try:
        places = await asyncio.wait_for(parties, 0.3)
        say(f"all done: {', '.join(places)}")
    except asyncio.TimeoutError:
        say("it is dark: the search is called off")


run(evening())
