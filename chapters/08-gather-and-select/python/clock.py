"""asyncio on the computer's clock or, with CLOCK=virtual, on one that jumps."""

import asyncio
import os
import selectors

QUIET = 0.005  # a virtual clock jumps only if nothing has arrived for so long


class Jumping(selectors.DefaultSelector):
    """Does not wait for a deadline: says that it has come."""

    now = 0.0

    def select(self, timeout=None):
        if not timeout:
            return super().select(timeout)
        has_sockets = len(self.get_map()) > 1  # one is the loop's own
        ready = super().select(QUIET if has_sockets else 0)
        if not ready:
            self.now += timeout
        return ready


def new_loop():
    if os.environ.get("CLOCK") != "virtual":
        return asyncio.new_event_loop()
    selector = Jumping()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now
    return loop


def run(main):
    async def timed():
        global start
        start = asyncio.get_running_loop().time()
        return await main

    with asyncio.Runner(loop_factory=new_loop) as runner:
        return runner.run(timed())


def now():
    return asyncio.get_running_loop().time() - start


def say(line):
    print(f"{now():.1f} s  {line}")
