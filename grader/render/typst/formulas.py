"""Formulas as Typst's own mathematics, each with its text in a line for those who do not see it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from grader.document.formula import (
    Digits,
    Fenced,
    Formula,
    Fraction,
    Gap,
    Letter,
    Matrix,
    Name,
    Prose,
    Root,
    Row,
    Scripts,
    Sign,
    SignKind,
    Slices,
    Word,
    at_crosses,
    at_relations,
    is_low,
    is_prefix,
    parts_of,
    side_by_side,
    slashed,
)
from grader.render.linear import linear
from grader.render.typst.literals import literal


@lru_cache(maxsize=1024)  # most stand in the text of every language, and some several times
def inline_formula(formula: Formula) -> str:
    """A formula in a line."""
    return f"#inline({literal(linear(formula) or _NOTHING)}, ${_written(slashed(formula))}$)"


@lru_cache(maxsize=512)
def display_formula(formula: Formula) -> str:
    """A formula on lines of its own, which may break before its relations and signs.

    What is tall and may be wide, such as a matrix, is a piece for itself: it is made smaller where
    it would reach over the edge.
    """
    return f"#displayed[{_APART.join(map(_statement, side_by_side(formula)))}]"


_NOTHING = "–"
"""What is told where there is nothing to tell: it may not be left out."""

_APART = "#h(1.4em, weak: true) "


def _statement(formula: Formula) -> str:
    if not _has_matrix(formula):
        return _piece("whole", formula)
    pieces = [
        part
        for piece in at_relations(formula)
        for part in (at_crosses(piece) if _has_matrix(piece) else (piece,))
    ]
    return " ".join(
        _piece("fitting" if _has_matrix(piece) else "whole", piece, seen=number > 0)
        for number, piece in enumerate(pieces)
    )


def _piece(how: str, formula: Formula, *, seen: bool = False) -> str:
    inside = _row_of(parts_of(formula), seen=seen)
    return f"#{how}({literal(linear(formula) or _NOTHING)}, $display({inside})$)"


def _has_matrix(formula: Formula) -> bool:
    match formula:
        case Matrix() | Slices():
            return True
        case Fenced(inside=inside) | Root(inside=inside):
            return _has_matrix(inside)
        case Fraction(over=over, under=under):
            return _has_matrix(over) or _has_matrix(under)
        case Scripts(base=base):
            return _has_matrix(base)
        case Row(parts=parts):
            return any(map(_has_matrix, parts))
    return False


def _written(formula: Formula) -> str:
    return _WRITTEN[type(formula)](formula)


_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")


def _letter(formula: Letter) -> str:
    """One letter, which is slanted; several would be the name of something of Typst's."""
    is_one = len(formula.text) == 1 and formula.text.isalpha()
    return formula.text if is_one else literal(formula.text)


def _digits(formula: Digits) -> str:
    """A number, or two with a slash between; another text would keep the blanks beside it."""
    if all(map(_NUMBER.fullmatch, parts := formula.text.split("/"))):
        return " normal(\\/) ".join(parts)
    return f"normal({literal(formula.text)})"


def _word(formula: Word) -> str:
    """A word, with the spaces beside it that a function has, as names and prose have."""
    text = literal(formula.text)
    return f"op({text})" if formula.text.isalpha() else text


def _name(formula: Name) -> str:
    return f"op(#raw({literal(formula.text)}))"


def _prose(formula: Prose) -> str:
    return f"op(#prose({literal(formula.text)}))"


_CLASSES: Mapping[SignKind, str] = MappingProxyType(
    {
        "sum": "binary",
        "product": "binary",
        "relation": "relation",
        "comma": "comma",
        "ordinary": "normal",
        "prefix": "unary",
    }
)


def _sign(formula: Sign) -> str:
    return _operator(formula, is_before=False)


def _operator(sign: Sign, *, is_before: bool) -> str:
    """A sign with its spaces said, so that they are those of the other forms of a sheet."""
    if sign.kind == "large":
        return sign.text
    kind = "unary" if is_before else "normal" if sign.text == "/" else _CLASSES[sign.kind]
    return f"{kind}(\\{sign.text})"


def _gap(formula: Gap) -> str:
    return "quad"


def _row(formula: Row) -> str:
    return _row_of(formula.parts)


def _row_of(parts: tuple[Formula, ...], *, seen: bool = False) -> str:
    """Parts side by side; ``seen`` says that something stands before the first."""
    made: list[str] = []
    for place, part in enumerate(parts):
        before = parts[place - 1] if place else Letter("x") if seen else None
        if isinstance(part, Sign):
            made.append(_operator(part, is_before=is_prefix(part, before)))
        else:
            made.append(_written(part))
    return " ".join(made)


def _fraction(formula: Fraction) -> str:
    return f"frac({_written(formula.over)}, {_written(formula.under)})"


def _root(formula: Root) -> str:
    return f"sqrt({_written(formula.inside)})"


def _scripts(formula: Scripts) -> str:
    base = _written(formula.base)
    primes = (f"#math.primes({formula.primes})",) if formula.primes else ()
    above = (*primes, *(() if formula.above is None else (_written(formula.above),)))
    below = "" if formula.below is None else f", b: {_written(formula.below)}"
    raised = f", t: {' '.join(above)}" if above else ""
    return f"attach({base}{below}{raised})"


def _fenced(formula: Fenced) -> str:
    """Brackets that grow where there is something in them to grow for."""
    inside = f"\\{formula.left} {_written(formula.inside)} \\{formula.right}"
    return inside if is_low(formula.inside) else f"lr({inside})"


def _matrix(formula: Matrix) -> str:
    """Rows of cells: numbers right under one another, cases from their left."""
    left, right = (literal(each) if each else "none" for each in (formula.left, formula.right))
    align = "left" if formula.left == "{" else "right"
    rows = "; ".join(", ".join(map(_written, row)) for row in formula.rows)
    return f"mat(delim: #({left}, {right}), align: #{align}, {rows})"


def _slices(formula: Slices) -> str:
    comma = f" {_sign(Sign(',', 'comma'))} "
    return f"lr(\\[ {comma.join(map(_written, formula.parts))} \\])"


_WRITTEN: Mapping[type[Any], Callable[[Any], str]] = MappingProxyType(
    {
        Letter: _letter,
        Digits: _digits,
        Word: _word,
        Name: _name,
        Prose: _prose,
        Sign: _sign,
        Gap: _gap,
        Row: _row,
        Fraction: _fraction,
        Root: _root,
        Scripts: _scripts,
        Fenced: _fenced,
        Matrix: _matrix,
        Slices: _slices,
    }
)
"""How each kind of node is written."""
