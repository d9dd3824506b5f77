"""The ready queue: many tasks, one thread."""

from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Any


class Task:
    """A generator with a number."""

    def __init__(self, tid, body):
        self.tid = tid
        self.body = body
        self.send_value = None

    def resume(self):
        value, self.send_value = self.send_value, None
        return self.body.send(value)


@dataclass
class Turn:
    """What came of one task's turn: what it yielded, or how it ended."""

    tid: int
    value: Any = None
    exit: str | None = None


class Scheduler:
    """Runs many tasks on one thread, one turn of one task at a time."""

    def __init__(self):
        self.taskmap = {}  # every task that has not ended, by its number
        self.ready = deque()  # the numbers of those that want to run
        self.suspended = set()  # and of those that do not
        self.created = 0

    def create_task(self, body):
        self.created += 1
        self.taskmap[self.created] = Task(self.created, body)
        self.ready.append(self.created)
        return self.created

    def resume_next(self):
        while self.ready:
            tid = self.ready.popleft()
            if tid in self.taskmap:  # not if it was killed while it was ready
                return self.turn_of(tid)
        return None

    def turn_of(self, tid):
        try:
            value = self.taskmap[tid].resume()
        except StopIteration:
            exit = "returned"
        except Exception as error:
            exit = f"panicked: {error}"
        else:
            self.suspended.add(tid)
            return Turn(tid, value)
        del self.taskmap[tid]
        return Turn(tid, exit=exit)

    def make_ready(self, tid, value=None):
        if tid in self.suspended:
            self.suspended.remove(tid)
            self.taskmap[tid].send_value = value
            self.ready.append(tid)

    def kill(self, tid):
        if task := self.taskmap.pop(tid, None):
            self.suspended.discard(tid)
            with suppress(Exception):
                task.body.close()

    # Round robin: a yield means "let the others go first", and nothing else.

    def step(self):
        turn = self.resume_next()
        if turn and turn.exit is None:
            self.make_ready(turn.tid)
        return turn

    def run(self):
        while self.step():
            pass
