"""One cook, two dishes: a soup of three steps and a bread of five take turns."""

from scheduler import Scheduler


def dish(name, steps):
    for step in steps:
        print(f"{name}: {step}")
        yield


scheduler = Scheduler()
scheduler.create_task(dish("soup", ["chop", "simmer", "season"]))
scheduler.create_task(dish("bread", ["mix", "knead", "rise", "shape", "bake"]))
while turn := scheduler.step():
    if turn.exit:
        print(f"task {turn.tid} {turn.exit}")
