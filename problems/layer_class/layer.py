"""A layer under test: a probe that calls its passes, and what it ought to hold after each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.probe import Probe
from problems.rule import Rule
from problems.rules.purity import UNCHANGED
from problems.stream import Stream

Array = NDArray[Any]


@dataclass(frozen=True)
class Gradient:
    """A gradient that ``bwd_pass`` works out: the check that is about it, and its rule.

    It is left in the ``attribute``; that of the input, ``dp``, is returned.
    """

    check: str
    attribute: str
    rule: Rule
    marks: int = 3


RETURNED = "dp"
"""The gradient with respect to the input, which is returned."""


@dataclass(frozen=True)
class LayerKind:
    """The class that a student writes, and what its layers do.

    Attributes:
        name: that of the class.
        arguments: what the constructor of a layer is given, by name and in its order. The rules
            know them by these names; a bias is ``b`` there, and ``bias`` to the rules.
        handed_over: an argument as the constructor gets it, where the rules have it otherwise.
        forward: what ``fwd_pass`` returns, of ``x``.
        gradients: those that ``bwd_pass`` works out, from ``x`` and ``dq``.
        input_shape: the shape of an input with about so many outputs, and so many cells left over.
        output_shape: the shape of about so many outputs.
        telling_left_over: how many cells have to be left over for mistakes about borders to show.
        most_left_over: how many cells can be left over.
        constants: further inputs of all rules.
        of_input: further inputs of the rules of the gradients, from an input and the arguments.
        adjusted: an input changed so that mistakes show on it.
        prefix: how the names of its checks begin, where an exercise asks for several classes.
    """

    name: str
    arguments: Callable[[Stream], Mapping[str, Any]]
    forward: Rule
    gradients: tuple[Gradient, ...]
    input_shape: Callable[[int, int], tuple[int, ...]]
    output_shape: Callable[[int], tuple[int, ...]]
    telling_left_over: int = 0
    most_left_over: int = 0
    handed_over: Callable[[Any], Any] = lambda value: value
    constants: Mapping[str, Any] = field(default_factory=dict)
    of_input: Callable[[Array, Mapping[str, Any]], Mapping[str, Any]] = lambda x, given: {}
    adjusted: Callable[[Array], Array] = lambda x: x
    prefix: str = ""


def new_layer(
    kind: LayerKind, stream: Stream, probe: Probe | None = None, index: str = ""
) -> Layer:
    """A layer with arguments of its own, in a probe that others may share."""
    return Layer(kind, Probe() if probe is None else probe, kind.arguments(stream), index)


_TO_RULES = {"b": "bias"}


class Layer:
    """One layer in a probe, which other layers may share, and what has been done with it."""

    def __init__(
        self, kind: LayerKind, probe: Probe, arguments: Mapping[str, Any], index: str = ""
    ) -> None:
        self.kind = kind
        self.probe = probe
        self.arguments = {name: kind.handed_over(value) for name, value in arguments.items()}
        self.index = index
        self.inputs: list[Array] = []
        self.passed_back: list[tuple[Array, Array]] = []
        self.other_x: Array | None = None
        self.given = {_TO_RULES.get(name, name): value for name, value in arguments.items()}
        names = [probe.put(f"{name}{index}", value) for name, value in self.arguments.items()]
        self.name = probe.call(f"layer{index}", kind.name, *names)

    def forward(self, x: Array, read: bool = True) -> None:
        """A forward pass, and a look at what it returns."""
        x = self.kind.adjusted(x)
        self.inputs.append(x)
        number = f"{self.index}{len(self.inputs)}"
        self.probe.put(f"p{number}", x)
        method = f"{self.name}.fwd_pass"
        self.probe.call(f"q{number}", method, f"p{number}")
        if read:
            call = f"{method}(p{number})"
            seen = {"x": x, **self.given, **self.kind.constants}
            self.probe.read(f"q{number}", call, self.kind.forward, **seen)

    def backward(self, dq: Array, read: Sequence[str] | None = None) -> None:
        """A backward pass, and a look at what it returns and leaves in the layer.

        ``read`` names the attributes that are looked at (None: all).
        """
        x, earlier = self.inputs[-1], tuple(self.passed_back)
        self.passed_back.append((x, dq))
        number = f"{self.index}{len(self.passed_back)}"
        self.probe.put(f"dq{number}", dq)
        call = f"{self.name}.bwd_pass(dq{number})"
        self.probe.call(f"dp{number}", f"{self.name}.bwd_pass", f"dq{number}")
        seen: dict[str, Any] = {
            "x": x,
            "dq": dq,
            **self.given,
            **self.kind.of_input(x, self.given),
            "first_x": self.inputs[0],
            "earlier": earlier,
            **({} if self.other_x is None else {"other_x": self.other_x}),
            **self.kind.constants,
        }
        for gradient in self.kind.gradients:
            if read is not None and gradient.attribute not in read:
                continue
            if gradient.attribute == RETURNED:
                self.probe.read(f"dp{number}", call, gradient.rule, **seen)
            else:
                path = f"{self.name}.{gradient.attribute}"
                self.probe.read(path, f"{call}; {path}", gradient.rule, **seen)

    def look_at_inputs(self) -> None:
        """A look at what the passes were given."""
        given = {"p1": self.inputs[0], "dq1": self.passed_back[0][1]}
        arrays = {name: value for name, value in self.arguments.items() if np.ndim(value)}
        passes = f"{self.name}.fwd_pass(p1); {self.name}.bwd_pass(dq1)"
        for name, value in {**given, **arrays}.items():
            self.probe.read(name, f"{passes}; {name}", UNCHANGED, x=np.asarray(value))
