"""Outputs behind the right ones are cut off, of each reading and of all that came later."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.marking.surplus import without_surplus
from grader.sandbox.outside.outcome import Raised, Returned
from problems.probe import Again, Kept, Observation, Witness
from tests.grader.marking.cumulate import CUMULATE, WHOLE, X, check, seen

LONGER = np.append(X, 0)


def cut(came: Any) -> Any:
    (outcome,) = without_surplus((check("a", WHOLE),), {"a": seen(came)})["a"]
    return outcome.value if isinstance(outcome, Returned) else outcome


@pytest.mark.parametrize("came", [LONGER, [*X, 0, 0], np.append(X, [7, 8])])
def test_what_stands_behind_the_right_outputs_is_cut_off(came: Any) -> None:
    assert np.array_equal(cut(came), X)


@pytest.mark.parametrize("came", [X, X[:-1], [], 5, None, "abcdef", np.ones((4, 2))[:3]])
def test_what_is_not_longer_or_no_vector_stays(came: Any) -> None:
    assert cut(came) is came


def test_an_error_stays() -> None:
    assert cut(Raised("IndexError", "beyond")) == Raised("IndexError", "beyond")


def test_what_came_later_is_cut_by_its_own_reading() -> None:
    one = check("a", WHOLE)
    short = Observation("short", CUMULATE, {"x": WHOLE[:2]})
    one.probe.more = [Again(0), Witness(0, "own"), short, Kept(0), Again(1 + 2)]
    came = [Returned(LONGER)] * 6
    afresh = [Raised("IndexError", "beyond")] + [Returned(LONGER)] * 2
    outcomes = without_surplus((one,), {"a": (*came, *afresh)})["a"]
    lengths = [len(each.value) if isinstance(each, Returned) else 0 for each in outcomes]
    assert lengths == [3, 3, 4, 2, 3, 2, 0, 4, 2]
