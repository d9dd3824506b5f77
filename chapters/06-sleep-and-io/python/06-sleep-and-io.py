"""A campfire chat. Three visitors spend an evening, until somebody presses Ctrl-C."""

import signal
import socket

from reactor import Kernel, KillTask, NewTask, Sleep, WaitRead

LATER = 0.5


class Room:
    """Who sits around the fire, and how to reach them."""

    def __init__(self):
        self.seats = []

    def tell_others(self, seat, line):
        return sum(say(sock, line) for sock in self.seats if sock is not seat)

    def close(self, line):
        seats, self.seats = self.seats, []
        for sock in seats:
            if say(sock, line):
                sock.shutdown(socket.SHUT_RDWR)


def say(sock, line):
    """Says one line, without waiting for room. Hangs up if it does not fit."""
    line = f"{line}\n".encode()
    try:
        if sock.send(line) == len(line):
            return True
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    return False


class Lines:
    """Takes bytes as they come, in pieces of any size, and gives back whole lines."""

    def __init__(self, sock):
        self.sock = sock
        self.bytes = b""

    def next(self):
        while b"\n" not in self.bytes:
            try:
                piece = self.sock.recv(512)
            except BlockingIOError:
                yield WaitRead(self.sock)
                continue
            if not piece:
                raise EOFError
            self.bytes += piece
        line, _, self.bytes = self.bytes.partition(b"\n")
        return line.decode().strip()


def guest(room, sock):
    name = None
    room.seats.append(sock)
    say(sock, "your name?")
    lines = Lines(sock)
    try:
        name = yield from lines.next()
        room.tell_others(sock, f"* {name} sits down")
        while True:
            line = yield from lines.next()
            heard_by = room.tell_others(sock, f"{name}: {line}")
            yield Sleep(LATER)
            if not say(sock, f"(heard by {heard_by})"):
                return
    except (EOFError, OSError):
        pass
    finally:
        if sock in room.seats:
            room.seats.remove(sock)
            if name:
                room.tell_others(sock, f"* {name} left")
        sock.close()


def door(listener, room):
    while True:
        yield WaitRead(listener)
        sock, _ = listener.accept()
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield NewTask("guest", guest(room, sock))


def host(listener, ctrl_c):
    room = Room()
    tid = yield NewTask("door", door(listener, room))
    yield WaitRead(ctrl_c)
    yield KillTask(tid)
    print("the fire is out")
    room.close("* the fire is out, good night")


def ears(name, sock):
    lines = Lines(sock)
    while True:
        try:
            line = yield from lines.next()
        except EOFError:
            return
        print(f"{name} hears  {line}")


ANN, BOB, CID = range(3)

# After so many seconds, somebody says something, or hangs up.
EVENING = [
    (0.1, ANN, "ann\n"),
    (0.1, BOB, "bob\n"),
    (0.05, CID, "c"),
    (0.05, CID, "id\n"),
    (0.2, ANN, "who has marshmallows?\n"),
    (0.3, BOB, "I ate them\n"),
    (0.3, BOB, None),
    (0.4, CID, "oh\nwell\n"),
    (1.1, CID, None),
]


def evening(socks):
    for time, who, text in EVENING:
        yield Sleep(time)
        if text:
            socks[who].sendall(text.encode())
        else:
            socks[who].shutdown(socket.SHUT_WR)
    yield Sleep(0.2)
    signal.raise_signal(signal.SIGINT)


def main():
    ctrl_c, theirs = socket.socketpair()
    theirs.setblocking(False)
    signal.signal(signal.SIGINT, lambda *_: None)  # in place of KeyboardInterrupt
    signal.set_wakeup_fd(theirs.fileno())
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        kernel = Kernel()
        kernel.new("host", host(listener, ctrl_c))
        socks = []
        for name in ("ann", "bob", "cid"):
            sock = socket.create_connection(listener.getsockname())
            sock.setblocking(False)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            socks.append(sock)
            kernel.new(name, ears(name, sock))
        kernel.new("evening", evening(socks))
        kernel.mainloop()


main()
