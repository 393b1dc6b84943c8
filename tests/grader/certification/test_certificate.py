"""What specimens say together, and what too few of them leave open."""

from __future__ import annotations

from dataclasses import replace

from grader.certification import slips
from grader.certification.certificate import certificate
from grader.certification.fault import Kind
from tests.grader.certification.specimens import with_slips

DEAD = with_slips({"bias-forgotten": ""})


def test_a_slip_is_called_dead_only_if_every_level_was_looked_at() -> None:
    one_level = [DEAD] * slips.ENOUGH
    found = certificate("cnn-table", slips.ENOUGH, one_level, [])
    assert Kind.DEAD_SLIP not in {fault.kind for fault in found.faults}
    assert any("dead and equal slips" in each for each in found.not_judged)
    all_levels = [replace(DEAD, level=level) for level in ("easy", "standard", "hard")] * 10
    found = certificate("cnn-table", 10, all_levels, [])
    assert Kind.DEAD_SLIP in {fault.kind for fault in found.faults}
    assert not any("dead and equal slips" in each for each in found.not_judged)


def test_what_a_few_variants_leave_open_is_said() -> None:
    levels = ("easy", "standard", "hard")
    few = certificate("cnn-table", 4, [replace(DEAD, level=each) for each in levels] * 4, [])
    assert len(few.not_judged) == 6
    some = certificate("cnn-table", 10, [replace(DEAD, level=each) for each in levels] * 10, [])
    assert some.not_judged == ("core slips that are never told (30 of a level)",)
    many = certificate("cnn-table", 30, [replace(DEAD, level=each) for each in levels] * 30, [])
    assert many.not_judged == ()
