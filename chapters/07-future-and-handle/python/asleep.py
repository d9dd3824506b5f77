"""A loop wakes up and goes to sleep again, while Ann and Bob, each on a thread of their
own, write to it. All ways in which their steps can fall into each other are tried."""

NAMES = "loop", "Ann", "Bob"


class World:
    """Who knows of which letters. Of letters of which nobody has told it, a thread may
    know nothing, even if they were written long ago."""

    def __init__(self):
        self.knows = {name: set() for name in NAMES}
        self.read, self.found = set(), False
        # It sleeps when this begins, and has said so.
        self.parked, self.told = True, set()
        self.rung = None

    def swap(self, who, parked):
        """Takes what the flag tells, and adds what we know."""
        self.knows[who] |= self.told
        self.told = set(self.knows[who])
        before, self.parked = self.parked, parked
        return before

    def take(self, who, step):
        match step:
            case "wake":
                self.knows["loop"] |= self.rung or set()
                self.rung = None
            case "clear":
                self.swap("loop", False)
            case "store":
                self.parked, self.told = False, set(self.knows["loop"])
            case "look":
                self.found = self.knows["loop"] != self.read
                self.read = set(self.knows["loop"])
            case "say":
                self.swap("loop", True)
            case "write":
                self.knows[who].add(who)
            case "ring":
                if self.swap(who, False):
                    self.rung = set(self.knows[who])


def is_lost(steps):
    world = World()
    for who, step in steps:
        world.take(who, step)
    return not world.found and world.rung is None and world.read != {"Ann", "Bob"}


def interleavings(left):
    if not any(left.values()):
        yield []
    for who, steps in left.items():
        if steps:
            for rest in interleavings(left | {who: steps[1:]}):
                yield [(who, steps[0]), *rest]


def draw(steps):
    """A column for each, and time goes down."""
    print("  {:8}{:8}{}".format(*NAMES))
    for who, step in steps:
        print("  " + " " * 8 * NAMES.index(who) + step)


for order in (
    ["wake", "clear", "look", "look", "say"],
    ["wake", "store", "look", "say", "look"],
    ["wake", "clear", "look", "say", "look"],
):
    writer = ["write", "ring"]
    everything = list(interleavings({"loop": order, "Ann": writer, "Bob": writer}))
    lost = [steps for steps in everything if is_lost(steps)]
    print(", ".join(order))
    print(f"  {len(lost)} of {len(everything)} may lose a letter")
    if lost:
        draw(lost[0])
