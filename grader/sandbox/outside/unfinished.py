"""Answers that rest on statements which were stopped, failed or were not run again.

Such a statement leaves a value half worked out (a sum in a loop), and what is worked out from it
further down is a value like any other. Whether it is right is seen when it is marked; where it is
not, this says why.
"""

from __future__ import annotations

from grader.sandbox.outside.outcome import Unfinished
from grader.sandbox.outside.statement import Statement
from grader.sandbox.outside.survey import Survey


def unfinished(survey: Survey) -> dict[tuple[str, str], Unfinished]:
    """By problem and name, what the answers rest on that did not come to its end.

    A name that is then given anew, from what is finished, rests on nothing any more.
    """
    problems = [cell.problem for cell in survey.cells]
    last = {problem: cell for cell, problem in enumerate(problems)}
    ends: dict[int, list[str]] = {}
    for problem in survey.asked:
        ends.setdefault(last.get(problem, len(problems) - 1), []).append(problem)
    values = {
        name
        for statements in survey.statements.values()
        for statement in statements
        for name in statement.given
    }
    open_ones: dict[str, Unfinished] = {}
    found: dict[tuple[str, str], Unfinished] = {}
    passed_over = set(survey.passed_over)
    for cell in range(len(survey.cells)):
        for number in range(len(survey.statements.get(cell, ()))):
            if (cell, number) not in passed_over:
                _note(survey, cell, number, open_ones, values)
        for problem in ends.get(cell, ()):
            names = (name for name in survey.asked[problem] if name in open_ones)
            found |= {(problem, name): open_ones[name] for name in names}
    return found


def _note(
    survey: Survey, cell: int, number: int, open_ones: dict[str, Unfinished], values: set[str]
) -> None:
    """What a statement does to the names that are not finished; ``values`` are those of values.

    Others that it touches are modules, classes and functions, of which it calls something.
    """
    statement = survey.statements[cell][number]
    changed = [*statement.names, *(name for name in statement.touched if name in values)]
    if not survey.has_finished(cell, number):
        place = survey.place_at(cell, number)
        open_ones.update((name, Unfinished(name, place)) for name in changed)
        return
    cause = _cause(statement, open_ones)
    for name in changed:
        if cause is not None:
            open_ones[name] = cause
        elif name in statement.names:
            open_ones.pop(name, None)


def _cause(statement: Statement, open_ones: dict[str, Unfinished]) -> Unfinished | None:
    return next((open_ones[name] for name in statement.used if name in open_ones), None)
