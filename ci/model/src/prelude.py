"""What the programs below are made of: asyncio, and a line for each thing that happens."""

import asyncio
import asyncio.base_events
import selectors

# A virtual day costs nothing.
asyncio.base_events.MAXIMUM_SELECT_TIMEOUT = float("inf")

CHANNELS = 3
CLOSING = 1 << 40


class VirtualTime(selectors.SelectSelector):
    """When nothing is ready, the loop's time jumps to the next deadline."""

    def select(self, timeout):
        loop.now += timeout
        return []


class Loop(asyncio.SelectorEventLoop):
    now = 0

    def time(self):
        return self.now


class Boom(Exception):
    pass


def say(me, what):
    log.append(f"{me} {what}")


def number(task):
    return tasks.index(task) + 1


def exit_of(task):
    if task.cancelled():
        return f"{number(task)} was cancelled"
    if task.exception():
        return f"{number(task)} panicked: {task.exception()}"
    return f"{number(task)} returned"


async def life(me, body):
    say(me, "begins")
    try:
        await body(me)
    finally:
        say(me, "is gone")


def create(body):
    task = loop.create_task(life(len(tasks) + 1, body))
    task.add_done_callback(ended)
    tasks.append(task)
    return task


def ended(_):
    if all(task.done() for task in tasks):
        loop.stop()


async def turn(me):
    await asyncio.sleep(0)
    say(me, "goes on")


async def sleep(me, time):
    await asyncio.sleep(time)
    say(me, "goes on")


def spawn(me, body):
    say(me, f"has {number(create(body))}")


async def wait(me, other):
    if not me < other <= len(tasks) or other in awaited:
        return say(me, f"cannot wait for {other}")
    awaited.add(other)
    task = tasks[other - 1]
    try:
        await task
    except Boom:
        pass
    except asyncio.CancelledError:
        if not task.cancelled() or tasks[me - 1].cancelling():
            raise
    say(me, f"hears: {exit_of(task)}")


def cancel(me, other):
    if other == me or not 1 <= other <= len(tasks) or tasks[other - 1].done():
        return say(me, f"cannot cancel {other}")
    tasks[other - 1].cancel()


def send(channel, says="was sent"):
    if not channels[channel].done():
        channels[channel].set_result(says)


async def receive(me, channel):
    if channel in taken:
        return say(me, f"cannot receive {channel}")
    taken.add(channel)
    says = await channels[channel]
    say(me, f"hears: {channel} {says}")


async def gather(me, *bodies):
    children = [create(body) for body in bodies]
    await asyncio.gather(*children, return_exceptions=True)
    say(me, f"hears: [{', '.join(map(exit_of, children))}]")


def close():
    for channel in range(CHANNELS):
        send(channel, "is closed")


def run(program):
    """Runs one program, and prints what happened."""
    global loop, tasks, channels, log, awaited, taken
    loop = Loop(VirtualTime())
    # Finer than that, a time as late as `CLOSING` cannot be told from the next.
    loop._clock_resolution = 0.5
    loop.set_exception_handler(lambda loop, context: None)
    tasks, log, awaited, taken = [], [], set(), set()
    channels = [loop.create_future() for _ in range(CHANNELS)]
    loop.call_at(CLOSING, close)
    create(program)
    loop.run_forever()
    print(*log, sep="\n")
    print(f"the end, at {loop.time()}")
    loop.close()


