def guesser(low, high):
    while True:
        guess = (low + high) // 2
        answer = yield guess
        if answer == "Less":
            high = guess - 1
        elif answer == "Greater":
            low = guess + 1
        else:
            return guess


def compare(secret, guess):
    if secret == guess:
        return "Equal"
    return "Less" if secret < guess else "Greater"


player = guesser(1, 100)
answer = None
try:
    while True:
        guess = player.send(answer)
        answer = compare(42, guess)
        print(f"is it {guess}? {answer}")
except StopIteration:
    pass
