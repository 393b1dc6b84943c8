"""Reads who is on the machine."""

import pwd

attempt("passwd", lambda: text_of("/etc/passwd"))
attempt("hostname", lambda: text_of("/etc/hostname"))
attempt("resolver", lambda: text_of("/etc/resolv.conf"))


def name():
    try:
        return pwd.getpwuid(0).pw_name
    except KeyError:
        raise FileNotFoundError(errno.ENOENT, "no users")


attempt("name", name)
