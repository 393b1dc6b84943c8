"""Mistakes in the numbers of parameters of all layers of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from math import prod
from typing import Any

from problems.frozen import frozen
from problems.receptive_field_code.axes import swapped
from problems.receptive_field_code.rows import of_rows
from problems.receptive_field_code.walk import SIZES, Column, Layer, shapes_before
from problems.receptive_field_code.wrong_sizes import OF_LAYERS
from problems.rule import NotApplicableError, Slip


@frozen
class Weights:
    """What the parameters of a layer come of: sides of the kernel, and channels before and after.

    ``image`` are the channels of the input of the whole list.
    """

    height: int
    width: int
    before: int
    after: int
    groups: int
    bias: bool
    dilation: int
    image: int

    @property
    def cells(self) -> int:
        """Of a kernel, in one channel."""
        return self.height * self.width


Count = Callable[[Weights], int]


def _right(w: Weights) -> int:
    return w.before // w.groups * w.cells * w.after + w.bias * w.after


def _of_affine(shape: Sequence[Any], layer: Layer) -> Any:
    return (prod(shape) + layer["bias"]) * layer["channels"]


def _weights(layer: Layer, shape: Sequence[int], image: int) -> Weights:
    kernel, dilation = layer["kernel"], layer["dilation"]
    return Weights(
        int(kernel[0]),
        int(kernel[-1]),
        shape[0],
        layer["channels"],
        layer["groups"],
        layer["bias"],
        int(dilation[0]),
        image,
    )


def parameters_by(
    convolution: Count = _right,
    affine: Callable[[Sequence[int], Layer], int] = _of_affine,
    pooling: Callable[[Sequence[int], Layer], int] = lambda shape, layer: 0,
    sizes: Column = SIZES,
) -> Column:
    """The parameters where those of a kind of layer are worked out in this way.

    Those of fully connected layers and poolings come of the shape that goes into them, and so of
    the column of ``sizes``.
    """

    def parameters(layers: Sequence[Layer], in_shape: Sequence[int], **_: Any) -> list[int]:
        found: list[int] = []
        for layer, shape in zip(layers, shapes_before(layers, in_shape, sizes), strict=False):
            match layer["kind"]:
                case "conv":
                    found.append(convolution(_weights(layer, shape, in_shape[0])))
                case "fc":
                    found.append(affine(shape, layer))
                case "pool":
                    found.append(pooling(shape, layer))
                case _:
                    found.append(0)
        return found

    return parameters


PARAMETERS = parameters_by()
"""The right column."""


def _both(convolution: Count, affine: Callable[[Sequence[int], Layer], int]) -> tuple[Column, ...]:
    """Made in layers of both kinds, and in those of one."""
    return (
        parameters_by(convolution, affine),
        parameters_by(convolution),
        parameters_by(affine=affine),
    )


def _slip(key: str, *ways: Column, **details: Any) -> Slip:
    first, *others = ways
    return Slip(key, first, other_ways=tuple(others), **details)


def _counted(key: str, *counts: Count, **details: Any) -> Slip:
    """A slip in convolutions alone."""
    return _slip(key, *map(parameters_by, counts), **details)


def _summed(layers: Sequence[Layer], in_shape: Sequence[int]) -> list[int]:
    return list(accumulate(PARAMETERS(layers, in_shape)))


def _biased(w: Weights, biases: int) -> int:
    """The weights and so many biases, where there are any."""
    return w.before // w.groups * w.cells * w.after + w.bias * biases


def _of_pooling(count: Callable[[int, int], int]) -> Column:
    """The parameters where a pooling has some, by the cells of its window and its channels."""
    return parameters_by(
        pooling=lambda shape, layer: count(
            int(layer["kernel"][0]) * int(layer["kernel"][-1]), shape[0]
        )
    )


def _of_wrong_sizes(own: Sequence[Slip]) -> Iterator[Slip]:
    """The slips, with those in sizes as they show in the weights of a fully connected layer."""
    by_key = {slip.key: slip for slip in OF_LAYERS}
    for slip in (*own, *(slip for key, slip in by_key.items() if key not in {s.key for s in own})):
        in_sizes = by_key.get(slip.key)
        ways = [] if in_sizes is None else [parameters_by(sizes=w.wrong) for w in in_sizes.ways]
        first, *others = ways if slip is in_sizes else (*(way.wrong for way in slip.ways), *ways)
        yield replace(slip, wrong=first, other_ways=tuple(others))


def _with_bias_always(layers: Sequence[Layer], in_shape: Sequence[int]) -> list[int]:
    if all(layer["bias"] for layer in layers):
        raise NotApplicableError("a layer without bias is needed")
    return PARAMETERS([{**layer, "bias": True} for layer in layers], in_shape)


_OF_WEIGHTS = (
    _slip(
        "bias-forgotten",
        *_both(
            lambda w: _biased(w, 0),
            lambda shape, layer: prod(shape) * layer["channels"],
        ),
    ),
    _slip(
        "one-bias-in-all",
        *_both(
            lambda w: _biased(w, 1),
            lambda shape, layer: prod(shape) * layer["channels"] + layer["bias"],
        ),
    ),
    _slip("bias-although-there-is-none", _with_bias_always),
    _counted("bias-per-input-channel", lambda w: _biased(w, w.before)),
    _counted(
        "output-channels-forgotten",
        lambda w: w.before // w.groups * w.cells + w.bias,
        last_resort=True,
    ),
    _counted(
        "bias-per-kernel-slice",
        lambda w: w.before // w.groups * (w.cells + w.bias) * w.after,
        last_resort=True,
    ),
    _counted(
        "input-channels-forgotten",
        lambda w: (w.cells + w.bias) * w.after,
        last_resort=True,
    ),
    _counted(
        "kernel-not-squared",
        lambda w: (w.before // w.groups * w.height + w.bias) * w.after,
        lambda w: (w.before // w.groups * w.width + w.bias) * w.after,
    ),
    _counted(
        "one-window-for-both-axes",
        lambda w: (w.before // w.groups * w.height**2 + w.bias) * w.after,
        lambda w: (w.before // w.groups * w.width**2 + w.bias) * w.after,
    ),
    _counted("groups-ignored", lambda w: (w.before * w.cells + w.bias) * w.after),
    _counted(
        "groups-applied-twice",
        lambda w: w.before * w.cells * w.after // w.groups**2 + w.bias * w.after,
    ),
    _counted(
        "bias-divided-by-groups", lambda w: (w.before * w.cells + w.bias) * w.after // w.groups
    ),
    _counted("groups-multiplied", lambda w: (w.groups * w.before * w.cells + w.bias) * w.after),
    _counted(
        "kernel-depth-of-output",
        lambda w: (w.after // w.groups * w.cells + w.bias) * w.after,
    ),
    _counted(
        "kernel-depth-of-image",
        lambda w: (w.image // w.groups * w.cells + w.bias) * w.after,
    ),
    _slip(
        "brackets-left-out-of-parameters",
        *_both(
            lambda w: w.before // w.groups * w.cells + w.bias * w.after,
            lambda shape, layer: prod(shape) + layer["channels"],
        ),
    ),
    _counted("kernel-doubled", lambda w: (w.before // w.groups * 2 * w.height + w.bias) * w.after),
    _counted(
        "dilation-fills-kernel",
        lambda w: (
            (
                w.before
                // w.groups
                * ((w.height - 1) * w.dilation + 1)
                * ((w.width - 1) * w.dilation + 1)
                + w.bias
            )
            * w.after
        ),
    ),
    _slip(
        "pooling-has-parameters",
        _of_pooling(lambda cells, channels: cells * channels),
        _of_pooling(lambda cells, channels: cells),
        _of_pooling(lambda cells, channels: (cells + 1) * channels),
        _of_pooling(lambda cells, channels: (cells * channels + 1) * channels),
        _of_pooling(lambda cells, channels: cells * channels * channels),
    ),
    _slip(
        "only-channels-kept",
        parameters_by(affine=lambda shape, layer: _of_affine(shape[:1], layer)),
    ),
    _slip("parameters-added-up", _summed),
)

OF_PARAMETERS = (
    *_of_wrong_sizes(_OF_WEIGHTS),
    swapped(PARAMETERS, along_axis=False),
    *(
        slip
        for slip in of_rows(PARAMETERS, lambda **rest: 0)
        if slip.key != "each-layer-from-the-input"  # which is the depth of the image
    ),
)
