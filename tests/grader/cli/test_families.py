"""``grader families`` lists what there is."""

from __future__ import annotations

import json

import pytest

from problems.catalogue import family, family_keys
from tests.grader.cli.commands import FAMILIES, assert_fits, grader


def test_every_family_is_listed_with_its_examples() -> None:
    result = grader("families")
    assert result.exit_code == 0
    for key in family_keys():
        assert key in result.output
    assert "lecture" in result.output


@pytest.mark.parametrize("columns", ["40", "60", "76", "77", "80", "120"])
def test_nothing_is_cut_off_in_a_narrow_terminal(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    words = grader("families").output.replace(";", " ").split()
    for key in family_keys():
        assert {key, family(key).kind, *family(key).examples} <= set(words)
    assert "…" not in "".join(words)


def test_the_list_as_json_has_its_keys_and_types() -> None:
    result = grader("families", "--json")
    rows = json.loads(result.stdout)
    assert_fits(rows, FAMILIES)
    assert [row["key"] for row in rows] == list(family_keys())
    table = next(row for row in rows if row["key"] == "cnn-table")
    assert table == {
        "key": "cnn-table",
        "kind": "hand",
        "levels": ["easy", "standard", "hard"],
        "languages": ["en", "hr", "pl", "ru"],
        "examples": ["lecture"],
    }


def test_hand_and_code_are_told_apart() -> None:
    kinds = {row["key"]: row["kind"] for row in json.loads(grader("families", "--json").stdout)}
    assert kinds["conv2d-backprop"] == "hand"
    assert kinds["conv1d-code"] == "code"
