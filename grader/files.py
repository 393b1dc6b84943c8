"""Writing of files: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class UnwritableError(OSError):
    """A file or folder that cannot be written: which, and why."""


def write_whole(path: Path, text: str) -> None:
    """Write a text file so that nobody ever sees half of it. Raises UnwritableError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnwritableError(f"{path}: cannot be written ({error.strerror})") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
