"""A result for a terminal: a table of problems, then what there is to say of each answer."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.answers.outcome import Outcome
from grader.marking.marks import exact, written
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.say import say
from grader.report.together import incidents_beside, told_together
from grader.report.wording import (
    how_it_was_read,
    incident_in_words,
    marks,
    results_and_style,
    said_of,
    versions_of,
)
from problems.frozen import frozen
from problems.sentences import Language, check_name

_STYLES = {
    Outcome.READ: "green",
    Outcome.CORRECT: "green",
    Outcome.FOLLOW_THROUGH: "green",
    Outcome.SLIP: "yellow",
    Outcome.UNANSWERED: "dim",
    Outcome.NOT_JUDGED: "dim",
    Outcome.GRADER_FAULT: "magenta",
}


_UNMARKED = frozenset(Outcome) - {Outcome.GRADER_FAULT}


@frozen
class Line:
    """A paragraph, so many columns from the left."""

    text: Text
    indent: int = 0


@frozen
class Heading:
    """The number and the title of a problem."""

    key: str
    title: str


Part = Line | Heading | Table
"""What is printed below what was printed before; an empty line is one without text."""


def print_result(
    console: Console, result: SheetResult, titles: dict[str, str], *, verbose: bool = False
) -> None:
    """Print a result; ``titles`` has the title of each problem by its key.

    Of what is right nothing is told, unless ``verbose``: then also how each answer was read.
    """
    for part in _parts(result, titles, verbose=verbose):
        _print(console, part)


def plain_result(
    result: SheetResult, titles: dict[str, str], width: int, head: Sequence[str] = ()
) -> str:
    """The same as `print_result` prints of all on a page so wide, where nothing is coloured.

    The lines of the ``head`` come before it. Rich is asked only for what has to be broken into
    lines, or is a table.
    """
    written = io.StringIO()
    console = Console(file=written, width=width, highlight=False, color_system=None)
    above = [*(Line(Text(line)) for line in head), _EMPTY] if head else []
    for part in (*above, *_parts(result, titles, verbose=True)):
        line = Line(Text(f"{part.key}  {part.title}")) if isinstance(part, Heading) else part
        if isinstance(line, Line) and _fits(line, width):
            written.write(" " * line.indent + line.text.plain + "\n")
        else:
            _print(console, part)
    return written.getvalue()


_ONE_COLUMN_EACH = re.compile(r"[ -~À-ʯЀ-ҁ×–—’−·≤≥→]*")


def _fits(line: Line, width: int) -> bool:
    """Whether a paragraph is one line, of letters of one column each."""
    text = line.text.plain
    return line.indent + len(text) <= width and _ONE_COLUMN_EACH.fullmatch(text) is not None


def _print(console: Console, part: Part) -> None:
    if isinstance(part, Heading):
        heading = Table(box=None, pad_edge=False, show_header=False, style="bold")
        heading.add_row(part.key, Text(part.title))
        console.print(heading)
    elif isinstance(part, Line) and part.indent:
        console.print(Padding(part.text, (0, 0, 0, part.indent), expand=False))
    else:
        console.print(part.text if isinstance(part, Line) else part)


def _parts(result: SheetResult, titles: dict[str, str], *, verbose: bool) -> Iterator[Part]:
    language = result.language
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    for problem in result.problems:
        earned = "" if result.is_sealed else marks(problem.score, problem.max_score)
        table.add_row(problem.key, escape(titles[problem.key]), earned)
    if result.deducted:
        lost = f"−{written(exact(result.deducted))}"
        table.add_row("", say(language, "report.deducted"), lost)
    if not result.is_sealed:
        table.add_row(
            "", say(language, "report.total"), marks(result.score, result.max_score), style="bold"
        )
    yield table
    for problem in result.problems:
        yield from _of_problem(problem, titles[problem.key], language, verbose=verbose)
    if incidents := incidents_beside(result):
        yield _EMPTY
        yield Line(Text(say(language, "report.program"), "bold"))
        for incident in incidents:
            yield Line(Text(incident_in_words(incident, language)), 2)
    if result.versions:
        yield _EMPTY
        yield Line(Text(versions_of(result), "dim"))


_EMPTY = Line(Text())


def _of_problem(
    problem: ProblemResult, title: str, language: Language, *, verbose: bool
) -> Iterator[Part]:
    told = [f for f in problem.fields if verbose or f.outcome is not Outcome.CORRECT]
    if not told:
        return
    yield _EMPTY
    yield Heading(problem.key, title)
    if apart := results_and_style(problem, language):
        yield Line(Text(apart), 2)
    groups = [[f] for f in told] if verbose else told_together(told, problem.family, language)
    for group in groups:
        yield from _of_fields(group, problem.family, language)
        if verbose and (read := how_it_was_read(group[0], language)):
            yield Line(Text(read), 6)


def _of_fields(fields: list[FieldResult], family: str, language: Language) -> Iterator[Line]:
    first = fields[0]
    if first.outcome is Outcome.READ:
        read = first.read if first.found == first.read else how_it_was_read(first, language)
        yield Line(
            Text.assemble((first.name, "bold"), "  ", (read or "", _STYLES[Outcome.READ])), 2
        )
        return
    earned = marks(sum(f.score for f in fields), sum(f.max_score for f in fields))
    is_unmarked = not any(f.max_score for f in fields) and first.outcome in _UNMARKED
    line = Text.assemble(
        (_in_a_row([check_name(family, field.name, language) for field in fields]), "bold"),
        "  ",
        (say(language, f"outcome.{first.outcome.value}"), _STYLES.get(first.outcome, "red")),
        "" if is_unmarked else f"  {earned}",
    )
    yield Line(line, 2)
    for said in said_of(first, family, language):
        yield Line(Text(said), 6)


def _in_a_row(names: Sequence[str]) -> str:
    """Names with commas between them; semicolons, where a name has a comma of its own."""
    return ("; " if any("," in name for name in names) else ", ").join(names)
