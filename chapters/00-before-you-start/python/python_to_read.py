"""A bakery, for learning to read Python."""

from collections import deque
from contextlib import contextmanager


def bill(prices, tip=0):
    total = sum(prices) + tip
    return f"{len(prices)} things, {total} crowns"


def functions():
    print(bill([3, 5]))
    print(bill([3, 5, 8], tip=1))


def names():
    shelf = ["rye"]
    window = shelf  # a second name, not a second list
    window.append("oat")
    print("on the shelf:", ", ".join(shelf))


class Oven:
    def __init__(self, heat):
        self.heat = heat

    def bake(self, bread):
        return f"{bread} at {self.heat}"


class SteamOven(Oven):
    def bake(self, bread):
        return super().bake(bread) + " in steam"


def classes():
    for oven in (Oven(250), SteamOven(220)):
        print(oven.bake("rye"))


def price(bread):
    prices = {"rye": 3, "oat": 5}
    if bread not in prices:
        raise KeyError(bread)
    return prices[bread]


def exceptions():
    for bread in ("oat", "cake"):
        try:
            crowns = price(bread)
        except KeyError as error:
            print(f"no such bread: {error.args[0]}")
        else:
            print(f"{bread}: {crowns}")
        finally:
            print("next, please")


@contextmanager
def lit(oven):
    print(f"lights the {oven}")
    try:
        yield
    finally:
        print(f"puts the {oven} out")


def blocks():
    with lit("oven"):
        print("bakes")


def dozens(eggs):
    while eggs >= 12:
        yield 12
        eggs -= 12
    if eggs:
        yield eggs


def generators():
    boxes = dozens(30)
    print(next(boxes))
    print(list(boxes))
    print([box * 2 for box in dozens(30) if box == 12])


def queues():
    queue = deque(["ann", "bob"])
    queue.append("cid")
    first, *others = queue
    print(f"{first} before {len(others)} others")
    while queue:
        print("served:", queue.popleft())


async def fetch(flour):
    return f"a sack of {flour}"


async def knead():
    sack = await fetch("rye")
    return f"dough of {sack}"


def by_hand(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value


if __name__ == "__main__":
    functions()
    names()
    classes()
    exceptions()
    blocks()
    generators()
    queues()
    print(by_hand(knead()))
