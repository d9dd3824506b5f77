"""A call to somebody on another thread. While he thinks, our loop serves others."""

import asyncio
import threading
import time


async def ring_up(f):
    loop = asyncio.get_running_loop()
    line = loop.create_future()

    def thread():
        answer = f()
        loop.call_soon_threadsafe(line.set_result, answer)

    threading.Thread(target=thread).start()
    return await line


def think():
    time.sleep(0.5)
    return "six times seven is 42"


async def evening():
    cousin = asyncio.create_task(ring_up(think))
    print("dialled")
    for minute in 1, 2:
        await asyncio.sleep(0.05)
        print(f"minute {minute}: tea is poured")
    print("the cousin says:", await cousin)


asyncio.run(evening())
