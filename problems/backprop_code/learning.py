"""How a program learns with a list of layers: what is asked, and each part of it done wrongly.

A layer is a record of its ``kind`` (``"affine"``, ``"relu"``, ``"scale"``) and its parameters:
``w`` (out, in) and ``b`` (out) of an affine one, ``w`` (features) of one that scales. An input is
(features), or (N, features) where ``batch`` says how losses are put together. A history is a list
of records of what is called, one after the other: ``"learn"`` with ``x`` and ``y``, ``"step"`` with
a ``rate``, ``"train"`` with ``batches`` and a ``rate``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, WouldFailError

Array = NDArray[Any]
Record = Mapping[str, Any]

_NO_PRODUCT = ("mismatch", "broadcast", "not aligned")
_NO_INPUT = ("has no attribute", "NoneType")


@dataclass(frozen=True)
class Task:
    """What a sheet asks for. ``batch`` is ``"single"`` for one datum, or ``"mean"``, ``"sum"``."""

    loss: str
    batch: str
    decay: float
    momentum: float


def product(a: Array, b: Array) -> Array:
    """A matrix product. Raises WouldFailError with the lengths that differ."""
    if a.shape[-1] != b.shape[0]:
        raise WouldFailError(a.shape[-1], b.shape[0], words=_NO_PRODUCT)
    return np.asarray(a @ b)


def together(a: Array, b: Array, operation: Callable[[Array, Array], Array]) -> Array:
    """An operation cell by cell. Raises WouldFailError where the shapes do not fit."""
    try:
        return np.asarray(operation(a, b))
    except ValueError:
        raise WouldFailError(*a.shape, *b.shape, words=_NO_PRODUCT) from None


class Layer:
    """A layer as the frame has it, with its gradients and velocities by the parameters' names."""

    def __init__(self, record: Record) -> None:
        self.kind = record["kind"]
        names = {"affine": ("w", "b"), "scale": ("w",)}.get(self.kind, ())
        self.given = {name: np.array(record[name], dtype=float) for name in names}
        self.values = dict(self.given)
        self.gradients = {name: np.zeros(value.shape) for name, value in self.given.items()}
        self.velocities = {name: np.zeros(value.shape) for name, value in self.given.items()}
        self.p: Array | None = None

    def fwd_pass(self, p: Array) -> Array:
        """The output, (features) or (N, features)."""
        self.p = p
        match self.kind:
            case "affine":
                return together(product(p, self.values["w"].T), self.values["b"], np.add)
            case "scale":
                return together(p, self.values["w"], np.multiply)
        return np.maximum(p, 0.0)

    def bwd_pass(self, dq: Array) -> Array:
        """The gradient by the input. Raises WouldFailError if there was no input yet."""
        if self.p is None:
            raise WouldFailError(words=_NO_INPUT)
        match self.kind:
            case "affine":
                is_single = dq.ndim == 1
                dw = np.outer(dq, self.p) if is_single else product(dq.T, self.p)
                self.gradients = {"w": dw, "b": dq if is_single else dq.sum(axis=0)}
                return product(dq, self.values["w"])
            case "scale":
                dw = together(dq, self.p, np.multiply)
                self.gradients = {"w": dw if dw.ndim == 1 else dw.sum(axis=0)}
                return together(dq, self.values["w"], np.multiply)
        return together(dq, self.p > 0, np.multiply)


Layers = list[Layer]

# -- the loss --------------------------------------------------------------------------------------


def softmax(q: Array) -> Array:
    """The probabilities, along the last axis."""
    powers = np.exp(q - q.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def one_hot(q: Array, y: Any) -> Array:
    """1 at the true class. Raises WouldFailError for a class that there is not."""
    classes = np.asarray(y).astype(int)
    if classes.max() >= q.shape[-1] or classes.shape != q.shape[:-1]:
        raise WouldFailError(int(classes.max()), words=("out of bounds",))
    return np.asarray(np.eye(q.shape[-1])[classes])


def difference(q: Array, y: Any) -> Array:
    """The output minus the target."""
    return together(q, np.asarray(y, dtype=float), np.subtract)


def likelihood_gradient(p: Array, y: Any) -> Array:
    """The gradient of the negative log-likelihood by the logits."""
    return p - one_hot(p, y)


def put_together(losses: Array, task: Task) -> float:
    """The losses of all data as one number."""
    return float(losses.mean() if task.batch == "mean" else losses.sum())


def shared_out(dq: Array, task: Task) -> Array:
    """The gradients of the losses of all data as those of the one number."""
    return dq / len(dq) if task.batch == "mean" else dq


def loss_value(q: Array, y: Any, task: Task) -> float:
    """What the sheet asks for."""
    if task.loss == "softmax":
        return put_together(-np.log((softmax(q) * one_hot(q, y)).sum(axis=-1)), task)
    half = 0.5 if task.loss == "half-squared" else 1.0
    return put_together(half * np.square(difference(q, y)).sum(axis=-1), task)


def loss_gradient(q: Array, y: Any, task: Task) -> Array:
    """Its gradient by the output of the last layer."""
    if task.loss == "softmax":
        return shared_out(likelihood_gradient(softmax(q), y), task)
    factor = 1.0 if task.loss == "half-squared" else 2.0
    return shared_out(factor * difference(q, y), task)


# -- through the layers ----------------------------------------------------------------------------


def every(layers: Layers) -> Layers:
    """All of them."""
    return layers


def back(layers: Layers, dq: Array) -> Array:
    """From the last layer to the first, each with what the one after it returned."""
    for layer in reversed(layers):
        dq = layer.bwd_pass(dq)
    return dq


# -- a step ----------------------------------------------------------------------------------------


def direction(layer: Layer, name: str, task: Task) -> Array:
    """The gradient of a parameter, and for weights what the decay adds to it."""
    gradient = layer.gradients[name]
    return gradient + task.decay * layer.values[name] if name == "w" else gradient


def velocity(layer: Layer, name: str, along: Array, rate: float, task: Task) -> Array:
    """By what a parameter is changed, against it and times the rate; the layer keeps it."""
    before = task.momentum * layer.velocities[name]
    layer.velocities[name] = together(before, along, np.add)
    return rate * layer.velocities[name]


def both(layer: Layer) -> Sequence[str]:
    """All parameters of a layer."""
    return tuple(layer.values)


# -- all of it -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Habits:
    """How each part is done: as it is asked for, where nothing else is said.

    ``order`` is that of training: the loss of a batch (``"learn"``) and a ``"step"``; ``at_last``
    says that a step comes after all batches. What ``reported`` makes of the list of losses is
    returned.
    """

    forward: Callable[[Layers], Layers] = every
    value: Callable[[Array, Any, Task], float] = loss_value
    start: Callable[[Array, Any, Task], Array] = loss_gradient
    back: Callable[[Layers, Array], Array] = back
    stepped: Callable[[Layers], Layers] = every
    names: Callable[[Layer], Sequence[str]] = both
    direction: Callable[[Layer, str, Task], Array] = direction
    velocity: Callable[[Layer, str, Array, float, Task], Array] = velocity
    sign: float = -1.0
    order: Sequence[str] = ("learn", "step")
    at_last: bool = False
    takes: Callable[[Sequence[Any]], Sequence[Any]] = tuple
    reported: Callable[[list[float]], Any] = list


RIGHT = Habits()


@dataclass
class Program:
    """A program at work on a network, of which it gets the list ``handed_over``."""

    layers: Layers
    task: Task
    habits: Habits = RIGHT
    loss: float | None = None
    losses: Any = None
    dx: Array = field(default_factory=lambda: np.zeros(0))

    def __post_init__(self) -> None:
        self.handed_over = list(self.layers)

    def carry_out(self, history: Sequence[Record]) -> None:
        """What is called, one after the other."""
        with np.errstate(all="ignore"):  # of what is wrong the logarithm may be taken
            for call in history:
                match call["do"]:
                    case "learn":
                        self.learn(call["x"], call["y"])
                    case "step":
                        self.step(float(call["rate"]))
                    case "train":
                        self.train(call["batches"], float(call["rate"]))

    def learn(self, x: Any, y: Any) -> None:
        """The forward pass, the loss and the backward pass."""
        q = self._forward(x)
        self.loss = self.habits.value(q, y, self.task)
        dq = self.habits.start(q, y, self.task)
        self.dx = self.habits.back(self.handed_over, dq)

    def _forward(self, x: Any) -> Array:
        q = np.asarray(x, dtype=float)
        for layer in self.habits.forward(self.handed_over):
            q = layer.fwd_pass(q)
        return q

    def step(self, rate: float) -> None:
        """A step of all that is stepped."""
        does = self.habits
        for layer in does.stepped(self.handed_over):
            for name in does.names(layer):
                along = does.direction(layer, name, self.task)
                change = does.velocity(layer, name, along, rate, self.task)
                layer.values[name] = together(layer.values[name], does.sign * change, np.add)

    def train(self, batches: Sequence[Record], rate: float) -> None:
        """A step for each batch, and the list of their losses."""
        losses: list[float] = []
        for batch in self.habits.takes(batches):
            for part in self.habits.order:
                match part:
                    case "learn":
                        self.learn(batch["x"], batch["y"])
                        losses.append(self.number())
                    case "step":
                        self.step(rate)
                    case "look":
                        q = self._forward(batch["x"])
                        losses[-1] = self.habits.value(q, batch["y"], self.task)
        if self.habits.at_last:
            self.step(rate)
        self.losses = self.habits.reported(losses)

    def number(self) -> float:
        """The latest loss. Raises NotApplicableError if there was none."""
        if self.loss is None:
            raise NotApplicableError("a loss is needed")
        return self.loss
