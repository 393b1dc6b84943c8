"""The way back through a convolution of a vector by hand: kernels of size 1 and k, padding."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from problems.conv1d_backprop import rules
from problems.family import ByHand, Example, Family, Level
from problems.forms import Rational, exact
from problems.quantity import Quantity
from problems.stream import Stream
from problems.working import Working


class Layer(TypedDict):
    """One layer: its input, its kernel, and the gradient ``dq`` with respect to its outputs.

    Its ``kind`` is ``weight`` (a kernel of size 1), ``plain``, ``padded`` (as many zeros on each
    side), ``uneven`` (zeros on two sides that differ) or ``flips`` (a padded convolution); all but
    the first two have so many zeros ``before`` and ``after`` the input. ``bias`` says whether its
    gradient is asked.
    """

    number: int
    kind: str
    x: list[int]
    w: list[int]
    dq: list[int]
    bias: bool
    before: NotRequired[int]
    after: NotRequired[int]


class Parameters(TypedDict):
    """Layers that have nothing to do with each other."""

    layers: list[Layer]


_SIGNED = tuple(n for n in range(-4, 5) if n)


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose layers, with kernels that differ from themselves flipped."""
    if level == "easy":
        weight = [stream.choice((-3, -2, 2, 3))]
        kernel = stream.shuffled(stream.choice(((1, -1), (2, -1), (1, 2), (1, -2))))
        return {
            "layers": [
                _layer(stream, 1, "weight", weight, 4, 4, bias=False),
                _layer(stream, 2, "plain", kernel, 4, 3, bias=False),
            ]
        }
    if level == "standard":
        return {
            "layers": [
                _layer(stream, 1, "plain", _kernel(stream, 3), 6, 4, bias=True),
                _layer(stream, 2, "padded", _kernel(stream, 3), 5, 5, bias=False, around=(1, 1)),
            ]
        }
    uneven = stream.choice(((1, 2), (2, 1)))
    return {
        "layers": [
            _layer(stream, 1, "uneven", _kernel(stream, 4), 6, 6, bias=True, around=uneven),
            _layer(stream, 2, "flips", _kernel(stream, 3), 6, 6, bias=False, around=(1, 1)),
        ]
    }


def _layer(
    stream: Stream,
    number: int,
    kind: str,
    kernel: list[int],
    cells: int,
    outputs: int,
    *,
    bias: bool,
    around: tuple[int, int] | None = None,
) -> Layer:
    dq = stream.shuffled(_SIGNED, outputs)
    if not sum(dq):  # which would leave nothing for a bias, or for one weight
        dq[0] = -dq[0]
    layer: Layer = {
        "number": number,
        "kind": kind,
        "x": stream.shuffled(range(-5, 7), cells),
        "w": kernel,
        "dq": dq,
        "bias": bias,
    }
    if around:
        layer["before"], layer["after"] = around
    return layer


def _kernel(stream: Stream, size: int) -> list[int]:
    """Small entries, of which the first and the last differ by more than a sign."""
    first, last = stream.shuffled((1, 2, 3), 2)
    signs = stream.vector(2, (1, -1))
    return [first * signs[0], *stream.vector(size - 2, (-2, -1, 1, 2)), last * signs[1]]


def working(p: Parameters) -> Working:
    """The gradients of each layer."""
    w = Working()
    for layer in p["layers"]:
        if layer["kind"] == "weight":
            _of_weight(w, layer)
        else:
            _of_kernel(w, layer)
    return w


def _of_weight(w: Working, layer: Layer) -> None:
    n = layer["number"]
    x, dq = _given(w, layer)
    weight = w.given(f"w{n}", layer["w"][0], f"w_{n}")
    seen: dict[str, Any] = {"x": x, "w": weight, "dq": dq}
    dx = w.derive(f"dx{n}", rules.WEIGHT_INPUT_GRADIENT, _gradient("x", n), **seen)
    dw = w.derive(f"dw{n}", rules.WEIGHT_GRADIENT, _gradient("w", n), **seen)
    w.ask(dx, Rational(), 2, meaning="dx", of=str(n))
    w.ask(dw, Rational(), 2, meaning="dw", of=str(n))


def _of_kernel(w: Working, layer: Layer) -> None:
    n, size, flips = layer["number"], len(layer["w"]), layer["kind"] == "flips"
    x, dq = _given(w, layer)
    kernel = w.given(f"w{n}", exact(layer["w"]), f"w_{n}")
    around: dict[str, Any] = {"before": layer.get("before", 0), "after": layer.get("after", 0)}
    wide = w.derive(f"z{n}", rules.WIDE_GRADIENT, f"z_{n}", dq=dq, kernel_size=size, **around)
    w.tell(wide, "wide", of=str(n))
    by_input = rules.INPUT_GRADIENT_OF_CONVOLUTION if flips else rules.INPUT_GRADIENT
    dx = w.derive(
        f"dx{n}",
        by_input,
        _gradient("x", n),
        x=wide,
        w=kernel,
        dq=dq,
        image=x,
        kernel_size=size,
        **around,
    )
    w.ask(dx, Rational(), 2, per_cell=True, meaning="dx", of=str(n))
    padded: Quantity = x
    if any(around.values()):
        padded = w.derive(f"p{n}", rules.PADDED, f"p_{n}", x=x, **around)
        w.tell(padded, "padded", of=str(n))
    by_kernel = rules.KERNEL_GRADIENT_OF_CONVOLUTION if flips else rules.KERNEL_GRADIENT
    dw = w.derive(
        f"dw{n}", by_kernel, _gradient("w", n), x=padded, dq=dq, w=kernel, kernel_size=size
    )
    w.ask(dw, Rational(), 2, per_cell=True, meaning="dw", of=str(n))
    if layer["bias"]:
        db = w.derive(f"db{n}", rules.BIAS_GRADIENT, _gradient("b", n), dq=dq, ndim=1)
        w.ask(db, Rational(), meaning="db", of=str(n))


def _given(w: Working, layer: Layer) -> tuple[Quantity, Quantity]:
    n = layer["number"]
    x = w.given(f"x{n}", exact(layer["x"]), f"x_{n}")
    return x, w.given(f"dq{n}", exact(layer["dq"]), _gradient("q", n))


def _gradient(of: str, number: int) -> str:
    return rf"\frac{{\partial L}}{{\partial {of}_{number}}}"


FAMILY = Family(
    key="conv1d-backprop",
    draw=draw,
    task=ByHand(working),
    core={
        "easy": ("kernel-not-flipped-in-gradient", "kernel-gradient-flipped", "gradient-averaged"),
        "standard": (
            "kernel-not-flipped-in-gradient",
            "kernel-gradient-flipped",
            "gradient-overwritten",
        ),
        "hard": (
            "padding-sides-exchanged",
            "kernel-flipped-in-gradient",
            "kernel-gradient-not-flipped",
        ),
    },
    examples={
        "ones": Example(
            {
                "layers": [
                    {
                        "number": 1,
                        "kind": "padded",
                        "x": [1, 2, 3, 4, 5, 6, 7],
                        "w": [2, -1, 3],
                        "dq": [1, 1, 1, 1, 1, 1, 1],
                        "bias": False,
                        "before": 1,
                        "after": 1,
                    }
                ]
            },
            source="lecture on the backward pass through convolutions: 7 cells, a kernel of 3 with "
            "padding and a loss that is the sum of the outputs; worked out on paper",
            answers={"dx1": [1, 4, 4, 4, 4, 4, 2], "dw1": [21, 28, 27]},
        ),
        "weight": Example(
            {
                "layers": [
                    {
                        "number": 1,
                        "kind": "weight",
                        "x": [1, 2, 3],
                        "w": [2],
                        "dq": [4, 5, 6],
                        "bias": False,
                    }
                ]
            },
            source="lecture on the backward pass through convolutions, a kernel of size 1: "
            "dp = w dq and dw = dq p; worked out on paper",
            answers={"dx1": [8, 10, 12], "dw1": 32},
        ),
    },
)
