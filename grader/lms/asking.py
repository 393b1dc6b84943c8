"""Questions out of problems: the boxes of each blank, and what is lost on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from grader.document.nodes import Document, Inline, Math, Text
from grader.document.typeset import formula_of
from grader.lms.mistakes import Keys, Outcomes, as_mistaken, cells_of, said_of
from grader.lms.places import as_written, decimal, in_places
from grader.lms.question import Box, Entry, Interval, Number, Option, Pick, Question
from grader.messages.say import say
from grader.render.blanks import reasons_of
from grader.render.script import blank, script
from grader.render.statement import code, points, statement, worked_solution
from grader.render.title import title
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import folder
from problems.diagnosis import told
from problems.family import InCode
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Integer,
    Numeric,
    PlainData,
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
    Shapes,
    agree,
    shape_of,
)
from problems.sentences import Language, option_text
from problems.values import value_of
from problems.working import Asked

FILE = "submission.py"
"""What a program is handed in as."""


def question(sheet: Sheet, problem: Problem, *, number: int = 1, solution: bool = True) -> Question:
    """A problem of a sheet as a question, in the first language of the sheet.

    ``number`` tells it from others of the same family and level; without ``solution`` nothing is
    worked out for those who are done.
    """
    language, variant = sheet.language, problem.variant
    is_code = isinstance(variant.family.task, InCode)
    boxes: dict[str, tuple[Box, ...]] = {}
    notes: dict[str, str] = {}
    if not is_code:
        outcomes = Outcomes(variant)
        boxes = _boxes(problem, outcomes, language)
        notes = dict(_notes(problem, outcomes, boxes, language))
    told: Document = worked_solution(problem, language) if solution else ()
    return Question(
        problem=problem,
        number=number,
        ident=_ident(problem, language),
        title=title(problem, language),
        points=Fraction(points(problem)),
        statement=statement(problem, language),
        boxes=boxes,
        solution=told,
        remarks=_remarks(problem, boxes, notes, language),
        notes=notes,
        starter=_starter(sheet, problem) if is_code else "",
    )


def _ident(problem: Problem, language: Language) -> str:
    """The same for the same exercise alone, in any process: letters, digits and hyphens."""
    variant = problem.variant
    told = repr((variant.family.key, variant.level, variant.parameters, language))
    digest = hashlib.blake2b(told.encode(), digest_size=6).hexdigest()
    return f"{variant.family.key}-{variant.level}-{digest}"


def _starter(sheet: Sheet, problem: Problem) -> str:
    """The file to fill in, which says itself what it answers where the sheet is for practice."""
    if sheet.issued is None:
        alone = Problem("1", problem.variant, called=problem.called)
        return script(Sheet(problem.variant.seed, sheet.language, (alone,)), blank)
    return code(problem, sheet.language, "starter.py.j2")


# -- boxes -----------------------------------------------------------------------------------------


def _boxes(problem: Problem, outcomes: Outcomes, language: Language) -> dict[str, tuple[Box, ...]]:
    made: dict[str, tuple[Box, ...]] = {}
    for asked in problem.variant.working.asked:
        entries = _entries(problem, asked, outcomes, language)
        share = Fraction(problem.points_for(asked.name, asked.marks)) / max(len(entries), 1)
        made[asked.name] = tuple(
            Box(asked, cell, "__".join((asked.name, *map(str, cell))), share, entry)
            for cell, entry in entries
        )
    return made


def _entries(
    problem: Problem, asked: Asked, outcomes: Outcomes, language: Language
) -> list[tuple[tuple[int, ...], Entry]]:
    """What is entered for a blank, with its cell."""
    match asked.form:
        case Integer():
            return _numbers(problem, asked, outcomes, language, 0)
        case Shape():
            return _numbers(problem, asked, outcomes, language, 0)
        case Rational(tolerance=tolerance) | Decimal(tolerance=tolerance):
            return _numbers(problem, asked, outcomes, language, in_places(Fraction(str(tolerance))))
        case Choice():
            return [((), _choice(problem, asked, outcomes, language))]
        case ReasonedChoice():
            return [((), _reasoned(problem, asked, outcomes, language))]
        case Expression():
            return [((), _expression(problem, asked, outcomes, language))]
        case Shapes() | Numeric() | PlainData():
            raise TypeError("a function's results are not answers to a blank")


def _numbers(
    problem: Problem, asked: Asked, outcomes: Outcomes, language: Language, tolerance: int
) -> list[tuple[tuple[int, ...], Entry]]:
    values = [cells_of(value) for value in outcomes.right(asked)]
    shape = shape_of(problem.variant.truth[asked.name])
    found: list[dict[int, list[str]]] = [{} for _ in values[0]]
    for value, key in outcomes.mistaken(asked):
        if shape_of(value) != shape:
            continue
        for of_cell, wrong, right_one in zip(found, _finite_cells(value), values[0], strict=False):
            if wrong == right_one:
                continue
            known = of_cell.get(wrong)
            if known is None:
                of_cell[wrong] = [key]
            elif key not in known:
                known.append(key)
    made: list[tuple[tuple[int, ...], Entry]] = []
    for place, cell in enumerate(product(*map(range, shape))):
        right = _right_intervals([value[place] for value in values], tolerance)
        keys_of = {wrong: tuple(keys) for wrong, keys in found[place].items()}
        mistaken = as_mistaken(right, keys_of, tolerance, problem.variant, language)
        index = tuple(axis + 1 for axis in cell)
        made.append((index, Number(right, mistaken, is_whole=not tolerance)))
    return made


def _finite_cells(value: Any) -> list[int]:
    """The cells of what a slip leads to; none where it is beyond all numbers."""
    try:
        return cells_of(value)
    except (OverflowError, ValueError, TypeError):
        return []


def _right_intervals(values: Sequence[int], tolerance: int) -> tuple[Interval, ...]:
    """The right numbers with what is near enough; zero is not near to another number."""
    made: list[Interval] = []
    for value in dict.fromkeys(values):
        interval = Interval(value, min(tolerance, abs(value) // 2) if value else tolerance)
        if not any(interval.meets(one) for one in made):
            made.append(interval)
    return tuple(made)


def _choice(problem: Problem, asked: Asked, outcomes: Outcomes, language: Language) -> Pick:
    assert isinstance(asked.form, Choice), "as it was looked up"
    texts = folder(problem.variant.family.key)
    said = _said_of_values(problem, outcomes.mistaken(asked), language)
    right = outcomes.right(asked)
    return Pick(
        tuple(
            Option(
                (Text(option_text(texts, option, language)),),
                is_right=option in right,
                told="" if asked.form.is_one_of_two else said.get(option, ""),
            )
            for option in asked.form.options
        )
    )


def _reasoned(problem: Problem, asked: Asked, outcomes: Outcomes, language: Language) -> Pick:
    """An option together with a reason, since one is nothing without the other."""
    form = asked.form
    assert isinstance(form, ReasonedChoice), "as it was looked up"
    texts = folder(problem.variant.family.key)
    reasons = dict(zip(form.reasons, reasons_of(problem, form, language), strict=True))
    said = _said_of_values(problem, outcomes.mistaken(asked), language)
    right = outcomes.right(asked)
    made = []
    for option, reason in product(form.options, form.reasons):
        value = Reasoned(option, reason)
        words = (Text(f"{option_text(texts, option, language)}: "), *reasons[reason])
        made.append(Option(words, is_right=value in right, told=said.get(value, "")))
    return Pick(tuple(made))


def _expression(problem: Problem, asked: Asked, outcomes: Outcomes, language: Language) -> Pick:
    """The right formula among those that mistakes lead to, in an order that says nothing."""
    right = problem.variant.truth[asked.name]
    found: list[tuple[Any, list[str]]] = []
    for value, key in outcomes.mistaken(asked):
        if agree(asked.form, value, right):
            continue
        known = next((keys for other, keys in found if agree(asked.form, other, value)), None)
        if known is None:
            found.append((value, [key]))
        elif key not in known:
            known.append(key)
    options = [Option(_as_math(right), is_right=True)]
    options += [
        Option(_as_math(value), is_right=False, told=_told(problem, tuple(keys), language))
        for value, keys in found
    ]
    if len(options) == 1:  # there has to be something to choose from
        options.append(Option((Text(say(language, "form.none")),), is_right=False))
    return Pick(tuple(sorted(options, key=lambda one: _scrambled(repr(one.text)))))


def _as_math(value: Any) -> tuple[Inline, ...]:
    return (Math(formula_of(value_of(value))),)


def _scrambled(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _said_of_values(
    problem: Problem, found: Iterator[tuple[Any, str]], language: Language
) -> Mapping[Any, str]:
    keys: dict[Any, list[str]] = {}
    for value, key in found:
        if key not in (known := keys.setdefault(value, [])):
            known.append(key)
    return {value: _told(problem, tuple(each), language) for value, each in keys.items()}


def _told(problem: Problem, keys: Keys, language: Language) -> str:
    variant = problem.variant
    return said_of(told(keys, variant.working.last_resorts), variant.family.key, language)


# -- notes and remarks -----------------------------------------------------------------------------


def _notes(
    problem: Problem,
    outcomes: Outcomes,
    boxes: Mapping[str, Sequence[Box]],
    language: Language,
) -> Iterator[tuple[str, str]]:
    """Which of several right answers is taken: the one with a number that is told."""
    for asked in problem.variant.working.asked:
        if not outcomes.is_one_of_several(asked):
            continue
        for box in boxes[asked.name]:
            if isinstance(box.entry, Number) and box.entry.right[0].number:
                value = decimal(box.entry.right[0].number).replace("-", "\u2212")
                told = say(language, "lms.one-of-several", box=box.called, value=value)
                yield asked.name, told
                break


def _remarks(
    problem: Problem,
    boxes: Mapping[str, Sequence[Box]],
    notes: Mapping[str, str],
    language: Language,
) -> dict[str, str]:
    """What is lost on the way, in a line each, for the lecturer; by the key of the line."""
    if not boxes:
        return {"code": say(language, "lms.code-uploaded", file=FILE)}
    every = problem.variant.working.asked
    several = {
        box.asked.name
        for each in boxes.values()
        for box in each
        if isinstance(box.entry, Number) and len(box.entry.right) > 1
    }
    fractions = [asked for asked in every if isinstance(asked.form, Rational)]
    tolerances = {str(one.form.tolerance) for one in fractions if isinstance(one.form, Rational)}
    tolerance = as_written(" / ".join(sorted(tolerances)), language)

    def named(holds: Callable[[Asked], bool]) -> str:
        return ", ".join(asked.name for asked in every if holds(asked))

    open_sizes = named(lambda asked: not asked.size_told)
    apart = named(lambda asked: not asked.per_cell and len(boxes[asked.name]) > 1)
    exact = ", ".join(asked.name for asked in fractions)
    chosen = named(lambda asked: isinstance(asked.form, Expression))
    alternatives = named(lambda asked: asked.name in several)
    taken = named(lambda asked: asked.name in notes)
    found = {"follow-through": say(language, "lms.no-follow-through")}
    if open_sizes:
        found["sizes"] = say(language, "lms.sizes-shown", blanks=open_sizes)
        found["mistaken-sizes"] = say(language, "lms.sizes-of-mistakes", blanks=open_sizes)
    if apart:
        found["cells"] = say(language, "lms.cells-apart", blanks=apart)
    if exact:
        found["fractions"] = say(
            language, "lms.fractions-as-decimals", tolerance=tolerance, blanks=exact
        )
    if chosen:
        found["formulas"] = say(language, "lms.formulas-chosen", blanks=chosen)
    if alternatives:
        found["alternatives"] = say(language, "lms.several-right", blanks=alternatives)
    if taken:
        found["taken"] = say(language, "lms.one-taken", blanks=taken)
    return found
