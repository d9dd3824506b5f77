"""Lights out: a house is dark when its floors are, a floor when its rooms are."""

from kernel import Kernel, NewTask, WaitTask, Yield

# A place, how many turns its own light takes, and the places in it.
UPSTAIRS = ("upstairs", 0, [("bedroom", 3, []), ("bath", 1, [])])
DOWNSTAIRS = ("downstairs", 0, [("kitchen", 5, [])])
HOUSE = ("house", 0, [UPSTAIRS, DOWNSTAIRS])


def lights_out(place):
    name, turns, inside = place
    sent = []
    for room in inside:
        sent.append((yield NewTask(room[0], lights_out(room))))
    for room, tid in zip(inside, sent):
        print(f"  {name}: waits for {room[0]}")
        reply = yield WaitTask(tid)
        if reply != "returned":
            print(f"  {name}: {reply}")
    for _ in range(turns):
        yield Yield()
    print(f"{name} is dark")


kernel = Kernel()
kernel.new("house", lights_out(HOUSE))
kernel.mainloop()
