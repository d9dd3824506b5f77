def countdown(name, n):
    while n > 0:
        print(f"{name}: {n}")
        n -= 1
    print(f"{name}: done")


countdown("rocket", 3)
countdown("egg", 2)
