"""A theatre closes. Three actors are sent home: one waits for his cue, one has not
begun, one has finished."""

import asyncio

from clock import run


async def act(name, cue):
    try:
        print(f"{name}: dressed")
        await asyncio.sleep(cue / 1000)
        print(f"{name}: to be or not to be")
        return "applause"
    finally:
        print(f"{name}: hangs up the costume")


async def report(name, task):
    try:
        print(f"{name}:", await task)
    except asyncio.CancelledError:
        print(f"{name}: the task was cancelled")


async def theatre():
    hamlet = asyncio.create_task(act("Hamlet", 5))
    ghost = asyncio.create_task(act("ghost", 5000))
    await asyncio.sleep(0.01)
    horatio = asyncio.create_task(act("Horatio", 1))
    print("theatre: we close")
    for actor in (hamlet, ghost, horatio):
        actor.cancel()
    print("theatre: everybody has been told")
    await asyncio.sleep(0)
    print("theatre: lights out")
    await report("Hamlet", hamlet)
    await report("ghost", ghost)
    await report("Horatio", horatio)


run(theatre())
