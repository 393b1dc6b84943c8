"""What figures are drawn with: boxes, lines, arrows and words, in black, grey and white.

Lengths are in px. Everything is told apart by its form and by light and dark, never by colour, so
that it is read on grey print too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import Literal

from problems.values import plain_number

INK = "#1a1a1a"
PALE = "#767676"
_FONT = "Noto Sans, DejaVu Sans, Arial, sans-serif"
_ADVANCE = 0.6
"""The width of a character, as a part of its height."""

_INDEX = re.compile(r"(?<=[A-Za-z])\d+(?![A-Za-z\d])")
_BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

Anchor = Literal["start", "middle", "end"]


@dataclass
class Canvas:
    """A drawing that grows with what is drawn on it, from its upper left corner."""

    margin: float = 8
    width: float = 0
    height: float = 0
    parts: list[str] = field(default_factory=list)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "none",
        stroke: str = INK,
        weight: float = 1,
        dashed: bool = False,
        round_: float = 0,
    ) -> None:
        """A rectangle from its upper left corner."""
        dashes = ' stroke-dasharray="3 3"' if dashed else ""
        corner = f' rx="{_n(round_)}"' if round_ else ""
        self.parts.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{corner} '
            f'fill="{fill}" stroke="{stroke}" stroke-width="{_n(weight)}"{dashes}/>'
        )
        self._reach(x + width, y + height)

    def line(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        *,
        stroke: str = INK,
        dashed: bool = False,
    ) -> None:
        """A straight line."""
        dashes = ' stroke-dasharray="4 3"' if dashed else ""
        self.parts.append(
            f'<line x1="{_n(x)}" y1="{_n(y)}" x2="{_n(to_x)}" y2="{_n(to_y)}" '
            f'stroke="{stroke}"{dashes}/>'
        )
        self._reach(max(x, to_x), max(y, to_y))

    def arrow(self, x: float, y: float, to_x: float, to_y: float, *, dashed: bool = False) -> None:
        """A level or upright line with a head at its end."""
        head, half = 7.0, 4.0
        dashes = ' stroke-dasharray="4 3"' if dashed else ""
        if y == to_y:
            way = 1 if to_x > x else -1
            neck = (to_x - way * head, to_y)
            sides = ((neck[0], to_y - half), (neck[0], to_y + half))
        else:
            way = 1 if to_y > y else -1
            neck = (to_x, to_y - way * head)
            sides = ((to_x - half, neck[1]), (to_x + half, neck[1]))
        points = " ".join(f"{_n(px)},{_n(py)}" for px, py in ((to_x, to_y), *sides))
        self.parts.append(
            f'<line x1="{_n(x)}" y1="{_n(y)}" x2="{_n(neck[0])}" y2="{_n(neck[1])}" '
            f'stroke="{INK}"{dashes}/><polygon points="{points}" fill="{INK}"/>'
        )
        self._reach(max(x, to_x) + half, max(y, to_y) + half)

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 14,
        anchor: Anchor = "middle",
        fill: str = INK,
        bold: bool = False,
    ) -> None:
        """Words at a place, which is in the middle of their height; without words, nothing."""
        if not text:
            return
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(
            f'<text x="{_n(x)}" y="{_n(y + size * 0.35)}" font-size="{_n(size)}" '
            f'text-anchor="{anchor}" fill="{fill}"{weight}>{escape(text)}</text>'
        )
        share = {"start": 1.0, "middle": 0.5, "end": 0.0}[anchor]
        self._reach(x + share * width_of(text, size), y + size / 2)

    def svg(self, told: str = "") -> str:
        """The drawing as an element of a page, with a margin around it, on white.

        ``told`` says in words what it shows, for those who do not see it.
        """
        wide, high = self.width + 2 * self.margin, self.height + 2 * self.margin
        edge = _n(-self.margin)
        return (
            f'<svg width="{_n(wide)}" height="{_n(high)}" '
            f'viewBox="{edge} {edge} {_n(wide)} {_n(high)}" role="img" font-family="{_FONT}">'
            f"<title>{escape(told)}</title>"
            f'<rect x="{edge}" y="{edge}" width="{_n(wide)}" height="{_n(high)}" fill="#fff"/>'
            f"{''.join(self.parts)}</svg>"
        )

    def _reach(self, x: float, y: float) -> None:
        self.width, self.height = max(self.width, x), max(self.height, y)


def width_of(text: str, size: float = 14) -> float:
    """About how wide words are."""
    return len(text) * size * _ADVANCE


def grey(share: float) -> str:
    """White at 0, and a grey at 1 on which black is still read easily."""
    level = round(255 - 95 * min(max(share, 0.0), 1.0))
    return f"#{level:02x}{level:02x}{level:02x}"


def number(value: object) -> str:
    """A number as a cell has it."""
    return plain_number(value).replace("-", "\u2212")


def symbol(name: str) -> str:
    """A name as a formula has it: digits at the end of a letter are below the line."""
    return _INDEX.sub(lambda found: found.group().translate(_BELOW), name)


def _n(value: float) -> str:
    """A length with a decimal at most."""
    found = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if found == "-0" else found
