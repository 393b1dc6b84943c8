"""What may stand in an ``assignment.toml``, by kinds of values alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

import msgspec

from grader.course.quoting import meant, named, shown
from grader.course.refusal import RefusalError
from grader.course.toml_lines import Path

Number = int | float
"""As TOML has it; `grader.course.amounts.exact` says which one was typed."""


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A table of the file; its keys have hyphens where the names here have underscores."""


class HandingInTable(_Table, frozen=True):
    """``[handing-in]``."""

    deadline: datetime | None = None
    zone: str | None = None
    attempts: int = 1
    counts: str = "last"


class LateTable(_Table, frozen=True):
    """``[late]``."""

    costs: Number | str
    per: str = "day"
    grace: str | None = None
    floor: str | None = None
    until: str | None = None


class FeedbackTable(_Table, frozen=True):
    """``[feedback]``."""

    level: str = "full"
    others: dict[str, str] = {}


class MarkingTable(_Table, frozen=True):
    """``[marking]``."""

    follow_through: str = "100%"
    limits: list[str] = []


class ToolTable(_Table, frozen=True):
    """``[tool]``."""

    where: str = ""


class ProblemTable(_Table, frozen=True):
    """``[[problem]]``."""

    family: str
    level: str | None = None
    example: str | None = None
    parameters: dict[str, Any] | None = None
    network: str | None = None
    points: Number | None = None
    weights: dict[str, Number] = {}
    style: dict[str, Number | str] = {}
    feedback: str | None = None


class ExtensionTable(_Table, frozen=True):
    """``[[extension]]``."""

    student: str
    deadline: datetime | None = None
    attempts: int | None = None
    reason: str = ""


class AssignmentFile(_Table, frozen=True):
    """The whole file."""

    id: str
    languages: list[str]
    title: dict[str, str]
    problem: list[ProblemTable]
    revision: int = 1
    language_folders: list[str] = []
    handing_in: HandingInTable = HandingInTable()
    late: LateTable | None = None
    feedback: FeedbackTable = FeedbackTable()
    marking: MarkingTable = MarkingTable()
    tool: ToolTable = ToolTable()
    extension: list[ExtensionTable] = []


_TABLES: Mapping[str, tuple[type[_Table], str]] = {
    "handing-in": (HandingInTable, "[handing-in]"),
    "late": (LateTable, "[late]"),
    "feedback": (FeedbackTable, "[feedback]"),
    "marking": (MarkingTable, "[marking]"),
    "tool": (ToolTable, "[tool]"),
    "problem": (ProblemTable, "a problem"),
    "extension": (ExtensionTable, "an extension"),
}


def tables_by_name() -> Mapping[str, type[msgspec.Struct]]:
    """The tables in the file, by their keys there."""
    return {name: kind for name, (kind, _) in _TABLES.items()}


_IN_WORDS = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "datetime": "a date with a time, such as 2026-12-15T23:59:00,",
    "array": "a list in [ ]",
    "object": "a table",
}
_KINDS: Mapping[str, Callable[[Any], bool]] = {
    "bool": lambda value: isinstance(value, bool),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "float": lambda value: isinstance(value, float),
    "str": lambda value: isinstance(value, str),
    "datetime": lambda value: isinstance(value, datetime),
    "date": lambda value: isinstance(value, date) and not isinstance(value, datetime),
    "time": lambda value: isinstance(value, time),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}

_PLACE = re.compile(r" - at `(?:key in `)?\$(.*?)`*$")
_STEP = re.compile(r"\[(\d+)\]|\.([\w-]+)|(\[\.\.\.\])")
_KIND = re.compile(r"Expected `(?P<expected>[^`]*)`, got `(?P<came>[^`]*)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*?)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]*)`")


def checked_kinds(tables: Mapping[str, Any]) -> AssignmentFile:
    """The tables of a file, each value of the kind that it must be. Raises RefusalError."""
    try:
        return msgspec.convert(tables, AssignmentFile, builtin_types=(datetime, date, time))
    except msgspec.ValidationError as error:
        raise _refusal(str(error), tables) from None


def place_in_words(path: Path) -> str:
    """``points of problem 2``; empty for the file as a whole."""
    if not path:
        return ""
    first, *rest = path
    told = str(first)
    if first in _TABLES:
        told = _TABLES[str(first)][1]
        if rest and isinstance(rest[0], int):
            told = f"{first} {rest.pop(0) + 1}"  # type: ignore[operator]
    for step in rest:
        told = f"{step} of {told}" if isinstance(step, str) else f"entry {step + 1} of {told}"
    return told


def _refusal(message: str, tables: Mapping[str, Any]) -> RefusalError:
    """What msgspec says of the first value that it cannot use, in words of ours."""
    path = _path_in(message, tables)
    if unknown := _UNKNOWN.search(message):
        kind, told = _TABLES[str(path[0])] if path else (AssignmentFile, "an assignment")
        known = [field.encode_name for field in msgspec.structs.fields(kind)]
        key = unknown["key"]
        text = f"there is no {named(key)} of {told}{meant(key, known)}"
        return RefusalError((*path, key), text, about=path)
    if missing := _MISSING.search(message):
        key = missing["key"]
        what = "[[problem]], a table for each problem," if key == "problem" else f"`{key}`"
        return RefusalError(path, f"{what} was expected, but is missing")
    if found := _KIND.search(message):
        kinds = [kind for kind in found["expected"].split(" | ") if kind != "null"]
        if "float" in kinds:
            kinds = [kind for kind in kinds if kind != "int"]
        expected = " or ".join(_IN_WORDS.get(kind, kind) for kind in kinds)
        path = _completed(path, tables, found["came"])
        if kinds == ["array"] and len(path) == 1 and path[0] in _TABLES:
            text = f"two brackets were expected, [[{path[0]}]], but [{path[0]}] came"
            return RefusalError(path, text, about=())
        return RefusalError(
            _without_unknown_places(path),
            f"{expected} was expected, but {shown(_value_at(path, tables))} came",
        )
    return RefusalError(_without_unknown_places(path), message)  # pragma: no cover


_UNTOLD = "..."
"""The step into a table by a key that msgspec does not tell."""


def _path_in(message: str, tables: Mapping[str, Any]) -> Path:
    found = _PLACE.search(message)
    steps = _STEP.findall(found[1]) if found else []
    return tuple(int(place) if place else key or _UNTOLD for place, key, _ in steps)


def _completed(path: Path, tables: Mapping[str, Any], came: str) -> Path:
    """The path with its last key, if msgspec left that out: of a value of the kind that came."""
    if not path or path[-1] != _UNTOLD:
        return path
    table = _value_at(path[:-1], tables)
    is_it = _KINDS.get(came, lambda value: False)
    return (*path[:-1], *[key for key, value in table.items() if is_it(value)][:1])


def _without_unknown_places(path: Path) -> Path:
    return tuple(step for step in path if step != _UNTOLD)


def _value_at(path: Path, tables: Any) -> Any:
    for step in path:
        tables = tables[step]
    return tables
