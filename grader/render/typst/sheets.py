"""Sheets as one source text of Typst."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from grader.document.markdown import read_line
from grader.document.nodes import Block, CodeBlock, Document, Heading, Paragraph, words
from grader.messages.say import say
from grader.render.statement import (
    code,
    heading,
    introduction,
    points_of_checks_in_line,
    problem_document,
    statement,
    title_of_sheet,
)
from grader.render.typst.answers import answers
from grader.render.typst.blocks import blocks
from grader.render.typst.literals import literal
from grader.sheet.sheet import Problem, Sheet
from problems.family import ByHand
from problems.sentences import Language

_LONGEST = 48
"""Of a title or a name at the head of each page; the first one has all of it below."""


def source(
    sheets: Iterable[tuple[Sheet, str]],
    title: str,
    language: Language,
    *,
    solution: bool = False,
    versions: str = "",
) -> str:
    """Sheets, each with what its files are called, one after another.

    Each begins on a right page, and counts its pages by itself.
    """
    made: list[str] = []
    for place, (sheet, name) in enumerate(sheets):
        if place:
            made.append('#pagebreak(to: "odd", weak: true)')
        made.append(_sheet(sheet, name, f"end-{place}", solution=solution, versions=versions))
    return with_style(title, language, "\n".join(made))


def with_style(title: str, language: Language, body: str) -> str:
    """A whole source text, which says how all that stands in it looks."""
    return (
        f"#set document(title: {literal(title)}, date: none)\n"
        f"#set text(lang: {literal(language)})\n{_style()}\n{body}\n"
    )


@cache
def _style() -> str:
    return Path(__file__).with_name("sheets.typ").read_text(encoding="utf-8")


def title_and_whose(sheet: Sheet) -> str:
    """What a file with this sheet alone is called by those who read it out."""
    return f"{title_of_sheet(sheet)}, {_whose(sheet)}"


def _whose(sheet: Sheet) -> str:
    """Which sheet it is, for the head of a page: a name and a code, or the seed."""
    if sheet.issued is None:
        return say(sheet.language, "sheet.of-seed", seed=sheet.seed)
    return f"{_shortened(sheet.issued.student)} · {sheet.issued.code}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _sheet(sheet: Sheet, name: str, mark: str, *, solution: bool, versions: str) -> str:
    head = f"{literal(_shortened(title_of_sheet(sheet)))}, {literal(_whose(sheet))}"
    how_to = "sheet.solved-paper" if solution else "sheet.how-to-paper"
    versions = "" if solution else versions  # nothing is handed in
    intro = introduction(sheet, f"{name}.py", how_to=how_to, versions=versions)
    parts = [f"#sheet({head}, {literal(mark)})[", _in_language(sheet.language, blocks(intro))]
    for problem in sheet.problems:
        for language in (sheet.language, *sheet.also_in):
            if solution:
                told = _solved(problem, language)
            else:
                told = _to_solve(problem, language, name, room=language == sheet.language)
            parts.append(_in_language(language, told))
    return "\n".join([*parts, "]"])


def _in_language(language: Language, told: str) -> str:
    return f"#[#set text(lang: {literal(language)})\n{told}\n]"


@lru_cache(maxsize=64)
def _solved(problem: Problem, language: Language) -> str:
    return blocks(_in_steps(problem_document(problem, language, solution=True)))


def _to_solve(problem: Problem, language: Language, name: str, *, room: bool) -> str:
    """A problem with ``room`` to write, or, in a further language, with what is asked alone."""
    if not room:
        return blocks(_in_steps(problem_document(problem, language, solution=False)))
    told = (Heading(2, words(heading(problem, language))), *statement(problem, language))
    if isinstance(problem.variant.family.task, ByHand):
        asked = Heading(3, words(say(language, "sheet.answers")))
        return f"{blocks(_in_steps((*told, asked)))}\n{answers(problem, language)}"
    files = {"file": f"{name}.py", "notebook": f"{name}.ipynb"}
    frame = (
        Paragraph(points_of_checks_in_line(problem, language)),
        Paragraph(read_line(say(language, "sheet.program-in-file", **files))),
        CodeBlock("python", code(problem, language, "starter.py.j2")),
    )
    return blocks(_in_steps((*told, *frame)))


def _in_steps(document: Document) -> Document:
    """A document in which no heading is more than a level below the one before, as PDF/UA asks."""
    made: list[Block] = []
    level = 1
    for block in document:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            made.append(block if level == block.level else replace(block, level=level))
        else:
            made.append(block)
    return tuple(made)
