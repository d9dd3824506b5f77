"""A socket that must not block says so instead of waiting, when reading and when writing."""

import socket


def words(call, *arguments):
    try:
        result = call(*arguments)
    except BlockingIOError:
        return "would block"
    except OSError as error:
        return f"{error.strerror} (os error {error.errno})"
    count = result if isinstance(result, int) else len(result)
    return f"{count} bytes" if count else "the end"


ann, bob = socket.socketpair()
ann.setblocking(False)
bob.setblocking(False)

print("nothing to read:", words(bob.recv, 64))
ann.sendall(b"soup?")
print("something there:", words(bob.recv, 64))
print("read once more: ", words(bob.recv, 64))

letters = b"a" * 10_000_000
taken = ann.send(letters)
print("ten million letters fit:", str(taken == len(letters)).lower())
print("a few were taken:", str(taken > 0).lower())
while words(ann.send, letters) != "would block":
    pass
print("one more letter:", words(ann.send, b"a"))

ann.close()
while bob.recv(65536):
    pass
print("all read, and the other side gone:", words(bob.recv, 64))
print("write to nobody:", words(bob.send, b"hello?"))
