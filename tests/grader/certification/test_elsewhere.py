"""Another process with another hash seed writes the same variants."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from grader.certification.digest import digest
from grader.certification.elsewhere import answer, digests_elsewhere
from problems import catalogue
from problems.drawing import draw_variant


def test_another_process_writes_the_same_bytes_as_often_as_it_is_asked() -> None:
    for seeds in (["3", "4"], ["5"]):
        own = [digest(draw_variant("conv1d-code", "easy", seed)) for seed in seeds]
        assert digests_elsewhere("conv1d-code", "easy", seeds) == own


def test_a_process_that_fails_says_why_and_the_next_one_works() -> None:
    with pytest.raises(RuntimeError, match="no-such-family"):
        digests_elsewhere("no-such-family", "easy", ["3"])
    assert len(digests_elsewhere("conv1d-code", "easy", ["3"])) == 1


def test_it_knows_families_that_were_added_meanwhile(own_families: Path) -> None:
    assert digests_elsewhere("conv1d-code", "easy", ["3"])
    catalogue.add_families(Path(__file__).with_name("sound"))
    assert len(digests_elsewhere("lab-pairs", "easy", ["3", "4"])) == 2


def test_each_line_is_answered_by_a_line() -> None:
    answers = io.StringIO()
    answer(io.StringIO('["conv1d-code", "easy", ["3"]]\n["conv1d-code", "hard", []]\n'), answers)
    (one, none) = map(json.loads, answers.getvalue().splitlines())
    assert one == [digest(draw_variant("conv1d-code", "easy", "3"))]
    assert none == []
