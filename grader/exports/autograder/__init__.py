"""The autograder of Gradescope as an archive; the files beside this one are texts in it.

For practice sheets it has the sheet, of which nothing is secret. For an assignment it has the
roster, the record of what was drawn and the key: whoever gets at these has all of its sheets, and
their solutions.
"""

from __future__ import annotations

import os
import platform
import re
import shlex
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from grader.course.assignment import FILE_NAME, Assignment
from grader.course.key import FILE_NAME as KEY_FILE
from grader.course.key import FILE_VARIABLE, KEY_VARIABLE
from grader.course.record import PRIVATE
from grader.files.whole import readable
from grader.lms.package import zipped

_HERE = Path(__file__).parent
_NAME = "conv-grader"
_PROGRAMS = ("run_autograder", "setup.sh")
_PYTHONS = ("3.13", "3.12", "3.11")
_PLACE = re.compile(r"@([A-Z]+)@")
_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_RECORDS = ("variants.jsonl", "overrides.jsonl")
_ASSIGNMENT = "assignment"


class AutograderError(ValueError):
    """An autograder that is not to be made: why, and what to do."""


def autograder_of_sheet(
    sheet: Path,
    levels: Sequence[str] = (),
    *,
    torch: bool = False,
    wheel: Path | None = None,
) -> bytes:
    """The archive for a practice sheet, with ``levels`` of feedback. Raises AutograderError."""
    name = f"sheet{sheet.suffix}"
    options = ["--sheet", f"source/{name}"]
    for level in levels:
        options += ["--feedback-level", level]
    return _archive({name: _read(sheet)}, options, torch=torch, wheel=wheel)


def autograder_of_assignment(
    assignment: Assignment,
    roster: Path,
    *,
    with_key: bool = False,
    torch: bool = False,
    wheel: Path | None = None,
) -> bytes:
    """The archive for an assignment, with its key. Raises AutograderError.

    The key has to be one of this assignment alone, in its own folder, and to be asked for.
    """
    if not with_key:
        raise AutograderError(
            "an autograder of a graded assignment has its key in it, and runs the programs of "
            "students beside it: a single hole in the container shows all sheets with their "
            "solutions. Give the assignment a key of its own and say --with-key, or mark what is "
            "handed in where the key is; practice sheets need none"
        )
    folder = assignment.folder
    key = folder / KEY_FILE
    if not key.is_file() or os.environ.get(KEY_VARIABLE) or os.environ.get(FILE_VARIABLE):
        raise AutograderError(
            f"a key of this assignment alone was expected in {readable(str(key))}, and none in "
            f"{KEY_VARIABLE} or {FILE_VARIABLE}: the key of a whole course is not given away with "
            "one assignment"
        )
    if not (folder / PRIVATE / _RECORDS[0]).is_file():
        raise AutograderError(
            f"{readable(str(folder))}: no sheet was drawn yet, so that there is nothing to mark "
            "by; 'grader generate' draws them"
        )
    files = {FILE_NAME: _read(folder / FILE_NAME), "roster.csv": _read(roster)}
    files[KEY_FILE] = _read(key)
    for name in _RECORDS:
        path = folder / PRIVATE / name
        if path.is_file():
            files[f"{PRIVATE}/{name}"] = _read(path)
    files |= {name: _read(folder / name) for name in _named_in(files[FILE_NAME], folder)}
    placed = {f"{_ASSIGNMENT}/{name}": files[name] for name in sorted(files)}
    options = ["--assignment", f"source/{_ASSIGNMENT}"]
    return _archive(placed, options, torch=torch, wheel=wheel)


def _named_in(text: bytes, folder: Path) -> Iterator[str]:
    """The files that an assignment names: networks, and languages of its own."""
    told = tomllib.loads(text.decode())
    places = [Path(each["network"]) for each in told.get("problem", ()) if "network" in each]
    for named in map(Path, told.get("language-folders", ())):
        below = sorted((folder / named).rglob("*"))
        places += [named / each.relative_to(folder / named) for each in below if each.is_file()]
    for place in places:
        if place.is_absolute() or ".." in place.parts:
            raise AutograderError(
                f"{readable(str(place))}: a file below the folder of the assignment was expected, "
                "since only that can be put into the archive; move it there"
            )
        yield place.as_posix()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        name = readable(str(path))
        raise AutograderError(f"{name}: the file cannot be read ({error.strerror})") from None


def _archive(
    files: Mapping[str, bytes], options: Sequence[str], *, torch: bool, wheel: Path | None
) -> bytes:
    own = version(_NAME)
    here = ".".join(platform.python_version_tuple()[:2])
    extra = "[torch]" if torch else ""
    requirement = f"{_NAME}{extra}=={own}"
    wheels: dict[str, bytes] = {}
    if wheel is not None:
        wheels[f"wheels/{wheel.name}"] = _read(wheel)
        requirement = f'"$here/source/wheels/"{shlex.quote(wheel.name)}{extra}'
    values = {
        "VERSION": own,
        "PYTHONS": " ".join(dict.fromkeys((here, *_PYTHONS))),
        "REQUIREMENT": requirement if wheel is not None else shlex.quote(requirement),
        "OPTIONS": shlex.join(options),
    }
    texts = {
        name: _PLACE.sub(lambda found: values[found[1]], (_HERE / name).read_text(encoding="utf-8"))
        for name in _PROGRAMS
    }
    pins = "".join(f"{line}\n" for line in _constraints(torch=torch))
    return zipped({**texts, "constraints.txt": pins, **wheels, **files}, _PROGRAMS)


def _constraints(*, torch: bool) -> list[str]:
    """The versions of all that the grader rests on, as they are here: the same marks there."""
    found: dict[str, str] = {}
    left = [_NAME]
    while left:
        name = left.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            there = distribution(name)
        except PackageNotFoundError:
            continue  # not needed here
        found[key] = there.version
        wanted = torch and name == _NAME
        left += _names_in(there.requires or (), ("torch",) if wanted else ())
    del found[_NAME]
    return [f"{name}=={found[name]}" for name in sorted(found)]


def _names_in(requirements: Iterable[str], extras: Sequence[str]) -> Iterator[str]:
    """The names of what is required, without what an extra alone requires."""
    for text in requirements:
        _, _, marker = text.partition(";")
        asked = re.search(r"extra\s*==\s*['\"]([\w-]+)['\"]", marker)
        if asked is None or asked[1] in extras:
            found = _REQUIREMENT.match(text)
            assert found is not None
            yield found[0]
