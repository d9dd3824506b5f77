"""An apprentice tries whom he can get rid of, and whom he can wait for."""

from kernel import Kernel, KillTask, WaitTask, Yield

PLANS = [
    ("dismiss", "the master", 1),
    ("dismiss", "himself", 2),
    ("dismiss", "the broom", 3),
    ("dismiss", "task 99", 99),
    ("dismiss", "the candle", 4),
    ("wait for", "the master", 1),
    ("wait for", "the candle", 4),
]


def doze(turns):
    for _ in range(turns):
        yield Yield()


def apprentice():
    for verb, whom, tid in PLANS:
        print(f"{verb} {whom}")
        reply = yield KillTask(tid) if verb == "dismiss" else WaitTask(tid)
        print(f"  {reply or 'very well'}")


kernel = Kernel()
kernel.new("master", doze(20))
kernel.new("apprentice", apprentice())
kernel.new("broom", doze(0))
kernel.new("candle", doze(1_000_000))
kernel.mainloop()
