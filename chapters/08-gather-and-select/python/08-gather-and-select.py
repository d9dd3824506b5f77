"""Three people asleep, and a host who looks in on them."""

import asyncio

from clock import run, say

asleep = 0


async def sleeper(name, ms):
    global asleep
    asleep += 1
    await asyncio.sleep(ms / 1000)
    asleep -= 1
    say(f"{name} wakes up")
    return f"{name} dreamt for {ms} ms"


async def host():
    while True:
        await asyncio.sleep(0.2)
        say(f"the host looks in: {asleep} asleep")


async def night():
    rounds = asyncio.create_task(host())
    beds = [("Ann", 300), ("Bob", 500), ("Cid", 100)]
    dreams = await asyncio.gather(*(sleeper(name, ms) for name, ms in beds))
    rounds.cancel()
    say(f"good morning: {', '.join(dreams)}")


run(night())
