"""A sheet solved, with a student's answers beside it: where they depart, and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from grader.answers.outcome import Outcome
from grader.document.nodes import Block, Document, Heading, Inline, Paragraph, Strong, Text, words
from grader.marking.departures import Departure, Way, departures, following
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.say import say
from grader.render.statement import heading, statement, worked_solution
from grader.render.title import title
from grader.report.as_page import fields_told, items, table_of_marks, with_code
from grader.report.wording import incident_in_words, marks, message_of, versions_of
from grader.sheet.sheet import Problem, Sheet
from problems.family import ByHand
from problems.sentences import Language


def solved_sheet(
    sheet: Sheet,
    result: SheetResult | None,
    *,
    of: str,
    told: Sequence[str] = (),
    only: str | None = None,
) -> Document:
    """The sheet, or ``only`` one problem of it, solved, with what is marked of it beside it.

    ``of`` is what it is called, and ``told`` are lines below that. Without a ``result``, or of a
    problem in which nothing was answered, it is the solution alone.
    """
    language = sheet.language
    blocks: list[Block] = [Heading(1, words(of))]
    blocks += [Paragraph(words(line)) for line in told]
    marked = {each.key: each for each in result.problems} if result is not None else {}
    if result is not None:
        titles = {problem.key: title(problem, language) for problem in sheet.problems}
        blocks.append(table_of_marks(result, titles))
        if result.incidents:
            lines = (incident_in_words(one, language) for one in result.incidents)
            blocks.append(items(with_code(line) for line in lines))
    for problem in sheet.problems:
        if only in (None, problem.key):
            blocks += _solved(problem, marked.get(problem.key), language)
    if result is not None and result.versions:
        blocks.append(Paragraph(words(versions_of(result))))
    return tuple(blocks)


def _solved(problem: Problem, marked: ProblemResult | None, language: Language) -> Iterator[Block]:
    yield Heading(2, words(_heading(problem, marked, language)))
    yield from statement(problem, language)
    is_answered = marked is not None and not is_blank(marked)
    if marked is None or not is_answered:
        yield Heading(3, words(say(language, "sheet.solution")))
        yield from worked_solution(problem, language)
    elif isinstance(problem.variant.family.task, ByHand):
        found = departures(problem.variant.working, marked.fields)
        yield Heading(3, words(say(language, "appeal.answers")))
        yield from _summary(found, language)
        yield Heading(3, words(say(language, "sheet.solution")))
        beside = {
            field.name: _beside(field, found[field.name], marked.family, language)
            for field in marked.fields
        }
        yield from worked_solution(problem, language, beside)
    else:
        yield Heading(3, words(say(language, "sheet.solution")))
        yield from worked_solution(problem, language)
        yield Heading(3, words(say(language, "appeal.checks")))
        names = _names([field.name for field in marked.fields if not field.is_style])
        yield with_code(say(language, "appeal.names", names=names))
        for block in fields_told(marked, language):
            yield Heading(4, block.inside) if isinstance(block, Heading) else block


def is_blank(marked: ProblemResult) -> bool:
    """Whether nothing of a problem was answered."""
    without = (Outcome.UNANSWERED, Outcome.NOT_JUDGED)
    return all(field.outcome in without for field in marked.fields)


def _heading(problem: Problem, marked: ProblemResult | None, language: Language) -> str:
    if marked is None:
        return heading(problem, language)
    number = say(language, "sheet.problem", key=problem.key)
    return f"{number}: {title(problem, language)} ({marks(marked.score, marked.max_score)})"


def _summary(found: Mapping[str, Departure], language: Language) -> Iterator[Paragraph]:
    """Where the answers depart, and which of them rest on that."""
    departed = [name for name, one in found.items() if one.way in (Way.DEPARTS_FIRST, Way.DEPARTS)]
    if not departed:
        if all(one.way is Way.RIGHT for one in found.values()):
            yield with_code(say(language, "appeal.all-right"))
        else:
            without = [name for name, one in found.items() if one.way is Way.WITHOUT_VALUE]
            yield with_code(f"{say(language, 'appeal.no-answer')}: {_names(without)}.")
        return
    first, *others = departed
    sentences = [say(language, "appeal.first", name=first)]
    if after := following(found, first):
        sentences.append(say(language, "appeal.then", names=_names(after)))
    if again := [name for name, one in found.items() if one.way is Way.REPEATS]:
        sentences.append(say(language, "appeal.again", names=_names(again)))
    if others:
        sentences.append(say(language, "appeal.others", names=_names(others)))
    yield with_code(" ".join(sentences))


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _beside(field: FieldResult, one: Departure, family: str, language: Language) -> Document:
    """The answer to a step: what was found, how it stands, its marks, and what is said of it."""
    if one.way is Way.WITHOUT_VALUE:
        word = say(language, f"outcome.{field.outcome.value}")
    elif one.way is Way.FOLLOWS:
        word = say(language, "appeal.follows", names=", ".join(one.of))
    else:
        word = say(language, f"appeal.{one.way.value}")
    answer = _answer(field, language)
    line: tuple[Inline, ...] = (Text(f"{answer} — "), Strong(words(word)), *_marks(field))
    message = message_of(field, family, language)
    return (Paragraph(line), *([with_code(message)] if message else []))


def _answer(field: FieldResult, language: Language) -> str:
    if field.found is None:
        return say(language, "appeal.no-answer")
    if field.read in (None, field.found):
        return say(language, "appeal.answer", found=field.found)
    return say(language, "appeal.answer-read", found=field.found, read=field.read)


def _marks(field: FieldResult) -> tuple[Text, ...]:
    return (Text(f", {marks(field.score, field.max_score)}"),) if field.max_score else ()
