"""Ann arrives first and takes a rest. Bob arrives second and shouts."""

import socket
import threading
import time

A_WHILE = 0.5


def come_to(canyon):
    """On a thread of their own, so that the server can do whatever it likes."""
    thread = threading.Thread(target=hike, args=(canyon,))
    thread.start()
    return thread


def hike(canyon):
    ann = socket.create_connection(canyon)
    bob = socket.create_connection(canyon)
    with bob:
        with ann:
            bob.settimeout(A_WHILE)
            ann.settimeout(10 * A_WHILE)
            print("ann rests, bob shouts")
            bob.sendall(b"hey")
            at_once = hear("bob", bob)
            time.sleep(A_WHILE)
            print("ann shouts")
            ann.sendall(b"ho")
            hear("ann", ann)
            print("ann goes home")
        if not at_once:
            hear("bob", bob)


def hear(name, sock):
    """Waits for an echo, but not for ever. Says whether there was one."""
    try:
        print(f"  {name} hears: {sock.recv(64).decode()}")
        return True
    except TimeoutError:
        print(f"  {name} hears nothing")
        return False
