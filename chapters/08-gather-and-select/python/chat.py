"""The campfire chat, told as a story, on asyncio."""

import asyncio
import signal

from clock import run

LATER = 0.5
PATIENCE = 64 * 1024  # so many bytes may wait for a guest who does not listen


class Room:
    """Who sits around the fire, and how to reach them."""

    def __init__(self):
        self.seats = []

    def tell_others(self, seat, line):
        return sum(say(writer, line) for writer in self.seats if writer is not seat)

    def close(self, line):
        for writer in self.seats:
            say(writer, line)
            writer.close()
        self.seats.clear()


def say(writer, line):
    writer.write(f"{line}\n".encode())
    if writer.transport.get_write_buffer_size() > PATIENCE:
        writer.transport.abort()
    return not writer.is_closing()


async def lines(reader):
    while line := await reader.readline():
        if line := line.decode().strip():
            yield line


async def guest(room, reader, writer):
    say(writer, "your name?")
    room.seats.append(writer)
    heard = lines(reader)
    name = None
    try:
        name = await anext(heard)
        room.tell_others(writer, f"* {name} sits down")
        async for line in heard:
            heard_by = room.tell_others(writer, f"{name}: {line}")
            await asyncio.sleep(LATER)
            say(writer, f"(heard by {heard_by})")
    except (StopAsyncIteration, OSError, ValueError):
        pass
    finally:
        if writer in room.seats:
            room.seats.remove(writer)
            if name:
                room.tell_others(writer, f"* {name} left")
        writer.close()


async def ears(name, reader):
    async for line in lines(reader):
        print(f"{name} hears  {line}")


ANN, BOB, CID = range(3)

# After so many milliseconds, somebody says something, or hangs up.
EVENING = [
    (100, ANN, "ann\n"),
    (100, BOB, "bob\n"),
    (50, CID, "c"),
    (50, CID, "id\n"),
    (200, ANN, "who has marshmallows?\n"),
    (300, BOB, "I ate them\n"),
    (300, BOB, None),
    (400, CID, "oh\nwell\n"),
    (1100, CID, None),
]


async def visit(fire):
    streams = [await asyncio.open_connection(*fire) for _ in range(3)]
    readers, writers = zip(*streams)
    heard = asyncio.gather(*map(ears, ("ann", "bob", "cid"), readers))
    for ms, who, text in EVENING:
        await asyncio.sleep(ms / 1000)
        if text:
            writers[who].write(text.encode())
        else:
            writers[who].write_eof()
    await asyncio.sleep(0.2)
    signal.raise_signal(signal.SIGINT)
    await heard
    for writer in writers:
        writer.close()


async def host(room, server, end):
    await end.wait()
    server.close()
    print("the fire is out")
    room.close("* the fire is out, good night")


async def main():
    room, end = Room(), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, end.set)
    server = await asyncio.start_server(
        lambda *streams: guest(room, *streams), "127.0.0.1", limit=1000
    )
    await asyncio.gather(
        host(room, server, end), visit(server.sockets[0].getsockname())
    )


run(main())
