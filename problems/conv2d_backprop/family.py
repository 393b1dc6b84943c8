"""Backpropagation by hand: 3x3 convolution, ReLU, global max-pooling, fully connected, softmax."""

from __future__ import annotations

from fractions import Fraction

from problems.conv2d_backprop.judgement import CORE, judge
from problems.conv2d_backprop.proposal import Parameters, draw, flaws
from problems.family import LEVELS, ByHand, Example, Family
from problems.forms import Decimal, Rational, exact
from problems.quantity import Quantity, Step
from problems.rules import activation, affine, convolution, pooling, softmax, tensors
from problems.working import Working

_BEFORE_STEP = convolution.CORRELATE_2D, pooling.GLOBAL_MAX
_AFTER_STEP = (
    convolution.CORRELATE_2D.but(also=(convolution.INPUT_STEPPED,)),
    pooling.GLOBAL_MAX.but(without=("largest-overlooked",), also=(pooling.AT_OLD_PLACE,)),
)
_STACK_AFTER_STEP = tensors.STACK.but(also=tensors.OF_STEPPED_FEATURES)

_TOLERANCE = 0.005
_RATIONAL, _REAL = Rational(), Decimal(_TOLERANCE)


def working(p: Parameters) -> Working:
    """Every forward value, every gradient, one step of descent and what it changes."""
    w = Working()
    rational = _RATIONAL
    real = _RATIONAL if p["exact"] else _REAL
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
    judge=judge,
    task=ByHand(working, tensors=frozenset(("x", "w1", "w2", "W"))),
    core=dict.fromkeys(LEVELS, CORE),
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
