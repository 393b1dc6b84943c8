"""The way back through a convolution of several channels, by hand: input, kernels and bias."""

from __future__ import annotations

from typing import Any, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Rational, exact
from problems.multichannel_backprop import rules
from problems.quantity import Quantity
from problems.stream import Stream
from problems.working import Working


class Parameters(TypedDict):
    """A layer: its input, its kernels, and the gradient ``dq`` with respect to its outputs.

    ``kind`` is ``pointwise`` (kernels of size 1, as a matrix), ``plain`` or ``padded`` (square
    kernels, without and with a row of zeros around). Of the padded one, the gradient with respect
    to one ``slice`` of the kernels is asked: of an output and an input channel, counted from 1.
    """

    kind: str
    x: list[Any]
    w: list[Any]
    dq: list[Any]
    slice: list[int] | None


_SIGNED = tuple(n for n in range(-4, 5) if n)
_CELLS = tuple(range(-3, 6))
_AROUND = 1


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a layer. At the upper levels few gradients arrive, as behind ReLU and pooling."""
    if level == "easy":
        return {
            "kind": "pointwise",
            "x": [stream.matrix(2, 2, tuple(range(-2, 4))) for _ in range(2)],
            "w": _rows(stream.shuffled((*stream.choice(((1, -1), (2, -1), (1, -2))), 0, 3)), 2),
            "dq": [_rows(_arriving(stream, 4, 3), 2) for _ in range(2)],
            "slice": None,
        }
    if level == "standard":
        return {
            "kind": "plain",
            "x": [stream.matrix(3, 3, _CELLS) for _ in range(2)],
            "w": [[_kernel(stream, 2, 3) for _ in range(2)] for _ in range(2)],
            "dq": [_rows(_arriving(stream, 4, 2), 2) for _ in range(2)],
            "slice": None,
        }
    return {
        "kind": "padded",
        "x": [stream.matrix(3, 3, _CELLS) for _ in range(2)],
        "w": [[_kernel(stream, 3, 5) for _ in range(2)] for _ in range(3)],
        "dq": [_rows(_arriving(stream, 9, 2), 3) for _ in range(3)],
        "slice": stream.choice(([1, 2], [2, 1])),
    }


def _arriving(stream: Stream, cells: int, count: int) -> list[int]:
    """So many gradients that are not 0, and that do not add up to 0."""
    values = stream.shuffled(_SIGNED, count)
    if not sum(values):
        values[0] = -values[0]
    return stream.shuffled([*values, *[0] * (cells - count)])


def _kernel(stream: Stream, side: int, count: int) -> list[list[int]]:
    """So many small entries that are not 0, of both signs."""
    values = [1, -1, *stream.vector(count - 2, (-2, 2, 3))]
    return _rows(stream.shuffled([*values, *[0] * (side**2 - count)]), side)


def _rows(cells: list[int], width: int) -> list[list[int]]:
    return [cells[at : at + width] for at in range(0, len(cells), width)]


def working(p: Parameters) -> Working:
    """The gradients with respect to the bias, the kernels and the input."""
    w = Working()
    x, kernels = w.given("x", exact(p["x"])), w.given("w", exact(p["w"]))
    dq = w.given("dq", exact(p["dq"]), _gradient("q"))
    w.ask(w.derive("db", rules.BIAS_GRADIENT, _gradient("b"), dq=dq), Rational(), meaning="db")
    if p["kind"] == "pointwise":
        dw = w.derive("dw", rules.POINTWISE_KERNEL_GRADIENT, _gradient("w"), x=x, dq=dq)
        dx = w.derive("dx", rules.POINTWISE_INPUT_GRADIENT, _gradient("x"), dq=dq, w=kernels)
        w.ask(dw, Rational(), 2, per_cell=True, meaning="dw")
        w.ask(dx, Rational(), 3, per_cell=True, meaning="dx")
        return w
    size = len(p["w"][0][0])
    around = _AROUND if p["kind"] == "padded" else 0
    if p["slice"] is None:
        dw = w.derive("dw", rules.KERNEL_GRADIENT, _gradient("w"), x=x, dq=dq, kernel_size=size)
        w.ask(dw, Rational(), 3, per_cell=True, meaning="dw")
    else:
        output, channel = p["slice"]
        dw = w.derive(
            "dw",
            rules.KERNEL_SLICE_GRADIENT,
            _gradient(f"w^{{({output}, {channel})}}"),
            x=x,
            dq=dq,
            output=output - 1,
            channel=channel - 1,
            kernel_size=size,
            around=around,
        )
        w.ask(dw, Rational(), 3, per_cell=True, meaning="slice", of=f"{output}, {channel}")
    dx = _by_input(w, kernels, dq, tuple(x.value.shape[1:]), around)
    w.ask(dx, Rational(), 4, per_cell=True, meaning="dx")
    return w


def _by_input(
    w: Working, kernels: Quantity, dq: Quantity, in_size: tuple[int, ...], around: int
) -> Any:
    """The gradient with respect to the input, as the sum of what each output channel gives."""
    parts = []
    for output in range(len(w.evaluate(dq))):
        part = w.derive(
            f"part{output + 1}",
            rules.PART_OF_OUTPUT,
            rf"{_gradient('x')}^{{({output + 1})}}",
            dq=dq,
            w=kernels,
            output=output,
            in_size=in_size,
            around=around,
        )
        w.tell(part, "part", of=str(output + 1))
        parts.append(part)
    return w.derive("dx", rules.SUM_OF_PARTS, _gradient("x"), parts=tuple(parts))


def _gradient(of: str) -> str:
    return rf"\frac{{\partial L}}{{\partial {of}}}"


FAMILY = Family(
    key="multichannel-backprop",
    draw=draw,
    task=ByHand(working, tensors=frozenset(("x", "w", "dq"))),
    core={
        "easy": (
            "weights-not-transposed",
            "kernel-channels-exchanged",
            "bias-gradient-of-all-channels",
        ),
        "standard": (
            "kernel-not-flipped-in-gradient",
            "only-one-output-channel",
            "input-channels-added",
        ),
        "hard": (
            "kernel-not-flipped-in-gradient",
            "only-one-output-channel",
            "kernel-channels-exchanged",
        ),
    },
    examples={
        "pointwise": Example(
            {
                "kind": "pointwise",
                "x": [[[1, 2]], [[3, 4]]],
                "w": [[1, -1], [2, 0]],
                "dq": [[[1, 0]], [[-1, 2]]],
                "slice": None,
            },
            source="lecture on the backward pass through convolutions, tensors of third order; "
            "worked out on paper",
            answers={
                "db": [1, 1],
                "dw": [[1, 3], [3, 5]],
                "dx": [[[-1, 4]], [[-1, 0]]],
            },
        ),
        "plain": Example(
            {
                "kind": "plain",
                "x": [[[1, 2, 0], [3, 4, -1]], [[0, 1, 2], [-1, 5, 1]]],
                "w": [[[[1, 0], [2, -1]], [[0, 3], [1, 1]]]],
                "dq": [[[2, -3]]],
                "slice": None,
            },
            source="lecture on the backward pass through convolutions, tensors of third order: "
            "two windows; worked out on paper",
            answers={
                "db": [-1],
                "dw": [[[[-4, 4], [-6, 11]], [[-3, -4], [-17, 7]]]],
                "dx": [[[2, -3, 0], [4, -8, 3]], [[0, 6, -9], [2, -1, -3]]],
            },
        ),
    },
)
