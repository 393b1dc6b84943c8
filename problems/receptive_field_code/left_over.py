"""What is left in a variable from the convolution before, where a pooling has no such number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from problems.receptive_field_code.walk import Column, Layer
from problems.rule import NotApplicableError, Slip

_LEFT = ("padding", "dilation")
"""What a convolution has and a pooling has not."""


def of_left_over(right: Column, *names: str) -> Slip:
    """The slip of a column that is worked out with these numbers, of each or of all of them."""

    def with_left(own: Sequence[str]) -> Column:
        def wrong(layers: Sequence[Layer], **given: Any) -> list[Any]:
            return right(layers=_with_left(layers, own), **given)

        return wrong

    parts = dict.fromkeys((names or _LEFT, *((name,) for name in names or _LEFT)))
    first, *others = map(with_left, parts)
    return Slip("left-from-layer-before", first, other_ways=tuple(others))


def _with_left(layers: Sequence[Layer], names: Sequence[str]) -> list[Layer]:
    """The layers as they are used. Raises NotApplicableError where nothing is left to use."""
    found: list[Layer] = []
    left: dict[str, Any] = {}
    for layer in layers:
        if layer["kind"] == "conv":
            left = {name: layer[name] for name in names}
        found.append({**layer, **left} if layer["kind"] == "pool" else layer)
    if found == list(layers):
        raise NotApplicableError("a pooling after a convolution that has more is needed")
    return found
