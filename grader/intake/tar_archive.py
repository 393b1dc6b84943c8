"""The members of a tar archive, plain or compressed.

`tarfile` is not used on what strangers made: it reads a header of any size that it claims to have,
and before Python 3.11.10 takes quadratic time over one (CVE-2024-6232). What is needed here is
little. Source: POSIX.1-2017, pax, "ustar Interchange Format" and "pax Header Block"; GNU tar
manual, "Basic Tar Format".
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from grader.intake.member import FILE, FOLDER, MOST_MEMBERS, Member, Meter, damaged, too_many

_BLOCK = 512
_CHUNK = 64 * 1024
_MOST_HEADER_BYTES = 64 * 1024  # of a long name, or of a pax header
_MOST_HEADERS = 4 * MOST_MEMBERS  # its own, and those of a long name and a long link

_MOST_XZ_MEMORY = 128 * 1024**2  # xz -9 needs 65 MB

_OCTAL = re.compile(rb"[0-7]{0,12}")
_DECIMAL = re.compile(rb"[0-9]{1,12}")
_PAX_RECORD = re.compile(rb"([0-9]{1,6}) ")

_KINDS = {
    b"0": FILE,
    b"\0": FILE,
    b"7": FILE,
    b"1": "a hard link",
    b"2": "a symbolic link",
    b"3": "a device",
    b"4": "a device",
    b"5": FOLDER,
    b"6": "a pipe",
    b"S": "a sparse file",
}


def tar_members(data: bytes) -> Iterator[Member]:
    """The members of a tar archive; a compressed one is unpacked as far as they are asked for.

    Raises SubmissionError for an archive that is damaged or unpacks to too much.
    """
    stream = _Stream(_opened(data), Meter(len(data)))
    shared: dict[bytes, bytes] = {}
    own: dict[bytes, bytes] = {}
    long_name: bytes | None = None
    headers = 0
    while (header := stream.read(_BLOCK, may_end=headers > 0)).strip(b"\0"):
        headers += 1
        if headers > _MOST_HEADERS:
            raise too_many()
        if _checksum(header) != _number(header[148:156]):
            raise damaged("a header in it is not right")
        size, kind = _number(header[124:136]), header[156:157]
        if kind in (b"x", b"X", b"g", b"L", b"K"):
            text = stream.read(_as_header_size(size))
            stream.skip(-size % _BLOCK)
            if kind == b"L":
                long_name = text.partition(b"\0")[0]
            elif kind == b"g":
                shared |= _pax_records(text)
            elif kind != b"K":
                own = _pax_records(text)
            continue
        told = shared | own
        name = told.get(b"path", _name(header) if long_name is None else long_name)
        content = _Content(stream, _size(told, size))
        yield Member(name.decode("utf-8", "surrogateescape"), _kind(kind, name, told), content.read)
        content.pass_over()
        own, long_name = {}, None


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes:
        """At most so many of the next bytes; none at the end."""


class _Stream:
    """The unpacked bytes of an archive, in order, counted as they come: sizes are only claims."""

    def __init__(self, file: _Readable, meter: Meter) -> None:
        self._file = file
        self._meter = meter

    def read(self, size: int, *, may_end: bool = False) -> bytes:
        """The next bytes, all of them, or none at the end.

        Raises SubmissionError if there are fewer.
        """
        data = bytearray()
        while len(data) < size and (chunk := self._chunk(size - len(data))):
            data += chunk
        if len(data) < size and (data or not may_end):
            raise damaged("it ends too early")
        return bytes(data)

    def skip(self, size: int) -> None:
        """Passes over the next bytes. Raises SubmissionError if there are fewer."""
        while size:
            chunk = self._chunk(size)
            if not chunk:
                raise damaged("it ends too early")
            size -= len(chunk)

    def _chunk(self, most: int) -> bytes:
        try:
            chunk = self._file.read(min(most, _CHUNK))
        except (EOFError, OSError, ValueError, zlib.error, MemoryError) as error:
            raise damaged("it cannot be unpacked") from error
        self._meter.add(len(chunk))
        return chunk


class _Content:
    """What is in one member, and the rest of its last block."""

    def __init__(self, stream: _Stream, size: int) -> None:
        self._stream = stream
        self._left = size
        self._padding = -size % _BLOCK

    def read(self, most: int) -> bytes:
        size = min(most, self._left)
        self._left -= size
        return self._stream.read(size)

    def pass_over(self) -> None:
        self._stream.skip(self._left + self._padding)


def _opened(data: bytes) -> _Readable:
    """The unpacked archive; how it is compressed is seen in its first bytes, not in its name."""
    for magic, unpacked in _COMPRESSED.items():
        if data.startswith(magic):
            return unpacked(data)
    return io.BytesIO(data)


def _gunzipped(data: bytes) -> _Readable:
    import gzip

    return gzip.GzipFile(fileobj=io.BytesIO(data))


def _bunzipped(data: bytes) -> _Readable:
    import bz2

    return bz2.BZ2File(io.BytesIO(data))


class _Xz:
    """Unpacks xz with a limit on memory, which `lzma.LZMAFile` cannot have."""

    def __init__(self, data: bytes) -> None:
        import lzma

        self._error = lzma.LZMAError
        self._decompressor = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MOST_XZ_MEMORY)
        self._packed = data

    def read(self, size: int, /) -> bytes:
        if self._decompressor.eof:
            return b""
        packed, self._packed = self._packed, b""  # it keeps what it has not unpacked yet
        try:
            return self._decompressor.decompress(packed, size)
        except self._error as error:
            raise ValueError(str(error)) from error


_COMPRESSED: Mapping[bytes, Callable[[bytes], _Readable]] = {
    b"\x1f\x8b": _gunzipped,
    b"BZh": _bunzipped,
    b"\xfd7zXZ\0": _Xz,
}


def _as_header_size(size: int) -> int:
    if size > _MOST_HEADER_BYTES:
        raise damaged("a name in it is too long")
    return size


def _checksum(header: bytes) -> int:
    """The sum of a header's bytes, its own field of 8 bytes taken for spaces."""
    return sum(header) - sum(header[148:156]) + 8 * ord(" ")


def _number(field: bytes) -> int:
    """A number of a header: octal digits, or (in GNU tar, for large ones) binary, to base 256."""
    if field[0] == 0x80:
        return int.from_bytes(field[1:], "big")
    digits = field.partition(b"\0")[0].strip(b" ")
    if not _OCTAL.fullmatch(digits):
        raise damaged("a header in it is not right")
    return int(digits or b"0", 8)


def _name(header: bytes) -> bytes:
    """The name in a header; that of POSIX, not that of GNU tar, may have a second part."""
    name = header[:100].partition(b"\0")[0]
    prefix = header[345:500].partition(b"\0")[0] if header[257:263] == b"ustar\0" else b""
    return prefix + b"/" + name if prefix else name


def _pax_records(text: bytes) -> dict[bytes, bytes]:
    """The records of a pax header: ``20 path=work/a.py`` and the end of the line, each."""
    records = {}
    while text:
        match = _PAX_RECORD.match(text)
        length = int(match[1]) if match else 0
        record, text = text[:length], text[length:]
        key, equals, value = record.partition(b" ")[2].partition(b"=")
        if not (key and equals and value.endswith(b"\n") and len(record) == length):
            raise damaged("a header in it is not right")
        records[key] = value[:-1]
    return records


def _size(told: Mapping[bytes, bytes], size: int) -> int:
    """The size of a member: as its pax header tells it, if it does, or as its own header does."""
    text = told.get(b"size")
    if text is None:
        return size
    if not _DECIMAL.fullmatch(text):
        raise damaged("a header in it is not right")
    return int(text)


def _kind(kind: bytes, name: bytes, told: Mapping[bytes, bytes]) -> str:
    if any(key.startswith(b"GNU.sparse.") for key in told):
        kind = b"S"
    if kind == b"\0" and name.endswith(b"/"):  # before POSIX, folders had no sign of their own
        return FOLDER
    return _KINDS.get(kind, "of a kind that is not known")
