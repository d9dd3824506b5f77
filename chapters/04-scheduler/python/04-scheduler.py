"""One cook, two dishes."""

from scheduler import Scheduler

SOUP = ["chop", "simmer", "season"]
BREAD = ["mix", "knead", "rise", "shape", "bake"]


def dish(name, steps):
    for step in steps:
        print(f"{name}: {step}")
        yield


scheduler = Scheduler()
scheduler.create_task(dish("soup", SOUP))
scheduler.create_task(dish("bread", BREAD))
while turn := scheduler.step():
    if turn.exit:
        print(f"task {turn.tid} {turn.exit}")
