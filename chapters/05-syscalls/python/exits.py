"""A guest waits for three dishes, and learns how each of them ended."""

from kernel import Kernel, KillTask, NewTask, WaitTask, Yield


def dish(name):
    yield Yield()
    while name == "steak":
        yield Yield()
    if name == "souffle":
        raise RuntimeError(f"the {name} has collapsed")


def guest(menu):
    for name in menu:
        print(f"guest: a {name}, please")
        tid = yield NewTask(name, dish(name))
        reply = yield WaitTask(tid)
        print(f"guest: it {reply}")
    print("guest: the bill, please")


def dog():
    for _ in range(9):
        yield Yield()
    print("dog: mine")
    yield KillTask(5)


kernel = Kernel()
kernel.new("dog", dog())
kernel.new("guest", guest(["salad", "souffle", "steak"]))
kernel.mainloop()
