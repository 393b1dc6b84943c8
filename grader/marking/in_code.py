"""Marking of code: what probes observed is compared and diagnosed, and style is read off facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from grader.marking.failure import failed_field
from grader.marking.notation import in_notation
from grader.marking.result import FieldResult, Outcome, Remark
from grader.sandbox.outcome import Facts, FunctionFact, Missing, OverLimit, Raised, Returned
from grader.sandbox.outcome import Outcome as Seen
from grader.sandbox.wire import Opaque, Tensor
from problems.forms import Form, Numeric, Shapes, agree, counted_shapes, shape_of
from problems.probe import (
    Call,
    Check,
    LoadParameters,
    Observation,
    ParameterShapes,
    Put,
    Read,
    Step,
    Style,
)
from problems.rule import Slip
from problems.working import RULE_ERRORS

_UNSEEN = ("eval", "exec", "sys.modules", "operator.attrgetter")
"""Ways to call what the program does not name."""


@dataclass(frozen=True, eq=False)
class _Seen:
    """An observation, what came, and the steps that had to run for it since the last one.

    ``ours`` are the names of the inputs of the whole check.
    """

    observation: Observation
    outcome: Seen
    steps: Sequence[Step]
    ours: Set[str]

    @cached_property
    def found(self) -> Any:
        return _plain(self.outcome.value) if isinstance(self.outcome, Returned) else None

    @cached_property
    def unsuitable(self) -> Remark | None:
        """Why what came cannot be compared with numbers; None if it can."""
        if not isinstance(self.outcome, Returned):
            return None
        if not isinstance(self.observation.form, Numeric):
            return None
        return _unsuitable(self.observation.what, self.outcome.value, self._is_returned)

    @cached_property
    def is_right(self) -> bool:
        return (
            isinstance(self.outcome, Returned)
            and self.unsuitable is None
            and _agree(self.observation.form, self.found, self.observation.true)
        )

    @property
    def what_failed(self) -> str:
        """The calls that were to lead to the observation, as they are written."""
        if isinstance(self.outcome, OverLimit) and self.outcome.limit == "result":
            return self.observation.what
        called = [text for step in self.steps if (text := _written(step, self.ours))]
        return ", ".join(called) or self.observation.what

    @property
    def missing_attribute(self) -> str | None:
        """The attribute or method that is not there; None if it is something else that failed."""
        if not isinstance(self.outcome, Missing) or self.outcome.similar:
            return None
        for step in self.steps:
            path = step.function if isinstance(step, Call) else getattr(step, "path", "")
            if self.outcome.name in path.split(".")[1:]:
                return self.observation.what if isinstance(step, Read) else path
        return None

    @property
    def _is_returned(self) -> bool:
        """Whether the value is what a function returned, and not one that is kept somewhere."""
        return any(isinstance(step, Read) and "." not in step.path for step in self.steps)


def mark_code(
    checks: Sequence[Check],
    style: Sequence[Style],
    seen: Mapping[str, tuple[Seen, ...]],
    facts: Facts,
    problem: str,
) -> tuple[FieldResult, ...]:
    """Mark the checks and the style rules of one problem.

    ``seen`` has the outcomes of each check's observations, by the name of the check.
    """
    observed = {check.name: _observed(check, seen[check.name]) for check in checks}
    every = [one for each in observed.values() for one in each]
    all_right = all(one.is_right for one in every)
    slips = {} if all_right else _slips_by_check(observed, _ruled_out(every))
    charged = _Charged()
    marked = [
        _mark_check(check, observed[check.name], slips.get(check.name, {}), charged)
        for check in checks
    ]
    if any(_misfits(one) for one in every):
        marked = [_unfit(field, check) for field, check in zip(marked, checks, strict=True)]
    marked += [_mark_style(rule, facts, problem, marked[0]) for rule in style]
    secondary = {check.name for check in checks if check.secondary} | {rule.name for rule in style}
    works = _works([field for field in marked if field.name not in secondary])
    return tuple(f if works or f.name not in secondary else _idle(f) for f in marked)


def _observed(check: Check, outcomes: Sequence[Seen]) -> list[_Seen]:
    steps = check.probe.steps
    ours = {step.name for step in steps if isinstance(step, Put)}
    reads = [i for i, step in enumerate(steps) if isinstance(step, Read | ParameterShapes)]
    found: list[_Seen] = []
    begin = 0
    for end, observation, outcome in zip(reads, check.probe.observations, outcomes, strict=True):
        found.append(_Seen(observation, outcome, steps[begin : end + 1], ours))
        if isinstance(outcome, Returned):  # else a step since the last value may have failed
            begin = end + 1
    return found


def _written(step: Step, inputs: Set[str]) -> str | None:
    """A step in which the student's code runs, as it is written; a method of an input is ours."""
    match step:
        case Call(function=function) if function.partition(".")[0] in inputs:
            return None
        case Call(function=function, arguments=arguments, keywords=keywords):
            named = [f"{name}={value}" for name, value in keywords.items()]
            return f"{function}({', '.join([*arguments, *named])})"
        case LoadParameters(path=path) | ParameterShapes(path=path):
            return f"{path}.parameters()"
    return None


class _Charged:
    """The mistakes that have cost marks: for each the slips that it may be."""

    def __init__(self) -> None:
        self._mistakes: list[frozenset[str]] = []

    def has(self, slips: Iterable[str]) -> bool:
        """Whether one of these slips has cost marks."""
        return any(not mistake.isdisjoint(slips) for mistake in self._mistakes)

    def note(self, slips: Iterable[str]) -> None:
        """One of these slips costs marks now, or has done so and shows again."""
        keys = frozenset(slips)
        for place, mistake in enumerate(self._mistakes):
            if mistake & keys:
                self._mistakes[place] = mistake & keys  # it is one that gives both
                return
        self._mistakes.append(keys)


def _works(fields: Sequence[FieldResult]) -> bool:
    """Whether a program earns half of the marks for what it works out.

    A slip that is named for sure does not count against it.
    """
    total = sum(field.max_score for field in fields)
    earned = sum(field.max_score if _is_one_slip(field) else field.score for field in fields)
    return earned > 0 and 2 * earned >= total


def _is_one_slip(field: FieldResult) -> bool:
    return field.outcome is Outcome.SLIP and len(field.slips) == 1


def _idle(field: FieldResult) -> FieldResult:
    """A field that even a program which does nothing would pass earns nothing for one."""
    if field.outcome is not Outcome.CORRECT:
        return field
    return replace(field, outcome=Outcome.WRONG, score=0.0, remarks=(Remark("idle"),))


def _misfits(one: _Seen) -> bool:
    """Whether a model has other parameters than it should have."""
    shapes = isinstance(one.observation.form, Shapes) and isinstance(one.outcome, Returned)
    return shapes and not one.is_right


def _ruled_out(seen: Sequence[_Seen]) -> set[str]:
    """The slips that would have led to other parameters of a model than were found.

    With the same few parameters set, models of different mistakes compute the same.
    """
    return {
        slip.key
        for one in seen
        if isinstance(one.observation.form, Shapes) and isinstance(one.outcome, Returned)
        for slip in one.observation.rule.slips
        if not _explains(slip, one)
    }


def _unfit(field: FieldResult, check: Check) -> FieldResult:
    """What went wrong after some parameters of a model could not be set: that is said first."""
    loads = any(isinstance(step, LoadParameters) for step in check.probe.steps)
    told = field.outcome in (Outcome.CORRECT, Outcome.UNANSWERED) or len(field.slips) == 1
    if told or not loads:
        return field
    return replace(field, remarks=(Remark("parameters-do-not-fit"), *field.remarks))


def _slips_by_check(
    observed: Mapping[str, Sequence[_Seen]], ruled_out: Set[str]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each check and each of its rules the slips that give what came.

    Those that give what came in all checks are the best evidence. Where there are none (two
    mistakes in one function, or a shortest input that comes out in a way of its own), a check has
    those that give all of its own; not one that crashes, which is said to do no harm elsewhere,
    and none where all that is wrong is trivial, since too many ways lead there.
    """
    every = [one for seen in observed.values() for one in seen]
    best = {key: found for key, found in _slips_by_rule(every, ruled_out).items() if found}
    crashing = {s.key for one in every for s in one.observation.rule.slips if s.crashes}

    def of_its_own(seen: Sequence[_Seen]) -> dict[str, tuple[str, ...]]:
        wrong = [one for one in seen if not one.is_right and not _is_nothing(one)]
        telling = {one.observation.rule.key for one in wrong} - {*best}
        others = [one for one in seen if one.observation.rule.key in telling]
        return _slips_by_rule(others, ruled_out | crashing)

    return {name: {**best, **of_its_own(seen)} for name, seen in observed.items()}


def _slips_by_rule(seen: Sequence[_Seen], ruled_out: Set[str]) -> dict[str, tuple[str, ...]]:
    """For each rule the slips that give what came on all of its observations.

    The smallest inputs come first: most slips are ruled out there, where a rule costs least.
    """
    by_rule: dict[str, list[_Seen]] = {}
    for one in sorted(seen, key=_input_size):
        by_rule.setdefault(one.observation.rule.key, []).append(one)
    return {
        key: tuple(
            slip.key
            for slip in group[0].observation.rule.slips
            if slip.key not in ruled_out and _explains_all(slip, group)
        )
        for key, group in by_rule.items()
        if any(isinstance(one.outcome, Returned) for one in group)
        and not all(one.is_right for one in group)
    }


def _input_size(one: _Seen) -> int:
    return sum(np.size(x) for x in one.observation.inputs.values() if isinstance(x, np.ndarray))


def _explains_all(slip: Slip, group: Sequence[_Seen]) -> bool:
    if slip.crashes:
        return all(one.is_right or isinstance(one.outcome, Raised) for one in group)
    returned = [one for one in group if isinstance(one.outcome, Returned)]
    return slip.any_value or (
        all(one.unsuitable is None for one in returned)
        and all(_explains(slip, one) for one in returned)
    )


def _explains(slip: Slip, one: _Seen) -> bool:
    try:
        value = slip(one.observation.inputs)
    except RULE_ERRORS:
        return one.is_right  # the mistake cannot be made on these inputs
    return _agree(one.observation.form, one.found, value)


def _agree(form: Form, found: Any, value: Any) -> bool:
    """Whether two values agree; nothing but zeros agrees with none that is more than rounding."""
    if not agree(form, found, value):
        return False
    is_zero = isinstance(form, Numeric) and not np.any(np.asarray(found))
    return not (is_zero and np.any(np.abs(np.asarray(value)) > Numeric().atol))


def _mark_check(
    check: Check, seen: Sequence[_Seen], slips: Mapping[str, tuple[str, ...]], charged: _Charged
) -> FieldResult:
    wrong = [one for one in seen if not one.is_right]
    if not wrong:
        return FieldResult(check.name, Outcome.CORRECT, check.marks, check.marks)
    keys = [slips.get(one.observation.rule.key, ()) for one in wrong]
    explained = all(
        each and isinstance(one.outcome, Returned) for one, each in zip(wrong, keys, strict=True)
    )
    fresh = [
        one
        for one, each in zip(wrong, keys, strict=True)
        if not (isinstance(one.outcome, Returned) and charged.has(each))
    ]
    if explained:
        for each in keys:
            charged.note(each)
        if not fresh:
            return _mark_again(check, wrong[0], keys[0], _no_evidence(wrong, slips))
    first = fresh[0] if fresh else wrong[0]
    if not isinstance(first.outcome, Returned):
        if first.missing_attribute is not None:
            return _without_attribute(check, first, first.missing_attribute)
        failed = failed_field(check.name, check.marks, first.outcome, first.what_failed)
        told_inputs = failed.outcome in (Outcome.CRASHED, Outcome.OVER_LIMIT)
        failed = replace(failed, inputs=_inputs(check, first) if told_inputs else None)
        return _with_crashing_slip(failed, first, slips)
    found = slips.get(first.observation.rule.key, ())
    named = Remark("check-slip" if len(found) == 1 else "check-several-slips", {"slips": found})
    outcome = Outcome.SLIP if found else Outcome.WRONG
    if first.unsuitable is not None:
        outcome = Outcome.UNREADABLE
    remarks = (*((named,) if found else ()), *_differences(first))
    return _field(check, first, outcome, 0.0, found, remarks)


def _without_attribute(check: Check, one: _Seen, what: str) -> FieldResult:
    """A method that is not there was not answered; a value that a method did not leave is wrong."""
    outcome = Outcome.WRONG if what == one.observation.what else Outcome.UNANSWERED
    remarks = (Remark("missing-attribute", {"what": what}),)
    return FieldResult(check.name, outcome, 0.0, check.marks, remarks=remarks)


def _mark_again(
    check: Check, one: _Seen, slips: tuple[str, ...], no_evidence: Remark | None
) -> FieldResult:
    """A check that only shows a slip which has cost marks before.

    It keeps its marks, unless its values are no evidence of the rest.
    """
    details = {"slips": slips}
    if no_evidence is not None:
        remarks = (no_evidence, *_differences(one))
        return _field(check, one, Outcome.SLIP, 0.0, slips, remarks)
    named = Remark("slip-again" if len(slips) == 1 else "several-slips-again", details)
    return _field(check, one, Outcome.SLIP, check.marks, slips, (named,))


def _field(
    check: Check,
    one: _Seen,
    outcome: Outcome,
    score: float,
    slips: tuple[str, ...],
    remarks: tuple[Remark, ...],
) -> FieldResult:
    """A field with its evidence, as far as it may be shown."""
    shown = one.observation.shown
    return FieldResult(
        check.name,
        outcome,
        score,
        check.marks,
        found=in_notation(one.found) if shown else None,
        expected=in_notation(one.observation.true) if shown else None,
        slips=slips,
        remarks=remarks,
        inputs=_inputs(check, one),
    )


def _no_evidence(seen: Sequence[_Seen], slips: Mapping[str, tuple[str, ...]]) -> Remark | None:
    """Why wrong values do not show that all but the slip was worked out; None if they do.

    They do not if one of them is trivial, or if a slip leads to values that depend on fewer of the
    inputs than the true ones: the weights are zero in a model whose layers have the wrong sizes.
    """
    if any(_is_trivial(one) for one in seen):
        return Remark("slip-leaves-nothing")
    smallest = {
        one.observation.rule.key: one for one in sorted(seen, key=_input_size, reverse=True)
    }
    if all(_depends_as_truly(one, slips[key]) for key, one in smallest.items()):
        return None
    return Remark("slip-hides-inputs")


def _is_trivial(one: _Seen) -> bool:
    """Whether a value is zero everywhere, empty, not finite, or no number at all."""
    found = np.asarray(one.found)
    is_numeric = isinstance(one.observation.form, Numeric)
    return not (is_numeric and np.any(found != 0) and np.isfinite(found).all())


def _is_nothing(one: _Seen) -> bool:
    """Whether numbers came that are trivial."""
    is_numeric = isinstance(one.observation.form, Numeric) and one.unsuitable is None
    return isinstance(one.outcome, Returned) and is_numeric and _is_trivial(one)


def _depends_as_truly(one: _Seen, slips: Sequence[str]) -> bool:
    rule = one.observation.rule
    made = [slip for slip in rule.slips if slip.key in slips]
    truly = _mattering(one, rule, one.observation.true)
    return not any(_mattering(one, slip, one.found) < truly for slip in made)


def _mattering(one: _Seen, function: Callable[[Mapping[str, Any]], Any], value: Any) -> set[str]:
    """The arrays among the inputs on which the value of a rule or a slip depends."""
    inputs, found = one.observation.inputs, set()
    for name, array in inputs.items():
        if not isinstance(array, np.ndarray):
            continue
        try:
            other = function({**inputs, name: np.zeros_like(array)})
        except RULE_ERRORS:
            found.add(name)  # it is looked at, at least
            continue
        if not agree(one.observation.form, other, value):
            found.add(name)
    return found


def _with_crashing_slip(
    field: FieldResult, one: _Seen, slips: Mapping[str, tuple[str, ...]]
) -> FieldResult:
    """Names the mistake that ends in an error on some inputs only, where it explains this one."""
    rule = one.observation.rule
    named = slips.get(rule.key, ()) if isinstance(one.outcome, Raised) else ()
    keys = tuple(slip.key for slip in rule.slips if slip.crashes and slip.key in named)
    if not keys:
        return field
    remark = Remark("crash-slip", {"slips": keys})
    return replace(field, slips=keys, remarks=(remark, *field.remarks))


def _inputs(check: Check, one: _Seen) -> str | None:
    """The inputs of a check, if they may be shown: ``vector = [1, 2, 3], kernel = [-1, 1]``."""
    if not one.observation.shown:
        return None
    puts = [step for step in check.probe.shown_steps if isinstance(step, Put)]
    return ", ".join(f"{put.name} = {in_notation(put.value, most=100)}" for put in puts)


def _differences(one: _Seen) -> tuple[Remark, ...]:
    """In what way a value is not the one expected; of a hidden one, no number is told."""
    difference = _difference(one)
    if one.observation.shown:
        return (difference,)
    hidden = Remark("other-inputs", {"what": one.observation.what})
    return (hidden,) if difference.key == "check-value" else (hidden, difference)


def _difference(one: _Seen) -> Remark:
    what, true, found = one.observation.what, one.observation.true, one.found
    if one.unsuitable is not None:
        return one.unsuitable
    if isinstance(one.observation.form, Shapes):
        return _shapes_difference(what, found, true)
    if shape_of(found) != shape_of(true):
        details = {
            "what": what,
            "found": in_notation(shape_of(found)),
            "expected": in_notation(shape_of(true)),
        }
        return Remark("check-shape", details)
    if isinstance(one.observation.form, Numeric) and not np.isfinite(np.asarray(found)).all():
        return Remark("check-not-finite", {"what": what})
    return Remark(
        "check-value", {"what": what, "found": in_notation(found), "expected": in_notation(true)}
    )


def _shapes_difference(what: str, found: Any, true: Any) -> Remark:
    """Which shapes are missing, and which are there but should not be."""
    wanted, seen = counted_shapes(true), counted_shapes(found)
    assert wanted is not None
    if seen is None:
        return Remark("check-other", {"what": what})
    missing, surplus = list((wanted - seen).elements()), list((seen - wanted).elements())
    if not surplus:
        return Remark("check-shapes-missing", {"what": what, "missing": in_notation(missing)})
    if not missing:
        return Remark("check-shapes-surplus", {"what": what, "surplus": in_notation(surplus)})
    details = {"missing": in_notation(missing), "surplus": in_notation(surplus)}
    return Remark("check-shapes", {"what": what, **details})


def _plain(value: Any) -> Any:
    return value.array if isinstance(value, Tensor) else value


def _unsuitable(what: str, value: Any, is_returned: bool) -> Remark | None:
    """Why a value cannot be compared with numbers, in plain words; None if it can."""
    if value is None and is_returned:
        return Remark("check-nothing", {"what": what})
    if isinstance(value, Opaque):
        return Remark("check-type", {"what": what, "type": value.type_name})
    key = _remark_on(_plain(value))
    return None if key is None else Remark(key, {"what": what})


def _remark_on(value: Any) -> str | None:
    """The key of what is said of a value that is no number; None for numbers."""
    if isinstance(value, np.ndarray | np.generic):
        keys = {"b": "check-truth", "c": "check-complex", "U": "check-text", "S": "check-text"}
        kind = value.dtype.kind
        return None if kind in "iuf" else keys.get(kind, "check-other")
    match value:
        case None:
            return "check-none"
        case bool():
            return "check-truth"
        case str() | bytes():
            return "check-text"
        case complex():
            return "check-complex"
        case dict():
            return "check-dictionary"
        case int() | float():
            return None if _numbers_only(value) else "check-huge"
        case tuple() if any(_has_cells(each) for each in value):
            return "check-several-values"
        case list() | tuple():
            return None if _numbers_only(value) else "check-list"
    return "check-other"


def _has_cells(value: Any) -> bool:
    """Whether a value is an array that is more than a number."""
    plain = _plain(value)
    return isinstance(plain, np.ndarray) and plain.ndim > 0


def _numbers_only(value: Any) -> bool:
    """Whether an array of these has numbers of a plain kind (10**400 has none)."""
    try:
        return np.asarray(value).dtype.kind in "iuf"
    except ValueError:  # rows of different lengths
        return False


def _mark_style(rule: Style, facts: Facts, problem: str, first: FieldResult) -> FieldResult:
    """A rule of style; where no function runs, it fares as the ``first`` check does."""
    function = facts.function(rule.function, problem) or facts.function(rule.function)
    if function is None and first.outcome in (Outcome.CORRECT, Outcome.SLIP, Outcome.WRONG):
        remark = Remark("no-definition", {"name": rule.function})
        return FieldResult(rule.name, Outcome.WRONG, 0.0, rule.marks, remarks=(remark,))
    if function is None or function.blank:
        return replace(first, name=rule.name, score=0.0, max_score=rule.marks, inputs=None)
    slip, called = _style_slip(rule, function)
    if slip is None:
        return FieldResult(rule.name, Outcome.CORRECT, rule.marks, rule.marks)
    return FieldResult(
        rule.name,
        Outcome.SLIP,
        0.0,
        rule.marks,
        found=", ".join(called) or None,
        slips=(slip,),
        remarks=(Remark("style-slip", {"slips": (slip,)}),),
    )


def _style_slip(rule: Style, function: FunctionFact) -> tuple[str | None, Sequence[str]]:
    """The mistake in style, if there is one, and the calls that show it."""
    called = [c for c in function.calls if any(_is_part(c, f) for f in rule.forbidden)]
    if called or (rule.loops is not None and function.loops > rule.loops):
        return rule.slip, called
    unseen = [c for c in function.calls if c in _UNSEEN or {"*", "__dict__"} & {*c.split(".")}]
    return (rule.unseen, unseen) if rule.unseen and unseen else (None, ())


def _is_part(name: str, whole: str) -> bool:
    """Whether a dotted name is another one, or of something in it."""
    return name == whole or name.startswith(f"{whole}.")
