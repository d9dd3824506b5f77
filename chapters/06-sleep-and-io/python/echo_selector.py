"""An echo server that sleeps until the operating system says which socket is ready."""

import selectors
import socket
import sys

import two_hikers


def echo(sock):
    """Echoes what has come. Says whether the hiker is still there."""
    air = sock.recv(4096)
    sock.sendall(air)
    return bool(air)


def main():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        hikers = two_hikers.come_to(listener.getsockname())
        selector = selectors.DefaultSelector()
        selector.register(listener, selectors.EVENT_READ)
        asked = gone = 0
        while gone < 2:
            for key, _ in selector.select():
                if key.fileobj is listener:
                    sock, _ = listener.accept()
                    selector.register(sock, selectors.EVENT_READ)
                    continue
                asked += 1
                if not echo(key.fileobj):
                    selector.unregister(key.fileobj)
                    key.fileobj.close()
                    gone += 1
        print(f"{asked} times asked", file=sys.stderr)
        hikers.join()


main()
