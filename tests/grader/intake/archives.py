"""Archives of a submission, sound ones and others, and what is said of one that is refused."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from grader.files.whole import readable
from grader.intake.submission import read_submission
from grader.render.notebook import notebook
from grader.render.script import model, script
from grader.sheet.sheet import SheetError, draw_sheet

SHEET = draw_sheet("7", ["cnn-table@lecture", "conv1d-code@lecture"], "en")
SOLUTION = script(SHEET, model).encode()
NOTEBOOK = notebook(SHEET, "submission.ipynb", solution=True).encode()

MEGABYTE = 1024**2

Files = Mapping[str, bytes]

COMPRESSED: Mapping[str, Callable[[bytes], bytes]] = {
    ".tar": bytes,
    ".gz": gzip.compress,
    ".tgz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}


def zipped(path: Path, files: Files, method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip archive of these files."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, files: Files, tar_format: int = tarfile.PAX_FORMAT) -> Path:
    """A tar archive, compressed as its name says."""
    entries = []
    for name, data in files.items():
        entry = tarfile.TarInfo(name)
        entry.size = len(data)
        entries.append((entry, data))
    path.write_bytes(COMPRESSED[path.suffix.lower()](tar_of(entries, tar_format)))
    return path


def tar_of(
    entries: Iterable[tuple[tarfile.TarInfo, bytes]], tar_format: int = tarfile.PAX_FORMAT
) -> bytes:
    """A plain tar archive of these entries, each with what is in it."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tar_format) as archive:
        for entry, data in entries:
            archive.addfile(entry, io.BytesIO(data))
    return file.getvalue()


def packed(path: Path, files: Files) -> Path:
    """An archive of these files, of the kind that its name says."""
    return zipped(path, files) if path.suffix.lower() == ".zip" else tarred(path, files)


def refused(path: Path, says: str) -> str:
    """What is said of a file, in one line that begins with its name."""
    with pytest.raises(SheetError, match=says) as caught:
        read_submission(path)
    said = str(caught.value)
    assert readable(path.name) in said
    assert len(said.splitlines()) == 1
    assert len(said) < 500
    return said


def peak_of(read: Callable[[], object]) -> int:
    """The most memory in use at a time, in bytes."""
    tracemalloc.start()
    try:
        read()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


either = pytest.mark.parametrize("archive", ["a.zip", "a.tar"])
