"""Two pen friends in asyncio. The first letter comes from another thread."""

import asyncio
import threading


async def friend(name, mine, answer, other):
    print(f"{name} waits for a letter")
    letter = await mine
    print(f"{name} reads: {letter}")
    if not other.done():
        other.set_result(answer)


async def uncle(ann):
    print("uncle posts a letter to ann")
    loop = asyncio.get_running_loop()
    put = ann.set_result, "greetings from the jungle"
    threading.Thread(target=loop.call_soon_threadsafe, args=put).start()


async def main():
    ann, bob = asyncio.Future(), asyncio.Future()
    await asyncio.gather(
        friend("ann", ann, "come and see me", bob),
        friend("bob", bob, "I am on my way", ann),
        uncle(ann),
    )
    print("all have ended")


asyncio.run(main())
