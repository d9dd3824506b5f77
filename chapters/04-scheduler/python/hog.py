"""A task that blocks the thread in its turn: all the others wait with it."""

import time
from scheduler import Scheduler


def waiter(opened, tables):
    for table in tables:
        print(f"{time.monotonic() - opened:.0f} s: the waiter serves table {table}")
        yield


def cook(loaves):
    for _ in range(loaves):
        print("     the cook stares at the oven")
        time.sleep(1)
        yield


scheduler = Scheduler()
scheduler.create_task(waiter(time.monotonic(), range(1, 6)))
scheduler.create_task(cook(2))
scheduler.run()
