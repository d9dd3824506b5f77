"""One task raises an exception halfway. It is gone; the others notice nothing."""

from scheduler import Scheduler


def pan(name, degrees, done_at):
    while degrees < done_at:
        degrees += 10
        print(f"{name}: {degrees} degrees")
        if degrees >= 100:
            raise RuntimeError(f"the {name} boils over")
        yield


scheduler = Scheduler()
for name, degrees, done_at in [("sauce", 60, 80), ("milk", 80, 110), ("cocoa", 50, 80)]:
    scheduler.create_task(pan(name, degrees, done_at))
while turn := scheduler.step():
    if turn.exit:
        print(f"task {turn.tid} {turn.exit}")
