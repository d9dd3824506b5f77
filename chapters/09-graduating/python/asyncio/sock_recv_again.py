# selector_events.py, 383 to 397
def _sock_recv(self, fut, sock, n):
    …
    try:
        data = sock.recv(n)
    except (BlockingIOError, InterruptedError):
        return  # try again next time
        …
        fut.set_result(data)
