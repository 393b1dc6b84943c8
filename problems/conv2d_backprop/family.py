"""Backpropagation by hand: 3x3 convolution, ReLU, global max-pooling, fully connected, softmax."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple, TypedDict

from problems.family import LEVELS, ByHand, Example, Family, Level
from problems.forms import Decimal, Rational, exact
from problems.quantity import Quantity, Step
from problems.rules import activation, affine, convolution, pooling, softmax, tensors
from problems.stream import Stream
from problems.working import Working

Matrix = list[list[int]]

ROWS: dict[Level, Matrix] = {
    "easy": [[1, 0], [0, 1], [2, -1], [-1, 2]],
    "standard": [[1, 0], [0, 1], [1, 1], [2, 0], [0, 2], [2, -1], [-1, 2]],
    "hard": [[a, b] for a in (-1, 0, 1, 2) for b in (-1, 0, 1, 2) if a or b],
}
"""The weights of the classes are different ones of these."""

_BEFORE_STEP = convolution.CORRELATE_2D, pooling.GLOBAL_MAX
_AFTER_STEP = (
    convolution.CORRELATE_2D.but(also=(convolution.INPUT_STEPPED,)),
    pooling.GLOBAL_MAX.but(without=("largest-overlooked",), also=(pooling.AT_OLD_PLACE,)),
)
_STACK_AFTER_STEP = tensors.STACK.but(also=tensors.OF_STEPPED_FEATURES)

_TOLERANCE = 0.005
_LEAST_GRADIENT = 0.05  # ten times the tolerance, so that a mistake in what follows shows


class Parameters(TypedDict):
    """The input, two kernels, the weights, the class (counted from 1) and the learning rate.

    ``exact`` says that the logits come out equal, so that all values but the loss are rational.
    """

    x: Matrix
    w1: Matrix
    w2: Matrix
    W: Matrix
    y: int
    rate: str
    exact: bool


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a network, of two classes at ``easy`` and of three above."""
    side = 5 if level == "hard" else 4
    entries = 2 if level == "easy" else 5
    x = stream.matrix(side, side, (0, 0, 1, 2, 3) if level == "easy" else (0, 1, 2, 3))
    grid = Grid.of(x)
    w1, w2 = _kernel(stream, grid, entries), _kernel(stream, grid, entries)
    weights = _weights(stream, level, (max(grid.map(w1)), max(grid.map(w2))))
    return {
        "x": x,
        "w1": w1,
        "w2": w2,
        "W": weights,
        "y": stream.integer(1, len(weights)),
        "rate": "1/10",
        "exact": False,
    }


def _weights(stream: Stream, level: Level, features: tuple[int, int]) -> Matrix:
    """A row for each class; their logits are near to that of one of them, as far as there are."""
    rows = stream.shuffled(ROWS[level])
    middle = _logit(rows[0], features)
    rows.sort(key=lambda row: abs(_logit(row, features) - middle) > 1)
    return rows[: 2 if level == "easy" else 3]


def _logit(row: list[int], features: tuple[int, int]) -> int:
    return row[0] * features[0] + row[1] * features[1]


def _kernel(stream: Stream, grid: Grid, entries: int) -> Matrix:
    """A 3x3 kernel with a few entries that are not 0, of both signs, whose map of x is plain.

    Where a few proposals come to nothing, x is at fault, and the last of them is rejected with it.
    """
    for _ in range(10):
        values = [1, -1, *stream.vector(entries - 2, (-1, 1, 2))]
        cells = stream.shuffled(values + [0] * (9 - entries))
        if grid.is_plain(cells):
            break
    return [cells[0:3], cells[3:6], cells[6:9]]


class Grid(NamedTuple):
    """An input in one row, where windows start in it, and how far from there their cells are.

    A draw looks at the maps of many kernels of few entries that are not 0 each.
    """

    cells: list[int]
    starts: list[int]
    offsets: list[int]

    @classmethod
    def of(cls, x: Matrix) -> Grid:
        """The grid of an input, for 3x3 kernels."""
        width = len(x[0])
        return cls(
            [cell for row in x for cell in row],
            [top * width + left for top in range(len(x) - 2) for left in range(width - 2)],
            [i * width + j for i in range(3) for j in range(3)],
        )

    def map(self, kernel: Matrix) -> list[int]:
        """The cells of the map of a kernel, row by row."""
        return list(self._correlated([weight for row in kernel for weight in row]))

    def is_plain(self, kernel: list[int]) -> bool:
        """Whether the map of a kernel, which is in one row, is plain; see `is_plain`."""
        found = []
        for cell in self._correlated(kernel):
            if not cell:
                return False
            found.append(cell)
        return is_plain(found)

    def _correlated(self, kernel: list[int]) -> Iterator[int]:
        cells = self.cells
        entries = [(o, weight) for o, weight in zip(self.offsets, kernel, strict=True) if weight]
        for start in self.starts:
            total = 0
            for offset, weight in entries:
                total += weight * cells[start + offset]
            yield total


def is_plain(cells: list[int]) -> bool:
    """Whether a map has no tie in its maximum, no cell at 0, and cells of both signs."""
    largest = max(cells)
    return 0 not in cells and min(cells) < 0 < largest and cells.count(largest) == 1


def _can_be_carried(logits: list[int], y: int) -> bool:
    """Unequal, so that softmax has to be worked out, and near enough that it is not saturated.

    They are positive, so that one who leaves out the exponential can go on too, and that of the
    true class is no other's, so that the loss depends on the class.
    """
    least, largest = min(logits), max(logits)
    return least > 0 and 1 <= largest - least <= 2 and logits.count(logits[y - 1]) == 1


def _reaches(weights: Matrix, logits: list[int], y: int) -> bool:
    """Whether the gradient that reaches each branch is large enough for mistakes to show.

    It is the transposed weights times softmax less one-hot, in floats here: a proposal is screened
    before anything exact is worked out.
    """
    exponentials = [math.exp(logit) for logit in logits]
    gradients = [each / sum(exponentials) for each in exponentials]
    gradients[y - 1] -= 1
    return all(
        abs(sum(w * g for w, g in zip(column, gradients, strict=True))) >= _LEAST_GRADIENT
        for column in zip(*weights, strict=True)
    )


def flaws(p: Parameters) -> Iterator[str]:
    """Both maps are plain, the loss can be carried by hand, and gradients reach both branches."""
    grid = Grid.of(p["x"])
    maps = grid.map(p["w1"]), grid.map(p["w2"])
    if not all(map(is_plain, maps)):
        yield "a map has a tie in its maximum, a cell at 0, or cells of one sign"
        return
    features = max(maps[0]), max(maps[1])
    logits = [_logit(row, features) for row in p["W"]]
    if not _can_be_carried(logits, p["y"]):
        yield "the logits are equal, too far apart or not positive"
    elif not _reaches(p["W"], logits, p["y"]):
        yield "a gradient that reaches a branch is too small to see"


def working(p: Parameters) -> Working:
    """Every forward value, every gradient, one step of descent and what it changes."""
    w = Working()
    rational = Rational()
    real = Rational() if p["exact"] else Decimal(_TOLERANCE)
    target = p["y"] - 1  # classes are counted from 1 on the sheet

    x = w.given("x", exact(p["x"]))
    w1 = w.given("w1", exact(p["w1"]), "w_1")
    w2 = w.given("w2", exact(p["w2"]), "w_2")
    weights = w.given("W", exact(p["W"]))
    w.given("y", p["y"])
    rate = w.given("rate", Fraction(p["rate"]), r"\eta")

    # forward
    q1, r1, m1 = _branch(w, x, w1, "1", "_1")
    q2, r2, m2 = _branch(w, x, w2, "2", "_2")
    h = w.derive("h", tensors.STACK, parts=(m1, m2))
    s = w.derive("s", affine.AFFINE, x=h, weights=weights)
    prob = w.derive("p", softmax.SOFTMAX, s=s, y=target)
    loss = w.derive("L", softmax.NEGATIVE_LOG_LIKELIHOOD, p=prob, y=target, s=s)

    # backward
    ds = w.derive("ds", softmax.LOGITS_GRADIENT, _gradient("s"), p=prob, y=target, s=s)
    d_weights = w.derive(
        "dW",
        affine.AFFINE_WEIGHTS_GRADIENT,
        _gradient("W"),
        x=h,
        dq=ds,
        probabilities=prob,
        y=target,
    )
    dh = w.derive(
        "dh",
        affine.AFFINE_INPUT_GRADIENT,
        _gradient("h"),
        dq=ds,
        weights=weights,
        probabilities=prob,
        weights_gradient=d_weights,
        rate=rate,
        y=target,
    )
    dm1 = w.derive("dm1", tensors.COMPONENT, _gradient("h_1"), vector=dh, index=0)
    dm2 = w.derive("dm2", tensors.COMPONENT, _gradient("h_2"), vector=dh, index=1)
    dr1 = w.derive(
        "dr1",
        pooling.GLOBAL_MAX_GRADIENT,
        _gradient("r_1"),
        x=r1,
        dq=dm1,
        other_dq=dm2,
        other_map=r2,
        before_relu=q1,
    )
    dr2 = w.derive(
        "dr2",
        pooling.GLOBAL_MAX_GRADIENT,
        _gradient("r_2"),
        x=r2,
        dq=dm2,
        other_dq=dm1,
        other_map=r1,
        before_relu=q2,
    )
    dq1 = w.derive("dq1", activation.RELU_GRADIENT, _gradient("q_1"), x=q1, dq=dr1, image=x)
    dq2 = w.derive("dq2", activation.RELU_GRADIENT, _gradient("q_2"), x=q2, dq=dr2, image=x)
    dw1 = w.derive(
        "dw1", convolution.KERNEL_GRADIENT_2D, _gradient("w_1"), x=x, dq=dq1, w=w1, kernel_size=3
    )
    dw2 = w.derive(
        "dw2", convolution.KERNEL_GRADIENT_2D, _gradient("w_2"), x=x, dq=dq2, w=w2, kernel_size=3
    )
    side = len(p["x"])
    back = convolution.INPUT_GRADIENT_2D
    dx1 = w.derive(
        "dx1", back, _part(1), dq=dq1, w=w1, in_size=side, kernel_gradient=dw1, rate=rate
    )
    dx2 = w.derive(
        "dx2", back, _part(2), dq=dq2, w=w2, in_size=side, kernel_gradient=dw2, rate=rate
    )
    w.tell(dx1, "part", of="1")
    w.tell(dx2, "part", of="2")
    dx = w.derive(
        "dx",
        tensors.TOTAL,
        _gradient("x"),
        parts=(dx1, dx2),
        x=x,
        gradient_1=dq1,
        gradient_2=dq2,
        kernel_1=w1,
        kernel_2=w2,
        in_size=side,
    )

    # one step of descent, and how strongly the two branches respond after it
    w1_new = w.derive("w1_new", affine.DESCENT_STEP, "w_1'", parameter=w1, gradient=dw1, rate=rate)
    w2_new = w.derive("w2_new", affine.DESCENT_STEP, "w_2'", parameter=w2, gradient=dw2, rate=rate)
    stepped: dict[str, Quantity] = {"x_gradient": dx, "rate": rate}
    *_, m1_new = _branch(w, x, w1_new, "1_new", "_1'", old_w=w1, old_map=r1, **stepped)
    *_, m2_new = _branch(w, x, w2_new, "2_new", "_2'", old_w=w2, old_map=r2, **stepped)
    h_new = w.derive(
        "h_new",
        _STACK_AFTER_STEP,
        "h'",
        parts=(m1_new, m2_new),
        features=h,
        features_gradient=dh,
        rate=rate,
    )

    for number, (q, r) in enumerate(((q1, r1), (q2, r2)), start=1):
        w.ask(q, rational, per_cell=True, meaning="map", of=str(number))
        w.ask(r, rational, per_cell=True, meaning="active-map", of=str(number))
    for quantity in (h, s):
        w.ask(quantity, rational)
    w.ask(prob, real)
    w.ask(loss, Decimal(_TOLERANCE))
    for quantity in (ds, d_weights, dh, dx, h_new):
        w.ask(quantity, real)
    for number, branch in enumerate(((dr1, dq1, dw1, w1_new), (dr2, dq2, dw2, w2_new)), start=1):
        for quantity, meaning in zip(branch, ("dr", "dq", "dw", "w_new"), strict=True):
            w.ask(quantity, real, meaning=meaning, of=str(number))
    return w


def _gradient(of: str) -> str:
    return rf"\frac{{\partial L}}{{\partial {of}}}"


def _branch(
    w: Working, x: Quantity, kernel: Quantity, name: str, index: str, **before: Quantity
) -> tuple[Step, Step, Step]:
    """One map before and after ReLU, and its maximum.

    ``before`` is what slips confuse with it after a step: the kernel and map before, and what a
    step of the input would take.
    """
    correlate, largest = _AFTER_STEP if before else _BEFORE_STEP
    q = w.derive(f"q{name}", correlate, f"q{index}", x=x, w=kernel, **before)
    r = w.derive(f"r{name}", activation.RELU, f"r{index}", x=q)
    m = w.derive(f"m{name}", largest, f"h{index}", x=r, before_relu=q, **before)
    return q, r, m


FAMILY = Family(
    key="conv2d-backprop",
    draw=draw,
    flaws=flaws,
    task=ByHand(working),
    core=dict.fromkeys(
        LEVELS,
        (
            "kernel-flipped",
            "kernel-transposed",
            "softmax-without-exponential",
            "one-hot-forgotten",
            "logits-gradient-sign-turned",
            "max-gradient-spread-evenly",
            "kernel-gradient-flipped",
            "kernel-not-flipped-in-gradient",
            "step-uphill",
        ),
    ),
    examples={
        "lecture": Example(
            {
                "x": [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]],
                "w1": [[0, 0, 0], [-1, 1, 0], [0, 0, 0]],
                "w2": [[0, 0, 0], [0, 1, 0], [0, -1, 0]],
                "W": [[1, 0], [0, 1]],
                "y": 2,
                "rate": "1",
                "exact": True,
            },
            source="lecture on the backward pass through convolutions: L, dw1 and dw2 are "
            "published; the rest was worked out on paper, with the first cell of each maximum",
            answers={
                "q1": [[1, -1], [0, 1]],
                "q2": [[1, -1], [0, 1]],
                "r1": [[1, 0], [0, 1]],
                "r2": [[1, 0], [0, 1]],
                "h": [1, 1],
                "s": [1, 1],
                "p": ["1/2", "1/2"],
                "L": "ln(2)",
                "ds": ["1/2", "-1/2"],
                "dW": [["1/2", "1/2"], ["-1/2", "-1/2"]],
                "dh": ["1/2", "-1/2"],
                "dr1": [["1/2", 0], [0, 0]],
                "dr2": [["-1/2", 0], [0, 0]],
                "dq1": [["1/2", 0], [0, 0]],
                "dq2": [["-1/2", 0], [0, 0]],
                "dw1": [[0, 0, 0], [0, "1/2", 0], [0, 0, "1/2"]],
                "dw2": [[0, 0, 0], [0, "-1/2", 0], [0, 0, "-1/2"]],
                "dx": [[0, 0, 0, 0], ["-1/2", 0, 0, 0], [0, "1/2", 0, 0], [0, 0, 0, 0]],
                "w1_new": [[0, 0, 0], [-1, "1/2", 0], [0, 0, "-1/2"]],
                "w2_new": [[0, 0, 0], [0, "3/2", 0], [0, -1, "1/2"]],
                "h_new": ["1/2", 2],
            },
        ),
    },
)


def _part(number: int) -> str:
    """The part of the gradient with respect to the input that comes through one of the maps."""
    return rf"{_gradient('x')}^{{({number})}}"
