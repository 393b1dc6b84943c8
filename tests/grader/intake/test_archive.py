"""An archive has exactly one submission, and no names that lead elsewhere."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from grader.intake.handed_in import ARCHIVES, read_handed_in
from grader.intake.program import Program
from grader.intake.submission import read_submission
from grader.render.notebook import notebook
from grader.render.script import script
from grader.sheet.header import header_lines
from tests.grader.intake.archives import (
    MEGABYTE,
    NOTEBOOK,
    SHEET,
    SOLUTION,
    Files,
    either,
    packed,
    refused,
    zipped,
)

FORMAT_1 = Path(__file__).parents[1] / "sheets_of_format_1"

BLANKS = {
    "submission.py": script(SHEET).encode(),
    "submission.ipynb": notebook(SHEET, "submission.ipynb").encode(),
}


@either
def test_a_notebook_in_an_archive_is_read_as_one(tmp_path: Path, archive: str) -> None:
    plain = tmp_path / "submission.ipynb"
    plain.write_bytes(NOTEBOOK)
    path = packed(tmp_path / archive, {"submission.ipynb": NOTEBOOK})
    assert read_submission(path).cells == read_submission(plain).cells


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


@either
@pytest.mark.parametrize(
    ("filled", "untouched"),
    [("submission.py", "submission.ipynb"), ("submission.ipynb", "submission.py")],
)
def test_of_the_two_files_of_a_sheet_the_one_that_was_filled_in_is_taken(
    tmp_path: Path, archive: str, filled: str, untouched: str
) -> None:
    files = {filled: SOLUTION if filled.endswith(".py") else NOTEBOOK}
    files |= {untouched: BLANKS[untouched], "sheet.md": b"#"}
    found = read_handed_in(packed(tmp_path / archive, files))
    assert found.name == filled
    assert set(found.left_out) == {untouched, "sheet.md"}


@either
def test_of_two_files_in_which_nothing_was_typed_one_is_taken(tmp_path: Path, archive: str) -> None:
    files = {name: data.replace(b"\n", b"\r\n") for name, data in BLANKS.items()}
    assert read_handed_in(packed(tmp_path / archive, files)).name in BLANKS


@either
@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "there is no .py or .ipynb file in the archive"),
        ({"a.dat": SOLUTION, "b.zip": b"PK"}, "archives in it are not opened"),
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


def test_of_two_files_the_blank_one_of_an_earlier_wording_is_left_out(tmp_path: Path) -> None:
    filled = (FORMAT_1 / "easy-pl-carried.ipynb").read_bytes()
    sheet = read_submission(FORMAT_1 / "easy-pl-carried.ipynb").sheet
    worded = script(sheet).replace("# %% ", "# ", 1).replace("Zadanie 1. ", "")
    path = packed(tmp_path / "a.zip", {"a.py": worded.encode(), "b.ipynb": filled})
    submission = read_submission(path)
    (remark,) = submission.remarks
    assert remark.details == {"file": "b.ipynb", "files": "a.py"}
