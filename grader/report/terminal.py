"""A result for a terminal: a table of problems, then what there is to say of each answer."""

from __future__ import annotations

from collections.abc import Sequence

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
    message_of,
    results_and_style,
    versions_of,
)
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


def print_result(
    console: Console, result: SheetResult, titles: dict[str, str], *, verbose: bool = False
) -> None:
    """Print a result; ``titles`` has the title of each problem by its key.

    Of what is right nothing is told, unless ``verbose``: then also how each answer was read.
    """
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
    console.print(table)
    for problem in result.problems:
        _print_problem(console, problem, titles[problem.key], language, verbose=verbose)
    if incidents := incidents_beside(result):
        console.print(f"\n[bold]{say(language, 'report.program')}[/bold]")
        for incident in incidents:
            line = Text(incident_in_words(incident, language))
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
    if result.versions:
        console.print(f"\n{versions_of(result)}", style="dim", markup=False)


def _print_problem(
    console: Console, problem: ProblemResult, title: str, language: Language, *, verbose: bool
) -> None:
    told = [f for f in problem.fields if verbose or f.outcome is not Outcome.CORRECT]
    if not told:
        return
    heading = Table(box=None, pad_edge=False, show_header=False)
    heading.add_row(problem.key, Text(title))
    console.print()
    console.print(heading, style="bold")
    if apart := results_and_style(problem, language):
        console.print(Padding(Text(apart), (0, 0, 0, 2), expand=False))
    groups = [[f] for f in told] if verbose else told_together(told, problem.family, language)
    for group in groups:
        _print_fields(console, group, problem.family, language)
        if verbose and (read := how_it_was_read(group[0], language)):
            console.print(Padding(Text(read), (0, 0, 0, 6), expand=False))


def _print_fields(
    console: Console, fields: list[FieldResult], family: str, language: Language
) -> None:
    first = fields[0]
    if first.outcome is Outcome.READ:
        read = first.read if first.found == first.read else how_it_was_read(first, language)
        line = Text.assemble((first.name, "bold"), "  ", (read or "", _STYLES[Outcome.READ]))
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
        return
    earned = marks(sum(f.score for f in fields), sum(f.max_score for f in fields))
    is_unmarked = not any(f.max_score for f in fields) and first.outcome in _UNMARKED
    line = Text.assemble(
        (_in_a_row([check_name(family, field.name, language) for field in fields]), "bold"),
        "  ",
        (say(language, f"outcome.{first.outcome.value}"), _STYLES.get(first.outcome, "red")),
        "" if is_unmarked else f"  {earned}",
    )
    console.print(Padding(line, (0, 0, 0, 2), expand=False))
    message = message_of(first, family, language)
    if first.found is not None and first.inputs is None and first.outcome is not Outcome.CORRECT:
        message = f"{say(language, 'report.found', found=first.found)}. {message}"
    if message:
        console.print(Padding(Text(message), (0, 0, 0, 6), expand=False))
    if first.inputs:
        inputs = say(language, "report.inputs", inputs=first.inputs)
        console.print(Padding(Text(inputs), (0, 0, 0, 6), expand=False))


def _in_a_row(names: Sequence[str]) -> str:
    """Names with commas between them; semicolons, where a name has a comma of its own."""
    return ("; " if any("," in name for name in names) else ", ").join(names)
