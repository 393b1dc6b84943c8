"""Stands above every attack: where its targets are, and how it records what it got."""

import ctypes
import errno
import os
from collections.abc import Callable
from typing import Any

target: dict[str, Any] = {}

achieved: list[str] = []
refused: list[str] = []

# name: (x86_64, aarch64). Source: asm/unistd_64.h and asm-generic/unistd.h of Linux 6.1.
_NUMBERS = {
    "add_key": (248, 217),
    "io_uring_setup": (425, 425),
    "keyctl": (250, 219),
    "memfd_create": (319, 279),
    "mount": (165, 40),
    "open_by_handle_at": (304, 265),
    "pidfd_getfd": (438, 438),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "prctl": (157, 167),
    "process_vm_readv": (310, 270),
    "ptrace": (101, 117),
    "rt_sigqueueinfo": (129, 138),
    "setns": (308, 268),
    "shmctl": (31, 195),
    "shmget": (29, 194),
    "tgkill": (234, 131),
    "unshare": (272, 97),
}
_libc = ctypes.CDLL(None, use_errno=True)


def attempt(what: str, action: Callable[[], object]) -> None:
    """Tries something, and records what came of it or why it was refused."""
    try:
        got = action()
    except OSError as error:
        refused.append(f"{what}: {errno.errorcode.get(error.errno or 0, error)}")
    else:
        achieved.append(f"{what}: {got!r}"[:300])


def syscall(name: str, *arguments: Any) -> int:
    """One system call by its number, past whatever the C library does."""
    number = _NUMBERS[name][os.uname().machine == "aarch64"]
    words = [ctypes.c_long(word) if isinstance(word, int) else word for word in arguments]
    result: int = _libc.syscall(ctypes.c_long(number), *words)
    if result == -1:
        raise OSError(ctypes.get_errno(), name)
    return result


def text_of(path: str) -> str:
    """What is in a file."""
    with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
        return file.read()
