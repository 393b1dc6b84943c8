"""Formulas as trees. The nodes say what is there; how it looks is for the writers in ``render``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SignKind = Literal["sum", "product", "relation", "prefix", "comma", "large", "ordinary"]
"""How a sign binds: sums, products (with ``/``), relations, before one thing (``∂``), and so on."""


@dataclass(frozen=True)
class Letter:
    """A variable: one letter, Latin or Greek."""

    text: str


@dataclass(frozen=True)
class Digits:
    """A number that is not negative, as it is written: ``16``, ``0.25``."""

    text: str


@dataclass(frozen=True)
class Word:
    r"""An upright word: a function such as ``max``, or ``\mathrm`` such as ``ReLU``."""

    text: str


@dataclass(frozen=True)
class Name:
    """A name as programs have it: ``conv1_rf``."""

    text: str


@dataclass(frozen=True)
class Prose:
    r"""Words of a language inside of a formula (``\text``)."""

    text: str


@dataclass(frozen=True)
class Sign:
    """An operator, a relation, a comma or another sign, by its character."""

    text: str
    kind: SignKind


@dataclass(frozen=True)
class Gap:
    """Space between two formulas that stand side by side; a line may break here."""


@dataclass(frozen=True)
class Row:
    """Parts side by side."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True)
class Fraction:
    """One formula over another."""

    over: Formula
    under: Formula


@dataclass(frozen=True)
class Root:
    """A square root."""

    inside: Formula


@dataclass(frozen=True)
class Scripts:
    """A base with what stands below and above it, and its primes."""

    base: Formula
    below: Formula | None = None
    above: Formula | None = None
    primes: int = 0


@dataclass(frozen=True)
class Fenced:
    """Something in brackets, by their characters: ``(`` and ``)``, ``⌊`` and ``⌋``."""

    left: str
    inside: Formula
    right: str


@dataclass(frozen=True)
class Matrix:
    """Rows of cells, in brackets or (where they are empty) without; rows are equally long."""

    rows: tuple[tuple[Formula, ...], ...]
    left: str = "("
    right: str = ")"


@dataclass(frozen=True)
class Slices:
    """A tensor of order 3 or more, as its slices along the outermost axis."""

    parts: tuple[Formula, ...]


Formula = (
    Letter
    | Digits
    | Word
    | Name
    | Prose
    | Sign
    | Gap
    | Row
    | Fraction
    | Root
    | Scripts
    | Fenced
    | Matrix
    | Slices
)


def parts_of(formula: Formula) -> tuple[Formula, ...]:
    """The parts of a row; anything else is its own only part."""
    return formula.parts if isinstance(formula, Row) else (formula,)


def row_of(parts: tuple[Formula, ...]) -> Formula:
    """A row, or its only part."""
    return parts[0] if len(parts) == 1 else Row(parts)


def is_prefix(part: Formula, before: Formula | None) -> bool:
    """Whether a part of a row is a sign of what follows, such as a minus with nothing before it."""
    if not isinstance(part, Sign):
        return False
    if part.kind == "prefix":
        return True
    return part.kind == "sum" and (
        before is None
        or isinstance(before, Gap)
        or (isinstance(before, Sign) and before.kind != "ordinary")
    )


def side_by_side(formula: Formula) -> tuple[Formula, ...]:
    """The formulas that stand side by side, with gaps between them."""
    pieces: list[list[Formula]] = [[]]
    for part in parts_of(formula):
        if isinstance(part, Gap):
            pieces.append([])
        else:
            pieces[-1].append(part)
    return tuple(row_of(tuple(piece)) for piece in pieces if piece)


def at_relations(formula: Formula) -> tuple[Formula, ...]:
    """A formula in pieces that may stand on lines of their own.

    A relation begins a new piece, but for the first one.
    """
    pieces: list[list[Formula]] = [[]]
    relations = 0
    for part in parts_of(formula):
        if isinstance(part, Sign) and part.kind == "relation":
            relations += 1
            if relations > 1:
                pieces.append([])
        pieces[-1].append(part)
    return tuple(row_of(tuple(piece)) for piece in pieces)
