"""The tool as another system would have it: ``elsewhere.py SYSTEM grader check FILE``.

``elsewhere.py SYSTEM import MODULE ...`` imports modules there, and no more.

What macOS, or Windows, does not have is taken away before anything of ours is imported, in this
process and in those that it starts. What other people's packages do on these systems is not
looked at: they are loaded before.
"""

from __future__ import annotations

import os
import sys

MACOS, WINDOWS = "darwin", "win32"

_NEITHER_HAS = {
    "os": (
        *("memfd_create", "pidfd_open", "pipe2", "setresuid", "setresgid", "unshare", "setns"),
        *("sched_getaffinity", "sched_setaffinity", "waitid", "P_PIDFD", "O_TMPFILE", "eventfd"),
    ),
    "signal": ("pidfd_send_signal",),
    "socket": ("SOCK_SEQPACKET",),
    "select": ("epoll",),
}
_WINDOWS_LACKS = {
    "os": (
        *("fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "setsid", "killpg"),
        *("getpgid", "setpgid", "getpgrp", "uname", "wait", "wait3", "wait4", "sysconf", "pread"),
        *("set_blocking", "get_blocking", "fchmod", "mkfifo", "WNOHANG", "WEXITED", "chown"),
        *("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY", "setgroups", "getgroups"),
    ),
    "signal": (
        *("SIGKILL", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGHUP", "SIGCHLD", "SIGXCPU", "SIGSTOP"),
        *("setitimer", "ITIMER_REAL", "pthread_sigmask", "alarm", "pause"),
    ),
    "socket": ("AF_UNIX", "SCM_RIGHTS", "CMSG_SPACE"),
    "select": ("poll",),
    "time": ("clock_gettime",),
}
_NO_MODULES_OF_WINDOWS = ("fcntl", "resource", "pwd", "grp", "termios", "syslog", "posixshmem")
_OURS = ("grader", "problems", "reference")


def load_what_is_not_ours() -> None:
    """The parts of the standard library, and of packages, that ask which system this is."""
    import asyncio
    import concurrent.futures.process
    import multiprocessing.pool
    import shutil
    import subprocess
    import tempfile
    import threading
    import zipfile

    del asyncio, concurrent, multiprocessing, shutil, tempfile, threading, zipfile
    Popen = subprocess.Popen
    Popen.kill = lambda self: os.kill(self.pid, 9) if self.poll() is None else None  # type: ignore[method-assign]


def take_away(system: str) -> None:
    """Has this process be like one of another system, as far as our own code can see."""
    lacking = [_NEITHER_HAS, *([_WINDOWS_LACKS] if system == WINDOWS else [])]
    for module, names in (each for one in lacking for each in one.items()):
        for name in names:
            vars(__import__(module)).pop(name, None)
    if system == WINDOWS:
        for name in _NO_MODULES_OF_WINDOWS:
            sys.modules[name] = None  # type: ignore[assignment]
    sys.platform = system


def main(system: str, program: str, *arguments: str) -> None:
    """Runs the tool, or (``driver``) a file as the interpreter would that the tool has started."""
    import runpy

    load_what_is_not_ours()
    if program == "driver":
        path = next(one for one in arguments if not one.startswith("-"))
        take_away(system)
        sys.argv = [path, *arguments[arguments.index(path) + 1 :]]
        runpy.run_path(path, run_name="__main__")
        return
    import zoneinfo

    import alembic.command
    import alembic.config
    import click
    import filelock
    import jinja2
    import markdown_it
    import msgspec
    import numpy
    import rich.console
    import rich.progress
    import sqlalchemy.dialects.sqlite

    del alembic, click, filelock, jinja2, markdown_it, msgspec, numpy, rich, sqlalchemy, zoneinfo
    take_away(system)
    assert not any(name.partition(".")[0] in _OURS for name in sys.modules)
    if program == "import":
        for name in arguments:
            __import__(name)
        return
    sys.executable = os.environ["GRADER_TEST_INTERPRETER"]
    sys.argv = ["grader", *arguments]
    runpy.run_module(program, run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
