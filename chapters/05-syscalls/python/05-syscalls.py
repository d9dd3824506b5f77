"""A lighthouse keeper lights a lamp, lets it flash five times, and puts it out."""

from kernel import GetTid, Kernel, KillTask, NewTask, Yield


def lamp():
    me = yield GetTid()
    while True:
        print(f"  lamp (task {me}): flash")
        yield Yield()


def keeper():
    print("keeper: dusk")
    tid = yield NewTask("lamp", lamp())
    print(f"keeper: the lamp is task {tid}")
    for _ in range(5):
        yield Yield()
    print("keeper: dawn")
    yield KillTask(tid)
    print("keeper: the lamp is out, to bed")


kernel = Kernel()
kernel.new("keeper", keeper())
kernel.mainloop()
