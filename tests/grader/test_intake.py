"""An archive is marked as the file in it is; whatever has no place in one is refused unopened."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import stat
import struct
import tarfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import pytest

from grader.batch import submissions_in
from grader.files import readable
from grader.grade import grade
from grader.intake.handed_in import ARCHIVES, read_handed_in
from grader.intake.program import Program
from grader.marking.result import Remark
from grader.render.notebook import notebook
from grader.render.script import blank, model, script
from grader.render.statement import points
from grader.report.wording import incidents_of
from grader.sheet import SheetError, draw_sheet, header_lines
from grader.submission import read_submission
from tests.grader.cli.commands import grader, in_a_process

SHEET = draw_sheet("7", ["cnn-table@lecture", "conv1d-code@lecture"], "en")
FULL = sum(points(problem) for problem in SHEET.problems)
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
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tar_format) as archive:
        for entry, data in entries:
            archive.addfile(entry, io.BytesIO(data))
    return file.getvalue()


def changed(*fields: tuple[int, bytes]) -> bytes:
    """The header of a member of a tar, with fields at these places, and a checksum that fits."""
    header = bytearray(tarfile.TarInfo("a.py").tobuf(tarfile.USTAR_FORMAT))
    for start, field in (*fields, (148, b" " * 8)):
        header[start : start + len(field)] = field
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def packed(path: Path, files: Files) -> Path:
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


either = pytest.mark.parametrize("archive", ["a.zip", "a.tar"])


# -- an archive of one submission ----------------------------------------------------------------


@pytest.mark.parametrize("suffix", [*ARCHIVES, ".ZIP", ".Tar.GZ"])
def test_the_file_in_an_archive_is_the_submission(tmp_path: Path, suffix: str) -> None:
    path = packed(tmp_path / f"ana{suffix}", {"work/submission.py": SOLUTION})
    assert read_handed_in(path) == Program("work/submission.py", SOLUTION, f"ana{suffix}")


@either
def test_a_notebook_in_an_archive_is_read_as_one(tmp_path: Path, archive: str) -> None:
    plain = tmp_path / "submission.ipynb"
    plain.write_bytes(NOTEBOOK)
    path = packed(tmp_path / archive, {"submission.ipynb": NOTEBOOK})
    assert read_submission(path).cells == read_submission(plain).cells


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


@either
def test_what_computers_put_into_archives_is_passed_over(tmp_path: Path, archive: str) -> None:
    files = {
        "__MACOSX/work/._submission.py": b"\0\5\x16\7",
        "._submission.py": b"\0\5\x16\7",
        ".DS_Store": b"x",
        "work/.git/hooks/check.py": SOLUTION,
        "work/__pycache__/submission.py": SOLUTION,
        "work/.ipynb_checkpoints/submission-checkpoint.ipynb": NOTEBOOK,
        "work/submission.py": SOLUTION,
    }
    path = packed(tmp_path / archive, files)
    assert read_handed_in(path) == Program("work/submission.py", SOLUTION, archive)


@either
def test_of_several_programs_the_one_with_a_header_is_the_submission(
    tmp_path: Path, archive: str
) -> None:
    files = {
        "numpy.py": b"raise SystemExit",
        "notes.ipynb": b'{"cells": [{"source": "no # grader-sheet: here"}]}',
        "talks.py": b"x = 1  # grader-sheet: at the end of a line\n",
        "work.py": b"\xef\xbb\xbf" + "\r".join(header_lines(SHEET)).encode(),
        "data/x.csv": b"1,2",
        "more.zip": b"PK\5\6",
    }
    program = read_handed_in(packed(tmp_path / archive, files))
    assert program.title == f"{archive}: work.py"
    assert program.left_out == ("numpy.py", "notes.ipynb", "talks.py", "data/x.csv", "more.zip")


def test_a_notebook_among_programs_is_known_by_its_header(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"plots.py": b"x = 1", "a.ipynb": NOTEBOOK})
    assert read_handed_in(path).name == "a.ipynb"
    document = json.loads(NOTEBOOK)
    for cell in document["cells"]:
        cell["source"] = "import numpy\n" * (cell["cell_type"] == "code") + "".join(cell["source"])
    path = zipped(path, {"plots.py": b"x = 1", "a.ipynb": json.dumps(document).encode()})
    assert read_handed_in(path).name == "a.ipynb"


def test_what_was_left_out_is_remarked_on_with_a_few_names(tmp_path: Path) -> None:
    names = ["a\x1b[2J.txt", *(f"{number}.csv" for number in range(7))]
    path = zipped(tmp_path / "a.zip", {"work.py": SOLUTION, **dict.fromkeys(names, b"")})
    (remark,) = read_submission(path).remarks
    files = "a\\x1b[2J.txt, 0.csv, 1.csv, 2.csv, 3.csv, …"
    assert remark == Remark("left-out", {"file": "work.py", "files": files})
    (said,) = incidents_of(grade(read_submission(path)))
    assert f"{files}." in said


def test_nothing_is_remarked_on_where_nothing_was_left_out(tmp_path: Path) -> None:
    assert read_submission(zipped(tmp_path / "a.zip", {"a.py": SOLUTION})).remarks == ()


# -- marks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("archive", ["a.zip", "a.tar.gz"])
def test_an_archive_has_the_marks_of_the_file_in_it(tmp_path: Path, archive: str) -> None:
    half = SOLUTION.replace(b"\nconv1_rf", b"\nconv1_rf = 4  #")
    (tmp_path / "a.py").write_bytes(half)
    packed(tmp_path / archive, {"a.py": half})
    plain = grader("check", tmp_path / "a.py", "--json")
    assert plain.exit_code == 1
    result = grader("check", tmp_path / archive, "--json")
    assert (result.exit_code, result.stdout) == (1, plain.stdout)


def test_a_students_own_modules_shadow_nothing(tmp_path: Path) -> None:
    shadow = "import os\nos._exit(9)\n"
    names = ("numpy.py", "random.py", "sitecustomize.py", "usercustomize.py", "numpy/__init__.py")
    files = {"submission.py": SOLUTION, **dict.fromkeys(names, shadow.encode())}
    zipped(tmp_path / "a.zip", files)
    for name in (*names, "zipfile.py", "json.py"):  # as if the archive had been unpacked there
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(shadow, encoding="utf-8")
    run = in_a_process("check", "a.zip", "--json", folder=tmp_path, options=("-P",))
    assert run.returncode == 0, run.stderr
    result = json.loads(run.stdout)
    assert result["score"] == FULL
    assert "numpy.py, random.py" in result["incidents"][0]


def test_a_folder_of_archives_is_marked(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    zipped(folder / "ana.zip", {"submission.py": SOLUTION})
    tarred(folder / "ivo.TAR.GZ", {"submission.py": script(SHEET, blank).encode()})
    zipped(folder / "eva.zip", {"submission.txt": SOLUTION})
    (folder / "notes.gz").write_bytes(b"")
    assert [path.name for path in submissions_in(folder)] == ["ana.zip", "eva.zip", "ivo.TAR.GZ"]
    result = grader("batch", folder, "--jobs", "1", "--csv", tmp_path / "a.csv")
    assert result.exit_code == 1
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()[1:]
    scores = [line.split(",")[:3] for line in lines]
    assert [name for name, *_ in scores] == ["ana.zip", "eva.zip", "ivo.TAR.GZ"]
    assert "there is no .py or .ipynb file in the archive" in lines[1]
    assert f"{FULL}/{FULL}" in result.stdout
    assert f"0/{FULL}" in result.stdout


def test_a_refused_archive_has_status_2_and_a_line(tmp_path: Path) -> None:
    result = grader("check", zipped(tmp_path / "a.zip", {"../submission.py": SOLUTION}))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "a.zip: the name '../submission.py' in the archive climbs" in result.stderr


def test_archives_cost_a_plain_file_no_import(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(SOLUTION)
    zipped(tmp_path / "a.zip", {"a.py": SOLUTION})
    imported = {}
    for name in ("a.py", "a.zip"):
        run = in_a_process("check", name, folder=tmp_path, options=("-X", "importtime"))
        assert run.returncode == 0
        lines = run.stderr.splitlines()
        imported[name] = {line.rpartition("|")[2].strip() for line in lines}
    ours = {"grader.intake.archive", "grader.intake.zip_archive", "grader.intake.tar_archive"}
    assert ours <= imported["a.zip"]
    assert not ours & imported["a.py"]
    assert "tarfile" not in imported["a.py"] | imported["a.zip"]


# -- the file itself -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["pipe.py", "pipe.ipynb", "pipe.zip", "pipe.tar.gz"])
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    refused(tmp_path / name, "this is a pipe or a device")


def test_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zero.py").symlink_to("/dev/zero")
    refused(tmp_path / "zero.py", "this is a pipe or a device")


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link.zip").symlink_to(tmp_path / "nowhere")
    refused(tmp_path / "link.zip", "there is no such file")


def test_a_name_that_is_not_utf_8_is_spelled_out(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xe8.zip")
    said = refused(zipped(path, {"a.py": b"x = 1"}), r"\\xe8\.zip: a\.py: this is no sheet")
    assert said.isprintable()


@pytest.mark.parametrize("name", ["a.rar", "a.7z", "a.gz", "a.zip.txt", "zip", "tar.gz"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SOLUTION)
    refused(tmp_path / name, r"a \.py or \.ipynb file was expected, or a \.zip or \.tar archive")


def test_an_archive_that_is_too_large_is_refused(tmp_path: Path) -> None:
    for name in ("a.zip", "a.tar"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(32 * MEGABYTE + 1)
        refused(tmp_path / name, "may have 32 MB, but this one is larger")


# -- which file ----------------------------------------------------------------------------------


@either
@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "there is no .py or .ipynb file in the archive"),
        ({"a.txt": SOLUTION, "b.zip": b"PK"}, "archives in it are not opened"),
        ({"__MACOSX/a.py": SOLUTION}, "there is no .py or .ipynb file"),
        ({"a.py": SOLUTION, "b/a.ipynb": NOTEBOOK}, r"2 sheets, a\.py, b/a\.ipynb; hand in one"),
        ({f"{n}.py": SOLUTION for n in range(7)}, r"7 sheets, 0\.py, .*, 4\.py, …; hand in one"),
        ({"a.py": b"x = 1", "b.ipynb": b"{}"}, r"none of a\.py, b\.ipynb in the archive has"),
        ({"a.py": b"x = 1", "a.csv": b""}, r"^a\.\w+: a\.py: this is no sheet of the grader"),
        ({"b/a.py": b"# \xe8"}, r"^a\.\w+: b/a\.py: the text is not UTF-8"),
        ({"a.ipynb": b"{"}, r"a\.ipynb: this is no notebook"),
        ({"a.py": SOLUTION + b"#" * 300_000}, r"a\.py: the program may have 256 KB"),
        ({"a.py": SOLUTION + b"#" * 2_000_000}, r"a\.py: at most 1024 KB are read"),
        ({"a.ipynb": b" " * (16 * MEGABYTE + 1)}, r"a\.ipynb: at most 16384 KB are read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_archive_without_exactly_one_submission_is_refused(
    tmp_path: Path, archive: str, files: Files, says: str
) -> None:
    refused(packed(tmp_path / archive, files), says)


# -- names ---------------------------------------------------------------------------------------


@either
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("/etc/cron.d/a.py", "the name '/etc/cron.d/a.py' in the archive is absolute"),
        ("C:/a.py", "is absolute"),
        ("c:a.py", "is absolute"),
        ("../a.py", "climbs out of its folder"),
        ("b/../../a.txt", "climbs out of its folder"),
        ("b/..", "climbs out of its folder"),
        ("b\\a.py", "has a backslash"),
        ("..\\..\\a.py", "has a backslash"),
        (f"{'b' * 90}/{'c' * 90}/../a.py", r"the name '…b*/c*/\.\./a\.py' in the archive climbs"),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(
    tmp_path: Path, archive: str, name: str, says: str
) -> None:
    path = packed(tmp_path / archive, {"submission.py": SOLUTION, name: b""})
    refused(path, says)
    assert [each.name for each in tmp_path.iterdir()] == [archive]


def test_a_nul_in_a_name_of_a_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.pyX.txt": SOLUTION})
    path.write_bytes(path.read_bytes().replace(b"a.pyX.txt", b"a.py\0.txt"))
    refused(path, "has a NUL character")


def test_a_nul_in_a_name_of_a_tar_is_refused(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("submission.py")
    entry.pax_headers = {"path": "submission.py\0.txt"}
    (tmp_path / "a.tar").write_bytes(tar_of([(entry, b"")]))
    refused(tmp_path / "a.tar", "has a NUL character")


def test_a_name_in_a_tar_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xe8.py")
    path = tarred(tmp_path / "a.tar", {name: SOLUTION}, tarfile.GNU_FORMAT)
    assert refused(path, "the name .* in the archive is not UTF-8").isprintable()


def test_a_name_in_a_zip_that_says_it_is_utf_8_and_is_not_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"č.py": SOLUTION})
    path.write_bytes(path.read_bytes().replace("č".encode(), b"\xe8\xe8"))
    refused(path, "its list of files cannot be read")


# -- kinds ---------------------------------------------------------------------------------------


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


def test_folders_in_a_zip_are_no_fault(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.mkdir("work")
        info = zipfile.ZipInfo("bare")
        info.external_attr = (stat.S_IFDIR | 0o755) << 16
        archive.writestr(info, b"")
        archive.writestr("work/a.py", SOLUTION)
    assert read_handed_in(tmp_path / "a.zip").left_out == ()


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


def test_folders_in_a_tar_are_no_fault(tmp_path: Path) -> None:
    folder, old = tarfile.TarInfo("work"), tarfile.TarInfo("old/")
    folder.type, old.type = tarfile.DIRTYPE, tarfile.AREGTYPE
    solution = tarfile.TarInfo("work/a.py")
    solution.size = len(SOLUTION)
    entries = [(folder, b""), (old, b""), (solution, SOLUTION)]
    (tmp_path / "a.tar").write_bytes(tar_of(entries, tarfile.USTAR_FORMAT))
    assert read_handed_in(tmp_path / "a.tar").left_out == ()


# -- bombs ---------------------------------------------------------------------------------------


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


@either
def test_more_members_than_are_looked_at_are_refused(tmp_path: Path, archive: str) -> None:
    files = {"a.py": SOLUTION, **{f"{number}.txt": b"" for number in range(999)}}
    assert read_handed_in(packed(tmp_path / archive, files)).name == "a.py"
    files["one more.txt"] = b""
    refused(packed(tmp_path / archive, files), "has more than 1000 files and folders")


def test_more_headers_than_are_looked_at_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(of_kind(b"K", 0) * 4_001))
    refused(path, "has more than 1000 files and folders")
    path.write_bytes(gzip.compress(of_kind(b"K", 0) * 4_000))
    refused(path, "there is no .py or .ipynb file")


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


def peak_of(read: Callable[[], object]) -> int:
    """The most memory in use at a time, in bytes."""
    tracemalloc.start()
    try:
        read()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@either
def test_a_bomb_is_refused_before_it_takes_much_memory(tmp_path: Path, archive: str) -> None:
    name = archive if archive.endswith(".zip") else "a.tar.bz2"
    path = packed(tmp_path / name, {"a.py": SOLUTION, "zeros.bin": bytes(65 * MEGABYTE)})
    assert path.stat().st_size < 100_000
    says = "unpacks to over 64 MB, more than 100 times its own size"
    assert peak_of(lambda: refused(path, says)) < 40 * MEGABYTE


def test_a_zip_that_claims_less_than_it_has_is_refused(tmp_path: Path) -> None:
    files = {f"{number}.ipynb": bytes(16 * MEGABYTE) for number in range(5)}
    path = zipped(tmp_path / "a.zip", files)
    claim = partial(struct.pack, "<I")
    path.write_bytes(path.read_bytes().replace(claim(16 * MEGABYTE), claim(2 * MEGABYTE)))
    says = "a file in it cannot be unpacked"
    assert peak_of(lambda: refused(path, says)) < 40 * MEGABYTE


def test_a_tar_that_claims_ten_gigabytes_is_refused(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("zeros.bin")
    entry.size = 10 * 1024 * MEGABYTE
    header = entry.tobuf(tarfile.GNU_FORMAT)
    (tmp_path / "a.tar").write_bytes(header + bytes(1024))
    refused(tmp_path / "a.tar", "it ends too early")
    (tmp_path / "b.tar.gz").write_bytes(gzip.compress(header + bytes(70 * MEGABYTE)))
    refused(tmp_path / "b.tar.gz", "more than 100 times its own size")


def test_a_zip_that_claims_gigabytes_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"zeros.bin": bytes(MEGABYTE)})
    claim = partial(struct.pack, "<I")
    path.write_bytes(path.read_bytes().replace(claim(MEGABYTE), claim(4_000 * MEGABYTE)))
    refused(path, "more than 100 times its own size")


def test_what_unpacks_to_very_much_is_refused_however_well_it_is_packed(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    filler = os.urandom(MEGABYTE)
    entry = tarfile.TarInfo("data.bin")
    entry.size = 130 * MEGABYTE
    packer = zlib.compressobj(1, wbits=31)
    with path.open("wb") as file:
        file.write(packer.compress(entry.tobuf(tarfile.GNU_FORMAT)))
        for _ in range(2):
            file.write(packer.compress(filler + bytes(64 * MEGABYTE)))
        file.write(packer.flush())
    assert path.stat().st_size * 100 > 130 * MEGABYTE
    refused(path, "unpacks to more than 128 MB")


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


# -- damage --------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ARCHIVES)
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, suffix: str) -> None:
    starts = (b"x", b"PK\3\4", b"\x1f\x8bx", b"BZhx", b"\xfd7zXZ\0x")
    for data in (b"", SOLUTION, *starts, *(start + bytes(600) for start in starts)):
        path = tmp_path / f"a{suffix}"
        path.write_bytes(data)
        refused(path, "the archive is damaged, or is none")


@pytest.mark.parametrize("suffix", ARCHIVES)
def test_an_archive_that_was_cut_off_is_refused(tmp_path: Path, suffix: str) -> None:
    path = packed(tmp_path / f"a{suffix}", {"b.bin": os.urandom(3_000), "a.py": SOLUTION})
    whole = path.read_bytes().rstrip(b"\0")  # a tar ends in zeros
    for part in (0.2, 0.5, 0.7):
        path.write_bytes(whole[: int(len(whole) * part)])
        refused(path, "the archive is damaged, or is none")


def test_a_file_in_a_zip_that_is_damaged_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": SOLUTION}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"import", b"inport"))
    refused(path, "a file in it cannot be unpacked")


def of_kind(kind: bytes, size: int) -> bytes:
    entry = tarfile.TarInfo("x")
    entry.type, entry.size = kind, size
    return entry.tobuf(tarfile.GNU_FORMAT)


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
