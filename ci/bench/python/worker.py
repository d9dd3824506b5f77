"""A runtime of Python in a process of its own, as src/worker.rs starts it.

worker.py CLIENT LOOP WORKLOAD OPERATIONS

A line goes in, a turn is run, a line with its numbers comes out. LOOP is asyncio or uvloop, CLIENT
the program that is the echo servers' client.
"""

import importlib
import os
import sys

import workloads


def main():
    client, loop, workload, operations = sys.argv[1:]
    run = importlib.import_module(loop).run
    family, _, variant = workload.partition("-")
    turn = workloads.FAMILIES[family](variant, int(operations), client)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    for _ in sys.stdin:
        print(*run(turn()), flush=True)


if __name__ == "__main__":
    main()
