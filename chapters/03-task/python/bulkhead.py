"""One console raises. Bare generators go down with it; tasks do not."""

from task import Task


def console(on_fire):
    while True:
        if on_fire:
            raise RuntimeError("smoke in the console")
        yield "go"


CONSOLES = [("guidance", False), ("weather", True), ("fuel", False)]


def ask_generators():
    for name, on_fire in CONSOLES:
        print(f"{name}: {next(console(on_fire))}")


def ask_tasks():
    for number, (name, on_fire) in enumerate(CONSOLES, start=1):
        answer, end = Task(number, name, console(on_fire)).resume()
        print(f"{name}: {end or answer}")


print("bodies:")
try:
    ask_generators()
except RuntimeError:
    print("(nobody left to ask the rest)")
print("tasks:")
ask_tasks()
