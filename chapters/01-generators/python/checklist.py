def checklist():
    print("  pumps on")
    yield "fuel"

    print("  hatch shut")
    yield "hatch"

    print("  keys turned")
    return "go"


def main():
    items = checklist()
    print("the checklist is created")
    while True:
        try:
            item = next(items)
            print(f"somebody looks at: {item}")
        except StopIteration as end:
            print(f"the checklist says: {end.value}")
            break


main()
