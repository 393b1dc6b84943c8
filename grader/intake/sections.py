"""Which problem a part of a file answers, also where lines of it are lost.

Where the first line of a section is missing, the answers are in the section above, and the second
line still tells where it began.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from grader.messages.remark import Remark
from grader.sandbox.outside.program import Cell
from grader.sheet.sections import instruction, section_line, section_pattern
from grader.sheet.sheet import Sheet


def script_cells(source: str, sheet: Sheet) -> tuple[list[Cell], list[Remark]]:
    """The sections of a script, and what is to be said of those that had lost their first line.

    A section goes up to the next one.
    """
    starts = [(0, None), *((m.start(), m[1]) for m in section_pattern(sheet).finditer(source))]
    ends = [start for start, _ in starts[1:]] + [len(source)]
    cells = [
        Cell(source[start:end], None, source.count("\n", 0, start) + 1, problem)
        for (start, problem), end in zip(starts, ends, strict=True)
        if source[start:end].strip()
    ]
    present = {cell.problem for cell in cells}
    cells = [part for cell in cells for part in _parts(cell, sheet, present)]
    found = [
        Remark(
            "section-restored",
            {"section": section_line(cell.problem), "place": cell.place_of(cell.first_line)},
        )
        for cell in cells
        if cell.problem is not None and cell.problem not in present
    ]
    return cells, found


def _parts(cell: Cell, sheet: Sheet, present: set[str | None]) -> Iterator[Cell]:
    """The cell, split where the second line of a lost section shows that it began there."""
    keys = [None, *(problem.key for problem in sheet.problems)]
    below = sheet.problems[keys.index(cell.problem) :]
    lost = list(takewhile(lambda problem: problem.key not in present, below))
    own = [problem for problem in sheet.problems if problem.key == cell.problem]
    expected = [f"# {instruction(problem, sheet.language)}" for problem in (*own, *lost)]
    lines = cell.source.splitlines(keepends=True)
    marks = [number for number, line in enumerate(lines) if line.strip() in expected]
    if [lines[number].strip() for number in marks] != expected:
        yield cell
        return
    cuts = marks[len(own) :]
    problems = (cell.problem, *(problem.key for problem in lost))
    for problem, start, end in zip(problems, (0, *cuts), (*cuts, len(lines)), strict=True):
        if source := "".join(lines[start:end]):
            yield replace(cell, source=source, first_line=cell.first_line + start, problem=problem)


def missing_sections(sheet: Sheet, cells: Sequence[Cell]) -> list[Remark]:
    """A word on each problem that no cell is known to answer."""
    present = {cell.problem for cell in cells}
    return [
        Remark("section-missing", {"section": section_line(problem.key)})
        for problem in sheet.problems
        if problem.key not in present
    ]
