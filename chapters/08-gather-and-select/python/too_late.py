"""A parcel is delivered at the moment at which the shop closes. Does the customer get it?"""

import asyncio


async def bell_first(bell, parcel):
    done, _ = await asyncio.wait([bell, parcel], return_when=asyncio.FIRST_COMPLETED)
    if bell in done:
        print("  the customer hears", bell.result())
    else:
        print("  the customer has", parcel.result())


async def parcel_first(bell, parcel):
    done, _ = await asyncio.wait([bell, parcel], return_when=asyncio.FIRST_COMPLETED)
    if parcel in done:
        print("  the customer has", parcel.result())
    else:
        print("  the customer hears", bell.result())


async def shop(customer):
    loop = asyncio.get_running_loop()
    bell, parcel = loop.create_future(), loop.create_future()
    customer = asyncio.create_task(customer(bell, parcel))
    await asyncio.sleep(0)
    parcel.set_result("a clock")
    print("  the courier is told Ok(())")
    bell.set_result("the bell")
    await customer


async def main():
    print("select asks for the bell first:")
    await shop(bell_first)
    print("select asks for the parcel first:")
    await shop(parcel_first)


asyncio.run(main())
