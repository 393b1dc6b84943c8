"""Formulas as MathML Core, which browsers draw without a library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
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
    at_crosses,
    at_relations,
    is_low,
    is_prefix,
    parts_of,
    side_by_side,
    slashed,
)

_APART = ' class="apart"'


@lru_cache(maxsize=1024)  # most stand in the text of every language, and some several times
def inline_math(formula: Formula) -> str:
    """A formula in a line."""
    return f"<math>{mathml(slashed(formula))}</math>"


@lru_cache(maxsize=512)
def display_math(formula: Formula) -> str:
    """A formula on lines of its own: pieces between which a narrow page may break."""
    made = ""
    for place, statement in enumerate(side_by_side(formula)):
        pieces = [
            part
            for piece in at_relations(statement)
            for part in ((piece,) if is_low(piece) else at_crosses(piece))
        ]
        for number, piece in enumerate(pieces):
            apart = _APART if place and not number else ""
            inside = _row_of(parts_of(piece), seen=number > 0)
            made += f'<math display="block"{apart}>{inside}</math>'
    return made


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
    return f"<mfrac>{mathml(formula.over)}{mathml(formula.under)}</mfrac>"


def _root(formula: Root) -> str:
    return f"<msqrt>{mathml(formula.inside)}</msqrt>"


def _scripts(formula: Scripts) -> str:
    """A base with its scripts; a prime, which is raised by itself, stands after the lower one."""
    base = mathml(formula.base)
    below = "" if formula.below is None else mathml(formula.below)
    above = "" if formula.above is None else mathml(formula.above)
    if formula.primes:
        base = f"<msub>{base}{below}</msub>" if below else base
        base = f'<mrow>{base}<mo lspace="0" rspace="0">{"′" * formula.primes}</mo></mrow>'
        below = ""
    if not (below or above):
        return base
    if isinstance(formula.base, Sign) and formula.base.kind == "large":
        tag = "munderover" if below and above else "munder" if below else "mover"
    else:
        tag = "msubsup" if below and above else "msub" if below else "msup"
    return f"<{tag}>{base}{below}{above}</{tag}>"


def _fenced(formula: Fenced) -> str:
    stretchy = not is_low(formula.inside)
    return _in_brackets(formula.left, mathml(formula.inside), formula.right, stretchy=stretchy)


def _in_brackets(left: str, inside: str, right: str, *, stretchy: bool = True) -> str:
    grow = "true" if stretchy else "false"
    opening = f'<mo form="prefix" stretchy="{grow}">{left}</mo>' if left else ""
    closing = f'<mo form="postfix" stretchy="{grow}">{right}</mo>' if right else ""
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
