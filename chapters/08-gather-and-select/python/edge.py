"""Four bytes come, and two are read. What does an edge-triggered selector say to that?"""

import select
import socket


def ask(epoll):
    ready = epoll.poll(0.05)
    print(f"the selector says{': ready' if ready else ' nothing'}")


def read(sock, most):
    try:
        print(f"we read {len(sock.recv(most))} bytes")
    except BlockingIOError:
        print("we read until we were told to wait")


ours, theirs = socket.socketpair()
ours.setblocking(False)
epoll = select.epoll()
epoll.register(ours, select.EPOLLIN | select.EPOLLET)

print("four bytes come")
theirs.sendall(b"four")
ask(epoll)
read(ours, 2)
ask(epoll)

read(ours, 2)
read(ours, 2)
print("four more bytes come")
theirs.sendall(b"more")
ask(epoll)
