"""What probes observed is compared, diagnosed over all checks, and style is read off facts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.marking.in_code import mark_code
from grader.marking.result import FieldResult, Outcome
from grader.sandbox.outcome import (
    Blank,
    Ended,
    Facts,
    FunctionFact,
    Missing,
    OverLimit,
    Raised,
    Returned,
)
from grader.sandbox.outcome import Outcome as Seen
from grader.sandbox.wire import Opaque, Tensor
from problems.forms import Numeric
from problems.probe import Check, Probe, Style
from problems.rule import Rule, Slip
from problems.rules.purity import UNCHANGED

CUMULATE = Rule(
    "cumulate",
    lambda x: np.cumsum(x),
    slips=(
        Slip("from-the-end", lambda x: np.cumsum(x[::-1])),
        Slip("last-missing", lambda x: np.cumsum(x)[:-1]),
        Slip("whole-numbers", lambda x: np.trunc(np.cumsum(x))),
        Slip("impossible", lambda x: x[99]),
    ),
)
SCALAR = Rule("total", lambda x: float(np.sum(x)), slips=(Slip("mean", lambda x: np.mean(x)),))

WHOLE, HALVES = np.array([3, -1, 4]), np.array([0.5, 2.0, -4.5, 1.0])
X, Y = np.cumsum(WHOLE), np.cumsum(HALVES)

ONE_LOOP = Style("one-loop", "cumulate", slip="second-loop", loops=1)
OWN_CODE = Style(
    "own-code", "cumulate", slip="library", forbidden=("numpy.cumsum", "scipy"), unseen="unseen"
)


def check(name: str, x: Any, rule: Rule = CUMULATE, marks: int = 1) -> Check:
    probe = Probe()
    probe.put("x", x)
    probe.call("result", "cumulate", "x")
    probe.read("result", "cumulate(x)", rule, x=x)
    return Check(name, probe, marks)


def untouched(x: Any) -> Check:
    probe = Probe()
    probe.put("x", x)
    probe.call("result", "cumulate", "x")
    probe.read("x", "x after cumulate(x)", UNCHANGED, x=x)
    return Check("unchanged", probe, secondary=True)


CHECKS = (check("whole", WHOLE), check("halves", HALVES, marks=2))


def fact(name: str = "cumulate", **changed: Any) -> FunctionFact:
    usual: dict[str, Any] = {
        "name": name,
        "kind": "function",
        "place": "line 7",
        "cell": 0,
        "problem": "1",
        "parameters": ("x",),
        "blank": False,
        "loops": 1,
        "depth": 1,
        "calls": ("numpy.zeros",),
    }
    return FunctionFact(**{**usual, **changed})


def seen(outcome: Any) -> tuple[Seen, ...]:
    failures = Blank | Missing | Raised | Ended | OverLimit
    return (outcome if isinstance(outcome, failures) else Returned(outcome),)


def marks(whole: Any = X, halves: Any = Y) -> tuple[FieldResult, ...]:
    """The two checks, with what came of each (right unless it is said)."""
    return mark_code(CHECKS, (), {"whole": seen(whole), "halves": seen(halves)}, Facts(), "1")


def keys(field: FieldResult) -> list[str]:
    return [remark.key for remark in field.remarks]


def test_right_values_get_their_marks() -> None:
    assert [(f.outcome, f.score, f.max_score) for f in marks()] == [
        (Outcome.CORRECT, 1, 1),
        (Outcome.CORRECT, 2, 2),
    ]


@pytest.mark.parametrize(
    "value",
    [
        X.tolist(),
        tuple(X.tolist()),
        X.astype(np.int8),
        X.astype(np.float32),
        X + 1e-7,
        Tensor(X.astype(np.float32)),
    ],
    ids=["list", "tuple", "int8", "float32", "rounded", "tensor"],
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
        ((X, 3.0), "check-several-values"),
        ((X, X), "check-several-values"),
        ((Tensor(X), X), "check-several-values"),
        ({"x": 3}, "check-dictionary"),
        (10**400, "check-huge"),
        ([10**400, 2, 6], "check-list"),
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


@pytest.mark.parametrize("value", [6, np.float64(6), X[None], X[:, None], [], np.zeros((3, 3))])
def test_another_shape_is_wrong_even_if_it_would_broadcast(value: object) -> None:
    field = marks(whole=value)[0]
    assert (field.outcome, keys(field)) == (Outcome.WRONG, ["check-shape"])
    assert field.remarks[0].details["expected"] == "(3,)"


@pytest.mark.parametrize("value", [X * np.nan, X + np.inf, [3, 2, -np.inf]])
def test_values_that_are_not_finite_are_wrong_and_it_is_told(value: object) -> None:
    field = marks(whole=value)[0]
    assert (field.outcome, keys(field)) == (Outcome.WRONG, ["check-not-finite"])


def test_a_wrong_value_is_shown_with_the_true_one_and_the_inputs() -> None:
    field = marks(whole=X + 1, halves=Y + 1)[0]
    assert (field.outcome, keys(field)) == (Outcome.WRONG, ["check-value"])
    assert (field.found, field.expected) == ("[4, 3, 7]", "[3, 2, 6]")
    assert field.inputs == "x = [3, -1, 4]"


def test_a_right_value_shows_nothing() -> None:
    field = marks(whole=X + 1)[1]
    assert (field.found, field.expected, field.inputs, field.remarks) == (None, None, None, ())


def test_a_slip_is_named_if_it_gives_all_outputs() -> None:
    fields = marks(whole=X[:-1], halves=Y[:-1])
    assert {(field.outcome, field.slips) for field in fields} == {(Outcome.SLIP, ("last-missing",))}
    assert [keys(field) for field in fields] == [["check-slip", "check-shape"], ["slip-again"]]


def test_a_slip_costs_the_first_check_that_it_fails_and_no_other() -> None:
    assert [field.score for field in marks(whole=X[:-1], halves=Y[:-1])] == [0, 2]
    assert [field.score for field in marks(halves=np.trunc(Y))] == [1, 0]


def test_a_wrong_value_that_no_slip_explains_costs_each_check() -> None:
    assert [field.score for field in marks(whole=X + 1, halves=Y + 1)] == [0, 0]


def test_an_error_is_not_excused_by_a_slip_of_the_other_checks() -> None:
    whole, halves = marks(whole=X[:-1], halves=Raised("ValueError", "no"))
    assert (whole.slips, whole.score) == (("last-missing",), 0)
    assert (halves.outcome, halves.score) == (Outcome.CRASHED, 0)


def test_a_slip_that_leaves_nothing_earns_nothing_where_it_shows_again() -> None:
    checks = (*CHECKS, check("one", WHOLE[:1]))  # without its last output it is empty
    came = {"whole": seen(X[:-1]), "halves": seen(Y[:-1]), "one": seen(np.zeros(0))}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.score for field in fields] == [0, 2, 0]
    assert keys(fields[2]) == ["slip-leaves-nothing", "check-shape"]


def test_a_slip_by_which_an_input_does_not_matter_earns_nothing_where_it_shows_again() -> None:
    rule = Rule("scaled", lambda x, w: x * w, slips=(Slip("input-ignored", lambda w: w + 3),))

    def scaled(name: str, factor: float) -> Check:
        probe = Probe()
        probe.call("result", "scaled")
        w = np.full(3, factor)
        probe.read("result", "scaled(x, w)", rule, x=np.array([3.0, -1.0, 5.0]), w=w)
        return Check(name, probe)

    checks = (scaled("a", 2.0), scaled("b", 4.0))
    came = {"a": seen(np.full(3, 5.0)), "b": seen(np.full(3, 7.0))}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.slips for field in fields] == [("input-ignored",)] * 2
    assert [field.score for field in fields] == [0, 0]
    assert keys(fields[1])[0] == "slip-hides-inputs"


TWICE = Rule("twice", lambda x: 2 * x, slips=(Slip("thrice", lambda x: 3 * x),))


def test_a_slip_in_one_rule_does_not_excuse_one_in_another() -> None:
    checks = (*CHECKS, check("twice", WHOLE, TWICE), check("twice-halves", HALVES, TWICE))
    came = {
        "whole": seen(X[:-1]),
        "halves": seen(Y[:-1]),
        "twice": seen(3 * WHOLE),
        "twice-halves": seen(3 * HALVES),
    }
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.score for field in fields] == [0, 2, 0, 1]
    assert [field.slips[0] for field in fields] == ["last-missing"] * 2 + ["thrice"] * 2


def test_the_same_slip_in_two_rules_is_one_mistake() -> None:
    again = Rule("again", lambda x: -x, slips=(Slip("last-missing", lambda x: -x[:-1]),))
    checks = (*CHECKS, check("again", WHOLE, again))
    came = {"whole": seen(X[:-1]), "halves": seen(Y[:-1]), "again": seen(-WHOLE[:-1])}
    assert [f.score for f in mark_code(checks, (), came, Facts(), "1")] == [0, 2, 1]


def test_of_two_mistakes_in_one_check_the_new_one_costs_and_is_named() -> None:
    probe = Probe()
    for result, rule in (("sums", CUMULATE), ("doubles", TWICE)):
        probe.call(result, "both", probe.put("x", WHOLE))
        probe.read(result, f"{result}(x)", rule, x=WHOLE)
    checks = (*CHECKS, Check("both", probe))
    both = (Returned(X[:-1]), Returned(3 * WHOLE))
    came = {"whole": seen(X[:-1]), "halves": seen(Y[:-1]), "both": both}
    field = mark_code(checks, (), came, Facts(), "1")[2]
    assert (field.score, field.slips) == (0, ("thrice",))


def test_slips_that_cannot_be_told_apart_cost_once_and_none_is_named_for_sure() -> None:
    slips = (Slip("a", lambda x: 3 * x), Slip("b", lambda x: x + 2 * x))
    rule = Rule("twice", lambda x: 2 * x, slips=slips)
    checks = (check("whole", WHOLE, rule), check("halves", HALVES, rule))
    came = {"whole": seen(3 * WHOLE), "halves": seen(3 * HALVES)}
    first, second = mark_code(checks, (), came, Facts(), "1")
    assert (first.score, second.score) == (0, 1)
    assert first.slips == second.slips == ("a", "b")
    assert (keys(first)[0], keys(second)) == ("check-several-slips", ["several-slips-again"])


def test_candidates_that_have_no_slip_in_common_are_two_mistakes() -> None:
    def rule(key: str, *wrong: str) -> Rule:
        return Rule(key, lambda x: 2 * x, slips=tuple(Slip(w, lambda x: 3 * x) for w in wrong))

    rules = (rule("first", "a", "b"), rule("second", "b", "c"), rule("third", "a"))
    checks = tuple(check(rule.key, WHOLE, rule) for rule in rules)
    came = {rule.key: seen(3 * WHOLE) for rule in rules}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.score for field in fields] == [0, 1, 0]  # the first two are b, which is not a


# -- what is not shown -----------------------------------------------------------------------------

TWO_SIDED = (
    Check("sums", check("sums", WHOLE).probe.followed_by_hidden(check("sums", HALVES).probe)),
)


def two_sided(shown: Any, hidden: Any) -> FieldResult:
    came = {"sums": (*seen(shown), *seen(hidden))}
    return mark_code(TWO_SIDED, (), came, Facts(), "1")[0]


def test_what_is_right_on_the_inputs_shown_alone_earns_nothing() -> None:
    assert two_sided(X, Y).score == 1
    field = two_sided(X, Y + 1)
    assert (field.outcome, field.score, keys(field)) == (Outcome.WRONG, 0, ["other-inputs"])


@pytest.mark.parametrize("hidden", [Y + 1, np.trunc(Y), Y[:-2], Y * np.nan, "7", Raised("E", "no")])
def test_of_hidden_inputs_neither_they_nor_the_values_are_told(hidden: Any) -> None:
    field = two_sided(X, hidden)
    assert field.score == 0
    assert (field.inputs, field.found, field.expected) == (None, None, None)
    assert not {"check-value"} & {*keys(field)}


def test_a_slip_on_hidden_inputs_is_named_all_the_same() -> None:
    field = two_sided(X, np.trunc(Y))
    assert (field.slips, keys(field)) == (("whole-numbers",), ["check-slip", "other-inputs"])


def test_of_two_wrong_values_the_one_that_is_shown_is_told() -> None:
    field = two_sided(X + 1, Y + 1)
    assert (keys(field), field.inputs) == (["check-value"], "x = [3, -1, 4]")


# -- failures --------------------------------------------------------------------------------------


def test_a_failure_is_told_of_the_call_and_not_of_what_was_to_be_read() -> None:
    failure = Raised("ValueError", "no", "line 7")
    (field,) = mark_code((untouched(WHOLE),), (), {"unchanged": seen(failure)}, Facts(), "1")
    assert field.remarks[0].details["what"] == "cumulate(x)"


def test_a_failure_after_several_calls_tells_those_since_the_last_value() -> None:
    probe = Probe()
    probe.put("x", WHOLE)
    probe.call("layer", "Layer", size="x")
    probe.call("q", "layer.fwd", "x")
    probe.read("q", "layer.fwd(x)", CUMULATE, x=WHOLE)
    probe.call("dp", "layer.bwd", "x")
    probe.read("layer.dw", "layer.dw after layer.bwd(x)", CUMULATE, x=WHOLE)

    def told(*outcomes: Seen) -> Any:
        fields = mark_code((Check("passes", probe),), (), {"passes": outcomes}, Facts(), "1")
        return fields[0].remarks[0].details["what"]

    failure = Raised("ValueError", "no")
    assert told(Returned(X), failure) == "layer.bwd(x)"
    assert told(failure, failure) == "Layer(size=x), layer.fwd(x)"


def test_a_failure_in_a_method_of_an_input_is_not_told_as_a_call_of_the_students() -> None:
    probe = Probe()
    probe.put("x", WHOLE)
    probe.call("value", "loss", "x")
    probe.read("value", "loss(x)", CUMULATE, x=WHOLE)
    probe.call("product", "x.mul", "value")
    probe.read("product", "loss(x).product", CUMULATE, x=WHOLE)
    came = {"loss": (Returned(X), Raised("TypeError", "no"))}
    (field,) = mark_code((Check("loss", probe),), (), came, Facts(), "1")
    assert field.remarks[0].details["what"] == "loss(x).product"


def test_an_attribute_or_a_method_that_is_not_there_is_told_by_its_name() -> None:
    probe = Probe()
    probe.call("layer", "Layer")
    probe.call("dp", "layer.bwd")
    probe.read("layer.dw", "layer.dw after layer.bwd()", SCALAR, x=WHOLE)

    def told(name: str) -> tuple[Outcome, list[str], Any]:
        came = {"dw": (Missing(name),)}
        (field,) = mark_code((Check("dw", probe),), (), came, Facts(), "1")
        return field.outcome, keys(field), field.remarks[0].details.get("what")

    attribute = (Outcome.WRONG, ["missing-attribute"], "layer.dw after layer.bwd()")
    assert told("dw") == attribute
    assert told("bwd") == (Outcome.UNANSWERED, ["missing-attribute"], "layer.bwd")
    assert told("Layer") == (Outcome.UNANSWERED, ["missing"], None)


def test_a_value_that_is_too_large_is_told_of_itself() -> None:
    field = marks(whole=OverLimit("result", "64 MB"))[0]
    assert field.remarks[0].details["what"] == "cumulate(x)"


# -- the rest of the diagnosis ---------------------------------------------------------------------


def test_a_slip_that_gives_only_the_outputs_of_one_check_is_named_there_alone() -> None:
    whole, halves = marks(whole=X[:-1], halves=Y + 1)
    assert (whole.outcome, whole.slips) == (Outcome.SLIP, ("last-missing",))
    assert (halves.outcome, halves.slips) == (Outcome.WRONG, ())
    assert whole.score == halves.score == 0


def test_a_slip_that_gives_only_one_of_the_outputs_of_a_check_is_not_named() -> None:
    assert two_sided(X[:-1], Y + 1).slips == two_sided(X + 1, Y[:-1]).slips == ()


def test_a_slip_that_gives_all_outputs_is_better_evidence_than_one_that_gives_some() -> None:
    slips = (Slip("thrice", lambda x: 3 * x), Slip("plus-three", lambda x: 2 * x + 3))
    rule = Rule("twice", lambda x: 2 * x, slips=slips)
    checks = (check("threes", np.full(4, 3), rule), check("whole", WHOLE, rule))
    came = {"threes": seen(np.full(4, 9)), "whole": seen(3 * WHOLE)}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.slips for field in fields] == [("thrice",)] * 2
    came["whole"] = seen(2 * WHOLE + 1)
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.slips for field in fields] == [("thrice", "plus-three"), ()]


def test_an_empty_value_in_one_check_alone_names_no_slip() -> None:
    checks = (check("one", WHOLE[:1]), *CHECKS)
    came = {"one": seen(np.zeros(0)), "whole": seen(X + 1), "halves": seen(Y + 1)}
    field = mark_code(checks, (), came, Facts(), "1")[0]
    assert (field.outcome, field.slips) == (Outcome.WRONG, ())


def test_an_error_in_one_check_alone_is_not_said_to_do_no_harm_elsewhere() -> None:
    slips = (Slip("sized", lambda x: 2 * x, crashes=True),)
    rule = Rule("twice", lambda x: 2 * x, slips=slips)
    one = check("one", WHOLE, rule).probe.followed_by_hidden(check("one", HALVES, rule).probe)
    checks = (Check("one", one), check("other", HALVES, rule))
    came = {"one": (Returned(2 * WHOLE), Raised("E", "no")), "other": seen(2 * HALVES)}
    assert mark_code(checks, (), came, Facts(), "1")[0].slips == ("sized",)
    came["other"] = seen(HALVES)
    assert mark_code(checks, (), came, Facts(), "1")[0].slips == ()


def test_zeros_are_not_right_however_wide_the_tolerance_is() -> None:
    probe = Probe()
    probe.call("total", "total")
    probe.read("total", "total(x)", SCALAR, Numeric(atol=np.inf), x=WHOLE)

    def outcome(value: float) -> Outcome:
        fields = mark_code((Check("total", probe),), (), {"total": seen(value)}, Facts(), "1")
        return fields[0].outcome

    assert outcome(5) is Outcome.CORRECT
    assert outcome(0) is outcome(-0.0) is Outcome.WRONG


def test_a_slip_that_leaves_some_inputs_right_is_named_on_the_others() -> None:
    whole, halves = marks(halves=np.trunc(Y))
    assert whole.outcome is Outcome.CORRECT
    assert halves.slips == ("whole-numbers",)


def test_a_slip_that_cannot_be_made_on_an_input_is_not_named_for_it() -> None:
    assert all("impossible" not in field.slips for field in marks(whole=X + 1, halves=Y + 1))


def test_several_slips_that_give_all_outputs_are_kept() -> None:
    rule = Rule(
        "sum", lambda x: x + x, slips=(Slip("a", lambda x: 0 * x), Slip("b", lambda x: x - x))
    )
    checks = (check("whole", WHOLE, rule),)
    (field,) = mark_code(checks, (), {"whole": seen(np.zeros(3))}, Facts(), "1")
    assert field.slips == ("a", "b")
    assert keys(field)[0] == "check-several-slips"


def test_a_check_without_a_value_does_not_stand_against_a_slip() -> None:
    whole, halves = marks(whole=Raised("ValueError", "no"), halves=Y[:-1])
    assert whole.outcome is Outcome.CRASHED
    assert halves.slips == ("last-missing",)


@pytest.mark.parametrize(
    ("failure", "outcome", "key"),
    [
        (Blank(), Outcome.UNANSWERED, "blank"),
        (Missing("cumulate"), Outcome.UNANSWERED, "missing"),
        (Missing("cumulate", ("Cumulate",)), Outcome.UNREADABLE, "renamed"),
        (Raised("ValueError", "no", "line 7"), Outcome.CRASHED, "raised"),
        (Raised("ValueError", "no"), Outcome.CRASHED, "raised-somewhere"),
        (Ended("exit", "status 0", "line 7"), Outcome.CRASHED, "ended"),
        (Ended("crash", "SIGSEGV"), Outcome.CRASHED, "ended-somewhere"),
        (OverLimit("time", "10 s", "line 7"), Outcome.OVER_LIMIT, "over-limit"),
        (OverLimit("result", "64 MB"), Outcome.OVER_LIMIT, "over-limit"),
    ],
)
def test_each_way_to_fail_is_an_outcome_of_its_own(
    failure: Seen, outcome: Outcome, key: str
) -> None:
    field = marks(whole=failure)[0]
    assert (field.outcome, field.score, keys(field)) == (outcome, 0, [key])
    ran = outcome in (Outcome.CRASHED, Outcome.OVER_LIMIT)
    assert (field.inputs is not None) is ran


def test_a_renamed_class_is_told_by_the_name_that_is_there() -> None:
    failure = Missing("Conv1dLayer", ("Conv1DLayer",))
    field = marks(whole=failure, halves=failure)[0]
    assert field.remarks[0].details == {"name": "Conv1dLayer", "similar": "Conv1DLayer"}


def test_a_number_is_compared_as_a_number() -> None:
    checks = (check("whole", WHOLE, SCALAR),)

    def outcome(value: object) -> Outcome:
        return mark_code(checks, (), {"whole": seen(value)}, Facts(), "1")[0].outcome

    assert outcome(6) is outcome(np.float32(6)) is outcome(np.array(6)) is Outcome.CORRECT
    assert outcome(2.0) is Outcome.SLIP
    assert outcome([6]) is outcome(5) is Outcome.WRONG
    assert outcome(10**400) is Outcome.UNREADABLE


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
    assert [(field.outcome, field.score) for field in fields] == [(Outcome.WRONG, 0)] * 2
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


def purity(result: Any, after: Any) -> list[FieldResult]:
    checks = (*CHECKS[:1], untouched(WHOLE))
    return list(
        mark_code(checks, (), {"whole": seen(result), "unchanged": seen(after)}, Facts(), "1")
    )


def test_an_input_that_was_left_alone_earns_its_mark_once_something_is_right() -> None:
    assert purity(X, WHOLE)[1].score == 1
    idle = purity(X + 1, WHOLE)[1]
    assert (idle.outcome, idle.score, keys(idle)) == (Outcome.WRONG, 0, ["idle"])


@pytest.mark.parametrize("after", [WHOLE + 1, np.zeros(3), WHOLE[::-1]])
def test_any_change_of_an_input_is_the_slip(after: object) -> None:
    result, unchanged = purity(X, after)
    assert result.score == 1
    assert (unchanged.outcome, unchanged.slips) == (Outcome.SLIP, ("changed-in-place",))
