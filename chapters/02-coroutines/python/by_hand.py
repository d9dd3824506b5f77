def ask_number(question):
    answer = yield question
    while not answer.isdecimal():
        answer = yield f"{answer} is no number. {question}"
    return int(answer)


def bill():
    asking = ask_number("What did you eat for?")
    answer = None
    while True:
        try:
            answer = yield asking.send(answer)
        except StopIteration as stop:
            due = stop.value
            break
    asking = ask_number("And the tip?")
    answer = None
    while True:
        try:
            answer = yield asking.send(answer)
        except StopIteration as stop:
            tip = stop.value
            break
    return due + tip


waiter = bill()
for answer in [None, "30", "some", "5"]:
    print("guest: ", answer or "The bill, please.")
    try:
        print("waiter:", waiter.send(answer))
    except StopIteration as stop:
        print(f"waiter: That makes {stop.value}.")
