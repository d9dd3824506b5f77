"""asyncio's loop on the computer's clock, or with CLOCK=virtual on one that jumps."""

import asyncio
import os
import selectors


class Jumping(selectors.DefaultSelector):
    """Instead of waiting for a timer, moves the time on."""

    now = 0.0

    def select(self, timeout=None):
        events = super().select(timeout and 0)
        if timeout and not events:
            self.now += timeout
        return events


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.clock = Jumping()
        super().__init__(self.clock)

    def time(self):
        return self.clock.now


class SystemLoop(asyncio.SelectorEventLoop):
    """Counts from its start."""

    def __init__(self):
        self.start = 0
        super().__init__()
        self.start = super().time()

    def time(self):
        return super().time() - self.start


def new_loop():
    virtual = os.environ.get("CLOCK") == "virtual"
    return VirtualLoop() if virtual else SystemLoop()


def run(main):
    with asyncio.Runner(loop_factory=new_loop) as runner:
        return runner.run(main)
