"""A cook waits for the potatoes, and is told to wait for the cake instead.

This kernel ends no wait when it replies, so it goes wrong here.
"""

from kernel import Kernel, SystemCall, WaitTask, Yield


class Tap(SystemCall):
    """Taps this task on the shoulder: whatever it waits for, it waits no longer."""

    def __init__(self, tid):
        self.tid = tid

    def handle(self):
        self.sched.schedule(self.sched.taskmap[self.tid])
        self.sched.schedule(self.task)


def cook(dishes):
    for name, tid in dishes:
        print(f"cook: waits for the {name}")
        if (yield WaitTask(tid)) is not None:  # he was not tapped
            print(f"cook: takes out the {name}")
            return


def dish(name, turns):
    for _ in range(turns):
        yield Yield()
    print(f"{name}: done")


def chef():
    print("chef: leave those, wait for the cake")
    yield Tap(1)


kernel = Kernel()
kernel.new("cook", cook([("potatoes", 2), ("cake", 3)]))
kernel.new("potatoes", dish("potatoes", 3))
kernel.new("cake", dish("cake", 6))
kernel.new("chef", chef())
kernel.mainloop()
