"""What is said of rules and slips, in every language.

The sentences are in TOML files: those of ``problems/rules``, and ``rules.toml`` in a family's own
folder. A language that lacks a sentence is an error, never a hole in a sheet.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

Language = Literal["en", "hr", "pl", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "hr", "pl", "ru")

_RULES = Path(__file__).parent / "rules"


class MissingTextError(KeyError):
    """A rule or slip has no text in a language."""


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
