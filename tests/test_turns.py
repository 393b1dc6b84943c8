"""Turns are the same everywhere, and others for other code; nothing is left out for ever."""

from __future__ import annotations

from collections import Counter

import pytest

from tests import turns
from tests.turns import in_this_run

NAMES = [f"sheet-{number}" for number in range(90)]


@pytest.fixture(autouse=True)
def in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "ALL", False)


def test_a_run_takes_as_many_as_it_has_time_for_in_their_order() -> None:
    found = in_this_run(NAMES, 30)
    assert len(found) == 30
    assert found == [name for name in NAMES if name in found] == in_this_run(NAMES, 30)


def test_where_there_is_time_for_all_none_is_left_out() -> None:
    assert in_this_run(NAMES, 90) == NAMES


def test_other_code_has_other_turns_and_all_come_up(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: Counter[str] = Counter()
    for number in range(40):
        monkeypatch.setattr(turns, "digest_of_the_code", lambda number=number: str(number))
        seen.update(in_this_run(NAMES, 30))
    assert seen.keys() == set(NAMES)
    assert max(seen.values()) < 40


def test_all_are_taken_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "ALL", True)
    assert in_this_run(NAMES, 30) == NAMES


def test_the_digest_is_of_the_code_alone() -> None:
    assert turns.digest_of_the_code() == turns.digest_of_the_code.__wrapped__()
    assert len(turns.digest_of_the_code()) == 16
