"""The boxes of a question, laid out as the blanks are on a sheet: in rows, or in their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from grader.document.nodes import Text
from grader.lms.markup import Markup, code, table, words
from grader.lms.places import as_written
from grader.lms.question import Box, Number, Pick, Question
from grader.messages.numbers import number_in_words
from grader.messages.say import say
from grader.render.blanks import has_symbol, meaning, name_in_table
from problems.catalogue import folder
from problems.forms import Decimal, Integer, Rational, Shape, shape_of
from problems.sentences import Language, axes_text, unit_text
from problems.working import Asked

Slot = Callable[[Box], str]
"""How a box is written where it stands."""


def answers(question: Question, language: Language, markup: Markup, slot: Slot) -> str:
    """What is to be entered, blank by blank, in the order in which it is worked out."""
    groups: dict[str | None, list[Asked]] = {}
    for asked in question.problem.variant.working.asked:
        groups.setdefault(asked.cell.table if asked.cell else None, []).append(asked)
    made = [f"<h4>{words(say(language, 'sheet.answers'))}</h4>"]
    for key, blanks in groups.items():
        if key is None:
            made += _one_below_the_other(question, blanks, language, markup, slot)
        else:
            made += _in_rows_and_columns(question, key, blanks, language, markup, slot)
    return "\n".join(made)


def _one_below_the_other(
    question: Question, blanks: Sequence[Asked], language: Language, markup: Markup, slot: Slot
) -> Iterator[str]:
    """What each blank is and how it is wanted, and below that its boxes."""
    for asked in blanks:
        marks = say(language, "sheet.points-of-blank", points=_points(question, asked, language))
        form = wanted(question, asked, language)
        said = described(question, asked, language, markup)
        yield f"<p>{said} ({words(form)}; {words(marks)})</p>"
        yield from noted(question, asked)
        inside = boxes(question, asked, language, slot)
        yield inside if inside.startswith(("<table", "<p")) else f"<div>{inside}</div>"


def noted(question: Question, asked: Asked) -> Iterator[str]:
    """What else is to be known of a blank."""
    if note := question.notes.get(asked.name):
        yield f"<p>{words(note)}</p>"


def _in_rows_and_columns(
    question: Question,
    key: str,
    blanks: Sequence[Asked],
    language: Language,
    markup: Markup,
    slot: Slot,
) -> Iterator[str]:
    """The boxes in their cells, and below what is to be entered and what it means."""
    problem = question.problem
    laid_out = next(one for one in problem.variant.working.tables if one.key == key)
    by_name = {asked.name: asked for asked in blanks}
    if key:
        yield f"<p><strong>{markup.line(name_in_table(problem, key, language))}</strong></p>"
    head = ["", *(markup.line(name_in_table(problem, c, language)) for c in laid_out.columns)]
    rows = []
    for row in laid_out.rows:
        cells = [markup.line(name_in_table(problem, row, language))]
        for column in laid_out.columns:
            name = laid_out.at(row, column)
            cells.append("" if name is None else boxes(question, by_name[name], language, slot))
        rows.append(cells)
    yield table(head, rows)
    notes = []
    for column in laid_out.columns:
        names = [name for row in laid_out.rows if (name := laid_out.at(row, column)) is not None]
        told = [
            (
                f"{wanted(question, by_name[name], language)}; "
                + say(
                    language, "sheet.points-each", points=_points(question, by_name[name], language)
                ),
                name,
            )
            for name in names
        ]
        called = markup.line(name_in_table(problem, column, language))
        parts = [
            words(form) if len({f for f, _ in told}) == 1 else f"{words(form)} ({_named(same)})"
            for form, same in groupby(told, key=lambda one: one[0])
        ]
        if parts:
            notes.append(f"<li>{called}: {'; '.join(parts)}</li>")
    notes += [
        f"<li>{described(question, asked, language, markup)}</li>"
        for asked in blanks
        if asked.meaning or has_symbol(asked.step)
    ]
    yield "<ul>\n" + "\n".join(notes) + "\n</ul>"
    for asked in blanks:
        yield from noted(question, asked)


def _named(told: Iterator[tuple[str, str]]) -> str:
    return ", ".join(code(name) for _, name in told)


def described(question: Question, asked: Asked, language: Language, markup: Markup) -> str:
    """The name of a blank, and what it means."""
    return f"{code(asked.name)} — {markup.line(meaning(question.problem, asked, language))}"


def wanted(question: Question, asked: Asked, language: Language) -> str:
    """What is to be entered for a blank: what kind of number, and how exact it has to be."""
    texts = folder(question.problem.variant.family.key)
    match asked.form:
        case Integer():
            return say(language, "form.integer")
        case Shape(axes=axes):
            size = shape_of(question.problem.variant.truth[asked.name])
            if size == (1,):
                return say(language, "form.integer")
            return say(language, "form.shape", axes=axes_text(texts, axes, language))
        case Rational(tolerance=tolerance) | Decimal(tolerance=tolerance):
            shown = as_written(str(tolerance), language)
            return say(language, "lms.number", tolerance=shown)
    return say(language, "lms.pick")


def boxes(question: Question, asked: Asked, language: Language, slot: Slot) -> str:
    """The boxes of a blank as they lie: a number, the sizes of a shape, a vector, a matrix."""
    every = question.boxes[asked.name]
    written = [slot(box) for box in every]
    if isinstance(asked.form, Shape):
        return " × ".join(written)
    if isinstance(asked.form, Integer) and asked.form.unit:
        texts = folder(question.problem.variant.family.key)
        return f"{written[0]} {words(unit_text(texts, asked.form.unit, language))}"
    if not every[0].cell:
        return written[0]
    return _laid_out(list(zip(every, written, strict=True)), len(every[0].cell), language)


def _laid_out(cells: Sequence[tuple[Box, str]], axes: int, language: Language) -> str:
    """Rows below each other; a tensor of more axes is told slice by slice."""
    made = []
    for index, inside in groupby(cells, key=lambda one: one[0].cell[: max(axes - 2, 0)]):
        rows = [
            [text for _, text in row]
            for _, row in groupby(inside, key=lambda one: one[0].cell[:-1])
        ]
        if index:
            made.append(
                f"<p>{words(say(language, 'lms.slice', index=', '.join(map(str, index))))}</p>"
            )
        made.append(table([], rows))
    return "".join(made)


def how_to_type(question: Question, language: Language, *, comma: bool = False) -> str:
    """How numbers are typed so that they are read as they are meant; empty where none are."""
    if not any(isinstance(box.entry, Number) for box in question.every_box()):
        return ""
    said = say(language, "lms.type-with-comma" if comma else "lms.type-with-point")
    return f"<p>{words(said)}</p>"


def offers_more_than_words(pick: Pick) -> bool:
    """Whether an option has something that a list of words cannot show, such as a formula."""
    return any(not isinstance(part, Text) for option in pick.options for part in option.text)


def _points(question: Question, asked: Asked, language: Language) -> str:
    return number_in_words(question.problem.points_for(asked.name, asked.marks), language)
