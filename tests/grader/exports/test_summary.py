"""A summary is Markdown in which a student's text is text, and no longer than GitHub takes."""

from __future__ import annotations

import html
import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.exports.entry import Entry, of_class, of_folder
from grader.exports.summary import (
    MOST_BYTES,
    cell,
    summary_of,
    summary_of_many,
    within,
    words,
)
from tests.grader.exports.classes import faulty, marked, missing, student, unusable
from tests.grader.report.results import BATCH, FOLDER, FULL, RESULT

NASTY = r"a|b \| `c` <b onload=x>&amp; [x](http://y) ![i](j) #1 @me www.x.org *s* :smile: $m$ ~~d~~"
TITLES = {"1": "Layers | of a *network*", "2": "A <convolution>"}


def rendered(text: str) -> str:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(reader.render(text))


def rows_in(page: str) -> list[list[str]]:
    """The cells of all tables, as texts."""
    return [
        [
            html.unescape(re.sub(r"<[^>]+>", "", each))
            for each in re.findall(r"<td.*?>(.*?)</td>", row)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    ]


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
@example(text=NASTY)
@example(text="- x")
@example(text="    code")
def test_a_text_in_a_cell_is_read_as_it_was(text: str) -> None:
    page = rendered(f"| x | y |\n| - | - |\n| {cell(text)} | 1 |\n")
    (_, found) = rows_in(page)
    assert len(found) == 2
    assert found[0] == text or not text.isprintable() or not text.strip()
    assert set(re.findall(r"<(\w+)", page)) <= {
        *("table", "thead", "tbody", "tr", "th", "td", "code"),
    }


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
@example(text=NASTY)
def test_a_sentence_is_read_as_it_was_and_calls_nobody(text: str) -> None:
    page = rendered(f"| x | y |\n| - | - |\n| 1 | {words(text)} |\n")
    (_, found) = rows_in(page)
    assert not re.search(r"[@#][^\u2060]", found[1])
    told = found[1].replace("\u2060", "")
    assert told == text.strip() or not text.isprintable() or "\u2060" in text
    assert "<code" not in page
    assert "<a" not in page


def test_of_a_submission_the_problems_and_what_is_not_right_are_told() -> None:
    rows = rows_in(rendered("".join(summary_of(RESULT, TITLES))))
    assert ["1. Layers | of a *network*", "2.67/6"] in rows
    assert ["total", "2.67/9"] in rows
    told = {row[0]: row[1:3] for row in rows if len(row) == 4}
    assert told["1. conv1_rf"] == ["slip", "0/1"]
    assert told["2. own code"] == ["our fault", ""]
    assert "1. conv1_shape" not in told


def test_full_marks_are_a_table_of_marks_alone() -> None:
    text = "".join(summary_of(FULL, {"1": "One"}))
    assert text == ("### practice-8\n\n| | |\n| :-- | --: |\n| 1. One | 1/1 |\n| total | 1/1 |\n\n")


def test_a_class_has_counts_by_outcome_and_a_row_for_each_student() -> None:
    standings = [
        marked(student("100"), 7),
        missing(student("101")),
        missing(student("a|b")),
        unusable(student("103")),
        faulty(student("104")),
    ]
    rows = rows_in(rendered("".join(summary_of_many("hw3", of_class(standings), "student", ["x"]))))
    assert [row for row in rows if len(row) == 2][:4] == [
        *(["marked", "1"], ["missing", "2"], ["unusable", "1"], ["grader-fault", "1"]),
    ]
    assert ["unanswered", "2"] in rows
    assert [row for row in rows if len(row) == 4] == [
        ["100", "7/9", "marked", ""],
        ["101", "", "missing", ""],
        ["a|b", "", "missing", ""],
        ["103", "", "unusable", "hw3.py: =no sheet <&"],
        ["104", "", "grader-fault", "hw3.py: a fault"],
    ]


def test_a_folder_has_a_row_for_each_file() -> None:
    rows = rows_in(rendered("".join(summary_of_many("w", of_folder(BATCH, FOLDER), "file"))))
    assert ["=cmd|calc.py", "1/1", "marked", ""] in rows


def test_thousands_have_no_more_room_than_there_is() -> None:
    entries = (Entry(f"s-{n:05}", "missing", None, "&" * 400) for n in range(2000))
    text = within(MOST_BYTES, summary_of_many("hw3", entries, "student"))
    assert MOST_BYTES // 2 < len(text.encode()) < MOST_BYTES
    assert "| missing | 2000 |" in text
    assert re.search(r"\nand \d+ more\n$", text)
    assert rows_in(rendered(text))[-1][0].startswith("s-")


def test_what_was_written_before_takes_room_too() -> None:
    lines = ["a" * 100 + "\n"] * 50
    assert within(4096, lines).endswith("\nand more, for which there is no room here\n")
    assert len(within(4096, lines).encode()) < 4096
    assert within(100, lines) == within(-1, lines) == ""
