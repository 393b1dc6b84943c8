"""The page of a class: whole, alone, and safe whatever students have written."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import html5lib
import pytest

from grader.class_report.page import number, percent
from grader.class_report.people import Names
from grader.copying.answers import AnswerFlag, SharedAnswer, SharedAnswers
from grader.copying.programs import ProgramFlag, SimilarPrograms
from grader.copying.told import chance_in_words
from grader.course.counting import Standing
from grader.course.roster import Student
from tests.grader.class_report.classes import HOSTILE, Course

ANSWERS = SharedAnswers(
    (
        AnswerFlag(
            *("01", "02", 1e-5, 2e-4),
            (
                SharedAnswer("1", "q", HOSTILE, 1, 1e-4),
                SharedAnswer("1", "r", "7", 3, None, "it follows from earlier answers"),
            ),
        ),
    ),
    by_chance=3,
    students=24,
)
PROGRAMS = SimilarPrograms(
    (ProgramFlag("conv1d-code", "3", ("01", "03"), 0.97, 140, 9),), 24, {"conv1d-code": 0.6}, {}
)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path / "hw3")


@pytest.fixture
def standings(course: Course) -> list[Standing]:
    return [
        *(course.standing(f"{n:02}", 4 - n % 3, n % 7, f"Ana {n}") for n in range(23)),
        Standing(Student("99", "Zoe Absent")),
    ]


def parsed(page: str) -> Any:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page)


def test_the_page_is_html_that_loads_nothing(course: Course, standings: list[Standing]) -> None:
    page = course.page(standings, ANSWERS, PROGRAMS)
    tree = parsed(page)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            assert name not in ("src", "srcset", "style", "action") and not name.startswith("on")
            assert name != "href" or value.startswith("#")
    assert not re.search(r"https?:|url\(|@import|fetch\(|XMLHttp", page)
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    links = [each.attrib["href"][1:] for each in tree.iter("a")]
    assert set(links) <= set(ids)


def test_only_the_script_and_the_style_of_the_page_run(
    course: Course, standings: list[Standing]
) -> None:
    page = course.page(standings)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    told = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in told
    for tag in ("script", "style"):
        ((text),) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in told


def test_whatever_students_write_is_text(course: Course) -> None:
    hostile = course.standing("h", 3, 5, HOSTILE)
    assert hostile.counted is not None
    assert hostile.counted.data is not None
    field = hostile.counted.data["problems"][0]["fields"][0]
    for key in ("found", "read", "inputs", "expected"):
        field[key] = HOSTILE
    field["name"] = HOSTILE
    page = course.page([hostile, course.standing("i", 3, 5, HOSTILE)], ANSWERS, PROGRAMS)
    tree = parsed(page)
    assert len(list(tree.iter("script"))) == 1
    assert list(tree.iter("img")) == []
    assert "\x1b" not in page
    assert "{{ 7*7 }}" in page
    assert page.count("alert(1)") > 3  # it is there to be read


def test_numbers_are_those_of_the_class(course: Course, standings: list[Standing]) -> None:
    page = course.page(standings)
    rows = re.findall(
        r'<tr><th scope="row">(\d\d)</th><td class="who">([^<]*)</td>(.*?)</tr>', page
    )
    assert len(rows) == 24
    first = re.findall(r"<td[^>]*>([^<]*)</td>", rows[1][2])
    assert first[:5] == ["4", "14", "3", "1", "marked"]
    assert "missing" in rows[23][2]
    assert "Homework 3" in page
    assert "Wilson (1927)" in page
    assert "Fisher’s z (1921)" in page


def test_without_names_nobody_is_named_and_pseudonyms_stay_the_same(
    course: Course, standings: list[Standing]
) -> None:
    page = course.page(standings, ANSWERS, PROGRAMS, are_shown=False)
    assert "Ana" not in page
    assert "Zoe" not in page
    assert not re.search(r">\s*(0[0-9]|99)\s*<", page)
    names: Names = course.names(are_shown=False)
    mine, _ = names.of("01")
    assert page.count(mine) == 3  # in the table, and with both flags
    assert names.of("01")[0] == course.names(are_shown=False).of(" 01 ")[0] != names.of("02")[0]


def test_flags_are_worded_as_hints(course: Course, standings: list[Standing]) -> None:
    page = course.page(standings, ANSWERS, PROGRAMS)
    assert "A flag is no proof, and changes no mark." in page
    assert "cannot be told" in page
    assert "right on 3 sheets; does not count: it follows from earlier answers" in page
    assert "97 %" in page


def test_what_was_not_compared_is_said(course: Course, standings: list[Standing]) -> None:
    page = course.page(standings, SharedAnswers((), 1, 24))
    assert "None stands out. 1 pair of students" in page
    assert "Not compared: the files that were handed in are needed for it." in page


def test_where_no_times_are_known_it_is_said(course: Course) -> None:
    page = course.page([course.standing("1", 4, 5, after=None)])
    assert "Of 1 file nobody knows when it was handed in" in page
    late = course.page([course.standing("2", 4, 5, after=3)])
    assert "too late to earn anything: 1" in late


def test_a_class_that_has_handed_in_nothing_has_a_page(course: Course) -> None:
    page = course.page([Standing(Student("1"))])
    assert "Nobody has marks yet." in page
    assert "No file was handed in." in page
    assert "No known mistake was found." in page
    parsed(page)


def test_the_same_class_gives_the_same_bytes(course: Course, standings: list[Standing]) -> None:
    assert course.page(standings, ANSWERS) == course.page(standings, ANSWERS)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.0, "100 %"),
        (0.05, "5 %"),
        (0.0123, "1.2 %"),
        (2.5e-5, "1 in 40,000"),
        (0, "less than 1 in 10⁹"),
    ],
)
def test_chances_are_told_in_words(value: float, words: str) -> None:
    assert chance_in_words(value) == words


def test_numbers_are_told_shortly() -> None:
    told: Mapping[str, str] = {
        number(7.0): "7",
        number(7.25): "7.25",
        number(None): "",
        percent(None): "–",
    }
    assert all(found == wanted for found, wanted in told.items())
