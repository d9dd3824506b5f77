"""Five tasks, and how each of them ends."""

from task import Task


def console(act, held):
    try:
        if act == "yields":
            yield
        elif act == "panics":
            raise RuntimeError("smoke")
    finally:
        held()


def nothing():
    pass


def grudge():
    raise RuntimeError("not without a fight")


def end(name, act, held):
    task = Task(1, name, console(act, held))
    _, exit = task.resume()
    if exit is None:
        try:
            task.target.close()
            exit = "was killed"
        except RuntimeError:
            exit = "struck us, who dropped it"
    print(f"{name:<26} {exit}")


end("returns", "returns", nothing)
end("returns, drop panics", "returns", grudge)
end("panics", "panics", nothing)
end("yields, dropped", "yields", nothing)
end("yields, dropped, panics", "yields", grudge)
