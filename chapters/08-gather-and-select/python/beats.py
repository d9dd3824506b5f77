"""Two drummers, ten beats a second. A beat takes 30 milliseconds. One of them is late."""

import asyncio

from clock import now, run

PERIOD = 0.1


async def beat(seconds):
    print(f" {now():.2f}", end="")
    await asyncio.sleep(seconds)


async def sleeps():
    for _ in range(6):
        await asyncio.sleep(PERIOD)
        await beat(0.03)


async def keeps_time():
    tick = PERIOD
    for beats in range(6):
        await asyncio.sleep(tick - now())
        missed = int((now() - tick) / PERIOD)
        tick += PERIOD * (missed + 1)
        await beat(0.25 if beats == 2 else 0.03)


print("sleeps:    ", end="")
run(sleeps())
print("\nkeeps time:", end="")
run(keeps_time())
print()
