"""One processor, three jobs, and three answers to the question when to switch."""

from collections import deque

AT_ITS_END, WHEN_IT_WAITS, EVERY_MINUTE = range(3)


class Job:
    """`#` is a minute of computing, `.` a minute of waiting for a tape, or a person."""

    def __init__(self, name, plan):
        self.name = name
        self.plan = plan
        self.done = 0
        self.lane = ""

    def next(self):
        return self.plan[self.done] if self.done < len(self.plan) else None

    def minute(self, has_processor):
        mark = self.next()
        if mark == "#" and not has_processor:
            self.lane += "-"
        elif mark:
            self.lane += mark
            self.done += 1


def run(switch):
    jobs = [
        Job("payroll", "##....##"),
        Job("survey", "##########"),
        Job("ann", "#..#..#"),
    ]
    queue = deque(jobs)
    while any(job.next() for job in jobs):
        running = queue.popleft() if queue else None
        for job in jobs:
            waited = job.next() == "."
            job.minute(job is running)
            if waited and job.next() == "#" and job is not running:
                queue.append(job)
        if running and running.next():
            if running.next() == "." and switch != AT_ITS_END:
                pass
            elif switch == EVERY_MINUTE:
                queue.append(running)
            else:
                queue.appendleft(running)
    return jobs


def show(title, switch):
    jobs = run(switch)
    print(title)
    for job in jobs:
        print(f"  {job.name:<8} {job.lane}")
    over = max(len(job.lane) for job in jobs)
    busy = sum(job.lane.count("#") for job in jobs)
    print(f"  over after {over} minutes, idle for {over - busy}")
    print(f"  ann sat there for {jobs[2].lane.count('-')}\n")


show("a job keeps the processor until its end", AT_ITS_END)
show("until it has to wait", WHEN_IT_WAITS)
show("for a minute", EVERY_MINUTE)
