"""Specimens as the tests want them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from grader.certification.specimen import SlipSeen, Specimen
from problems.effort import Effort

PLAIN = Specimen(
    level="easy",
    seed="0",
    example="",
    parameters="p",
    digest="d",
    effort=Effort(10, 2, 3),
    rejected=Counter(),
    seconds=0.01,
)


def with_slips(prints: Mapping[str, str], told: Mapping[str, bool] | None = None) -> Specimen:
    """A specimen on which mistakes lead to values with these fingerprints."""
    seen = {key: SlipSeen(each, (told or {}).get(key, False)) for key, each in prints.items()}
    return replace(PLAIN, slips=seen)


def with_effort(level: str, operations: int, seed: int = 0) -> Specimen:
    return replace(PLAIN, level=level, seed=str(seed), effort=Effort(operations))
