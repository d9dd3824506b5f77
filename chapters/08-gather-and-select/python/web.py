"""HTTP/1.0, as much of it as we need: one request a connection, and text only."""

import asyncio


def message(line, body):
    return f"{line}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


async def read_message(reader):
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = 0
    for field in head.splitlines():
        if field.lower().startswith("content-length:"):
            length = int(field.split(":")[1])
    return head.splitlines()[0], (await reader.readexactly(length)).decode()


async def request(server, line, body=""):
    reader, writer = await asyncio.open_connection(*server)
    try:
        writer.write(message(f"{line} HTTP/1.0", body))
        status, body = await read_message(reader)
    finally:
        writer.close()
    status = status.partition(" ")[2]
    if status != "200 OK":
        raise OSError(status)
    return body


async def serve(answer):
    async def handle(reader, writer):
        try:
            line, body = await read_message(reader)
            status, body = await answer(line.rpartition(" ")[0], body)
            writer.write(message(f"HTTP/1.0 {status}", body))
        except asyncio.CancelledError:
            pass  # the program ends
        finally:
            writer.close()

    return await asyncio.start_server(handle, "127.0.0.1")
