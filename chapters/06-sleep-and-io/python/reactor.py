"""The kernel of chapter 05 with a reactor: tasks can sleep, and wait for sockets."""

import os
import select
import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "05-syscalls" / "python"))

from kernel import Deadlock, KillTask, NewTask, SystemCall, WaitTask, Yield  # noqa
from kernel import Kernel as Kernel05  # noqa

QUIET = 0.005  # a virtual clock jumps only if nothing has arrived for so long


class Reactor:
    """Knows when a task can go on: when its time has come, or its socket is ready."""

    def __init__(self):
        self.virtual = os.environ.get("CLOCK") == "virtual"
        self.time = 0.0  # of a virtual clock
        self.timers = []  # (deadline, number, task)
        self.numbers = 0
        self.waits = {}  # task -> (socket, what it wants)

    def now(self):
        return self.time if self.virtual else time.monotonic()

    def sleep(self, task, seconds):
        self.numbers += 1
        self.timers.append((self.now() + seconds, self.numbers, task))
        self.timers.sort(key=lambda timer: timer[:2])

    def wait(self, task, sock, interest):
        self.waits[task] = (sock, interest)

    def forget(self, task):
        self.timers = [timer for timer in self.timers if timer[2] is not task]
        self.waits.pop(task, None)

    def is_waited_for(self):
        return bool(self.timers or self.waits)

    def patience(self, block):
        if not block:
            return 0
        if not self.timers:
            return None
        if self.virtual:
            return QUIET if self.waits else 0
        return max(0, self.timers[0][0] - self.now())

    def poll(self, block):
        poll = select.poll()
        wanted = {}
        for sock, interest in self.waits.values():
            wanted[sock.fileno()] = wanted.get(sock.fileno(), 0) | interest
        for fd, interest in wanted.items():
            poll.register(fd, interest)
        patience = self.patience(block)
        happened = dict(poll.poll(None if patience is None else patience * 1000))
        failed = select.POLLERR | select.POLLHUP | select.POLLNVAL
        return [
            task
            for task, (sock, interest) in sorted(self.waits.items(), key=by_tid)
            if happened.get(sock.fileno(), 0) & (interest | failed)
        ]

    def take_woken(self, block):
        while True:
            woken = self.poll(block)
            if block and not woken and self.virtual and self.timers:
                self.time = max(self.time, self.timers[0][0])
            now = self.now()
            woken += [task for deadline, _, task in self.timers if deadline <= now]
            if woken or not block:
                for task in woken:
                    self.forget(task)
                return woken


def by_tid(entry):
    return entry[0].tid


class Kernel(Kernel05):
    """Asks the reactor who can go on, and sleeps in it if nobody is ready."""

    def __init__(self):
        super().__init__()
        self.reactor = Reactor()

    def exit(self, task, how):
        self.reactor.forget(task)
        super().exit(task, how)

    def mainloop(self):
        while self.taskmap:
            if self.reactor.is_waited_for():
                for task in self.reactor.take_woken(block=not self.ready):
                    self.schedule(task)
            if not self.ready:
                raise Deadlock(self)
            for _ in range(len(self.ready)):
                task = self.ready.popleft()
                if task.tid in self.taskmap:
                    self.turn(task)


class Sleep(SystemCall):
    def __init__(self, seconds):
        self.seconds = seconds

    def handle(self):
        self.sched.reactor.sleep(self.task, self.seconds)


class WaitRead(SystemCall):
    def __init__(self, sock):
        self.sock = sock

    def handle(self):
        self.sched.reactor.wait(self.task, self.sock, select.POLLIN)


class WaitWrite(SystemCall):
    def __init__(self, sock):
        self.sock = sock

    def handle(self):
        self.sched.reactor.wait(self.task, self.sock, select.POLLOUT)
