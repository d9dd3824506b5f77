"""Two parcels are awaited. One comes, one is lost on the way."""

import asyncio

from clock import run


async def postman(clock, vase):
    print("postman: on my way")
    await asyncio.sleep(0.01)
    print("postman: one parcel, sign here")
    clock.set_result("a clock")
    print("postman: the other one fell off the cart")
    vase.cancel()


async def household():
    loop = asyncio.get_running_loop()
    clock = loop.create_future()
    vase = loop.create_future()
    task = asyncio.create_task(postman(clock, vase))

    clock.add_done_callback(lambda _: print("dog: somebody was at the door"))
    clock.add_done_callback(lambda _: print("child: a parcel!"))
    try:
        print("mother: it is", await clock)
    except asyncio.CancelledError:
        print("mother: it will never come")
    vase.add_done_callback(lambda _: print("dog: too late to bark"))
    try:
        print("father: it is", await vase)
    except asyncio.CancelledError:
        print("father: it will never come")
    await asyncio.sleep(0)


run(household())
