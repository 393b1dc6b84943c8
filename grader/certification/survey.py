"""The examination of families over many seeds, in parallel: a certificate for each."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from functools import cache

from grader.certification import examination, statements
from grader.certification.certificate import Certificate, certificate
from grader.certification.elsewhere import digests_elsewhere
from grader.certification.fault import Fault, Kind
from grader.certification.specimen import Specimen
from grader.certification.submissions import HandingIn
from grader.messages.fault import described
from grader.render.proofreading import proofread
from grader.sandbox.outside.sandbox import Sandbox
from problems.catalogue import family
from problems.drawing import NoVariantError
from problems.family import LEVELS, Level
from problems.variant import UnknownSlipError

_CHUNK = 10


@dataclass(frozen=True)
class Plan:
    """What is to be examined.

    Args:
        families: their keys.
        levels: of each of them.
        seeds: per level.
        first: the first seed.
        every_slip: whether each mistake is handed in on every variant, and not in turns.
    """

    families: tuple[str, ...]
    levels: tuple[Level, ...] = LEVELS
    seeds: int = 50
    first: int = 0
    every_slip: bool = False


@dataclass(frozen=True)
class Chunk:
    """A part of the work: some seeds of a level; without a level the examples and the rules."""

    family: str
    level: Level | None
    seeds: tuple[int, ...]
    every_slip: bool


def chunks(plan: Plan) -> Iterator[Chunk]:
    """The parts of the work, so that the families are finished one after the other."""
    last = plan.first + plan.seeds
    for key in plan.families:
        yield Chunk(key, None, (), plan.every_slip)
        for level in plan.levels:
            for start in range(plan.first, last, _CHUNK):
                seeds = tuple(range(start, min(start + _CHUNK, last)))
                yield Chunk(key, level, seeds, plan.every_slip)


def certify(
    plan: Plan, jobs: int, progress: Callable[[str, int], None] = lambda key, variants: None
) -> Iterator[Certificate]:
    """The certificate of each family, in the order of the plan.

    ``progress`` is told of each part that is done, with its family and how many variants it had.
    """
    todo = list(chunks(plan))
    specimens: dict[str, list[Specimen]] = {key: [] for key in plan.families}
    faults: dict[str, list[Fault]] = {key: [] for key in plan.families}
    left = {key: sum(chunk.family == key for chunk in todo) for key in plan.families}
    waiting = list(plan.families)
    for chunk, (seen, found) in _done(todo, jobs):
        specimens[chunk.family] += seen
        faults[chunk.family] += found
        left[chunk.family] -= 1
        progress(chunk.family, len(chunk.seeds) or 1)
        while waiting and not left[waiting[0]]:
            key = waiting.pop(0)
            ordered = sorted(specimens.pop(key), key=_order)
            made = certificate(key, plan.seeds, ordered, sorted(faults.pop(key), key=str))
            yield replace(made, first=plan.first, every_slip=plan.every_slip)


def _order(specimen: Specimen) -> tuple[bool, int, int | str]:
    if specimen.example:
        return True, 0, specimen.example
    return False, [*LEVELS].index(specimen.level), int(specimen.seed)  # type: ignore[arg-type]


Done = tuple[list[Specimen], list[Fault]]


def _done(todo: Sequence[Chunk], jobs: int) -> Iterator[tuple[Chunk, Done]]:
    if jobs == 1:
        for chunk in todo:
            yield chunk, examine(chunk)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        running: dict[Future[Done], Chunk] = {pool.submit(examine, c): c for c in todo}
        try:
            for future in as_completed(running):
                yield running[future], future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


@cache
def _sandbox() -> Sandbox:
    """Fork servers that stay as long as this process."""
    import atexit

    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox


def examine(chunk: Chunk) -> Done:
    """The specimens of a part of the work, and the faults that belong to none of them."""
    with HandingIn(_sandbox()) as handing_in:
        if chunk.level is None:
            return _examples_and_rules(chunk, handing_in)
        return _drawn(chunk, chunk.level, handing_in)


def _examples_and_rules(chunk: Chunk, handing_in: HandingIn) -> Done:
    key = chunk.family
    faults: list[Fault] = []
    for look in (statements.faults_of, _faults_in_texts):
        try:
            faults += look(key)
        except (NoVariantError, UnknownSlipError):
            continue  # of which the draws themselves tell
        except Exception as error:
            faults.append(Fault(Kind.OWN, key, described(error)))
    seen = [
        examination.example(key, name, handing_in, chunk.every_slip)
        for name in family(key).examples
    ]
    return seen, faults


def _faults_in_texts(key: str) -> Iterator[Fault]:
    for fault in proofread([key]):
        if fault.family == key:
            yield Fault(Kind.TEXT, key, str(replace(fault, family="")))


def _drawn(chunk: Chunk, level: Level, handing_in: HandingIn) -> Done:
    seen: list[Specimen] = []
    faults: list[Fault] = []
    for seed in chunk.seeds:
        try:
            seen.append(examination.drawn(chunk.family, level, seed, handing_in, chunk.every_slip))
        except examination.NoSpecimenError as error:
            faults.append(_with_what_is_left_out(error.fault, seed, chunk.seeds[-1]))
            if error.fault.kind is Kind.DRAW:
                break  # hundreds of proposals take a second or more: the others may be as bad
    faults += _other_bytes(chunk, level, seen)
    return seen, faults


def _with_what_is_left_out(fault: Fault, seed: int, last: int) -> Fault:
    """A draw that came to nothing, and the seeds that are not tried after it."""
    if fault.kind is not Kind.DRAW or seed == last:
        return fault
    return replace(fault, message=f"{fault.message}; seeds {seed + 1} to {last} were not tried")


def _other_bytes(chunk: Chunk, level: Level, seen: Sequence[Specimen]) -> Iterator[Fault]:
    """Variants of which another process writes other bytes."""
    if not seen:
        return
    try:
        again = digests_elsewhere(chunk.family, level, [s.seed for s in seen])
    except RuntimeError as error:
        text = f"it cannot be drawn in another process: {str(error).splitlines()[-1]}"
        yield Fault(Kind.BYTES, chunk.family, text, level=level, seed=seen[0].seed)
        return
    for specimen, other in zip(seen, again, strict=True):
        if specimen.digest != other:
            text = "another process, with another hash seed, writes other bytes"
            yield Fault(Kind.BYTES, chunk.family, text, level=level, seed=specimen.seed)
