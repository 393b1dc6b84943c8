"""Leaves a process behind, in a session of its own."""

import time


def daemon():
    if os.fork():
        return
    os.setsid()
    if os.fork():
        os._exit(0)
    for descriptor in range(5):
        os.close(descriptor)
    time.sleep(30)
    os._exit(0)


attempt("daemon", daemon)
if hasattr(os, "forkpty"):
    attempt("terminal", lambda: os.forkpty()[0] or os._exit(0))
