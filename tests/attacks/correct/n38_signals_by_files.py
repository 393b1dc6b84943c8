"""Has the kernel send a signal to another process when a pipe can be read."""

import fcntl


def owned():
    readable, writable = os.pipe()
    fcntl.fcntl(readable, fcntl.F_SETSIG, target["signal"])
    fcntl.fcntl(readable, fcntl.F_SETOWN, target["victim"])
    fcntl.fcntl(readable, fcntl.F_SETFL, os.O_ASYNC)
    os.write(writable, b"!")


def owned_by_the_log():
    fcntl.fcntl(1, fcntl.F_SETOWN, target["grader"])


attempt("own pipe", owned)
attempt("log", owned_by_the_log)
