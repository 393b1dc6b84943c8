"""Points as a sheet tells them."""

from __future__ import annotations

from fractions import Fraction

from problems.sentences import Language

_PLACES = 2
_WITH_POINT = ("en",)
"""Languages in which decimals have a point, and not a comma."""


def points_in_words(points: Fraction | int, language: Language) -> str:
    """Points, to two places at most: ``2``, ``1.5`` or ``1,5``."""
    if isinstance(points, int):
        return str(points)
    text = f"{float(points):.{_PLACES}f}".rstrip("0").rstrip(".")
    return text if language in _WITH_POINT else text.replace(".", ",")
