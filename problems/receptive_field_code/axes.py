"""Mistakes between height and width, in the columns that are worked out along one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from problems.receptive_field_code.walk import Column, Layer
from problems.rule import NotApplicableError, Slip

_PAIRS = ("kernel", "stride", "padding", "dilation")


def of_two(in_shape: Sequence[int], axis: int) -> int:
    """The axis. Raises NotApplicableError where there is no other."""
    if len(in_shape) == 2:
        raise NotApplicableError("height and width are needed")
    return axis


def swapped(right: Column, *, along_axis: bool = True) -> Slip:
    """The slip of a column with height and width swapped: in the result, or in the input."""

    def in_result(in_shape: Sequence[int], axis: int, **given: Any) -> list[Any]:
        return right(in_shape=in_shape, axis=1 - of_two(in_shape, axis), **given)

    def in_input(in_shape: Sequence[int], axis: int, **given: Any) -> list[Any]:
        of_two(in_shape, axis)
        return right(in_shape=(in_shape[0], *reversed(in_shape[1:])), axis=axis, **given)

    ways = (in_result, in_input) if along_axis else (in_input,)
    return Slip("height-and-width-swapped", ways[0], other_ways=ways[1:])


def of_windows(right: Column) -> tuple[Slip, ...]:
    """The slips of a column with kernels, strides and the like of another axis, or exchanged."""

    def with_windows(place: int | None, names: Sequence[str]) -> Column:
        """Those of one axis for both; without a ``place``, each those of the other."""

        def wrong(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[Any]:
            other = 1 - of_two(in_shape, axis)
            source = other if place is None else place
            if all(list(each[name]) == [each[name][0]] * 2 for each in layers for name in _PAIRS):
                raise NotApplicableError("windows are needed that are not square")
            pairs = [{**each, **{n: [each[n][source]] * 2 for n in names}} for each in layers]
            return right(layers=pairs, in_shape=in_shape, axis=axis)

        return wrong

    def with_kernel_as_stride(layers: Sequence[Layer], **given: Any) -> list[Any]:
        exchanged = [
            {**each, "kernel": each["stride"], "stride": each["kernel"]} for each in layers
        ]
        return right(layers=exchanged, **given)

    parts = [_PAIRS, *((name,) for name in _PAIRS)]
    swapped_ones = [with_windows(None, names) for names in parts]
    of_one = [with_windows(place, names) for names in parts for place in (0, 1)]
    return (
        Slip("windows-of-the-other-axis", swapped_ones[0], other_ways=tuple(swapped_ones[1:])),
        Slip("one-window-for-both-axes", of_one[0], other_ways=tuple(of_one[1:])),
        Slip("kernel-and-stride-swapped", with_kernel_as_stride),
    )
