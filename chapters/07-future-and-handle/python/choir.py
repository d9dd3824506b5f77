"""A choir. Who is called in sings from the next bar on."""

import asyncio

from clock import run


async def singer(name, bars):
    for bar in range(1, bars + 1):
        print(f"{name}: my bar {bar}")
        await asyncio.sleep(0)


async def conductor():
    alto = asyncio.create_task(singer("alto", 3))
    print("conductor: the alto is called in")
    await asyncio.sleep(0)
    bass = asyncio.create_task(singer("bass", 2))
    print("conductor: and the bass")
    await alto
    print("conductor: the alto is done")
    await bass
    print("conductor: so is the bass")


run(conductor())
