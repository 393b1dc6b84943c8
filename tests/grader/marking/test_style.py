"""Style is read off the facts on a function, and counts once the program works."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.in_code import mark_code
from grader.marking.result import FieldResult
from grader.marking.style import style_slip
from grader.sandbox.outside.outcome import Blank, Facts, FunctionFact
from problems.conv1d_code.family import READY_MADE
from problems.probe import Style
from tests.grader.marking.cumulate import CHECKS, X, Y, keys, seen

ONE_LOOP = Style("one-loop", "cumulate", slip="second-loop", loops=1)
OWN_CODE = Style(
    "own-code",
    "cumulate",
    slip="library",
    forbidden=("numpy.cumsum", "scipy", "torch.*cum*"),
    unseen="unseen",
)


def fact(name: str = "cumulate", **changed: Any) -> FunctionFact:
    usual: dict[str, Any] = {
        "name": name,
        "kind": "function",
        "place": "line 7",
        "cell": 0,
        "problem": "1",
        "blank": False,
        "loops": 1,
        "calls": ("numpy.zeros",),
    }
    return FunctionFact(**{**usual, **changed})


def styled(facts: Facts, result: Any = X, problem: str = "1") -> list[FieldResult]:
    fields = mark_code(CHECKS[:1], (ONE_LOOP, OWN_CODE), {"whole": seen(result)}, facts, problem)
    return list(fields[1:])


def test_style_that_is_kept_earns_its_marks() -> None:
    assert [field.score for field in styled(Facts((fact(),)))] == [1, 1]


@pytest.mark.parametrize(
    ("changed", "slips"),
    [
        ({"loops": 2}, [("second-loop",), ()]),
        ({"calls": ("numpy.cumsum",)}, [(), ("library",)]),
        ({"calls": ("scipy.signal.lfilter",), "loops": 9}, [("second-loop",), ("library",)]),
        ({"loops": 0, "calls": ()}, [(), ()]),
        ({"calls": ("numpy.cumsum_of_mine", "scipylike")}, [(), ()]),
        ({"calls": ("torch.cumsum",)}, [(), ("library",)]),
        ({"calls": ("torch.nn.functional.CumSum.apply",)}, [(), ("library",)]),
        ({"calls": ("torch.zeros", "torch.tensor", "torch.float64")}, [(), ()]),
        ({"calls": ("torch.*",)}, [(), ("unseen",)]),
        ({"calls": ("numpy.*",)}, [(), ("unseen",)]),
        ({"calls": ("*.cumsum",)}, [(), ("unseen",)]),
        ({"calls": ("numpy.__dict__.get",)}, [(), ("unseen",)]),
        ({"calls": ("eval",)}, [(), ("unseen",)]),
    ],
)
def test_style_that_is_broken_costs_its_own_marks(
    changed: dict[str, Any], slips: list[tuple[str, ...]]
) -> None:
    fields = styled(Facts((fact(**changed),)))
    assert [field.slips for field in fields] == slips
    assert [field.score for field in fields] == [0 if each else 1 for each in slips]


def test_what_was_called_is_told() -> None:
    field = styled(Facts((fact(calls=("numpy.zeros", "numpy.cumsum")),)))[1]
    assert field.found == "numpy.cumsum"


def test_loops_of_a_function_that_is_asked_for_beside_it_need_not_count() -> None:
    beside = Style("one-loop", "cumulate", slip="second-loop", loops=1, besides=("windows",))
    windows = fact("windows", loops=3, own_loops=2, callees=("inner",))
    inner = fact("inner", loops=1, own_loops=1)
    for helper, score in ((0, 1), (1, 0)):
        function = fact(loops=4 + helper, own_loops=1, callees=("windows", "helper"))
        facts = Facts((inner, windows, fact("helper", loops=helper, own_loops=helper), function))
        (*_, field) = mark_code(CHECKS[:1], (beside,), {"whole": seen(X)}, facts, "1")
        assert field.score == score
        (*_, field) = mark_code(CHECKS[:1], (ONE_LOOP,), {"whole": seen(X)}, facts, "1")
        assert field.score == 0


def test_style_is_read_off_the_function_of_the_same_problem() -> None:
    facts = Facts((fact(), fact(problem="2", loops=5)))
    assert [field.score for field in styled(facts)] == [1, 1]
    assert [field.score for field in styled(facts, problem="2")] == [0, 1]


def test_a_function_in_no_problems_cell_is_found() -> None:
    assert [field.score for field in styled(Facts((fact(problem=None, loops=2),)))] == [0, 1]


def test_a_name_without_a_definition_has_no_style() -> None:
    fields = styled(Facts())  # cumulate = functools.partial(np.cumsum)
    assert [(f.outcome, f.score, f.max_score) for f in fields] == [(Outcome.WRONG, 0, 1)] * 2
    assert [keys(field) for field in fields] == [["no-definition"]] * 2


def test_a_program_with_one_slip_earns_the_marks_of_its_style() -> None:
    came = {"whole": seen(X[:-1]), "halves": seen(Y[:-1])}
    fields = mark_code(CHECKS, (ONE_LOOP, OWN_CODE), came, Facts((fact(),)), "1")
    assert [field.score for field in fields] == [0, 2, 1, 1]


def test_a_program_that_does_nothing_right_earns_nothing_for_its_style() -> None:
    fields = styled(Facts((fact(),)), result=X + 1)
    assert [(field.outcome, field.score) for field in fields] == [(Outcome.NOT_JUDGED, 0)] * 2
    assert [keys(field) for field in fields] == [["idle"]] * 2


def test_style_counts_from_half_of_the_other_marks_on() -> None:
    def earned(whole: Any, halves: Any) -> list[float]:
        came = {"whole": seen(whole), "halves": seen(halves)}
        fields = mark_code(CHECKS, (ONE_LOOP, OWN_CODE), came, Facts((fact(),)), "1")
        return [field.score for field in fields]

    assert earned(X + 1, Y) == [0, 2, 1, 1]
    assert earned(X, Y + 1) == [1, 0, 0, 0]  # a third of the marks
    assert earned(X, np.trunc(Y)) == [1, 0, 1, 1]  # a slip that is named does not count against it


def test_a_program_that_was_left_blank_has_no_style() -> None:
    fields = styled(Facts((fact(blank=True, loops=0),)), result=Blank())
    assert {field.outcome for field in fields} == {Outcome.UNANSWERED}
    assert [field.name for field in fields] == ["one-loop", "own-code"]


def test_the_calls_that_show_the_mistake_are_named_with_it() -> None:
    called = fact(calls=("numpy.zeros", "scipy.signal.lfilter", "numpy.cumsum"))
    assert style_slip(OWN_CODE, called) == ("library", ["scipy.signal.lfilter", "numpy.cumsum"])
    assert style_slip(OWN_CODE, fact(calls=("numpy.*",))) == ("unseen", ["numpy.*"])
    assert style_slip(ONE_LOOP, fact(calls=("numpy.*",))) == (None, ())


@pytest.mark.parametrize(
    ("name", "is_ready"),
    [
        *((f"torch.{one}", True) for one in ("conv1d", "nn.Conv1d", "nn.functional.conv1d")),
        *((f"torch.{one}", True) for one in ("nn.LazyConv1d", "ops.aten.convolution", "conv_tbc")),
        *((one, True) for one in ("numpy.convolve", "scipy.signal.lfilter", "scipy.ndimage")),
        *((f"torch.{one}", False) for one in ("tensor", "zeros", "float64", "from_numpy", "dot")),
        *((f"torch.{one}", False) for one in ("nn.functional.pad", "nn.functional.relu", "stack")),
    ],
)
def test_a_tensor_is_no_ready_made_convolution(name: str, is_ready: bool) -> None:
    rule = Style("own-code", "cumulate", slip="library", forbidden=READY_MADE)
    assert style_slip(rule, fact(calls=(name,)))[0] == ("library" if is_ready else None)
