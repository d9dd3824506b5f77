"""The canyon of `echo` and `rude`, its hikers, and their guide."""

import socket

from reactor import Kernel, KillTask, NewTask, Sleep, WaitRead, WaitTask, WaitWrite


def canyon(listener):
    while True:
        yield WaitRead(listener)
        while (sock := accept(listener)) is not None:
            yield NewTask("echo", echo(sock))


def accept(listener):
    try:
        sock, _ = listener.accept()
    except BlockingIOError:
        return None
    sock.setblocking(False)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock


def echo(sock):
    with sock:
        try:
            while True:
                yield WaitRead(sock)
                air = sock.recv(4096)
                if not air:
                    return
                while air:
                    yield WaitWrite(sock)
                    air = air[sock.send(air) :]
        except ConnectionResetError:
            print("canyon: connection reset")


def hiker(name, sock, acts):
    with sock:
        for act, *what in acts:
            if act == "rest":
                yield Sleep(what[0])
            elif act == "wait":
                yield WaitRead(sock)
            elif act == "shout":
                print(f"{name} shouts: {what[0]}")
                sock.sendall(what[0].encode())
            elif act == "hear":
                print(f"  {name} hears: {sock.recv(64).decode() or 'silence'}")
            elif act == "half_close":
                print(f"{name} has nothing more to say")
                sock.shutdown(socket.SHUT_WR)
            elif act == "flood":
                print(f"{name} shouts without end")
                try:
                    while sock.send(b"a" * 4096):
                        pass
                except BlockingIOError:
                    print(f"{name} has to stop: no more room")


def guide(listener, hikers):
    mouth = yield NewTask("canyon", canyon(listener))
    tasks = []
    for name, sock, acts in hikers:
        tasks.append((yield NewTask(name, hiker(name, sock, acts))))
    for task in reversed(tasks):
        yield WaitTask(task)
    yield KillTask(mouth)


def connect(address):
    sock = socket.create_connection(address)
    sock.setblocking(False)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock


def run(*scripts):
    """A canyon, and a hiker for each script."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        address = listener.getsockname()
        hikers = [(name, connect(address), acts) for name, acts in scripts]
        kernel = Kernel()
        kernel.new("guide", guide(listener, hikers))
        kernel.mainloop()
