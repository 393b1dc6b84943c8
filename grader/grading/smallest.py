"""The smallest input on which a program gives what it should not, shrunk from that of a check.

Arrays of a few small whole numbers, of each shape that suits the exercise, are tried from the
smallest on. What is right for them is worked out by the rule of the check itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.answers.notation import in_notation
from grader.grading.single_change import Run
from grader.marking.code_diagnosis import explains
from grader.marking.evidence import VARYING
from grader.marking.observed import Observed, observed_in
from grader.marking.result import FieldResult, faulty_field
from grader.messages.fault import fault_remark
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Outcome, Returned
from problems.forms import Numeric
from problems.probe import Check, Observation, Probe, Put, Read, Reading, Step
from problems.quantity import RULE_ERRORS

MOST_NUMBERS = 12
"""So many stand on the screen, inputs and results each."""
_LONGEST = 6
"""No side is longer."""
_MOST_SHAPES = 4000
_TOGETHER = 40
_MOST_RUNS = 2
_NUMBERS = (2, -1, 3, 1, -2, 4, -3, 5, 6, -4, 7, -5)
"""What stands in an array, from another place on in each."""

_BETWEEN_CALLS = frozenset(
    {
        VARYING,
        "check-value-of-another-call",
        "check-wrong-after-others",
        "check-value-changed-later",
    }
)
"""What is told of a value that depends on the calls before it."""

Array = NDArray[Any]


def with_smallest(
    problem: str,
    checks: Sequence[Check],
    seen: Mapping[str, Sequence[Outcome]],
    fields: Sequence[FieldResult],
    run: Run,
) -> tuple[FieldResult, ...]:
    """The fields, of which the first that is wrong for each rule tells its smallest input.

    ``seen`` is what came of the checks. Only values are looked into, not errors, and only where all
    arrays of a check are inputs of its rule. A rule or slip of ours that breaks on a small input is
    a fault, which takes the check that is looked into out of the marks, and no other.
    """
    told: set[str] = set()
    found = {field.name: field for field in fields}
    for check in checks:
        field = found[check.name]
        if field.score or (field.found is None and not _is_unshown(field)):
            continue
        if any(remark.key in _BETWEEN_CALLS for remark in field.remarks):
            continue  # what one call gives shows nothing of what others have left
        wrong = _first_wrong(check, seen[check.name])
        if wrong is None or wrong.observation.rule.key in told:
            continue
        told.add(wrong.observation.rule.key)
        try:
            remark = _smallest(problem, check, wrong, field.slips, run)
        except Exception as error:  # whatever fails here is not the student's doing
            found[check.name] = faulty_field(check.name, fault_remark(error))
            continue
        if remark is not None:
            found[check.name] = replace(field, remarks=(*field.remarks, remark))
    return tuple(found[field.name] for field in fields)


def _is_unshown(field: FieldResult) -> bool:
    return any(remark.key == "other-inputs" for remark in field.remarks)


def _first_wrong(check: Check, seen: Sequence[Outcome]) -> Observed | None:
    """The first value of a check that is wrong, if it is one that can be looked into."""
    own = observed_in(check, seen)[: len(check.probe.observations)]
    wrong = next((number for number, one in enumerate(own) if not one.is_right), None)
    if wrong is None or not _is_plain(own[wrong]):
        return None
    return replace(own[wrong], observation=check.probe.observations[wrong])


def _is_plain(one: Observed) -> bool:
    """Whether numbers came, and came of what a function returned."""
    is_read = isinstance(one.steps[-1], Read) if one.steps else False
    is_numeric = isinstance(one.observation.form, Numeric) and one.observation.column is None
    return is_read and is_numeric and isinstance(one.outcome, Returned) and one.unsuitable is None


def _smallest(
    problem: str, check: Check, wrong: Observed, slips: Sequence[str], run: Run
) -> Remark | None:
    tries = _tries(check, wrong.observation)
    for _ in range(_MOST_RUNS):
        together = list(islice(tries, _TOGETHER))
        if not together:
            return None
        came = run({problem: together}, False, hasty=True).observations
        for each in together:
            (observed,) = observed_in(each, came[problem, each.name])
            if _is_plain(observed) and _is_small(observed) and _shows(observed, slips):
                return _told(each, observed)
    return None


def _shows(one: Observed, slips: Sequence[str]) -> bool:
    """Whether a value is wrong; and where its rule has the one mistake that is told, by that."""
    if one.is_right:
        return False
    own = [slip for slip in one.observation.rule.slips if (slip.key,) == tuple(slips)]
    return all(any(explains(way, one) for way in slip.ways) for slip in own)


def _is_small(one: Observed) -> bool:
    return 0 < np.size(one.found) <= MOST_NUMBERS >= np.size(one.observation.true)


def _told(check: Check, one: Observed) -> Remark:
    puts = [step for step in check.probe.steps if isinstance(step, Put)]
    return Remark(
        "smallest-input",
        {
            "inputs": ", ".join(f"{put.name} = {in_notation(put.value)}" for put in puts),
            "what": one.observation.what,
            "found": in_notation(one.found),
            "expected": in_notation(one.observation.true),
        },
    )


def _tries(check: Check, observation: Observation) -> Iterator[Check]:
    """A check with one observation for each smaller input, from the smallest on."""
    steps = _steps_for(check, observation)
    arrays = _arrays(steps, observation)
    if not arrays:
        return
    for number, small in enumerate(_smaller(arrays, observation)):
        values = {id(old): new for old, new in zip(arrays, small, strict=True)}
        probe = Probe()
        probe.steps = [_with_values(step, values) for step in steps]
        probe.observations = [replace(observation, inputs=_inputs_with(observation, values))]
        yield Check(f"{check.name} smaller {number}", probe, check.marks)


def _steps_for(check: Check, observation: Observation) -> list[Step]:
    """The steps that lead to one observation, without those that read others."""
    probe = check.probe
    number = next(n for n, one in enumerate(probe.observations) if one is observation)
    reads = [at for at, step in enumerate(probe.steps) if isinstance(step, Reading)]
    at = reads[number]
    hidden = probe.hidden_from
    begin = hidden if hidden is not None and at >= hidden else 0
    before = [one for one in probe.steps[begin:at] if not isinstance(one, Reading)]
    return [*before, probe.steps[at]]


def _arrays(steps: Sequence[Step], observation: Observation) -> list[Array]:
    """The arrays that are laid down, if each is an input of the rule; else nothing."""
    laid = [step.value for step in steps if isinstance(step, Put)]
    arrays = [value for value in laid if _is_array(value)]
    inputs = {id(value) for value in _within(observation.inputs)}
    if any(id(array) not in inputs for array in arrays):
        return []
    return list({id(array): array for array in arrays}.values())


def _is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 0


def _within(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple | list):
        for each in value:
            yield from _within(each)
    else:
        yield value


def _smaller(arrays: Sequence[Array], observation: Observation) -> Iterator[list[Array]]:
    """Arrays of all small shapes for which the rule gives a value, the smallest first.

    Sides of one length stay of one length, and arrays whose size the exercise sets keep it.
    """
    fixed = [_is_fixed(array, observation.inputs) for array in arrays]
    free = [array for array, is_fixed in zip(arrays, fixed, strict=True) if not is_fixed]
    lengths = sorted({side for array in free for side in array.shape})
    choices = [range(1, min(length, _LONGEST) + 1) for length in lengths]
    if prod(map(len, choices)) > _MOST_SHAPES:
        return
    ways: list[tuple[int, tuple[int, ...], list[tuple[int, ...]]]] = []
    for chosen in product(*choices):
        of = dict(zip(lengths, chosen, strict=True))
        shapes = [
            array.shape if is_fixed else tuple(of[side] for side in array.shape)
            for array, is_fixed in zip(arrays, fixed, strict=True)
        ]
        size = sum(map(prod, shapes))
        if size <= MOST_NUMBERS:
            ways.append((size, chosen, shapes))
    for _, _, shapes in sorted(ways):
        small = [
            _filled(array, shape, number)
            for number, (array, shape) in enumerate(zip(arrays, shapes, strict=True))
        ]
        values = {id(old): new for old, new in zip(arrays, small, strict=True)}
        try:
            true = observation.rule(_inputs_with(observation, values))
        except RULE_ERRORS:
            continue
        if np.size(true):
            yield small


def _is_fixed(array: Array, inputs: Mapping[str, Any]) -> bool:
    """Whether an array is a kernel whose size the exercise sets."""
    return "kernel_size" in inputs and array is inputs.get("w")


def _filled(array: Array, shape: tuple[int, ...], number: int) -> Array:
    """An array of a shape with small whole numbers, of the kind of the other one.

    Those of classes, which are whole and none below 0, are classes again.
    """
    entries = prod(shape)
    if array.dtype.kind in "iu" and array.size and array.min() >= 0:
        numbers = [at % (int(array.max()) + 1) for at in range(entries)]
    else:
        numbers = [_NUMBERS[(3 * number + at) % len(_NUMBERS)] for at in range(entries)]
    return np.array(numbers).reshape(shape).astype(array.dtype)


def _with_values(step: Step, values: Mapping[int, Array]) -> Step:
    if isinstance(step, Put) and id(step.value) in values:
        return replace(step, value=values[id(step.value)])
    return step


def _inputs_with(observation: Observation, values: Mapping[int, Array]) -> Mapping[str, Any]:
    """The inputs of a rule with other arrays, and with the size of the one that is ``x``."""
    inputs = {key: _replaced(each, values) for key, each in observation.inputs.items()}
    if "in_size" in inputs:
        inputs["in_size"] = np.shape(inputs["x"])[-len(inputs["in_size"]) :]
    return inputs


def _replaced(value: Any, values: Mapping[int, Array]) -> Any:
    """A value in which arrays are replaced, wherever they stand."""
    if id(value) in values:
        return values[id(value)]
    if isinstance(value, Mapping):
        return {key: _replaced(each, values) for key, each in value.items()}
    if isinstance(value, tuple | list) and any(
        isinstance(one, np.ndarray) for one in _within(value)
    ):
        return type(value)(_replaced(each, values) for each in value)
    return value
