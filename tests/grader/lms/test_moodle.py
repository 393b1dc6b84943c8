"""What is written for Moodle is read by Moodle's rules as it is meant, every blank of it."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from html import unescape

import numpy as np
import pytest

from grader.document.nodes import Text
from grader.lms import cloze
from grader.lms.answers import answers
from grader.lms.asking import question
from grader.lms.bank import bank
from grader.lms.markup import Markup
from grader.lms.moodle import moodle
from grader.lms.places import decimal, in_places
from grader.lms.question import Box, Interval, Mistaken, Number, Option, Pick
from grader.sheet.header import read_header
from grader.sheet.sheet import Sheet, draw_sheet
from problems.catalogue import family, family_keys
from problems.sentences import LANGUAGES, Language
from tests.grader.lms.moodle_reader import (
    Part,
    Question,
    is_complete,
    read_cloze,
    read_number,
    read_quiz,
)

HAND = tuple(key for key in family_keys() if family(key).kind == "hand")
CODE = tuple(key for key in family_keys() if family(key).kind != "hand")
EDGE = in_places(Fraction(1, 10**6))


@cache
def sheet_of(key: str, language: Language = "en") -> Sheet:
    return draw_sheet("3", (key,), language)


@cache
def read(key: str, language: Language = "en") -> Question:
    (category,) = read_quiz(moodle([sheet_of(key, language)], solution=False))
    (found,) = category.questions
    return found


@cache
def boxes(key: str, language: Language = "en") -> list[Box]:
    """The boxes as they lie on the page, from the first to the last."""
    sheet = sheet_of(key, language)
    asked = question(sheet, sheet.problems[0], solution=False)
    by_name = {box.name: box for box in asked.every_box()}
    markup = Markup(lambda _: "", lambda _: "", lambda *_: "")
    page = answers(asked, language, markup, lambda box: f"[[{box.name}]]")
    return [by_name[name] for name in re.findall(r"\[\[(\w+)\]\]", page)]


@pytest.mark.parametrize("key", HAND)
def test_each_box_takes_its_right_values_and_tells_each_mistake_and_takes_nothing_else(
    key: str,
) -> None:
    parts = read(key).parts
    every = boxes(key)
    assert len(parts) == len(every)
    for part, box in zip(parts, every, strict=True):
        if isinstance(box.entry, Number):
            check_number(part, box.entry)
        else:
            check_pick(part, box.entry)


def check_number(part: Part, number: Number) -> None:
    told = {wrong.told for wrong in number.mistaken}
    for interval in number.right:
        ends = decimal(interval.low), decimal(interval.high)
        for response in (decimal(interval.number), *ends):
            assert part.graded(response) == (1.0, "")
        for value in (interval.low - EDGE, interval.high + EDGE):
            fraction, feedback = part.graded(decimal(value))
            assert fraction == 0
            assert feedback in {"", *told}
    for wrong in number.mistaken:
        assert part.graded(decimal(wrong.interval.number)) == (0.0, _escaped(wrong.told))
    assert part.graded("987654") == (0.0, "")


def check_pick(part: Part, pick: Pick) -> None:
    assert [answer.fraction for answer in part.answers] == [
        float(option.is_right) for option in pick.options
    ]
    assert len({answer.text for answer in part.answers}) == len(part.answers)
    for answer, option in zip(part.answers, pick.options, strict=True):
        assert answer.feedback == _escaped(option.told)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("key", HAND)
def test_the_right_values_are_those_of_the_variant(key: str) -> None:
    truth = sheet_of(key).problems[0].variant.truth
    for part, box in zip(read(key).parts, boxes(key), strict=True):
        if part.kind == "numerical":
            value = np.asarray(truth[box.asked.name], dtype=object)
            at = box.cell or (1,) * value.ndim
            cell = value[tuple(axis - 1 for axis in at)]
            assert part.graded(f"{float(cell):.12f}")[0] == 1


@pytest.mark.parametrize("key", HAND)
def test_the_marks_are_in_the_ratio_of_the_points(key: str) -> None:
    parts, every = read(key).parts, boxes(key)
    total, points = sum(part.weight for part in parts), sum(box.points for box in every)
    for part, box in zip(parts, every, strict=True):
        assert Fraction(part.weight) / Fraction(total) == box.points / points


@pytest.mark.parametrize("key", HAND)
def test_no_interval_of_a_box_meets_another(key: str) -> None:
    for box in boxes(key):
        if isinstance(box.entry, Number):
            every = [*box.entry.right, *(wrong.interval for wrong in box.entry.mistaken)]
            for place, one in enumerate(every):
                assert not any(one.meets(other) for other in every[:place])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["pooling-hand", "receptive-field"])
def test_it_is_read_alike_in_every_language(key: str, language: Language) -> None:
    parts, english = read(key, language).parts, read(key).parts
    assert [part.weight for part in parts] == [part.weight for part in english]
    for part, other in zip(parts, english, strict=True):
        assert [a.fraction for a in part.answers] == [a.fraction for a in other.answers]


def test_decimals_are_wanted_with_the_sign_that_a_pack_does_not_put_between_thousands() -> None:
    assert "decimals with a point: -0.25" in read("conv2d-hand").text
    assert "dziesiętne z przecinkiem: -0,25" in read("conv2d-hand", "pl").text
    assert "decimalne sa zarezom: -0,25" in read("conv2d-hand", "hr").text
    assert "десятичные дроби — с запятой: -0,25" in read("conv2d-hand", "ru").text


@pytest.mark.parametrize(
    ("response", "value", "unit"),
    [
        ("1.234,5", 1.2345, ""),
        ("1,234.5", 1234.5, ""),
        ("1/2", 1.0, "/2"),
        ("3 apples", 3.0, "apples"),
        ("1e-3", 0.001, ""),
        ("1 234", 1234.0, ""),
        ("0,25", 0.25, ""),
        ("2x10^3", 2000.0, ""),
        ("\u22121", None, ""),
        ("half", None, ""),
        ("", None, ""),
    ],
)
def test_what_students_type_is_read_as_moodle_reads_it(
    response: str, value: float | None, unit: str
) -> None:
    found = read_number(response)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("key", CODE)
def test_a_program_is_an_essay_with_a_file_and_its_grader_is_told_where_the_mark_comes_from(
    key: str,
) -> None:
    found = read(key)
    assert found.kind == "essay"
    assert found.raw is not None
    assert found.raw.findtext("attachments") == found.raw.findtext("attachmentsrequired") == "1"
    assert found.raw.findtext("filetypeslist") == ".py"
    assert "grader batch" in (found.raw.findtext("graderinfo/text") or "")


def test_the_file_of_a_practice_program_says_what_it_answers() -> None:
    text = unescape(read("conv1d-code").text.rpartition("<pre><code>")[2].partition("</code>")[0])
    sheet = read_header(text)
    assert [problem.variant.request for problem in sheet.problems] == ["conv1d-code:standard"]
    own = sheet_of("conv1d-code").problems[0].variant
    assert sheet.problems[0].variant.parameters == own.parameters


@pytest.mark.parametrize("key", CODE + HAND)
def test_what_is_lost_on_the_way_is_told_to_the_lecturer(key: str) -> None:
    (category,) = read_quiz(moodle([sheet_of(key)], solution=False))
    wanted = "grader batch" if key in CODE else "no follow-through"
    assert wanted in category.info


def test_drawings_are_embedded_and_shown() -> None:
    drawn = [read(key) for key in HAND if "<img" in read(key).text]
    assert drawn
    for found in drawn:
        shown = re.findall(r'src="@@PLUGINFILE@@/([^"]+)"', found.text)
        assert sorted(set(shown)) == sorted(found.files)
        assert all(data.startswith(b"<svg ") for data in found.files.values())


def test_each_problem_has_a_category_of_its_own_and_names_tell_variants_apart() -> None:
    sheets = bank("8", ("find-the-mistake", "cnn-table"), "hr", 3)
    categories = read_quiz(moodle(sheets))
    assert [category.path[:3] for category in categories] == [
        ("$course$", "top", "practice-8"),
        ("$course$", "top", "practice-8"),
    ]
    assert len({category.path for category in categories}) == 2
    every = [question for category in categories for question in category.questions]
    assert len({each.name for each in every}) == len({each.idnumber for each in every}) == 6


def test_several_variants_are_a_bank_of_the_same_bytes_each_time() -> None:
    sheets = bank("8", ("winograd",), "ru", 2)
    assert moodle(sheets) == moodle(bank("8", ("winograd",), "ru", 2))


@pytest.mark.parametrize(
    "told",
    ["a ~ b", "{1:NUMERICAL:=1}", "50 % # of = x", r"a \ b", "x < y & z > w", "&#126; &amp;"],
)
def test_what_would_end_an_answer_comes_back_as_it_was(told: str) -> None:
    wrong = Mistaken(Interval(in_places(2)), told)
    number = Number((Interval(in_places(1)),), (wrong,), is_whole=True)
    text, (part,) = read_cloze(f"<p>{cloze.numerical(number, 3)} px</p>")
    assert text == "<p>{#1} px</p>"
    assert part.weight == 3
    assert part.graded("1") == (1.0, "")
    assert part.graded("2") == (0.0, _escaped(told))
    assert part.graded("3") == (0.0, "")


@pytest.mark.parametrize("text", ["yes: 2p = k − 1", "{a} ~ b", "50 %", "=x"])
def test_an_option_comes_back_as_it_was(text: str) -> None:
    options = (Option((Text(text),), is_right=True), Option((Text("no"),), is_right=False))
    markup = Markup(lambda _: "", lambda _: "", lambda *_: "")
    _, (part,) = read_cloze(cloze.multichoice(Pick(options), 1, markup, in_list=True))
    assert part.graded(_escaped(text)) == (1.0, "")


def test_a_right_answer_counts_whatever_mistake_is_near() -> None:
    """Right answers come first, since Moodle takes the first that fits."""
    for key in HAND:
        for part in read(key).parts:
            if part.kind == "numerical":
                fractions = [answer.fraction for answer in part.answers]
                assert fractions == sorted(fractions, reverse=True)


@pytest.mark.parametrize(
    ("response", "thousands", "complete"),
    [
        ("0.25", ",", True),
        ("0,25", ",", False),
        ("0,25", ".", True),
        ("0.25", ".", False),
        ("0,25", "\u00a0", True),
        ("1/2", ",", False),
        ("3 px", ",", False),
    ],
)
def test_a_student_is_stopped_where_a_sign_stands_between_thousands_or_a_unit_is_typed(
    response: str, thousands: str, complete: bool
) -> None:
    assert is_complete(response, thousands) is complete


def test_the_reader_sees_a_planted_fault() -> None:
    """A wrong tolerance, an answer that is out of order, a brace that ends a feedback too early."""
    part = read_cloze("{1:NUMERICAL:=0.731:0.0005~%0%0.74:0.005#no}")[1][0]
    assert part.graded("0.736")[0] == 0
    assert read_cloze("{1:NUMERICAL:=1#a } b}")[0].endswith(" b}")
    with pytest.raises(AssertionError, match="no answer gets everything"):
        read_cloze("{1:NUMERICAL:%50%1}")
    with pytest.raises(AssertionError, match="Moodle refuses"):
        read_cloze("{1:NUMERICAL:=1/2}")
