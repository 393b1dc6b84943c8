"""Classes of convolutional layers, along one axis or two, with channels or without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.layer_class.inputs import decimals
from problems.layer_class.layer import RETURNED, Gradient, LayerKind
from problems.rules.layer import layer_rules
from problems.stream import Stream

Array = NDArray[Any]


@dataclass(frozen=True)
class Convolution:
    """A class of convolutional layers.

    ``kernel`` has a size for each axis along which the layer looks. ``channels`` are those of the
    input and of the output; without them inputs and kernels are plain: (N,) and (K,), or (H, W) and
    (K, L). A plain kernel of one cell is handed over as a number. There are as many zeros of
    ``padding`` on each side of each axis.
    """

    name: str
    kernel: tuple[int, ...]
    stride: int = 1
    padding: int = 0
    bias: bool = False
    channels: tuple[int, int] | None = None

    @property
    def axes(self) -> int:
        """Along how many axes the layer looks."""
        return len(self.kernel)

    @property
    def takes_a_number(self) -> bool:
        """Whether the kernel is handed over as a number."""
        return self.channels is None and max(self.kernel) == 1

    @property
    def kind(self) -> LayerKind:
        """What its layers do."""
        rules = layer_rules(self.axes)
        by_weights = rules.weight_gradient if self.takes_a_number else rules.kernel_gradient
        gradients = [
            Gradient("input-gradient", RETURNED, rules.input_gradient),
            Gradient("kernel-gradient", "dw", by_weights),
        ]
        if self.bias:
            gradients.append(Gradient("bias-gradient", "db", rules.bias_gradient, marks=1))
        return LayerKind(
            self.name,
            self._arguments,
            rules.weight_forward if self.takes_a_number else rules.forward,
            tuple(gradients),
            self.input_shape,
            self.output_shape,
            telling_left_over=self.padding % self.stride,
            most_left_over=self.stride - 1,
            handed_over=_as_a_number if self.takes_a_number else _as_it_is,
            constants={
                **({} if self.bias else {"bias": None}),
                **{"stride": self.stride, "padding": self.padding},
            },
            of_input=self._of_input,
        )

    def input_shape(self, outputs: int, left_over: int = 0) -> tuple[int, ...]:
        """The shape of an input that gives about so many outputs; a stride may leave cells over."""
        size = (
            max(self.stride * (n - 1) + k - 2 * self.padding, 1) + min(left_over, self.stride - 1)
            for n, k in zip(self._sizes(outputs), self.kernel, strict=True)
        )
        return (*self._channels(0), *size)

    def output_shape(self, outputs: int) -> tuple[int, ...]:
        """The shape of about so many outputs: along several axes as a map that is no square."""
        return (*self._channels(1), *self._sizes(outputs))

    def kernel_shape(self) -> tuple[int, ...]:
        """The shape of the kernels: (K,), (K, L), or with channels (O, C, K, L)."""
        return (*self._channels(1), *self._channels(0), *self.kernel)

    def _arguments(self, stream: Stream) -> dict[str, Any]:
        """The kernel and perhaps a bias: one number, or one for each channel of the output."""
        bias: Any = None
        if self.bias:
            bias = decimals(stream, self.output_shape(1)[: -self.axes])
            bias = float(bias) if self.channels is None else bias
        w = decimals(stream, self.kernel_shape())
        return {"w": w, "b": bias} if self.bias else {"w": w}

    def _of_input(self, x: Array, given: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "w_shape": () if self.takes_a_number else np.shape(given["w"]),
            "in_size": x.shape[-self.axes :],
            "kernel_size": self.kernel,
            "ndim": self.axes,
        }

    def _channels(self, side: int) -> tuple[int, ...]:
        return () if self.channels is None else (self.channels[side],)

    def _sizes(self, outputs: int) -> tuple[int, ...]:
        """So many along one axis; along several, more than a kernel without padding needs."""
        if self.axes == 1 or outputs == 1:
            return (outputs,) * self.axes
        least = outputs // 4 + 2 * self.padding // self.stride
        return tuple(least + axis for axis in range(1, self.axes + 1))


def _as_a_number(argument: Any) -> float:
    return float(np.asarray(argument).item())


def _as_it_is(argument: Any) -> Any:
    return argument
