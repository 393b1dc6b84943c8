"""Annotations say what is wrong and where, and no text in them is a command of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.exports.entry import of_class
from grader.exports.github import (
    MOST,
    Annotation,
    annotations_of,
    annotations_of_many,
    commands,
)
from tests.grader.exports.classes import faulty, marked, missing, refused, student, unusable
from tests.grader.exports.runner import commands_in
from tests.grader.report.results import FULL, RESULT

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NASTY = "x\n::error::y ##[add-mask]z %0A::set-env name=a,b:c\r\n"


@given(title=TEXTS, message=TEXTS, file=TEXTS)
@example(title=NASTY, message=NASTY, file=NASTY)
def test_whatever_stands_in_it_it_is_one_command(title: str, message: str, file: str) -> None:
    command = Annotation("error", title, message, file, 3).command()
    assert len(command.splitlines()) == 1
    (found,) = commands_in(command)
    assert found.name == "error"
    assert set(found.properties) <= {"file", "line", "title"}
    assert found.properties["line"] == "3"


@given(message=st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1))
def test_what_can_be_printed_is_read_as_it_was(message: str) -> None:
    (found,) = commands_in(Annotation("notice", message, message, message).command())
    assert (found.text, found.properties["title"]) == (message, message)


def test_lines_stay_lines() -> None:
    (found,) = commands_in(Annotation("notice", "", "one\ntwo\r\nthree").command())
    assert found.text == "one\ntwo\nthree"
    assert found.properties == {}


def test_no_more_of_a_kind_than_are_shown() -> None:
    told = [Annotation("error", f"e{n}", "m") for n in range(MOST + 3)]
    told += [Annotation("warning", f"w{n}", "m") for n in range(MOST)]
    found = list(commands_in("\n".join(commands(told))))
    errors = [each.properties["title"] for each in found if each.name == "error"]
    assert errors == [*(f"e{n}" for n in range(MOST - 1)), "and 4 more"]
    assert sum(each.name == "warning" for each in found) == MOST


def test_each_answer_that_lost_marks_is_annotated_beside_its_line(tmp_path: Path) -> None:
    path = tmp_path / "hw3.py"
    path.write_text(
        "import numpy\n\nconv1_rf = ...\nconv1_rf = 6\nfc1_rf: list = [1]\n" + "\n" * 60
    )
    told = {each.title: each for each in annotations_of(RESULT, path)}
    assert [(title, each.kind, each.line) for title, each in told.items()] == [
        ("1. conv1_rf: slip", "error", 4),
        ("1. conv2_rf: unanswered", "warning", None),
        ("1. pool2_rf: unanswered", "warning", None),
        ("1. fc1_rf: wrong", "error", 5),
        ("2. integers: wrong", "error", None),
        ("2. decimals: crashed", "error", 41),
        ("2. own code: our fault", "error", None),
    ]
    assert told["1. conv1_rf: slip"].message.startswith("This is the value you get if")


def test_a_file_is_named_as_github_knows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = {each.file for each in annotations_of(RESULT, tmp_path / "work" / "hw3.py")}
    assert names == {"work/hw3.py"}
    assert {each.file for each in annotations_of(RESULT, Path("a b.ipynb"))} == {"a b.ipynb"}


def test_full_marks_have_no_annotation() -> None:
    assert list(annotations_of(FULL, Path("hw3.py"))) == []


def test_of_a_class_what_is_to_be_looked_at_is_told_and_no_answer() -> None:
    standings = [
        marked(student("100")),
        missing(student("101")),
        refused(student("102")),
        unusable(student("103")),
        faulty(student("104")),
    ]
    told = list(annotations_of_many(of_class(standings), ["whose it is cannot be told: x.py"]))
    assert [(each.kind, each.title) for each in told] == [
        ("warning", "102: earns nothing"),
        ("warning", "103: cannot be marked"),
        ("error", "104: a fault of the grader"),
        ("warning", "to be looked at"),
    ]
    assert told[1].message == "hw3.py: =no sheet <&"
