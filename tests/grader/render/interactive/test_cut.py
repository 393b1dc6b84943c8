"""The file of a sheet in pieces: put together again it is the file, with any answers."""

from __future__ import annotations

import pytest

from grader.render.interactive.cut import cut_script, field_of_blank, field_of_program
from grader.render.script import Typed, Work, blank, in_quotes, script
from grader.render.statement import code
from grader.sheet.sheet import Problem, draw_sheet
from problems.catalogue import family_keys
from problems.family import InCode
from problems.sentences import LANGUAGES, Language

TEXTS = ("7", "[[1 2]\n [3 4]]", 'a "b" \\ \u2028', "½", "")


def typed(problem: Problem) -> Work:
    """Some text in each blank; in the place of a program, the model one."""
    values = {name: Typed(TEXTS[number % len(TEXTS)]) for number, name in enumerate(problem.names)}
    return Work({} if isinstance(problem.variant.family.task, InCode) else values, "solution.py.j2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pieces_are_the_file_with_whatever_answers_stand_between_them(
    language: Language,
) -> None:
    sheet = draw_sheet("5", family_keys(), language)
    cut = cut_script(sheet)
    empty, filled = {}, {}
    for problem in sheet.problems:
        if isinstance(problem.variant.family.task, InCode):
            field = field_of_program(problem)
            empty[field] = code(problem, language, "starter.py.j2")
            filled[field] = code(problem, language, "solution.py.j2")
            continue
        for name, answer in typed(problem).values.items():
            field = field_of_blank(problem, name)
            empty[field], filled[field] = "...", in_quotes(answer.text)
    assert cut.joined(empty) == script(sheet, blank)
    assert cut.joined(filled) == script(sheet, typed)
    assert list(empty) == list(cut.fields)


def test_problems_that_are_alike_are_told_apart() -> None:
    sheet = draw_sheet("5", ["conv1d-hand", "conv1d-code", "conv1d-hand"], "en")
    fields = cut_script(sheet).fields
    assert len(set(fields)) == len(fields)
    assert {"1-q1", "2-program", "3-q1"} <= set(fields)


def test_a_text_in_quotes_is_a_literal_in_one_line() -> None:
    for text in (*TEXTS, "\x00\x0b\x1c\x85\u2029'", "\ud800", "🙂"):
        quoted = in_quotes(text)
        assert quoted.splitlines() == [quoted]
        assert eval(quoted) == text  # noqa: S307
