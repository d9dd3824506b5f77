"""A loop goes to sleep while another thread wants to wake it. Each of them takes two
steps, and they fall into each other in six ways."""


def sleeps_on(steps):
    letter = saw = said = rung = False
    for step in steps:
        match step:
            case "Look":
                saw = letter
            case "Say":
                said = True
            case "Letter":
                letter = True
            case "Bell":
                rung = said
    return not saw and not rung


def interleavings(ours, theirs):
    if not ours or not theirs:
        return [ours + theirs]
    return [ours[:1] + rest for rest in interleavings(ours[1:], theirs)] + [
        theirs[:1] + rest for rest in interleavings(ours, theirs[1:])
    ]


def words(steps):
    return f"[{', '.join(steps)}]"


for order in ["Look", "Say"], ["Say", "Look"]:
    print("the loop's order:", words(order))
    for steps in interleavings(order, ["Letter", "Bell"]):
        end = "LOST" if sleeps_on(steps) else "woken"
        print(" ", words(steps), end)
