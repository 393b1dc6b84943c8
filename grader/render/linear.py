"""Formulas as one line of Unicode text: ``∂L/∂w₁``, ``⌊(n + 2p − k)/s⌋ + 1``.

What a bar or a raised line groups on paper is grouped by brackets here: the line, read as
arithmetic, has the value of the formula.
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
    is_one,
    is_prefix,
    parts_of,
)

_ABOVE = MappingProxyType(
    dict(
        zip(
            "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδ⊤",
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᵀ",
            strict=True,
        )
    )
)
_BELOW = MappingProxyType(
    dict(
        zip(
            "0123456789+−=()aehijklmnoprstuvxβγρφ",
            "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩ",
            strict=True,
        )
    )
)
_PRIME = "′"


def linear(formula: Formula) -> str:
    """A formula as one line of text."""
    return _LINES[type(formula)](formula)


def _plain(formula: Letter | Digits | Word | Name | Sign) -> str:
    return formula.text


def _prose(formula: Prose) -> str:
    return formula.text


def _gap(formula: Gap) -> str:
    return "   "


def _row(formula: Row) -> str:
    line = ""
    for place, part in enumerate(formula.parts):
        before = formula.parts[place - 1] if place else None
        after = formula.parts[place + 1] if place + 1 < len(formula.parts) else None
        line += _space(formula.parts, place) + _operand(part, before, after)
    return line


def _operand(part: Formula, before: Formula | None, after: Formula | None) -> str:
    """A part of a row; a fraction gets brackets where its line would hold on to a neighbour."""
    text = linear(part)
    if not isinstance(part, Fraction):
        return text
    stands_free = before is None or (
        isinstance(before, Sign | Gap)
        and not _is(before, "prefix")
        and before != Sign("/", "product")
    )
    ends_free = after is None or isinstance(after, Sign | Gap)
    return text if stands_free and ends_free else f"({text})"


def _is(part: Formula | None, *kinds: str) -> bool:
    return isinstance(part, Sign) and part.kind in kinds


def _space(parts: tuple[Formula, ...], place: int) -> str:
    """What stands between a part of a row and the part before it."""
    if not place:
        return ""
    before, part = parts[place - 1], parts[place]
    two_before = parts[place - 2] if place > 1 else None
    if isinstance(part, Gap) or isinstance(before, Gap) or _is(part, "comma"):
        return ""
    if is_prefix(before, two_before):
        return ""
    for sign, at in ((part, place), (before, place - 1)):
        if _is(sign, "relation") or (_is(sign, "sum") and not is_prefix(part, before)):
            return " "
        if _is(sign, "product"):
            return " " if _is_wide(parts, at) else ""
    if _is(before, "comma"):
        return " "
    if _is(before, "large") or (isinstance(before, Scripts) and _is(before.base, "large")):
        return " "
    if is_prefix(part, before) or _is(part, "ordinary") or _is(before, "ordinary"):
        return "" if _is(part, "ordinary") else " "
    return " " if _runs_together(before, part) else ""


def _is_wide(parts: tuple[Formula, ...], at: int) -> bool:
    """Whether a sign of a product has blanks beside it: a dot between simple factors has none."""
    sign = parts[at]
    assert isinstance(sign, Sign)
    beside = (parts[at - 1] if at else None, parts[at + 1] if at + 1 < len(parts) else None)
    if sign.text == "/":
        return False
    return sign.text != "·" or any(isinstance(part, Fraction | Matrix | Word) for part in beside)


def _runs_together(before: Formula, part: Formula) -> bool:
    """Whether two factors side by side would be read as one thing without a blank."""
    left, right = _core(before), _core(part)
    if isinstance(right, Fenced) or isinstance(before, Fenced):
        return isinstance(right, Word | Name | Prose)
    return not (isinstance(before, Digits) and isinstance(right, Letter | Root)) or left != before


def _core(part: Formula) -> Formula:
    return _core(part.base) if isinstance(part, Scripts) else part


def _fraction(formula: Fraction) -> str:
    over, under = linear(formula.over), linear(formula.under)
    signs = [part.kind for part in parts_of(formula.over) if isinstance(part, Sign)]
    slashes = any(
        isinstance(p, Fraction) or p == Sign("/", "product") for p in parts_of(formula.over)
    )
    if slashes or any(kind in ("sum", "relation", "comma", "large") for kind in signs):
        over = f"({over})"
    return f"{over}/{under if is_one(formula.under) else f'({under})'}"


def _root(formula: Root) -> str:
    inside = linear(formula.inside)
    simple = isinstance(formula.inside, Letter | Digits | Name)
    bracketed = isinstance(formula.inside, Fenced) and formula.inside.left == "("
    return f"√{inside}" if simple or bracketed else f"√({inside})"


def _scripts(formula: Scripts) -> str:
    below = "" if formula.below is None else _script(formula.below, _BELOW, "_")
    above = "" if formula.above is None else _script(formula.above, _ABOVE, "^")
    return f"{linear(formula.base)}{below}{_PRIME * formula.primes}{above}"


def _script(formula: Formula, letters: Mapping[str, str], mark: str) -> str:
    line = linear(formula)
    narrow = line.replace(" ", "")
    if all(letter in letters for letter in narrow) and not isinstance(formula, Matrix):
        return "".join(letters[letter] for letter in narrow)
    if _is_pair(formula):
        return f"{mark}{line}"
    return f"{mark}{line}" if mark == "_" and narrow.isalnum() else f"{mark}({line})"


def _is_pair(formula: Formula) -> bool:
    """Whether a script is a pair in round brackets, which needs no others to be told from a sum."""
    return (
        isinstance(formula, Fenced)
        and formula.left == "("
        and any(isinstance(p, Sign) and p.kind == "comma" for p in parts_of(formula.inside))
    )


def _fenced(formula: Fenced) -> str:
    return f"{formula.left}{linear(formula.inside)}{formula.right}"


def _matrix(formula: Matrix) -> str:
    rows = [", ".join(map(linear, row)) for row in formula.rows]
    if formula.left == "{":
        return "{" + "; ".join(rows) + "}"
    return "[" + ", ".join(f"[{row}]" for row in rows) + "]"


def _slices(formula: Slices) -> str:
    return "[" + ", ".join(map(linear, formula.parts)) + "]"


_LINES: Mapping[type[Any], Callable[[Any], str]] = MappingProxyType(
    {
        Letter: _plain,
        Digits: _plain,
        Word: _plain,
        Name: _plain,
        Prose: _prose,
        Sign: _plain,
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
"""How each kind of node is written in a line."""
