letterbox = [0.0]


def average():
    total, count = 0.0, 0
    while True:
        total += letterbox[0]
        count += 1
        yield total / count


mean = average()

letterbox[0] = 18.0
print(f"posted 18.0    average {next(mean):.1f}")

letterbox[0] = 24.0
print(f"posted 24.0    average {next(mean):.1f}")

print(f"posted nothing average {next(mean):.1f}")
