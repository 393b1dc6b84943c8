"""A small exercise in code, to mark whatever comes of it: the running sums of a vector."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.marking.in_code import mark_code
from grader.marking.result import FieldResult
from grader.sandbox.outside.outcome import Facts, Failure, Returned
from grader.sandbox.outside.outcome import Outcome as Seen
from problems.probe import Check, Probe
from problems.rule import Rule, Slip
from problems.rules.purity import UNCHANGED

CUMULATE = Rule(
    "cumulate",
    lambda x: np.cumsum(x),
    slips=(
        Slip("from-the-end", lambda x: np.cumsum(x[::-1])),
        Slip("last-missing", lambda x: np.cumsum(x)[:-1]),
        Slip("whole-numbers", lambda x: np.trunc(np.cumsum(x))),
        Slip("impossible", lambda x: x.reshape(5, 17)),
    ),
)
SCALAR = Rule("total", lambda x: float(np.sum(x)), slips=(Slip("mean", lambda x: np.mean(x)),))
TWICE = Rule("twice", lambda x: 2 * x, slips=(Slip("thrice", lambda x: 3 * x),))

WHOLE, HALVES = np.array([3, -1, 4]), np.array([0.5, 2.0, -4.5, 1.0])
X, Y = np.cumsum(WHOLE), np.cumsum(HALVES)


def check(name: str, x: Any, rule: Rule = CUMULATE, marks: int = 1) -> Check:
    """One call, and what it returns."""
    probe = Probe()
    probe.put("x", x)
    probe.call("result", "cumulate", "x")
    probe.read("result", "cumulate(x)", rule, x=x)
    return Check(name, probe, marks)


CHECKS = (check("whole", WHOLE), check("halves", HALVES, marks=2))
TWO_SIDED = (
    Check("sums", check("sums", WHOLE).probe.followed_by_hidden(check("sums", HALVES).probe)),
)


def untouched(x: Any) -> Check:
    """One call, and what is left of its input."""
    probe = Probe()
    probe.put("x", x)
    probe.call("result", "cumulate", "x")
    probe.read("x", "x after cumulate(x)", UNCHANGED, x=x)
    return Check("unchanged", probe, secondary=True)


def seen(outcome: Any) -> tuple[Seen, ...]:
    """What a check with one observation has seen: a failure, or a value that was returned."""
    return (outcome if isinstance(outcome, Failure) else Returned(outcome),)


def marks(whole: Any = X, halves: Any = Y) -> tuple[FieldResult, ...]:
    """The two checks, with what came of each (right unless it is said)."""
    return mark_code(CHECKS, (), {"whole": seen(whole), "halves": seen(halves)}, Facts(), "1")


def two_sided(shown: Any, hidden: Any) -> FieldResult:
    """A check on inputs that are shown and on others that are not, with what came of each."""
    came = {"sums": (*seen(shown), *seen(hidden))}
    return mark_code(TWO_SIDED, (), came, Facts(), "1")[0]


def keys(field: FieldResult) -> list[str]:
    return [remark.key for remark in field.remarks]
