"""A cloakroom, for learning to read Rust."""

from contextlib import contextmanager
from dataclasses import dataclass


class Coat:
    def __init__(self, owner):
        self.owner = owner
        self.wet = False

    def rain(self):
        self.wet = True

    def describe(self):
        state = "wet" if self.wet else "dry"
        return f"{self.owner}'s {state} coat"

    def label(self):
        return self.describe()


def structs():
    coat = Coat("ann")
    print(coat.describe())
    coat.rain()
    print(coat.describe())


@dataclass
class Sun:
    pass


@dataclass
class Rain:
    millimetres: int


def advice(weather):
    match weather:
        case Sun():
            return "no coat"
        case Rain(0 | 1 | 2):
            return "a coat"
        case Rain(millimetres):
            return f"a boat, for {millimetres} mm"


def enums():
    for weather in (Sun(), Rain(40)):
        print("take", advice(weather))


class Cloakroom:
    def __init__(self):
        self.hooks = {}
        self.next = 1

    def hand_in(self, coat):
        ticket = self.next
        self.hooks[ticket] = coat
        self.next += 1
        return ticket

    def fetch(self, ticket):
        return self.hooks.pop(ticket, None)


def options(room):
    ticket = room.hand_in(Coat("bob"))
    for _ in range(2):
        coat = room.fetch(ticket)
        found = "nothing"
        if coat is not None:
            found = coat.describe()
        print(f"on hook {ticket}: {found}")
    coat = room.fetch(7)
    if coat is None:
        print("nobody has used hook 7")
        return
    print(f"whose is {coat.describe()}?")


def ticket(text):
    """Reads a ticket such as "No 12"."""
    return int(text.replace("No ", ""))


def results():
    for text in ("No 12", "No idea"):
        try:
            answer = f"hook {ticket(text)}"
        except ValueError:
            answer = "not a ticket"
        print(f"{text}: {answer}")


@contextmanager
def unlocked_door():
    print("the door is unlocked")
    try:
        yield
    finally:
        print("the door is locked")


def drops():
    with unlocked_door():
        print("guests come in")


class Hat:
    def label(self):
        return "a hat"


def traits():
    rack = [Coat("cid"), Hat()]
    for garment in rack:
        print("on the rack:", garment.label())


def sharing():
    book = []
    porters = book
    porters.append("rain at nine")
    print("in the book:", book[0])


def twice(action):
    action()
    action()


def closures():
    tips = 0

    def tip():
        nonlocal tips
        tips += 2

    twice(tip)
    labels = [f"No {number}" for number in range(1, 4)]
    print(f"tips: {tips}; tickets: {', '.join(labels)}")


structs()
enums()
options(Cloakroom())
results()
drops()
traits()
sharing()
closures()
