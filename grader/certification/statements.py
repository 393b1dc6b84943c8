"""Rules: two statements that share nothing, and a value that neither of them has computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from numbers import Rational
from typing import Any

import numpy as np

from grader.certification.fault import Fault, Kind
from problems.catalogue import family, folder
from problems.drawing import NoVariantError, draw_variant
from problems.family import LEVELS, ByHand
from problems.forms import Expression, Reasoned
from problems.forms.points import Point, points
from problems.formula import Formula
from problems.rule import Rule
from problems.variant import Variant, example_variant
from problems.worked import WorkedValueError, worked_values
from reference.statements import second_statement, shared_imports

_DRAWN = 3  # of each level, to find all of a family's rules


def faults_of(key: str) -> Iterator[Fault]:
    """Rules of a family that have no second statement, share something with it, or no worked value.

    Those of all levels and examples are taken.
    """
    for rule in rules_of(key).values():
        for kind, message in _faults_of_rule(key, rule):
            yield Fault(kind, key, message)


def rules_of(key: str) -> dict[str, Rule]:
    """All rules of a family, by key."""
    variants = [example_variant(key, name) for name in family(key).examples]
    for level in LEVELS:
        for seed in range(_DRAWN):
            try:
                variants.append(draw_variant(key, level, f"rules/{seed}"))
            except NoVariantError:
                break  # of which the draws themselves tell
    return {rule.key: rule for variant in variants for _, rule, _ in rules_applied(variant)}


def rules_applied(variant: Variant) -> Iterator[tuple[str, Rule, Mapping[str, Any]]]:
    """Every application of a rule in a variant: where, which, and to what."""
    if isinstance(variant.family.task, ByHand):
        for step in variant.working.steps:
            yield step.name, step.rule, variant.working.inputs(step, variant.truth)
    else:
        for check in variant.checks:
            for seen in check.probe.observations:
                yield f"{check.name}, {seen.what}", seen.rule, seen.inputs


def _faults_of_rule(key: str, rule: Rule) -> Iterator[tuple[Kind, str]]:
    second = second_statement(rule.function)
    if second is None:
        yield Kind.STATEMENTS, f"the rule {rule.key} has no second statement"
    elif shared := shared_imports(rule.function, second):
        named = ", ".join(sorted(shared))
        yield Kind.STATEMENTS, f"the two statements of the rule {rule.key} share {named}"
    try:
        worked = worked_values(rule.key, folder(key))
    except WorkedValueError as error:
        yield Kind.WORKED_VALUE, str(error)
        return
    if not worked:
        yield Kind.WORKED_VALUE, f"the rule {rule.key} has no value that was worked out by hand"
    for each in worked:
        try:
            holds = each.is_value_of(rule)
        except (TypeError, ValueError, ArithmeticError, LookupError) as error:
            problem = f"{type(error).__name__}: {error}"
            yield Kind.WORKED_VALUE, f"the rule {rule.key} fails on {each.source}: {problem}"
            continue
        if not holds:
            found = rule(each.inputs)
            yield (
                Kind.WORKED_VALUE,
                (
                    f"the rule {rule.key} gives {_short(found)} instead of {each.value} "
                    f"({each.source})"
                ),
            )


def faults_on(variant: Variant) -> Iterator[tuple[Kind, str]]:
    """Quantities of a variant on which the two statements of their rule differ.

    The second statement of a formula is worked out in numbers, at the points at which answers are
    compared as well: it may count, and branch.
    """
    for where, rule, inputs in rules_applied(variant):
        second = second_statement(rule.function)
        if second is None:
            continue  # which is told once of the rule
        found, again = rule(inputs), rule.but(function=second)
        if variables := _variables_in(tuple(inputs.values())):
            difference = _difference_at_points(
                found, again, inputs, _points(variant, where, variables)
            )
        else:
            difference = _difference(found, again(inputs))
        if difference:
            text = f"the statements of the rule {rule.key} differ in {where}: {difference}"
            yield Kind.STATEMENTS, text


def _difference(found: Any, expected: Any) -> str:
    """Two values that are not the same, in words; empty where they are."""
    return "" if same_value(found, expected) else f"{_short(found)} and {_short(expected)}"


def _difference_at_points(
    found: Any, again: Rule, inputs: Mapping[str, Any], at: Sequence[Point]
) -> str:
    """A point at which a formula has another value than the second statement gives in numbers."""
    for point in at:
        try:
            numbers = {name: _in_numbers(value, point) for name, value in inputs.items()}
            difference = _difference(_in_numbers(found, point), again(numbers))
        except ZeroDivisionError:  # which says nothing, as with answers
            continue
        if difference:
            where = ", ".join(f"{name} = {value}" for name, value in point.items())
            return f"{difference} where {where}"
    return ""


def _points(variant: Variant, step: str, variables: frozenset[str]) -> Sequence[Point]:
    """Where formulas in these variables are compared: as in the blank of a step, if it is one."""
    asked = sorted(variant.working.asked, key=lambda each: each.name != step)
    for form in (each.form for each in asked):
        if isinstance(form, Expression) and variables <= set(form.variables):
            return points(form.variables, form.where)
    return points(tuple(sorted(variables)))


def _variables_in(value: Any) -> frozenset[str]:
    if isinstance(value, Formula):
        return value.variables
    if isinstance(value, np.ndarray):
        value = list(value.flat) if value.dtype == object else []
    if isinstance(value, list | tuple):
        return frozenset().union(*map(_variables_in, value))
    return frozenset()


def _in_numbers(value: Any, point: Point) -> Any:
    """A value with each formula in it worked out at a point."""
    if isinstance(value, Formula):
        return _whole(value.value(point))
    if isinstance(value, list | tuple):
        return type(value)(_in_numbers(part, point) for part in value)
    if isinstance(value, np.ndarray) and value.dtype == object:
        cells = [_in_numbers(cell, point) for cell in value.flat]
        return np.array(cells, dtype=object).reshape(value.shape)
    return value


def _whole(number: Fraction) -> int | Fraction:
    """A whole number as such: it may be a size."""
    return number.numerator if number.denominator == 1 else number


def same_value(found: Any, expected: Any) -> bool:
    """Exact numbers exactly, others within 1e-9; words as they are, a reason beside its option.

    Shapes are compared by shape, lists and records part by part.
    """
    if isinstance(found, Reasoned):
        found = (found.option, found.reason)
    if isinstance(found, Rational) and isinstance(expected, Rational):
        return bool(found == expected)
    if found is None or isinstance(found, str | bool):
        return bool(found == expected)
    if isinstance(found, dict):
        if not isinstance(expected, dict) or list(found) != list(expected):
            return False
        return all(same_value(part, expected[key]) for key, part in found.items())
    if isinstance(found, tuple | list):
        return len(found) == len(expected) and all(map(same_value, found, expected))
    if np.shape(found) != np.shape(expected):
        return False
    return bool(np.allclose(_floats(found), _floats(expected), rtol=1e-9, atol=1e-9))


def _floats(value: Any) -> Any:
    return np.asarray(np.asarray(value, dtype=object), dtype=np.float64)


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else f"{text[:79]}…"
