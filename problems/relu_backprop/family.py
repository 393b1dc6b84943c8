"""The gradient through ReLU by hand: of a vector, behind a weight, and in a residual block."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NotRequired, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Rational, exact
from problems.quantity import Quantity, Step
from problems.relu_backprop import rules
from problems.rules.activation import RELU
from problems.stream import Stream
from problems.working import Working


class Parameters(TypedDict):
    """What ReLU gets, and the gradient ``arriving`` from above.

    The former is ``q`` itself, or what an input ``x``, a weight ``w`` and a ``bias`` give.
    With a ``shortcut`` the input is added to what ReLU gives, and a second ReLU follows.
    """

    q: NotRequired[list[Any]]
    x: NotRequired[list[Any]]
    w: NotRequired[str]
    bias: NotRequired[str]
    arriving: list[Any]
    shortcut: bool


SIDE = 3
BLOCKS = (
    *(("-1/2", "3/2"), ("-1/4", "3/4"), ("-3/4", "5/4")),
    *(("1/2", "-5/4"), ("-3/2", "-5/2"), ("3/2", "-5/2")),
)
"""Weights and biases of a block: over `CELLS` its ReLUs are both on, only the last, or else."""

CELLS = tuple(range(-6, 7))


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose what ReLU gets, and a gradient with numbers of both signs."""
    if level == "easy":
        q = [*stream.shuffled(range(1, 8), 3), *stream.shuffled(range(-7, 0), 3)]
        # A gradient of either sign comes to values of either sign.
        arriving = [*_both_signs(stream, 3), *_both_signs(stream, 3)]
        order = stream.shuffled(range(6))
        return {
            "q": [q[place] for place in order],
            "arriving": [arriving[place] for place in order],
            "shortcut": False,
        }
    if level == "standard":
        weight, border = stream.choice((-3, -2, 2, 3)), stream.choice((-2, 2))
        beside = [border + sign * by for by in (1, 2, 3, 4) for sign in (1, -1)]
        return {
            "x": _square(stream.shuffled((border, *beside))),
            "w": str(weight),
            "bias": str(-weight * border),  # so that ReLU gets 0 in one cell
            "arriving": _square(stream.shuffled(_both_signs(stream, 9))),
            "shortcut": False,
        }
    weight_text, bias_text = stream.choice(BLOCKS)
    groups = _ways(weight_text, bias_text)
    cells = [cell for group in groups for cell in stream.shuffled(group, min(2, len(group)))]
    every = [cell for group in groups for cell in group]
    cells += stream.vector(SIDE**2 - len(cells), every)
    return {
        "x": _square(stream.shuffled(cells)),
        "w": weight_text,
        "bias": bias_text,
        "arriving": _square(stream.shuffled(_both_signs(stream, 9))),
        "shortcut": True,
    }


def _both_signs(stream: Stream, count: int) -> list[int]:
    """Numbers that are not 0, of which one is positive and one negative."""
    sizes = stream.vector(count, (1, 2, 3, 4, 5))
    signs = [1, -1, *stream.vector(count - 2, (1, -1))]
    return [size * sign for size, sign in zip(sizes, stream.shuffled(signs), strict=True)]


def _square(cells: list[int]) -> list[list[int]]:
    return [cells[row : row + SIDE] for row in range(0, SIDE**2, SIDE)]


def _ways(weight: str, bias: str) -> list[list[int]]:
    """The cells by whether each of the two ReLUs is on, without those where one gets 0."""
    groups: dict[tuple[bool, bool], list[int]] = {}
    for cell in CELLS:
        first = Fraction(weight) * cell + Fraction(bias)
        second = cell + max(first, Fraction(0))
        if first and second:
            groups.setdefault((first > 0, second > 0), []).append(cell)
    return list(groups.values())


def working(p: Parameters) -> Working:
    """ReLU, the gradient back through it and, where there is one, through what comes before."""
    return _behind_weight(p) if "x" in p else _alone(p)


def _alone(p: Parameters) -> Working:
    """ReLU, its derivative, and the gradient back through it."""
    w = Working()
    q = w.given("q", exact(p["q"]))
    dr = w.given("dr", exact(p["arriving"]), _gradient("r"))
    _ask(w, "r", w.derive("r", RELU, x=q))
    _ask(w, "mask", w.derive("mask", rules.RELU_DERIVATIVE, "m", x=q, dr=dr))
    _ask(w, "dq", w.derive("dq", rules.BACK_THROUGH_RELU, _gradient("q"), x=q, dq=dr), 2)
    return w


def _behind_weight(p: Parameters) -> Working:
    """ReLU of what a weight gives, with or without a shortcut, and all gradients."""
    w = Working()
    x = w.given("x", exact(p["x"]))
    weight = w.given("w", _number(p["w"]))
    bias = w.given("b", _number(p["bias"]))
    last = "t" if p["shortcut"] else "r"
    given = w.given(f"d{last}", exact(p["arriving"]), _gradient(last))
    q = w.derive("q", rules.ONE_WEIGHT, x=x, w=weight, bias=bias)
    _ask(w, "q", q)
    r = w.derive("r", rules.ACTIVE_MAP, x=q)
    _ask(w, "r", r)
    seen: dict[str, Quantity] = {}
    dr: Quantity = given
    if p["shortcut"]:
        s = w.derive("s", rules.SHORTCUT_SUM, parts=(x, r), q=q)
        _ask(w, "s", s)
        dr = w.derive("ds", rules.BACK_TO_INPUT, _gradient("s"), x=s, dq=given, image=x)
        _ask(w, "ds", dr, 2)
        seen = {"other": s}
    back = rules.BACK_IN_BLOCK if p["shortcut"] else rules.BACK_TO_INPUT
    dq = w.derive("dq", back, _gradient("q"), x=q, dq=dr, image=x, **seen)
    _ask(w, "dq", dq, 2)
    through = {"x": x, "w": weight, "bias": bias, "r": r, "dr": dr}
    by_weight = rules.WEIGHT_INPUT_GRADIENT
    if p["shortcut"]:
        part = w.derive("dx_w", by_weight, r"w \cdot " + _gradient("q"), dq=dq, **through)
        w.tell(part, "part", of="")
        dx = w.derive("dx", rules.SHORTCUT_GRADIENT, _gradient("x"), parts=(dr, part), dt=given)
    else:
        dx = w.derive("dx", by_weight, _gradient("x"), dq=dq, **through)
    _ask(w, "dx", dx, 2)
    _ask(w, "dw", w.derive("dw", rules.WEIGHT_GRADIENT, _gradient("w"), dq=dq, **through), 2)
    bias_gradient = w.derive("db", rules.BIAS_GRADIENT, _gradient("b"), dq=dq, **through)
    _ask(w, "db", bias_gradient)
    return w


def _ask(w: Working, name: str, step: Step, marks: int = 1) -> None:
    w.ask(step, Rational(), marks, meaning=name)


def _gradient(of: str) -> str:
    return rf"\frac{{\partial L}}{{\partial {of}}}"


def _number(text: str) -> int | Fraction:
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value


FAMILY = Family(
    key="relu-backprop",
    draw=draw,
    task=ByHand(working, tensors=frozenset(("q", "x", "arriving"))),
    core={
        "easy": ("relu-mask-by-gradient", "relu-gradient-times-value", "relu-mask-inverted"),
        "standard": ("relu-passes-at-zero", "relu-mask-of-input", "relu-left-out-of-gradient"),
        "hard": ("shortcut-left-out", "gradient-halved-at-sum", "mask-of-other-relu"),
    },
    examples={
        "lecture": Example(
            {
                "q": [[1, -1, -2, -1], [-1, -2, -1, -2], [-2, -1, -2, -1], [-1, -2, -1, 1]],
                "arriving": [[3, 1, -1, 2], [2, -2, 1, 4], [-3, 1, 2, -1], [1, 5, -4, -2]],
                "shortcut": False,
            },
            source="laboratory on convolutional networks: ReLU of a 4 × 4 map is published; the "
            "rest was worked out on paper",
            answers={
                "r": [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]],
                "mask": [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]],
                "dq": [[3, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, -2]],
            },
        ),
    },
)
