"""Where a wrong array differs from the right one: in words, and beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.marking.compared import Compared
from grader.marking.deviation import compared, deviation
from grader.marking.observed import Observed
from grader.messages.remark import Remark
from grader.report.wording import sentence
from grader.sandbox.outside.outcome import Raised, Returned
from problems.forms import Numeric
from problems.probe import Gradients, Observation, Read
from problems.rule import Rule
from problems.sentences import LANGUAGES

Array = NDArray[np.float64]
MAP: Array = np.random.default_rng(3).permutation(np.arange(1.0, 49.0)).reshape(2, 4, 6)
VECTOR = np.array([3.0, -1.0, 4.0, 2.0, -5.0, 9.0])


def beside(true: Any, change: Callable[[Array], Any]) -> Compared:
    found = change(np.array(true))
    return Compared(found, true, ~np.isclose(found, true))


def changed(*places: Any) -> Callable[[Array], Array]:
    def change(found: Array) -> Array:
        for number, place in enumerate(places):
            found[place] += 0.5 + number
        return found

    return change


def told(true: Array, change: Callable[[Array], Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(one.key, dict(one.details)) for one in deviation(beside(true, change))]


@pytest.mark.parametrize(
    ("change", "key", "details"),
    [
        (lambda x: 2 * x, "off-factor", {"factor": "2"}),
        (lambda x: -x, "off-factor", {"factor": "-1"}),
        (lambda x: x + 0.25, "off-shift", {"shift": "0.25"}),
        (lambda x: x[::-1], "off-reversed", {"axis": "entry"}),
        (lambda x: np.append(x[1:], 7.0), "off-moved", {"axis": "entry"}),
        (lambda x: np.append([7.0], x[:-1]), "off-moved", {"axis": "entry"}),
    ],
)
def test_what_is_off_throughout_is_told_as_one_thing(
    change: Callable[[Array], Array], key: str, details: dict[str, str]
) -> None:
    assert told(VECTOR, change) == [(key, details)]


def test_a_map_may_be_turned_about_along_a_named_axis() -> None:
    assert told(MAP, lambda x: x[:, ::-1]) == [("off-reversed", {"axis": "row"})]
    assert told(MAP, lambda x: x[:, :, ::-1]) == [("off-reversed", {"axis": "column"})]
    assert told(MAP, lambda x: x[::-1]) == [("off-reversed", {"axis": "channel"})]


@pytest.mark.parametrize(
    ("places", "axis", "index"),
    [
        ([(1,)], "channel", "1"),
        ([(0, 2, 1), (1, 2, 5)], "row", "2"),
        ([(slice(None), slice(None), slice(1, None, 2))], "column", "1, 3, 5"),
        ([(slice(None), slice(None), slice(3, 6))], "column", "3–5"),
    ],
)
def test_wrong_values_along_an_axis_are_told_by_their_places(
    places: list[Any], axis: str, index: str
) -> None:
    first, largest = told(MAP, changed(*places))
    assert first == ("off-only", {"axis": axis, "index": index})
    assert largest[0] == "off-largest"


def test_the_border_and_the_inside_are_told_as_such() -> None:
    border = np.ones(MAP.shape, dtype=bool)
    border[:, 1:-1, 1:-1] = False
    assert told(MAP, lambda x: np.where(border, x * 0.5, x))[0][0] == "off-border"
    assert told(MAP, lambda x: np.where(border, x, x + x % 3 + 1))[0][0] in {
        "off-only",
        "off-inside",
    }


def test_anything_else_is_told_by_how_many_there_are_and_the_largest() -> None:
    scattered = np.random.default_rng(1).random(MAP.shape) < 0.5
    some, largest = told(MAP, lambda x: np.where(scattered, x + 1 + x % 5, x))
    assert some == ("off-some", {"number": int(scattered.sum()), "of": 48})
    at = tuple(int(place) for place in largest[1]["index"].split(", "))
    assert scattered[at]


def test_the_largest_deviation_is_where_it_is() -> None:
    (_, largest) = told(VECTOR, changed(1, 4))
    assert largest == ("off-largest", {"index": "4", "found": "-3.5", "expected": "-5"})


def observed(found: Any, *, last: Any = None, form: Any = None) -> Observed:
    rule = Rule("r", lambda x: VECTOR)
    one = Observation("f(x)", rule, {"x": 1}, form or Numeric())
    outcome = found if isinstance(found, Raised) else Returned(found)
    return Observed(one, outcome, (last or Read("r"),), frozenset())


@pytest.mark.parametrize(
    "one",
    [
        observed(VECTOR),
        observed(VECTOR[:-1]),
        observed(np.append(VECTOR[:-1], np.nan)),
        observed("text"),
        observed(Raised("ValueError", "")),
        observed(VECTOR + 1, last=Gradients("loss", "model")),
    ],
)
def test_what_cannot_be_laid_beside_the_right_one_is_not(one: Observed) -> None:
    assert compared(one) is None
    assert deviation(compared(one)) == ()


def test_a_wrong_array_is_laid_beside_the_right_one() -> None:
    found = compared(observed(VECTOR + np.array([0, 0, 1.0, 0, 0, 0])))
    assert found is not None
    assert found.wrong.tolist() == [False, False, True, False, False, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_a_sentence_in_each_language(language: Any) -> None:
    every = [*deviation(beside(MAP, changed((1,)))), Remark("off-moved", {"axis": "image"})]
    for remark in every:
        text = sentence(remark, "conv1d-code", language)
        assert text.endswith(".")
        assert "{" not in text
