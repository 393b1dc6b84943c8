"""Formulas as trees. The nodes say what is there; how it looks is for the writers in ``render``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from problems.frozen import frozen

SignKind = Literal["sum", "product", "relation", "prefix", "comma", "large", "ordinary"]
"""How a sign binds: sums, products (with ``/``), relations, before one thing (``∂``), and so on."""


@frozen
class Letter:
    """A variable: one letter, Latin or Greek."""

    text: str


@frozen
class Digits:
    """A number that is not negative, as it is written: ``16``, ``0.25``."""

    text: str


@frozen
class Word:
    r"""An upright word: a function such as ``max``, or ``\mathrm`` such as ``ReLU``."""

    text: str


@frozen
class Name:
    """A name as programs have it: ``conv1_rf``."""

    text: str


@frozen
class Prose:
    r"""Words of a language inside of a formula (``\text``)."""

    text: str


@frozen
class Sign:
    """An operator, a relation, a comma or another sign, by its character."""

    text: str
    kind: SignKind


@frozen
class Gap:
    """Space between two formulas that stand side by side; a line may break here."""


@frozen
class Row:
    """Parts side by side."""

    parts: tuple[Formula, ...]


@frozen
class Fraction:
    """One formula over another."""

    over: Formula
    under: Formula


@frozen
class Root:
    """A square root."""

    inside: Formula


@frozen
class Scripts:
    """A base with what stands below and above it, and its primes."""

    base: Formula
    below: Formula | None = None
    above: Formula | None = None
    primes: int = 0


@frozen
class Fenced:
    """Something in brackets, by their characters: ``(`` and ``)``, ``⌊`` and ``⌋``."""

    left: str
    inside: Formula
    right: str


@frozen
class Matrix:
    """Rows of cells, in brackets or (where they are empty) without; rows are equally long."""

    rows: tuple[tuple[Formula, ...], ...]
    left: str = "("
    right: str = ")"


@frozen
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
    """A row, or its only part; a row within the row is not seen as such, and gives its parts."""
    flat = tuple(one for part in parts for one in parts_of(part))
    return flat[0] if len(flat) == 1 else Row(flat)


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


def is_one(formula: Formula) -> bool:
    """Whether a formula is one thing, perhaps with a sign such as ``∂`` before it."""
    *signs, last = parts_of(formula)
    return all(isinstance(sign, Sign) and sign.kind == "prefix" for sign in signs) and isinstance(
        last, Letter | Digits | Word | Name | Root | Scripts | Fenced
    )


def is_low(formula: Formula) -> bool:
    """Whether a formula is no taller than a letter with its scripts."""
    match formula:
        case Row(parts=parts):
            return all(map(is_low, parts))
        case Scripts(base=base, above=above):
            return is_low(base) and (above is None or is_low(above))
        case Fenced(inside=inside):
            return is_low(inside)
    return not isinstance(formula, Fraction | Root | Matrix | Slices)


def slashed(formula: Formula) -> Formula:
    """A formula for a line of words: ``∂L/∂w`` with a slash, where nothing is lost by it.

    A bar would make what is above and below it too small to read.
    """
    parts = parts_of(formula)
    made: list[Formula] = []
    for place, part in enumerate(parts):
        beside = (parts[place - 1] if place else None, *parts[place + 1 : place + 2])
        is_free = all(
            other is None
            or isinstance(other, Gap)
            or (isinstance(other, Sign) and other.kind in ("sum", "relation", "comma"))
            for other in beside
        )
        if isinstance(part, Fraction) and is_free and is_one(part.over) and is_one(part.under):
            made += [*parts_of(part.over), Sign("/", "product"), *parts_of(part.under)]
        else:
            made.append(part)
    return row_of(tuple(made))


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
    return _before(formula, lambda sign, seen: sign.kind == "relation" and seen)


def at_crosses(formula: Formula) -> tuple[Formula, ...]:
    """A formula in pieces that each but for the first begin with a cross of a product."""
    return _before(formula, lambda sign, seen: sign.text == "×")


def _before(formula: Formula, breaks: Callable[[Sign, bool], bool]) -> tuple[Formula, ...]:
    """A formula broken before some signs; what breaks is told whether a relation came before."""
    pieces: list[list[Formula]] = [[]]
    seen = False
    for part in parts_of(formula):
        if isinstance(part, Sign):
            if breaks(part, seen):
                pieces.append([])
            seen = seen or part.kind == "relation"
        pieces[-1].append(part)
    return tuple(row_of(tuple(piece)) for piece in pieces)
