"""Items of QTI 3 are marked by the rules of its specification as they are meant."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest

from grader.lms.asking import question
from grader.lms.places import decimal, in_places
from grader.lms.qti3 import qti
from grader.lms.question import Box, Number, Pick, Question
from grader.sheet.sheet import Sheet, draw_sheet
from problems.catalogue import family, family_keys
from problems.sentences import LANGUAGES, Language
from tests.grader.lms.qti_reader import XML, Item, read_package

HAND = tuple(key for key in family_keys() if family(key).kind == "hand")
CODE = tuple(key for key in family_keys() if family(key).kind != "hand")
BEYOND = in_places(Fraction(1, 10**6))


@cache
def sheet_of(key: str, language: Language = "en") -> Sheet:
    return draw_sheet("3", (key,), language)


@cache
def item_of(key: str, language: Language = "en") -> Item:
    items, _ = read_package(qti([sheet_of(key, language)], solution=False))
    (item,) = items.values()
    return item


@cache
def asked(key: str) -> Question:
    sheet = sheet_of(key)
    return question(sheet, sheet.problems[0], solution=False)


@cache
def boxes(key: str) -> dict[str, Box]:
    return {f"RESPONSE{n}": box for n, box in enumerate(asked(key).every_box(), start=1)}


def right(box: Box, end: str = "number") -> str:
    if isinstance(box.entry, Number):
        return decimal(getattr(box.entry.right[0], end))
    return f"choice{box.entry.right + 1}"


@pytest.mark.parametrize("key", HAND)
def test_right_answers_get_all_points_up_to_both_ends_of_what_counts(key: str) -> None:
    item, points = item_of(key), float(asked(key).points)
    assert sorted(item.boxes) == sorted(boxes(key))
    for end in ("number", "low", "high"):
        score, told = item.marked({name: right(box, end) for name, box in boxes(key).items()})
        assert score == pytest.approx(points)
        assert not told


@pytest.mark.parametrize("key", HAND)
def test_the_correct_response_that_is_declared_is_the_right_one(key: str) -> None:
    item = item_of(key)
    assert {name: item.correct(name) for name in item.boxes} == {
        name: right(box) for name, box in boxes(key).items()
    }


@pytest.mark.parametrize("key", HAND)
def test_each_mistake_gets_nothing_and_is_told_in_its_box(key: str) -> None:
    item = item_of(key)
    every = {name: mistakes(box) for name, box in boxes(key).items()}
    for turn in range(max(map(len, every.values()))):  # in all boxes at once
        made = {name: several[turn] for name, several in every.items() if len(several) > turn}
        score, told = item.marked({name: response for name, (response, _) in made.items()})
        assert score == 0
        for name, (_, said) in made.items():
            outcome = name.replace("RESPONSE", "FEEDBACK")
            assert (outcome in told) == bool(said)
            assert said in told.get(outcome, "")
            assert not said or boxes(key)[name].called in told[outcome]


def mistakes(box: Box) -> list[tuple[str, str]]:
    match box.entry:
        case Number(mistaken=mistaken):
            return [(decimal(wrong.interval.number), wrong.told) for wrong in mistaken]
        case Pick(options=options):
            return [
                (f"choice{place}", option.told)
                for place, option in enumerate(options, start=1)
                if not option.is_right
            ]


@pytest.mark.parametrize("key", HAND)
def test_what_is_just_outside_gets_nothing(key: str) -> None:
    numbers = {name: box.entry for name, box in boxes(key).items()}
    for end, beyond in (("high", BEYOND), ("low", -BEYOND)):
        responses = {
            name: decimal(getattr(entry.right[0], end) + beyond)
            for name, entry in numbers.items()
            if isinstance(entry, Number)
        }
        assert item_of(key).marked(responses)[0] == 0


@pytest.mark.parametrize("key", HAND)
def test_an_item_without_answers_gets_nothing_and_nothing_is_told(key: str) -> None:
    assert item_of(key).marked({}) == (0.0, {})


@pytest.mark.parametrize("key", CODE)
def test_a_program_is_uploaded_and_a_line_says_where_its_mark_comes_from(key: str) -> None:
    item = item_of(key)
    assert item.boxes == ["FILE"]
    assert "grader batch" in "".join(item.root.itertext())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_item_says_its_language(language: Language) -> None:
    assert item_of("pooling-hand", language).root.get(f"{XML}lang") == language


def test_of_several_sheets_a_test_asks_one_of_each_problem() -> None:
    sheets = [draw_sheet(seed, ("find-the-mistake", "conv2d-hand"), "hr") for seed in "123"]
    package = qti(sheets)
    assert package == qti(sheets)
    items, sections = read_package(package)
    assert [len(section) for section in sections] == [3, 3]
    assert len(items) == 6


def test_the_worked_solution_is_told_if_it_is_wanted() -> None:
    items, _ = read_package(qti([sheet_of("find-the-mistake")], solution=True))
    (item,) = items.values()
    assert set(item.marked({})[1]) == {"SOLUTION"}
