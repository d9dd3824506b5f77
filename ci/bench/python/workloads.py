"""What is measured: the same as in src/workloads/, a function a family.

Each function takes what follows the family's name, the number of operations, and the client's path,
and returns a coroutine function: a turn, which returns one number for each measure.
"""

import asyncio
import os
import random
import resource
import socket
import statistics
import subprocess
import threading
import time


def nanoseconds_each(start, operations):
    return (time.perf_counter_ns() - start) / operations


def yields(tasks, operations, client):
    tasks = int(tasks)
    each = operations // tasks

    async def yielding():
        for _ in range(each + 1):
            await asyncio.sleep(0)

    async def turn():
        running = [asyncio.create_task(yielding()) for _ in range(tasks)]
        await asyncio.sleep(0)  # all have begun, and yielded once
        start = time.perf_counter_ns()
        for task in running:
            await task
        return (nanoseconds_each(start, each * tasks),)

    return turn


def spawns(at_once, operations, client):
    at_once = int(at_once)

    async def ending(number):
        return number

    async def turn():
        start = time.perf_counter_ns()
        for _ in range(operations // at_once):
            running = [asyncio.create_task(ending(n)) for n in range(at_once)]
            for task in running:
                await task
        return (nanoseconds_each(start, operations),)

    return turn


def gathers(_, operations, client):
    async def yielding(number):
        await asyncio.sleep(0)
        return number

    async def turn():
        start = time.perf_counter_ns()
        results = await asyncio.gather(*map(yielding, range(operations)))
        assert results == list(range(operations))
        return (nanoseconds_each(start, operations),)

    return turn


def pingpongs(_, operations, client):
    async def turn():
        loop = asyncio.get_running_loop()
        first = loop.create_future()

        async def ping():
            to = first
            for _ in range(operations):
                answer = loop.create_future()
                to.set_result(answer)
                to = await answer

        async def pong():
            receiving = first
            for _ in range(operations):
                to = await receiving
                receiving = loop.create_future()
                to.set_result(receiving)

        start = time.perf_counter_ns()
        players = [asyncio.create_task(ping()), asyncio.create_task(pong())]
        for task in players:
            await task
        return (nanoseconds_each(start, operations),)

    return turn


def sleepers(_, operations, client):
    numbers = random.Random(42)

    async def turn():
        start = time.perf_counter_ns()
        sleeping = [
            asyncio.create_task(asyncio.sleep(numbers.random() * 100e-9 * operations))
            for _ in range(operations)
        ]
        for task in sleeping:
            await task
        return (nanoseconds_each(start, operations),)

    return turn


def nothing():
    pass


def cancels(_, operations, client):
    numbers = random.Random(42)

    async def turn():
        call_later = asyncio.get_running_loop().call_later
        start = time.perf_counter_ns()
        timers = [call_later(10 + numbers.random() * 100, nothing) for _ in range(operations)]
        numbers.shuffle(timers)
        for timer in timers:
            timer.cancel()
        return (nanoseconds_each(start, operations),)

    return turn


def churns(_, operations, client):
    requests = 1000

    async def turn():
        call_later = asyncio.get_running_loop().call_later
        waiting = [call_later(30, nothing) for _ in range(requests)]
        start = time.perf_counter_ns()
        for number in range(operations):
            waiting[number % requests].cancel()
            waiting[number % requests] = call_later(30, nothing)
            if number % 100 == 0:
                await asyncio.sleep(0)  # the loop throws out what was cancelled
        return (nanoseconds_each(start, operations),)

    return turn


def wakes(how, operations, client):
    pause = 0 if how == "busy" else 200e-6

    async def turn():
        loop = asyncio.get_running_loop()
        answered = threading.Event()
        rung = asyncio.Event()
        times = []

        def ring():
            for _ in range(operations):
                if pause:
                    time.sleep(pause)
                start = time.perf_counter_ns()
                loop.call_soon_threadsafe(rung.set)
                answered.wait()
                answered.clear()
                times.append(time.perf_counter_ns() - start)

        thread = threading.Thread(target=ring)
        start = time.perf_counter_ns()
        thread.start()
        for _ in range(operations):
            await rung.wait()
            rung.clear()
            answered.set()
        thread.join()
        return (statistics.median(times) if pause else nanoseconds_each(start, operations),)

    return turn


def echoes(connections, operations, client):
    """With a Protocol: the faster of asyncio's two ways."""
    connections = int(connections)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

    async def turn():
        loop = asyncio.get_running_loop()
        closed = loop.create_future()
        left = connections

        class Echo(asyncio.Protocol):
            def connection_made(self, transport):
                self.write = transport.write

            def data_received(self, data):
                self.write(data)

            def connection_lost(self, error):
                nonlocal left
                left -= 1
                if left == 0:
                    closed.set_result(None)

        listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
        address = "{}:{}".format(*listener.getsockname())
        command = [client, "client", address, str(connections), str(operations // connections)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        before = time.thread_time_ns()
        server = await loop.create_server(Echo, sock=listener, backlog=4096)
        await closed
        cpu = time.thread_time_ns() - before
        server.close()
        return float(process.communicate()[0]), cpu / operations

    return turn


def idles(_, operations, client):
    def resident():
        with open("/proc/self/statm") as sizes:
            return int(sizes.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    async def turn():
        never = asyncio.Event()
        before = resident()
        waiting = [asyncio.create_task(never.wait()) for _ in range(operations)]
        await asyncio.sleep(0)
        size = (resident() - before) / operations
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        return (size,)

    return turn


FAMILIES = {
    "yield": yields,
    "spawn": spawns,
    "gather": gathers,
    "pingpong": pingpongs,
    "sleepers": sleepers,
    "cancel": cancels,
    "churn": churns,
    "wake": wakes,
    "echo": echoes,
    "idle": idles,
}
