def clock(swings):
    while swings > 0:
        yield "tick"
        yield "tock"
        swings -= 1


for sound in clock(2):
    print(sound)
print("it stands still")
