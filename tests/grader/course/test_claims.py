"""What a file says of itself is looked up in its text, whatever a tool has done to it."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from grader.course.claims import Said, Says, said_by
from grader.render.notebook import notebook
from grader.render.script import blank, script
from grader.sheet.issued import Claim, Issued
from grader.sheet.sheet import draw_sheet

CODE = "7K2Q-9FJD"
PRACTICE = draw_sheet("5", ["conv1d-hand:easy"], "en")
SHEET = replace(PRACTICE, seed="", issued=Issued("hw3", 4, CODE, {"en": "Homework 3"}, "Ana Anić"))
CLAIM = Claim("hw3", 4, CODE)
TEXT = script(SHEET, blank)


def said(folder: Path, text: str | bytes, name: str = "hw3.py") -> Said:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return said_by(path)


def zipped(text: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a/hw3.py", text)
    return data.getvalue()


def tarred(text: str) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        member = tarfile.TarInfo("hw3.py")
        member.size = len(text.encode())
        archive.addfile(member, io.BytesIO(text.encode()))
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hw3.py", TEXT),
        ("hw3.py", TEXT.replace("\n", "\r\n")),
        ("hw3.py", "\ufeff" + TEXT),
        ("hw3.txt", TEXT),
        ("hw3.ipynb", notebook(SHEET, "hw3.ipynb")),
        ("hw3.ipynb", json.dumps(json.loads(notebook(SHEET, "hw3.ipynb")))),
        ("hw3.zip", zipped(TEXT)),
        ("hw3.tar.gz", tarred(TEXT)),
    ],
)
def test_a_header_is_found_in_each_kind_of_file(
    tmp_path: Path, name: str, text: str | bytes
) -> None:
    found = said(tmp_path, text, name)
    assert found.header == CLAIM
    assert found.codes == {CODE}


@pytest.mark.parametrize("name", ["hw3.py", "hw3.ipynb"])
def test_the_code_stands_in_a_file_once_more_beside_its_header(tmp_path: Path, name: str) -> None:
    text = TEXT if name.endswith("py") else notebook(SHEET, name)
    found = said(tmp_path, text.replace("grader-sheet:", ""), name)
    assert found == Said(Says.NOTHING, frozenset([CODE]))


def test_a_header_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    found = said(tmp_path, TEXT.replace(f"revision 4 sheet {CODE}", "revi"))
    assert found.header is Says.DAMAGED


def test_a_practice_sheet_is_one(tmp_path: Path) -> None:
    assert said(tmp_path, script(PRACTICE, blank)).header is Says.PRACTICE
    book = notebook(PRACTICE, "hw3.ipynb")
    assert said(tmp_path, book, "hw3.ipynb").header is Says.PRACTICE


def test_the_headers_of_two_sheets_are_several_and_the_same_twice_is_one(tmp_path: Path) -> None:
    other = TEXT.replace(CODE, "ABCD-EFGH")
    assert said(tmp_path, TEXT + other).header is Says.SEVERAL
    assert said(tmp_path, TEXT + TEXT).header == CLAIM


def test_a_file_that_is_no_sheet_says_nothing(tmp_path: Path) -> None:
    assert said(tmp_path, "x = 1\n") == Said(Says.NOTHING)
    assert said(tmp_path, b"PK no archive", "hw3.zip") == Said(Says.NOTHING)
    assert said(tmp_path, b"\xff\xfe\x00", "hw3.py") == Said(Says.NOTHING)


@pytest.mark.parametrize("text", ["XABCD-EFGH", "ABCD-EFGH-1", "ABCI-EFGH", "abcd-efgh", "AB-CD"])
def test_what_only_looks_like_a_code_is_none(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, f"# {text}\n").codes == frozenset()
