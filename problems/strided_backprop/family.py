"""The way back through a convolution with stride, by hand: embedded kernels, and zeros between."""

from __future__ import annotations

from typing import Any, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Integer, Rational, exact
from problems.quantity import Quantity
from problems.stream import Stream
from problems.strided_backprop import rules
from problems.working import Working


class Parameters(TypedDict):
    """A layer, its kernel, and the gradient ``dq`` with respect to its outputs.

    ``way`` is ``embedded`` (one axis, no padding; the input itself is not needed), ``zeros`` (one
    axis, bias and padding) or ``map``. ``other`` are the kernel size and the stride of another
    layer, of which the most outputs are asked that a cell of a map reaches.
    """

    way: str
    shape: list[int]
    x: list[Any] | None
    w: list[Any]
    dq: list[Any]
    stride: int
    padding: int
    other: list[int] | None


_LAYOUTS = (
    *((3, 2, 3, 7), (3, 2, 3, 8), (4, 3, 2, 7), (4, 3, 2, 8)),
    *((4, 2, 2, 6), (4, 2, 2, 7), (5, 3, 2, 8), (5, 3, 2, 9)),
)
"""Kernel size, stride, outputs and cells of layers that are worked out in the head."""

_OTHERS = (
    *((5, 3), (6, 3), (7, 4), (8, 4), (5, 2), (6, 2), (7, 3), (11, 4)),
    *((7, 2), (8, 2), (10, 3), (12, 3), (13, 4), (9, 2), (15, 3), (18, 4)),
)
"""Kernel sizes and strides, some of which the stride divides."""

_SIGNED = tuple(n for n in range(-4, 5) if n)


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a layer of which the windows overlap, with a kernel that is not its own flip."""
    if level == "easy":
        size, stride, outputs, cells = stream.choice(_LAYOUTS)
        return {
            "way": "embedded",
            "shape": [cells],
            "x": None,
            "w": _kernel(stream, size),
            "dq": stream.shuffled((-3, -2, -1, 1, 2, 3), outputs),
            "stride": stride,
            "padding": 0,
            "other": None,
        }
    if level == "standard":
        size, outputs = stream.choice(((4, 3), (5, 3), (7, 2)))
        # Two cells are left over behind the last window: one of the input, one of the padding.
        cells = (outputs - 1) * 3 + size + 2 - 2
        return {
            "way": "zeros",
            "shape": [cells],
            "x": stream.vector(cells, tuple(range(-4, 6))),
            "w": _kernel(stream, size),
            "dq": _not_in_balance(stream.shuffled(_SIGNED, outputs)),
            "stride": 3,
            "padding": 1,
            "other": None,
        }
    height, width = stream.choice(((5, 6), (6, 5), (6, 6)))
    dq = _not_in_balance(stream.shuffled(_SIGNED, 4))
    return {
        "way": "map",
        "shape": [height, width],
        "x": stream.matrix(height, width, tuple(range(-3, 6))),
        "w": _rows(stream.shuffled((1, -1, 2, *stream.vector(3, (-3, -2, 3)), 0, 0, 0)), 3),
        "dq": _rows(dq, 2),
        "stride": 2,
        "padding": 0,
        "other": list(stream.choice(_OTHERS)),
    }


def _not_in_balance(numbers: list[int]) -> list[int]:
    """Numbers that do not add up to 0, which would leave nothing of many a mistake."""
    return numbers if sum(numbers) else [-numbers[0], *numbers[1:]]


def _kernel(stream: Stream, size: int) -> list[int]:
    """Small entries, of which the first and the last differ by more than a sign."""
    first, last = stream.shuffled((1, 2, 3), 2)
    signs = stream.vector(2, (1, -1))
    return [first * signs[0], *stream.vector(size - 2, (-2, -1, 1, 2)), last * signs[1]]


def _rows(cells: list[int], width: int) -> list[list[int]]:
    return [cells[at : at + width] for at in range(0, len(cells), width)]


def working(p: Parameters) -> Working:
    """How many outputs reach each input, and the gradients."""
    w = Working()
    kernel = w.given("w", exact(p["w"]))
    dq = w.given("dq", exact(p["dq"]), _gradient("q"))
    shape, size, stride = tuple(p["shape"]), len(p["w"]), p["stride"]
    counts = w.derive(
        "counts",
        rules.OUTPUTS_PER_INPUT,
        in_shape=shape,
        out_shape=tuple(dq.value.shape),
        kernel=size,
        stride=stride,
        padding=p["padding"],
    )
    w.ask(counts, Rational(), 2, meaning="counts")
    if p["way"] == "embedded":
        rows = w.derive("E", rules.EMBEDDED, dq=dq, w=kernel, in_shape=shape, stride=stride)
        w.ask(rows, Rational(), 4, meaning="embedded")
        dx = w.derive("dx", rules.ACCUMULATED, _gradient("x"), rows=rows, counts=counts)
        w.ask(dx, Rational(), meaning="dx")  # which follows from the rows alone
        return w
    _through_zeros(w, p, kernel, dq)
    return w


def _through_zeros(w: Working, p: Parameters, kernel: Quantity, dq: Quantity) -> None:
    of_map = p["way"] == "map"
    shape, size, stride, around = tuple(p["shape"]), len(p["w"]), p["stride"], p["padding"]
    x = w.given("x", exact(p["x"]))
    if p["other"]:
        other_size, other_stride = p["other"]
        most = w.derive("most", rules.MOST_OF_MAP, kernel=other_size, stride=other_stride)
        w.ask(most, Integer(), meaning="most-of-map")
    else:
        w.ask(w.derive("most", rules.MOST, kernel=size, stride=stride), Integer(), meaning="most")
    z = w.derive("z", rules.SPREAD, dq=dq, stride=stride)
    w.ask(z, Rational(), size_told=False, meaning="spread")
    seen: dict[str, Any] = {"kernel_size": size, "padding_size": around, "in_shape": shape}
    wide = w.derive("z_wide", rules.WIDE, "z'", z=z, **seen)
    w.tell(wide, "wide", of="")
    dx = w.derive(
        "dx",
        rules.INPUT_GRADIENT_OF_MAP if of_map else rules.INPUT_GRADIENT,
        _gradient("x"),
        x=wide,
        w=kernel,
        dq=dq,
        image=x,
        step=stride,  # not the stride of the kernel that slides on the way back
        **seen,
    )
    w.ask(dx, Rational(), 3, per_cell=True, meaning="dx")
    padded: Quantity = x
    if around:
        padded = w.derive("x_padded", rules.PADDED, "x'", x=x, before=around, after=around)
        w.tell(padded, "padded", of="")
    dw = w.derive(
        "dw",
        rules.KERNEL_GRADIENT_OF_MAP if of_map else rules.KERNEL_GRADIENT,
        _gradient("w"),
        x=padded,
        dq=dq,
        w=kernel,
        kernel_size=size,
        stride=stride,
    )
    w.ask(dw, Rational(), 3, per_cell=True, meaning="dw")
    if not of_map:
        db = w.derive("db", rules.BIAS_GRADIENT, _gradient("b"), dq=dq, ndim=1)
        w.ask(db, Rational(), meaning="db")


def _gradient(of: str) -> str:
    return rf"\frac{{\partial L}}{{\partial {of}}}"


FAMILY = Family(
    key="strided-backprop",
    draw=draw,
    task=ByHand(working, tensors=frozenset(("x", "w", "dq"))),
    core={
        "easy": ("stride-forgotten", "embedded-kernel-flipped", "sum-overwritten"),
        "standard": (
            "kernel-not-flipped-in-gradient",
            "windows-shifted-in-gradient",
            "stride-forgotten",
        ),
        "hard": (
            "kernel-not-flipped-in-gradient",
            "reaches-of-axes-added",
            "reach-along-one-axis",
        ),
    },
    examples={
        "ones": Example(
            {
                "way": "zeros",
                "shape": [8],
                "x": [1, 2, 3, 4, 5, 6, 7, 8],
                "w": [2, -1, 3],
                "dq": [1, 1, 1, 1],
                "stride": 2,
                "padding": 1,
                "other": None,
            },
            source="lecture on the backward pass through convolutions, stride: the gradient of an "
            "output that is left out is zero; worked out on paper",
            answers={
                "counts": [1, 2, 1, 2, 1, 2, 1, 1],
                "most": 2,
                "z": [1, 0, 1, 0, 1, 0, 1],
                "dx": [-1, 5, -1, 5, -1, 5, -1, 3],
                "dw": [12, 16, 20],
                "db": 4,
            },
        ),
        "embedded": Example(
            {
                "way": "embedded",
                "shape": [5],
                "x": None,
                "w": [1, 2, -1],
                "dq": [3, -2],
                "stride": 2,
                "padding": 0,
                "other": None,
            },
            source="lecture on the backward pass through convolutions, stride: the sum of "
            "embedded kernels; worked out on paper",
            answers={
                "counts": [1, 1, 2, 1, 1],
                "E": [[3, 6, -3, 0, 0], [0, 0, -2, -4, 2]],
                "dx": [3, 6, -5, -4, 2],
            },
        ),
    },
)
