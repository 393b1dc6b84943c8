"""A problem as a document: its statement, its blanks, and its worked solution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from grader.document.formula import Formula, parts_of, row_of
from grader.document.markdown import read_line, read_markdown
from grader.document.nodes import (
    Block,
    Code,
    CodeBlock,
    Display,
    Document,
    Heading,
    Inline,
    Items,
    Paragraph,
    Strong,
    Text,
    words,
)
from grader.document.signs import SIGNS
from grader.document.tex import read_formula
from grader.document.typeset import formula_of, is_rounded
from grader.messages.numbers import moment_in_words, number_in_words
from grader.messages.say import say
from grader.render.blank_tables import blank_tables
from grader.render.blanks import meaning_of_step, value_in_words
from grader.render.line import plain_line
from grader.render.text import one_line
from grader.render.title import title
from grader.sheet.issued import Issued
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import folder
from problems.family import ByHand, InCode
from problems.quantity import Given, Step
from problems.sentences import Language, check_name, rule_formula, rule_text
from problems.texts import Shown, has_block, render_block, render_formula, render_program
from problems.values import Source, Tensor, Value, value_of
from problems.variant import Variant

_NOTHING: Mapping[str, Document] = MappingProxyType({})
_MOST_CELLS = 4
"""Of a vector in a formula with its numbers."""


def statement(problem: Problem, language: Language) -> Document:
    """What is given and what is asked."""
    return _statement(problem.variant, language)


@lru_cache(maxsize=64)  # it stands in the sheet and in the notebook
def _statement(variant: Variant, language: Language) -> Document:
    source = _block_of(variant, "statement", language)
    return read_markdown(source.text, source.values, source.figures)


def _block_of(variant: Variant, block: str, language: Language) -> Source:
    return render_block(folder(variant.family.key), block, language, **variant.parameters)


def code(problem: Problem, language: Language, template: str) -> str:
    """A program of a code family: ``starter.py.j2`` or ``solution.py.j2``, with its docstrings."""
    variant = problem.variant
    docstring = plain_line(_block_of(variant, "docstring", language))
    return render_program(
        folder(variant.family.key), template, docstring=docstring, **variant.parameters
    ).strip()


@lru_cache(maxsize=64)
def marks_of(variant: Variant) -> Mapping[str, int]:
    """The marks that there are for each blank, or each check and rule of style."""
    if isinstance(variant.family.task, InCode):
        checks = {check.name: check.marks for check in variant.stated_checks}
        return checks | {rule.name: rule.marks for rule in variant.style}
    return {asked.name: asked.marks for asked in variant.working.asked}


def points(problem: Problem) -> Fraction | int:
    """What a problem can earn."""
    return sum(problem.points_for(*each) for each in marks_of(problem.variant).items())


def points_of(problem: Problem, name: str) -> Fraction | int:
    """What the checks that call a function or class first can earn, and its style."""
    variant = problem.variant
    checks = {check.name for check in variant.stated_checks if check.about == name}
    rules = {rule.name for rule in variant.style if rule.function.partition(".")[0] == name}
    return sum(
        problem.points_for(*each) for each in marks_of(variant).items() if each[0] in checks | rules
    )


IN_NOTEBOOK = "sheet.how-to-notebook"
"""What is said of how a notebook is filled in."""


# -- documents -------------------------------------------------------------------------------------


def sheet_document(
    sheet: Sheet,
    file: str,
    *,
    how_to: str = "sheet.how-to",
    solution: bool = False,
    versions: str = "",
) -> Document:
    """The whole sheet; ``file`` is the file that is to be filled in.

    ``versions`` says which Python and libraries mark, if it is to be told.
    """
    blocks = introduction(sheet, file, how_to=how_to, versions=versions)
    for problem in sheet.problems:
        for language in (sheet.language, *sheet.also_in):
            blocks += problem_document(problem, language, solution=solution)
    return blocks


def introduction(
    sheet: Sheet, file: str, *, how_to: str = "sheet.how-to", versions: str = ""
) -> Document:
    """The title of a sheet, which one it is, what is to be done with it, and what marks it."""
    blocks: list[Block] = [Heading(1, words(title_of_sheet(sheet)))]
    notebook = f"{file.removesuffix('.py')}.ipynb"
    for language in (sheet.language, *sheet.also_in):
        if sheet.issued is None:
            practice = say(language, "sheet.practice", seed=sheet.seed)
            blocks.append(Paragraph(read_line(practice)))
        else:
            told = issued_in_words(sheet.issued, language)
            blocks += [Paragraph(words(line)) for line in told]
        blocks.append(Paragraph(read_line(say(language, how_to, file=file, notebook=notebook))))
        if how_to == IN_NOTEBOOK and sheet.problems:
            first = sheet.problems[0]
            names = {"problem": first.key, "name": first.names[0]}
            blocks.append(Paragraph(read_line(say(language, "sheet.check-in-notebook", **names))))
        if versions:
            marking = say(language, "sheet.versions", versions=versions)
            blocks.append(Paragraph(read_line(marking)))
    return tuple(blocks)


def issued_in_words(issued: Issued, language: Language) -> Iterator[str]:
    """Whose sheet of an assignment it is, until when it is due, and where its tool is found."""
    of_several = "issued-attempt" if issued.attempts > 1 else "issued"
    yield say(
        language,
        f"sheet.{of_several}",
        student=issued.student,
        code=issued.code,
        attempt=issued.attempt,
        attempts=issued.attempts,
    )
    if issued.deadline is not None:
        moment = moment_in_words(issued.deadline, language)
        yield say(language, "sheet.deadline", deadline=moment)
    if issued.tool:
        yield say(language, "sheet.tool", tool=issued.tool)


def title_of_sheet(sheet: Sheet) -> str:
    """What a sheet is called at its head, in each of its languages."""
    if sheet.issued is None:
        return say(sheet.language, "sheet.title")
    return sheet.issued.title_in(sheet.language, *sheet.also_in)


def problem_document(
    problem: Problem, language: Language, *, solution: bool, level: int = 2
) -> Document:
    """One problem: heading, statement, blanks, and its worked solution if wanted."""
    blocks: list[Block] = [Heading(level, words(heading(problem, language)))]
    blocks += statement(problem, language)
    if isinstance(problem.variant.family.task, ByHand):
        blocks.append(Heading(level + 1, words(say(language, "sheet.answers"))))
        blocks += blank_tables(problem, language)
    else:
        blocks.append(Paragraph(points_of_checks_in_line(problem, language)))
    if solution:
        blocks.append(Heading(level + 1, words(say(language, "sheet.solution"))))
        blocks += worked_solution(problem, language)
    return tuple(blocks)


def points_of_checks_in_line(problem: Problem, language: Language) -> tuple[Inline, ...]:
    """The same as `points_of_checks`, with the names of the program as code."""
    return _with_code(points_of_checks(problem, language))


def _with_code(text: str) -> tuple[Inline, ...]:
    """A text in which names of a program stand between grave accents."""
    parts = text.split("`")
    return tuple(
        each
        for place, part in enumerate(parts)
        if part
        for each in ((Code(part),) if place % 2 else words(part))
    )


def points_of_checks(problem: Problem, language: Language) -> str:
    """``Points: integers (3); decimals (1)``: what each check of a program is worth."""
    variant = problem.variant
    told = "; ".join(
        f"{check_name(variant.family.key, name, language)} "
        f"({number_in_words(problem.points_for(name, marks), language)})"
        for name, marks in marks_of(variant).items()
    )
    return say(language, "sheet.points-of-checks", checks=told)


def heading(problem: Problem, language: Language) -> str:
    """``Problem 1: ... (19 points)``."""
    number = say(language, "sheet.problem", key=problem.key)
    there = points(problem)
    told = number_in_words(there, language)
    marks = say(language, "sheet.points", points=told, count=there)
    return f"{number}: {title(problem, language)} ({marks})"


def worked_solution(
    problem: Problem, language: Language, beside: Mapping[str, Document] = _NOTHING
) -> Document:
    """The steps of a problem by hand, each with its rule and its value; or the model program.

    What a family has to show of the whole comes first: its block ``solution``, which has the right
    values as ``truth``. ``beside`` has what is to be told of a step below it, by its name.
    """
    variant = problem.variant
    if isinstance(variant.family.task, InCode):
        return (CodeBlock("python", code(problem, language, "solution.py.j2")),)
    values = variant.exact
    steps = [
        (*_step(problem, step, values, language), *beside.get(step.name, ()))
        for step in variant.working.steps
    ]
    return *_overview(problem, values, language), Items(tuple(steps), start=1)


def _overview(problem: Problem, values: Mapping[str, Any], language: Language) -> Document:
    where = folder(problem.variant.family.key)
    if not has_block(where, "solution"):
        return ()
    names = {**problem.variant.parameters, "truth": values}
    source = render_block(where, "solution", language, **names)
    return read_markdown(source.text, source.values, source.figures)


def _step(
    problem: Problem, step: Step, values: Mapping[str, Any], language: Language
) -> tuple[Block, ...]:
    where = folder(problem.variant.family.key)
    asked = {each.name: each for each in problem.variant.working.asked}.get(step.name)
    told = meaning_of_step(problem, step, language)
    explained = read_line(rule_text(where, step.rule.key, "explain", language))
    end = " " if one_line(told).endswith("?") else ". "
    paragraph = (Code(step.name), Text(" — "), *told, Text(end), *explained)
    value, form = values[step.name], None if asked is None else asked.form
    if (said := value_in_words(problem, value, language, form)) is not None:
        return (Paragraph((*paragraph, Text(" "), Strong(said))),)
    return Paragraph(paragraph), Display(_derivation(problem.variant, step))


@lru_cache(maxsize=512)  # it is the same in every language
def _derivation(variant: Variant, step: Step) -> Formula:
    """A step from its symbol to its value: ``h = W x = 2·3 + 1 = 7``.

    The formula is shown with its symbols, and with its numbers where they are few.
    """
    where, values = folder(variant.family.key), variant.exact
    found: list[Formula] = [read_formula(step.symbol)]
    value = value_of(values[step.name])
    if template := rule_formula(where, step.rule.key):
        for numbers in (False, True):
            inputs = {n: _shown(item, values, numbers=numbers) for n, item in step.inputs.items()}
            source = render_formula(where, template, inputs)
            formula = read_formula(source.text, source.values)
            if formula not in found and (not numbers or all(map(_is_readable, source.values))):
                found.append(formula)
    if (last := formula_of(value)) not in found:
        found.append(last)
    relations = [SIGNS["="]] * (len(found) - 2)
    relations.append(SIGNS[r"\approx"] if is_rounded(value) else SIGNS["="])
    parts = list(parts_of(found[0]))
    for relation, formula in zip(relations, found[1:], strict=True):
        parts += [relation, *parts_of(formula)]
    return row_of(tuple(parts))


def _shown(item: Any, values: Mapping[str, Any], *, numbers: bool) -> Any:
    """An input of a rule as its formula shows it: a quantity by its symbol, or by its value."""
    if isinstance(item, Given | Step):
        return Shown(None if numbers else item.symbol, values[item.name])
    if isinstance(item, tuple | list) and any(isinstance(part, Given | Step) for part in item):
        return tuple(_shown(part, values, numbers=numbers) for part in item)
    return Shown(None, item)


def _is_readable(value: Value) -> bool:
    """Whether a value may stand among others in a formula: no matrix, and no long vector."""
    if not isinstance(value, Tensor):
        return True
    return value.cells.ndim == 1 and value.cells.size <= _MOST_CELLS
