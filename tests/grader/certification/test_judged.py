"""A variant that was judged from its numbers alone is worked out where its family is certified."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.certification.examination import compared, compared_example
from grader.certification.fault import Kind
from problems import drawing
from problems.catalogue import family
from problems.family import SOUND, Family

SEEDS = range(8)


def test_what_is_judged_rightly_is_no_fault() -> None:
    for key in ("cnn-table", "conv2d-backprop", "separable-conv"):
        assert compared(key, "easy", 3).faults == ()
        assert compared_example(key, "lecture").faults == ()


def test_a_family_that_judges_too_well_of_its_proposals_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def too_kind(key: str) -> Family:
        return replace(family(key), judge=lambda parameters, level: SOUND)

    monkeypatch.setattr(drawing, "family", too_kind)
    faults = [fault for seed in SEEDS for fault in compared("cnn-table", "easy", seed).faults]
    assert {fault.kind for fault in faults} == {Kind.DRAW}
    assert {fault.message for fault in faults} == {
        "it is judged to be a good exercise, but rounding in pool1_shape"
    }
    assert all("--first" in fault.command(seeds=8) for fault in faults)
