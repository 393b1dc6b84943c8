"""Shapes behind crops, branches, shortcuts of zeros, and padding that differs on the two sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from problems.rule import NotApplicableError, Rule, Slip
from reference import map_shapes

_Shape = Sequence[int]
_Sizes = tuple[int, ...]


def _some(sides: Sequence[int]) -> Sequence[int]:
    if min(sides) < 1:
        raise NotApplicableError("no cell would be left")
    return sides


# -- padding that differs --------------------------------------------------------------------------


def _padded(
    how: Callable[[int, int], int], extra: int = 1, *, up: bool = False
) -> Callable[..., _Sizes]:
    """The shape where the two paddings come to so many cells in all."""

    def shape(
        in_shape: _Shape,
        channels: int,
        kernel: int,
        stride: int,
        before: int,
        after: int,
        dilation: int = 1,
    ) -> _Sizes:
        span = (kernel - 1) * dilation + 1
        room = [n + how(before, after) - span for n in in_shape[1:]]
        steps = [-(-each // stride) if up else each // stride for each in room]
        return (channels, *_some([n + extra for n in steps]))

    return shape


def _unstrided(
    in_shape: _Shape, channels: int, kernel: int, stride: int, before: int, after: int
) -> _Sizes:
    if stride == 1:
        raise NotApplicableError("a stride is needed that is left out")
    return map_shapes.two_sided_shape(in_shape, channels, kernel, 1, before, after)


TWO_SIDED_SHAPE = Rule(
    "two-sided-shape",
    map_shapes.two_sided_shape,
    slips=(
        Slip(
            "one-padding-for-both",
            _padded(lambda before, after: 2 * before),
            other_ways=(_padded(lambda before, after: 2 * after),),
        ),
        Slip(
            "padding-counted-once",
            _padded(lambda before, after: after),
            other_ways=(_padded(lambda before, after: before),),
        ),
        Slip("padding-forgotten", _padded(lambda before, after: 0)),
        Slip("plus-one-forgotten", _padded(lambda before, after: before + after, 0)),
        Slip("rounded-up", _padded(lambda before, after: before + after, up=True)),
        Slip("stride-forgotten", _unstrided),
        Slip(
            "channels-last",
            lambda in_shape, channels, kernel, stride, before, after, dilation=1: _last(
                map_shapes.two_sided_shape(
                    in_shape, channels, kernel, stride, before, after, dilation
                )
            ),
            notation=True,
        ),
    ),
    operations=lambda in_shape: 5 * (len(in_shape) - 1),
)


def _last(shape: _Shape) -> _Sizes:
    return (*shape[1:], shape[0])


# -- crops and branches ----------------------------------------------------------------------------

CROPPED_SHAPE = Rule(
    "cropped-shape",
    map_shapes.cropped_shape,
    slips=(
        Slip(
            "crop-at-one-end",
            lambda in_shape, before: map_shapes.cropped_shape(in_shape, before, 0),
            other_ways=(lambda in_shape, after: map_shapes.cropped_shape(in_shape, 0, after),),
        ),
        Slip("not-cropped", lambda in_shape: tuple(in_shape)),
        Slip("crop-as-size", lambda in_shape, before: (in_shape[0], before, before)),
        Slip(
            "channels-cropped",
            lambda in_shape, before, after: (
                *_some([in_shape[0] - before - after]),
                *map_shapes.cropped_shape(in_shape, before, after)[1:],
            ),
        ),
        Slip(
            "channels-last",
            lambda in_shape, before, after: _last(
                map_shapes.cropped_shape(in_shape, before, after)
            ),
            notation=True,
        ),
    ),
    operations=lambda in_shape: 2 * (len(in_shape) - 1),
)


def _without(place: int) -> Callable[..., _Sizes]:
    """The concatenation without one of the maps; of two, one alone would be no concatenation."""

    def shape(shapes: Sequence[_Shape]) -> _Sizes:
        if len(shapes) < 3 or place >= len(shapes):
            raise NotApplicableError("more branches are needed")
        left = [one for each, one in enumerate(shapes) if each != place]
        return map_shapes.concatenated_maps(left)

    return shape


CONCATENATED_MAPS = Rule(
    "concatenated-maps",
    map_shapes.concatenated_maps,
    slips=(
        Slip(
            "concatenation-as-sum",
            lambda shapes: (max(shape[0] for shape in shapes), *shapes[0][1:]),
        ),
        Slip(
            "branch-left-out",
            _without(0),
            other_ways=tuple(_without(place) for place in range(1, 8)),
        ),
        Slip(
            "places-added-up",
            lambda shapes: (
                shapes[0][0],
                *(sum(shape[axis] for shape in shapes) for axis in range(1, len(shapes[0]))),
            ),
        ),
        Slip(
            "channels-last",
            lambda shapes: _last(map_shapes.concatenated_maps(shapes)),
            notation=True,
        ),
    ),
    operations=lambda shapes: len(shapes) - 1,
)

# -- shortcuts of zeros, and poolings --------------------------------------------------------------


def _zeros_alone(in_shape: _Shape, channels: int, stride: int) -> _Sizes:
    if channels <= in_shape[0]:
        raise NotApplicableError("channels of zeros are needed")
    return map_shapes.shortcut_shape((1, *in_shape[1:]), channels - in_shape[0], stride)


def _kept(in_shape: _Shape, channels: int, stride: int) -> _Sizes:
    if stride == 1:
        raise NotApplicableError("a stride is needed that is left out")
    return (channels, *in_shape[1:])


SHORTCUT_SHAPE = Rule(
    "shortcut-shape",
    map_shapes.shortcut_shape,
    slips=(
        Slip(
            "zero-channels-left-out",
            lambda in_shape, stride: map_shapes.shortcut_shape(in_shape, in_shape[0], stride),
        ),
        Slip("zero-channels-alone", _zeros_alone),
        Slip(
            "zero-channels-behind-all",
            lambda in_shape, channels, stride: map_shapes.shortcut_shape(
                in_shape, in_shape[0] + channels, stride
            ),
        ),
        Slip("stride-forgotten", _kept),
        Slip(
            "sides-rounded-down",
            lambda in_shape, channels, stride: (
                channels,
                *_some([n // stride for n in in_shape[1:]]),
            ),
        ),
        Slip(
            "channels-last",
            lambda in_shape, channels, stride: _last(
                map_shapes.shortcut_shape(in_shape, channels, stride)
            ),
            notation=True,
        ),
    ),
    operations=lambda in_shape: len(in_shape) - 1,
)

GRID_SHAPE = Rule("grid-shape", map_shapes.grid_shape, operations=lambda: 0)
"""Of a pooling to a grid: it is stated, and copied."""

SAME_POOL_SHAPE = Rule(
    "same-pool-shape",
    map_shapes.same_pool_shape,
    slips=(
        Slip(
            "sides-rounded-down",
            lambda in_shape, stride: (in_shape[0], *_some([n // stride for n in in_shape[1:]])),
        ),
        Slip(
            "valid-for-same",
            lambda in_shape, kernel, stride: (
                in_shape[0],
                *_some([(n - kernel) // stride + 1 for n in in_shape[1:]]),
            ),
        ),
        Slip(
            "channels-last",
            lambda in_shape, stride: _last(map_shapes.same_pool_shape(in_shape, stride)),
            notation=True,
        ),
    ),
    operations=lambda in_shape: len(in_shape) - 1,
)
