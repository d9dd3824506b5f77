"""A loop goes to sleep while another thread wants to wake it. Each of them takes two
steps, and they fall into each other in six ways."""


def sleeps_on(steps):
    letter = saw = said = rung = False
    for step in steps:
        match step:
            case "look":
                saw = letter
            case "say":
                said = True
            case "letter":
                letter = True
            case "bell":
                rung = said
    return not saw and not rung


def interleavings(ours, theirs):
    if not ours or not theirs:
        return [ours + theirs]
    return [ours[:1] + rest for rest in interleavings(ours[1:], theirs)] + [
        theirs[:1] + rest for rest in interleavings(ours, theirs[1:])
    ]


for order in ["look", "say"], ["say", "look"]:
    print("the loop's order:", ", ".join(order))
    for steps in interleavings(order, ["letter", "bell"]):
        end = "LOST" if sleeps_on(steps) else "woken"
        print(f"  {' '.join(steps):22} {end}")
