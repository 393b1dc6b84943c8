"""A zip archive is read, and refused if it is damaged, encrypted or a bomb."""

from __future__ import annotations

import stat
import struct
import zipfile
from functools import partial
from pathlib import Path

import pytest

from grader.intake.handed_in import read_handed_in
from tests.grader.intake.archives import MEGABYTE, SOLUTION, peak_of, refused, zipped


def test_folders_in_a_zip_are_no_fault(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.mkdir("work")
        info = zipfile.ZipInfo("bare")
        info.external_attr = (stat.S_IFDIR | 0o755) << 16
        archive.writestr(info, b"")
        archive.writestr("work/a.py", SOLUTION)
    assert read_handed_in(tmp_path / "a.zip").left_out == ()


@pytest.mark.parametrize(
    ("mode", "says"),
    [
        (stat.S_IFLNK, "b.txt in the archive is a symbolic link; only files and folders may"),
        (stat.S_IFIFO, "is a pipe or a device"),
        (stat.S_IFCHR, "is a pipe or a device"),
        (stat.S_IFBLK, "is a pipe or a device"),
        (stat.S_IFSOCK, "is a pipe or a device"),
    ],
)
def test_what_is_no_file_in_a_zip_is_refused(tmp_path: Path, mode: int, says: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("submission.py", SOLUTION)
        info = zipfile.ZipInfo("b.txt")
        info.external_attr = (mode | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    refused(tmp_path / "a.zip", says)


def test_a_nul_in_a_name_of_a_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.pyX.txt": SOLUTION})
    path.write_bytes(path.read_bytes().replace(b"a.pyX.txt", b"a.py\0.txt"))
    refused(path, "has a NUL character")


def test_a_name_in_a_zip_that_says_it_is_utf_8_and_is_not_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"č.py": SOLUTION})
    path.write_bytes(path.read_bytes().replace("č".encode(), b"\xe8\xe8"))
    refused(path, "its list of files cannot be read")


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": SOLUTION})
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    refused(path, "the archive is encrypted; pack it without a password")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_of_another_method_is_refused(tmp_path: Path, method: int) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": SOLUTION}, method)
    refused(path, f"packed by method {method}, which is not read; pack it as a plain .zip")


def test_a_zip_whose_number_of_members_is_a_lie_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "a.zip", {f"{number}.txt": b"" for number in range(1100)})
    data = bytearray(path.read_bytes())
    end = data.rindex(b"PK\5\6")
    data[end + 8 : end + 12] = struct.pack("<HH", 1, 1)
    path.write_bytes(data)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    refused(path, "has more than 1000 files and folders")


def test_a_zip_that_claims_less_than_it_has_is_refused(tmp_path: Path) -> None:
    files = {f"{number}.ipynb": bytes(16 * MEGABYTE) for number in range(5)}
    path = zipped(tmp_path / "a.zip", files)
    claim = partial(struct.pack, "<I")
    path.write_bytes(path.read_bytes().replace(claim(16 * MEGABYTE), claim(2 * MEGABYTE)))
    says = "a file in it cannot be unpacked"
    assert peak_of(lambda: refused(path, says)) < 40 * MEGABYTE


def test_a_zip_that_claims_gigabytes_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"zeros.bin": bytes(MEGABYTE)})
    claim = partial(struct.pack, "<I")
    path.write_bytes(path.read_bytes().replace(claim(MEGABYTE), claim(4_000 * MEGABYTE)))
    refused(path, "more than 100 times its own size")


@pytest.mark.parametrize("where", ["the same bytes", "the last bytes"])
def test_members_that_share_their_bytes_are_refused(tmp_path: Path, where: str) -> None:
    """As in "A better zip bomb" (Fifield 2019): one block stands for many files."""
    path = zipped(tmp_path / "a.zip", {"a.py": SOLUTION, "b.py": SOLUTION})
    data = path.read_bytes()
    start, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    first, second = data[start : data.rindex(b"PK\1\2")], data[data.rindex(b"PK\1\2") : end]
    offset = 0 if where == "the same bytes" else data.rindex(b"PK\3\4") - 20
    overlapping = second[:42] + struct.pack("<I", offset) + second[46:]
    path.write_bytes(data[:start] + first + overlapping + data[end:])
    refused(path, "two files of the archive share their bytes")


def test_members_that_quote_the_headers_of_others_are_refused(tmp_path: Path) -> None:
    """The first member's stream quotes the header of the second, and goes on in its bytes."""
    inner = zipped(tmp_path / "b.zip", {"b.py": b"#" * 5_000}, zipfile.ZIP_STORED).read_bytes()
    local, directory = inner[: inner.index(b"PK\1\2")], inner[inner.index(b"PK\1\2") :]
    path = zipped(tmp_path / "a.zip", {"a.py": local}, zipfile.ZIP_STORED)
    data = path.read_bytes()
    start, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    entry = directory[: directory.rindex(b"PK\5\6")]
    quoted = entry[:42] + struct.pack("<I", 30 + len("a.py")) + entry[46:]
    tail = bytearray(data[end:])
    tail[8:12] = struct.pack("<HH", 2, 2)
    tail[12:16] = struct.pack("<I", end - start + len(quoted))
    path.write_bytes(data[:end] + quoted + tail)
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["a.py", "b.py"]
    refused(path, "two files of the archive share their bytes")


def test_a_file_in_a_zip_that_is_damaged_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": SOLUTION}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"import", b"inport"))
    refused(path, "a file in it cannot be unpacked")
