"""Mistakes: each loses marks and is named, and over many variants each shows and is told apart."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.answers.outcome import Outcome
from grader.certification.fault import Fault, Kind
from grader.certification.specimen import SlipSeen, Specimen
from grader.certification.submissions import lost, marked_in_place, told_of
from grader.marking.result import FieldResult, ProblemResult
from problems import kit
from problems.catalogue import folder
from problems.derivation import Derivation
from problems.diagnosis import explaining_slips
from problems.family import LEVELS, ByHand, Family
from problems.forms import Choice, agree
from problems.quantity import RULE_ERRORS, Values
from problems.variant import Variant, changed_blanks, slip_shows
from problems.working import Asked

ENOUGH = 30
"""Variants over which a mistake that never shows is called dead."""


def slip_keys(variant: Variant) -> tuple[str, ...]:
    """The keys of all mistakes that are known of a variant: of its rules, and as programs."""
    if isinstance(variant.family.task, ByHand):
        return variant.working.slip_keys
    return slip_programs(variant.family)


def slip_programs(chosen: Family) -> tuple[str, ...]:
    """The keys of the programs with one mistake that a code family has."""
    return tuple(kit.slip_programs(chosen, folder(chosen.key)))


def seen_by_hand(variant: Variant, told: Collection[str] | None = None) -> dict[str, SlipSeen]:
    """What each mistake does on a variant by hand, made wherever it can be made.

    Of those in ``told`` (all, where it is None) it is looked at whether they are told apart.
    """
    return {
        key: _seen(variant, key, variant.carried[key], look=told is None or key in told)
        for key in slip_keys(variant)
    }


def _seen(variant: Variant, key: str, values: Values, *, look: bool) -> SlipSeen:
    first = next(changed_blanks(variant, values), None)
    if first is None:
        return SlipSeen("", told=None)
    asked = [values.get(each.name, "impossible") for each in variant.working.asked]
    if not look:
        return SlipSeen(fingerprint(asked), told=None)
    if first.name not in values:
        return SlipSeen(fingerprint(asked), told=False)
    others = {a.name: variant.truth[a.name] for a in variant.working.asked if a is not first}
    before = Derivation(variant.working, others)
    told = explaining_slips(before, first, values[first.name]) == (key,)
    return SlipSeen(fingerprint(asked), told)


def judged_by_hand(variant: Variant, key: str, fields: Sequence[FieldResult]) -> str:
    """What is wrong with the marks of a student who makes one mistake throughout; empty if nothing.

    A mistake that shows costs marks and is named; one that does not show costs nothing. Nor does
    one within the tolerance of the blanks where it is made, whatever follows from these.
    """
    cost = lost(fields)
    if not slip_shows(variant, key):
        return f"the slip {key} does not show but costs {cost:g}" if cost else ""
    if cost <= 0:
        made = {step.name for step in variant.working.steps if step.slip(key)}
        within = [f.outcome is Outcome.CORRECT for f in fields if f.name in made]
        return "" if within and all(within) else f"the slip {key} costs nothing"
    if key in variant.working.last_resorts:
        return ""  # it may be the same as another on all of a variant
    if all(_is_one_of_two(asked) for asked in changed_blanks(variant, variant.carried[key])):
        return ""
    return "" if any(key in f.slips for f in fields) else f"the slip {key} is not named"


def _is_one_of_two(asked: Asked) -> bool:
    return isinstance(asked.form, Choice) and asked.form.is_one_of_two


def marked_with_slip(variant: Variant, key: str) -> tuple[FieldResult, ...]:
    """The marks of a student who makes one mistake throughout, without a file."""
    return marked_in_place(variant, variant.carried[key])


def judged_in_code(variant: Variant, key: str, result: ProblemResult) -> str:
    """What is wrong with the marks of a program with one mistake; empty if nothing.

    A program that differs from the right one is named; one that cannot gets full marks. Where its
    rule cannot say what comes of it, since sizes do not fit, a program that is named differs.
    """
    if not print_in_code(variant, key):
        lost_without_name = [
            f for f in result.fields if f.score < f.max_score and key not in f.slips
        ]
        if lost_without_name:
            return f"slips/{key}.py.j2 does not show but costs marks: {told_of(result)}"
        return ""
    if result.score >= result.max_score:
        return f"slips/{key}.py.j2 costs nothing"
    if any(key in field.slips for field in result.fields):
        return ""
    return f"slips/{key}.py.j2 is not named: {told_of(result)}"


def print_in_code(variant: Variant, key: str) -> str:
    """A fingerprint of what a mistake in a program leads to; empty where nothing is seen of it."""
    found: list[Any] = [rule.name for rule in variant.style if key in (rule.slip, rule.unseen)]
    for check in variant.checks:
        for seen in check.probe.observations:
            for slip in seen.rule.slips:
                if slip.key != key:
                    continue
                if slip.any_value or slip.crashes:
                    found.append(key)
                    continue
                try:
                    wrong = slip(seen.inputs)
                except RULE_ERRORS:
                    if slip.last_resort:  # it may hang on the rest of a program
                        found.append(key)
                    continue
                if not agree(seen.form, wrong, seen.true):
                    found.append(key if slip.last_resort else (check.name, seen.what, wrong))
    return fingerprint(found) if found else ""


def seen_in_code(variant: Variant) -> dict[str, SlipSeen]:
    """What each mistake does on a variant in code, by the rules of its checks."""
    return {key: SlipSeen(print_in_code(variant, key), None) for key in slip_keys(variant)}


def fingerprint(value: Any) -> str:
    """A short text that differs for different values, the same in every process.

    Floats differ from about the ninth digit on.
    """
    return hashlib.blake2b(_plain(value).encode(), digest_size=12).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, np.ndarray | np.generic):
        array = np.asarray(value)
        if array.dtype.kind == "f":
            return f"array{array.shape}[{_plain_floats(array)}]"
        numbers = [_plain(cell) for cell in array.astype(object).flat]
        return f"array{array.shape}[{','.join(numbers)}]"
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{key}:{_plain(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "(" + ",".join(map(_plain, value)) + ")"
    if isinstance(value, float):
        return f"{value:.9g}"
    return str(value)


def _plain_floats(array: NDArray[np.floating]) -> str:
    """A digest of floats, which may be millions: each to 30 binary digits, and its exponent."""
    mantissas, exponents = np.frexp(array.astype(np.float64))
    digits = np.round(mantissas * 2.0**30)
    digest = hashlib.blake2b(digits.tobytes(), digest_size=12)
    digest.update(exponents.tobytes())
    return digest.hexdigest()


# -- over many variants ----------------------------------------------------------------------------


def faults_over(chosen: Family, specimens: Sequence[Specimen]) -> Iterator[Fault]:
    """Mistakes that never show, and pairs of them that never differ.

    Those of all levels and examples are taken together, since a level may leave no room for one.
    Nothing is said of too few specimens, on which a rare mistake may not show.
    """
    if sum(not specimen.example for specimen in specimens) < ENOUGH:
        return
    keys = dict.fromkeys(key for specimen in specimens for key in specimen.slips)
    prints = {
        key: [s.slips[key].print if key in s.slips else "" for s in specimens] for key in keys
    }
    for key, own in prints.items():
        if not any(own):
            text = f"the slip {key} changes nothing that is asked, on any of {len(own)} variants"
            yield Fault(Kind.DEAD_SLIP, chosen.key, text)
    for (one, first), (other, second) in combinations(prints.items(), 2):
        if first == second and any(first):
            text = f"the slips {one} and {other} never differ, on any of {len(first)} variants"
            yield Fault(Kind.EQUAL_SLIPS, chosen.key, text)


def unknown_core_slips(chosen: Family, specimens: Sequence[Specimen]) -> Iterator[Fault]:
    """Core slips of a level that none of its variants has, and levels by hand without any.

    Of a level that was not drawn, examples alone say nothing.
    """
    if chosen.kind == "hand":
        for level in LEVELS:
            if not chosen.core.get(level):
                yield Fault(Kind.CORE, chosen.key, "the level has no core slips", level=level)
    for level, keys in chosen.core.items():
        own = [s for s in specimens if s.level == level and not s.example]
        known = {key for s in own for key in s.slips}
        for key in keys:
            if known and key not in known:
                text = f"the core slip {key} is in no rule of the level"
                yield Fault(Kind.CORE, chosen.key, text, level=level)


def never_told(chosen: Family, specimens: Sequence[Specimen]) -> Iterator[Fault]:
    """Core slips that are told from all others on no variant of their level."""
    for level, keys in chosen.core.items():
        own = [s for s in specimens if s.level == level and not s.example]
        if len(own) < ENOUGH:
            continue
        for key in keys:
            if not any(s.slips[key].told for s in own if key in s.slips):
                text = f"the core slip {key} is told from the others on none of {len(own)} variants"
                yield Fault(Kind.CORE, chosen.key, text, level=level)
