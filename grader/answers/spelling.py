"""Texts as people type and paste them, spelled in the grammar of `expression`.

NumPy and PyTorch print ``[[1. 2.] [3. 4.]]``, ``tensor([1., 2.])`` and ``np.float64(0.5)``; other
habits are ``24.47%``, ``½``, ``10³``, ``≈ 0.245``, ``L = 0.245``, ``16@24x24``, ``0,2447; 0,6652``.
Such a text is spelled anew where it can mean one thing alone; every other stays as it is, so that
the error on it is told of what was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from math import prod

from grader.answers.expected import Expected
from problems.forms import Integer, Rational, Shape


def respelled(text: str, expected: Expected) -> str:
    """The text in the grammar, where it can mean one thing; else as it is."""
    found = unicodedata.normalize("NFC", text).strip()
    for step in _STEPS:
        found = step(found, expected)
    return found


_QUOTES = "\"'“”„‟‘’‚‛«»`"
_NUMBER = r"[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+−]?\d+)?"


def _without_quotes(text: str, _: Expected) -> str:
    """``“1/2”`` and ``'1/2'``: quotes within those of Python."""
    inner = text[1:-1]
    is_quoted = len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES
    return inner.strip() if is_quoted and not any(c in _QUOTES for c in inner) else text


_ABOUT = re.compile(r"(?:[^\W\d]\w*\s*)?(?:≈|≃|≅|~|=|:=|\bca\.|\bapprox\.)\s*(?P<rest>[^=≈~]*)")
_AND_ABOUT = re.compile(r"(?P<exact>[^=≈~]*\d[^=≈~]*|[^=≈~]*\w\)\s*)[=≈~]\s*[-+−]?[\d.,]+\s*")


_CHAIN = re.compile(rf"[^=≈~]+=(?P<exact>[^=≈~]+)[=≈~]\s*(?P<last>{_NUMBER})\s*")


def _without_equality(text: str, expected: Expected) -> str:
    """``≈ 0.245``, ``L = 0.245``: what is on the right; ``1/3 ≈ 0.333``: what is on the left.

    Of ``L = -ln p = 1.408`` it is the number at the end, but what it comes from where that is
    asked for exactly.
    """
    if expected.is_one_number and (found := _CHAIN.fullmatch(text)):
        return found["exact" if isinstance(expected.form, Rational) else "last"].strip()
    if found := _ABOUT.fullmatch(text):
        return found["rest"].strip()
    if found := _AND_ABOUT.fullmatch(text):
        return found["exact"].strip()
    return text


_ARRAY = re.compile(
    r"(?:[A-Za-z]\w*\.)*(?:array|asarray|tensor|as_tensor|Tensor|Size|Matrix|matrix)"
    r"\s*\((?P<inner>.*)\)",
    re.DOTALL,
)
_KEYWORDS = re.compile(r",\s*(?:dtype|device|requires_grad|grad_fn|shape)\s*=.*", re.DOTALL)
_SCALAR = re.compile(
    rf"(?:(?:np|numpy|torch|jnp)\.)?(?:float|int|uint)(?:8|16|32|64)\(\s*({_NUMBER})\s*\)"
)
_FRACTION = re.compile(r"\b(?:Fraction|Rational)\(\s*([-+−]?\d+)\s*(?:,\s*(\d+)\s*)?\)")


def _without_types(text: str, _: Expected) -> str:
    """``tensor([1., 2.], dtype=…)``, ``np.float64(0.5)`` and ``Fraction(1, 2)``, as printed."""
    if found := _ARRAY.fullmatch(text):
        text = _KEYWORDS.sub("", found["inner"]).strip()
    text = _SCALAR.sub(r"\1", text)
    return _FRACTION.sub(lambda found: f"({found[1]}/{found[2] or 1})", text)


_TRANSPOSED = re.compile(r"(?P<row>[\[({].*[\])}])\s*(?:\^\{?[TtТт⊤]\}?|ᵀ|⊤|\.T|')", re.DOTALL)
_IN_BRACES = re.compile(r"[{<⟨](?P<inner>.*)[}>⟩]", re.DOTALL)
_INNER_BRACES = str.maketrans("{}", "[]")


def _in_square_brackets(text: str, expected: Expected) -> str:
    """``{{1, 2}, {3, 4}}``, ``<1, 2>``, and ``(1, 2)^T`` where a vector is asked."""
    if expected.is_one_number:
        return text
    is_vector = isinstance(expected.form, Shape) or len(expected.shape or ()) == 1
    if is_vector and (found := _TRANSPOSED.fullmatch(text)):
        text = found["row"]
    if found := _IN_BRACES.fullmatch(text):
        return f"[{found['inner'].translate(_INNER_BRACES)}]"
    return text


_VULGAR = re.compile(r"(?P<whole>\d*)\s?(?P<part>[¼-¾⅐-⅞])")
_RAISED = re.compile(r"(?<=[\d)eπ])(?P<power>[⁺⁻]?[⁰¹²³⁴-⁹]+)")


_MIXED = re.compile(r"(?P<sign>[-+−]?)\s*(?P<whole>\d+)\s+(?P<above>\d+)\s*/\s*(?P<below>\d+)")


def _with_plain_signs(text: str, expected: Expected) -> str:
    """``1½``, ``1 5/6`` where one number is asked, and ``10⁻³`` in characters of the keyboard."""
    mixed = _MIXED.fullmatch(text)
    if mixed and expected.is_one_number and int(mixed["above"]) < int(mixed["below"]):
        return f"{mixed['sign']}({mixed['whole']}+{mixed['above']}/{mixed['below']})"
    text = _VULGAR.sub(_as_sum, text)
    return _RAISED.sub(
        lambda found: "^" + unicodedata.normalize("NFKC", found["power"]).replace("−", "-"), text
    )


def _as_sum(found: re.Match[str]) -> str:
    above, _, below = unicodedata.normalize("NFKC", found["part"]).partition("⁄")
    return f"({found['whole'] or 0}+{above}/{below})"


_PERCENT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s*%")


def _without_percent(text: str, expected: Expected) -> str:
    if not expected.has_decimals:
        return text
    return _PERCENT.sub(r"((\g<number>)/100)", text)


_CUT_OFF = re.compile(r"(?P<number>[-+−]?\d+[.,]\d{2,})\s*(?:…|\.\.\.)")
_SIZE = r"\d+(?:\.\d+)?"
_AT = re.compile(rf"(?P<channels>\d+)\s*@\s*(?P<rows>{_SIZE})\s*[xXхХ×*]\s*(?P<columns>{_SIZE})")
_AXIS = re.compile(r"\b[A-Za-z]\w?\s*=\s*(?=\d)")
_BY_STAR = re.compile(rf"{_SIZE}(?:\s*[*·⋅]\s*{_SIZE})+")
_BY_SPACE = re.compile(rf"[\[(]?\s*{_SIZE}(?:\s+{_SIZE})+\s*[\])]?")


_BETWEEN_SIDES = re.compile(r"\s*[xXхХ×]\s*")
_PRODUCT = re.compile(r"\d{1,6}(?:\s*[*·⋅]\s*\d{1,6})*")


def _as_shape(text: str, expected: Expected) -> str:
    """``16@24x24``, ``C=16, H=24, W=24``, ``16*24*24``, ``16 24 24``, ``2*8 x 24 x 24``."""
    if not isinstance(expected.form, Shape):
        return text
    if found := _AT.fullmatch(text):
        return f"{found['channels']}x{found['rows']}x{found['columns']}"
    text = _AXIS.sub("", text)
    sizes = re.findall(_SIZE, text)
    axes = expected.shape[0] if expected.shape else 1
    if axes > 1 and len(sizes) == axes and (_BY_STAR.fullmatch(text) or _BY_SPACE.fullmatch(text)):
        return "x".join(sizes)
    sides = _BETWEEN_SIDES.split(text)
    if len(sides) == axes > 1 and all(map(_PRODUCT.fullmatch, sides)):
        return "x".join(str(prod(map(int, re.findall(r"\d+", side)))) for side in sides)
    return text


_PRINTED = re.compile(rf"(?:[\[\]\s]|(?:(?<=[\[\s]){_NUMBER}(?=[\]\s])))*")
_GAP = re.compile(r"(?<=[\d.\]])\s+(?=[-+−.\d\[])|(?<=\])(?=\[)")


_APART = re.compile(rf"{_NUMBER}(?:/\d+)?(?:\s+{_NUMBER}(?:/\d+)?)+")
_BETWEEN_ROWS = re.compile(r"(?<=\])\s*(?=\[)")


def _as_printed(text: str, expected: Expected) -> str:
    """``[[1. 2.] [3. 4.]]``: numbers with blanks between them, signs next to their numbers.

    Without brackets where there are as many as are asked: ``1 0 2``, a matrix in lines. The comma
    between two rows may be missing alone: ``[[1, 2] [3, 4]]``.
    """
    inner = text[1:-1].strip() if text.startswith("[") and "\n" in text else text
    if expected.has_decimals and _APART.fullmatch(inner):
        text = inner
        rows = [line.split() for line in text.splitlines() if line.strip()]
        size = len(rows), len(rows[0])
        if expected.shape == (sum(map(len, rows)),):
            return f"[{', '.join(text.split())}]"
        is_matrix = len({*map(len, rows)}) == 1 and min(size) > 1
        if is_matrix and expected.shape in (size, None):
            return "[" + ", ".join(f"[{', '.join(row)}]" for row in rows) + "]"
    if not (text.startswith(("[", "(")) and text.endswith(("]", ")"))):
        return text
    if _PRINTED.fullmatch(text):
        return _GAP.sub(", ", text)
    return text if expected.is_one_number else _BETWEEN_ROWS.sub(", ", text)


def _with_semicolons(text: str, expected: Expected) -> str:
    """``1 | 2 | 3``, where bars stand between as many numbers as are asked."""
    if not expected.shape or len(expected.shape) > 1 or "|" not in text:
        return text
    parts = [part.strip() for part in text.strip("[]() ").split("|")]
    is_row = len(parts) == expected.shape[0] and all(parts)
    return f"[{'; '.join(parts)}]" if is_row else text


_WITH_COMMA = r"[-+−]?\d+(?:,\d+)?(?:[eE][-+−]?\d+)?"
_BETWEEN_DIGITS = re.compile(r"(?<=\d),(?=\d)")
_TWO_COMMAS = re.compile(r"\d,\d+,\d")
_BY_BLANKS = re.compile(rf"{_WITH_COMMA}(?:\s+{_WITH_COMMA})+")
_BETWEEN_NUMBERS = re.compile(r"(?<!\d),|,(?!\d)|;")
_ROW = re.compile(r"\[[^\[\]]*\]")
_CHAIN_OF_PAIRS = re.compile(r"[-+−]?\d+,(?:0\d+|\d{3,})(?:,[-+−]?\d+,(?:0\d+|\d{3,}))+")
_PAIR = re.compile(r"([-+−]?\d+),(\d+)(?:,|$)")


def _with_points(text: str, expected: Expected) -> str:
    """``0,1566*2`` and ``[0,2447, 0,6652]``: commas before decimals, where nothing else fits."""
    if not expected.has_decimals or "," not in text:
        return text
    if expected.is_one_number:
        return text if _TWO_COMMAS.search(text) else _BETWEEN_DIGITS.sub(".", text)
    if not expected.shape:
        return text
    if len(expected.shape) == 1:
        return _row_with_points(text, expected.shape[0]) or text
    has_rows = "[" in text.strip()[1:]
    rows = _ROW.findall(text) if has_rows else text.strip("[]() ").split(";")
    found = [_row_with_points(row, expected.shape[-1]) for row in rows]
    if len(rows) != prod(expected.shape[:-1]) or None in found:
        return text
    if not has_rows:
        return f"[{', '.join(str(row) for row in found)}]"
    parts = iter(found)
    return _ROW.sub(lambda _: str(next(parts)), text)


def _row_with_points(text: str, length: int) -> str | None:
    """A row with as many numbers as are asked if the commas between digits are before decimals.

    ``0,2447, 0,6652``, ``[0,2447 0,6652]``, ``0,2447; 0,6652-1``; None if it has not as many then.
    """
    inner = text.strip()
    if inner.startswith(("[", "(")) and inner.endswith(("]", ")")) and _is_around(inner):
        inner = inner[1:-1].strip()
    if _BY_BLANKS.fullmatch(inner):
        numbers = inner.split()
    elif _CHAIN_OF_PAIRS.fullmatch(inner):
        numbers = [f"{whole},{places}" for whole, places in _PAIR.findall(inner)]
    else:
        numbers = [part.strip() for part in _BETWEEN_NUMBERS.split(inner.rstrip(",;"))]
    if len(numbers) != length or any(_TWO_COMMAS.search(part) for part in numbers):
        return None
    return f"[{', '.join(_BETWEEN_DIGITS.sub('.', part) for part in numbers)}]"


def _is_around(text: str) -> bool:
    """Whether the first bracket of a text is closed by the last one."""
    level = 0
    for at, character in enumerate(text):
        level += (character in "([") - (character in ")]")
        if not level:
            return at == len(text) - 1
    return False


def _with_commas(text: str, expected: Expected) -> str:
    """``[1; 2; 3]``, ``[[1, 2]; [3, 4]]``, and ``[1 2; 3 4]`` where a matrix is asked."""
    if ";" not in text:
        return text
    inner = text.strip("[]() ")
    if "[" in inner:
        apart = text.replace(";", ",")
        return apart if "," in inner else _GAP.sub(", ", apart)
    if expected.shape is not None and len(expected.shape) == 2:
        rows = [row if "," in row else _GAP.sub(", ", row.strip()) for row in inner.split(";")]
        return f"[{', '.join(f'[{row.strip()}]' for row in rows)}]"
    return text if "," in inner else text.replace(";", ",")


_MILLIONS = re.compile(r"[-+−]?[1-9]\d{0,2}(?:,\d{3}){2,}|[-+−]?[1-9]\d{0,2}(?:[_'’]\d{3})+")


def _as_one_number(text: str, expected: Expected) -> str:
    """``182,``; ``1,234,567`` and ``1_234_567``; ``0.7310585…``, as a calculator shows it."""
    if not expected.is_one_number:
        return text
    if isinstance(expected.form, Integer) and _MILLIONS.fullmatch(text):
        return re.sub(r"[,_'’]", "", text)
    if expected.has_decimals and (found := _CUT_OFF.fullmatch(text)):
        return found["number"]
    return text.removesuffix(",").rstrip()


_STEPS: Sequence[Callable[[str, Expected], str]] = (
    _without_quotes,
    _without_equality,
    _without_types,
    _in_square_brackets,
    _with_plain_signs,
    _without_percent,
    _as_one_number,
    _as_shape,
    _as_printed,
    _with_semicolons,
    _with_points,
    _with_commas,
)
