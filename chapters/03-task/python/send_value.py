"""What is left with a task waits for its turn, and is sent once."""

from task import Task


def valve(percent):
    told = None
    while True:
        if told is None:
            told = yield f"told nothing, stays at {percent} %"
        else:
            percent = told
            told = yield f"opens to {percent} %"


def turn(task):
    report, _ = task.resume()
    print(f"{task.name}: {report}")


valve = Task(1, "valve", valve(0))
turn(valve)

print("leave 70")
valve.sendval = 70
print("(coffee)")
turn(valve)
turn(valve)

print("leave 90, then 20")
valve.sendval = 90
valve.sendval = 20
turn(valve)
