"""A task that reaches for the scheduler while the scheduler is running it."""

from scheduler import Scheduler


def chef():
    print("the chef calls for a helper")
    scheduler.create_task(helper())
    yield
    print("the chef resigns")
    scheduler.kill(1)  # which is the chef itself


def helper():
    for n in range(1, 4):
        print(f"the helper is here: {n}")
        yield


scheduler = Scheduler()
scheduler.create_task(chef())
scheduler.run()
