"""A tar archive is read in every format, and refused if its headers or sizes are not right."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import struct
import tarfile
import zlib
from pathlib import Path

import pytest

from grader.intake.handed_in import read_handed_in
from grader.intake.program import Program
from tests.grader.intake.archives import MEGABYTE, SOLUTION, refused, tar_of, tarred


def changed(*fields: tuple[int, bytes]) -> bytes:
    """The header of a member of a tar, with fields at these places, and a checksum that fits."""
    header = bytearray(tarfile.TarInfo("a.py").tobuf(tarfile.USTAR_FORMAT))
    for start, field in (*fields, (148, b" " * 8)):
        header[start : start + len(field)] = field
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def of_kind(kind: bytes, size: int) -> bytes:
    """The header of a member of this kind, which claims to have so many bytes."""
    entry = tarfile.TarInfo("x")
    entry.type, entry.size = kind, size
    return entry.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize(
    "tar_format", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]
)
@pytest.mark.parametrize(
    "name",
    [
        "submission.py",
        "./submission.py",
        f"{'a' * 60}/{'b' * 70}/submission.py",
        f"{'č' * 40}/submission.py",
    ],
    ids=["short", "with a dot", "long", "not ASCII"],
)
def test_names_are_read_in_every_format_of_tar(tmp_path: Path, tar_format: int, name: str) -> None:
    files = {"odd.bin": b"x" * 513, name: SOLUTION, "even.bin": b"x" * 1024}
    program = read_handed_in(tarred(tmp_path / "a.tar", files, tar_format))
    assert program.data == SOLUTION
    assert program.name == name.removeprefix("./")[-100:] or program.name.startswith("…")
    assert program.left_out == ("odd.bin", "even.bin")


def test_a_compressed_tar_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    path = tarred(tmp_path / "a.tar.xz", {"submission.py": SOLUTION})
    assert read_handed_in(path.rename(tmp_path / "a.tar")).data == SOLUTION


def test_a_tar_that_lacks_its_end_is_read(tmp_path: Path) -> None:
    path = tarred(tmp_path / "a.tar", {"submission.py": SOLUTION})
    path.write_bytes(path.read_bytes()[: 512 + len(SOLUTION) + -len(SOLUTION) % 512])
    assert read_handed_in(path).data == SOLUTION


def test_a_header_for_the_whole_archive_is_read(tmp_path: Path) -> None:
    file = io.BytesIO()
    headers = {"comment": "a1b2c3", "path": "work.py"}
    with tarfile.open(fileobj=file, mode="w", pax_headers=headers) as archive:
        entry = tarfile.TarInfo("submission.py")
        entry.size = len(SOLUTION)
        archive.addfile(entry, io.BytesIO(SOLUTION))
    (tmp_path / "a.tar").write_bytes(file.getvalue())
    assert read_handed_in(tmp_path / "a.tar") == Program("work.py", SOLUTION, "a.tar")


def test_times_in_a_header_of_gnu_tar_are_no_part_of_a_name(tmp_path: Path) -> None:
    header = changed((257, b"ustar  \0"), (345, b"14000000000\0"))
    (tmp_path / "a.tar").write_bytes(header + bytes(1024))
    assert read_handed_in(tmp_path / "a.tar").name == "a.py"


def test_folders_in_a_tar_are_no_fault(tmp_path: Path) -> None:
    folder, old = tarfile.TarInfo("work"), tarfile.TarInfo("old/")
    folder.type, old.type = tarfile.DIRTYPE, tarfile.AREGTYPE
    solution = tarfile.TarInfo("work/a.py")
    solution.size = len(SOLUTION)
    entries = [(folder, b""), (old, b""), (solution, SOLUTION)]
    (tmp_path / "a.tar").write_bytes(tar_of(entries, tarfile.USTAR_FORMAT))
    assert read_handed_in(tmp_path / "a.tar").left_out == ()


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (tarfile.SYMTYPE, "b.txt in the archive is a symbolic link; only files and folders may"),
        (tarfile.LNKTYPE, "is a hard link"),
        (tarfile.CHRTYPE, "is a device"),
        (tarfile.BLKTYPE, "is a device"),
        (tarfile.FIFOTYPE, "is a pipe"),
        (tarfile.GNUTYPE_SPARSE, "is a sparse file"),
        (b"V", "is of a kind that is not known"),
    ],
)
@pytest.mark.parametrize("passed_over", ["", ".git/"])
def test_what_is_no_file_in_a_tar_is_refused(
    tmp_path: Path, kind: bytes, says: str, passed_over: str
) -> None:
    entry = tarfile.TarInfo(f"{passed_over}b.txt")
    entry.type = kind
    entry.linkname = "submission.py"
    solution = tarfile.TarInfo("submission.py")
    solution.size = len(SOLUTION)
    (tmp_path / "a.tar").write_bytes(tar_of([(solution, SOLUTION), (entry, b"")]))
    refused(tmp_path / "a.tar", says)


def test_a_sparse_file_of_pax_is_refused(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("submission.py")
    entry.pax_headers = {"GNU.sparse.realsize": "10000000000"}
    (tmp_path / "a.tar").write_bytes(tar_of([(entry, b"")]))
    refused(tmp_path / "a.tar", "is a sparse file")


def test_a_nul_in_a_name_of_a_tar_is_refused(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("submission.py")
    entry.pax_headers = {"path": "submission.py\0.txt"}
    (tmp_path / "a.tar").write_bytes(tar_of([(entry, b"")]))
    refused(tmp_path / "a.tar", "has a NUL character")


def test_a_name_in_a_tar_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xe8.py")
    path = tarred(tmp_path / "a.tar", {name: SOLUTION}, tarfile.GNU_FORMAT)
    assert refused(path, "the name .* in the archive is not UTF-8").isprintable()


def test_more_headers_than_are_looked_at_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(of_kind(b"K", 0) * 4_001))
    refused(path, "has more than 1000 files and folders")
    path.write_bytes(gzip.compress(of_kind(b"K", 0) * 4_000))
    refused(path, "there is no .py or .ipynb file")


def test_a_tar_that_claims_ten_gigabytes_is_refused(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("zeros.bin")
    entry.size = 10 * 1024 * MEGABYTE
    header = entry.tobuf(tarfile.GNU_FORMAT)
    (tmp_path / "a.tar").write_bytes(header + bytes(1024))
    refused(tmp_path / "a.tar", "it ends too early")
    (tmp_path / "b.tar.gz").write_bytes(gzip.compress(header + bytes(70 * MEGABYTE)))
    refused(tmp_path / "b.tar.gz", "more than 100 times its own size")


def test_xz_that_asks_for_much_memory_is_refused(tmp_path: Path) -> None:
    plain = tarred(tmp_path / "a.tar", {"a.py": SOLUTION}).read_bytes()
    for size, is_read in ((64 * MEGABYTE, True), (512 * MEGABYTE, False)):
        # the size of the dictionary is told in a byte of the first block's header
        data = bytearray(lzma.compress(plain, preset=6))
        header = data[12 : 12 + 4 * (data[12] + 1)]
        at = header.index(b"\x21\x01") + 2
        header[at] = {64: 28, 512: 34}[size // MEGABYTE]
        header[-4:] = struct.pack("<I", zlib.crc32(bytes(header[:-4])))
        data[12 : 12 + len(header)] = header
        (tmp_path / "b.tar.xz").write_bytes(data)
        if is_read:
            assert read_handed_in(tmp_path / "b.tar.xz").data == SOLUTION
        else:
            refused(tmp_path / "b.tar.xz", "it cannot be unpacked")


@pytest.mark.parametrize(
    "header",
    [
        b"x" * 512,
        b"x" + changed()[1:],
        changed((124, b"\xff" * 12)),
        changed((124, b"-0000000001\0")),
        changed((124, b"0000000_001\0")),
        changed((124, b"99999999999\0")),
        of_kind(b"x", 5) + b"99999" + bytes(507),
        of_kind(b"x", 9) + b"9 path=ab" + bytes(503),
        of_kind(b"x", 9) + b"0 path=a\n" + bytes(503),
        of_kind(b"x", 9) + b"8 path=a\n" + bytes(503),
        of_kind(b"x", 10) + b"99 path=a\n" + bytes(502),
        of_kind(b"x", 11) + b"11 size=-1\n" + bytes(501) + of_kind(b"0", 0),
    ],
    ids=range(12),
)
def test_a_tar_with_a_header_that_is_not_right_is_refused(tmp_path: Path, header: bytes) -> None:
    (tmp_path / "a.tar").write_bytes(header + bytes(1024))
    refused(tmp_path / "a.tar", "a header in it is not right")


@pytest.mark.parametrize("kind", [b"x", b"g", b"L", b"K"])
def test_a_header_of_a_tar_that_is_too_long_is_refused(tmp_path: Path, kind: bytes) -> None:
    for size in (70_000, 10 * 1024 * MEGABYTE):
        (tmp_path / "a.tar").write_bytes(of_kind(kind, size) + bytes(71_168))
        refused(tmp_path / "a.tar", "a name in it is too long")
    (tmp_path / "a.tar").write_bytes(of_kind(kind, 7_000) + b"a" * 1_024)
    refused(tmp_path / "a.tar", "it ends too early")


def test_digits_without_end_in_a_header_take_no_time(tmp_path: Path) -> None:
    """As in CVE-2024-6232, by which a header takes `tarfile` quadratic time."""
    header = of_kind(b"x", 65_000) + b"1" * 65_000 + bytes(-65_000 % 512)
    (tmp_path / "a.tar").write_bytes(header * 100)
    refused(tmp_path / "a.tar", "a header in it is not right")
