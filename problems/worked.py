"""Values of rules that were published or worked out by hand, with their sources.

They are in TOML files: those of ``problems/rules/worked``, and ``worked.toml`` in a family's own
folder. Engines can agree on a wrong convention; these values were not computed by any of them::

    [[correlate-2d]]
    source = "a textbook, section 9.1"
    x = [[1, 2, 3], [3, 4, 5], [1, 0, 2]]
    w = [[0, 1], [1, -1]]
    value = [[1, 2], [5, 3]]

An input is called what its rule calls it. A list is a tensor, but a tuple where its name ends in
``shape``; ``geometry`` and ``window`` are tables; a text such as ``"1/2"`` is that rational. A
decimal is right up to half a unit of its last place, and a choice with its reason is a pair of
words: ``["yes", "padded"]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from problems.forms import Reasoned
from problems.rule import Rule
from problems.sentences import tables_in
from reference.geometry import Geometry, PoolWindow, Window

_SHARED = Path(__file__).parent / "rules" / "worked"


@dataclass(frozen=True, eq=False)
class Worked:
    """One value of a rule: the inputs, what comes out, and who says so."""

    inputs: Mapping[str, Any]
    value: Any
    source: str

    def is_value_of(self, rule: Rule) -> bool:
        """Whether the rule gives the value, or accepts it where several are right."""
        found = rule(self.inputs)
        return _agree(found, self.value) or rule.is_right(_input("value", self.value), self.inputs)


class WorkedValueError(ValueError):
    """An entry of a file of worked values that lacks something: which, and what."""


def worked_values(rule: str, folder: Path) -> tuple[Worked, ...]:
    """The worked values of a rule: of a family's own folder, and those that all share.

    Raises WorkedValueError.
    """
    return tuple(
        _entry(path, rule, given)
        for path in _files(folder)
        for given in tables_in(path).get(rule, [])
    )


def _files(folder: Path) -> Iterator[Path]:
    own = folder / "worked.toml"
    if own.exists():
        yield own
    yield from sorted(_SHARED.glob("*.toml"))


def _entry(path: Path, rule: str, given: Mapping[str, Any]) -> Worked:
    if not str(given.get("source", "")).strip() or "value" not in given:
        raise WorkedValueError(f"{path.name}: an entry of {rule!r} needs a source and a value")
    inputs = {n: _input(n, v) for n, v in given.items() if n not in ("source", "value")}
    return Worked(inputs, given["value"], given["source"])


def _input(name: str, given: Any) -> Any:
    """An input as rules take it."""
    match given:
        case dict() if name == "geometry":
            return Geometry(**given)
        case dict() if name == "window":
            return PoolWindow(**given)
        case dict():
            return {key: _input(key, part) for key, part in given.items()}
        case str():
            return _rational(given)
        case list() if name.endswith("shape"):
            return tuple(given)
        case list() if name == "windows":
            return [Window(**each) for each in given]
        case list() if any(isinstance(part, dict) for part in given):
            return [_input("", part) for part in given]
        case list() if name in ("parts", "arrays", "earlier"):
            return tuple(_input("", part) for part in given)
        case list():
            return np.array(_cells(given), dtype=object)
    return given


def _cells(given: Any) -> Any:
    if isinstance(given, list):
        return [_cells(part) for part in given]
    return _rational(given) if isinstance(given, str) else given


def _rational(text: str) -> Any:
    """The rational that a text is; a word stays one."""
    try:
        return Fraction(text)
    except ValueError:
        return text


def _agree(found: Any, worked: Any) -> bool:
    """Whether a value is the worked one; a decimal up to half a unit of its last place."""
    if isinstance(found, Reasoned):
        found = (found.option, found.reason)
    if isinstance(worked, list):
        if isinstance(found, str) or not hasattr(found, "__len__") or len(found) != len(worked):
            return False
        return all(map(_agree, found, worked))
    if isinstance(worked, float):
        places = len(repr(worked).partition(".")[2])
        return bool(abs(float(found) - worked) <= 0.5 * 10**-places + 1e-12)
    right = _rational(worked) if isinstance(worked, str) else worked
    return bool(np.ndim(found) == 0 and found == right)
