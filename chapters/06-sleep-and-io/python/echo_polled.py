"""An echo server that never blocks, and asks every socket again and again."""

import socket
import sys

import two_hikers


def try_echo(sock):
    """Echoes what has come, if anything has. Says whether the hiker is still there."""
    try:
        air = sock.recv(4096)
    except BlockingIOError:
        return True
    sock.sendall(air)
    return bool(air)


with socket.create_server(("127.0.0.1", 0)) as listener:
    hikers = two_hikers.come_to(listener.getsockname())
    listener.setblocking(False)
    sockets = []
    arrived = asked = 0
    while arrived < 2 or sockets:
        try:
            sock, _ = listener.accept()
            sock.setblocking(False)
            sockets.append(sock)
            arrived += 1
        except BlockingIOError:
            pass
        for sock in list(sockets):
            asked += 1
            if not try_echo(sock):
                sockets.remove(sock)
                sock.close()
    print(f"{asked} times asked", file=sys.stderr)
    hikers.join()
