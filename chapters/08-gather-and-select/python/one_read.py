"""The life of one read. A reader waits, a writer sleeps, then writes five bytes."""

import asyncio

from clock import run


async def read(reader):
    print("the reader reads")
    n = len(await reader.read(16))
    print(f"the reader has {n} bytes")
    return n


async def write(writer):
    await asyncio.sleep(0.1)
    print("the writer writes")
    writer.write(b"hello")


async def life():
    accepted = asyncio.get_running_loop().create_future()
    server = await asyncio.start_server(
        lambda _, writer: accepted.set_result(writer), "127.0.0.1"
    )
    near, closing = await asyncio.open_connection(*server.sockets[0].getsockname())
    far = await accepted
    print("they are connected")
    reader = asyncio.create_task(read(near))
    writer = asyncio.create_task(write(far))
    print(f"{await reader} bytes have been read")
    await writer
    closing.close()
    far.close()


run(life())
