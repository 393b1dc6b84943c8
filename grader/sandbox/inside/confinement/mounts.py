"""The file system that a program sees: the interpreter, its packages, a scratch directory.

The zygote makes it once and moves into it; each child has its own scratch directory on top.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct

from ... import kernel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SCRATCH = "/scratch"
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")

_READ_ONLY, _NO_SUID, _NO_DEV, _NO_EXEC = 1, 2, 4, 8
_REMOUNT, _BIND, _RECURSIVE, _PRIVATE = 32, 4096, 16384, 1 << 18
_KEPT_FLAGS = 1 | 2 | 4 | 8 | 1024 | 2048  # ST_RDONLY ... ST_NODIRATIME are the MS_ flags
_DETACH = 2

_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_ATTRIBUTES = _READ_ONLY | _NO_SUID  # MOUNT_ATTR_RDONLY, MOUNT_ATTR_NOSUID

# Directories that nearly every system has and nobody reads while a sandbox starts: the new root
# is mounted over one of them, in a mount namespace of its own.
_PLACES = ("/mnt", "/media", "/srv", "/opt", "/boot", "/home", "/run", "/var")


def build_root(read: Sequence[str], hidden: Sequence[str]) -> str:
    """Mounts a new root with only these paths, read-only, and returns where it stands.

    The mount namespace is this process's own. What is ``hidden`` below a path that is shown looks
    empty. Raises OSError.
    """
    kernel.mount("none", "/", "none", _RECURSIVE | _PRIVATE)
    shown = topmost(os.path.realpath(path) for path in read if os.path.exists(path))
    sources = [os.open(path, os.O_PATH | os.O_CLOEXEC) for path in shown]
    devices = [os.open(path, os.O_PATH | os.O_CLOEXEC) for path in DEVICES]
    root = next((place for place in _PLACES if os.path.isdir(place)), None)
    if root is None:
        raise OSError(f"there is no folder to put a new root on ({', '.join(_PLACES)})")
    kernel.mount("tmpfs", root, "tmpfs", _NO_SUID | _NO_DEV, "size=1m,mode=0755")
    for path, source in zip(shown, sources, strict=True):
        _bind(source, root + path)
        os.close(source)
    for path, source in zip(DEVICES, devices, strict=True):
        _bind(source, root + path)
        os.close(source)
    for path in read:
        _repeat_links(path, root)
    for path in hidden:
        _cover(root + os.path.realpath(path))
    os.mkdir(root + SCRATCH, 0o755)
    return root


def enter_root(root: str) -> None:
    """Makes the new root the root, without any way back. Raises OSError."""
    os.chdir(root)
    kernel.call("pivot_root", ctypes.c_char_p(b"."), ctypes.c_char_p(b"."))
    kernel.unmount(".", _DETACH)
    os.chdir("/")
    kernel.mount("none", "/", "none", _REMOUNT | _BIND | _READ_ONLY | _NO_SUID | _NO_DEV)


def mount_scratch(size_bytes: int, files: int, owner: int | None) -> None:
    """An empty directory of this process's own mount namespace; it ends with it. Raises OSError."""
    options = f"size={size_bytes},nr_inodes={files},mode=0700"
    if owner is not None:
        options += f",uid={owner},gid={owner}"
    kernel.mount("tmpfs", SCRATCH, "tmpfs", _NO_SUID | _NO_DEV | _NO_EXEC, options)


def topmost(paths: Iterable[str]) -> list[str]:
    """The paths that lie below none of the others."""
    found: list[str] = []
    for path in sorted(set(paths)):
        if not found or not path.startswith(f"{found[-1]}/"):
            found.append(path)
    return found


def _bind(source: int, target: str) -> None:
    """Shows a file or directory, which is open, at another path, read-only."""
    if stat.S_ISDIR(os.fstat(source).st_mode):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o644))
    kernel.mount(f"/proc/self/fd/{source}", target, "none", _BIND | _RECURSIVE)
    if target.endswith(DEVICES):
        return  # /dev/null is there to be written
    attributes = struct.pack("<QQQQ", _ATTRIBUTES, 0, 0, 0)
    try:
        kernel.call(
            "mount_setattr",
            _AT_FDCWD,
            ctypes.c_char_p(target.encode()),
            _AT_RECURSIVE,
            ctypes.create_string_buffer(attributes, len(attributes)),
            len(attributes),
        )
    except OSError:  # before Linux 5.12; what the source was mounted with has to be said again
        kept = os.statvfs(target).f_flag & _KEPT_FLAGS
        kernel.mount("none", target, "none", _REMOUNT | _BIND | _READ_ONLY | _NO_SUID | kept)


def _repeat_links(path: str, root: str) -> None:
    """Repeats the symbolic links on the way to a path, as /lib is one on many systems."""
    done = ""
    for name in path.strip("/").split("/"):
        step = f"{done}/{name}"
        if os.path.islink(step) and not os.path.lexists(root + step):
            os.makedirs(root + done, exist_ok=True)
            os.symlink(os.path.realpath(step), root + step)
        done = os.path.realpath(step)


def _cover(target: str) -> None:
    """Puts something empty over a file or directory."""
    if os.path.isdir(target):
        kernel.mount("tmpfs", target, "tmpfs", _READ_ONLY | _NO_SUID | _NO_DEV, "size=4k,mode=0755")
    elif os.path.exists(target):
        kernel.mount("/dev/null", target, "none", _BIND)
