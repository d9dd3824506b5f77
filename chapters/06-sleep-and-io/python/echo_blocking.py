"""An echo server that blocks: in `accept`, and in `recv`."""

import socket

import two_hikers


def echo(sock):
    with sock:
        while air := sock.recv(4096):
            sock.sendall(air)


with socket.create_server(("127.0.0.1", 0)) as listener:
    hikers = two_hikers.come_to(listener.getsockname())
    for _ in range(2):
        sock, _ = listener.accept()
        echo(sock)
    hikers.join()
