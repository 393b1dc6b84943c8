"""Stands above every attack: where its targets are, and how it records what it got."""

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Callable
from types import FrameType
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


# -- the form of the grader's channel --------------------------------------------------------------


def in_the_form(words: str, *parts: bytes) -> bytes:
    """An answer as the driver encodes it: what it is, and what belongs to that."""
    said = b"s" + struct.pack("<Q", len(words)) + words.encode()
    return b"t" + struct.pack("<Q", 1 + len(parts)) + said + b"".join(parts)


def as_array(numbers: list[float]) -> bytes:
    """A vector as the driver encodes it."""
    cells = struct.pack(f"<{len(numbers)}d", *numbers)
    return b"a" + struct.pack("<sBBQ", b"f", 8, 1, len(numbers)) + cells


def frame(number: int, answers: list[bytes]) -> bytes:
    """The answers to requests, under the number of the first."""
    payload = b"".join(struct.pack("<Q", len(one)) + one for one in answers)
    return struct.pack("<4sBIQ", b"cgw1", 2, number, len(payload)) + payload


def asked() -> tuple[int, list[bytes]]:
    """The number of the first request that is not answered yet, and the answers kept back."""
    caller: FrameType | None = sys._getframe()
    while caller is not None and "channel" not in caller.f_locals:
        caller = caller.f_back
    assert caller is not None
    channel = caller.f_locals["channel"]
    return channel.number + 1, [*channel.kept_back]
