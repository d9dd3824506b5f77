def running_average():
    total, count, mean = 0.0, 0, None
    while True:
        reading = yield mean
        total += reading
        count += 1
        mean = total / count


average = running_average()
next(average)  # Up to the first yield.
for reading in [18.0, 24.0, 21.0, 19.0]:
    mean = average.send(reading)
    print(f"sent {reading:.1f}, average {mean:.1f}")
