"""Writing of files: whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterable
from pathlib import Path

_AS_IT_IS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""No program that is started inherits it, and Windows writes what it is told to."""


class UnwritableError(OSError):
    """A file or folder that cannot be written: which, and why."""


def write_whole(
    path: Path,
    content: str | bytes | Iterable[str],
    *,
    make_folder: bool = True,
    durable: bool = True,
) -> None:
    """Write a file so that nobody ever sees half of it; a text as UTF-8. Raises UnwritableError.

    A text may come in parts, which are written as they come. One that is not ``durable`` may be
    lost if the machine itself stops at once: it can be made again.
    """
    try:
        if make_folder and not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.parent / f".grader-{secrets.token_hex(8)}"  # short: a name has 255 bytes
        # made as any new file is, so that it has the rights of one; nothing there is ever opened
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IT_IS, 0o666)
        try:
            with os.fdopen(handle, "wb") as file:
                if isinstance(content, bytes):
                    file.write(content)
                else:
                    for part in (content,) if isinstance(content, str) else content:
                        file.write(part.encode())
                if durable:
                    file.flush()
                    os.fsync(file.fileno())  # before it takes the place of another
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnwritableError(f"{path}: cannot be written ({error.strerror})") from error


def require_writable(path: Path) -> None:
    """Raises UnwritableError where a file could not be written, without writing it."""
    problem = None
    if not path.parent.is_dir():
        problem = errno.ENOENT
    elif path.is_dir():
        problem = errno.EISDIR
    elif not os.access(path.parent, os.W_OK | os.X_OK):
        problem = errno.EACCES
    if problem is not None:
        raise UnwritableError(f"{path}: cannot be written ({os.strerror(problem)})")


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, which may be there or not, however they are spelled."""
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()


_UNDECODED = re.compile("[\ud800-\udfff]")


def readable(text: str) -> str:
    r"""A file's name, or a text with one in it, that can be written as UTF-8.

    Bytes of the name that are not UTF-8 are spelled out: ``\xe8``.
    """
    return _UNDECODED.sub(lambda found: _spelled_out(ord(found[0])), text)


def _spelled_out(code: int) -> str:
    # PEP 383: the byte 0xNN of a name stands as the character U+DCNN.
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
