"""Whether a layer follows its input where that is shifted, turned or enlarged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from problems.equivariance import rules
from problems.family import ByHand, Example, Family, Level
from problems.forms import Rational, ReasonedChoice, exact
from problems.quantity import Quantity, Step
from problems.rule import Rule
from problems.stream import Stream
from problems.working import Working

Part = Mapping[str, Any]
"""One layer and one change of its input, by ``kind``, with the numbers that the kind has."""


class Parameters(TypedDict):
    """A vector x with a kernel w, and at times a map z with a kernel v; ``parts`` are asked."""

    x: list[int]
    w: list[int]
    z: NotRequired[list[list[int]]]
    v: NotRequired[list[list[int]]]
    parts: list[Part]


def part(kind: str, **numbers: int) -> Part:
    """One layer and one change, with the numbers that its kind has."""
    return {"kind": kind, **numbers}


_SMALL = (1, 2, 3, 4, 5, 7)
_CELLS = tuple(range(-4, 8))


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose data, and what is done with them."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _kernel(stream: Stream) -> list[int]:
    """Three entries that are others when they are flipped, up to their sign."""
    ends = stream.shuffled((1, -1, stream.choice((-2, 2, 3))))
    return ends if abs(ends[0]) != abs(ends[2]) else [ends[1], ends[0], ends[2]]


def _easy(stream: Stream) -> Parameters:
    # The cell that enters at the border, and the one that leaves, decide what becomes of the shift.
    first, last = stream.choice((0, stream.choice(_SMALL))), stream.choice((0, 0, 6))
    return {
        "x": [first, *stream.shuffled(_SMALL, 4), last],
        "w": stream.shuffled(stream.choice(((3, -1), (2, -1), (1, -2), (1, -3)))),
        "parts": [part("valid", by=1), part("global")],
    }


def _standard(stream: Stream) -> Parameters:
    first, last = stream.choice((0, stream.choice(_SMALL))), stream.choice((0, 0, 6))
    return {
        "x": [first, *stream.shuffled(_CELLS, 6), last],
        "w": _kernel(stream),
        "parts": [
            part("padded", by=1, padding=1),
            part("pooled", kernel=2),
            part("strided", by=stream.choice((1, 2, 2)), stride=2),
        ],
    }


def _hard(stream: Stream) -> Parameters:
    turns = stream.choice((1, 2))
    a, b = stream.shuffled((1, -1, 2, 3), 2)
    if stream.chance(1, 2):
        kernel = [[a, b], [b, a]]  # the same after half a turn
    else:
        c = stream.choice([c for c in (0, -2, 4) if c not in (a, b)])
        kernel = [[a, b], [c, a]]
    return {
        "x": stream.shuffled(_CELLS, 4),
        "w": _kernel(stream),
        "z": stream.matrix(4, 4, tuple(range(-4, 8))),
        "v": kernel,
        "parts": [
            part("circular", by=stream.integer(1, 2), padding=1),
            part("doubled", padding=1),
            part("turned", turns=turns),
        ],
    }


SAME = {
    rule: ReasonedChoice(("yes", "no"), reasons)
    for rule, reasons in (
        (rules.FOLLOWS, rules.OF_SHIFTS),
        (rules.FOLLOWS_POOLED, rules.OF_POOLING),
        (rules.FOLLOWS_TURNED, rules.OF_CIRCLES_AND_TURNS),
    )
}
"""What is answered, by the rule that tells it."""

_MARKS = 3


class _Sheet:
    """A working, and how what is worked out is asked."""

    def __init__(self, p: Parameters) -> None:
        self.w = Working()
        self.x = self.w.given("x", exact(p["x"]))
        self.kernel = self.w.given("w", exact(p["w"]))
        if "z" in p and "v" in p:
            self.z = self.w.given("z", exact(p["z"]))
            self.v = self.w.given("v", exact(p["v"]))

    def ask(self, step: Step, meaning: str, marks: int = _MARKS) -> None:
        has_cells = bool(getattr(self.w.evaluate(step), "shape", ()))
        self.w.ask(step, Rational(), marks, per_cell=has_cells, meaning=meaning)

    def judge(
        self,
        name: str,
        sides: tuple[Quantity, Quantity],
        reasons: tuple[str, str],
        rule: Rule = rules.FOLLOWS,
        **seen: Any,
    ) -> None:
        """Ask whether what came of the changed input is what was expected, and why (not)."""
        changed, expected = sides
        if_so, if_not = reasons
        same = self.w.derive(
            f"{name}_same",
            rule,
            changed=changed,
            expected=expected,
            if_so=if_so,
            if_not=if_not,
            **seen,
        )
        self.w.ask(same, SAME[rule], 1, meaning="same")

    def shifted(self, name: str, source: Quantity, by: int) -> Step:
        step = self.w.derive(name, rules.SHIFTED, x=source, by=by)
        self.w.tell(step, "moved", of=source.name)
        return step

    def padded(self, name: str, source: Quantity, padding: int, mode: str) -> Step:
        rule = {"zero": rules.PADDED_WITH_ZEROS, "circular": rules.PADDED_CIRCULARLY}[mode]
        step = self.w.derive(name, rule, x=source, padding=padding, mode=mode)
        self.w.tell(step, "padded", of=source.name)
        return step


def working(p: Parameters) -> Working:
    """Each layer on the input and on the changed input, and whether it follows."""
    sheet = _Sheet(p)
    for each in p["parts"]:
        numbers = {key: value for key, value in each.items() if key != "kind"}
        PARTS[each["kind"]](sheet, **numbers)
    return sheet.w


def _valid(s: _Sheet, by: int) -> None:
    q = s.w.derive("q", rules.CORRELATION, x=s.x, w=s.kernel)
    s.ask(q, "of-x")
    moved = s.shifted("gx", s.x, by)
    after = s.w.derive("q_moved", rules.OF_SHIFTED, x=moved, w=s.kernel, output=q, output_by=by)
    s.ask(after, "of-shifted")
    s.judge("q", (after, s.shifted("gq", q, by)), ("weights-shared", "border-cells"))


def _global(s: _Sheet) -> None:
    both = s.w.derive("m", rules.MAXIMA, maps=(s.w["q"], s.w["q_moved"]))
    s.ask(both, "maxima", 1)
    before, after = (
        s.w.derive(name, rules.ONE_OF_MAXIMA, vector=both, index=index)
        for index, name in enumerate(("m0", "m1"))
    )
    s.w.tell(before, "maximum", of="q")
    s.w.tell(after, "maximum", of="q_moved")
    s.judge("m", (after, before), ("maximum-stays", "border-cells"))


def _padded(s: _Sheet, by: int, padding: int) -> None:
    q = s.w.derive("q", rules.CORRELATION, x=s.padded("x0", s.x, padding, "zero"), w=s.kernel)
    s.ask(q, "of-x")
    moved = s.shifted("gx", s.x, by)
    after = s.w.derive(
        "q_moved",
        rules.OF_SHIFTED,
        x=s.padded("gx0", moved, padding, "zero"),
        w=s.kernel,
        output=q,
        output_by=by,
    )
    s.ask(after, "of-shifted")
    s.judge("q", (after, s.shifted("gq", q, by)), ("weights-shared", "border-cells"))


def _pooled(s: _Sheet, kernel: int) -> None:
    window: dict[str, Any] = {"kernel": kernel, "stride": kernel, "padding": 0}
    before = s.w.derive("c", rules.POOLED, x=s.w["q"], **window)
    after = s.w.derive(
        "c_moved", rules.OF_SHIFTED_POOLED, x=s.w["q_moved"], output=before, output_by=1, **window
    )
    s.ask(before, "pooled", 1)
    s.ask(after, "pooled-of-shifted", 1)
    s.judge("c", (after, before), ("maximum-stays", "other-window"), rules.FOLLOWS_POOLED)


def _strided(s: _Sheet, by: int, stride: int) -> None:
    before = s.w.derive("s", rules.STRIDED, x=s.x, w=s.kernel, stride=stride)
    s.ask(before, "strided")
    moved = s.shifted("hx", s.x, by)
    after = s.w.derive(
        "s_moved",
        rules.OF_SHIFTED_STRIDED,
        x=moved,
        w=s.kernel,
        stride=stride,
        output=before,
        output_by=1,
    )
    s.ask(after, "strided-of-shifted")
    why = "stride-skips" if by % stride else "border-cells"
    expected = s.shifted("gs", before, 1)
    s.judge("s", (after, expected), ("weights-shared", why), input_by=by, map_stride=stride)


def _circular(s: _Sheet, by: int, padding: int) -> None:
    r = s.w.derive("r", rules.CORRELATION, x=s.padded("x0", s.x, padding, "circular"), w=s.kernel)
    s.ask(r, "circular")
    moved = s.w.derive("gx", rules.ROLLED, x=s.x, by=by)
    s.w.tell(moved, "rolled", of="x")
    source = s.padded("gx0", moved, padding, "circular")
    after = s.w.derive("r_moved", rules.CORRELATION, x=source, w=s.kernel)
    s.ask(after, "circular-of-rolled", 2)
    expected = s.w.derive("gr", rules.ROLLED, x=r, by=by)
    s.w.tell(expected, "rolled", of="r")
    s.judge("r", (after, expected), ("weights-shared", "border-cells"), rules.FOLLOWS_TURNED)


def _doubled(s: _Sheet, padding: int) -> None:
    longer = s.w.derive("hx", rules.DOUBLED, x=s.x)
    s.w.tell(longer, "doubled", of="x")
    source = s.padded("hx0", longer, padding, "circular")
    after = s.w.derive("r_doubled", rules.OF_DOUBLED, x=source, w=s.kernel, output=s.w["r"])
    s.ask(after, "circular-of-doubled")
    expected = s.w.derive("hr", rules.DOUBLED, x=s.w["r"])
    s.w.tell(expected, "doubled", of="r")
    s.judge("d", (after, expected), ("weights-shared", "kernel-stays"), rules.FOLLOWS_TURNED)


def _turned(s: _Sheet, turns: int) -> None:
    before = s.w.derive("t", rules.CORRELATION_OF_MAPS, x=s.z, w=s.v)
    s.ask(before, "of-z")
    around = s.w.derive("gz", rules.TURNED, x=s.z, turns=turns)
    s.w.tell(around, "turned", of="z")
    after = s.w.derive("t_turned", rules.OF_TURNED, x=around, w=s.v, output=before, turns=turns)
    s.ask(after, "of-turned")
    expected = s.w.derive("gt", rules.TURNED, x=before, turns=turns)
    s.w.tell(expected, "turned", of="t")
    s.judge("t", (after, expected), ("kernel-alike", "kernel-stays"), rules.FOLLOWS_TURNED)


PARTS: Mapping[str, Any] = {
    "valid": _valid,
    "global": _global,
    "padded": _padded,
    "pooled": _pooled,
    "strided": _strided,
    "circular": _circular,
    "doubled": _doubled,
    "turned": _turned,
}
"""How each kind of part is worked out."""

FAMILY = Family(
    key="equivariance",
    draw=draw,
    task=ByHand(working),
    core={
        "easy": ("kernel-flipped", "shift-the-other-way"),
        "standard": ("kernel-flipped", "shift-the-other-way", "stride-forgotten"),
        "hard": ("kernel-flipped", "padded-with-zeros", "set-apart-by-zeros"),
    },
    examples={
        "lecture": Example(
            {
                "x": [2, 2, 2, 6, 6, 6, 6],
                "w": [-1, 1],
                "parts": [part("valid", by=1), part("global")],
            },
            source="lecture on convolutional models, problem 3 (the map is published; the shifted "
            "one is worked out on paper: a step from 0 to 2 enters with the border)",
            answers={
                "q": [0, 0, 4, 0, 0, 0],
                "q_moved": [2, 0, 0, 4, 0, 0],
                "q_same": "no, c",
                "m": [4, 4],
                "m_same": "yes, b",
            },
        ),
    },
)
