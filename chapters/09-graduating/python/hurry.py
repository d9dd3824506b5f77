"""Somebody computes, and his neighbour would only knock. On the loop's thread, and beside it."""

import asyncio
import queue


def work(door):
    try:
        door.get(timeout=0.5)
        return "somebody knocked while I worked"
    except queue.Empty:
        return "nobody came while I worked"


async def neighbour(door):
    door.put(None)


async def on_the_loop():
    door = queue.SimpleQueue()
    task = asyncio.create_task(neighbour(door))
    answer = work(door)
    await task
    return answer


async def beside_it():
    door = queue.SimpleQueue()
    task = asyncio.create_task(neighbour(door))
    answer = await asyncio.to_thread(work, door)
    await task
    return answer


async def main():
    print("on the loop's thread:", await on_the_loop())
    print("spawn_blocking:      ", await beside_it())


asyncio.run(main())
