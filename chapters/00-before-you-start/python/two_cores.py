"""Two pieces of work, in a row, on two threads, and in two processes."""

import time
from multiprocessing import Process
from threading import Thread


def compute():
    limit = 150_000
    primes = (n for n in range(2, limit) if all(n % d for d in range(2, int(n**0.5) + 1)))
    assert sum(1 for _ in primes) == 13_848


def wait():
    time.sleep(0.5)


def in_a_row(job):
    job()
    job()


def both(Worker, job):
    workers = [Worker(target=job) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def best(function, *arguments):
    """The shortest of five runs: what else the machine does cannot make one shorter."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        function(*arguments)
        times.append(1000 * (time.perf_counter() - start))
    return min(times)


if __name__ == "__main__":
    print(f"{'':<8} in a row  two threads  two processes")
    for job in (compute, wait):
        row = best(in_a_row, job)
        threads = best(both, Thread, job)
        processes = best(both, Process, job)
        print(f"{job.__name__:<8} {row:5.0f} ms {threads:9.0f} ms {processes:11.0f} ms")
