"""Whatever is an array of numbers is compared as one; of anything else it is told what it is."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.in_code import mark_code
from grader.marking.plain_numbers import plain, why_unsuitable
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Facts
from grader.sandbox.wire.frames import Opaque, Tensor
from problems.probe import Check, Probe
from tests.grader.marking.cumulate import SCALAR, WHOLE, X, keys, marks, seen


@pytest.mark.parametrize(
    "value",
    [
        X.tolist(),
        tuple(X.tolist()),
        X.astype(np.int8),
        X.astype(np.float32),
        X + 1e-7,
        Tensor(X.astype(np.float32)),
        [Tensor(np.asarray(x, np.float32)) for x in X],
        (*map(Tensor, np.asarray(X[:1])), *X.tolist()[1:]),
        [Fraction(x) for x in X.tolist()],
        (Fraction(int(X[0])), *X.tolist()[1:]),
    ],
    ids=[
        *("list", "tuple", "int8", "float32", "rounded", "tensor", "list of tensors"),
        *("tensor among numbers", "list of fractions", "fraction among numbers"),
    ],
)
def test_any_plain_numbers_of_the_right_size_are_right(value: object) -> None:
    assert marks(whole=value)[0].outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (None, "check-nothing"),
        ("7", "check-text"),
        (np.array(["7"]), "check-text"),
        (True, "check-truth"),
        (7j, "check-complex"),
        (X + 0j, "check-complex"),
        (X > 0, "check-truth"),
        ([[3.0], [2.0, 6.0]], "check-list"),
        (["3", "2", "6"], "check-list"),
        ([None, 2, 6], "check-list"),
        ([3, [2, ...]], "check-partly-blank"),
        ((X, 3.0), "check-several-values"),
        ((X, X), "check-several-values"),
        ((Tensor(X), X), "check-several-values"),
        ((Tensor(X), Tensor(X)), "check-several-values"),
        ([Tensor(X), Tensor(X[:1])], "check-list"),
        ([[Fraction(1, 2)], [Fraction(1, 2), 3]], "check-list"),
        ({"x": 3}, "check-dictionary"),
        (10**400, "check-huge"),
        ([10**400, 2, 6], "check-list"),
        (Opaque("int", "an integer of 33220 bits"), "check-huge"),
        ([3, Opaque("int", "an integer of 33220 bits"), 6], "check-list"),
        (Opaque("submission.Agreeable", ""), "check-type"),
        (Opaque("numpy.matrix", "[[3 2 6]]"), "check-type"),
        (Ellipsis, "check-other"),
    ],
)
def test_what_is_no_array_of_numbers_is_unreadable_and_it_is_told_what_it_is(
    value: object, key: str
) -> None:
    field = marks(whole=value)[0]
    assert (field.outcome, field.score, keys(field)) == (Outcome.UNREADABLE, 0, [key])
    assert marks(whole=value)[1].score == 2


def test_an_attribute_without_a_value_is_no_missing_return() -> None:
    probe = Probe()
    probe.call("layer", "Layer")
    probe.read("layer.dw", "layer.dw", SCALAR, x=WHOLE)
    (field,) = mark_code((Check("dw", probe),), (), {"dw": seen(None)}, Facts(), "1")
    assert keys(field) == ["check-none"]


def test_a_tensor_is_its_array_and_the_rest_is_as_it_came() -> None:
    assert plain(Tensor(X)) is X
    assert plain([3, 2]) == [3, 2]
    rows = plain([Tensor(X), Tensor(2 * X)])
    assert np.array_equal(rows, [X, 2 * X])


def test_a_kept_value_that_is_none_is_not_said_to_lack_a_return() -> None:
    def told(*, is_returned: bool) -> Remark | None:
        return why_unsuitable("layer.dw", None, is_returned=is_returned)

    assert told(is_returned=True) == Remark("check-nothing", {"what": "layer.dw"})
    assert told(is_returned=False) == Remark("check-none", {"what": "layer.dw"})
    assert why_unsuitable("layer.dw", X, is_returned=False) is None
