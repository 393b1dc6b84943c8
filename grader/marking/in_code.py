"""Marking of code: each check gets its marks, a mistake costs once, and style waits for results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from grader.answers.outcome import Outcome
from grader.marking.agreement import values_agree
from grader.marking.charged import Charged, shown_parts, shown_slips
from grader.marking.code_diagnosis import slips_by_check
from grader.marking.code_guard import DOUBTS, no_evidence, with_excused
from grader.marking.contradicted import Doubtful, contradicted, either, without_names
from grader.marking.cut_off import with_cause
from grader.marking.deviation import compared, deviation
from grader.marking.evidence import (
    VARYING,
    differences,
    differences_between_calls,
    field_with_evidence,
    shown_inputs,
)
from grader.marking.failure import failed_field
from grader.marking.mended import (
    Mended,
    by_its_name,
    costs_much,
    failing_at_once,
    failing_otherwise,
    is_hidden,
    is_mended,
    told_where,
    with_mended,
)
from grader.marking.observed import Observed, observed_in_all
from grader.marking.parts import enough_is_right, marks_of_parts
from grader.marking.result import FieldResult
from grader.marking.style import style_slip
from grader.marking.withheld import cut_unshown
from grader.messages.remark import Remark
from grader.sandbox.outside.mendable import OVER_THE_END
from grader.sandbox.outside.outcome import Facts, NotReached, Raised, Returned
from grader.sandbox.outside.outcome import Outcome as Seen
from problems.forms import Shapes, agree
from problems.probe import Check, LoadParameters, Style


def mark_code(
    checks: Sequence[Check],
    style: Sequence[Style],
    seen: Mapping[str, tuple[Seen, ...]],
    facts: Facts,
    problem: str,
    runs_mended: Callable[[Sequence[FieldResult]], Iterable[Mended]] = lambda first: (),
    runs_changed: Callable[[Sequence[FieldResult]], Iterable[Mended]] = lambda first: (),
) -> tuple[FieldResult, ...]:
    """Mark the checks and the style rules of one problem.

    ``seen`` has the outcomes of each check's observations, by the name of the check.
    ``runs_mended`` gives, for the marks of the checks, further runs with a mistake mended, of which
    the best one counts; they are asked for only where they may show something. ``runs_changed``
    are those with one place changed, where much is lost all the same.
    """
    marked, doubtful = mark_checks(checks, seen)
    names: Mapping[str, str] = {}
    first = marked, doubtful
    if is_hidden(checks, marked):
        marked, names, doubtful = _best_run(checks, first, runs_mended(marked))
    if costs_much(marked):
        more = _best_run(checks, first, runs_changed(first[0]))
        if _score(more[0]) > _score(marked):
            marked, (_, names, doubtful) = by_its_name(more[0], marked), more
    marked = [_varying_first(with_cause(field, facts, problem)) for field in marked]
    first_about = {
        check.about: field for check, field in reversed([*zip(checks, marked, strict=True)])
    }
    of_style = (
        _mark_style(rule, facts, problem, first_about.get(rule.function, marked[0]), names)
        for rule in style
    )
    marked += [replace(field, is_style=True) for field in of_style]
    secondary = {check.name for check in checks if check.secondary} | {rule.name for rule in style}
    works = _works([field for field in marked if field.name not in secondary])
    marked = [f if works or f.name not in secondary else _idle(f) for f in marked]
    return tuple(without_names(marked, doubtful))


def mark_checks(
    checks: Sequence[Check], seen: Mapping[str, tuple[Seen, ...]]
) -> tuple[list[FieldResult], Doubtful]:
    """Mark the checks of one problem, each by what came of it, without what style may cost.

    With them come the slips that one check names and others speak against.
    """
    observed = observed_in_all(checks, seen)
    every = [one for each in observed.values() for one in each]
    all_right = all(one.is_right for one in every)
    slips = {} if all_right else slips_by_check(observed)
    charged = Charged(
        _wrong_throughout(observed.values()),
        marks_of_parts(checks),
        shown_slips(observed, slips),
        shown_parts(observed, slips),
        {slip.key: slip.mistake for one in every for slip in one.observation.rule.slips},
    )
    marked = with_excused(
        [
            _mark_check(check, observed[check.name], slips.get(check.name, {}), charged)
            for check in checks
        ]
    )
    if any(_misfits(one) for one in every):
        marked = [_unfit(field, check) for field, check in zip(marked, checks, strict=True)]
    return marked, contradicted(observed, slips)


def _best_run(
    checks: Sequence[Check], first: tuple[list[FieldResult], Doubtful], runs: Iterable[Mended]
) -> tuple[list[FieldResult], Mapping[str, str], Doubtful]:
    """The marks with the run that shows most, and the names that functions have in the program.

    No more runs are carried out once nothing is hidden.
    """
    marked, doubtful = first
    best, names, of_best = marked, dict[str, str](), doubtful
    for run in runs:
        if not run.slips:
            best = failing_at_once(best)
            continue
        second, of_second = mark_checks(run.checks, run.seen)
        other = with_mended(marked, second, run.slips)
        if _score(other) > _score(best) and is_mended(marked, second, run.slips):
            best = told_where(other, second, run) if run.place else other
            names = dict(run.names)
            of_best = either(doubtful, of_second)
        if OVER_THE_END in run.slips:
            best = failing_otherwise(best, marked, second)
        if not is_hidden(checks, best):
            break
    return best, names, of_best


def _score(fields: Iterable[FieldResult]) -> float:
    return sum(field.score for field in fields)


def _mark_check(
    check: Check, seen: Sequence[Observed], slips: Mapping[str, tuple[str, ...]], charged: Charged
) -> FieldResult:
    wrong = [one for one in seen if not one.is_right or one.leaves_something]
    if not wrong:
        return FieldResult(check.name, Outcome.CORRECT, check.marks, check.marks)
    excused = _excused_parts(seen, slips, charged)
    carried = [one for one in wrong if _costs_nothing(one, seen, slips, excused)]
    if len(carried) == len(wrong):
        return _mark_carried(check, wrong[0])
    wrong = [one for one in wrong if one not in carried]
    errors = [one.outcome for one in wrong if not one.is_kept_out]
    wrong = [one for one in wrong if not one.is_kept_out or one.outcome not in errors]
    keys = [_slips_in(one, seen, slips) or charged.ending_in(one) for one in wrong]
    by_slips = [
        bool(each)
        and (
            isinstance(one.outcome, Returned)
            or each == _MEMORY
            or charged.explains_error(one, each)
        )
        for one, each in zip(wrong, keys, strict=True)
    ]
    explained = all(by_slips)
    fresh = [
        one
        for one, each, is_by_slip in zip(wrong, keys, by_slips, strict=True)
        if not (is_by_slip and charged.has(each))
    ]
    if explained:
        for one, each in zip(wrong, keys, strict=True):
            charged.note(each)
            if each != _MEMORY:
                charged.note_error(one, each)
        fresh += [] if fresh else [one for one in wrong if charged.is_unshown(one, check)]
        if not fresh:
            lasting = [
                one
                for one, each in zip(wrong, keys, strict=True)
                if each not in _BETWEEN_CALLS and one.observation.rule.key not in excused
                if isinstance(one.outcome, Returned) or each == _MEMORY
            ]
            return _mark_again(check, wrong[0], keys[0], no_evidence(lasting, slips))
    for each in keys:
        if each in _BETWEEN_CALLS:  # what else is wrong may come of it
            charged.note(each)
    charged.note_parts(fresh)
    charged.note_columns(one for one, each in zip(wrong, keys, strict=True) if not each)
    first = _most_telling(fresh or wrong, seen, slips)
    if not isinstance(first.outcome, Returned):
        if first.missing_attribute is not None:
            return _without_attribute(check, first, first.missing_attribute)
        failed = failed_field(check.name, check.marks, first.outcome, first.what_failed)
        has_run = not isinstance(first.outcome, NotReached)
        told_inputs = has_run and failed.outcome in (Outcome.CRASHED, Outcome.OVER_LIMIT)
        failed = replace(failed, inputs=shown_inputs(check, first) if told_inputs else None)
        failed = _with_crashing_slip(failed, first, slips)
        return failed if first.observation.shown else cut_unshown(failed)
    found = _slips_in(first, seen, slips)
    named = Remark("check-slip" if len(found) == 1 else "check-several-slips", {"slips": found})
    outcome = Outcome.SLIP if found else Outcome.WRONG
    if first.unsuitable is not None:
        outcome = Outcome.UNREADABLE
    between = found in _BETWEEN_CALLS
    varying = () if between or found else _varying(fresh or wrong)
    if between:
        is_of_another = first.is_of_other_inputs or _is_of_another_call(first, seen)
        told = differences_between_calls(first, is_of_another=is_of_another)
    else:
        told = (*varying, *differences(first))
    others = () if between else _slips_in_other_columns(first, zip(wrong, keys, strict=True), found)
    beside = compared(first) if first.observation.shown and not between else None
    where = () if found or varying else deviation(beside)
    remarks = (*((named,) if found else ()), *told, *where, *others)
    return field_with_evidence(check, first, outcome, 0.0, found, remarks, beside)


def _varying(wrong: Sequence[Observed]) -> tuple[Remark, ...]:
    """That one and the same call has given other values each time: one of those that are wrong.

    It is said whatever the mistake is found to be: of values that vary nothing else tells much.
    """
    varied = (one for one in wrong if not one.is_right and one.number_of_another is not None)
    one = next(varied, None)
    return () if one is None else differences_between_calls(one, is_of_another=False)


def _varying_first(field: FieldResult) -> FieldResult:
    """A field in which it is said first that the same call gives other values."""
    first = [remark for remark in field.remarks if remark.key == VARYING]
    rest = [remark for remark in field.remarks if remark.key != VARYING]
    return replace(field, remarks=(*first, *rest)) if first else field


def _slips_in_other_columns(
    told: Observed, wrong: Iterable[tuple[Observed, tuple[str, ...]]], known: Sequence[str]
) -> tuple[Remark, ...]:
    """The mistakes in further columns of the table of which one is told, each once."""
    found: dict[tuple[str, ...], Observed] = {}
    for one, keys in wrong:
        is_beside = one.observation.column is not None and one.steps[-1:] == told.steps[-1:]
        is_other = one.observation.shown == told.observation.shown and len(keys) == 1
        if is_beside and is_other and not set(keys) & {*known}:
            found.setdefault(keys, one)
    return tuple(
        Remark("check-slip-in", {"what": one.observation.what, "slips": keys})
        for keys, one in found.items()
    )


def _most_telling(
    wrong: Sequence[Observed], seen: Sequence[Observed], slips: Mapping[str, tuple[str, ...]]
) -> Observed:
    """The value to tell of: the first, but one that shows a memory before others that do not."""
    memories = (one for one in wrong if _slips_in(one, seen, slips) in _BETWEEN_CALLS)
    return next(memories, wrong[0])


_MEMORY = ("state-kept",)
"""The slip of a program that gives what it gives by what it was called with before."""
_OVERWRITTEN = ("result-overwritten",)
"""That of one that changes what it gave before."""
_BETWEEN_CALLS = (_MEMORY, _OVERWRITTEN)


def _slips_in(
    one: Observed, seen: Sequence[Observed], slips: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The slips that give what came: those of its rule, or that something is left of calls."""
    named = () if one.is_right else slips.get(one.observation.rule.key, ())
    if named:
        return named
    if one.is_of_other_inputs or _shows_memory(one):
        return _MEMORY
    if _is_of_another_call(one, seen) or _was_right_before(one, seen):
        return _MEMORY
    if not one.is_right and any(map(_shows_memory, seen[: seen.index(one)])):
        return _MEMORY  # what is left of the calls before may have done it
    return _OVERWRITTEN if one.is_changed_later else ()


def _shows_memory(one: Observed) -> bool:
    """Whether the right value came, and another one when the call was made again."""
    return one.number_of_another is not None and one.was_right_once


def _is_of_another_call(one: Observed, seen: Sequence[Observed]) -> bool:
    """Whether the wrong value is the right one of another call in the same check."""
    if one.is_right or not isinstance(one.outcome, Returned) or one.unsuitable is not None:
        return False
    form, true = one.observation.form, one.observation.true
    return any(
        other.is_right
        and other.observation.rule.key == one.observation.rule.key
        and values_agree(form, one.found, other.observation.true)
        and not agree(form, other.observation.true, true)
        for other in seen
    )


def _was_right_before(one: Observed, seen: Sequence[Observed]) -> bool:
    """Whether the same call of the same object gave the right value earlier in the check."""
    if one.is_right or not isinstance(one.outcome, Returned):
        return False
    form, earlier = one.observation.form, seen[: seen.index(one)]
    return any(
        other.is_right
        and other.observation.rule.key == one.observation.rule.key
        and agree(form, other.observation.true, one.observation.true)
        for other in earlier
    )


def _costs_nothing(
    one: Observed,
    seen: Sequence[Observed],
    slips: Mapping[str, tuple[str, ...]],
    excused: Set[str],
) -> bool:
    """Whether a wrong value, which no slip explains, is no mistake of its own.

    It is none if it follows from the program's own earlier values, or if it is of an ``excused``
    part.
    """
    if not _has_come(one):
        return False
    if one.observation.column is not None and one.observation.rule.key in excused:
        return True  # what a few numbers may come of is no other mistake in this column
    if _slips_in(one, seen, slips):
        return False
    return one.is_carried or one.observation.rule.key in excused


def _excused_parts(
    seen: Sequence[Observed], slips: Mapping[str, tuple[str, ...]], charged: Charged
) -> frozenset[str]:
    """The parts that are wrong throughout and have cost marks, if enough others are right here.

    A part with a slip that has cost marks is as good as right, if its values show the rest.
    """

    def is_sound(wrong: Sequence[Observed]) -> bool:
        named = slips.get(wrong[0].observation.rule.key, ())
        return charged.has(named) and no_evidence(wrong, slips) is None

    parts = {one.observation.rule.key for one in seen}
    found = frozenset(part for part in parts if charged.has_part(part))
    is_enough = found and enough_is_right(seen, charged.marks_of_parts, is_sound)
    return found if is_enough else frozenset()


def _wrong_throughout(checks: Iterable[Sequence[Observed]]) -> frozenset[str]:
    """The rules of which each check has wrong values, though none returned is trivial: zeros, say.

    An attribute that stays at zero is as good as one that is never set.
    """
    parts: set[str] = set()
    spoilt: set[str] = set()
    for seen in checks:
        here = {one.observation.rule.key for one in seen}
        wrong = {one.observation.rule.key for one in seen if not one.is_right}
        trivial = {
            one.observation.rule.key
            for one in seen
            if not one.is_right
            and (not _has_come(one) or (one.has_trivial_numbers and not one.is_attribute))
        }
        parts |= here
        spoilt |= (here - wrong) | trivial
    return frozenset(parts - spoilt)


def _has_come(one: Observed) -> bool:
    """Whether something came, if no number, or is not where it should be: no error, no limit."""
    return isinstance(one.outcome, Returned) or one.missing_attribute == one.observation.what


def _mark_carried(check: Check, one: Observed) -> FieldResult:
    """A check in which nothing is wrong but what has cost marks before."""
    remarks = (Remark("check-carried", {"what": one.observation.what}),)
    return field_with_evidence(check, one, Outcome.FOLLOW_THROUGH, check.marks, (), remarks)


def _without_attribute(check: Check, one: Observed, what: str) -> FieldResult:
    """A method that is not there was not answered; a value that a method did not leave is wrong."""
    outcome = Outcome.WRONG if what == one.observation.what else Outcome.UNANSWERED
    remarks = (Remark("missing-attribute", {"what": what}),)
    return FieldResult(check.name, outcome, 0.0, check.marks, remarks=remarks)


def _mark_again(
    check: Check, one: Observed, slips: tuple[str, ...], doubt: Remark | None
) -> FieldResult:
    """A check that only shows a slip which has cost marks before.

    It keeps its marks, unless there is a ``doubt`` that its values are evidence of the rest.
    """
    details = {"slips": slips}
    if doubt is not None:
        remarks = (doubt, *differences(one))
        return field_with_evidence(check, one, Outcome.SLIP, 0.0, slips, remarks)
    named = Remark("slip-again" if len(slips) == 1 else "several-slips-again", details)
    return field_with_evidence(check, one, Outcome.SLIP, check.marks, slips, (named,))


def _with_crashing_slip(
    field: FieldResult, one: Observed, slips: Mapping[str, tuple[str, ...]]
) -> FieldResult:
    """Names the mistakes that end in this error, or else tells what it probably comes of."""
    rule = one.observation.rule
    named = slips.get(rule.key, ()) if isinstance(one.outcome, Raised) else ()
    failing = tuple(slip.key for slip in rule.slips if slip.may_fail and slip.key in named)
    keys = failing or tuple(s.key for s in rule.slips if s.crashes and s.key in named)
    if not keys:
        from grader.marking.likely_cause import likely_cause  # many patterns, for errors alone

        cause = likely_cause(one)
        return field if cause is None else replace(field, remarks=(*field.remarks, cause))
    several = "fail-slip" if len(failing) == 1 else "fail-several-slips"
    remark = Remark(several if failing else "crash-slip", {"slips": keys})
    return replace(field, slips=keys, remarks=(remark, *field.remarks))


def _misfits(one: Observed) -> bool:
    """Whether a model has other parameters than it should have."""
    shapes = isinstance(one.observation.form, Shapes) and isinstance(one.outcome, Returned)
    return shapes and not one.is_right


def _unfit(field: FieldResult, check: Check) -> FieldResult:
    """What went wrong after some parameters of a model could not be set: that is said first."""
    loads = any(isinstance(step, LoadParameters) for step in check.probe.steps)
    told = field.outcome in (Outcome.CORRECT, Outcome.UNANSWERED) or len(field.slips) == 1
    if told or not loads:
        return field
    return replace(field, remarks=(Remark("parameters-do-not-fit"), *field.remarks))


def _mark_style(
    rule: Style, facts: Facts, problem: str, first: FieldResult, names: Mapping[str, str]
) -> FieldResult:
    """A rule of style; where no function runs, it fares as the ``first`` check of it does."""
    function = facts.judged(names.get(rule.function, rule.function), problem)
    if function is None and first.outcome in (Outcome.CORRECT, Outcome.SLIP, Outcome.WRONG):
        remark = Remark("no-definition", {"name": rule.function})
        return FieldResult(rule.name, Outcome.WRONG, 0.0, rule.marks, remarks=(remark,))
    if function is None or function.blank:
        return replace(first, name=rule.name, score=0.0, max_score=rule.marks, inputs=None)
    slip, called = style_slip(rule, facts.apart_from(rule.besides, function, problem))
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


def _works(fields: Sequence[FieldResult]) -> bool:
    """Whether a program earns half of the marks for what it works out.

    A slip that is named for sure does not count against it, unless it leaves nothing of the rest.
    """
    total = sum(field.max_score for field in fields)
    earned = sum(field.max_score if _is_one_slip(field) else field.score for field in fields)
    return earned > 0 and 2 * earned >= total


def _is_one_slip(field: FieldResult) -> bool:
    is_doubted = any(remark.key in DOUBTS for remark in field.remarks)
    return field.outcome is Outcome.SLIP and len(field.slips) == 1 and not is_doubted


def _idle(field: FieldResult) -> FieldResult:
    """A field that even a program which does nothing would pass is not judged for one."""
    if not field.score:
        return field
    return replace(
        field, outcome=Outcome.NOT_JUDGED, score=0.0, slips=(), remarks=(Remark("idle"),)
    )
