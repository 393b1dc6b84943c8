"""Rules: two statements that share nothing, and a value that neither of them has computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from grader.certification.fault import Fault, Kind
from problems.catalogue import family, folder
from problems.drawing import NoVariantError, draw_variant
from problems.family import LEVELS, ByHand
from problems.forms import Reasoned
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
            except (NoVariantError, ValueError):
                continue  # of which the draws themselves tell
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
    """Quantities of a variant on which the two statements of their rule differ."""
    for where, rule, inputs in rules_applied(variant):
        second = second_statement(rule.function)
        if second is None:
            continue  # which is told once of the rule
        found, expected = rule(inputs), rule.but(function=second)(inputs)
        if not same_value(found, expected):
            yield (
                Kind.STATEMENTS,
                (
                    f"the statements of the rule {rule.key} differ in {where}: "
                    f"{_short(found)} and {_short(expected)}"
                ),
            )


def same_value(found: Any, expected: Any) -> bool:
    """Numbers within 1e-9, words and None as they are; shapes by shape, lists part by part.

    What is expected of a choice with a reason is a pair of words: second statements know no forms.
    """
    if isinstance(found, Reasoned):
        found = (found.option, found.reason)
    if found is None or isinstance(found, str | bool):
        return bool(found == expected)
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
