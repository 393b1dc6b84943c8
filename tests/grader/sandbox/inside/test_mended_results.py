"""Of several results the one that is meant counts, and what is one result stays as it is."""

from __future__ import annotations

from collections import namedtuple
from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside.mended_results import COMMA, TEXTS, TOGETHER, left_in, one_result

DP = np.array([1.0, 2.0, 4.0])
DW = np.array([3.0, 5.0])
LOSS = np.array(0.5)  # a tensor without axes looks like this
Together = namedtuple("Together", ["dp", "dw"])


class Owner:
    """An object that has an old gradient."""

    def __init__(self) -> None:
        self.dw: Any = None


@pytest.mark.parametrize(
    ("result", "keys"),
    [
        ((DP, DW), {TOGETHER}),
        ([DP, DW], {TOGETHER}),
        (Together(DP, DW), {TOGETHER}),
        ({"dw": DW, "dp": DP}, {TOGETHER}),
        ({"dp": DP, "dw": DW}, {TOGETHER}),
    ],
)
def test_the_first_array_counts_and_the_others_are_left_in_their_owner(
    result: Any, keys: set[str]
) -> None:
    owner, found = Owner(), set[str]()
    assert one_result(result, owner, {"dw": None}, found, is_number=False) is DP
    assert owner.dw is DW
    assert found == keys


def test_what_a_method_has_left_itself_is_not_replaced() -> None:
    owner = Owner()
    owner.dw = 2 * DW
    assert one_result((DP, DW), owner, {"dw": None}, set(), is_number=False) is DP
    assert np.array_equal(owner.dw, 2 * DW)


class Lookup:
    """An object whose attributes are the entries of a dictionary, which has none yet."""

    def __getattr__(self, name: str) -> Any:
        return dict[str, Any]()[name]


def test_an_owner_that_raises_another_error_for_an_attribute_has_none() -> None:
    owner = Lookup()
    assert left_in(owner, "dw") is None
    assert one_result((DP, DW), owner, {"dw": None}, set(), is_number=False) is DP
    assert owner.dw is DW


@pytest.mark.parametrize(
    "result",
    [(LOSS, DP), (DP, LOSS), [LOSS, DP], {"logits": DP, "loss": LOSS}, (0, LOSS), (LOSS, 0)],
)
def test_of_a_loss_and_its_scores_the_loss_counts(result: Any) -> None:
    found: set[str] = set()
    assert one_result(result, None, {}, found, is_number=True) is LOSS
    assert found == {TOGETHER}


def test_a_loss_that_is_a_number_of_python_counts_where_there_is_no_other() -> None:
    assert one_result((0.5, DP), None, {}, set(), is_number=True) == 0.5


@pytest.mark.parametrize(("result", "is_number"), [((DP,), False), ((LOSS,), True)])
def test_a_comma_behind_a_result_is_a_mistake_of_its_own(result: Any, is_number: bool) -> None:
    found: set[str] = set()
    assert one_result(result, None, {}, found, is_number=is_number) is result[0]
    assert found == {COMMA}


@pytest.mark.parametrize(
    "result",
    [DP, None, 2.0, (1.0, 4.0), tuple(DP), [1.0, 4.0], [DP, 2 * DP], [DP], [], (), {}, {"a": 1}],
)
def test_what_is_one_result_stays(result: Any) -> None:
    owner, found = Owner(), set[str]()
    assert one_result(result, owner, {"dw": None}, found, is_number=False) is result
    assert owner.dw is None
    assert found == set()


@pytest.mark.parametrize(
    ("result", "numbers"),
    [
        (["1.00", "-2.5"], [1, -2.5]),
        (np.array(["1.00", "3"]), [1, 3]),
        (["1.00", "left"], None),
        ([], None),
        ("[1. 2.5]", [1, 2.5]),
        ("1.00, 2.5", [1, 2.5]),
        ("[3.]", [3]),
        ("1.00", None),
        ("two numbers", None),
        (["1.00", 2], None),
    ],
)
def test_texts_of_numbers_are_these_numbers(result: Any, numbers: Any) -> None:
    found: set[str] = set()
    came = one_result(result, None, {}, found, is_number=False)
    assert found == ({TEXTS} if numbers else set())
    assert came is result if numbers is None else list(came) == numbers
