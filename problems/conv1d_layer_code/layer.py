"""A layer under test: a probe that calls its passes, and what it ought to hold after each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.probe import Probe
from problems.rules.layer1d import (
    LAYER_BIAS_GRADIENT,
    LAYER_FORWARD,
    LAYER_INPUT_GRADIENT,
    LAYER_KERNEL_GRADIENT,
    WEIGHT_FORWARD,
    WEIGHT_GRADIENT,
)
from problems.rules.purity import UNCHANGED

Array = NDArray[Any]


class Layer:
    """One layer in a probe, which other layers may share, and what has been done with it.

    ``w`` is the kernel (K,); the program gets a number where K is 1. A ``bias`` of None is none.
    """

    def __init__(
        self, probe: Probe, w: Array, bias: float | None, stride: int, padding: int, index: str = ""
    ) -> None:
        self.probe = probe
        self.w = w
        self.bias = bias
        self.geometry: dict[str, Any] = {"stride": stride, "padding": padding}
        self.index = index
        self.inputs: list[Array] = []
        self.passed_back: list[tuple[Array, Array]] = []
        self.other_x: Array | None = None
        scalar = len(w) == 1
        arguments = [probe.put(f"w{index}", float(w[0]) if scalar else w)]
        if bias is not None:
            arguments.append(probe.put(f"b{index}", bias))
        self.w_shape = () if scalar else w.shape
        self.name = probe.call(f"layer{index}", "LayerConv1d", *arguments)

    def forward(self, x: Array, read: bool = True) -> None:
        """A forward pass, and a look at what it returns."""
        self.inputs.append(x)
        number = f"{self.index}{len(self.inputs)}"
        self.probe.put(f"p{number}", x)
        method = f"{self.name}.fwd_pass"
        self.probe.call(f"q{number}", method, f"p{number}")
        if read:
            self.probe.read(
                f"q{number}",
                f"{method}(p{number})",
                LAYER_FORWARD if self.w_shape else WEIGHT_FORWARD,
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
            "w_shape": self.w_shape,
            "in_size": len(x),
            "kernel_size": len(self.w),
            "first_x": self.inputs[0],
            "earlier": earlier,
            **({} if self.other_x is None else {"other_x": self.other_x}),
            **self.geometry,
        }
        if "dp" in read:
            self.probe.read(f"dp{number}", call, LAYER_INPUT_GRADIENT, **seen)
        if "dw" in read:
            what = f"{call}; {self.name}.dw"
            rule = LAYER_KERNEL_GRADIENT if self.w_shape else WEIGHT_GRADIENT
            self.probe.read(f"{self.name}.dw", what, rule, **seen)
        if "db" in read and self.bias is not None:
            what = f"{call}; {self.name}.db"
            self.probe.read(f"{self.name}.db", what, LAYER_BIAS_GRADIENT, ndim=1, **seen)

    def look_at_inputs(self) -> None:
        """A look at what the passes were given."""
        given = {"p1": self.inputs[0], "dq1": self.passed_back[0][1]}
        if self.w_shape:
            given["w"] = self.w
        passes = f"{self.name}.fwd_pass(p1); {self.name}.bwd_pass(dq1)"
        for name, value in given.items():
            self.probe.read(name, f"{passes}; {name}", UNCHANGED, x=np.asarray(value))
