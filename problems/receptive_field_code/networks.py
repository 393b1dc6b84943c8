"""Lists of layers on which a wrong program shows, each with an input of which something is left.

They are built from the last map to the input, so that no size is below 1. Height and width differ
all along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from problems.receptive_field_code.rules import layer_fields, layer_jumps, layer_sizes
from problems.stream import Stream

Layer = dict[str, Any]
Network = tuple[list[Layer], tuple[int, ...]]
"""Layers in full, and the shape of the input: (C, H, W) or (C, N)."""

_MIXED = ("conv", "relu", "pool", "conv", "pool", "conv", "relu", "conv", "pool", "conv", "relu")
_MOST_STRIDED = 4
"""So many layers of a list have a stride: the jump is their product."""


@dataclass(frozen=True)
class Networks:
    """Networks whose layers have these ``keys``; ``pairs`` says that their sides may differ."""

    stream: Stream
    axes: int
    keys: frozenset[str]
    pairs: bool

    def mixed(self, count: int) -> Network:
        """Layers of all kinds, with strides before others that widen the field."""
        kinds = [kind if self.axes > 1 else "conv" for kind in _MIXED[:count]]
        widening = [at for at, kind in enumerate(kinds) if kind != "relu"]
        strided = set(widening[:_MOST_STRIDED])
        strides = [(2, 3) if at in strided else (1,) for at in range(count)]
        return self._drawn(kinds, strides)

    def with_strides(self, count: int, strides: Sequence[int]) -> Network:
        """Layers that all have one of these strides; the last kernel is as high as its input."""
        kinds = [*["conv"] * (count - 1), "pool" if self.axes > 1 else "conv"]
        return self._drawn(kinds, [strides] * count, one_is_small=True, last_fits=True)

    def ending_fully_connected(self) -> Network:
        """Two fully connected layers behind others that leave nothing of the input unseen."""
        while True:
            kinds = ["conv", "relu", "pool", "fc", "relu", "fc"]
            layers, in_shape = self._drawn(kinds, [(2,), (1,), (2, 3), (1,), (1,), (1,)])
            if all(self._sees_more(layers[:3], in_shape, axis) for axis in range(self.axes)):
                return layers, in_shape

    def image(self) -> tuple[int, ...]:
        """An input by itself."""
        return self.stream.integer(1, 4), *self.stream.shuffled(range(20, 40), self.axes)

    @staticmethod
    def _sees_more(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> bool:
        """Whether the last map sees all of the input along an axis, and padding beyond it."""
        size = layer_sizes(layers, in_shape, axis)[-1]
        field = layer_fields(layers, in_shape, axis)[-1]
        jump = layer_jumps(layers, axis)[-1]
        return field + (size - 1) * jump > in_shape[1 + axis]

    def _drawn(
        self,
        kinds: Sequence[str],
        strides: Sequence[Sequence[int]],
        *,
        one_is_small: bool = False,
        last_fits: bool = False,
    ) -> Network:
        """Layers of these kinds, with one of these strides each, and a fitting input."""
        while True:
            layers = [self._layer(kind, own) for kind, own in zip(kinds, strides, strict=True)]
            if one_is_small:
                layers[1]["kernel"] = [1] * self.axes
                layers[1]["padding"] = [0] * self.axes
            if last_fits:
                layers[-1]["padding"] = [0] * self.axes
            sides = self._sides(layers, last_fits=last_fits)
            if self.axes == 1 or _differ(*sides):
                break
        in_shape = self._with_channels(layers), *(sizes[0] for sizes in sides)
        return layers, in_shape

    def _layer(self, kind: str, strides: Sequence[int]) -> Layer:
        layer: Layer = {
            "kind": kind,
            "kernel": [1] * self.axes,
            "stride": [1] * self.axes,
            "padding": [0] * self.axes,
            "dilation": [1] * self.axes,
            "channels": 0,
            "groups": 1,
            "bias": True,
        }
        if kind in ("relu", "fc"):
            return layer
        layer["kernel"] = self._of_axes(range(2, 5) if kind == "pool" else range(3, 8))
        layer["stride"] = self._of_axes(strides)
        if kind == "conv" and "dilation" in self.keys:
            layer["dilation"] = self._of_axes((1, 2, 3))
        if kind == "conv" and "padding" in self.keys:
            sides = zip(layer["kernel"], layer["dilation"], self._of_axes((1, 2)), strict=True)
            layer["padding"] = [min(p, d * (k - 1) // 2) for k, d, p in sides]
        return layer

    def _of_axes(self, options: Sequence[int]) -> list[int]:
        """One number for each axis: others where there are several, as long as they may differ."""
        if not self.pairs or len(options) == 1:
            return [self.stream.choice(options)] * self.axes
        return self.stream.shuffled(options, self.axes)

    def _sides(self, layers: Sequence[Layer], *, last_fits: bool) -> list[list[int]]:
        """The sizes before each layer and the last one, along each axis, built from the last one.

        The windows leave as many cells over as they can, or none, in turns.
        """
        found: list[list[int]] = []
        first_turn = self.stream.integer(0, 1)
        for axis in range(self.axes):
            turn = first_turn + axis
            fits = last_fits and axis == 0
            size = 1 if fits else self.stream.integer(2, 6)
            sizes = [size]
            for layer in reversed(layers):
                if layer["kind"] == "fc":
                    size = self.stream.integer(2, 6) if layer is self._first_fc(layers) else 1
                else:
                    stride, kernel = layer["stride"][axis], layer["kernel"][axis]
                    span = layer["dilation"][axis] * (kernel - 1) + 1
                    left = 0 if fits and len(sizes) == 1 else (stride - 1) * (turn % 2)
                    size = (size - 1) * stride + span - 2 * layer["padding"][axis] + left
                    turn += stride > 1
                sizes.append(size)
            found.append(sizes[::-1])
        return found

    @staticmethod
    def _first_fc(layers: Sequence[Layer]) -> Layer | None:
        return next((layer for layer in layers if layer["kind"] == "fc"), None)

    def _with_channels(self, layers: Sequence[Layer]) -> int:
        """Gives the layers their channels, groups and biases; returns the channels of the input."""
        stream = self.stream
        first = channels = stream.integer(2, 4) if self.axes > 1 else 1
        is_biased, is_grouped = stream.chance(1, 2), stream.chance(1, 2)
        for layer in layers:
            if layer["kind"] not in ("conv", "fc"):
                continue
            if "groups" in self.keys and layer["kind"] == "conv":
                layer["groups"] = next(g for g in (2, 3) if channels % g == 0) if is_grouped else 1
                is_grouped = not is_grouped
            if "bias" in self.keys:
                layer["bias"], is_biased = is_biased, not is_biased
            # each of these has 2 or 3 as a divisor, and so a number of groups
            others = [n for n in (4, 6, 8, 9, 10, 12) if n % layer["groups"] == 0 and n != channels]
            channels = layer["channels"] = stream.choice(others)
        return first


def _differ(heights: Sequence[int], widths: Sequence[int]) -> bool:
    """Whether heights differ from widths, but where both are 1."""
    return all(h != w or h == 1 for h, w in zip(heights, widths, strict=True))
