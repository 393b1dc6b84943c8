"""What certification promises holds of every family there is, on some seeds of each level.

The families come from the catalogue, so that a new one is covered as soon as its folder is there.
Each run of the tests takes the same seeds everywhere, by a rule: those of a family start at a
number that its key and the version of the project give, so that each release looks at others. Of
many families and levels a run takes a part, so that it takes no longer; see `tests.turns`. ``make
certify`` looks at many more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import version

import pytest

from grader.certification import examination
from grader.certification.certificate import certificate
from grader.certification.fault import Fault
from grader.certification.specimen import Specimen
from grader.certification.survey import Chunk, examine
from problems.catalogue import family, family_keys
from problems.family import LEVELS, Level
from tests.turns import in_this_run, levels_in_this_run

HANDED_IN = 1
"""Seeds of each level whose variants are written, handed in and marked."""

LEVELS_HANDED_IN = levels_in_this_run(family_keys(), most=12)
"""The levels of which some variants are handed in."""

LOOKED_AT = in_this_run(family_keys(), most=5)
"""The families whose rules, examples and variants are looked at as a whole."""

DRAWN = 4
"""Seeds of each level that are only drawn and compared with each other."""


def first_seed(key: str) -> int:
    """The seed at which the tests of a family start."""
    words = f"{version('conv-grader')}/{key}".encode()
    return int.from_bytes(hashlib.blake2b(words, digest_size=2).digest(), "big")


def told(faults: tuple[Fault, ...] | list[Fault]) -> str:
    return "\n".join(f"{f.where}: {f.kind.value}: {f.message}" for f in faults[:12])


@pytest.mark.parametrize(("key", "level"), LEVELS_HANDED_IN)
def test_what_is_promised_of_a_family_holds_on_some_seeds(key: str, level: Level) -> None:
    start = first_seed(key)
    chunk = Chunk(key, level, tuple(range(start, start + HANDED_IN)), every_slip=False)
    specimens, faults = examine(chunk)
    faults += [fault for specimen in specimens for fault in specimen.faults]
    assert not faults, told(faults)
    assert len(specimens) == HANDED_IN


@pytest.mark.parametrize("key", LOOKED_AT)
def test_the_rules_and_the_examples_of_a_family_hold(key: str) -> None:
    specimens, faults = examine(Chunk(key, None, (), every_slip=False))
    faults += [fault for specimen in specimens for fault in specimen.faults]
    assert not faults, told(faults)
    assert {specimen.example for specimen in specimens} == family(key).examples.keys() != set()


@pytest.mark.parametrize("key", LOOKED_AT)
def test_the_variants_of_a_family_differ_as_they_should(key: str) -> None:
    found = certificate(key, DRAWN, list(compared(key)), [])
    assert not found.faults, told(found.faults)
    for level in found.levels:
        enough = level.distinct >= min(10, DRAWN)
        assert enough or family(key).kind == "code", f"{level.level}: {level.distinct} variants"


def compared(key: str) -> Iterator[Specimen]:
    start = first_seed(key) + HANDED_IN
    for level in LEVELS:
        for seed in range(start, start + DRAWN):
            yield examination.compared(key, level, seed)
    for name in family(key).examples:
        yield examination.compared_example(key, name)


def test_the_seeds_of_a_family_are_the_same_everywhere() -> None:
    assert first_seed("cnn-table") == first_seed("cnn-table") != first_seed("conv1d-code")
