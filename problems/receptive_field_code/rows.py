"""Mistakes in the rows of a result: which layers it tells of, and what stands where.

They are made in every column alike. A column's inputs are those of its rule, and ``others``: the
right columns beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

from problems.rule import NotApplicableError, Slip

Layer = Mapping[str, Any]
Column = Callable[..., list[Any]]

_MOST_OTHERS = 5


def _other(along_height: int, along_width: int) -> Column:
    """Another column of the same result: one in place of the heights, one of the widths."""

    def wrong(others: Sequence[list[Any]], axis: int) -> list[Any]:
        number = along_width if axis else along_height
        if number >= len(others):
            raise NotApplicableError("a further column is needed to mix it with")
        return others[number]

    return wrong


_OTHERS = tuple(_other(*numbers) for numbers in product(range(_MOST_OTHERS), repeat=2))


def of_rows(right: Column, before: Callable[..., int]) -> tuple[Slip, ...]:
    """The slips of a column that is ``right``; ``before`` gives what it has of the input itself.

    Both take ``layers``, and what else they need, by name.
    """

    def shifted(layers: Sequence[Layer], **given: Any) -> list[Any]:
        return [before(**given), *right(layers=layers, **given)][: len(layers)]

    def begun_with_input(layers: Sequence[Layer], **given: Any) -> list[Any]:
        return [before(**given), *right(layers=layers, **given)]

    def without(kept: slice) -> Column:
        return lambda layers, **given: right(layers=layers[kept], **given)

    def turned(order: int) -> Column:
        """The layers from the last to the first, and the rows in the order of either."""
        return lambda layers, **given: right(layers=layers[::-1], **given)[::order]

    def each_from_input(layers: Sequence[Layer], **given: Any) -> list[Any]:
        return [row for layer in layers for row in right(layers=[layer], **given)]

    def without_activations(layers: Sequence[Layer], **given: Any) -> list[Any]:
        if all(layer["kind"] != "relu" for layer in layers):
            raise NotApplicableError("a ReLU is needed that is passed over")
        rows = zip(layers, right(layers=layers, **given), strict=True)
        return [row for layer, row in rows if layer["kind"] != "relu"]

    def last_alone(layers: Sequence[Layer], **given: Any) -> list[Any]:
        return right(layers=layers, **given)[-1:]

    return (
        Slip("row-before-layer", shifted),
        Slip("row-of-the-input", begun_with_input),
        Slip("last-of-the-list-left-out", without(slice(-1))),
        Slip("first-of-the-list-left-out", without(slice(1, None))),
        Slip("layers-from-the-last", turned(1), other_ways=(turned(-1),)),
        Slip("each-layer-from-the-input", each_from_input),
        Slip("rows-of-activations-left-out", without_activations),
        Slip("last-row-alone", last_alone),
        Slip("first-row-alone", without(slice(1)), ends_early=True),
        Slip(
            "columns-in-another-order",
            _OTHERS[0],
            other_ways=_OTHERS[1:],
            last_resort=True,  # where height and width alone are swapped
        ),
    )
