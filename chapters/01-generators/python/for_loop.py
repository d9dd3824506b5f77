def countdown(n):
    while n > 0:
        yield n
        n -= 1


for n in countdown(3):
    print(f"rocket: {n}")

for r, e in zip(countdown(3), countdown(2)):
    print(f"rocket: {r}, egg: {e}")

numbers = countdown(4)
first = sum(numbers)
second = sum(numbers)
print(f"first sum: {first}, second sum: {second}")
