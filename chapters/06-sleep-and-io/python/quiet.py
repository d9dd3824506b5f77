"""A byte on its way, and an hour's sleep on the virtual clock: which is first?

It depends on how long the reactor listens before the clock may jump.
"""

import os
import socket
import threading

os.environ["CLOCK"] = "virtual"
import reactor  # noqa


def hour(kernel):
    yield reactor.Sleep(3600)
    print(f"  {kernel.reactor.now():4.0f} s: the hour is over")


def reader(kernel, sock):
    yield reactor.WaitRead(sock)
    print(f"  {kernel.reactor.now():4.0f} s: the byte is here")


def listen(quiet):
    """The byte takes a millisecond of real time."""
    print(f"QUIET = {quiet}")
    reactor.QUIET = quiet
    kernel = reactor.Kernel()
    ours, theirs = socket.socketpair()
    kernel.new("hour", hour(kernel))
    kernel.new("reader", reader(kernel, ours))
    threading.Timer(0.001, theirs.send, [b"!"]).start()
    kernel.mainloop()


listen(0.005)
listen(0)
