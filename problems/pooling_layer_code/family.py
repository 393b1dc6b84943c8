"""Layer classes for max- and mean-pooling: by windows, globally, with windows that overlap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypedDict

import numpy as np
from numpy.typing import NDArray

from problems.family import Example, Family, InCode, Level
from problems.layer_class.checks import standard_checks
from problems.layer_class.inputs import odd_numbers
from problems.layer_class.layer import RETURNED, Gradient, LayerKind, new_layer
from problems.pooling_layer_code import backward, forward, of_channels
from problems.probe import Check
from problems.stream import Stream

Array = NDArray[Any]
Kind = Literal["max", "mean"]

_VECTORS = {
    "max": (forward.MAX_OF_VECTOR, backward.MAX_VECTOR_GRADIENT),
    "mean": (forward.MEAN_OF_VECTOR, backward.MEAN_VECTOR_GRADIENT),
}
_MAPS = {
    "max": (forward.MAX_FORWARD, backward.MAX_GRADIENT),
    "mean": (forward.MEAN_FORWARD, backward.MEAN_GRADIENT),
}
_GLOBAL = {
    "max": (of_channels.GLOBAL_MAX_FORWARD, of_channels.GLOBAL_MAX_GRADIENT),
    "mean": (of_channels.GLOBAL_MEAN_FORWARD, of_channels.GLOBAL_MEAN_GRADIENT),
}
CHANNELS = 3
"""As many as the inputs of the checks have, of which the sheet says nothing."""

_NAMES = {"max": "MaxPool", "mean": "MeanPool"}


class Parameters(TypedDict):
    """The layers. ``kernel`` and ``stride`` have a number for each axis; of vectors that is one.

    Maps have ``channels``, however many, and vectors none. ``whole`` is the kind of a second class,
    which pools each channel globally (None: there is one class).
    """

    kind: Kind
    kernel: list[int]
    stride: list[int]
    channels: bool
    whole: Kind | None


def draw(stream: Stream, level: Level) -> Parameters:
    """Vectors at ``easy``, then maps with channels, and windows that overlap with a global class.

    Windows lie side by side below ``hard``, and their sides differ.
    """
    kind: Kind = stream.choice(("max", "mean"))
    if level == "easy":
        kernel = stream.integer(2, 6)
        return {
            "kind": kind,
            "kernel": [kernel],
            "stride": [kernel],
            "channels": False,
            "whole": None,
        }
    if level == "standard":
        sides = stream.shuffled((2, 3, 4), 2)
        return {
            "kind": kind,
            "kernel": sides,
            "stride": sides,
            "channels": True,
            "whole": None,
        }
    stride = stream.integer(2, 3)
    kernel = stride + stream.integer(1, 2)
    return {
        "kind": kind,
        "kernel": [kernel, kernel],
        "stride": [stride, stride],
        "channels": True,
        "whole": "mean" if kind == "max" else "max",
    }


def class_name(kind: Kind, *, whole: bool = False) -> str:
    """What a class is called: ``LayerMaxPool``, ``LayerGlobalMeanPool``."""
    return f"Layer{'Global' if whole else ''}{_NAMES[kind]}"


def names(p: Parameters) -> tuple[str, ...]:
    """The classes that are asked for."""
    windows = class_name(p["kind"])
    return (windows,) if p["whole"] is None else (windows, class_name(p["whole"], whole=True))


@dataclass(frozen=True)
class Windows:
    """The shapes of a pooling by windows, along one axis or two; a vector has no channels."""

    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    channels: int

    def input_shape(self, outputs: int, left_over: int = 0) -> tuple[int, ...]:
        """The shape of an input that gives about so many outputs; cells may be left over."""
        size = (
            s * (n - 1) + k + min(left_over, s - 1)
            for n, k, s in zip(self._sizes(outputs), self.kernel, self.stride, strict=True)
        )
        return (*self._channels(), *size)

    def output_shape(self, outputs: int) -> tuple[int, ...]:
        """The shape of about so many outputs, of maps one that is no square."""
        return (*self._channels(), *self._sizes(outputs))

    def _channels(self) -> tuple[int, ...]:
        return (self.channels,) if self.channels else ()

    def _sizes(self, outputs: int) -> tuple[int, ...]:
        if len(self.kernel) == 1:
            return (outputs,)
        return (1, 1) if outputs == 1 else (outputs // 4 + 1, outputs // 4 + 2)


def by_windows(p: Parameters) -> LayerKind:
    """The class that pools windows."""
    kernel, stride = tuple(p["kernel"]), tuple(p["stride"])
    shapes = Windows(kernel, stride, CHANNELS if p["channels"] else 0)
    forward, gradient = (_MAPS if p["channels"] else _VECTORS)[p["kind"]]
    return LayerKind(
        class_name(p["kind"]),
        _nothing,
        forward,
        (Gradient("input-gradient", RETURNED, gradient),),
        shapes.input_shape,
        shapes.output_shape,
        telling_left_over=max(stride) - 1,
        most_left_over=max(stride) - 1,
        constants={"kernel": kernel, "stride": stride},
        of_input=lambda x, given: {"in_size": x.shape[-len(kernel) :]},
        adjusted=lambda x: first_window_negative(x, kernel),
    )


def first_window_negative(x: Array, kernel: tuple[int, ...]) -> Array:
    """The input with no positive cell in its first window, whose maximum is then below 0."""
    adjusted = np.array(x)
    window: Any = (..., *(slice(k) for k in kernel))
    adjusted[window] = -np.abs(adjusted[window])
    return adjusted


def first_channel_negative(x: Array) -> Array:
    """The input with no positive cell in its first channel."""
    return np.concatenate([-np.abs(x[:1]), x[1:]])


def globally(p: Parameters) -> LayerKind:
    """The class that pools whole channels."""
    assert p["whole"] is not None
    forward, gradient = _GLOBAL[p["whole"]]

    def input_shape(outputs: int, left_over: int = 0) -> tuple[int, ...]:
        return (CHANNELS, *((1, 1) if outputs == 1 else (outputs // 4 + 1, outputs // 4 + 3)))

    return LayerKind(
        class_name(p["whole"], whole=True),
        _nothing,
        forward,
        (Gradient("input-gradient", RETURNED, gradient),),
        input_shape,
        lambda outputs: (CHANNELS,),
        of_input=lambda x, given: {"in_size": x.shape[-2:]},
        adjusted=first_channel_negative,
        prefix="global-",
    )


def _nothing(stream: Stream) -> dict[str, Any]:
    return {}


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Those of every layer class, and of a maximum a window in which it comes twice."""
    kind = by_windows(p)
    yield from standard_checks(kind, stream)
    if p["kind"] == "max":
        yield ties(p, kind, stream)
    if p["whole"] is not None:
        yield from standard_checks(globally(p), stream)


def ties(p: Parameters, kind: LayerKind, stream: Stream) -> Check:
    """The passes of a map of whole numbers, one window of which has its maximum twice."""
    layer = new_layer(kind, stream)
    x = odd_numbers(stream, kind.input_shape(8, 0))
    last = (-1,) * x.ndim  # no other window has it, nor the cell before it
    x[last] = x[(*last[:-1], -2)] = np.abs(x).max() + 2
    layer.forward(x)
    layer.backward(np.abs(odd_numbers(stream, kind.output_shape(8))))
    return Check("ties", layer.probe)


FAMILY = Family(
    key="pooling-layer-code",
    draw=draw,
    task=InCode(names=names, checks=checks, kits=("layer_class",)),
    examples={
        "lecture": Example(
            {
                "kind": "max",
                "kernel": [2],
                "stride": [2],
                "channels": False,
                "whole": None,
            },
            source="lecture on the backward pass through convolutions: max-pooling of 1 to 6 by "
            "pairs",
        ),
    },
)
