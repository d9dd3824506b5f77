"""What one side writes in one piece may arrive in two, and what it writes in two in one."""

import socket


def read_once(sock, room):
    return sock.recv(room).decode()


def quoted(text):
    escaped = text.replace("\n", "\\n")
    return f'"{escaped}"'


ann, bob = socket.socketpair()

print("two messages, one read:")
ann.sendall(b"hello\n")
ann.sendall(b"are you there?\n")
print(" ", quoted(read_once(bob, 100)))

print("one message, two reads:")
ann.sendall(b"the kettle is on\n")
print(" ", quoted(read_once(bob, 10)))
print(" ", quoted(read_once(bob, 10)))

print("lines, however they come:")
received = ""
for piece in ("co", "me in\ntake", " a seat\nand"):
    ann.sendall(piece.encode())
    received += read_once(bob, 100)
    while "\n" in received:
        line, _, received = received.partition("\n")
        print(" ", quoted(line + "\n"))
print("  and half a line is kept:", quoted(received))
