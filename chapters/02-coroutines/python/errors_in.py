class NoSignal(Exception):
    pass


def patient_average():
    total, count, misses, mean = 0.0, 0, 0, None
    while True:
        try:
            reading = yield mean
        except NoSignal:
            if misses == 2:
                raise
            misses += 1
        else:
            total += reading
            count += 1
            misses = 0
            mean = total / count


average = patient_average()
next(average)
for reading in [18.0, None, 24.0, None, None, None]:
    print(f"{reading:.1f}     " if reading else "no signal", end=" ")
    try:
        mean = average.send(reading) if reading else average.throw(NoSignal())
        print(f"average {mean:.1f}")
    except NoSignal:
        print("gave up")
