"""The sections of a file: which problem a part of it answers, also where lines of it are lost.

A section begins with a line such as ``# %% problem 3``. Where that line is missing, the answers are
in the section above, and the file still tells whose they are, unless two problems ask for one name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from grader.marking.answer import NoValue
from grader.marking.result import Outcome, Remark
from grader.messages import say
from grader.sandbox.outcome import Facts
from grader.sandbox.program import Cell
from grader.sheet import Problem, Sheet
from problems.family import InCode
from problems.sentences import Language

Lost = Mapping[tuple[str, str], NoValue]
"""(problem, name) -> why the value under this name cannot be taken for the problem's answer."""


def section_line(key: str) -> str:
    """The beginning of the line with which the section of a problem starts."""
    return f"# %% problem {key}"


def instruction(problem: Problem, language: Language) -> str:
    """What the sheet asks for in its second line of a problem's section."""
    in_code = isinstance(problem.variant.family.task, InCode)
    return say(language, "sheet.body" if in_code else "sheet.blanks")


def section_pattern(sheet: Sheet) -> re.Pattern[str]:
    """The first line of a problem's section; a student's own ``# %%`` lines are none."""
    key = "|".join(re.escape(problem.key) for problem in sheet.problems)
    return re.compile(rf"^#[ \t]*%%[ \t]*(?i:problem)[ \t]+({key})[ \t]*(?::|$)", re.MULTILINE)


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


def lost_answers(
    names: Mapping[str, Sequence[str]], cells: Sequence[Cell], facts: Facts
) -> dict[tuple[str, str], NoValue]:
    """The answers of which nobody can say whose they are, since the line of a section is missing.

    ``names`` has what each problem asks for. The answer of a problem without a section may be in
    any section; where another problem asks for the same name, and there are more values under it
    than sections to hold them, each of these is in doubt.
    """
    present = {cell.problem for cell in cells}
    counts: Counter[tuple[str | None, str]] = Counter()
    for cell, assigned in zip(cells, facts.assigned, strict=False):
        counts.update((cell.problem, name) for name in assigned)
    lost: dict[tuple[str, str], NoValue] = {}
    for missing in (key for key in names if key not in present):
        for name in names[missing]:
            asking = [key for key in names if key != missing and name in names[key]]
            if not asking:
                continue
            in_doubt = [key for key in asking if counts[key, name] > 1]
            elsewhere = any(n == name and key not in asking for key, n in counts if counts[key, n])
            if in_doubt or elsewhere:
                details = {"name": name, "section": section_line(missing)}
                remark = Remark("unplaced", details)
                doubt = NoValue(Outcome.UNREADABLE, remark)
                lost.update(dict.fromkeys([(key, name) for key in (missing, *in_doubt)], doubt))
            else:
                lost.setdefault((missing, name), NoValue(Outcome.UNANSWERED, Remark("missing")))
    return lost
