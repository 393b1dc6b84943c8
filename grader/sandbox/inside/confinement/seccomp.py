"""The allow-list of system calls, as a classic BPF program.

What is not on the list does not exist (ENOSYS): no fork, no exec, no socket, no mount, no kill.
Threads may be made, and a process may signal its own, as abort() does. Source: seccomp(2),
linux/filter.h.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct

from ... import kernel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# What computing, reading modules and writing into the scratch directory need.
# name: (x86_64, aarch64); None where the architecture has no such call.
ALLOWED: dict[str, tuple[int, int | None]] = {
    "read": (0, 63),
    "write": (1, 64),
    "readv": (19, 65),
    "writev": (20, 66),
    "pread64": (17, 67),
    "pwrite64": (18, 68),
    "preadv": (295, 69),
    "pwritev": (296, 70),
    "lseek": (8, 62),
    "open": (2, None),
    "openat": (257, 56),
    "creat": (85, None),
    "close": (3, 57),
    "close_range": (436, 436),
    "dup": (32, 23),
    "dup2": (33, None),
    "dup3": (292, 24),
    "pipe": (22, None),
    "pipe2": (293, 59),
    "select": (23, None),
    "pselect6": (270, 72),
    "poll": (7, None),
    "ppoll": (271, 73),
    "stat": (4, None),
    "fstat": (5, 80),
    "lstat": (6, None),
    "newfstatat": (262, 79),
    "statx": (332, 291),
    "statfs": (137, 43),
    "fstatfs": (138, 44),
    "access": (21, None),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "getdents": (78, None),
    "getdents64": (217, 61),
    "getcwd": (79, 17),
    "chdir": (80, 49),
    "fchdir": (81, 50),
    "umask": (95, 166),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "rmdir": (84, None),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "truncate": (76, 45),
    "ftruncate": (77, 46),
    "fadvise64": (221, 223),
    "fsync": (74, 82),
    "fdatasync": (75, 83),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "mincore": (27, 232),
    "brk": (12, 214),
    "membarrier": (324, 283),
    "futex": (202, 98),
    "set_robust_list": (273, 99),
    "get_robust_list": (274, 100),
    "set_tid_address": (218, 96),
    "rseq": (334, 293),
    "arch_prctl": (158, None),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigpending": (127, 136),
    "rt_sigtimedwait": (128, 137),
    "rt_sigsuspend": (130, 133),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "pause": (34, None),
    "alarm": (37, None),
    "setitimer": (38, 103),
    "getitimer": (36, 102),
    "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115),
    "restart_syscall": (219, 128),
    "gettimeofday": (96, 169),
    "time": (201, None),
    "times": (100, 153),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "sched_getparam": (143, 121),
    "sched_getscheduler": (145, 120),
    "sched_get_priority_max": (146, 125),
    "sched_get_priority_min": (147, 126),
    "getcpu": (309, 168),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getppid": (110, 173),
    "getpgrp": (111, None),
    "getpgid": (121, 155),
    "getsid": (124, 156),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    "getresuid": (118, 148),
    "getresgid": (120, 150),
    "getgroups": (115, 158),
    "getpriority": (140, 141),
    "getrlimit": (97, 163),
    "getrusage": (98, 165),
    "sysinfo": (99, 179),
    "uname": (63, 160),
    "getrandom": (318, 278),
    "exit": (60, 93),
    "exit_group": (231, 94),
}

_IOCTL, _FCNTL, _PRLIMIT, _CLONE = (16, 29), (72, 25), (302, 261), (56, 220)
_TGKILL, _PRCTL = (234, 131), (157, 167)

_IOCTLS = (0x5401, 0x5413, 0x541B, 0x5450, 0x5451)  # TCGETS, TIOCGWINSZ, FIONREAD, FIO(N)CLEX
_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1032)  # dup, descriptor flags, locks; no owner, no signal
_PRCTLS = (15, 16, 0x53564D41)  # PR_SET_NAME, PR_GET_NAME, PR_SET_VMA: names only
_CLONE_THREAD = 0x00010000

_ARCHITECTURES = {kernel.X86_64: 0xC000003E, kernel.AARCH64: 0xC00000B7}
_X32_BIT = 0x40000000

_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL_PROCESS, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data

_SET_MODE_FILTER = 1
_LOG_NOTHING = 0

_INSTRUCTION = struct.Struct("<HBBI")
_CODES: dict[int, bytes] = {}
"""The last filter made, by the pid that it is for: 1, where a child has a namespace of its own."""

Instruction = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def program(machine: str, pid: int) -> list[Instruction]:
    """The filter: (code, jump if true, jump if false, value) per instruction."""
    column = 1 if machine == kernel.AARCH64 else 0
    refuse = (_RETURN, 0, 0, _ERRNO | errno.ENOSYS)
    allow = (_RETURN, 0, 0, _ALLOW)
    filtered: list[Instruction] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_JUMP_EQUAL, 1, 0, _ARCHITECTURES[machine]),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_LOAD, 0, 0, _NUMBER),
    ]
    if machine == kernel.X86_64:
        filtered += [(_JUMP_AT_LEAST, 0, 1, _X32_BIT), refuse]

    def under(numbers: tuple[int, int], conditions: list[Instruction]) -> None:
        """Allows a call of which the conditions, each with its loads, end in an answer."""
        filtered.append((_JUMP_EQUAL, 0, len(conditions), numbers[column]))
        filtered.extend(conditions)

    under(_IOCTL, _one_of(1, _IOCTLS, allow, refuse))
    under(_FCNTL, _one_of(1, _FCNTLS, allow, refuse))
    under(_PRCTL, _one_of(0, _PRCTLS, allow, refuse))
    under(_TGKILL, _one_of(0, (pid,), allow, refuse))
    under(_CLONE, [(_LOAD, 0, 0, _low(0)), (_JUMP_SET, 0, 1, _CLONE_THREAD), allow, refuse])
    reading_own_limits = [
        instruction
        for word in (_low(0), _low(2), _low(2) + 4)  # pid 0, and no new limit
        for instruction in ((_LOAD, 0, 0, word), (_JUMP_EQUAL, 1, 0, 0), refuse)
    ]
    under(_PRLIMIT, [*reading_own_limits, allow])
    numbers = (each[column] for each in ALLOWED.values())
    return filtered + _one_in(_runs(n for n in numbers if n is not None), allow, refuse)


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The (first, last) of numbers that follow one another, in order."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _one_in(
    runs: list[tuple[int, int]], allow: Instruction, refuse: Instruction
) -> list[Instruction]:
    """Allows the numbers in the runs, by halves: the kernel tries each number at installation."""
    if len(runs) > 1:
        middle = len(runs) // 2
        below, above = (_one_in(half, allow, refuse) for half in (runs[:middle], runs[middle:]))
        return [(_JUMP_AT_LEAST, len(below), 0, runs[middle][0]), *below, *above]
    ((first, last),) = runs
    within = [(_JUMP_AT_LEAST, 0, 2, first), (_JUMP_AT_LEAST, 1, 0, last + 1)]
    return [*within, allow, refuse]


def _one_of(
    argument: int, values: tuple[int, ...], allow: Instruction, refuse: Instruction
) -> list[Instruction]:
    found: list[Instruction] = [(_LOAD, 0, 0, _low(argument))]
    for value in values:
        found += [(_JUMP_EQUAL, 0, 1, value), allow]
    return [*found, refuse]


def _low(argument: int) -> int:
    """The offset of an argument's lower half; both architectures are little-endian."""
    return _ARGUMENTS + 8 * argument


def code(pid: int) -> bytes:
    """The filter as the kernel reads it; to make it takes longer than to install it."""
    if pid not in _CODES:
        _CODES.clear()
        _CODES[pid] = b"".join(_INSTRUCTION.pack(*one) for one in program(kernel.machine(), pid))
    return _CODES[pid]


def install() -> None:
    """Puts the filter on this process for good; NO_NEW_PRIVS is set before. Raises OSError."""
    instructions = code(os.getpid())
    buffer = ctypes.create_string_buffer(instructions, len(instructions))
    whole = _Program(len(instructions) // _INSTRUCTION.size, ctypes.addressof(buffer))
    kernel.call("seccomp", _SET_MODE_FILTER, _LOG_NOTHING, ctypes.byref(whole))


def is_available() -> bool:
    """Whether the kernel takes filters at all."""
    get_action_available = 2
    action = ctypes.c_uint32(_ERRNO)
    try:
        kernel.call("seccomp", get_action_available, 0, ctypes.byref(action))
    except OSError:
        return False
    return True
