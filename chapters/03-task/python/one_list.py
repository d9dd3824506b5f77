"""A countdown and a pump are two functions, yet they take turns from one list."""


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def pump():
    tonnes = 0
    while True:
        tonnes += 1
        yield tonnes


consoles = [countdown(3), pump(), countdown(4)]
for turn in range(1, 5):
    print(f"round {turn}")
    for console in consoles:
        try:
            print(f"  somebody says {next(console)}")
        except StopIteration:
            print("  somebody has ended")
