"""One variant, looked at from all sides: what was seen of it, and its faults.

It is plain data, since specimens are made in many processes and compared in one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.certification.fault import Fault
from problems.effort import Effort


@dataclass(frozen=True)
class SlipSeen:
    """What a mistake does on one variant.

    ``print`` is a fingerprint of the values that it leads to, empty where it changes nothing that
    is asked. ``told`` says that where it first shows, it alone explains what came; None if it was
    not looked at on this variant.
    """

    print: str
    told: bool | None


@dataclass(frozen=True)
class Specimen:
    """What was seen of a variant.

    Args:
        level: its level; an example has that of its family's standard.
        seed: what it was drawn from.
        example: its name, if it is a published one.
        parameters: a fingerprint of them.
        digest: a fingerprint of all that is written of it, in every language.
        effort: how much work it is.
        rejected: what was rejected before it was drawn, by reason.
        seconds: how long it took to draw.
        answers: the true value of each blank, as a text; empty in code.
        slips: what each known mistake does on it.
        numbers: the numbers of the English statement in a row, with the formats of the blanks.
        given: the numbers that were drawn, in a row.
        sequences: the numbers of the answer to each blank, in a row.
        guesses: the part of the marks that each way to guess earns; empty in code.
        faults: what does not hold of it.
    """

    level: str
    seed: str
    example: str
    parameters: str
    digest: str
    effort: Effort
    rejected: Counter[str]
    seconds: float
    answers: Mapping[str, str] = field(default_factory=dict)
    slips: Mapping[str, SlipSeen] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    sequences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    guesses: Mapping[str, float] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
