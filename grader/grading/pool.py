"""What processes of ours have to themselves when several work at once.

No file of the current folder is a module to them, a stop is left to the grader that started them,
and they end when it does.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SAFE_PATH = "PYTHONSAFEPATH"


@contextmanager
def no_stop() -> Iterator[None]:
    """Keeps what a terminal sends to each process from ours that are being started.

    Ctrl-C, and that it is closed. What is not one of ours, and counts what is shared, keeps both
    blocked; it ends when the grader does.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def files_here_shadow_nothing() -> Iterator[None]:
    """Keeps the current folder, which may be full of students' files, off the path of the pool."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


def end_with_the_grader() -> None:
    """Has this process killed when the grader is: nobody would tell it that there is no more."""
    grader = multiprocessing.parent_process()
    if sys.platform == "linux" and grader is not None:
        from grader.sandbox import kernel  # which other systems do not have

        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != grader.pid:  # it has gone already
            os._exit(1)


def leave_stops_to_the_grader() -> None:
    """Has Ctrl-C, or a closed terminal, do nothing here: the grader ends its processes itself.

    They are caught and not ignored, since programs that are started would go on ignoring them.
    """
    signal.signal(signal.SIGINT, lambda *_: None)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, lambda *_: None)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGHUP})
