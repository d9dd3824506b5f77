# selector_events.py, 357 to 377
async def sock_recv(self, sock, n):
    …
    try:
        return sock.recv(n)
    except (BlockingIOError, InterruptedError):
        pass
    fut = self.create_future()
    …
    handle = self._add_reader(fd, self._sock_recv, fut, sock, n)
    …
    return await fut
