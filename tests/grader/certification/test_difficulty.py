"""Equally hard within a level, harder from level to level."""

from __future__ import annotations

import pytest

from grader.certification import difficulty
from grader.certification.fault import Kind
from grader.certification.specimen import Specimen
from problems.catalogue import family
from tests.grader.certification.specimens import with_effort

TABLE = family("cnn-table")


def level(name: str, *efforts: int) -> list[Specimen]:
    return [with_effort(name, effort, seed) for seed, effort in enumerate(efforts)]


def faults(*specimens: Specimen) -> list[tuple[str, str]]:
    found = list(difficulty.faults_over(TABLE, specimens))
    assert {fault.kind for fault in found} <= {Kind.DIFFICULTY}
    return [(fault.level, fault.seed) for fault in found]


@pytest.mark.parametrize(
    ("name", "effort", "is_far"),
    [
        ("easy", 150, False),
        ("easy", 151, True),
        ("easy", 67, False),
        ("easy", 66, True),
        ("standard", 151, True),
        ("hard", 200, False),
        ("hard", 201, True),
        ("hard", 49, True),
    ],
)
def test_a_variant_is_within_a_factor_of_the_median_of_its_level(
    name: str, effort: int, is_far: bool
) -> None:
    found = faults(*level(name, *[100] * 10, effort))
    assert found == ([(name, "10")] if is_far else [])


def test_medians_rise_by_a_quarter_at_least() -> None:
    easy, rises = level("easy", *[100] * 10), level("standard", *[125] * 10)
    assert faults(*easy, *rises) == []
    assert faults(*easy, *level("standard", *[124] * 10)) == [("standard", "")]
    assert faults(*easy, *rises, *level("hard", *[130] * 10)) == [("hard", "")]
    assert faults(*easy, *level("hard", *[130] * 10)) == []  # where standard is not looked at


def test_too_few_variants_have_no_median_to_speak_of() -> None:
    assert faults(*level("easy", *[100] * 8, 900)) == []
