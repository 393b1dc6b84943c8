r"""TeX as formulas: a small subset, read into a tree; everything else is refused with its place.

What is read: letters and digits; ``+ - / = < >``, commas and the signs, Greek letters and functions
of ``signs``; brackets, which have to match, also after ``\left`` and ``\right``; scripts and
primes; ``\frac``, ``\sqrt``; ``\mathrm`` and ``\operatorname`` (a word), ``\mathtt`` (a name of a
program), ``\text`` (prose); the environments ``matrix``, ``pmatrix``, ``bmatrix`` and ``cases``,
with ``&`` and ``\\`` (or ``\cr``); ``\quad`` between formulas that stand side by side; and
``\value{3}``, which is a value of the text. Spacing is the writers' task: ``\,`` is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

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
    Word,
    is_prefix,
    parts_of,
    row_of,
)
from grader.document.refusal import RefusedError
from grader.document.signs import CLOSING, FENCES, FUNCTIONS, GREEK, MATRICES, SIGNS
from grader.document.typeset import formula_of
from problems.values import Value

_TOKEN = re.compile(r"\\(?:[A-Za-z]+|.)|\d+(?:\.\d+)?|\S", re.DOTALL)
_RAW = re.compile(r"\s*\{((?:[^{}\\]|\\_)*)\}")
_BREAKS = (r"\\", r"\cr")
_SCRIPTS = ("_", "^", "'")


def read_formula(tex: str, values: Sequence[Value] = ()) -> Formula:
    """A formula in TeX as a tree; ``values`` are those that it may name. Raises RefusedError."""
    return _read(tex, values) if values and r"\value" in tex else _read_alone(tex)


@lru_cache(maxsize=2**12)
def _read_alone(tex: str) -> Formula:
    """A formula that names no values: one that a family writes, and the same for all students."""
    return _read(tex, ())


def _read(tex: str, values: Sequence[Value]) -> Formula:
    reader = _Reader(tex, values)
    parts = reader.row()
    if (token := reader.next) is not None:
        raise reader.refusal(f"'{token.text}' has no beginning")
    if not parts:
        raise reader.refusal("a formula was needed, but there is none")
    return row_of(parts)


@dataclass(frozen=True)
class _Token:
    text: str
    start: int
    end: int


@lru_cache(maxsize=2**9)
def _tokens_seen(tex: str) -> dict[int, _Token | None]:
    """The next tokens of a formula by the places where they were looked for.

    They are looked at again and again, and are the same whichever values the formula names.
    """
    return {}


class _Reader:
    """A formula from left to right: ``at`` is the place up to which it has been read."""

    def __init__(self, tex: str, values: Sequence[Value]) -> None:
        self.tex = tex
        self.values = values
        self.at = 0
        self._tokens = _tokens_seen(tex)

    @property
    def next(self) -> _Token | None:
        tokens, at = self._tokens, self.at
        if at in tokens:
            return tokens[at]
        found = _TOKEN.search(self.tex, at)
        token = tokens[at] = found and _Token(found[0], found.start(), found.end())
        return token

    def refusal(self, problem: str, at: int | None = None) -> RefusedError:
        place = self.next.start if at is None and self.next else at
        where = "the end" if place is None else f"character {place + 1}"
        return RefusedError(problem, f"${self.tex}$, {where}")

    def take(self, *texts: str) -> bool:
        """Whether one of these tokens comes next, which is then read."""
        token = self.next
        if token is None or token.text not in texts:
            return False
        self.at = token.end
        return True

    def need(self, text: str, why: str) -> None:
        if not self.take(text):
            raise self.refusal(f"'{text}' was needed {why}")

    def row(self) -> tuple[Formula, ...]:
        """Parts up to the end, or to a token that only what is around them can read."""
        parts: list[Formula] = []
        from_values: list[bool] = []
        while (token := self.next) is not None and token.text not in _ENDS:
            is_value = token.text == r"\value"
            found = self.part()
            beside_number = bool(parts) and isinstance(parts[-1], Digits)
            if beside_number and isinstance(found[0], Digits) and not is_value:
                raise self.refusal("two numbers stand side by side without a sign", token.start)
            parts += found
            from_values += [is_value and not isinstance(found[0], Scripts)] * len(found)
        return _with_brackets(parts, from_values)

    def part(self) -> tuple[Formula, ...]:
        """One thing with its scripts; a group in braces, which are not seen, gives its parts."""
        token = self.next
        assert token is not None
        inside = self.one()
        if self.next is None or self.next.text not in _SCRIPTS:
            return parts_of(inside) if token.text == "{" else (inside,)
        return (self.scripts(inside),)

    def scripts(self, base: Formula) -> Formula:
        primes, scripts = 0, dict[str, Formula]()
        while (token := self.next) is not None and token.text in _SCRIPTS:
            self.at = token.end
            if token.text == "'":
                primes += 1
                continue
            if token.text in scripts:
                raise self.refusal(f"there are two scripts '{token.text}'", token.start)
            scripts[token.text] = self.argument("of a script")
        above = scripts.get("^")
        return Scripts(_as_base(base, above), scripts.get("_"), above, primes)

    def argument(self, why: str) -> Formula:
        """A group in braces, or one thing."""
        token = self.next
        if token is None or token.text in _ENDS or token.text in _SCRIPTS:
            raise self.refusal(f"something was needed {why}")
        return self.one()

    def one(self) -> Formula:
        """One thing, without scripts."""
        token = self.next
        assert token is not None
        self.at = token.end
        text = token.text
        if text == "{":
            parts = self.row()
            self.need("}", "to close a group")
            if not parts:
                raise self.refusal("a group is empty", token.start)
            return row_of(parts)
        if text in _COMMANDS:
            return _COMMANDS[text](self, token)
        if text in CLOSING:
            return self.fenced(text, CLOSING[text])
        if text in SIGNS:
            return SIGNS[text]
        if text in GREEK:
            return Letter(GREEK[text])
        if text.removeprefix("\\") in FUNCTIONS and text.startswith("\\"):
            return Word(text[1:])
        if text[0].isdigit() and text.isascii():
            return Digits(text)
        if text.isalpha() and len(text) == 1:
            return Letter(text)
        raise self.refusal(f"'{text}' is not part of the subset of TeX that is read", token.start)

    def fenced(self, opening: str, closing: str, before: str = "") -> Formula:
        start = self.at
        inside = self.row()
        if before:
            self.need(before, f"to match '{opening}'")
        if not self.take(closing):
            raise self.refusal(f"'{opening}' is not closed by '{closing}'", start - len(opening))
        if not inside:
            raise self.refusal("there is nothing between the brackets", start)
        return Fenced(FENCES[opening], row_of(inside), FENCES[closing])

    def raw(self, command: str) -> str:
        """The text between braces, as it is."""
        found = _RAW.match(self.tex, self.at)
        if found is None or not found[1].strip():
            raise self.refusal(f"'{command}' needs a text in braces")
        self.at = found.end()
        return found[1].replace(r"\_", "_")


def _fraction(reader: _Reader, token: _Token) -> Formula:
    over = reader.argument("over a fraction's bar")
    return Fraction(over, reader.argument("under a fraction's bar"))


def _root(reader: _Reader, token: _Token) -> Formula:
    if reader.next is not None and reader.next.text == "[":
        raise reader.refusal("only square roots are read")
    return Root(reader.argument("under a root"))


def _left(reader: _Reader, token: _Token) -> Formula:
    opening = reader.next
    if opening is None or opening.text not in CLOSING:
        raise reader.refusal(r"'\left' needs an opening bracket")
    reader.at = opening.end
    return reader.fenced(opening.text, CLOSING[opening.text], before=r"\right")


def _word(reader: _Reader, token: _Token) -> Formula:
    return Word(reader.raw(token.text))


def _name(reader: _Reader, token: _Token) -> Formula:
    return Name(reader.raw(token.text))


def _prose(reader: _Reader, token: _Token) -> Formula:
    return Prose(reader.raw(token.text))


def _gap(reader: _Reader, token: _Token) -> Formula:
    return Gap()


def _value(reader: _Reader, token: _Token) -> Formula:
    number = reader.raw(token.text)
    if not number.isdecimal() or int(number) >= len(reader.values):
        raise reader.refusal(
            f"the text has {len(reader.values)} values, but number {number} is named", token.start
        )
    return formula_of(reader.values[int(number)])


def _matrix(reader: _Reader, token: _Token) -> Formula:
    name = reader.raw(token.text)
    if name not in MATRICES:
        raise reader.refusal(f"'{name}' is no environment that is read", token.start)
    rows: list[tuple[Formula, ...]] = []
    while True:
        cells = [reader.row()]
        while reader.take("&"):
            cells.append(reader.row())
        if any(cells):  # a break after the last row begins none
            rows.append(tuple(row_of(cell) for cell in cells))
        if not reader.take(*_BREAKS):
            break
    reader.need(r"\end", f"to close '{name}'")
    if reader.raw(r"\end") != name:
        raise reader.refusal(f"'{name}' was begun, but another environment is ended", token.start)
    if len({len(row) for row in rows}) != 1:
        raise reader.refusal("the rows of a matrix need as many cells each", token.start)
    return Matrix(tuple(rows), *MATRICES[name])


_COMMANDS: Mapping[str, Callable[[_Reader, _Token], Formula]] = MappingProxyType(
    {
        r"\frac": _fraction,
        r"\sqrt": _root,
        r"\left": _left,
        r"\mathrm": _word,
        r"\operatorname": _word,
        r"\mathtt": _name,
        r"\text": _prose,
        r"\quad": _gap,
        r"\value": _value,
        r"\begin": _matrix,
    }
)
"""What each command makes of what follows it."""

_ENDS = frozenset({"}", "&", r"\right", r"\end", *_BREAKS, *CLOSING.values()})


def _as_base(base: Formula, above: Formula | None) -> Formula:
    """What may have scripts without being misread: several parts get the brackets they lack."""
    is_open = isinstance(base, Row | Fraction | Root)
    twice_above = isinstance(base, Scripts) and base.above is not None and above is not None
    return Fenced("(", base, ")") if is_open or twice_above else base


def _with_brackets(parts: list[Formula], from_values: list[bool]) -> tuple[Formula, ...]:
    """Values get the brackets that what stands beside them asks for: ``2(-3)``, ``x(12)``."""
    made: list[Formula] = []
    for place, part in enumerate(parts):
        before = parts[place - 1] if place else None
        after = parts[place + 1] if place + 1 < len(parts) else None
        needed = from_values[place] and _needs_brackets(part, before, after)
        made += [Fenced("(", part, ")")] if needed else parts_of(part)
    return tuple(made)


def _needs_brackets(part: Formula, before: Formula | None, after: Formula | None) -> bool:
    stands_beside = before is not None and not isinstance(before, Sign | Gap)
    if isinstance(part, Digits):
        return stands_beside
    signs = [p for p in parts_of(part) if isinstance(p, Sign) and p.kind == "sum"]
    if not isinstance(part, Row):
        return False
    is_divisor = isinstance(before, Sign) and before.text == "/"
    if is_divisor and any(isinstance(p, Sign) and p.kind == "product" for p in part.parts):
        return True
    if not signs:
        return False
    stands_free = (
        before is None
        or isinstance(before, Gap)
        or (isinstance(before, Sign) and before.kind in ("relation", "comma"))
    )
    is_only_negative = len(signs) == 1 and is_prefix(part.parts[0], None)
    ends_free = (
        after is None
        or isinstance(after, Gap)
        or (isinstance(after, Sign) and after.kind in ("relation", "comma", "sum"))
    )
    return not stands_free or not (ends_free or is_only_negative)
