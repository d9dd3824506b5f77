"""The classic generator scheduler, in small, and two of its faults.

It gives up after 1000 turns.
"""

import select
import socket
from collections import deque


class Scheduler:
    def __init__(self):
        self.tasks = {}  # every task that has not ended, by its name
        self.ready = deque()
        self.readers = {}  # socket -> who waits for it
        self.waiters = {}  # name -> who waits for its end

    def new(self, name, task):
        self.tasks[name] = task
        self.ready.append(name)

    def io(self):
        """Asks the operating system who is ready. A task like any other."""
        while True:
            if self.readers:
                patience = 0 if self.ready else 0.001  # None, if it need not give up
                for sock in select.select(list(self.readers), [], [], patience)[0]:
                    self.ready.append(self.readers.pop(sock))
            yield "go on"

    def run(self):
        self.new("io", self.io())
        for _ in range(1000):
            if not self.tasks:
                return
            self.turn(self.ready.popleft())

    def turn(self, name):
        try:
            match next(self.tasks[name]):
                case "read", sock:
                    self.readers[sock] = name
                case "wait", other:
                    self.waiters.setdefault(other, []).append(name)
                case "kill", other:
                    self.tasks[other].close()  # its next turn will be its last
                    self.ready.append(name)
                case _:
                    self.ready.append(name)
        except StopIteration:
            del self.tasks[name]
            self.ready.extend(self.waiters.pop(name, []))


def short():
    print("short: done")
    yield "go on"


def reader(sock):
    yield "read", sock
    print("reader: something has come")


def waiter():
    yield "wait", "reader"
    print("waiter: the reader has ended")


def killer():
    yield "go on"
    print("killer: kills the reader")
    yield "kill", "reader"


def report(scheduler):
    print("after 1000 turns there are:", ", ".join(scheduler.tasks) or "none")


def never_exits():
    scheduler = Scheduler()
    scheduler.new("short", short())
    scheduler.run()
    report(scheduler)


def hangs():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        scheduler = Scheduler()
        scheduler.new("reader", reader(ours))
        scheduler.new("waiter", waiter())
        scheduler.new("killer", killer())
        scheduler.run()
        report(scheduler)


print("It never exits after its last task:")
never_exits()
print("A waiter on a killed I/O task hangs:")
hangs()
