"""Two tasks take turns by hand, until each has ended in its own way."""

from task import Task


def clock(seconds):
    while seconds > 0:
        seconds -= 1
        yield f"T minus {seconds}"


def weather():
    degrees = None
    while True:
        if degrees is None:
            degrees = yield "no reading yet"
        elif degrees < -273:
            raise ValueError(f"{degrees} is colder than cold gets")
        else:
            degrees = yield f"{degrees} degrees"


def turn(task):
    report, end = task.resume()
    print(f"{task.tid} {task.name}" + (f" {end}" if end else f": {report}"))
    return end is None


def main():
    clock_task = Task(1, "clock", clock(4))
    weather_task = Task(2, "weather", weather())
    clock_alive = weather_alive = True
    readings = iter([21, -300])
    while clock_alive or weather_alive:
        clock_alive = clock_alive and turn(clock_task)
        weather_alive = weather_alive and turn(weather_task)
        weather_task.sendval = next(readings, None)


main()
