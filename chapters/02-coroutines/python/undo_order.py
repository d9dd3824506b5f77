def round_of_rooms():
    print("  lights the lamp")
    try:
        while True:
            room = yield
            print(f"  {room}: all quiet")
    finally:
        print("  puts out the lamp")


def by_hand():
    print("  unlocks the door")
    inner = round_of_rooms()
    next(inner)
    try:
        while True:
            inner.send((yield))
    finally:
        print("  locks the door")


def by_yield_from():
    print("  unlocks the door")
    try:
        yield from round_of_rooms()
    finally:
        print("  locks the door")


for who, watchman in [("outer", by_hand()), ("inner", by_yield_from())]:
    print(f"the {who} one first:")
    next(watchman)
    watchman.send("hall")
    watchman.close()
