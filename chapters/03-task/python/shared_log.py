"""Tasks outlive the function that made them: Python keeps what they use."""

from task import Task


def scribe(entry, mission, log):
    while True:
        log.append(f"{mission}: {entry}")
        yield


def crew(log):
    mission = "Albatross 7"
    return [
        Task(1, "Ada", scribe("all is well, says Ada", mission, log)),
        Task(2, "Grace", scribe("all is well, says Grace", mission, log)),
    ]


def main():
    log = []
    tasks = crew(log)
    for _ in range(2):
        for task in tasks:
            task.resume()
    del tasks
    print("\n".join(log))


main()
