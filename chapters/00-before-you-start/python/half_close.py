"""Each direction of a connection ends on its own."""

import socket
from threading import Thread


def adder(sock):
    numbers = b""
    while piece := sock.recv(512):  # b"" is the end
        numbers += piece
    print("the adder has seen the end, and answers")
    sock.sendall(f"{sum(int(line) for line in numbers.split())}\n".encode())
    sock.close()


listener = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listener.getsockname())
server, _ = listener.accept()
thread = Thread(target=adder, args=(server,))

client.sendall(b"20\n12\n10\n")
client.shutdown(socket.SHUT_WR)  # nothing more to say, but still listening
try:
    client.send(b"1\n")
except BrokenPipeError:
    print("the client cannot write any more")
thread.start()
print("it can still read:", client.makefile().read().strip())
thread.join()
