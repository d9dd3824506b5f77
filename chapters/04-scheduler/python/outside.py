"""Guests order while the kitchen is at work, and once more when it has nothing left to do."""

from scheduler import Scheduler


def dish(name, turns):
    for left in range(turns, 0, -1):
        print(f"{name}: {left} to go")
        yield
    print(f"{name}: served")


def order(scheduler, name, turns):
    tid = scheduler.create_task(dish(name, turns))
    print(f"a guest orders {name}: task {tid}")


scheduler = Scheduler()
order(scheduler, "soup", 2)
order(scheduler, "bread", 3)
for _ in range(3):
    scheduler.step()
order(scheduler, "salad", 1)
scheduler.run()

print("nobody is ready")
order(scheduler, "coffee", 1)
scheduler.run()
