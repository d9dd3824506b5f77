def clock(swings):
    while swings > 0:
        yield "tick"
        if swings % 2 == 0:
            yield "tock"
        swings -= 1


for sound in clock(3):
    print(sound)
print("it stands still")
