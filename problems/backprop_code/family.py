"""Functions that learn with a list of layers: the backward pass, a step of descent, training."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal, TypedDict

import numpy as np
from numpy.typing import NDArray

from problems.backprop_code import rules
from problems.backprop_code.learning import Layer
from problems.family import Example, Family, InCode, Level
from problems.probe import Check, Probe
from problems.rule import Rule
from problems.stream import Stream

Array = NDArray[Any]
Record = Mapping[str, Any]
Loss = Literal["softmax", "squared", "half-squared"]

_CLASSES = {"affine": "LayerAffine", "relu": "LayerReLU", "scale": "LayerScale"}
_PARTS = {"affine": ("w", "b"), "relu": (), "scale": ("w",)}
_ORDERS = (("layers", "x", "y"), ("x", "y", "layers"), ("layers", "y", "x"), ("x", "layers", "y"))
_LOSSES: tuple[Loss, ...] = ("softmax", "softmax", "squared", "half-squared")
_STEPS = ("descent", "update", "descend")


class Parameters(TypedDict):
    """What the functions take, work out and return.

    ``order`` is that of the arguments of ``backprop``, ``batch`` how the losses of a batch are put
    together (None: there is one datum). ``step`` is the name of the function that makes a step
    (None: there is none), and ``in_place`` says that it changes the arrays that the layers have.
    ``scale`` says that there are layers without a bias.
    """

    order: list[str]
    loss: Loss
    returns: Literal["loss", "pair"]
    batch: Literal["mean", "sum"] | None
    step: str | None
    rate_first: bool
    in_place: bool
    decay: float
    momentum: float
    train: bool
    scale: bool


def draw(stream: Stream, level: Level) -> Parameters:
    """One datum at ``easy``, a batch and a step at ``standard``, training at ``hard``."""
    is_hard = level == "hard"
    has_momentum = is_hard and stream.chance(1, 2)
    return {
        "order": list(stream.choice(_ORDERS)),
        "loss": stream.choice(_LOSSES[1:] if level == "easy" else _LOSSES),
        "returns": stream.choice(("loss", "pair")),
        "batch": None if level == "easy" else stream.choice(("mean", "sum")),
        "step": None if level == "easy" else stream.choice(_STEPS),
        "rate_first": level != "easy" and stream.chance(1, 2),
        "in_place": level != "easy" and stream.chance(1, 2),
        "decay": stream.choice((0.125, 0.25)) if is_hard and not has_momentum else 0,
        "momentum": stream.choice((0.5, 0.75)) if has_momentum else 0,
        "train": is_hard,
        "scale": is_hard,
    }


def names(p: Parameters) -> tuple[str, ...]:
    """The functions that are asked for."""
    step = () if p["step"] is None else (p["step"],)
    return ("backprop", *step, *(("train",) if p["train"] else ()))


# -- networks and data -----------------------------------------------------------------------------


def eighths(stream: Stream, shape: Sequence[int], most: int) -> Array:
    """Eighths of both signs, none of them 0."""
    count = int(np.prod(shape))
    cells = [stream.integer(1, most) * stream.choice((-1, 1)) for _ in range(count)]
    return np.array(cells).reshape(tuple(shape)) / 8


def network(stream: Stream, sizes: Sequence[int], *, scale: bool = False) -> list[Record]:
    """Affine layers of these sizes with ReLU between them; the last of these may be scaled."""
    layers: list[Record] = []
    for number, (size, out) in enumerate(pairwise(sizes)):
        if number:
            layers.append({"kind": "relu"})
        if number and scale:
            layers.append({"kind": "scale", "w": eighths(stream, (size,), 12)})
            scale = False
        w, b = eighths(stream, (out, size), 9), eighths(stream, (out,), 9)
        layers.append({"kind": "affine", "w": w, "b": b})
    return layers


def datum(stream: Stream, p: Parameters, layers: Sequence[Record], count: int) -> Record:
    """An input and what belongs to it: a class, or a target; a batch has so many of them.

    Each layer has as many outputs as it takes to have the class among them, so that whoever leaves
    the last one out comes to a loss all the same.
    """
    lead = () if p["batch"] is None else (count,)
    size, out = layers[0]["w"].shape[1], layers[-1]["w"].shape[0]
    x = eighths(stream, (*lead, size), 12)
    if p["loss"] != "softmax":
        return {"x": x, "y": eighths(stream, (*lead, out), 16)}
    widths = [size, *(len(each["b"]) for each in layers if "b" in each)]
    classes = [stream.integer(0, min(widths) - 1) for _ in range(count)]  # of any layer's output
    return {"x": x, "y": classes[0] if p["batch"] is None else np.array(classes)}


def is_telling(layers: Sequence[Record], x: Array) -> bool:
    """Whether each ReLU lets something through and stops something, and no output is large."""
    q = x
    for record in layers:
        if record["kind"] == "relu" and not _is_split(q):
            return False
        q = Layer(record).fwd_pass(q)
    return bool(np.all(np.abs(q) < 8) and np.all(np.ptp(q, axis=-1) < 5))


def _is_split(q: Array) -> bool:
    return bool(np.all(q != 0) and np.all(np.any(q > 0, axis=-1)) and np.any(q < 0))


# -- checks ----------------------------------------------------------------------------------------


class Network:
    """A network under test: a probe that calls the functions, and what has been called so far."""

    def __init__(
        self,
        p: Parameters,
        stream: Stream,
        sizes: Sequence[int],
        probe: Probe | None = None,
        index: str = "",
        batches: Sequence[int] = (3,),
    ) -> None:
        self.p, self.index = p, index
        self.probe = Probe() if probe is None else probe
        while True:
            self.layers = network(stream, sizes, scale=p["scale"])
            self.data = [datum(stream, p, self.layers, count) for count in batches]
            if all(is_telling(self.layers, each["x"]) for each in self.data):
                break
        self.history: list[Record] = []
        self.names: list[str] = []
        for number, record in enumerate(self.layers, start=1):
            own = [
                self.probe.put(f"{part}{number}{index}", record[part])
                for part in _PARTS[record["kind"]]
            ]
            made = f"layer{number}{index}"
            self.names.append(self.probe.call(made, _CLASSES[record["kind"]], *own))
        self.list = self.probe.gather(f"layers{index}", *self.names)

    def learn(self, number: int = 0) -> None:
        """A call of ``backprop`` with one of the data."""
        given = self.data[number]
        count = sum(call["do"] == "learn" for call in self.history)
        self.number = f"{count + 1}{self.index}"
        known = {"layers": self.list}
        for name in ("x", "y"):
            known[name] = self.probe.put(f"{name}{number + 1}{self.index}", given[name])
        arguments = [known[name] for name in self.p["order"]]
        self.called = f"backprop({', '.join(arguments)})"
        self.result = self.probe.call(f"result{self.number}", "backprop", *arguments)
        self.history.append({"do": "learn", **given})

    def step(self, rate: float) -> None:
        """A step along the gradients that the layers hold."""
        assert self.p["step"] is not None
        self.probe.put("rate", rate)
        arguments = ("rate", self.list) if self.p["rate_first"] else (self.list, "rate")
        self.called = f"{self.p['step']}({', '.join(arguments)})"
        self.probe.call("stepped", self.p["step"], *arguments)
        self.history.append({"do": "step", "rate": rate})

    def train(self, rate: float) -> None:
        """Training on all data."""
        pairs = []
        for number, each in enumerate(self.data, start=1):
            parts = [self.probe.put(f"{name}{number}{self.index}", each[name]) for name in "xy"]
            pairs.append(self.probe.gather(f"batch{number}{self.index}", *parts, as_tuple=True))
        batches = self.probe.gather(f"batches{self.index}", *pairs)
        self.probe.put("rate", rate)
        first = ("rate", self.list, batches)
        arguments = first if self.p["rate_first"] else (self.list, batches, "rate")
        self.called = f"train({', '.join(arguments)})"
        self.result = self.probe.call(f"losses{self.index}", "train", *arguments)
        self.history.append({"do": "train", "batches": self.data, "rate": rate})

    def _read(self, path: str, what: str, rule: Rule, **more: Any) -> None:
        seen: dict[str, Any] = {
            "layers": self.layers,
            "history": tuple(self.history),
            "loss": self.p["loss"],
            "batch": self.p["batch"] or "single",
            "decay": self.p["decay"],
            "momentum": self.p["momentum"],
        }
        self.probe.read(path, what, rule, **seen, **more)

    def look_at_loss(self) -> None:
        """The loss that was returned."""
        at = ("[0]", ".0") if self.p["returns"] == "pair" else ("", "")
        self._read(self.result + at[1], self.called + at[0], rules.NETWORK_LOSS)

    def look_at_losses(self) -> None:
        """The losses that training returned."""
        self._read(self.result, self.called, rules.NETWORK_LOSSES)

    def look_at_gradients(self) -> None:
        """All gradients by parameters, from the last layer to the first."""
        rule = rules.NETWORK_PARAMETER_GRADIENT
        for place, part in reversed(list(self._parameters())):
            path = f"{self.names[place]}.d{part}"
            self._read(path, f"{self.called}; {path}", rule, place=place, part=part)

    def look_at_input_gradient(self) -> None:
        """The gradient by the input, which was returned."""
        path, what = f"{self.result}.1", f"{self.called}[1]"
        self._read(path, what, rules.NETWORK_INPUT_GRADIENT)

    def look_at_parameters(self) -> None:
        """All parameters."""
        for place, part in self._parameters():
            path = f"{self.names[place]}.{part}"
            what = f"{self.called}; {path}"
            self._read(path, what, rules.NETWORK_PARAMETER, place=place, part=part)

    def look_at_arrays(self) -> None:
        """The arrays of which the layers were made, where these are to be changed."""
        for place, part in self._parameters():
            path = f"{part}{place + 1}{self.index}"
            what = f"{self.called}; {path}"
            self._read(path, what, rules.ARRAY_IN_PLACE, place=place, part=part)

    def look_at_inputs(self, *, arrays: bool) -> None:
        """What was passed in, and the arrays of which the layers were made."""
        given = {f"{name}1{self.index}": self.data[0][name] for name in "xy"}
        for place, part in self._parameters() if arrays else ():
            given[f"{part}{place + 1}{self.index}"] = self.layers[place][part]
        for name, value in given.items():
            if np.ndim(value):
                what, x = f"{self.called}; {name}", np.asarray(value)
                self._read(name, what, rules.ARGUMENT_UNCHANGED, x=x)

    def look_at_list(self) -> None:
        """Which layer is the first in the list that was passed in, by its weights."""
        first, last = (np.asarray(self.layers[place]["w"]) for place in (0, -1))
        what = f"{self.called}; {self.list}[0].w"
        self._read(f"{self.list}.0.w", what, rules.LIST_UNCHANGED, x=first, last=last)

    def _parameters(self) -> Iterator[tuple[int, str]]:
        for place, record in enumerate(self.layers):
            for part in _PARTS[record["kind"]]:
                yield place, part


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """What is returned and what layers hold after one call and several, for all depths."""
    main = Network(p, stream, (3, 4, 2))
    main.learn()
    main.look_at_loss()
    yield Check("loss", main.probe, marks=2)
    main = Network(p, stream, (3, 4, 3))
    main.learn()
    main.look_at_gradients()
    yield Check("gradients", main.probe, marks=4)
    if p["returns"] == "pair":
        yield input_gradient(p, stream)
    yield other_depth("one-layer", p, stream, (4, 3))
    yield other_depth("three-layers", p, stream, (3, 4, 3, 5))
    yield other_depth("equal-sizes", p, stream, (3, 3, 3, 3))
    yield second_call(p, stream)
    yield two_networks(p, stream)
    if p["step"] is not None:
        yield one_step(p, stream)
        yield two_steps(p, stream)
    if p["in_place"]:
        yield in_place(p, stream)
    if p["train"]:
        yield training(p, stream)
    yield untouched(p, stream)


def input_gradient(p: Parameters, stream: Stream) -> Check:
    """The gradient by the input, in a network of other sizes than those of the others."""
    seen = Network(p, stream, (2, 5, 3), batches=(5,))
    seen.learn()
    seen.look_at_input_gradient()
    return Check("input-gradient", seen.probe, marks=2)


def other_depth(name: str, p: Parameters, stream: Stream, sizes: Sequence[int]) -> Check:
    """A network of so many affine layers: loss and gradients."""
    seen = Network(p, stream, sizes, batches=(4,))
    seen.learn()
    seen.look_at_loss()
    seen.look_at_gradients()
    return Check(name, seen.probe)


def second_call(p: Parameters, stream: Stream) -> Check:
    """Two data one after the other, of which the layers hold the gradients of the latter."""
    seen = Network(p, stream, (4, 3, 2), batches=(3, 2))
    for number in range(2):
        seen.learn(number)
    seen.look_at_loss()
    seen.look_at_gradients()
    return Check("second-call", seen.probe)


def two_networks(p: Parameters, stream: Stream) -> Check:
    """Two networks that share nothing: the first one's gradients stay."""
    one = Network(p, stream, (3, 2, 2), index="_a")
    other = Network(p, stream, (2, 3, 3), one.probe, index="_b")
    for each in (one, other):
        each.learn()
    if p["step"] is not None:
        other.step(0.5)
    for each in (one, other):
        each.look_at_gradients()
    return Check("two-networks", one.probe)


def one_step(p: Parameters, stream: Stream) -> Check:
    """All parameters after a step."""
    seen = Network(p, stream, (2, 3, 2))
    seen.learn()
    seen.step(0.25)
    seen.look_at_parameters()
    return Check("step", seen.probe, marks=3)


def two_steps(p: Parameters, stream: Stream) -> Check:
    """All parameters after two steps along gradients of their own, with other rates."""
    seen = Network(p, stream, (3, 2, 4), batches=(3, 2))
    for number, rate in enumerate((0.25, 0.125)):
        seen.learn(number)
        seen.step(rate)
    seen.look_at_parameters()
    return Check("two-steps", seen.probe, marks=2)


def in_place(p: Parameters, stream: Stream) -> Check:
    """The arrays of which the layers were made, after a step that changes them."""
    seen = Network(p, stream, (2, 4, 2))
    seen.learn()
    seen.step(0.5)
    seen.look_at_arrays()
    return Check("in-place", seen.probe)


def training(p: Parameters, stream: Stream) -> Check:
    """The losses of three batches of other sizes, and the parameters in the end."""
    seen = Network(p, stream, (3, 4, 2), batches=(3, 2, 4))
    seen.train(0.125)
    seen.look_at_losses()
    seen.look_at_parameters()
    return Check("training", seen.probe, marks=4)


def untouched(p: Parameters, stream: Stream) -> Check:
    """What was passed in, after a call and perhaps a step that makes new arrays."""
    seen = Network(p, stream, (3, 4, 3))
    seen.learn()
    seen.look_at_list()
    if p["step"] is not None and not p["in_place"]:
        seen.step(0.5)
    seen.look_at_inputs(arrays=not p["in_place"])
    return Check("inputs-unchanged", seen.probe, secondary=True)


def easy(order: Sequence[str], loss: str, returns: str) -> Parameters:
    """The functions of a sheet about one datum."""
    return {
        "order": list(order),
        "loss": loss,  # type: ignore[typeddict-item]
        "returns": returns,  # type: ignore[typeddict-item]
        "batch": None,
        "step": None,
        "rate_first": False,
        "in_place": False,
        "decay": 0,
        "momentum": 0,
        "train": False,
        "scale": False,
    }


FAMILY = Family(
    key="backprop-code",
    draw=draw,
    task=InCode(names=names, checks=checks),
    examples={
        "lecture": Example(
            easy(_ORDERS[0], loss="softmax", returns="loss"),
            source="lecture on the backward pass through convolutions: the algorithm",
        ),
    },
)
