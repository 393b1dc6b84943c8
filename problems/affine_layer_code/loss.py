"""The checks of a loss class: its value, its gradient, what it has to remember and to forget.

``fwd_pass(s, y)`` returns the loss of logits s (N, C) for classes y (N,), and ``bwd_pass()`` its
gradient with respect to the logits of the latest forward pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.affine_layer_code import rules
from problems.layer_class.inputs import odd_numbers
from problems.probe import Check, Probe
from problems.rules.purity import UNCHANGED
from problems.stream import Stream

Array = NDArray[Any]

LARGE = 1000.0
"""As large as logits are where exponentials overflow."""


class Loss:
    """A loss in a probe, which others may share, and what has been done with it."""

    def __init__(self, name: str, mean: bool, probe: Probe | None = None, index: str = "") -> None:
        self.probe = Probe() if probe is None else probe
        self.mean = mean
        self.index = index
        self.passed: list[tuple[Array, Array]] = []
        self.other: dict[str, Array] = {}
        self.back = 0
        self._earlier = 0
        self.name = self.probe.call(f"loss{index}", name)

    def forward(self, s: Array, y: Array, read: bool = True) -> None:
        """A forward pass, and a look at what it returns."""
        self.passed.append((s, y))
        self._earlier = 0
        number = f"{self.index}{len(self.passed)}"
        self.probe.put(f"s{number}", s)
        self.probe.put(f"y{number}", y)
        method = f"{self.name}.fwd_pass"
        self.probe.call(f"value{number}", method, f"s{number}", f"y{number}")
        if read:
            call = f"{method}(s{number}, y{number})"
            self.probe.read(f"value{number}", call, rules.LOSS, s=s, y=y, mean=self.mean)

    def backward(self, read: bool = True) -> None:
        """A backward pass, and a look at what it returns."""
        s, y = self.passed[-1]
        first_s, first_y = self.passed[0]
        self.back += 1
        result = self.probe.call(f"ds{self.index}{self.back}", f"{self.name}.bwd_pass")
        if read:
            seen: dict[str, Any] = {
                **{"s": s, "y": y, "mean": self.mean, "earlier_passes": self._earlier},
                **{"first_s": first_s, "first_y": first_y},
                **self.other,
            }
            self.probe.read(result, f"{self.name}.bwd_pass()", rules.LOSS_GRADIENT, **seen)
        self._earlier += 1


def loss_checks(name: str, mean: bool, stream: Stream) -> Iterator[Check]:
    """The value, the gradient, both of large logits, then what a loss remembers and forgets."""
    yield _check("forward", forward(Loss(name, mean), stream), marks=3)
    yield _check("batch-of-one", batch_of_one(Loss(name, mean), stream))
    yield _check("gradient", gradient(Loss(name, mean), stream), marks=3)
    yield _check("large-logits", large_logits(Loss(name, mean), stream), marks=2)
    yield _check("integers", integers(Loss(name, mean), stream))
    yield _check("latest", latest(name, mean, stream))
    yield _check("two-backward-passes", two_backward_passes(Loss(name, mean), stream))
    yield _check("two-losses", two_losses(name, mean, stream))
    yield _check("inputs-unchanged", untouched(Loss(name, mean), stream), secondary=True)


def _check(name: str, loss: Loss, marks: int = 1, *, secondary: bool = False) -> Check:
    return Check(f"loss-{name}", loss.probe, marks, secondary)


def batch(stream: Stream, number: int, classes: int) -> tuple[Array, Array]:
    """Logits of a batch, no two of one size, and classes that are not all the same."""
    places = stream.shuffled(range(classes), classes)
    y = np.array([places[i % classes] for i in range(number)])
    return odd_numbers(stream, (number, classes)) / 25, y


def improbable(s: Array, y: Array) -> Array:
    """The logits with one of the first row so large that its own class has next to no chance."""
    found = np.array(s)
    found[0, (y[0] + 1) % s.shape[1]] += LARGE
    return found


def forward(loss: Loss, stream: Stream) -> Loss:
    """The loss of a batch; unseen, also of other sizes, and again of the first batch."""
    loss.forward(*batch(stream, 3, 5))
    branch = stream.branch("unseen loss")

    def unseen() -> None:
        loss.forward(*loss.passed[0])
        for number, classes in ((12, 4), (5, 7)):
            loss.forward(*batch(branch, number, classes))
        loss.forward(*loss.passed[0])

    loss.probe.go_on_unseen(unseen)
    return loss


def batch_of_one(loss: Loss, stream: Stream) -> Loss:
    """The loss of one image."""
    loss.forward(*batch(stream, 1, 4))
    return loss


def gradient(loss: Loss, stream: Stream) -> Loss:
    """The gradient after one forward pass."""
    loss.forward(*batch(stream, 4, 3), read=False)
    loss.backward()
    return loss


def large_logits(loss: Loss, stream: Stream) -> Loss:
    """Both passes where exponentials overflow, then the loss where a probability rounds to 0."""
    s, y = batch(stream, 2, 4)
    loss.forward(s + LARGE, y)
    loss.backward()
    s, y = batch(stream, 2, 3)
    loss.forward(improbable(s, y), y)
    return loss


def integers(loss: Loss, stream: Stream) -> Loss:
    """Both passes of whole numbers, whose type may cut decimals off."""
    _, y = batch(stream, 3, 4)
    cells = stream.shuffled(range(-6, 7), 12)
    loss.forward(np.array(cells).reshape(3, 4) // 2, y)
    loss.backward()
    return loss


def latest(name: str, mean: bool, stream: Stream) -> Loss:
    """The gradient after two forward passes, of which the later counts; unseen, of other sizes."""
    loss = Loss(name, mean)
    for _ in range(2):
        loss.forward(*batch(stream, 3, 4), read=False)
    loss.backward()
    branch = stream.branch("unseen batches")

    def unseen() -> None:
        other = Loss(name, mean, loss.probe, "_b")
        for number in (4, 2):
            other.forward(*batch(branch, number, 3), read=False)
        other.backward()

    loss.probe.go_on_unseen(unseen)
    return loss


def two_backward_passes(loss: Loss, stream: Stream) -> Loss:
    """The same gradient twice."""
    loss.forward(*batch(stream, 2, 3), read=False)
    loss.backward()
    loss.backward()
    return loss


def two_losses(name: str, mean: bool, stream: Stream) -> Loss:
    """Two losses that share nothing: the first goes back after the second went forward."""
    one = Loss(name, mean, index="_a")
    other = Loss(name, mean, one.probe, "_b")
    for each in (one, other):
        each.forward(*batch(stream, 2, 5), read=False)
    one.other = dict(zip(("other_s", "other_y"), other.passed[0], strict=True))
    one.backward()
    return one


def untouched(loss: Loss, stream: Stream) -> Loss:
    """What was passed in, after both passes."""
    s, y = batch(stream, 3, 3)
    loss.forward(s, y, read=False)
    loss.backward(read=False)
    passes = f"{loss.name}.fwd_pass(s1, y1); {loss.name}.bwd_pass()"
    for name, value in (("s1", s), ("y1", y)):
        loss.probe.read(name, f"{passes}; {name}", UNCHANGED, x=value)
    return loss
