"""Marking of code: what probes observed is compared and diagnosed, and style is read off facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from grader.marking.failure import failed_field
from grader.marking.notation import in_notation
from grader.marking.result import FieldResult, Outcome, Remark
from grader.sandbox.outcome import Facts, FunctionFact, Raised, Returned
from grader.sandbox.outcome import Outcome as Seen
from grader.sandbox.wire import Opaque, Tensor
from problems.forms import Numeric, Shapes, agree, counted_shapes, shape_of
from problems.probe import Check, LoadParameters, Observation, Put, Style
from problems.rule import Slip
from problems.working import RULE_ERRORS


@dataclass(frozen=True, eq=False)
class _Seen:
    """An observation, what it ought to be, and what came."""

    observation: Observation
    true: Any
    outcome: Seen

    @property
    def found(self) -> Any:
        return _plain(self.outcome.value) if isinstance(self.outcome, Returned) else None

    @property
    def is_right(self) -> bool:
        return (
            isinstance(self.outcome, Returned)
            and not _unsuitable(self.observation, self.outcome.value)
            and agree(self.observation.form, self.found, self.true)
        )


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
    observed = {
        check.name: [
            _Seen(o, o.rule(o.inputs), outcome)
            for o, outcome in zip(check.probe.observations, seen[check.name], strict=True)
        ]
        for check in checks
    }
    slips = _slips_by_rule([one for each in observed.values() for one in each])
    misfits = [one for each in observed.values() for one in each if _misfits(one)]
    for one in misfits:
        slips = _not_ruled_out(slips, one)
    marked = [_mark_check(check, observed[check.name], slips) for check in checks]
    if misfits:
        marked = [_unfit(field, check) for field, check in zip(marked, checks, strict=True)]
    for rule in style:
        function = facts.function(rule.function, problem) or facts.function(rule.function)
        if function is None or function.blank:
            marked.append(replace(marked[0], name=rule.name, max_score=rule.marks, inputs=None))
        else:
            marked.append(_mark_style(rule, function))
    secondary = {check.name for check in checks if check.secondary} | {rule.name for rule in style}
    works = any(f.outcome is Outcome.CORRECT for f in marked if f.name not in secondary)
    return tuple(f if works or f.name not in secondary else _idle(f) for f in marked)


def _idle(field: FieldResult) -> FieldResult:
    """A field that even a program which does nothing would pass earns nothing for one."""
    if field.outcome is not Outcome.CORRECT:
        return field
    return replace(field, outcome=Outcome.WRONG, score=0.0, remarks=(Remark("idle"),))


def _misfits(one: _Seen) -> bool:
    """Whether a model has other parameters than it should have."""
    shapes = isinstance(one.observation.form, Shapes) and isinstance(one.outcome, Returned)
    return shapes and not one.is_right


def _not_ruled_out(
    slips: Mapping[str, tuple[str, ...]], misfit: _Seen
) -> dict[str, tuple[str, ...]]:
    """The slips by rule, without those that would have led to other parameters than were found.

    With the same few parameters set, models of different mistakes compute the same.
    """
    rule = misfit.observation.rule
    out = {slip.key for slip in rule.slips}.difference(slips.get(rule.key, ()))
    return {key: tuple(one for one in keys if one not in out) for key, keys in slips.items()}


def _unfit(field: FieldResult, check: Check) -> FieldResult:
    """What went wrong after some parameters of a model could not be set: that is said first."""
    loads = any(isinstance(step, LoadParameters) for step in check.probe.steps)
    told = field.outcome in (Outcome.CORRECT, Outcome.UNANSWERED) or len(field.slips) == 1
    if told or not loads:
        return field
    return replace(field, remarks=(Remark("parameters-do-not-fit"), *field.remarks))


def _slips_by_rule(seen: Sequence[_Seen]) -> dict[str, tuple[str, ...]]:
    """For each rule the slips that give what came on all of its observations."""
    by_rule: dict[str, list[_Seen]] = {}
    for one in seen:
        by_rule.setdefault(one.observation.rule.key, []).append(one)
    return {
        key: tuple(
            slip.key
            for slip in group[0].observation.rule.slips
            if not all(one.is_right for one in group)
            and all(
                _explains(slip, one)
                for one in group
                if slip.crashes or isinstance(one.outcome, Returned)
            )
        )
        for key, group in by_rule.items()
        if any(isinstance(one.outcome, Returned) for one in group)
    }


def _explains(slip: Slip, one: _Seen) -> bool:
    if slip.crashes:
        return one.is_right or isinstance(one.outcome, Raised)
    if slip.any_value:
        return True
    assert isinstance(one.outcome, Returned)
    if _unsuitable(one.observation, one.outcome.value):
        return False
    try:
        value = slip(one.observation.inputs)
    except RULE_ERRORS:
        return one.is_right  # the mistake cannot be made on these inputs
    return agree(one.observation.form, one.found, value)


def _mark_check(
    check: Check, seen: Sequence[_Seen], slips: Mapping[str, tuple[str, ...]]
) -> FieldResult:
    wrong = next((one for one in seen if not one.is_right), None)
    if wrong is None:
        return FieldResult(check.name, Outcome.CORRECT, check.marks, check.marks)
    if not isinstance(wrong.outcome, Returned):
        failed = failed_field(check.name, check.marks, wrong.outcome, wrong.observation.what)
        told = failed.outcome in (Outcome.CRASHED, Outcome.OVER_LIMIT)
        failed = replace(failed, inputs=_inputs(check) if told else None)
        return _with_crashing_slip(failed, wrong, slips)
    remark = _difference(wrong)
    keys = slips.get(wrong.observation.rule.key, ())
    outcome = Outcome.SLIP if keys else Outcome.WRONG
    if remark.key == "check-type":
        outcome = Outcome.UNREADABLE
    named = Remark("check-slip" if len(keys) == 1 else "check-several-slips", {"slips": keys})
    return FieldResult(
        check.name,
        outcome,
        0.0,
        check.marks,
        found=in_notation(wrong.found),
        expected=in_notation(wrong.true),
        slips=keys,
        remarks=(named, remark) if keys else (remark,),
        inputs=_inputs(check),
    )


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


def _inputs(check: Check) -> str:
    """The inputs of a check: ``vector = [1, 2, 3], kernel = [-1, 1]``."""
    puts = [step for step in check.probe.steps if isinstance(step, Put)]
    return ", ".join(f"{put.name} = {in_notation(put.value, most=100)}" for put in puts)


def _difference(one: _Seen) -> Remark:
    """In what way a value is not the one expected."""
    what, true = one.observation.what, one.true
    assert isinstance(one.outcome, Returned)
    if unsuitable := _unsuitable(one.observation, one.outcome.value):
        return Remark("check-type", {"what": what, "type": unsuitable})
    found = one.found
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
        return Remark("check-type", {"what": what, "type": type(found).__name__})
    missing, surplus = list((wanted - seen).elements()), list((seen - wanted).elements())
    details = {
        "missing": in_notation(missing) if missing else "–",
        "surplus": in_notation(surplus) if surplus else "–",
    }
    return Remark("check-shapes", {"what": what, **details})


def _plain(value: Any) -> Any:
    return value.array if isinstance(value, Tensor) else value


def _unsuitable(observation: Observation, value: Any) -> str | None:
    """The name of a type that cannot be compared with numbers; None if it can."""
    if not isinstance(observation.form, Numeric):
        return None
    value = _plain(value)
    if isinstance(value, Opaque):
        return str(value.type_name)
    if isinstance(value, np.ndarray | np.generic):
        kind = value.dtype.kind
        return None if kind in "iuf" else f"ndarray[{value.dtype}]"
    if isinstance(value, int | float | list | tuple) and _numbers_only(value):
        return None
    return type(value).__name__


def _numbers_only(value: Any) -> bool:
    """Whether an array of these has numbers of a plain kind (10**400 has none)."""
    try:
        return np.asarray(value).dtype.kind in "iuf"
    except ValueError:  # rows of different lengths
        return False


def _mark_style(rule: Style, function: FunctionFact) -> FieldResult:
    too_many = rule.loops is not None and function.loops > rule.loops
    called = [c for c in function.calls if any(c == f or c.startswith(f) for f in rule.forbidden)]
    if too_many or called:
        remark = Remark("style-slip", {"slips": (rule.slip,)})
        return FieldResult(
            rule.name,
            Outcome.SLIP,
            0.0,
            rule.marks,
            found=", ".join(called) or None,
            slips=(rule.slip,),
            remarks=(remark,),
        )
    return FieldResult(rule.name, Outcome.CORRECT, rule.marks, rule.marks)
