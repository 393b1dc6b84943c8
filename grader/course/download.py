"""What a learning platform gives to download: one archive with the files of a whole class.

It is laid out in a folder of its own, for as long as it is looked at. Archives of students in it
stay as they are: these are read as any that is handed in. What has no place in that folder is left
out, and told by its name: one student's odd file costs nobody else theirs.
"""

from __future__ import annotations

import errno
import lzma
import stat
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import IO

from grader.files.whole import readable
from grader.intake.handed_in import ARCHIVES, MOST_ARCHIVE_BYTES

MOST_BYTES = 8 * 1024**3
"""Of all files of a class together."""
MOST_FILES = 1_000_000

_DAMAGED = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, ValueError, OverflowError),
)
"""What the readers of archives raise for such as are none, or no whole ones."""


class DownloadError(ValueError):
    """An archive of a class that cannot be read: which, why, and what to do."""


class LeftOut(Enum):
    """Why something in an archive of a class is not looked at, as it is told."""

    HIDDEN = "hidden"
    ELSEWHERE = "a name that leads out of the archive"
    NO_FILE = "a link, or no file at all"
    TWICE = "a name that was there before"
    UNWRITABLE = "a name that no folder takes"


@dataclass(frozen=True)
class Download:
    """The files of a class: the folder in which they lie, and what an archive had besides.

    ``name`` is that of what the lecturer has named: the folder itself, or an archive.
    """

    folder: Path
    name: str
    left_out: dict[LeftOut, list[str]] = field(default_factory=dict)


@contextmanager
def unpacked(path: Path) -> Iterator[Download]:
    """A folder as it is, or one in which the files of an archive lie. Raises DownloadError."""
    name = readable(str(path))
    if path.is_dir() or not path.name.lower().endswith(ARCHIVES) or not path.exists():
        yield Download(path, name)
        return
    with tempfile.TemporaryDirectory(prefix="grader-") as made:
        found = Download(Path(made), name)
        try:
            if zipfile.is_zipfile(path):
                _unzip(path, found)
            else:
                _untar(path, found)
        except DownloadError as error:
            raise DownloadError(f"{name}: {error}. Nothing of it was marked") from None
        except _DAMAGED as error:
            raise DownloadError(
                f"{name}: an archive was expected, but it is damaged ({_first_line(error)}); "
                "download it again. Nothing of it was marked"
            ) from None
        except (OSError, RuntimeError) as error:  # a full disk, say
            why = getattr(error, "strerror", None) or _first_line(error)
            raise DownloadError(
                f"{name}: the archive cannot be unpacked ({why}). Nothing of it was marked"
            ) from None
        yield found


def _unzip(path: Path, found: Download) -> None:
    with zipfile.ZipFile(path) as archive:
        left = MOST_BYTES
        for number, member in enumerate(archive.infolist()):
            _require_few(number, left)
            mode = stat.S_IFMT(member.external_attr >> 16)  # 0 where none is told
            is_file = mode in (0, stat.S_IFREG)
            target = None if member.is_dir() else _target(found, member.filename, is_file=is_file)
            if target is not None:
                if member.flag_bits & _ENCRYPTED:
                    raise DownloadError("an archive without a password was expected; unpack it")
                with archive.open(member) as source:
                    left -= _copied(source, target)


def _untar(path: Path, found: Download) -> None:
    with tarfile.open(path) as archive:
        left = MOST_BYTES
        for number, member in enumerate(archive):
            _require_few(number, left)
            if member.isdir():
                continue
            target = _target(found, member.name, is_file=member.isfile())
            source = None if target is None else archive.extractfile(member)
            if source is not None and target is not None:
                with source:
                    left -= _copied(source, target)


_ENCRYPTED = 1


def _first_line(error: Exception) -> str:
    lines = readable(str(error)).splitlines() or [type(error).__name__]
    return lines[0].removesuffix(":")


def _require_few(number: int, left: int) -> None:
    if number >= MOST_FILES or left < 0:
        raise DownloadError(
            f"an archive of at most {MOST_FILES} files and {MOST_BYTES // 1024**3} GB was "
            "expected, but it has more; unpack it, and name the folder"
        )


def _target(found: Download, name: str, *, is_file: bool) -> Path | None:
    """Where a member is laid; None for what is left out, of which the name is noted."""
    try:
        place = _place(found.folder, name, is_file=is_file)
        if isinstance(place, Path):
            place.parent.mkdir(parents=True, exist_ok=True)
            return place
    except OSError as error:
        if error.errno in _OF_THE_DISK:
            raise
        place = LeftOut.UNWRITABLE  # too long, say, or below a name that is that of a file
    found.left_out.setdefault(place, []).append(readable(name))
    return None


_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EACCES)


def _place(folder: Path, name: str, *, is_file: bool) -> Path | LeftOut:
    """Where a member belongs, or why nowhere. Raises OSError."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or parts[0] == "/" or ".." in parts or ":" in parts[0] or "\0" in name:
        return LeftOut.ELSEWHERE
    if any(map(is_hidden, parts)):
        return LeftOut.HIDDEN
    if not is_file:
        return LeftOut.NO_FILE
    target = folder.joinpath(*parts)
    return LeftOut.TWICE if target.exists() else target


def is_hidden(part: str) -> bool:
    """Whether a folder or file of this name is hidden, or what a computer puts there unasked."""
    return part.startswith(".") or part == "__MACOSX"


def _copied(source: IO[bytes], target: Path) -> int:
    """Lay a file down; of one that is larger than may be handed in only so much that this shows."""
    data = source.read(MOST_ARCHIVE_BYTES + 1)
    target.write_bytes(data)
    return len(data)
