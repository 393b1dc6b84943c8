"""A result as one page of HTML: marks, what is to be said of each answer, and wrong cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.answers.outcome import Outcome
from grader.document.nodes import (
    Block,
    Code,
    Document,
    Heading,
    Inline,
    Items,
    Paragraph,
    Picture,
    Strong,
    Table,
    Text,
    words,
)
from grader.marking.compared import Compared, WrongCells
from grader.marking.marks import exact, written
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.say import say
from grader.render.page import page
from grader.report.together import incidents_beside, told_together
from grader.report.wording import (
    how_it_was_read,
    incident_in_words,
    marks,
    message_of,
    results_and_style,
    versions_of,
)
from problems.figures import Grid, Maps
from problems.sentences import Language, check_name

_IN_A_LINE = 12
"""So many entries of a vector stand in a line."""
_MOST_MAPS = 4
_HEAD = ("report.column-number", "report.column-problem", "report.column-marks")
_MAPS = ("report.map-found", "report.map-expected")
_DIGITS = 5


def as_page(
    result: SheetResult,
    titles: Mapping[str, str],
    *,
    heading: str = "",
    told: Sequence[str] = (),
    solutions: Mapping[str, Document] | None = None,
) -> str:
    """The page, which needs nothing else; ``titles`` has that of each problem by its key.

    As feedback that a student is given it has a ``heading`` of its own, lines that are ``told``
    below it, how each right answer was read, and the ``solutions`` of problems, by key.
    """
    language = result.language
    title = heading or say(language, "report.page-title", sheet=result.sheet)
    blocks: list[Block] = [Heading(1, words(title))]
    blocks += [Paragraph(words(line)) for line in told]
    if not result.is_sealed:
        blocks.append(table_of_marks(result, titles))
    for problem in result.problems:
        blocks += _problem(problem, titles[problem.key], language, every=solutions is not None)
        blocks += (solutions or {}).get(problem.key, ())
    if incidents := incidents_beside(result):
        blocks.append(Heading(2, words(say(language, "report.program").rstrip(":"))))
        blocks.append(items(with_code(incident_in_words(one, language)) for one in incidents))
    if result.versions:
        blocks.append(Paragraph(words(versions_of(result))))
    return page(tuple(blocks), title, language)


def table_of_marks(result: SheetResult, titles: Mapping[str, str]) -> Table:
    """The marks of each problem, what lateness costs, and all together."""
    language = result.language
    head = [say(language, key) for key in _HEAD]
    rows = [
        (words(each.key), words(titles[each.key]), words(marks(each.score, each.max_score)))
        for each in result.problems
    ]
    total = say(language, "report.total")
    if result.deducted:
        lost = say(language, "report.deducted")
        rows.append(((), words(lost), words(f"−{written(exact(result.deducted))}")))
    rows.append(((), (Strong(words(total)),), _strong(marks(result.score, result.max_score))))
    return Table(tuple(map(words, head)), tuple(rows))


def _strong(text: str) -> tuple[Inline, ...]:
    return (Strong(words(text)),)


def _problem(
    problem: ProblemResult, title: str, language: Language, *, every: bool = False
) -> Iterator[Block]:
    earned = f" ({marks(problem.score, problem.max_score)})" if _has_marks(problem.fields) else ""
    yield Heading(2, words(f"{problem.key}. {title}{earned}"))
    yield from fields_told(problem, language, every=every)


def fields_told(
    problem: ProblemResult, language: Language, *, every: bool = False
) -> Iterator[Block]:
    """What is said of the fields of a problem; of ``every`` right answer, too, how it was read."""
    if apart := results_and_style(problem, language):
        yield Paragraph(words(apart))
    right = [field for field in problem.fields if field.outcome is Outcome.CORRECT]
    others = [field for field in problem.fields if field.outcome is not Outcome.CORRECT]
    for group in told_together(others, problem.family, language):
        yield from _group(group, problem.family, language)
    if every and any(field.read is not None for field in right):
        outcome = say(language, f"outcome.{Outcome.CORRECT.value}")
        yield Heading(3, words(outcome))
        yield items(_as_read(field, problem.family, language) for field in right)
    elif right:
        names = "; ".join(check_name(problem.family, field.name, language) for field in right)
        outcome = say(language, f"outcome.{Outcome.CORRECT.value}")
        yield Paragraph((Strong(words(outcome)), *words(f": {names}")))


def _group(group: Sequence[FieldResult], family: str, language: Language) -> Document:
    """What is said once of several fields, and a picture for each of those that have one."""
    first = group[0]
    told = marks(sum(one.score for one in group), sum(one.max_score for one in group))
    earned = f", {told}" if _has_marks(group) else ""
    names = "; ".join(check_name(family, one.name, language) for one in group)
    outcome = say(language, f"outcome.{first.outcome.value}")
    blocks: list[Block] = [Heading(3, words(f"{names}: {outcome}{earned}"))]
    if first.found is not None and first.inputs is None:
        blocks.append(with_code(say(language, "report.found", found=first.found)))
    if message := message_of(first, family, language):
        blocks.append(with_code(message))
    if first.inputs:
        blocks.append(with_code(say(language, "report.inputs", inputs=first.inputs)))
    blocks += [_picture(one.compared, language) for one in group if one.compared is not None]
    return tuple(blocks)


def _has_marks(fields: Sequence[FieldResult]) -> bool:
    """Whether there are marks: there are none where whoever has set the sheet gives them."""
    return any(one.max_score or one.outcome is Outcome.GRADER_FAULT for one in fields)


def _as_read(field: FieldResult, family: str, language: Language) -> Paragraph:
    """A right answer: its name, and what came, with what it was taken for."""
    name = check_name(family, field.name, language)
    return Paragraph((*words(f"{name}: "), *words(how_it_was_read(field, language))))


def items(paragraphs: Iterator[Paragraph]) -> Items:
    """A list of paragraphs."""
    return Items(tuple((each,) for each in paragraphs))


def with_code(text: str) -> Paragraph:
    """A sentence, in which code stands between backticks where these come in pairs."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return Paragraph(words(text))
    inside = (Code(part) if place % 2 else Text(part) for place, part in enumerate(parts) if part)
    return Paragraph(tuple(inside))


def _picture(compared: Compared | WrongCells, language: Language) -> Picture:
    """What came, beside what was expected where that is shown; wrong cells have a heavy border."""
    both = isinstance(compared, Compared)
    shown = (compared.found, compared.true) if isinstance(compared, Compared) else (compared.found,)
    grids: list[Grid] = []
    for index in _maps(compared.wrong):
        wrong = _in_lines(compared.wrong[index])
        marked = frozenset(
            (int(row), int(column))
            for row, column in np.argwhere(wrong == True)  # noqa: E712  (an array of objects)
        )
        at = f" [{', '.join(map(str, index))}]" if index else ""
        for key, values in zip(_MAPS, shown, strict=False):
            title = say(language, key) + at
            grids.append(Grid(_in_lines(_rounded(values[index])), marked, title))
    number, of = int(compared.wrong.sum()), compared.wrong.size
    key = "report.picture" if both else "report.picture-alone"
    return Picture(Maps(tuple(grids)), words(say(language, key, n=number, of=of)))


def _maps(wrong: NDArray[np.bool_]) -> list[tuple[int, ...]]:
    """Which of several maps are drawn: the first of those with a wrong cell."""
    every = [index for index in np.ndindex(*wrong.shape[:-2]) if wrong[index].any()]
    return every[:_MOST_MAPS]


def _rounded(values: NDArray[np.float64]) -> NDArray[np.object_]:
    """Numbers of a few digits, whole ones as such."""
    found = np.empty(values.shape, dtype=object)
    for at, value in np.ndenumerate(values):
        short = float(f"{value:.{_DIGITS}g}")
        found[at] = int(short) if short.is_integer() else short
    return found


def _in_lines(values: NDArray[Any]) -> NDArray[np.object_]:
    """A map as it is; a vector in lines of some entries, with nothing behind the last one."""
    if values.ndim == 2:
        return values.astype(object)
    lines = -(-values.size // _IN_A_LINE)
    long = min(values.size, _IN_A_LINE)
    found = np.full(lines * long, None, dtype=object)
    found[: values.size] = values
    return found.reshape(lines, long)
