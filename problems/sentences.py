"""What is said of rules, slips and checks, in every language.

The sentences are in TOML files: those of ``problems/rules``, and ``rules.toml`` and ``checks.toml``
in a family's own folder. A language that lacks a sentence is an error, never a hole in a sheet.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from problems.catalogue import folder as folder_of

Language = Literal["en", "hr", "pl", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "hr", "pl", "ru")

_RULES = Path(__file__).parent / "rules"


class MissingTextError(KeyError):
    """A rule, slip or check has no text in a language."""


@cache
def _entries(folder: Path) -> Mapping[str, Any]:
    """All tables of the rule texts that are in force for a family's folder, merged."""
    merged: dict[str, Any] = {"slips": {}}
    for path in [*sorted(_RULES.glob("*.toml")), *_own(folder)]:
        for key, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if key == "slips":
                merged["slips"].update(table)
            else:
                merged[key] = table
    return merged


def _own(folder: Path) -> Iterator[Path]:
    if (path := folder / "rules.toml").exists():
        yield path


def rule_text(folder: Path, rule: str, part: str, language: Language) -> str:
    """A part of a rule's text: ``title``, or ``explain``. Raises MissingTextError."""
    table = _entries(folder).get(rule, {}).get(part, {})
    if language not in table:
        raise MissingTextError(f"the rule {rule!r} has no {part!r} in {language!r}")
    return str(table[language])


def rule_formula(folder: Path, rule: str, inputs: Mapping[str, Any]) -> str:
    """A rule's formula with the numbers filled in; empty where a rule has none."""
    from problems.texts import environment  # Jinja2 is not needed to mark

    formula = _entries(folder).get(rule, {}).get("formula", "")
    return environment(folder).from_string(formula).render(**inputs)


def slip_text(folder: Path, slip: str, language: Language) -> str:
    """What is said of a slip: a clause that goes on "this is the value you get if"."""
    table = _entries(folder)["slips"].get(slip, {})
    if language not in table:
        raise MissingTextError(f"the slip {slip!r} has no text in {language!r}")
    return str(table[language])


@cache
def _checks(family: str) -> Mapping[str, Mapping[str, str]] | None:
    """The names of a family's checks; None for a family by hand, which has none."""
    path = folder_of(family) / "checks.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def check_name(family: str, key: str, language: Language) -> str:
    """What a check or a rule of style is called in a report: ``shortest vector``.

    A blank of a family by hand is called what it is called on the sheet. Raises MissingTextError.
    """
    checks = _checks(family)
    if checks is None:
        return key
    if language not in checks.get(key, {}):
        raise MissingTextError(f"the check {key!r} has no name in {language!r}")
    return checks[key][language]
