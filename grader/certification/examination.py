"""The examination of one variant: drawn, solved twice, written, handed in, marked."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from grader.answers.answer import NoValue, read_answer, suited
from grader.answers.outcome import Outcome
from grader.certification import carried, guesses, slips, statements, writing
from grader.certification.digest import LATE_TURNS, digest, has_turn, is_late
from grader.certification.fault import Fault, Kind
from grader.certification.specimen import SlipSeen, Specimen
from grader.certification.submissions import HandingIn, told_of
from grader.marking.result import ProblemResult
from grader.messages.fault import described
from grader.render.script import Work, blank, mistaken, model
from grader.sheet.sheet import Problem, SheetError
from problems.catalogue import family, folder
from problems.drawing import NoVariantError, draw, reasons_against
from problems.effort import Effort
from problems.family import ByHand, InCode, Level
from problems.forms import agree
from problems.sentences import LANGUAGES
from problems.variant import UnknownSlipError, Variant, example_variant

TURNS = {"hand": 12, "code": 8, "torch": 40}
"""Of so many variants in a row each mistake is handed in on one; PyTorch is dear to run.

By hand each is marked without a file all the same, on every variant of the first hundred seeds, and
then on one of `LATE_TURNS`.
"""

T = TypeVar("T")
Found = tuple[Kind, str]


class NoSpecimenError(Exception):
    """There is no variant to look at; ``fault`` says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def drawn(
    key: str, level: Level, seed: int, handing_in: HandingIn, every_slip: bool = False
) -> Specimen:
    """What is seen of the variant of a seed. Raises NoSpecimenError."""
    variant, rejected, seconds = _drawn(key, level, seed)
    turn = None if every_slip else seed
    return _specimen(variant, rejected, seconds, _Handing(handing_in, turn))


def compared(key: str, level: Level, seed: int) -> Specimen:
    """What is seen of the variant of a seed beside others, without writing and marking it.

    Raises NoSpecimenError.
    """
    return _specimen(*_drawn(key, level, seed), None)


def example(key: str, name: str, handing_in: HandingIn, every_slip: bool = False) -> Specimen:
    """What is seen of a published example."""
    variant = as_stored(example_variant(key, name))
    turn = None if every_slip else 0
    return _specimen(variant, Counter(), 0.0, _Handing(handing_in, turn))


def compared_example(key: str, name: str) -> Specimen:
    """What is seen of a published example beside others, without writing and marking it."""
    return _specimen(as_stored(example_variant(key, name)), Counter(), 0.0, None)


def _drawn(key: str, level: Level, seed: int) -> tuple[Variant, Counter[str], float]:
    start = time.perf_counter()
    try:
        found = draw(key, level, str(seed))
    except (NoVariantError, UnknownSlipError) as error:
        kind = Kind.DRAW if isinstance(error, NoVariantError) else Kind.CORE
        fault = Fault(kind, key, str(error), level=level, seed=str(seed))
        raise NoSpecimenError(fault) from error
    except Exception as error:
        fault = Fault(Kind.OWN, key, described(error), level=level, seed=str(seed))
        raise NoSpecimenError(fault) from error
    return as_stored(found.variant), found.rejected, time.perf_counter() - start


def as_stored(variant: Variant) -> Variant:
    """A variant as it comes back from a sheet: through JSON."""
    stored = json.loads(json.dumps(variant.parameters))
    return Variant(variant.family, variant.level, variant.seed, stored, variant.example)


@dataclass(frozen=True)
class _Handing:
    """Where work is handed in, and whose turn it is among the mistakes (None: that of all)."""

    place: HandingIn
    turn: int | None


def _specimen(
    variant: Variant, rejected: Counter[str], seconds: float, handing: _Handing | None
) -> Specimen:
    """All of it is looked at, or, where nothing is handed in, what is compared with others."""
    faults: list[Fault] = []

    def look(what: Callable[[], T], otherwise: T) -> T:
        """What is seen; an exception of ours is a fault, and costs only what it touches."""
        try:
            return what()
        except Exception as error:
            faults.append(_fault(variant, Kind.OWN, described(error)))
            return otherwise

    guessed = guesses.Guessing(variant)
    is_guessed = has_turn(variant)
    written = writing.Written({})
    if handing is not None:
        for part in (
            statements.faults_on(variant),
            writing.faults_of(variant, written),
            _example_faults(variant),
            guessed.faults() if is_guessed else (),
            _carried_faults(variant, handing.turn),
            _handed_in_faults(variant, handing),
        ):
            nothing: list[Found] = []
            found = look(lambda part=part: list(part), nothing)  # type: ignore[misc]
            faults += [_fault(variant, kind, message) for kind, message in found]
    unsound: list[str] = []
    for reason in look(lambda: list(_reasons_against_judged(variant)), unsound):
        faults.append(
            _fault(variant, Kind.DRAW, f"it is judged to be a good exercise, but {reason}")
        )
    no_numbers: dict[str, Any] = {}
    return Specimen(
        level=variant.level,
        seed=variant.seed,
        example=variant.example or "",
        parameters=slips.fingerprint(json.dumps(variant.parameters, sort_keys=True)),
        digest=look(lambda: digest(variant, written.documents.items()), "") if handing else "",
        effort=look(lambda: variant.effort, Effort(0)),
        rejected=rejected,
        seconds=seconds,
        slips=look(
            lambda: _slips_seen(variant, every=handing is not None and not is_late(variant)), {}
        ),
        guesses=look(lambda: guessed.earned, {}) if is_guessed else {},
        **look(lambda: writing.numbers_of(variant), no_numbers),
        faults=tuple(faults),
    )


def _reasons_against_judged(variant: Variant) -> Iterator[str]:
    """Why a variant would not have been drawn, if it was judged without being worked out."""
    judged = variant.family.judge(variant.parameters, variant.level)
    if variant.example is None and judged is not None:
        yield from reasons_against(variant)


def _fault(variant: Variant, kind: Kind, message: str) -> Fault:
    key = variant.family.key
    if variant.example is not None:
        return Fault(kind, key, message, example=variant.example)
    return Fault(kind, key, message, level=variant.level, seed=variant.seed)


def _slips_seen(variant: Variant, *, every: bool) -> dict[str, SlipSeen]:
    if isinstance(variant.family.task, ByHand):
        # An example need not have the core slips of any level.
        core = variant.core if variant.example is None else ()
        return slips.seen_by_hand(variant, None if every else core)
    return slips.seen_in_code(variant)


def _handed_in_faults(variant: Variant, handing: _Handing) -> Iterator[Found]:
    """The model solution, nothing at all, and work with one mistake, each marked for real."""
    turn = handing.turn
    language = LANGUAGES[(turn or 0) % len(LANGUAGES)]

    def handed_in(work: Callable[[Problem], Work], suffix: str = ".py") -> ProblemResult | Found:
        try:
            result = handing.place.result(variant, work, language, suffix)
        except SheetError as error:
            return Kind.MODEL_SOLUTION, f"its file is refused: {error}"
        return result.problems[0]

    # the notebook has the same answers, so that it is looked at less often
    for suffix in (".py", ".ipynb") if not turn or turn % 10 == 0 else (".py",):
        result = handed_in(model, suffix)
        if not isinstance(result, ProblemResult):
            yield result
            return
        if result.score < result.max_score or not result.max_score:
            yield Kind.MODEL_SOLUTION, f"the model solution loses marks: {told_of(result)}"
        elif any(field.outcome is not Outcome.CORRECT for field in result.fields):
            yield Kind.MODEL_SOLUTION, f"the model solution is not right: {told_of(result)}"
    if isinstance(variant.family.task, ByHand):
        yield from _slips_in_place(variant, turn)
        if turn is not None and is_late(variant):
            if not has_turn(variant):
                return
            turn //= LATE_TURNS
    nothing = handed_in(blank)
    if not isinstance(nothing, ProblemResult):
        yield nothing
        return
    if nothing.score:
        yield Kind.BLANK_SHEET, f"a blank sheet earns {nothing.score:g}"
    others = [f for f in nothing.fields if f.outcome is not Outcome.UNANSWERED or f.slips]
    if others:
        yield Kind.BLANK_SHEET, f"{others[0].name} is {others[0].outcome.value}, not unanswered"
    yield from _slip_faults(variant, handed_in, turn)


def _carried_faults(variant: Variant, turn: int | None) -> Iterator[Found]:
    if isinstance(variant.family.task, ByHand):
        yield from carried.faults_on(variant, turn, TURNS["hand"])


def _slips_in_place(variant: Variant, turn: int | None) -> Iterator[Found]:
    """The mistakes by hand, marked without a file."""
    keys = slips.slip_keys(variant)
    if turn is not None and is_late(variant):
        keys = keys[turn % LATE_TURNS :: LATE_TURNS]
    for key in keys:
        if problem := slips.judged_by_hand(variant, key, slips.marked_with_slip(variant, key)):
            yield Kind.SLIP, problem


def _slip_faults(
    variant: Variant,
    handed_in: Callable[[Callable[[Problem], Work]], ProblemResult | Found],
    turn: int | None,
) -> Iterator[Found]:
    keys = slips.slip_keys(variant)
    by_hand = isinstance(variant.family.task, ByHand)
    for key in _of_turn(variant, keys, turn):
        result = handed_in(partial(mistaken, slip=key))
        if not isinstance(result, ProblemResult):
            yield result
            continue
        if by_hand:
            problem = slips.judged_by_hand(variant, key, result.fields)
            problem = problem and f"handed in, {problem}"
        else:
            problem = slips.judged_in_code(variant, key, result)
        if problem:
            yield Kind.SLIP, problem


def _of_turn(variant: Variant, keys: tuple[str, ...], turn: int | None) -> tuple[str, ...]:
    if turn is None:
        return keys
    task = variant.family.task
    turns = TURNS["torch" if isinstance(task, InCode) and task.torch else variant.family.kind]
    return keys[turn % turns :: turns]


def _example_faults(variant: Variant) -> Iterator[Found]:
    """Published values that do not come out, read as a student would type them."""
    if variant.example is None or not isinstance(variant.family.task, ByHand):
        return
    known = family(variant.family.key).examples[variant.example]
    if not known.source.strip():
        yield Kind.EXAMPLE, "the example has no source"
    names = {asked.name for asked in variant.working.asked}
    texts = folder(variant.family.key)
    for name in sorted(known.answers.keys() - names):
        yield Kind.EXAMPLE, f"the example has an answer to {name}, which is not asked"
    for asked in variant.working.asked:
        if asked.name not in known.answers:
            yield Kind.EXAMPLE, f"the example has no answer to {asked.name} worked out by hand"
            continue
        true = variant.truth[asked.name]
        typed = known.answers[asked.name]
        answer = suited(read_answer(asked.form, typed, folder=texts), true)
        if isinstance(answer, NoValue) or not agree(asked.form, answer, true):
            yield (
                Kind.EXAMPLE,
                (
                    f"the published {asked.name} is {known.answers[asked.name]!r}, "
                    f"but {true} came out"
                ),
            )
