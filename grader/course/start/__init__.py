"""The files that an assignment begins with; those beside this one are their texts."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from grader.course.assignment import FILE_NAME
from grader.files.whole import readable

_HERE = Path(__file__).parent
_TEXTS = {
    FILE_NAME: "assignment.toml",
    "roster.csv": "roster.csv",
    ".gitignore": "gitignore",
    ".github/workflows/grade.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab.yml",
}
"""The files of an assignment, and the texts of them. No text has a name that tools act on."""

_USUAL_ID = "hw1"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")
_WEEKS = 2
_PLACE = re.compile(r"@([A-Z]+)@")


class StartError(ValueError):
    """An assignment cannot begin in a folder: why, and what to do."""


def start_files(folder: str, today: datetime.date, version: str) -> Mapping[str, str]:
    """The texts of all files, by their paths in the folder of that name.

    The assignment is called after the folder where that can be an id; it is due in two weeks. The
    files for CI install this version of the grader.
    """
    values = {
        "ID": folder if _ID.fullmatch(folder) else _USUAL_ID,
        "DAY": (today + datetime.timedelta(weeks=_WEEKS)).isoformat(),
        "VERSION": version,
    }
    return {
        path: _PLACE.sub(lambda found: values[found[1]], (_HERE / text).read_text(encoding="utf-8"))
        for path, text in _TEXTS.items()
    }


def start(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder, which is made if need be: all of them or none.

    Raises StartError; then all is as it was.
    """
    there = [path for path in files if os.path.lexists(folder / path)]
    if there:
        raise StartError(
            f"{readable(str(folder))} has {', '.join(there)} already, and nothing is overwritten; "
            "choose another folder, or move what is there away"
        )
    with _undone_on_error() as made:
        for path, text in files.items():
            target = folder / path
            try:
                _make_folders(target.parent, made)
                with target.open("x", encoding="utf-8", newline="\n") as file:
                    made.append(target)
                    file.write(text)
            except OSError as error:
                raise StartError(
                    f"{readable(str(target))}: cannot be written ({error.strerror}), and "
                    "so no file was"
                ) from None


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it that are missing, and note them."""
    for each in reversed([folder, *folder.parents]):
        if not each.is_dir():
            each.mkdir()
            made.append(each)


@contextmanager
def _undone_on_error() -> Iterator[list[Path]]:
    """A list of what is made; all of it is taken away again if an error comes up."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for each in reversed(made):
            try:
                each.rmdir() if each.is_dir() else each.unlink()
            except OSError:
                continue  # somebody else has put something there meanwhile
        raise
