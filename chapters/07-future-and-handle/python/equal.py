"""Three timers with one deadline."""

import asyncio


async def main():
    loop, order = asyncio.get_running_loop(), []
    noon = loop.time() + 0.01
    for number in range(3):
        loop.call_at(noon, order.append, number)
    await asyncio.sleep(0.02)
    print(order)


asyncio.run(main())
