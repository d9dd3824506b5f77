"""The canyon of chapter 06, for the fifth time. It prints the same."""

import asyncio

from clock import run


async def echo(reader, writer):
    while air := await reader.read(4096):
        writer.write(air)
        await writer.drain()
    writer.close()


async def hiker(address, name, rest, shouts):
    reader, writer = await asyncio.open_connection(*address)
    await asyncio.sleep(rest / 1000)
    for shout in shouts:
        print(f"{name} shouts: {shout}")
        writer.write(shout.encode())
        print(f"  {name} hears: {(await reader.read(64)).decode()}")
    writer.close()


async def hike():
    canyon = await asyncio.start_server(echo, "127.0.0.1")
    address = canyon.sockets[0].getsockname()
    ann = hiker(address, "ann", 200, ["hello"])
    bob = hiker(address, "bob", 100, ["hey", "anybody there?"])
    await asyncio.gather(ann, bob)


run(hike())
