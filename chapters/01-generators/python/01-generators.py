def countdown(n):
    while n > 0:
        yield n
        n -= 1


def aloud(name, numbers):
    for n in numbers:
        print(f"{name}: {n}")
        yield n
    print(f"{name}: done")


rocket = aloud("rocket", countdown(3))
egg = aloud("egg", countdown(2))
print("Both are created, and neither has said a word.")

next(rocket)
next(egg)
next(rocket)
next(egg)
next(rocket)
next(egg, None)
next(rocket, None)
