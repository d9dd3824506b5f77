"""A telegraph, and a clerk who looks up now and then: what is lost, and how it is kept."""

import asyncio

from clock import run

LETTER = 0.1
PATIENCE = 0.35


async def word(wire):
    heard = ""
    while True:
        await asyncio.sleep(LETTER)
        letter = next(wire)
        if letter == " ":
            return heard
        heard += letter


async def starts_anew(wire):
    for _ in range(4):
        try:
            print("  a word:", await asyncio.wait_for(word(wire), PATIENCE))
        except asyncio.TimeoutError:
            print("  the clerk looks up")


async def goes_on(wire):
    for _ in range(2):
        listening = asyncio.create_task(word(wire))
        while True:
            done, _ = await asyncio.wait([listening], timeout=PATIENCE)
            if done:
                break
            print("  the clerk looks up")
        print("  a word:", listening.result())


async def main():
    print("on the wire: SEND HELP. He starts anew each time:")
    await starts_anew(iter("SEND HELP "))
    print("He goes on where he was:")
    await goes_on(iter("SEND HELP "))


run(main())
