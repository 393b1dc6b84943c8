"""The families that there are: every folder of this package that has a ``family.py``.

A lecturer's own families lie in a folder of theirs (``add_families``), each built as ours are. They
are modules of this package like any other, and may use what others have.
"""

from __future__ import annotations

import difflib
import importlib
import os
import re
import traceback
from functools import cache
from pathlib import Path

import problems
from problems.family import ByHand, Family
from problems.frozen import frozen

FAMILIES_VARIABLE = "GRADER_FAMILIES"
"""Folders with families beside ours, as ``PATH`` has folders: other processes of ours read it."""

_HERE = Path(__file__).parent
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


_MOST_TOLD = 6


class UnknownFamilyError(KeyError):
    """There is no family of that key."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"there is no family {key!r}; there are {likely_keys(key)}")

    def __str__(self) -> str:
        return str(self.args[0])


class FamiliesError(ValueError):
    """A folder of families, or a family in one, that cannot be used: in a line for its owner."""


def add_families(directory: Path) -> None:
    """Add the families in a folder to the catalogue, of this process and those that it starts.

    Raises FamiliesError for a folder without any, and for a family whose name is taken or is no
    name for one.
    """
    where = directory.resolve()
    if where in _directories():
        return
    found = sorted(path.parent.name for path in where.glob("*/family.py"))
    if not found:
        raise FamiliesError(
            f"{directory}: a folder of families was expected, each a folder with a family.py, "
            "but there is none"
        )
    for name in found:
        if not _NAME.fullmatch(name):
            raise FamiliesError(
                f"{directory / name}: a family's folder is named in small letters, digits and "
                "single underscores; rename it"
            )
        if any((each / name).exists() or (each / f"{name}.py").exists() for each in _directories()):
            raise FamiliesError(
                f"{directory / name}: the name {name!r} is taken; rename the folder, and its key"
            )
    told = os.environ.get(FAMILIES_VARIABLE)
    os.environ[FAMILIES_VARIABLE] = os.pathsep.join([*([told] if told else []), str(where)])
    forget()


def own_directories() -> list[Path]:
    """The folders with families of a lecturer's own that were added."""
    told = os.environ.get(FAMILIES_VARIABLE, "")
    return [Path(each) for each in told.split(os.pathsep) if each]


def _directories() -> list[Path]:
    """Where families are looked for: here, and in what was added."""
    return [_HERE, *own_directories()]


@cache
def _folders() -> dict[str, Path]:
    """The folder of each family, by key; the first of a name wins."""
    found: dict[str, Path] = {}
    for directory in _directories():
        for path in directory.glob("*/family.py"):
            found.setdefault(path.parent.name.replace("_", "-"), path.parent)
        if str(directory) not in problems.__path__ and directory != _HERE:
            problems.__path__.append(str(directory))
    return dict(sorted(found.items()))


@frozen(eq=False)
class Folders:
    """The folders of all families, of which it is known at once whether they are the same."""

    paths: tuple[Path, ...]


@cache
def folders() -> Folders:
    """The folders of all families, in the order of their keys."""
    return Folders(tuple(_folders().values()))


def forget() -> None:
    """Look for families anew when they are next needed."""
    _folders.cache_clear()
    folders.cache_clear()
    family.cache_clear()


def likely_keys(key: str) -> str:
    """A few families for who meant another, the likeliest first, and how many there are more."""
    keys = family_keys()
    close = difflib.get_close_matches(key.casefold(), keys, n=_MOST_TOLD)
    told = [*close, *(other for other in keys if other not in close)][:_MOST_TOLD]
    more = f" and {len(keys) - len(told)} more" if len(keys) > len(told) else ""
    return ", ".join(told) + more


def family_keys() -> tuple[str, ...]:
    """The keys of all families, in alphabetical order."""
    return tuple(_folders())


@cache
def family(key: str) -> Family:
    """The family of this key. Raises UnknownFamilyError.

    The workings of its published examples are put together, though not worked out, so that a blank
    with a name that cannot be typed is noticed here: ReservedNameError. Whatever goes wrong with a
    family of a lecturer's own is a FamiliesError.
    """
    if key not in _folders():
        raise UnknownFamilyError(key)
    try:
        return _loaded(key)
    except Exception as error:
        if added_folder(key) is None:
            raise
        said = f"{type(error).__name__}: {error}"
        raise FamiliesError(
            f"{folder(key)}: the family cannot be loaded, {said}{_line_in(folder(key), error)}"
        ) from error


def _loaded(key: str) -> Family:
    module = importlib.import_module(f"problems.{key.replace('-', '_')}.family")
    found = getattr(module, "FAMILY", None)
    if not isinstance(found, Family) or found.key != key:
        raise TypeError(f"{folder(key) / 'family.py'} must define FAMILY of key {key!r}")
    if isinstance(found.task, ByHand):
        for example in found.examples.values():
            found.task.working(example.parameters)
    return found


def _line_in(where: Path, error: BaseException) -> str:
    """The innermost line in a folder that an exception has passed, in brackets; or nothing."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(where):
            return f" ({path.relative_to(where).as_posix()}:{frame.lineno})"
    return ""


def folder(key: str) -> Path:
    """The folder of a family, where its texts are. Raises UnknownFamilyError."""
    if key not in _folders():
        raise UnknownFamilyError(key)
    return _folders()[key]


def added_folder(key: str) -> Path | None:
    """The folder that a family of a lecturer's own was added with; None for one of ours."""
    where = folder(key).parent
    return None if where == _HERE else where
