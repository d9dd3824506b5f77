"""Tasks outlive the function that made them: Python keeps what they use."""

from task import Task


def scribe(entry, log):
    while True:
        log.append(entry)
        yield


def crew(log):
    mission = "Albatross 7"
    return [
        Task(1, "Ada", scribe(f"Ada writes for {mission}", log)),
        Task(2, "Grace", scribe(f"Grace writes for {mission}", log)),
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
