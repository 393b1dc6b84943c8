"""What a page is told of its blanks: what the file of a sheet tells, and no more."""

from __future__ import annotations

import json
import re

import pytest

from grader.render.interactive import readings
from grader.render.interactive.readings import blank_of, reader, sentences, tables
from grader.sheet.sealed import sealed_data
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import ByHand
from problems.sentences import LANGUAGES, Language
from tests.families.planted import planted

TOLD = {"kind", "shape", "axes", "variables"}
WORDS = {"options", "called", "calledReasons"}
KEYS = {"options", "spellings", "letters", "reasons"}


def test_all_that_is_told_of_a_blank_is_in_the_file_of_a_sheet_too() -> None:
    with planted():
        for key in (*family_keys(), "every-blank"):
            if not isinstance(family(key).task, ByHand):
                continue
            problem = Problem("1", draw_variant(key, "standard", "4"))
            data = json.loads(sealed_data(Sheet("4", "en", (problem,)), {"1": "title"}))
            in_file = {blank[0]: blank[1:] for blank in data["problems"][0]["blanks"]}
            for asked in problem.variant.working.asked:
                told = json.loads(json.dumps(blank_of(problem, asked, "en")))
                assert set(told) <= TOLD | WORDS | KEYS
                kind, own, size = in_file[asked.name]
                assert told["kind"] == kind
                assert told["shape"] == ([] if kind == "integer" else size)
                assert told.get("axes") == own.get("axes")
                assert told.get("variables") == own.get("variables")
                assert {*told.get("called", ())} == {*own.get("options", ())}
                assert told.get("reasons", []) == own.get("reasons", [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_the_reader_may_say_is_there_in_every_language(language: Language) -> None:
    """The keys that the program names stand there as texts; those on a text come with the table."""
    told = sentences(language)
    named = re.findall(r'(?:Unsuitable\(\s*|key: )"([a-z-]+)"', reader())
    assert len(named) > 15
    assert [key for key in named if f"remark.{key}" not in told] == []
    on_texts = re.findall(r'(?:Unreadable|Refusal)\(\s*"([a-z-]+)"', reader())
    assert len(on_texts) > 20
    assert [key for key in on_texts if f"text.{key}" not in told] == []
    assert [key for key in readings._REMARKS if key not in reader()] == []


def test_the_tables_are_those_that_the_reader_asks_for() -> None:
    given = json.loads(tables())
    for name in re.findall(r'"((?:spelling|hint|formula|expression)\.\w+)"', reader()):
        assert name in given["patterns"], name
    for table, name in re.findall(r"data\.(\w+)\.(\w+)", reader()):
        assert name in given[table], (table, name)
