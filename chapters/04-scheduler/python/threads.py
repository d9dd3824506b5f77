"""Pre-emptive: the same two waiters, each on a thread of its own. No two runs are alike."""

from threading import Thread

PLATES = 500_000
tally = 0


def one_more(count):
    # Here the other one may count, too.
    return count + 1


def waiter(name, rounds):
    global tally
    for n in range(1, rounds + 1):
        print(f"{name}: round {n}")
        for _ in range(PLATES):
            tally = one_more(tally)


waiters = [Thread(target=waiter, args=each) for each in [("hall", 3), ("terrace", 5)]]
for thread in waiters:
    thread.start()
for thread in waiters:
    thread.join()
print(f"{tally} plates of {8 * PLATES}")
