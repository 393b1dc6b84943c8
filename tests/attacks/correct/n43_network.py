"""Opens a connection to the network."""

import socket


def connect(kind=socket.SOCK_STREAM):
    with socket.socket(socket.AF_INET, kind) as one:
        one.connect(("127.0.0.1", target["port"]))
        return one.send(b"secret")


attempt("tcp", connect)
attempt("udp", lambda: connect(socket.SOCK_DGRAM))
attempt("tcp 6", lambda: socket.socket(socket.AF_INET6).close())
