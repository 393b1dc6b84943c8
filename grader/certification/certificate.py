"""What a family's specimens say together: a summary of each level, and all that does not hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from grader.certification import difficulty, guesses, leaks, slips
from grader.certification.fault import Fault
from grader.certification.specimen import Specimen
from problems.catalogue import family
from problems.family import LEVELS, Family

_MOST_REASONS = 5


@dataclass(frozen=True)
class Spread:
    """The least, the median and the largest of some numbers."""

    least: float
    middle: float
    most: float

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Spread:
        """That of at least one number."""
        return cls(min(numbers), median(numbers), max(numbers))


@dataclass(frozen=True)
class LevelSummary:
    """What was seen of a level.

    Args:
        level: its name.
        variants: how many were drawn.
        distinct: how many different parameters there were among them.
        rejected: the share of proposals that were rejected.
        reasons: how often each reason rejected one, the commonest first.
        effort: operations, signs and digits of a variant.
        seconds: how long a draw took.
        slips: on how many variants each mistake shows, and on how many of these it is told.
        answers: of each blank how often each value was right, the commonest first.
        guesses: the part of the marks that each way to guess earns in the mean, the best first.
    """

    level: str
    variants: int
    distinct: int
    rejected: float
    reasons: Mapping[str, int]
    effort: Spread
    efforts: tuple[int, ...]
    seconds: Spread
    slips: Mapping[str, tuple[int, int]]
    answers: Mapping[str, Mapping[str, int]]
    guesses: Mapping[str, float]


@dataclass(frozen=True)
class Certificate:
    """All that was found out about a family."""

    family: str
    kind: str
    seeds: int
    levels: tuple[LevelSummary, ...]
    faults: tuple[Fault, ...]
    not_judged: tuple[str, ...] = ()
    """What takes more variants than there were, in words: of it the certificate says nothing."""
    first: int = 0
    every_slip: bool = False

    def command(self, fault: Fault) -> str:
        """What shows one of the faults again."""
        return fault.command(self.seeds, self.first, every_slip=self.every_slip)

    @property
    def is_clean(self) -> bool:
        """Whether everything holds."""
        return not self.faults


def certificate(
    key: str, seeds: int, specimens: Sequence[Specimen], faults: Sequence[Fault]
) -> Certificate:
    """The certificate of a family from what was seen of its variants, and further faults."""
    chosen = family(key)
    not_judged = tuple(_not_judged(chosen, specimens))
    found = [
        *faults,
        *(fault for specimen in specimens for fault in specimen.faults),
        *(slips.faults_over(chosen, specimens) if _has_all_levels(specimens) else ()),
        *slips.unknown_core_slips(chosen, specimens),
        *slips.never_told(chosen, specimens),
        *difficulty.faults_over(chosen, specimens),
        *leaks.faults_over(chosen, specimens),
        *guesses.faults_over(chosen, specimens),
    ]
    summaries = tuple(_summaries(specimens))
    return Certificate(key, chosen.kind, seeds, summaries, tuple(dict.fromkeys(found)), not_judged)


def _has_all_levels(specimens: Sequence[Specimen]) -> bool:
    """Whether there are variants of every level: a mistake may have no room in some of them."""
    return {s.level for s in specimens if not s.example}.issuperset(LEVELS)


def _not_judged(chosen: Family, specimens: Sequence[Specimen]) -> Iterator[str]:
    """What only shows over many variants, or over all levels, of which there were too few."""
    counts = Counter(s.level for s in specimens if not s.example)
    fewest = min(counts.values(), default=0)
    if fewest < leaks.ENOUGH and chosen.kind == "hand":
        yield f"answers in their statement ({leaks.ENOUGH} variants of a level)"
    if fewest < guesses.ENOUGH and chosen.kind == "hand":
        yield f"marks for guesses ({guesses.ENOUGH} of a level)"
    if fewest < difficulty.ENOUGH:
        yield f"equal effort ({difficulty.ENOUGH} of a level)"
    if fewest < difficulty.ENOUGH or not _has_all_levels(specimens):
        yield f"rising effort ({difficulty.ENOUGH} of each level)"
    if counts.total() < slips.ENOUGH or not _has_all_levels(specimens):
        yield f"dead and equal slips ({slips.ENOUGH}, of all levels)"
    if fewest < slips.ENOUGH and chosen.kind == "hand":
        yield f"core slips that are never told ({slips.ENOUGH} of a level)"


def _summaries(specimens: Sequence[Specimen]) -> Iterator[LevelSummary]:
    for level in LEVELS:
        own = [s for s in specimens if s.level == level and not s.example]
        if own:
            yield _summary(level, own)


def _summary(level: str, own: Sequence[Specimen]) -> LevelSummary:
    rejected = sum((s.rejected for s in own), Counter[str]())
    efforts = tuple(s.effort.total for s in own)
    keys = dict.fromkeys(key for s in own for key in s.slips)
    blanks = dict.fromkeys(name for s in own for name in s.answers)
    return LevelSummary(
        level=level,
        variants=len(own),
        distinct=len({s.parameters for s in own}),
        rejected=rejected.total() / (rejected.total() + len(own)),
        reasons=dict(rejected.most_common(_MOST_REASONS)),
        effort=Spread.of(efforts),
        efforts=efforts,
        seconds=Spread.of([s.seconds for s in own]),
        slips={key: _shown_and_told(key, own) for key in keys},
        answers={
            name: dict(Counter(s.answers[name] for s in own if name in s.answers).most_common())
            for name in blanks
        },
        guesses=guesses.means(own),
    )


def _shown_and_told(key: str, own: Sequence[Specimen]) -> tuple[int, int]:
    seen = [s.slips[key] for s in own if key in s.slips]
    return sum(bool(each.print) for each in seen), sum(bool(each.told) for each in seen)


def as_data(found: Certificate) -> dict[str, Any]:
    """A certificate as plain data for JSON."""
    return {
        "family": found.family,
        "kind": found.kind,
        "seeds": found.seeds,
        "clean": found.is_clean,
        "not_judged": list(found.not_judged),
        "faults": [
            {
                "kind": fault.kind.value,
                "where": fault.where,
                "message": fault.message,
                "command": found.command(fault),
            }
            for fault in found.faults
        ],
        "levels": [
            {
                "level": level.level,
                "variants": level.variants,
                "distinct": level.distinct,
                "rejected": round(level.rejected, 4),
                "reasons": dict(level.reasons),
                "effort": vars(level.effort),
                "seconds": {name: round(number, 5) for name, number in vars(level.seconds).items()},
                "slips": {
                    key: {"shown": shown, "told": told}
                    for key, (shown, told) in level.slips.items()
                },
                "answers": {name: dict(counts) for name, counts in level.answers.items()},
                "guesses": {way: round(share, 4) for way, share in level.guesses.items()},
            }
            for level in found.levels
        ],
    }
