"""Two postmen, one street: one has the odd numbers, one the even."""

from reactor import Kernel, KillTask, NewTask, Sleep


def postman(side, house, walk):
    while True:
        print(f"{side}: house {house}")
        house += 2
        yield Sleep(walk)


def office():
    odd = yield NewTask("odd", postman("odd", 1, 0.2))
    even = yield NewTask("even", postman("even", 2, 0.35))
    yield Sleep(1.1)
    for tid in (even, odd):
        print(f"office: task {tid}, come in")
        yield KillTask(tid)


kernel = Kernel()
kernel.new("office", office())
kernel.mainloop()
