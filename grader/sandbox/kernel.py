"""System calls that Python does not offer, by ctypes, for x86_64 and aarch64."""

from __future__ import annotations

import ctypes
import os

TYPE_CHECKING = False  # the zygote does not pay for the import of typing
if TYPE_CHECKING:
    from typing import Any

X86_64, AARCH64 = "x86_64", "aarch64"

# name: (x86_64, aarch64). Source: asm/unistd_64.h and asm-generic/unistd.h of Linux 6.1.
NUMBERS: dict[str, tuple[int, int]] = {
    "capset": (126, 91),
    "close_range": (436, 436),
    "landlock_create_ruleset": (444, 444),
    "landlock_add_rule": (445, 445),
    "landlock_restrict_self": (446, 446),
    "mount_setattr": (442, 442),
    "pivot_root": (155, 41),
    "seccomp": (317, 277),
    "setns": (308, 268),
    "unshare": (272, 97),
}

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4

_MADV_COLLAPSE = 25
_LAST_CAPABILITY = 63  # more than there are; the kernel says EINVAL for the first that is not
_CAPABILITY_VERSION_3 = 0x20080522

_libc = ctypes.CDLL(None, use_errno=True)
_machine = os.uname().machine

# types that ctypes would otherwise make anew in each child
_TwoWords, _SixWords = ctypes.c_uint32 * 2, ctypes.c_uint32 * 6


def machine() -> str:
    """The architecture. Raises OSError where there is no table for it."""
    if _machine not in (X86_64, AARCH64):
        raise OSError(f"there is no table of system calls for {_machine}")
    return _machine


def call(name: str, *arguments: Any) -> int:
    """One system call. Raises OSError, which names it."""
    number = NUMBERS[name][machine() == AARCH64]
    result: int = _libc.syscall(ctypes.c_long(number), *map(_as_word, arguments))
    return _checked(name, result)


def prctl(option: int, value: int = 0) -> int:
    """``prctl(option, value, 0, 0, 0)``. Raises OSError."""
    result: int = _libc.prctl(
        ctypes.c_int(option), *(ctypes.c_ulong(word) for word in (value, 0, 0, 0))
    )
    return _checked(f"prctl {option}", result)


def mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    """Mounts a file system, or a part of one elsewhere (man 2 mount). Raises OSError."""
    result: int = _libc.mount(
        source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), data.encode()
    )
    _checked(f"mount of {target}", result)


def unmount(target: str, flags: int) -> None:
    """Takes a mount away (man 2 umount). Raises OSError."""
    _checked(f"umount of {target}", _libc.umount2(target.encode(), ctypes.c_int(flags)))


def collapse(address: int, length: int) -> bool:
    """Whether the kernel has put memory into large pages (man 2 madvise, MADV_COLLAPSE)."""
    result: int = _libc.madvise(
        ctypes.c_void_p(address), ctypes.c_size_t(length), ctypes.c_int(_MADV_COLLAPSE)
    )
    return result == 0


def drop_bounding_set() -> None:
    """No exec gives a capability back. Needs CAP_SETPCAP; without it there is nothing to drop."""
    for capability in range(_LAST_CAPABILITY + 1):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:
            return


def drop_capabilities() -> None:
    """Empties the permitted, effective, inheritable and ambient sets."""
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    header = _TwoWords(_CAPABILITY_VERSION_3, 0)
    nothing = _SixWords()
    call("capset", ctypes.byref(header), ctypes.byref(nothing))


def _as_word(argument: Any) -> Any:
    return ctypes.c_long(argument) if type(argument) is int else argument


def _checked(name: str, result: int) -> int:
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")
    return result
