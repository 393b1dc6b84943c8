"""A sheet as one Markdown page."""

from __future__ import annotations

from grader.messages.say import say
from grader.render.statement import blanks_table, points, statement, title, worked_solution
from grader.sheet.sheet import Problem, Sheet
from problems.family import ByHand
from problems.sentences import Language


def sheet_page(sheet: Sheet, file: str, *, solution: bool = False) -> str:
    """The whole sheet; ``file`` is the file that is to be filled in."""
    language = sheet.language
    parts = [
        f"# {say(language, 'sheet.title')}",
        say(language, "sheet.practice", seed=sheet.seed),
        say(language, "sheet.how-to", file=file, notebook=f"{file.removesuffix('.py')}.ipynb"),
        *(problem_page(problem, language, solution=solution) for problem in sheet.problems),
    ]
    return "\n\n".join(parts) + "\n"


def problem_page(problem: Problem, language: Language, *, solution: bool) -> str:
    """One problem: heading, statement, blanks, and its worked solution if wanted."""
    parts = [heading(problem, language), statement(problem, language)]
    if isinstance(problem.variant.family.task, ByHand):
        parts += [f"### {say(language, 'sheet.answers')}", blanks_table(problem, language)]
    if solution:
        parts += [f"### {say(language, 'sheet.solution')}", worked_solution(problem, language)]
    return "\n\n".join(parts)


def heading(problem: Problem, language: Language) -> str:
    """``## Problem 1: ... (19 points)``."""
    number = say(language, "sheet.problem", key=problem.key)
    marks = say(language, "sheet.points", points=points(problem))
    return f"## {number}: {title(problem, language)} ({marks})"
