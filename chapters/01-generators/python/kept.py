from inspect import getgeneratorlocals, getgeneratorstate


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def kept(generator):
    n = getgeneratorlocals(generator)["n"]
    place = {"GEN_CREATED": "Start", "GEN_SUSPENDED": "AtYield"}
    state = place[getgeneratorstate(generator)]
    return f"Countdown {{ n: {n}, state: {state} }}"


numbers = countdown(2)
print(f"created   {kept(numbers)}")
for n in numbers:
    print(f"yielded {n} {kept(numbers)}")
print("complete")
