"""The filter, run by an interpreter of its own: what it lets through, and with which arguments."""

from __future__ import annotations

import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox import kernel
from grader.sandbox.inside.confinement.seccomp import ALLOWED, Instruction, program

ALLOW = 0x7FFF0000
REFUSE = 0x00050000 | errno.ENOSYS
KILL = 0x80000000

OWN_PID = 17
MACHINES = {kernel.X86_64: 0xC000003E, kernel.AARCH64: 0xC00000B7}

# Calls that start something, reach something or change something, by their numbers.
# name: (x86_64, aarch64)
FORBIDDEN = {
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "clone3": (435, 435),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "mount": (165, 40),
    "umount2": (166, 39),
    "unshare": (272, 97),
    "setns": (308, 268),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "bpf": (321, 280),
    "io_uring_setup": (425, 425),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "setuid": (105, 146),
    "setresuid": (117, 147),
    "capset": (126, 91),
    "setrlimit": (160, 164),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "chown": (92, None),
    "fchownat": (260, 54),
    "utimensat": (280, 88),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "mknodat": (259, 33),
    "setxattr": (188, 5),
    "memfd_create": (319, 279),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "sched_setaffinity": (203, 122),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    "seccomp": (317, 277),
    "landlock_restrict_self": (446, 446),
    "reboot": (169, 142),
    "init_module": (175, 105),
    "kexec_load": (246, 104),
    "personality": (135, 92),
}


def answer(
    instructions: list[Instruction], architecture: int, number: int, arguments: tuple[int, ...]
) -> int:
    """What a classic BPF program returns for a call; it may only jump forwards."""
    words = {0: number, 4: architecture}
    for place in range(6):
        value = (arguments + (0,) * 6)[place] & (2**64 - 1)
        words[16 + 8 * place] = value & 0xFFFFFFFF
        words[20 + 8 * place] = value >> 32
    accumulator, at = 0, 0
    while True:
        code, if_true, if_false, value = instructions[at]
        at += 1
        if code == 0x20:
            accumulator = words[value]
        elif code == 0x06:
            return value
        else:
            holds = {
                0x15: accumulator == value,
                0x35: accumulator >= value,
                0x45: bool(accumulator & value),
            }[code]
            at += if_true if holds else if_false


def ask(machine: str, number: int, *arguments: int) -> int:
    return answer(program(machine, OWN_PID), MACHINES[machine], number, arguments)


@pytest.mark.parametrize("machine", MACHINES)
def test_what_is_on_the_list_is_allowed(machine: str) -> None:
    column = list(MACHINES).index(machine)
    for name, numbers in ALLOWED.items():
        number = numbers[column]
        if number is not None:
            assert ask(machine, number, 1, 2, 3) == ALLOW, name


@pytest.mark.parametrize("machine", MACHINES)
def test_what_reaches_out_of_the_process_does_not_exist(machine: str) -> None:
    column = list(MACHINES).index(machine)
    for name, numbers in FORBIDDEN.items():
        number = numbers[column]
        if number is not None:
            assert ask(machine, number) == REFUSE, name


@given(number=st.integers(0, 2**32 - 1), arguments=st.tuples(*[st.integers(0, 2**64 - 1)] * 6))
def test_no_other_number_is_allowed_whatever_its_arguments(
    number: int, arguments: tuple[int, ...]
) -> None:
    for column, machine in enumerate(MACHINES):
        listed = {numbers[column] for numbers in ALLOWED.values()}
        conditional = [{16, 72, 302, 56, 234, 157}, {29, 25, 261, 220, 131, 167}][column]
        if number not in listed | conditional:
            assert ask(machine, number, *arguments) == REFUSE


@pytest.mark.parametrize("machine", MACHINES)
def test_another_architecture_ends_the_process(machine: str) -> None:
    others = [arch for name, arch in MACHINES.items() if name != machine]
    for arch in (*others, 0x40000003):  # the 32-bit calls of x86 have other numbers
        assert answer(program(machine, OWN_PID), arch, 0, ()) == KILL


def test_the_x32_numbers_of_allowed_calls_do_not_exist() -> None:
    assert ask(kernel.X86_64, 0x40000000) == REFUSE
    assert ask(kernel.X86_64, 0x40000000 | 41) == REFUSE


@pytest.mark.parametrize(("machine", "clone"), [(kernel.X86_64, 56), (kernel.AARCH64, 220)])
def test_threads_can_be_made_and_processes_cannot(machine: str, clone: int) -> None:
    thread = 0x003D0F00  # what pthread_create asks for
    assert ask(machine, clone, thread) == ALLOW
    assert ask(machine, clone, 0x01200011) == REFUSE  # what fork asks for
    assert ask(machine, clone, 0x10000000 | 17) == REFUSE  # in a new user namespace


@pytest.mark.parametrize(("machine", "tgkill"), [(kernel.X86_64, 234), (kernel.AARCH64, 131)])
def test_a_process_may_signal_its_own_threads_alone(machine: str, tgkill: int) -> None:
    assert ask(machine, tgkill, OWN_PID, OWN_PID, 6) == ALLOW
    for other in (1, 0, 2**64 - 1, OWN_PID + 1):
        assert ask(machine, tgkill, other, OWN_PID, 9) == REFUSE


@pytest.mark.parametrize(("machine", "prlimit"), [(kernel.X86_64, 302), (kernel.AARCH64, 261)])
def test_limits_can_be_read_of_the_process_itself_and_not_set(machine: str, prlimit: int) -> None:
    assert ask(machine, prlimit, 0, 7, 0, 0x7FFF_0000_1000) == ALLOW
    assert ask(machine, prlimit, 1, 7, 0, 0x7FFF_0000_1000) == REFUSE
    assert ask(machine, prlimit, 0, 7, 0x1000, 0) == REFUSE
    assert ask(machine, prlimit, 0, 7, 0x7FFF_0000_0000_0000, 0) == REFUSE  # upper half alone


@pytest.mark.parametrize(
    ("machine", "fcntl", "ioctl", "prctl"),
    [(kernel.X86_64, 72, 16, 157), (kernel.AARCH64, 25, 29, 167)],
)
def test_of_fcntl_ioctl_and_prctl_only_what_is_harmless_is_there(
    machine: str, fcntl: int, ioctl: int, prctl: int
) -> None:
    assert ask(machine, fcntl, 3, 1030) == ALLOW  # F_DUPFD_CLOEXEC
    for command in (8, 10, 15, 1024, 1026):  # F_SETOWN, F_SETSIG, F_SETOWN_EX, leases, notices
        assert ask(machine, fcntl, 3, command) == REFUSE
    assert ask(machine, ioctl, 3, 0x5401) == ALLOW  # TCGETS, which every open() asks
    assert ask(machine, ioctl, 0, 0x5412) == REFUSE  # TIOCSTI types into a terminal
    assert ask(machine, prctl, 15) == ALLOW  # PR_SET_NAME
    for option in (1, 4, 22, 23, 38, 47):  # PDEATHSIG, DUMPABLE, seccomp, capabilities
        assert ask(machine, prctl, option) == REFUSE


@pytest.mark.parametrize("machine", MACHINES)
def test_every_jump_lands_in_the_program_and_every_path_ends_in_an_answer(machine: str) -> None:
    instructions = program(machine, OWN_PID)
    for at, (code, if_true, if_false, _) in enumerate(instructions):
        if code not in (0x20, 0x06):
            assert at + 1 + max(if_true, if_false) < len(instructions)
    assert instructions[-1][0] == 0x06
    assert len(instructions) <= 4096
