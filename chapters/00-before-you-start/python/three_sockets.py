"""The same three sockets, asked about with `poll` and with `epoll`. Linux only."""

import select
import socket

NAMES = ["ann", "bob", "cid"]


def register(poll, sockets, how):
    for sock in sockets:
        poll.register(sock, how)
    return poll


pairs = [socket.socketpair() for _ in NAMES]
peers, sockets = zip(*pairs)
name_of = {sock.fileno(): name for name, sock in zip(NAMES, sockets)}
poll = register(select.poll(), sockets, select.POLLIN)
level = register(select.epoll(), sockets, select.EPOLLIN)
edge = register(select.epoll(), sockets, select.EPOLLIN | select.EPOLLET)


def ready(poll):
    names = ", ".join(f'"{name_of[fd]}"' for fd, _ in poll.poll(0))
    return f"[{names}]"


def ask(moment):
    print(moment)
    print("  poll, level  ", ready(poll))
    print("  epoll, level ", ready(level))
    print("  epoll, edge  ", ready(edge))


peer, sock = peers[1], sockets[1]

ask("nobody has written")
peer.sendall(b"four")
ask("bob has written four bytes")
sock.recv(2)
ask("two of them are read")
peer.sendall(b"more")
ask("bob has written again")
sock.recv(6)
ask("all is read")
