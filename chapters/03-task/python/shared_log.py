"""Tasks outlive the function that made them: Python keeps what they use."""

from task import Task


def scribe(entry, log):
    while True:
        log.append(entry)
        yield


def crew(log):
    mission = "Albatross 7"
    names = ["Ada", "Grace"]
    return [
        Task(number, name, scribe(f"{name} writes for {mission}", log))
        for number, name in enumerate(names, start=1)
    ]


log = []
tasks = crew(log)
for _ in range(2):
    for task in tasks:
        task.resume()
del tasks
print("\n".join(log))
