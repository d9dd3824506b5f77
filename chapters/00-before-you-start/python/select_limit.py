"""`select` cannot be asked about a file descriptor above 1023. `poll` can."""

import os
import resource
import select
import socket

_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (min(2000, most), most))

ours, theirs = socket.socketpair()
theirs.send(b"hello")
for number in (1023, 1024):
    os.dup2(ours.fileno(), number)  # the same socket, under a number of our choice
    poll = select.poll()
    poll.register(number, select.POLLIN)
    print(number, "poll: ready" if poll.poll(0) else "poll: not ready")
    try:
        readable, _, _ = select.select([number], [], [], 0)
        print(number, "select: ready" if readable else "select: not ready")
    except ValueError as error:
        print(number, "select:", error)
