"""Four bytes come, and two are read. What does an edge-triggered selector say to that? And
what does it say when the other side hangs up?"""

import select
import socket


def ask(epoll):
    match epoll.poll(0.05):
        case []:
            says = "nothing"
        case [(_, mask), *_] if mask & select.EPOLLRDHUP:
            says = "ready, and closed"
        case _:
            says = "ready"
    print("  the selector says:", says)


def read(sock, most):
    try:
        got = f"get {len(sock.recv(most))}"
    except BlockingIOError:
        got = "are told to wait"
    print(f"  we ask for {most} bytes, and {got}")


ours, theirs = socket.socketpair()
ours.setblocking(False)
epoll = select.epoll()
epoll.register(ours, select.EPOLLIN | select.EPOLLRDHUP | select.EPOLLET)

print("four bytes come")
theirs.sendall(b"four")
ask(epoll)
read(ours, 2)
ask(epoll)
read(ours, 2)
read(ours, 2)

print("four more come")
theirs.sendall(b"more")
ask(epoll)
read(ours, 64)

print("four more come, and the other side hangs up")
theirs.sendall(b"last")
theirs.close()
ask(epoll)
read(ours, 64)
ask(epoll)
read(ours, 64)
