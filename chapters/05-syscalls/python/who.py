"""Two castaways wake up and ask who they are."""

from kernel import GetTid, Kernel


def castaway(name):
    print(f"{name}: who am I?")
    me = yield GetTid()
    print(f"{name}: I am task {me}")


kernel = Kernel()
kernel.new("red", castaway("red"))
kernel.new("blue", castaway("blue"))
kernel.mainloop()
