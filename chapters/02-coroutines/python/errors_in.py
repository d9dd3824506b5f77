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
for reading in [None, 18.0, 24.0, None, None, None]:
    try:
        if reading is None:
            print("no signal", end=" ")
            mean = average.throw(NoSignal())
        else:
            print(f"{reading:.1f}     ", end=" ")
            mean = average.send(reading)
        print("no average yet" if mean is None else f"average {mean:.1f}")
    except NoSignal:
        print("gave up")
