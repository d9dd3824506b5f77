"""Cooperative: two waiters, one thread, one tally of the plates they carry."""

from scheduler import Scheduler

PLATES = 500_000
tally = 0


def waiter(name, rounds):
    global tally
    for n in range(1, rounds + 1):
        print(f"{name}: round {n}")
        for _ in range(PLATES):
            count = tally
            tally = count + 1
        yield


scheduler = Scheduler()
scheduler.create_task(waiter("hall", 3))
scheduler.create_task(waiter("terrace", 5))
scheduler.run()
print(f"{tally} plates of {8 * PLATES}")
