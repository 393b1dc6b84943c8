"""A drawing as SVG, and as the words and numbers that stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from types import MappingProxyType
from typing import Any

from grader.render.figures.canvas import Canvas
from grader.render.figures.cells import grid, maps, windows
from grader.render.figures.layers import architecture, field
from grader.render.figures.passes import flow
from problems.figures import Architecture, Drawing, Field, Flow, Grid, Maps, Windows

_DRAWN: Mapping[type[Any], Callable[[Any], Canvas]] = MappingProxyType(
    {
        Grid: grid,
        Maps: maps,
        Windows: windows,
        Architecture: architecture,
        Field: field,
        Flow: flow,
    }
)
"""How each kind of drawing is drawn."""


def svg(drawing: Drawing, told: str = "") -> str:
    """A drawing as one element of a page, which needs nothing else; ``told`` says what it shows."""
    return _DRAWN[type(drawing)](drawing).svg(told)


def image(drawing: Drawing, told: str = "") -> str:
    """A drawing as a file of its own, which says what its elements are."""
    return svg(drawing, told).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def written_in(drawing: Drawing) -> list[str]:
    """What stands in a drawing in letters and numbers, from the first to the last."""
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg(drawing))]
