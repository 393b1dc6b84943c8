"""Attacks as a student could hand them in; this file is sent to the sandbox as it stands.

It needs the standard library alone. Each function tries one thing and returns something true if it
got it, or raises what stopped it; its docstring says what it tries. ``aim`` tells where the targets
are, and holds no secret itself.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import gc
import importlib
import os
import resource
import signal
import socket
import struct
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Aim = Mapping[str, Any]

_SYSTEM_CALLS = {"add_key": (248, 217), "io_uring_setup": (425, 425)}  # x86_64, aarch64
_PTRACE_SEIZE = 0x4206
_F_SETSIG = 10
_CLONE_NEWUSER = 0x10000000
_PR_SET_PDEATHSIG = 1
_MEGABYTE = 1 << 20

# the grader's channel, which this module cannot import: it is part of a program
FRAME, MAGIC, ANSWER = struct.Struct("<4sBIQ"), b"cgw1", 2


def attempt(attack: Callable[[Aim], object], aim: Aim) -> tuple[str, object]:
    """``("got", evidence)``, or ``("stopped", the error's name)`` where it was refused."""
    try:
        return "got", attack(aim)
    except OSError as error:
        return "stopped", errno.errorcode.get(error.errno or 0, type(error).__name__)
    except ImportError as error:
        return "stopped", type(error).__name__


def read_password_file(aim: Aim) -> object:
    """Read /etc/passwd."""
    return Path("/etc/passwd").read_text(encoding="utf-8")


def read_secret_file(aim: Aim) -> object:
    """Read a file that anybody may read."""
    return Path(aim["secret_file"]).read_text(encoding="utf-8")


def read_through_link(aim: Aim) -> object:
    """Read one through a symbolic link."""
    Path("link").symlink_to(aim["secret_file"])
    return Path("link").read_text(encoding="utf-8")


def list_folder(aim: Aim) -> object:
    """List a folder that anybody may list."""
    return [path.name for path in Path(aim["folder"]).iterdir()]


def truncate_file(aim: Aim) -> object:
    """Empty a file by opening it to read."""
    return os.open(aim["secret_file"], os.O_RDONLY | os.O_TRUNC) > 0


def change_mode(aim: Aim) -> object:
    """Change the mode of a file."""
    Path(aim["secret_file"]).chmod(0o777)
    return True


def read_environment(aim: Aim) -> object:
    """Find the grader's environment in its own."""
    return str(os.environ)


def read_process_environment(aim: Aim) -> object:
    """Read the environment of another process."""
    return Path(f"/proc/{aim['victim']}/environ").read_text(encoding="utf-8")


def read_grader_memory_file(aim: Aim) -> object:
    """Read the grader's memory in /proc."""
    with Path(f"/proc/{aim['grader']}/mem").open("rb", buffering=0) as memory:
        memory.seek(aim["address"])
        return memory.read(aim["length"]).decode()


def read_grader_memory(aim: Aim) -> object:
    """Read the grader's memory with process_vm_readv."""
    found = ctypes.create_string_buffer(aim["length"])
    here = struct.pack("PN", ctypes.addressof(found), aim["length"])
    there = struct.pack("PN", aim["address"], aim["length"])
    _call("process_vm_readv", aim["grader"], here, 1, there, 1, 0)
    return found.raw.decode()


def trace_process(aim: Aim) -> object:
    """Trace another process with ptrace."""
    return _call("ptrace", _PTRACE_SEIZE, aim["victim"], 0, 0) == 0


def list_processes(aim: Aim) -> object:
    """List the machine's processes."""
    return [path.name for path in Path("/proc").iterdir() if path.name.isdigit()]


def import_grader(aim: Aim) -> object:
    """Import the grader's own packages."""
    return [importlib.import_module(name).__name__ for name in ("grader", "problems", "reference")]


def kill_process(aim: Aim) -> object:
    """Kill another process of the grader's user."""
    os.kill(aim["victim"], signal.SIGKILL)
    return True


def kill_by_descriptor(aim: Aim) -> object:
    """Have the kernel kill one, as the owner of a pipe."""
    readable, writable = os.pipe()
    fcntl.fcntl(readable, fcntl.F_SETOWN, aim["victim"])
    fcntl.fcntl(readable, _F_SETSIG, int(signal.SIGKILL))
    fcntl.fcntl(readable, fcntl.F_SETFL, os.O_ASYNC)
    os.write(writable, b"x")
    return True


def signal_everybody(aim: Aim) -> object:
    """Reach all processes with a signal."""
    os.kill(-1, 0)
    return True


def limit_process(aim: Aim) -> object:
    """Set a limit of another process with prlimit."""
    resource.prlimit(aim["victim"], resource.RLIMIT_NOFILE, (aim["open_files"],) * 2)
    return True


def raise_limits(aim: Aim) -> object:
    """Raise its own limits."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    return True


def fork(aim: Aim) -> object:
    """Start another process."""
    return os.fork() or os._exit(0)


def execute(aim: Aim) -> object:
    """Run another program."""
    # the loader of shared libraries is a program that every sandbox has to show
    places = [*Path("/lib64").glob("ld-*"), *Path("/lib").glob("ld-*.so*")]
    places.append(Path(sys.executable))
    os.execv(places[0], ["ld", "--version"])


def connect_by_tcp(aim: Aim) -> object:
    """Connect to a server by TCP."""
    socket.create_connection(("127.0.0.1", aim["port"]), timeout=2).close()
    return True


def connect_by_path(aim: Aim) -> object:
    """Connect to a server by a Unix socket."""
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(aim["socket"])
    return True


def connect_by_name(aim: Aim) -> object:
    """Connect to a server by an abstract Unix socket."""
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("\0" + aim["name"])
    return True


def find_descriptors(aim: Aim) -> object:
    """Use a descriptor that the grader left open."""
    return [number for number in range(5, 1024) if _is_open(number)]


def write_package(aim: Aim) -> object:
    """Write into the installed packages."""
    return Path(aim["package_file"]).write_text("planted", encoding="ascii") > 0


def leave_file(aim: Aim) -> object:
    """Leave a file in /tmp."""
    return Path(aim["left_file"]).write_text("planted", encoding="ascii") > 0


def leave_shared_memory(aim: Aim) -> object:
    """Leave a file in shared memory."""
    return Path(aim["left_memory"]).write_text("planted", encoding="ascii") > 0


def fill_disk(aim: Aim) -> object:
    """Fill the disk."""
    for number in range(8):
        with Path(f"filler-{number}").open("wb", buffering=0) as file:
            for _ in range(8):
                file.write(bytes(_MEGABYTE))
    return True


def become_root(aim: Aim) -> object:
    """Become root."""
    os.setuid(0)
    return True


def take_user_namespace(aim: Aim) -> object:
    """Take a user namespace."""
    return _call("unshare", _CLONE_NEWUSER) == 0


def mount(aim: Aim) -> object:
    """Mount a file system."""
    return _call("mount", b"none", aim["mount_point"].encode(), b"tmpfs", 0, b"size=4k") == 0


def add_key(aim: Aim) -> object:
    """Put a key into the kernel's keyring."""
    return _system_call("add_key", b"user", b"grader-doctor", b"planted", 7, -2) > 0


def start_io_uring(aim: Aim) -> object:
    """Have the kernel work through io_uring."""
    return _system_call("io_uring_setup", 1, ctypes.create_string_buffer(256)) > 0


def outlive_grader(aim: Aim) -> object:
    """Ask to live on when the grader ends."""
    return _call("prctl", _PR_SET_PDEATHSIG, 0, 0, 0, 0) == 0


def leave_thread(aim: Aim) -> object:
    """Leave a thread running after the result."""
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    return False


def spoil_libraries(aim: Aim) -> object:
    """Spoil the libraries for the next submission."""
    for name in ("builtins", "math", "numpy"):
        vars(importlib.import_module(name))["sum"] = lambda *_: -1
    gc.disable()
    return False


def forge_frame(aim: Aim) -> object:
    """Forge an answer on the grader's channel."""
    return os.write(4, FRAME.pack(MAGIC, ANSWER, 1, 1 << 60)) < 0


def return_too_much(aim: Aim) -> object:
    """Return a value that is too large."""
    return "x" * (aim["result_bytes"] + 1)


def take_memory(aim: Aim) -> object:
    """Take all the memory."""
    taken: list[bytearray] = []
    while len(taken) * _MEGABYTE < 4 * aim["memory_bytes"]:
        taken.append(bytearray(_MEGABYTE))
    return True


def never_end(aim: Aim) -> object:
    """Run for ever, and catch whatever can be caught."""
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def _call(name: str, *arguments: Any) -> int:
    """A function of the C library. Raises OSError."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    result: int = function(*(ctypes.c_long(a) if isinstance(a, int) else a for a in arguments))
    if result == -1:
        raise OSError(ctypes.get_errno(), name)
    return result


def _system_call(name: str, *arguments: Any) -> int:
    number = _SYSTEM_CALLS[name][os.uname().machine == "aarch64"]
    return _call("syscall", number, *arguments)


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True
