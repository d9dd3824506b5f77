"""The kernel in Python: tasks are generators, and what they yield are system calls."""

from collections import deque


class Task:
    """A generator with an identity."""

    def __init__(self, tid, name, target):
        self.tid = tid
        self.name = name
        self.target = target
        self.sendval = None

    def run(self):
        return self.target.send(self.sendval)


class Kernel:
    """Runs tasks, and answers what they ask when they stop."""

    def __init__(self):
        self.ready = deque()
        self.taskmap = {}  # every task that has not ended, by its number
        self.exit_waiting = {}  # whose end is waited for, and by which tasks
        self.created = 0

    def new(self, name, target):
        self.created += 1
        task = Task(self.created, name, target)
        self.taskmap[task.tid] = task
        self.ready.append(task)
        return task.tid

    def schedule(self, task, sendval=None):
        if task.tid in self.taskmap:  # not if it was killed while it waited
            task.sendval = sendval
            self.ready.append(task)

    def exit(self, task, how):
        del self.taskmap[task.tid]
        for waiter in self.exit_waiting.pop(task.tid, []):
            self.schedule(waiter, how)

    def wait_for_exit(self, task, tid):
        self.exit_waiting.setdefault(tid, []).append(task)

    def permit(self, task, tid):
        """Why `task` may not kill `tid` or wait for it. None if it may."""
        if tid <= task.tid:
            return "permission denied"
        if tid > self.created:
            return "no such task"
        if tid not in self.taskmap:
            return "the task has already ended"
        return None

    def turn(self, task):
        try:
            call = task.run()
        except StopIteration:
            self.exit(task, "returned")
        except Exception as error:
            self.exit(task, f"panicked: {error}")
        else:
            if isinstance(call, SystemCall):
                call.task = task
                call.sched = self
                call.handle()
            else:
                self.schedule(task)

    def mainloop(self):
        while self.taskmap:
            if not self.ready:
                raise Deadlock(self)
            task = self.ready.popleft()
            if task.tid in self.taskmap:  # not if it was killed while it was ready
                self.turn(task)


class Deadlock(Exception):
    def __init__(self, kernel):
        waits_for = {
            waiter.tid: f"task {tid} to end"
            for tid, waiters in kernel.exit_waiting.items()
            for waiter in waiters
        }
        lines = ["deadlock:"]
        for tid, task in kernel.taskmap.items():
            reason = waits_for.get(tid, "a reply that nobody will send")
            lines.append(f"  task {tid} ({task.name}) waits for {reason}")
        super().__init__("\n".join(lines))


class SystemCall:
    """A note that a task leaves when it stops. The kernel fills in `task` and `sched`."""

    def handle(self):
        pass


class Yield(SystemCall):
    def handle(self):
        self.sched.schedule(self.task)


class GetTid(SystemCall):
    def handle(self):
        self.sched.schedule(self.task, self.task.tid)


class NewTask(SystemCall):
    def __init__(self, name, target):
        self.name = name
        self.target = target

    def handle(self):
        tid = self.sched.new(self.name, self.target)
        self.sched.schedule(self.task, tid)


class KillTask(SystemCall):
    def __init__(self, tid):
        self.tid = tid

    def handle(self):
        refusal = self.sched.permit(self.task, self.tid)
        if refusal is None:
            victim = self.sched.taskmap[self.tid]
            self.sched.exit(victim, "was killed")
            victim.target.close()
        self.sched.schedule(self.task, refusal)


class WaitTask(SystemCall):
    def __init__(self, tid):
        self.tid = tid

    def handle(self):
        refusal = self.sched.permit(self.task, self.tid)
        if refusal is None:
            self.sched.wait_for_exit(self.task, self.tid)
        else:
            self.sched.schedule(self.task, refusal)
