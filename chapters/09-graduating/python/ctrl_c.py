"""Ctrl-C as an event. The program presses it itself."""

import asyncio
import signal


async def serve():
    await asyncio.sleep(3600)
    print("an hour has passed")


async def main():
    pressed = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, pressed.set)
    server = asyncio.create_task(serve())
    print("the server is up")
    signal.raise_signal(signal.SIGINT)
    await pressed.wait()
    server.cancel()
    print("Ctrl-C: goodbye")


asyncio.run(main())
