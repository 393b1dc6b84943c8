"""Formulas at random, their values, and a reader of the lines that they are written in.

The reader knows nothing of the writer: it reads a line as a person would, by the usual rules of
arithmetic (powers before products, a product without a sign before one with, left before right).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st

VARIABLES: Mapping[str, Fraction] = {
    "x": Fraction(7),
    "n": Fraction(5),
    "k": Fraction(4),
    "s": Fraction(3),
    "w_1": Fraction(11, 2),
    "h'": Fraction(-13),
}


@dataclass(frozen=True)
class Sample:
    """A formula in TeX with its value; ``binds`` is what its outermost operation is."""

    tex: str
    value: Fraction
    binds: int


SUM, PRODUCT, UNARY, POWER, ATOM = range(5)
_LARGEST = 10**6


def grouped(sample: Sample, at_least: int) -> str:
    """The TeX of an operand, in brackets if paper would not show what belongs together."""
    if sample.binds >= at_least:
        return sample.tex
    return rf"\left( {sample.tex} \right)"


def _sum(one: Sample, other: Sample, *, minus: bool) -> Sample:
    right = grouped(other, PRODUCT)
    if minus:
        return Sample(f"{one.tex} - {right}", one.value - other.value, SUM)
    return Sample(f"{one.tex} + {right}", one.value + other.value, SUM)


def _product(one: Sample, other: Sample, sign: str) -> Sample:
    tex = f"{grouped(one, PRODUCT)} {sign} {grouped(other, POWER)}"
    return Sample(tex, one.value * other.value, PRODUCT)


def _side_by_side(one: Sample, other: Sample) -> Sample:
    """A product without a sign: the right factor is a letter, a power of one, or in brackets."""
    right = other.tex if re.match(r"[a-z(\\]", other.tex) and other.binds == ATOM else None
    right = right or rf"\left( {other.tex} \right)"
    return Sample(f"{grouped(one, POWER)} {right}", one.value * other.value, PRODUCT)


def _fraction(one: Sample, other: Sample) -> Sample:
    under = other if other.value else Sample("2", Fraction(2), ATOM)
    value = one.value / under.value
    return Sample(rf"\frac{{{one.tex}}}{{{under.tex}}}", value, ATOM)


def _power(one: Sample, exponent: int, *, worked_out: bool) -> Sample:
    base = one.tex if one.binds == ATOM and not one.tex.startswith(r"\frac") else None
    base = base or rf"\left( {one.tex} \right)"
    if not one.value and exponent < 0:
        return one
    value = one.value**exponent
    written = f"{exponent - 1} + 1" if worked_out else str(exponent)
    return Sample(f"{base}^{{{written}}}", value, POWER)


def _negative(one: Sample) -> Sample:
    return Sample(f"-{grouped(one, PRODUCT)}", -one.value, UNARY if one.binds > SUM else SUM)


def _floor(one: Sample) -> Sample:
    value = Fraction(math.floor(one.value))
    return Sample(rf"\left\lfloor {one.tex} \right\rfloor", value, ATOM)


def _ceiling(one: Sample) -> Sample:
    value = Fraction(math.ceil(one.value))
    return Sample(rf"\left\lceil {one.tex} \right\rceil", value, ATOM)


def _is_small(sample: Sample) -> bool:
    numbers = (sample.value.numerator, sample.value.denominator)
    return max(map(abs, numbers)) < _LARGEST


LEAVES = st.one_of(
    st.integers(0, 12).map(lambda n: Sample(str(n), Fraction(n), ATOM)),
    st.sampled_from(sorted(VARIABLES)).map(lambda name: Sample(name, VARIABLES[name], ATOM)),
)


def _grown(inner: st.SearchStrategy[Sample]) -> st.SearchStrategy[Sample]:
    return st.one_of(
        st.builds(_sum, inner, inner, minus=st.booleans()),
        st.builds(_product, inner, inner, st.sampled_from((r"\cdot", r"\times"))),
        st.builds(_side_by_side, inner, inner),
        st.builds(_fraction, inner, inner),
        st.builds(_power, inner, st.integers(-2, 3), worked_out=st.booleans()),
        inner.map(_negative),
        inner.map(_floor),
        inner.map(_ceiling),
    ).filter(_is_small)


SAMPLES = st.recursive(LEAVES, _grown, max_leaves=8)


# -- reading a line back ---------------------------------------------------------------------------

_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ˣⁿˢ", "0123456789+−()xns", strict=True))
_TOKEN = re.compile(rf"\d+|[a-z](?:[₀-₉]*)′?|[{''.join(_RAISED)}]+|\^|[-+−·×/()⌊⌋⌈⌉]")
_LETTERS = {"x": "x", "n": "n", "k": "k", "s": "s", "w₁": "w_1", "h′": "h'"}


def value_of(line: str) -> Fraction:
    """The value of a line of arithmetic. Raises ValueError for what is none."""
    tokens = _TOKEN.findall(line)
    if "".join(tokens) != line.replace(" ", ""):
        raise ValueError(f"{line!r} is not arithmetic")
    reader = _Reader(tokens)
    value = reader.sum()
    if reader.tokens:
        raise ValueError(f"{reader.tokens} is left over of {line!r}")
    return value


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens

    @property
    def next(self) -> str:
        return self.tokens[0] if self.tokens else ""

    def take(self) -> str:
        return self.tokens.pop(0)

    def sum(self) -> Fraction:
        value = self.product()
        while self.next in ("+", "−"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self) -> Fraction:
        value = self.factors()
        while self.next in ("·", "×", "/"):
            value = value / self.factors() if self.take() == "/" else value * self.factors()
        return value

    def factors(self) -> Fraction:
        """Factors side by side, which hold together more than a sign does."""
        if self.next == "−":
            self.take()
            return -self.factors()
        value = self.power()
        while self.next and (self.next in "(⌊⌈" or self.next[0].isalnum()):
            if self.next[0] in _RAISED:
                break
            value *= self.power()
        return value

    def power(self) -> Fraction:
        value = self.one()
        if self.next and self.next[0] in _RAISED:
            raised = "".join(_RAISED[c] for c in self.take())
            return _raised(value, value_of(raised))
        if self.next == "^":
            self.take()
            return _raised(value, self.one())
        return value

    def one(self) -> Fraction:
        token = self.take()
        if token in _CLOSING:
            value = self.sum()
            if self.take() != _CLOSING[token]:
                raise ValueError(f"{token} is not closed")
            return _AFTER[token](value)
        return Fraction(token) if token[0].isdigit() else VARIABLES[_LETTERS[token]]


_CLOSING = {"(": ")", "⌊": "⌋", "⌈": "⌉"}
_AFTER: Mapping[str, Callable[[Fraction], Fraction]] = {
    "(": lambda value: value,
    "⌊": lambda value: Fraction(math.floor(value)),
    "⌈": lambda value: Fraction(math.ceil(value)),
}


def _raised(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1:
        raise ValueError("a whole exponent was needed")
    return base ** int(exponent)
