"""A layer under test: a probe that calls its passes, and what it ought to hold after each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.layer_class.inputs import decimals
from problems.probe import Probe
from problems.rules.layer import layer_rules
from problems.rules.purity import UNCHANGED
from problems.stream import Stream

Array = NDArray[Any]


@dataclass(frozen=True)
class LayerClass:
    """The class that a student writes, and the layers of it that are tested.

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

    def input_shape(self, outputs: int, left_over: int = 0) -> tuple[int, ...]:
        """The shape of an input that gives about so many outputs; a stride may leave cells over."""
        size = (
            max(self.stride * (n - 1) + k - 2 * self.padding, 1) + min(left_over, self.stride - 1)
            for n, k in zip(self._sizes(outputs), self.kernel, strict=True)
        )
        return (*self._channels(0), *size)

    def telling_shape(self, outputs: int) -> tuple[int, ...]:
        """An input's shape with which padding on one side gives more outputs than none.

        Where a stride does not divide the padding, that takes cells that it leaves over.
        """
        return self.input_shape(outputs, left_over=self.padding % self.stride)

    def output_shape(self, outputs: int) -> tuple[int, ...]:
        """The shape of about so many outputs: along several axes as a map that is no square."""
        return (*self._channels(1), *self._sizes(outputs))

    def kernel_shape(self) -> tuple[int, ...]:
        """The shape of the kernels: (K,), (K, L), or with channels (O, C, K, L)."""
        return (*self._channels(1), *self._channels(0), *self.kernel)

    def _channels(self, side: int) -> tuple[int, ...]:
        return () if self.channels is None else (self.channels[side],)

    def _sizes(self, outputs: int) -> tuple[int, ...]:
        if self.axes == 1 or outputs == 1:
            return (outputs,) * self.axes
        return tuple(outputs // 4 + axis for axis in range(1, self.axes + 1))


def new_layer(
    made: LayerClass, stream: Stream, probe: Probe | None = None, index: str = ""
) -> Layer:
    """A layer with its own kernel and perhaps a bias, in a probe that others may share."""
    bias: Any = None
    if made.bias:
        bias = decimals(stream, made.output_shape(1)[: -made.axes])  # one, or one per channel
        bias = float(bias) if made.channels is None else bias
    w = decimals(stream, made.kernel_shape())
    return Layer(made, Probe() if probe is None else probe, w, bias, index)


class Layer:
    """One layer in a probe, which other layers may share, and what has been done with it."""

    def __init__(
        self, made: LayerClass, probe: Probe, w: Array, bias: Any, index: str = ""
    ) -> None:
        self.made = made
        self.probe = probe
        self.w = w
        self.bias = bias
        self.index = index
        self.rules = layer_rules(made.axes)
        self.geometry: dict[str, Any] = {"stride": made.stride, "padding": made.padding}
        self.inputs: list[Array] = []
        self.passed_back: list[tuple[Array, Array]] = []
        self.other_x: Array | None = None
        given = float(w.item()) if made.takes_a_number else w
        arguments = [probe.put(f"w{index}", given)]
        if bias is not None:
            arguments.append(probe.put(f"b{index}", bias))
        self.name = probe.call(f"layer{index}", made.name, *arguments)

    def forward(self, x: Array, read: bool = True) -> None:
        """A forward pass, and a look at what it returns."""
        self.inputs.append(x)
        number = f"{self.index}{len(self.inputs)}"
        self.probe.put(f"p{number}", x)
        method = f"{self.name}.fwd_pass"
        self.probe.call(f"q{number}", method, f"p{number}")
        if read:
            rules = self.rules
            self.probe.read(
                f"q{number}",
                f"{method}(p{number})",
                rules.weight_forward if self.made.takes_a_number else rules.forward,
                x=x,
                w=self.w,
                bias=self.bias,
                **self.geometry,
            )

    def backward(self, dq: Array, read: Sequence[str] = ("dp", "dw", "db")) -> None:
        """A backward pass, and a look at what it returns and leaves in the layer."""
        x, earlier = self.inputs[-1], tuple(self.passed_back)
        self.passed_back.append((x, dq))
        number = f"{self.index}{len(self.passed_back)}"
        self.probe.put(f"dq{number}", dq)
        call = f"{self.name}.bwd_pass(dq{number})"
        self.probe.call(f"dp{number}", f"{self.name}.bwd_pass", f"dq{number}")
        seen: dict[str, Any] = {
            "x": x,
            "dq": dq,
            "w": self.w,
            "bias": self.bias,
            "w_shape": () if self.made.takes_a_number else self.w.shape,
            "in_size": x.shape[-self.made.axes :],
            "kernel_size": self.made.kernel,
            "first_x": self.inputs[0],
            "earlier": earlier,
            **({} if self.other_x is None else {"other_x": self.other_x}),
            **self.geometry,
        }
        rules = self.rules
        if "dp" in read:
            self.probe.read(f"dp{number}", call, rules.input_gradient, **seen)
        if "dw" in read:
            what = f"{call}; {self.name}.dw"
            rule = rules.weight_gradient if self.made.takes_a_number else rules.kernel_gradient
            self.probe.read(f"{self.name}.dw", what, rule, **seen)
        if "db" in read and self.bias is not None:
            what = f"{call}; {self.name}.db"
            self.probe.read(
                f"{self.name}.db", what, rules.bias_gradient, ndim=self.made.axes, **seen
            )

    def look_at_inputs(self) -> None:
        """A look at what the passes were given."""
        given = {"p1": self.inputs[0], "dq1": self.passed_back[0][1]}
        if not self.made.takes_a_number:
            given["w"] = self.w
        passes = f"{self.name}.fwd_pass(p1); {self.name}.bwd_pass(dq1)"
        for name, value in given.items():
            self.probe.read(name, f"{passes}; {name}", UNCHANGED, x=np.asarray(value))
