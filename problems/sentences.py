"""What is said of families, rules and slips, in every language.

Sentences are in TOML files, the four languages side by side:

- ``problems/rules/*.toml`` and ``rules.toml`` in a family's folder have those of rules and slips. A
  rule is looked up in the former, then in the family's own folder, then in that of every other
  family, so that one family can use what another brought. A key has its texts in one place only;
  ``told_twice`` lists those that have not.
- ``texts.toml`` in a family's folder has its own: what its statement says, and the tables
  ``[blanks]`` (what a blank means), ``[tables]`` (names of tables of blanks, of their rows and
  columns), ``[checks]`` (names of checks and of rules of style that are not in
  ``problems/checks.toml``), ``[options]`` (words of options and reasons that are not in
  ``problems/options.toml``), and ``[units]`` and ``[axes]`` (those that are not in
  ``problems/units.toml``).

A language of ours that lacks a sentence is an error, never a hole in a sheet. Others may be added
by files (see `problems.languages`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from problems.catalogue import Folders, folders
from problems.catalogue import folder as folder_of
from problems.languages import LANGUAGES, Added, Language, added, text_in, with_added

__all__ = ["LANGUAGES", "Language"]

TABLES = ("blanks", "data", "tables", "checks", "options", "units", "axes")
"""The tables of ``texts.toml`` that are not sentences of the statement."""

_HERE = Path(__file__).parent


class MissingTextError(KeyError):
    """Something has no text in a language."""

    def __str__(self) -> str:
        return str(self.args[0])


class UnreadableFileError(ValueError):
    """A file of sentences or values that cannot be read, with the place."""


def tables_in(path: Path) -> Mapping[str, Any]:
    """The tables of a TOML file, such as one of sentences; none if it is not there.

    Raises UnreadableFileError.
    """
    return _tables_in(path, added())


@cache
def _tables_in(path: Path, extra: tuple[Added, ...]) -> Mapping[str, Any]:
    tables = _own_tables_in(path)
    return with_added(tables, part_of(path), extra) if extra else tables


def forget_tables() -> None:
    """Read files of sentences anew when they are next needed."""
    _tables_in.cache_clear()
    _own_tables_in.cache_clear()


def part_of(path: Path) -> str:
    """Where a file of sentences stands in the folder of an added language."""
    if path.is_relative_to(_HERE):
        return f"problems/{path.relative_to(_HERE).as_posix()}"
    return f"problems/{path.parent.name}/{path.name}"


@cache
def _own_tables_in(path: Path) -> Mapping[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UnreadableFileError(
            f"{path.parent.name}/{path.name} is not TOML in UTF-8: {error}"
        ) from error


def _in(texts: Mapping[str, Any], language: Language, what: str) -> str:
    found = text_in(texts, language)
    if found is None:
        raise MissingTextError(f"{what} in {language!r}")
    return str(found)


# -- rules and slips -------------------------------------------------------------------------------


def rule_files(folder: Path) -> tuple[Path, ...]:
    """The files in which a family's rules and slips are looked up, the first to be read first."""
    return _rule_files(folder, folders())


@cache
def _rule_files(folder: Path, every: Folders) -> tuple[Path, ...]:
    shared = sorted((_HERE / "rules").glob("*.toml"))
    others = (other for other in every.paths if other != folder)
    return (*shared, *(each / "rules.toml" for each in (folder, *others)))


@cache
def _tables_of_rules(
    folder: Path, every: Folders, _: tuple[Added, ...]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The tables of rules and those of slips for a family, of which the first in a row counts.

    They are read anew when a language was added.
    """
    rules: dict[str, Any] = {}
    slips: dict[str, Any] = {}
    for path in _rule_files(folder, every):
        tables = tables_in(path)
        rules = {**tables, **rules}
        slips = {**tables.get("slips", {}), **slips}
    return rules, slips


def _rule(folder: Path, rule: str) -> Mapping[str, Any]:
    rules, _ = _tables_of_rules(folder, folders(), added())
    found: Mapping[str, Any] = rules.get(rule, {})
    return found


def rule_text(folder: Path, rule: str, part: str, language: Language) -> str:
    """A part of a rule's text: ``title``, or ``explain``. Raises MissingTextError."""
    table = _rule(folder, rule).get(part, {})
    return _in(table, language, f"the rule {rule!r} has no {part!r}")


def rule_formula(folder: Path, rule: str) -> str:
    """A rule's formula, a template in TeX; empty where a rule has none."""
    return str(_rule(folder, rule).get("formula", ""))


def slip_text(folder: Path, slip: str, language: Language) -> str:
    """What is said of a slip: a clause that goes on "this is the value you get if"."""
    _, slips = _tables_of_rules(folder, folders(), added())
    return _in(slips.get(slip, {}), language, f"the slip {slip!r} has no text")


def told_twice() -> tuple[tuple[str, Path, Path], ...]:
    """Rules and slips (``slips.KEY``) whose texts are in two files, with the two."""
    first: dict[str, Path] = {}
    twice: list[tuple[str, Path, Path]] = []
    for path in dict.fromkeys(path for where in folders().paths for path in rule_files(where)):
        tables = tables_in(path)
        slips = [f"slips.{slip}" for slip in tables.get("slips", {})]
        for key in (*(key for key in tables if key != "slips"), *slips):
            if key in first:
                twice.append((key, first[key], path))
            else:
                first[key] = path
    return tuple(twice)


# -- families --------------------------------------------------------------------------------------


def texts_of(folder: Path) -> Mapping[str, Any]:
    """All tables of a family's ``texts.toml``."""
    return tables_in(_texts_in(folder))


@cache
def _texts_in(folder: Path) -> Path:
    return folder / "texts.toml"


def sentence(folder: Path, key: str, language: Language) -> str:
    """A sentence of a family's statement; a dotted key is one of a table: ``"layers.conv"``.

    Raises MissingTextError.
    """
    found: Any = texts_of(folder)
    for part in key.split("."):
        found = found.get(part, {}) if isinstance(found, Mapping) else {}
    texts: Mapping[str, Any] = found if isinstance(found, Mapping) else {}
    return _in(texts, language, f"{folder.name}/texts.toml has no sentence {key!r}")


def blank_text(folder: Path, key: str, language: Language) -> str:
    """What a blank means. Raises MissingTextError."""
    return _own(folder, "blanks", key, language)


def datum_text(folder: Path, key: str, language: Language) -> str:
    """What a quantity that the sheet states is called. Raises MissingTextError."""
    return _own(folder, "data", key, language)


def _own(folder: Path, table: str, key: str, language: Language) -> str:
    texts = texts_of(folder).get(table, {}).get(key, {})
    return _in(texts, language, f"{folder.name}/texts.toml has no {key!r} under [{table}]")


def table_text(folder: Path, key: str, language: Language) -> str:
    """What a table of blanks, or a row or column of one, is called. Raises MissingTextError.

    A key in backticks is code, and is called by itself.
    """
    is_code = key.startswith("`") and key.endswith("`")
    return key if is_code else _own(folder, "tables", key, language)


def check_name(family: str, key: str, language: Language) -> str:
    """What a check or a rule of style is called in a report: ``shortest vector``.

    A blank of a family by hand is called what it is called on the sheet. Raises MissingTextError.
    """
    folder = folder_of(family)
    if "blanks" in texts_of(folder):
        return key
    texts = _shared_or_own(folder, "checks", tables_in(_HERE / "checks.toml")["checks"], key)
    return _in(texts, language, f"{folder.name}/texts.toml has no {key!r} under [checks]")


# -- what every family has, and some have more of -------------------------------------------------


def option_text(folder: Path | None, option: str, language: Language) -> str:
    """What an option, or a reason, is called. Raises MissingTextError.

    Where no folder is named, the options of every family are known, and no others.
    """
    texts = _shared_or_own(folder, "options", tables_in(_HERE / "options.toml"), option)
    return _in(texts, language, f"the option {option!r} has no text")


def unit_text(folder: Path, unit: str, language: Language) -> str:
    """A unit as it is written on a sheet: ``px``. Raises MissingTextError."""
    texts = _shared_or_own(folder, "units", tables_in(_HERE / "units.toml")["units"], unit)
    return _in(texts, language, f"the unit {unit!r} has no text")


def axes_text(folder: Path, axes: str, language: Language) -> str:
    """The axes of a shape in words: ``C, H, W`` is ``channels, height, width``.

    Raises MissingTextError.
    """
    shared = tables_in(_HERE / "units.toml")["axes"]
    return ", ".join(
        _in(
            _shared_or_own(folder, "axes", shared, axis),
            language,
            f"the axis {axis!r} has no text",
        )
        for axis in (each.strip() for each in axes.split(","))
    )


def shared_files() -> tuple[Path, ...]:
    """The files of what every family has."""
    return (_HERE / "checks.toml", _HERE / "options.toml", _HERE / "units.toml")


def _shared_or_own(
    folder: Path | None, table: str, shared: Mapping[str, Any], key: str
) -> Mapping[str, Any]:
    """The texts of a key: those of the family where it has any."""
    own: Mapping[str, Any] = {} if folder is None else texts_of(folder).get(table, {})
    found: Mapping[str, Any] = own.get(key) or shared.get(key, {})
    return found
