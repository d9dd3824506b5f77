"""Last in, first out: the queue is a stack, and whoever has just run is next again."""

SOUP = ["chop", "simmer", "season"]
BREAD = ["mix", "knead", "rise", "shape", "bake"]


def dish(name, steps):
    for step in steps:
        print(f"{name}: {step}")
        yield


def run(ready):
    while ready:
        tid, body = ready.pop()
        try:
            next(body)
        except StopIteration:
            print(f"task {tid} returned")
        else:
            ready.append((tid, body))


run([(1, dish("soup", SOUP)), (2, dish("bread", BREAD))])
