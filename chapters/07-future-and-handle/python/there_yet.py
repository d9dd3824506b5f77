"""An awaitable that holds another one, and counts how often it is asked."""

import asyncio


class AreWeThereYet:
    def __init__(self, trip):
        self.trip = trip
        self.questions = 0

    def __await__(self):
        while True:
            self.questions += 1
            try:
                waits_for = self.trip.send(None)
            except StopIteration as end:
                return end.value, self.questions
            yield waits_for


async def trip():
    for place in "the garage", "the motorway", "a traffic jam":
        print(f"we are in {place}")
        await asyncio.sleep(0)
    return "the sea"


async def main():
    place, questions = await AreWeThereYet(trip())
    print(f"we are at {place}, after {questions} questions")


asyncio.run(main())
