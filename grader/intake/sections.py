"""Which problem each part of a file answers, also where lines of it are lost.

A part is known, in this order, by the first line of its section, by what a tool has recorded with
it, by the second line, which names its problem too, and by the heading above it in a notebook.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from grader.intake.passage import Passage
from grader.messages.remark import Remark
from grader.sandbox.outside.program import Cell
from grader.sheet.sections import (
    first_instruction,
    instruction_pattern,
    number,
    section_line,
    section_pattern,
    text_section_pattern,
)
from grader.sheet.sheet import Sheet


class _Line(NamedTuple):  # there may be a quarter of a million
    """A line of a passage (its place in the row of passages), without its end."""

    passage: int
    number: int
    text: str
    is_last: bool


Starts = dict[int, str]
"""The place of a line among all lines -> the number of the problem whose section begins there."""


def program_cells(passages: Sequence[Passage], sheet: Sheet) -> tuple[list[Cell], list[Remark]]:
    """The cells of the program, each with its problem, and what is to be said of lost lines.

    A section goes up to the next one.
    """
    lines = list(_lines(passages))
    starts = _first_lines(lines, passages, sheet)
    told = set(starts.values())
    restored = _numbered_lines(lines, passages, sheet, told)
    restored |= _unnumbered_lines(lines, starts | restored, sheet)
    restored |= _headings(lines, passages, sheet, told | set(restored.values()))
    cells = list(_cells(lines, passages, {**restored, **starts}))
    return cells, list(_told_of(cells, sheet, told))


def _lines(passages: Sequence[Passage]) -> Iterator[_Line]:
    for place, passage in enumerate(passages):
        texts = passage.source.split("\n")
        for line, text in enumerate(texts):
            yield _Line(place, line, text, is_last=line == len(texts) - 1)


def _first_lines(lines: Sequence[_Line], passages: Sequence[Passage], sheet: Sheet) -> Starts:
    """Where a section begins by its first line, or by what a tool has recorded of a cell."""
    keys = {problem.key for problem in sheet.problems}
    in_code, in_text = section_pattern(sheet), text_section_pattern(sheet)
    found: Starts = {}
    for place, line in enumerate(lines):
        passage = passages[line.passage]
        if line.number == 0 and passage.problem in keys:
            found[place] = str(passage.problem)
        if "%%" not in line.text:
            continue
        if match := (in_code if passage.is_code else in_text).match(line.text):
            found[place] = match[1]
    return found


def _numbered_lines(
    lines: Sequence[_Line], passages: Sequence[Passage], sheet: Sheet, told: set[str]
) -> Starts:
    """Where the section of a problem begins by its second line alone."""
    pattern = instruction_pattern(sheet)
    keys = {number(problem, sheet.language): problem.key for problem in sheet.problems}
    found: Starts = {}
    for place, line in enumerate(lines):
        match = pattern.match(line.text) if "..." in line.text else None
        if match and keys[match[1]] not in told:
            found[place] = keys[match[1]]
    return found


def _unnumbered_lines(lines: Sequence[_Line], starts: Starts, sheet: Sheet) -> Starts:
    """Where sections begin by the second lines of the first sheets, which name no problem.

    They do where those below a first line are exactly those of its problem and of the lost ones
    that follow it on the sheet.
    """
    expected = {
        problem.key: f"# {first_instruction(problem, sheet.language)}" for problem in sheet.problems
    }
    asked = set(expected.values())
    marks = [
        place
        for place, line in enumerate(lines)
        if "..." in line.text and line.text.strip() in asked
    ]
    keys = [problem.key for problem in sheet.problems]
    told = set(starts.values())
    borders = [(0, None), *sorted(starts.items())]
    ends = [*(place for place, _ in borders[1:]), len(lines)]
    found: Starts = {}
    for (start, key), end in zip(borders, ends, strict=True):
        below = keys if key is None else keys[keys.index(key) + 1 :]
        own = [] if key is None else [key]
        wanted = [*own, *takewhile(lambda each: each not in told, below)]
        here = marks[bisect_left(marks, start) : bisect_left(marks, end)]
        if [lines[place].text.strip() for place in here] == [expected[each] for each in wanted]:
            found |= dict(zip(here[len(own) :], wanted[len(own) :], strict=True))
    return found


def _headings(
    lines: Sequence[_Line], passages: Sequence[Passage], sheet: Sheet, told: set[str]
) -> Starts:
    """Where the statement of a problem whose lines are all lost stands in a notebook."""
    numbers = {number(problem, sheet.language): problem.key for problem in sheet.problems}
    pattern = re.compile(rf"#+[ \t]*({'|'.join(map(re.escape, numbers))}):")
    found: Starts = {}
    for place, line in enumerate(lines):
        match = None if passages[line.passage].is_code else pattern.match(line.text)
        if match and numbers[match[1]] not in told:
            found[place] = numbers[match[1]]
    return found


def _cells(
    lines: Sequence[_Line], passages: Sequence[Passage], starts: Mapping[int, str]
) -> Iterator[Cell]:
    """The code between the starts, cell by cell."""
    problem: str | None = None
    begun = 0
    for place in range(len(lines) + 1):
        at_end = place == len(lines)
        if at_end or place in starts or (place and lines[place].number == 0):
            if cell := _cell(lines[begun:place], passages, problem):
                yield cell
            begun = place
            problem = starts.get(place, problem)


def _cell(lines: Sequence[_Line], passages: Sequence[Passage], problem: str | None) -> Cell | None:
    passage = passages[lines[0].passage]
    source = "".join(f"{line.text}\n" for line in lines)
    if not (passage.is_code and source.strip()):
        return None
    if lines[-1].is_last:
        source = source[:-1]
    return Cell(source, passage.place, passage.first_line + lines[0].number, problem)


def _told_of(cells: Sequence[Cell], sheet: Sheet, told: set[str]) -> Iterator[Remark]:
    """A word on each problem whose first line is missing, and where its section was found."""
    found = {cell.problem: cell for cell in reversed(cells)}
    for problem in sheet.problems:
        if problem.key in told:
            continue
        cell = found.get(problem.key)
        if cell is None:
            yield Remark("section-missing", {"section": section_line(problem.key)})
        else:
            details = {
                "section": section_line(problem.key),
                "place": cell.place_of(cell.first_line),
            }
            yield Remark("section-restored", details)
