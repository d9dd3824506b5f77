"""Two polite people at a door: each waits for the other to have gone."""

from kernel import Deadlock, Kernel, SystemCall


class AfterYou(SystemCall):
    """WaitTask without the rule: it waits for anybody, of whatever age."""

    def __init__(self, tid):
        self.tid = tid

    def handle(self):
        self.sched.wait_for_exit(self.task, self.tid)


def polite(name, other):
    print(f"{name}: after you")
    yield AfterYou(other)
    print(f"{name}: thank you")


kernel = Kernel()
kernel.new("count", polite("count", 2))
kernel.new("baron", polite("baron", 1))
try:
    kernel.mainloop()
    print("both are through")
except Deadlock as deadlock:
    print(deadlock)
