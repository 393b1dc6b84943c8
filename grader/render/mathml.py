"""Formulas as MathML Core, which browsers draw without a library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
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
    Slices,
    Word,
    at_relations,
    is_prefix,
    parts_of,
    side_by_side,
)

_APART = ' class="apart"'


def inline_math(formula: Formula) -> str:
    """A formula in a line."""
    return f"<math>{mathml(formula)}</math>"


def display_math(formula: Formula) -> str:
    """A formula on lines of its own: pieces between which a narrow page may break."""
    return "".join(
        f'<math display="block"{_APART if place and not number else ""}>'
        f"{_row_of(parts_of(piece), seen=number > 0)}</math>"
        for place, statement in enumerate(side_by_side(formula))
        for number, piece in enumerate(at_relations(statement))
    )


def mathml(formula: Formula) -> str:
    """A formula as an element."""
    return _ELEMENTS[type(formula)](formula)


def _letter(formula: Letter) -> str:
    return f"<mi>{escape(formula.text)}</mi>"


def _digits(formula: Digits) -> str:
    return f"<mn>{escape(formula.text)}</mn>"


def _word(formula: Word) -> str:
    upright = ' mathvariant="normal"' if len(formula.text) == 1 else ""
    return f"<mi{upright}>{escape(formula.text)}</mi>"


def _name(formula: Name) -> str:
    return f'<mtext class="name">{escape(formula.text)}</mtext>'


def _prose(formula: Prose) -> str:
    return f'<mtext class="prose">{escape(formula.text)}</mtext>'


def _sign(formula: Sign) -> str:
    return _operator(formula, "infix")


_SPACES = MappingProxyType(
    {
        "sum": "0.2222em",
        "product": "0.2222em",
        "relation": "0.2778em",
    }
)
"""What TeX leaves on both sides of a sign."""


def _operator(sign: Sign, form: str) -> str:
    """An operator with its spaces said: browsers differ on those of rare signs."""
    if form == "prefix":
        return f'<mo form="prefix" stretchy="false" lspace="0" rspace="0">{escape(sign.text)}</mo>'
    if sign.kind == "large":
        return f'<mo largeop="true" movablelimits="true">{escape(sign.text)}</mo>'
    if sign.kind == "comma":
        return f'<mo lspace="0" rspace="0.1667em">{escape(sign.text)}</mo>'
    if sign.kind == "ordinary":
        return f"<mi>{escape(sign.text)}</mi>"
    space = "0" if sign.text == "/" else _SPACES.get(sign.kind, "0")
    return (
        f'<mo form="infix" stretchy="false" lspace="{space}" rspace="{space}">'
        f"{escape(sign.text)}</mo>"
    )


def _gap(formula: Gap) -> str:
    return '<mspace width="1em"/>'


def _row(formula: Row) -> str:
    return f"<mrow>{_row_of(formula.parts)}</mrow>"


def _row_of(parts: tuple[Formula, ...], *, seen: bool = False) -> str:
    """Parts side by side; ``seen`` says that something stands before the first."""
    made = ""
    for place, part in enumerate(parts):
        before = parts[place - 1] if place else Letter("x") if seen else None
        if isinstance(part, Sign):
            made += _operator(part, "prefix" if is_prefix(part, before) else "infix")
            continue
        made += _thin_space(before, part) + mathml(part)
    return made


def _thin_space(before: Formula | None, part: Formula) -> str:
    """The space that TeX leaves beside a function: ``max r``, ``2 ln x``."""
    if before is None or isinstance(before, Sign | Gap) or isinstance(part, Gap):
        return ""
    after_function = _is_word(before) and not isinstance(part, Fenced)
    if after_function or _is_word(part):
        return '<mspace width="0.1667em"/>'
    return ""


def _is_word(part: Formula) -> bool:
    return isinstance(part.base if isinstance(part, Scripts) else part, Word | Name | Prose)


def _fraction(formula: Fraction) -> str:
    return f"<mfrac>{_one(formula.over)}{_one(formula.under)}</mfrac>"


def _root(formula: Root) -> str:
    return f"<msqrt>{mathml(formula.inside)}</msqrt>"


def _one(formula: Formula) -> str:
    """A formula as exactly one element."""
    return mathml(formula)


def _scripts(formula: Scripts) -> str:
    base = _one(formula.base)
    above = [f"<mo>{'′' * formula.primes}</mo>"] if formula.primes else []
    above += [_one(formula.above)] if formula.above is not None else []
    top = above[0] if len(above) == 1 else f"<mrow>{''.join(above)}</mrow>" if above else ""
    below = "" if formula.below is None else _one(formula.below)
    if isinstance(formula.base, Sign) and formula.base.kind == "large":
        tag = "munderover" if below and top else "munder" if below else "mover"
    else:
        tag = "msubsup" if below and top else "msub" if below else "msup"
    return f"<{tag}>{base}{below}{top}</{tag}>"


def _fenced(formula: Fenced) -> str:
    return _in_brackets(formula.left, mathml(formula.inside), formula.right)


def _in_brackets(left: str, inside: str, right: str) -> str:
    opening = f'<mo form="prefix" stretchy="true">{left}</mo>' if left else ""
    closing = f'<mo form="postfix" stretchy="true">{right}</mo>' if right else ""
    return f"<mrow>{opening}{inside}{closing}</mrow>"


def _matrix(formula: Matrix) -> str:
    cells = "".join(
        f"<mtr>{''.join(f'<mtd>{mathml(cell)}</mtd>' for cell in row)}</mtr>"
        for row in formula.rows
    )
    kind = "cases" if formula.left == "{" else "matrix"
    table = f'<mtable class="{kind}">{cells}</mtable>'
    return _in_brackets(formula.left, table, formula.right)


def _slices(formula: Slices) -> str:
    comma = '<mo lspace="0" rspace="0.1667em">,</mo>'
    return _in_brackets("[", comma.join(map(mathml, formula.parts)), "]")


_ELEMENTS: Mapping[type[Any], Callable[[Any], str]] = MappingProxyType(
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
"""The element of each kind of node."""
