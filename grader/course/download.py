"""What a learning platform gives to download: one archive with the files of a whole class.

It is laid out in a folder of its own, for as long as it is looked at. Archives of students in it
stay as they are: these are read as any that is handed in.
"""

from __future__ import annotations

import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from grader.files.whole import readable
from grader.intake.handed_in import ARCHIVES, MOST_ARCHIVE_BYTES

MOST_BYTES = 8 * 1024**3
"""Of all files of a class together."""
MOST_FILES = 1_000_000


class DownloadError(ValueError):
    """An archive of a class that cannot be read: which, why, and what to do."""


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The folder itself, or one in which the files of an archive lie. Raises DownloadError."""
    if path.is_dir() or not path.name.lower().endswith(ARCHIVES) or not path.exists():
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="grader-") as made:
        folder = Path(made)
        name = readable(str(path))
        try:
            if zipfile.is_zipfile(path):
                _unzip(path, folder)
            else:
                _untar(path, folder)
        except (
            zipfile.BadZipFile,
            tarfile.TarError,
            zlib.error,
            EOFError,
            NotImplementedError,
        ) as error:
            raise DownloadError(
                f"{name}: an archive was expected, but it is damaged ({error}); download it again. "
                "Nothing of it was marked"
            ) from None
        except (OSError, RuntimeError) as error:  # a full disk, or a password
            why = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise DownloadError(
                f"{name}: the archive cannot be unpacked ({why}). Nothing of it was marked"
            ) from None
        yield folder


def _unzip(path: Path, folder: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        left = MOST_BYTES
        for number, member in enumerate(archive.infolist()):
            _require_few(number, left)
            target = _target(folder, member.filename)
            if member.is_dir() or target is None:
                continue
            with archive.open(member) as source:
                left -= _copied(source, target)


def _untar(path: Path, folder: Path) -> None:
    with tarfile.open(path) as archive:
        left = MOST_BYTES
        for number, member in enumerate(archive):
            _require_few(number, left)
            target = _target(folder, member.name)
            source = archive.extractfile(member) if member.isfile() else None
            if source is not None and target is not None:
                with source:
                    left -= _copied(source, target)


def _require_few(number: int, left: int) -> None:
    if number >= MOST_FILES or left < 0:
        raise zipfile.BadZipFile(
            f"it has more than {MOST_FILES} files, or more than {MOST_BYTES // 1024**3} GB"
        )


def _target(folder: Path, name: str) -> Path | None:
    """Where a member is laid; None for what would lie elsewhere, or is hidden."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or parts[0] == "/" or ".." in parts or ":" in parts[0] or "\0" in name:
        return None
    if any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return None
    target = folder.joinpath(*parts)
    return None if target.exists() else target


def _copied(source: IO[bytes], target: Path) -> int:
    """Lay a file down; of one that is larger than may be handed in only so much that this shows."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        data = source.read(MOST_ARCHIVE_BYTES + 1)
        file.write(data)
    return len(data)
