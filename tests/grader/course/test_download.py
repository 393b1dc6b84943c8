"""Archives of a class: what is laid out, what is left out and told, and what is refused."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.course import download
from grader.course.download import Download, DownloadError, LeftOut, unpacked
from tests.grader.course.courses import files_below

Files = Mapping[str, str]
Maker = Callable[[Path, Files], Path]
NESTED = {"ana/hw3.py": "x = 1\n", "bo/hw3.zip": "PK of a student", "čć đ/hw3.ipynb": "{}"}


def zipped(folder: Path, files: Files) -> Path:
    path = folder / "class.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def tarred(ending: str, how: str) -> Maker:
    def make(folder: Path, files: Files) -> Path:
        path = folder / f"class{ending}"
        with tarfile.open(path, how) as archive:  # type: ignore[call-overload]
            for name, text in files.items():
                member = tarfile.TarInfo(name)
                member.size = len(text.encode())
                archive.addfile(member, io.BytesIO(text.encode()))
        return path

    return make


MAKERS = {
    "zip": zipped,
    "tar": tarred(".tar", "w"),
    "tar.gz": tarred(".tar.gz", "w:gz"),
    "tar.bz2": tarred(".tar.bz2", "w:bz2"),
    "tar.xz": tarred(".tar.xz", "w:xz"),
}


@pytest.fixture(params=[*MAKERS.values()], ids=[*MAKERS])
def make(request: pytest.FixtureRequest) -> Maker:
    maker: Maker = request.param
    return maker


def laid_out(path: Path) -> tuple[dict[str, str], dict[LeftOut, list[str]]]:
    with unpacked(path) as found:
        files = {name: data.decode() for name, data in files_below(found.folder).items()}
        return files, found.left_out


def test_an_archive_is_laid_out_as_it_is_and_archives_of_students_stay_closed(
    tmp_path: Path, make: Maker
) -> None:
    assert laid_out(make(tmp_path, NESTED)) == (NESTED, {})


def test_what_was_laid_out_goes_again(tmp_path: Path, make: Maker) -> None:
    with unpacked(make(tmp_path, NESTED)) as found:
        place = found.folder
        assert place.is_dir()
    assert not place.exists()


def test_a_folder_and_a_path_that_leads_nowhere_stay_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "handed-in.zip"
    folder.mkdir()
    for path in (folder, tmp_path / "nowhere.zip"):
        with unpacked(path) as found:
            assert found == Download(path, str(path))


# -- what is left out ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../hw3.py", LeftOut.ELSEWHERE),
        ("ana/../../hw3.py", LeftOut.ELSEWHERE),
        ("/etc/hw3.py", LeftOut.ELSEWHERE),
        ("C:/hw3.py", LeftOut.ELSEWHERE),
        ("..\\hw3.py", LeftOut.ELSEWHERE),
        (".git/config", LeftOut.HIDDEN),
        ("ana/.hw3.py", LeftOut.HIDDEN),
        ("__MACOSX/ana/._hw3.py", LeftOut.HIDDEN),
        ("ana/hw3.py", LeftOut.TWICE),
        ("ana/hw3.py/more.py", LeftOut.UNWRITABLE),
        (f"ana/{'n' * 300}.py", LeftOut.UNWRITABLE),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_has_no_place_in_the_folder_is_left_out_and_named(
    tmp_path: Path, make: Maker, name: str, why: LeftOut
) -> None:
    more = {"bo/hw3.py": "y = 2\n"}
    path = make(tmp_path, _Twice({"ana/hw3.py": "x = 1\n"}, {name: "z = 3\n"}, more))
    files, left_out = laid_out(path)
    assert files == {"ana/hw3.py": "x = 1\n"} | more
    assert left_out == {why: [name]}
    assert files_below(tmp_path).keys() == {path.name}


class _Twice(dict[str, str]):
    """Files of which a name may come twice."""

    def __init__(self, *every: Files) -> None:
        super().__init__()
        self._every = every

    def items(self) -> list[tuple[str, str]]:  # type: ignore[override]
        return [item for files in self._every for item in files.items()]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_links_and_pipes_in_a_tar_are_left_out_and_named(tmp_path: Path, kind: bytes) -> None:
    path = tmp_path / "class.tar"
    secret = tmp_path / "secret.py"
    secret.write_text("key\n", encoding="utf-8")
    with tarfile.open(path, "w") as archive:
        member = tarfile.TarInfo("ana/hw3.py")
        member.type, member.linkname = kind, str(secret)
        archive.addfile(member)
    assert laid_out(path) == ({}, {LeftOut.NO_FILE: ["ana/hw3.py"]})


def test_a_link_in_a_zip_is_left_out_and_named(tmp_path: Path) -> None:
    path = tmp_path / "class.zip"
    member = zipfile.ZipInfo("ana/hw3.py")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "/etc/passwd")
    assert laid_out(path) == ({}, {LeftOut.NO_FILE: ["ana/hw3.py"]})


def test_of_a_file_larger_than_may_be_handed_in_only_so_much_is_laid_down_that_this_shows(
    tmp_path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "MOST_ARCHIVE_BYTES", 10)
    files, _ = laid_out(make(tmp_path, {"ana/hw3.zip": "x" * 50}))
    assert files == {"ana/hw3.zip": "x" * 11}


# -- what is refused -------------------------------------------------------------------------------


def refused(path: Path) -> str:
    with pytest.raises(DownloadError) as error, unpacked(path):
        pytest.fail("it was laid out")
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)
    assert str(error.value).endswith("Nothing of it was marked")
    return str(error.value)


@pytest.mark.parametrize(("limit", "most"), [("MOST_FILES", 2), ("MOST_BYTES", 3)])
def test_more_than_a_class_hands_in_is_refused(
    tmp_path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    path = make(tmp_path, {**NESTED, "last/hw3.py": ""})
    monkeypatch.setattr(download, limit, most)
    assert "but it has more; unpack it, and name the folder" in refused(path)


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    for ending in (".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz"):
        path = tmp_path / f"class{ending}"
        path.write_bytes(b"<html>please log in</html>")
        assert "an archive was expected, but it is damaged" in refused(path)


def test_an_archive_with_a_password_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"ana/hw3.py": "x = 1\n"})
    data = bytearray(path.read_bytes())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    path.write_bytes(data)
    assert "an archive without a password was expected" in refused(path)


def test_a_full_disk_is_said(tmp_path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    path = make(tmp_path, NESTED)
    monkeypatch.setattr(download, "_copied", full)
    assert "the archive cannot be unpacked (No space left on device)" in refused(path)


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=25)
@given(cut=st.integers(0, 400), place=st.integers(0, 399), byte=st.integers(0, 255))
def test_a_damaged_archive_is_laid_out_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, kind: str, cut: int, place: int, byte: int
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    path = MAKERS[kind](folder, NESTED)
    data = bytearray(path.read_bytes())[: cut or None]
    data[place % len(data)] = byte
    path.write_bytes(data)
    try:
        with unpacked(path) as found:
            inside = files_below(found.folder)
    except DownloadError:
        inside = {}
    assert len(inside) <= len(NESTED)
    assert files_below(folder).keys() == {path.name}
