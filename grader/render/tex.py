r"""Formulas as TeX, as notebooks and pages of Markdown take it.

Markdown reads the text before TeX does, here and there: so a row of a matrix ends with ``\cr`` and
not with two backslashes, bars are ``\lvert``, also within tables, and ``<`` is ``\lt``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    is_low,
)
from grader.document.signs import FUNCTIONS, GREEK, MATRICES, TEX_OF_SIGNS

_TEX_OF_LETTERS = MappingProxyType({letter: tex for tex, letter in GREEK.items()})
_LEFT = MappingProxyType(
    {"(": "(", "[": "[", "{": r"\lbrace", "⌊": r"\lfloor", "⌈": r"\lceil", "|": r"\lvert"}
)
_RIGHT = MappingProxyType(
    {")": ")", "]": "]", "}": r"\rbrace", "⌋": r"\rfloor", "⌉": r"\rceil", "|": r"\rvert"}
)
_ENVIRONMENTS = MappingProxyType({fences: name for name, fences in MATRICES.items()})


def tex(formula: Formula) -> str:
    """A formula in TeX, on one line."""
    return _TEX[type(formula)](formula)


def _letter(formula: Letter) -> str:
    return _TEX_OF_LETTERS.get(formula.text, formula.text)


def _digits(formula: Digits) -> str:
    return formula.text


def _word(formula: Word) -> str:
    if formula.text in FUNCTIONS:
        return f"\\{formula.text}"
    return (
        rf"\operatorname{{{formula.text}}}"
        if formula.text.isalpha()
        else rf"\text{{{formula.text}}}"
    )


def _name(formula: Name) -> str:
    return rf"\mathtt{{{formula.text.replace('_', chr(92) + '_')}}}"


def _prose(formula: Prose) -> str:
    return rf"\text{{{formula.text}}}"


def _sign(formula: Sign) -> str:
    return TEX_OF_SIGNS[formula.text]


def _gap(formula: Gap) -> str:
    return r"\quad"


def _row(formula: Row) -> str:
    return " ".join(map(tex, formula.parts)).replace(" , ", ", ")


def _fraction(formula: Fraction) -> str:
    return rf"\frac{{{tex(formula.over)}}}{{{tex(formula.under)}}}"


def _root(formula: Root) -> str:
    return rf"\sqrt{{{tex(formula.inside)}}}"


def _scripts(formula: Scripts) -> str:
    base = tex(formula.base)
    if isinstance(formula.base, Scripts):
        base = f"{{{base}}}"
    below = "" if formula.below is None else f"_{_script(formula.below)}"
    above = "" if formula.above is None else f"^{_script(formula.above)}"
    return f"{base}{below}{chr(39) * formula.primes}{above}"


def _script(formula: Formula) -> str:
    """A script, in braces if it is more than one character."""
    text = tex(formula)
    return text if len(text) == 1 else f"{{{text}}}"


def _fenced(formula: Fenced) -> str:
    """Brackets that grow where there is something in them to grow for."""
    left, right = _LEFT[formula.left], _RIGHT[formula.right]
    grow = not is_low(formula.inside)
    left, right = (rf"\left{left}", rf"\right{right}") if grow else (left, right)
    return (
        f"{left} {tex(formula.inside)} {right}"
        if grow or left[0] == "\\"
        else (f"{left}{tex(formula.inside)}{right}")
    )


def _matrix(formula: Matrix) -> str:
    name = _ENVIRONMENTS[formula.left, formula.right]
    rows = r" \cr ".join(" & ".join(map(tex, row)) for row in formula.rows)
    return rf"\begin{{{name}}} {rows} \end{{{name}}}"


def _slices(formula: Slices) -> str:
    return rf"\left[ {', '.join(map(tex, formula.parts))} \right]"


_TEX: Mapping[type[Any], Callable[[Any], str]] = MappingProxyType(
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
"""How each kind of node is written in TeX."""
