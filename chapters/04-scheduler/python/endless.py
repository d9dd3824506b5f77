"""Two tasks without end. How many turns they get, and when they stop, is decided from outside."""

from itertools import count
from scheduler import Scheduler


def noise(name):
    try:
        for n in count(1):
            print(f"{name}: {n}")
            yield
    finally:
        print(f"{name}: silence")


scheduler = Scheduler()
tap = scheduler.create_task(noise("tap"))
clock = scheduler.create_task(noise("clock"))

for _ in range(6):
    scheduler.step()
print("six turns are over: the plumber comes")
scheduler.kill(tap)
for _ in range(2):
    scheduler.step()
print("two more are over: closing time")
scheduler.kill(clock)
print("is anybody ready?", "true" if scheduler.step() else "false")
