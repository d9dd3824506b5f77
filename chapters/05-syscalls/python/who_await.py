"""The castaways again, as `async` functions."""

from kernel import GetTid, Kernel, SystemCall


def stop_and_ask(self):
    return (yield self)


SystemCall.__await__ = stop_and_ask


async def castaway(name):
    print(f"{name}: who am I?")
    me = await GetTid()
    print(f"{name}: I am task {me}")


kernel = Kernel()
kernel.new("red", castaway("red"))
kernel.new("blue", castaway("blue"))
kernel.mainloop()
