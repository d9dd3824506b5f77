# asyncio/selector_events.py, from lines 383 to 397, CPython 3.11.7
def _sock_recv(self, fut, sock, n):
    …
    try:
        data = sock.recv(n)
    except (BlockingIOError, InterruptedError):
        return  # try again next time
        …
        fut.set_result(data)
