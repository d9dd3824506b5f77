"""A console is called by its position in the list, and a note reaches a stranger."""


class Valve:
    def __init__(self, name, turns):
        self.name = name
        self.body = self.run(turns)
        next(self.body)

    def run(self, turns):
        for _ in range(turns):
            told = yield
            does = "stays shut" if told is None else f"opens to {told} %"
            print(f"{self.name} {does}")
        yield
        print(f"{self.name} has ended")


def resume(console, told=None):
    try:
        console.body.send(told)
    except StopIteration:
        return False
    return True


consoles = [Valve("air", 1), Valve("water", 9), Valve("fuel", 9)]
number = 1
print(f"number {number} is {consoles[number].name}")

for _ in range(2):
    consoles = [console for console in consoles if resume(console)]

print(f"a note for number {number}: 70")
resume(consoles[number], 70)
