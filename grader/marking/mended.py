"""Marks of a program that was run once more with a mistake mended, which else hides all the rest.

Some mistakes leave nothing to be seen: no result is returned, no model can be made. Then the
program is run a second time with the mistake mended, or put through the checks of the exercise that
it was written for, with another padding. What it gives there shows what the rest is worth; the
mistake costs the first check that it spoils, as any other slip does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import field, replace

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from grader.sandbox.outside.mendable import (
    BELOW_ZERO,
    NEVER_CALLED,
    NOT_TAKEN,
    OTHER_MAPS,
    OTHER_SIZE,
    OVER_THE_END,
    TEXTS,
)
from grader.sandbox.outside.outcome import Outcome as Seen
from problems.frozen import frozen
from problems.probe import Check


@frozen
class Mended:
    """A run with these mistakes mended: the checks that it was put through, and what came.

    Where there are none, a loop has failed in its first turn, and none in a later one.

    There is a check for each of the exercise, of the same name and with the same marks. ``names``
    are what functions are called in the program, where these are other names than asked for.
    ``place`` is where the program was changed, as it is told, and ``kind`` one of `CHANGES`.
    """

    slips: tuple[str, ...]
    checks: Sequence[Check]
    seen: Mapping[str, tuple[Seen, ...]]
    names: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    kind: str = ""


ONE_PLACE = "one-place-wrong"
"""A mistake without a name: where one place of the program is changed, the rest is right."""

CHANGES = {
    "order": "place-order",
    "counted": "place-counted",
    "number": "place-number",
    "name": "place-name",
    "function": "place-function",
    "operation": "place-operation",
    "comparison": "place-comparison",
    "statement": "place-statement",
    "added": "place-added",
    "surplus": "place-surplus",
    "missing": "place-missing",
}
"""What is told of each kind of change of one place (see `inside.kinds_of_changes`)."""

IN_PLACE = "changed-in-place"

_FLATTENED = ("wrong-size-after-flattening",)

_AT_ONCE = ("window-ends-without-dilation", "window-one-cell-short", "spread-kernel-too-short")
"""The mistakes that end in an error in the first turn of a loop over windows."""

_ELSEWHERE = ("windows-another-step-apart", "windows-begin-later")
"""Windows that lie elsewhere run over the end, and those that do not have the values of these."""

_OTHER_NAMES = {
    "layers-made-on-each-call": (
        *("layers-not-registered", "convolutions-not-registered", "affine-not-registered"),
    ),
    "integers-for-decimals": ("integer-result", "integer-dtype-kept"),
    BELOW_ZERO: ("windows-begin-earlier",),
    OTHER_MAPS: _FLATTENED,
    TEXTS: ("result-rounded",),
    NOT_TAKEN: ("bias-left-out",),
    OVER_THE_END: (
        *("outputs-counted-without-stride", "outputs-counted-without-dilation"),
        *("one-output-too-many", "zero-after-last-output", "windows-cut-off"),
        *("padding-forgotten-on-the-way-back", *_ELSEWHERE),
        *("size-by-the-other-side", "sides-of-map-swapped"),
    ),
    OTHER_SIZE: (
        *(*_AT_ONCE, "tap-left-out", *_ELSEWHERE),
        *("last-output-missing", "last-output-not-computed", "cells-another-step-apart"),
    ),
}
"""What a mistake may be called as well where it has cost marks in the first run."""


_CERTAIN = (
    *("globals-for-parameters", "parameter-overwritten", "parameter-changed"),
    *("attribute-overwritten", "copy-changed"),
)
"""What is told in place of another mistake that one check seems to show: it spoils all others."""


_VALUES_NAMED = ("check-slip", "check-several-slips")
_ERRORS_NAMED = ("fail-slip", "fail-several-slips", "crash-slip")

_AGAIN = ("slip-again", "several-slips-again")

_SCORES_AND_GRADIENTS = 2


def as_found(slips: Sequence[str]) -> tuple[str, ...]:
    """The mistakes that were found, without what is the same mistake again.

    A layer that is never called is a mistake in what a model gives only where its maps are those
    that come to the next one, and it is why they do not fit there.
    """
    same = {OTHER_MAPS if OTHER_MAPS in slips else NEVER_CALLED} if NEVER_CALLED in slips else set()
    if OTHER_SIZE in slips:  # there are more windows that are shorter
        same.add(OVER_THE_END)
    return tuple(key for key in slips if key not in same)


def is_hidden(checks: Sequence[Check], fields: Sequence[FieldResult]) -> bool:
    """Whether a program may be worth more than its first run shows.

    Two checks of its results at least have lost marks, for another reason than a blank or a limit.
    """
    lost = [
        one
        for check, one in zip(checks, fields, strict=True)
        if one.score < one.max_score and not check.secondary
    ]
    return len(lost) > 1 and _may_show_more(lost)


def _may_show_more(fields: Sequence[FieldResult]) -> bool:
    """Whether some have lost marks, for another reason than a blank or a limit."""
    outcomes = {one.outcome for one in fields if one.score < one.max_score}
    is_stopped = not outcomes.isdisjoint({Outcome.OVER_LIMIT, Outcome.GRADER_FAULT})
    return not is_stopped and bool(outcomes - {Outcome.UNANSWERED})


def costs_much(fields: Sequence[FieldResult]) -> bool:
    """Whether one mistake may have cost too much: more than the heaviest check that is lost.

    Where that has a name, it is more than the heaviest of all, by at least one mark and a part
    more, or over a third of all.
    """
    missed = [one for one in fields if one.score < one.max_score]
    lost = sum(one.max_score - one.score for one in missed)
    worst = max(missed, key=lambda one: one.max_score, default=None)
    if worst is None or lost <= worst.max_score or not _may_show_more(fields):
        return False
    if worst.slips in ((), (IN_PLACE,)):
        return True
    heaviest = max(one.max_score for one in fields)
    is_much = lost > heaviest + 1 or 3 * lost > sum(one.max_score for one in fields)
    return lost > heaviest and is_much


def is_mended(
    first: Sequence[FieldResult], second: Sequence[FieldResult], slips: Sequence[str]
) -> bool:
    """Whether what comes of the second run can come of these mistakes being mended.

    A loop that was ended goes through windows, and those before were right, or lie elsewhere. One
    through the entries of a kernel leaves one of them out if it is ended, and is no loop with too
    many turns. Maps that were cut to fit lead to wrong scores, and to right ones made of these, if
    no layer is left out; of a layer that is never called the gradients are wrong as well.
    """
    wrong = sum(b.outcome is Outcome.WRONG for b in second)
    if OTHER_MAPS in slips and wrong > 1:
        return False
    if NEVER_CALLED in slips and wrong > _SCORES_AND_GRADIENTS:
        return False
    if OVER_THE_END not in slips:
        return True
    is_right_now = any(
        (b.outcome is Outcome.CORRECT or not {*_ELSEWHERE}.isdisjoint(b.slips))
        and a.score < a.max_score
        for a, b in zip(first, second, strict=True)
    )
    return is_right_now and not any("tap-left-out" in b.slips for b in second)


def with_mended(
    first: Sequence[FieldResult], second: Sequence[FieldResult], slips: Sequence[str]
) -> list[FieldResult]:
    """The marks of both runs: what only the second one shows is earned, but for the mistakes.

    Each of them costs the first check that it alone has spoilt, unless it has cost marks in a check
    that is lost in both runs.
    """
    second = [_as_mended(b, slips) for b in second]
    gained = [b.score > a.score for a, b in zip(first, second, strict=True)]
    is_of_place = slips == (ONE_PLACE,)
    if is_of_place and any(
        is_won and a.slips == (IN_PLACE,) for a, is_won in zip(first, gained, strict=True)
    ):
        slips = (IN_PLACE,)  # it is that place which changed the input
    failing = _failing_slip(a for a, is_won in zip(first, gained, strict=True) if is_won)
    if slips == (ONE_PLACE,) and failing:
        slips = failing
    stays_lost = [
        a
        for a, b, is_won in zip(first, second, gained, strict=True)
        if a.score < a.max_score and not is_won and not _shows_another(a, b)
    ]
    known = {key for one in stays_lost for key in one.slips}
    known_of = dict.fromkeys(slips, known)
    if NOT_TAKEN in slips:  # the values that come without the argument tell what it is for
        known_of[NOT_TAKEN] = {
            key for one in second if one.score < one.max_score for key in one.slips
        }
    if (
        is_of_place and slips == failing
    ):  # errors that stay in other checks do not show that the place is charged
        known_of = {key: set() for key in slips}
    due = [key for key in slips if known_of[key].isdisjoint((key, *_OTHER_NAMES.get(key, ())))]
    fitted = [is_of_place and _is_fitted(a, b) for a, b in zip(first, second, strict=True)]
    if any(fitted):
        due = []
    # a name that values which are right now do not have is none for the one place
    is_sure = not is_of_place or all(
        (a.outcome is Outcome.SLIP and a.slips) or a.outcome is Outcome.CRASHED
        for a, is_won in zip(first, gained, strict=True)
        if is_won
    )
    fields: list[FieldResult] = []
    # what the values of the first run call the mistake, if they name it
    name: tuple[str, ...] = (
        next((key for key in _OTHER_NAMES.get(slips[0], ()) if key in known), slips[0]),
    )
    for a, b, is_won, is_fitted in zip(first, second, gained, fitted, strict=True):
        if is_fitted:
            fields.append(_charged(a, ONE_PLACE))
            continue
        spoiling = next((key for key in due if key in (OTHER_MAPS, NEVER_CALLED)), None)
        # maps that are made into vectors of a given length end in other numbers of these
        ends = {Outcome.CRASHED, Outcome.WRONG} if spoiling == OTHER_MAPS else {Outcome.CRASHED}
        is_spoilt = a.outcome in ends and b.outcome is Outcome.WRONG
        if is_spoilt and spoiling is not None:  # whose mending leaves wrong values
            due.remove(spoiling)
            fields.append(_charged(a, spoiling))
        elif is_won and due:
            fields.append(_charged(a, due.pop(0), is_sure=is_sure))
            name = fields[-1].slips if len(slips) == 1 else name
        elif is_won or (is_of_place and _is_of_place(a, b)):
            fields.append(_earned(b, name))
        elif _shows_another(a, b) or (is_of_place and _is_of_size(a, b)):
            fields.append(b)  # which another mistake has spoilt: it shows now
        else:
            fields.append(a)
    charged = {key for one in fields if one.score < one.max_score for key in one.slips}
    return [
        _earned(b, name) if _is_of_mended(one, b, charged) else one
        for one, b in zip(fields, second, strict=True)
    ]


def _is_of_mended(one: FieldResult, b: FieldResult, charged: Set[str]) -> bool:
    """Whether a check has kept its marks beside a mistake that is none once others are mended."""
    is_again = any(remark.key in _AGAIN for remark in one.remarks)
    return is_again and charged.isdisjoint(one.slips) and b.outcome is Outcome.CORRECT


def _failing_slip(spoilt: Iterable[FieldResult]) -> tuple[str, ...]:
    """The only mistake that the errors are said to come of, where the place mends all of them.

    Where there are several, it is the one that a value has as its name.
    """
    every = list(spoilt)
    failing = [{*one.slips} for one in every if one.outcome is Outcome.CRASHED and one.slips]
    found = set.intersection(*failing) if failing else set()
    named = found.intersection(one.slips[0] for one in every if _is_named(one))
    slips = tuple(named or found)
    return slips if len(slips) == 1 else ()


def _is_of_place(a: FieldResult, b: FieldResult) -> bool:
    """Whether a check has kept its marks beside a slip which the one wrong place has made."""
    return bool(a.slips) and a.score == a.max_score and b.outcome is Outcome.CORRECT


def _is_fitted(a: FieldResult, b: FieldResult) -> bool:
    """Whether a size is wrong only since it fits what another place makes of the maps.

    One that has a name in the first run is wrong whatever becomes of the place.
    """
    return b.slips == _FLATTENED and a.score < a.max_score and not a.slips


def _is_of_size(a: FieldResult, b: FieldResult) -> bool:
    """Whether a size is named for what it is only where the wrong place no longer hides that."""
    is_lost = a.score == b.score < a.max_score
    return b.slips == _FLATTENED and is_lost


def told_where(
    fields: Sequence[FieldResult], second: Sequence[FieldResult], run: Mended
) -> list[FieldResult]:
    """The fields, of which the one that was charged for a wrong place tells which it is, and how.

    It is the one that is right in the ``second`` run.
    """
    where = [Remark("one-place", {"place": run.place})]
    where += [Remark(CHANGES[run.kind])] if run.kind else []
    return [
        replace(one, remarks=(one.remarks[0], *where, *one.remarks[1:]))
        if not one.score and (b.score or one.slips == (ONE_PLACE,)) and one.remarks
        else one
        for one, b in zip(fields, second, strict=True)
    ]


def by_its_name(fields: Sequence[FieldResult], mended: Sequence[FieldResult]) -> list[FieldResult]:
    """The fields of a program with one wrong place, which is a layer that is never called.

    That it is one is seen in the program, when its other mistakes are ``mended``.
    """
    if not any(one.slips == (NEVER_CALLED,) for one in mended):
        return list(fields)
    named = {"slips": (NEVER_CALLED,)}
    return [
        replace(
            one,
            slips=named["slips"],
            remarks=tuple(
                replace(each, details=named) if each.details.get("slips") == (ONE_PLACE,) else each
                for each in one.remarks
            ),
        )
        if one.slips == (ONE_PLACE,)
        else one
        for one in fields
    ]


def _as_mended(one: FieldResult, slips: Sequence[str]) -> FieldResult:
    """A check of a second run that is right but for a mended mistake, which shows in values too.

    As many outputs are counted as there are of windows of another size, gradients have as many
    entries; and windows that lie elsewhere do so where they do not run over the end.
    """
    also = set(_OTHER_NAMES[OTHER_SIZE] if OTHER_SIZE in slips else ())
    also |= set(_ELSEWHERE if OVER_THE_END in slips else ())
    for key in (BELOW_ZERO, TEXTS):  # a number that is put into a text is often rounded there
        also |= set(_OTHER_NAMES[key] if key in slips else ())
    is_same = one.outcome is Outcome.SLIP and not also.isdisjoint(one.slips)
    return replace(one, score=one.max_score) if is_same else one


def _is_named(one: FieldResult) -> bool:
    return one.outcome is Outcome.SLIP and len(one.slips) == 1


def _shows_another(a: FieldResult, b: FieldResult) -> bool:
    """Whether a check that is lost in both runs names a mistake in the second one alone."""
    is_new = _is_named(b) and not _is_named(a) and b.slips[0] not in a.slips
    return a.score < a.max_score and is_new


def _charged(one: FieldResult, slip: str, *, is_sure: bool = True) -> FieldResult:
    """A check that was lost to a mistake which is mended in the other run.

    A name that it has already is kept if it ``is_sure``; several are, if the place has none.
    """
    is_named = _is_named(one) or (slip == ONE_PLACE and one.outcome is Outcome.SLIP and one.slips)
    if is_named and slip not in _CERTAIN and is_sure:
        return one
    if slip not in one.slips:  # an error may have told it by a name of its own
        slip = next((key for key in one.slips if key in _OTHER_NAMES.get(slip, ())), slip)
    told = Remark("mended", {"slips": (slip,)})
    keeps = is_sure and slip not in (ONE_PLACE, *_CERTAIN)
    untold = (*_ERRORS_NAMED, *(() if keeps else _VALUES_NAMED))
    remarks = (told, *(remark for remark in one.remarks if remark.key not in untold))
    return replace(one, outcome=Outcome.SLIP, slips=(slip,), remarks=remarks)


def _earned(one: FieldResult, slips: tuple[str, ...]) -> FieldResult:
    """A check that is right but for a mistake which has cost marks before."""
    told = Remark(_AGAIN[len(slips) > 1], {"slips": slips})
    others = one.remarks if one.outcome is not Outcome.CORRECT else ()
    return replace(one, outcome=Outcome.SLIP, slips=slips, remarks=(told, *others))


def failing_at_once(fields: Sequence[FieldResult]) -> list[FieldResult]:
    """The fields of a program whose loops fail in their first turn.

    Of the mistakes that end in an error those are told alone that do so at once, if there are any:
    windows that run over the end of an input do so later.
    """
    return [_told_of(one, tuple(key for key in one.slips if key in _AT_ONCE)) for one in fields]


def failing_otherwise(
    best: Sequence[FieldResult], first: Sequence[FieldResult], second: Sequence[FieldResult]
) -> list[FieldResult]:
    """The best fields of a program in which a loop with too many turns was ended in time.

    If none of the checks that end in an error in the first run are right in the second one, it was
    not that, nor a mistake that fails in the first turn: those are not told where there is another.
    """
    if any(
        a.outcome is Outcome.CRASHED and a.slips and b.outcome is Outcome.CORRECT
        for a, b in zip(first, second, strict=True)
    ):
        return list(best)
    untrue = {*_AT_ONCE, OVER_THE_END, *_OTHER_NAMES[OVER_THE_END]}.difference(_ELSEWHERE)
    return [_told_of(one, tuple(key for key in one.slips if key not in untrue)) for one in best]


def _told_of(one: FieldResult, slips: tuple[str, ...]) -> FieldResult:
    """A check that ended in an error with these of its slips; as it is if there are none."""
    if not slips or one.outcome is not Outcome.CRASHED:
        return one
    named = Remark(_ERRORS_NAMED[len(slips) > 1], {"slips": slips})
    remarks = (named if remark.key in _ERRORS_NAMED else remark for remark in one.remarks)
    return replace(one, slips=slips, remarks=tuple(remarks))
