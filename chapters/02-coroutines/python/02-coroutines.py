def ask_number(question):
    answer = yield question
    while not answer.isdecimal():
        answer = yield f"{answer} is no number. {question}"
    return int(answer)


def wall(name):
    width = yield from ask_number(f"How wide is the {name} wall?")
    height = yield from ask_number(f"How high is the {name} wall?")
    return width * height


def quote(names):
    area = 0
    for name in names:
        area += yield from wall(name)
    return -(-area // 10)  # Division that rounds up.


shop = quote(["north", "east"])
for answer in [None, "4", "tall", "3", "5", "3"]:
    print("you: ", answer or "(come in)")
    try:
        print("shop:", shop.send(answer))
    except StopIteration as stop:
        print(f"shop: That takes {stop.value} litres.")
