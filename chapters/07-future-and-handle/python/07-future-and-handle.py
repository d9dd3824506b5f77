"""A bakery before dawn: an oven, an apprentice who drops a tray, and a radio."""

import asyncio

from clock import run


def minutes(n):
    return n / 1000


def say(line):
    now = asyncio.get_running_loop().time()
    print(f"{round(now * 1000):3}  {line}")


async def oven(hot):
    say("oven: on")
    await asyncio.sleep(minutes(40))
    say("oven: hot")
    hot.set_result(230)


async def dough(name):
    await asyncio.sleep(minutes(30))
    say("dough: risen")
    return name


async def apprentice():
    await asyncio.sleep(minutes(10))
    say("apprentice: oh no, the tray")
    raise RuntimeError("twelve rolls on the floor")


async def radio():
    try:
        while True:
            say("radio: la la la")
            await asyncio.sleep(minutes(25))
    finally:
        say("radio: off")


async def baker():
    is_hot = asyncio.get_running_loop().create_future()
    cooks = asyncio.create_task(oven(is_hot))
    bread = asyncio.create_task(dough("rye bread"))
    rolls = asyncio.create_task(apprentice())
    music = asyncio.create_task(radio())

    try:
        await rolls
    except RuntimeError:
        say("baker: no rolls today, the task panicked")
    name = await bread
    degrees = await is_hot
    say(f"baker: {name} goes in at {degrees} degrees")
    music.cancel()
    say("baker: enough of that")
    try:
        await music
    except asyncio.CancelledError:
        say("baker: at last, the task was cancelled")


run(baker())
