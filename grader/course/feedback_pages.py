"""Feedback on one sheet, as a page and as a text, in the language of its student."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from grader.document.nodes import Block, Document, Heading, words
from grader.marking.result import SheetResult
from grader.messages.say import say
from grader.render.page import page
from grader.render.statement import issued_in_words, title_of_sheet, worked_solution
from grader.render.text import text
from grader.render.title import title
from grader.report.as_page import as_page
from grader.report.feedback import Feedback, Level
from grader.report.terminal import plain_result
from grader.report.wording import incident_in_words
from grader.sheet.sheet import Problem, Sheet
from problems.sentences import Language

_COLUMNS = 80
_CHANGES = ("late-days", "late-hours", "too-late", "set-by-hand")
"""What is said of the marks as a whole, and so before all of them."""

Pages = Mapping[str, str]
"""The text of each form of feedback, by its suffix."""


def pages_of(result: SheetResult, sheet: Sheet, feedback: Feedback) -> Pages:
    """The feedback on a result as its student may see it.

    Where all is told of a problem, its worked solution is as well.
    """
    language = result.language
    titles = {problem.key: title(problem, language) for problem in sheet.problems}
    changes = [one for one in result.incidents if one.key in _CHANGES]
    result = replace(result, incidents=tuple(i for i in result.incidents if i not in changes))
    told = [
        problem
        for problem, marked in zip(sheet.problems, result.problems, strict=True)
        if all(feedback.of(problem.key, field.name) is Level.FULL for field in marked.fields)
    ]
    solutions = {problem.key: _solution(problem, language) for problem in told}
    head = [*_head(sheet, language), *(incident_in_words(one, language) for one in changes)]
    name = f"{head[0]}" if head else result.sheet
    return {
        "html": as_page(result, titles, heading=name, told=head[1:], solutions=solutions),
        "txt": _as_text(result, titles, head, solutions),
    }


def _head(sheet: Sheet, language: Language) -> list[str]:
    """The title of the assignment, and whose sheet it is."""
    if sheet.issued is None:
        return []
    return [title_of_sheet(sheet), next(issued_in_words(sheet.issued, language))]


def _solution(problem: Problem, language: Language) -> Document:
    heading: Block = Heading(3, words(say(language, "sheet.solution")))
    return (heading, *worked_solution(problem, language))


def _as_text(
    result: SheetResult,
    titles: dict[str, str],
    head: list[str],
    solutions: Mapping[str, Document],
) -> str:
    told = plain_result(result, titles, _COLUMNS, head)
    parts = ["\n".join(line.rstrip() for line in told.splitlines())]
    parts += [
        f"{key}. {titles[key]}\n\n{text(document, _COLUMNS)}" for key, document in solutions.items()
    ]
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def refusal_pages(title_of_assignment: str, who: str, sentence: str, language: Language) -> Pages:
    """The feedback on what earns nothing: why, and what is to be handed in."""
    from grader.document.nodes import Paragraph

    document = (
        Heading(1, words(title_of_assignment)),
        Paragraph(words(who)),
        Paragraph(words(sentence)),
    )
    return {
        "html": page(document, title_of_assignment, language),
        "txt": f"{text(document, _COLUMNS)}\n",
    }
