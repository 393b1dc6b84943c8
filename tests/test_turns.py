"""Turns are the same everywhere, and others for other code; nothing is left out for ever."""

from __future__ import annotations

from collections import Counter

import pytest

from problems.family import LEVELS
from tests import turns
from tests.turns import in_this_run, levels_in_this_run, part_in_this_run

NAMES = [f"sheet-{number}" for number in range(90)]


@pytest.fixture(autouse=True)
def in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "ALL", False)
    monkeypatch.setattr(turns, "FAMILY", "")


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


def test_a_family_tested_alone_has_its_own_names_and_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [f"{key}/{n}" for key in ("two-words", "two_words", "other") for n in range(20)]
    monkeypatch.setattr(turns, "FAMILY", "two-words")
    taken = in_this_run(names, 32)
    assert len(taken) == 5
    assert all(name.startswith(("two-words", "two_words")) for name in taken)
    assert len(in_this_run(names, 4)) == 3
    assert levels_in_this_run(["other", "two-words"], 4) == [("two-words", at) for at in LEVELS]


def test_names_without_that_family_take_turns_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    as_ever = in_this_run(NAMES, 30)
    monkeypatch.setattr(turns, "FAMILY", "two-words")
    assert in_this_run(NAMES, 30) == as_ever


def test_the_digest_is_of_the_code_alone() -> None:
    assert turns.digest_of_the_code() == turns.digest_of_the_code.__wrapped__()
    assert len(turns.digest_of_the_code()) == 16


def test_parts_of_a_run_come_to_all_and_no_name_is_in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {f"tests/test_{number}.py::test_it" for number in range(300)}
    parts = []
    for digest in ("0", "1", "2"):
        monkeypatch.setattr(turns, "digest_of_the_code", lambda digest=digest: digest)
        parts.append(part_in_this_run(names, 3))
    assert set.union(*parts) == names
    assert sum(map(len, parts)) == len(names)
    assert all(60 < len(part) < 140 for part in parts)
