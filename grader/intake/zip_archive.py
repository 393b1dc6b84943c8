"""The members of a zip archive."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import partial

from grader.intake.error import SubmissionError
from grader.intake.member import FILE, FOLDER, MOST_MEMBERS, Member, Meter, damaged, too_many

_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER_BYTES = 30
_ENCRYPTED = 0x1 | 0x40 | 0x2000  # by password, strongly, with a masked directory
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises on archives that were damaged, by accident or with care."""


def zip_members(data: bytes) -> Iterator[Member]:
    """The members of a zip archive; a file is unpacked when it is read.

    Raises SubmissionError for an archive that is damaged, encrypted, or made to unpack to too much.
    """
    # an object is made for each entry before anybody can count them
    if data.count(_DIRECTORY_ENTRY) > MOST_MEMBERS:
        raise too_many()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE as error:
        raise damaged("its list of files cannot be read") from error
    infos = archive.infolist()
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise SubmissionError("the archive is encrypted; pack it without a password")
    _refuse_overlaps(infos, archive.start_dir)
    # no more of a file is ever given than its claim: a claim that is too small damages the file
    Meter(len(data)).add(sum(info.file_size for info in infos))
    for info in infos:
        yield Member(info.orig_filename, _kind(info), partial(_start_of, archive, info))


def _refuse_overlaps(infos: Sequence[zipfile.ZipInfo], end: int) -> None:
    """Raises SubmissionError if two members are unpacked from the same bytes.

    One block of zeros that stands for many files is how a small zip becomes petabytes (Fifield,
    "A better zip bomb", WOOT 2019); `zipfile` looks for it only from Python 3.11.8.
    """
    for info in sorted(infos, key=lambda info: info.header_offset, reverse=True):
        head = _LOCAL_HEADER_BYTES + len(info.orig_filename)
        if info.header_offset + head + info.compress_size > end:
            raise SubmissionError(
                "two files of the archive share their bytes, as in a bomb; hand in the file of the "
                "sheet alone"
            )
        end = info.header_offset


def _kind(info: zipfile.ZipInfo) -> str:
    mode = info.external_attr >> 16  # of a file of Unix; else 0
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "a pipe or a device"
    return FOLDER if info.orig_filename.endswith("/") or stat.S_ISDIR(mode) else FILE


def _start_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.compress_type not in _METHODS:  # others may ask for memory without end
        raise SubmissionError(
            f"the archive is packed by method {info.compress_type}, which is not read; pack it as "
            "a plain .zip"
        )
    try:
        with archive.open(info) as file:
            return file.read(most)
    except _UNREADABLE as error:
        raise damaged("a file in it cannot be unpacked") from error
