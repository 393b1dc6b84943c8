"""Opens sockets that no firewall sees."""

import socket


def connect(address):
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(address)
        return one.send(b"secret")


attempt("unix", lambda: connect(target["unix"]))
attempt("abstract", lambda: connect(target["abstract"]))
attempt("pair", lambda: socket.socketpair()[0].close())
attempt("netlink", lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).close())
attempt("vsock", lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM).close())
attempt("packet", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW).close())
