"""Attacks by what is handed in: refused before anything runs, or of no effect."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.grading.grade import grade_file
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.sheet import SheetError
from tests.grader.submissions.handed_in import CONV1D, FUNCTION, copies, full_marks, script_of

SUBMISSION = script_of(copies(FUNCTION, 1), [CONV1D])
SECRET = "the other student's work"
BOMB_BYTES = 80 * 1024**2


@dataclass(frozen=True)
class Parcel:
    """What is handed in, in a folder beside which a secret lies in ``secret.txt``.

    ``effect`` looks for what it does to one who unpacks it trustingly into a folder.
    """

    name: str
    make: Callable[[Path], None]
    says: str
    effect: Callable[[Path], bool]


def zipped(name: str, data: bytes, mode: int = stat.S_IFREG | 0o644) -> Callable[[Path], None]:
    """A zip archive of the submission and one member more."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("submission.py", SUBMISSION)
            member = zipfile.ZipInfo(name)
            member.external_attr = mode << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data)

    return make


def tarred(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> Callable[[Path], None]:
    """A tar archive of the submission and one member more."""

    def make(path: Path) -> None:
        with tarfile.open(path, "w:gz") as archive:
            first = tarfile.TarInfo("submission.py")
            first.size = len(SUBMISSION)
            archive.addfile(first, io.BytesIO(SUBMISSION.encode()))
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, link
            archive.addfile(member, io.BytesIO())

    return make


def notebook(path: Path) -> None:
    """A notebook of the submission with a picture of 17 MB in its output."""
    picture = {"output_type": "display_data", "data": {"image/png": "A" * (17 * 1024**2)}}
    cell = {"cell_type": "code", "source": SUBMISSION, "outputs": [picture]}
    path.write_text(json.dumps({"cells": [cell], "nbformat": 4}), encoding="utf-8")


def unpacked(parcel: Path, folder: Path) -> None:
    """Unpacks an archive as one does who trusts it."""
    folder.mkdir()
    if parcel.suffix == ".zip":
        with zipfile.ZipFile(parcel) as archive:
            for member in archive.infolist():
                target = folder / member.filename
                if stat.S_ISLNK(member.external_attr >> 16):
                    target.symlink_to(archive.read(member).decode())
                else:
                    target.write_bytes(archive.read(member))
    elif parcel.name.endswith(".tar.gz"):
        with tarfile.open(parcel) as archive:
            archive.extractall(folder, filter="fully_trusted")
    else:
        (folder / parcel.name).write_bytes(parcel.read_bytes())


def is_planted(folder: Path) -> bool:
    return (folder.parent / "planted.py").exists()


def leads_to_the_secret(folder: Path) -> bool:
    return SECRET in (folder / "notes.py").read_text(encoding="utf-8")


def has_a_pipe(folder: Path) -> bool:
    return stat.S_ISFIFO((folder / "notes.py").stat().st_mode)


def is_large(folder: Path) -> bool:
    return sum(path.stat().st_size for path in folder.iterdir()) > 17 * 1024**2


LINK = stat.S_IFLNK | 0o777
PARCELS = (
    Parcel("n68_slip.zip", zipped("../planted.py", b"x = 1"), "climbs out", is_planted),
    Parcel("n68_slip.tar.gz", tarred("../planted.py"), "climbs out", is_planted),
    Parcel("n69_link.zip", zipped("notes.py", b"../secret.txt", LINK), "link", leads_to_the_secret),
    Parcel(
        "n69_link.tar.gz",
        tarred("notes.py", tarfile.SYMTYPE, "../secret.txt"),
        "link",
        leads_to_the_secret,
    ),
    Parcel(
        "n69_hard_link.tar.gz",
        tarred("notes.py", tarfile.LNKTYPE, "../secret.txt"),
        "link",
        leads_to_the_secret,
    ),
    Parcel("n69_pipe.tar.gz", tarred("notes.py", tarfile.FIFOTYPE), "pipe", has_a_pipe),
    Parcel(
        "n70_bomb.zip", zipped("notes.txt", bytes(BOMB_BYTES)), "unpacks to over 64 MB", is_large
    ),
    Parcel("n71_huge.ipynb", notebook, "at most 16384 KB are read", is_large),
)


@pytest.mark.parametrize("parcel", PARCELS, ids=lambda parcel: parcel.name)
def test_a_parcel_that_does_harm_where_it_is_unpacked_is_refused_before_anything_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parcel: Parcel
) -> None:
    path = tmp_path / "handed_in" / parcel.name
    path.parent.mkdir()
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    parcel.make(path)
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(path.parent)
    with Sandbox() as sandbox:
        tracemalloc.start()
        try:
            with pytest.raises(SheetError, match=parcel.says):
                grade_file(path, sandbox=sandbox)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert not sandbox._servers, "something was to be run"
    assert most < BOMB_BYTES / 2
    assert sorted(tmp_path.rglob("*")) == before

    folder = tmp_path / "unpacked"
    unpacked(path, folder)
    assert parcel.effect(folder), "nothing would have happened"


MODULES = ("numpy", "random", "sitecustomize", "usercustomize", "fractions")


def test_modules_beside_a_submission_shadow_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Attack 73."""
    folder = tmp_path / "handed_in"
    folder.mkdir()
    marks = tmp_path / "marks"
    marks.mkdir()
    for name in MODULES:
        (folder / f"{name}.py").write_text(
            f"from os import mkdir\nmkdir({str(marks / name)!r})\n", encoding="utf-8"
        )
    path = folder / "submission.py"
    source = SUBMISSION + "import random, fractions\n"
    path.write_text(source, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    assert grade_file(path).score == full_marks(FUNCTION)
    assert os.listdir(marks) == []  # noqa: PTH208

    subprocess.run([sys.executable, "submission.py"], cwd=folder, check=False, capture_output=True)
    assert {"numpy", "sitecustomize"} <= {mark.name for mark in marks.iterdir()}
