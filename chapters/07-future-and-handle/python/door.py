"""Three customers wait for the same door. They go in as they came."""

import asyncio

from clock import run


async def customer(name, door):
    print(f"{name} waits")
    await door
    print(f"{name} goes in")


async def shop():
    door = asyncio.get_running_loop().create_future()
    customers = [
        asyncio.create_task(customer(name, door)) for name in ("Ann", "Bob", "Cid")
    ]
    await asyncio.sleep(0)
    print("the door opens")
    door.set_result(None)
    print("the door is open")
    for waiting in customers:
        await waiting


run(shop())
