"""Reading of what is handed in: a Python file or a notebook, as the cells of one program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from grader.intake.exports.marimo import with_names
from grader.intake.handed_in import read_handed_in
from grader.intake.header import sheet_for
from grader.intake.passages import passages_of
from grader.intake.program import Program, named
from grader.intake.sections import program_cells
from grader.messages.remark import Remark
from grader.sandbox.outside.program import Cell
from grader.sheet.header import language_said
from grader.sheet.set_sheet import SetSheet
from grader.sheet.sheet import Sheet, SheetError
from problems.frozen import frozen


@frozen(eq=False)
class Submission:
    """A filled-in file: the sheet that it was set as, and the program in it.

    ``remarks`` tell of lines that it has lost, and of files that came with it.
    """

    sheet: Sheet
    cells: tuple[Cell, ...]
    remarks: tuple[Remark, ...] = ()


def read_submission(path: Path, set_sheet: SetSheet | None = None) -> Submission:
    """The submission in a ``.py``, ``.ipynb`` or ``.txt`` file, or in an archive of one.

    It is an answer to ``set_sheet``, if that is given, and else to the sheet that its header says.
    Raises SheetError, in one or two lines for the student, for whatever cannot be marked at all.
    """
    program = read_handed_in(path)
    try:
        return _submission(program, set_sheet)
    except SheetError as error:
        language = language_said(program.data) or "en"
        text = error.said_in(language)
        said = SheetError(f"{program.title}: {text}")
        said.language = language if error.key else "en"
        raise said from None


def _submission(program: Program, set_sheet: SetSheet | None) -> Submission:
    passages, remarks = passages_of(program)
    sheet, other = sheet_for(passages, set_sheet)
    cells, lost = program_cells(passages, sheet)
    if b"marimo" in program.data:
        cells = _with_names(cells, sheet)
    if program.left_out:
        details = {"file": program.name, "files": named(program.left_out)}
        remarks = [Remark("left-out", details), *remarks]
    return Submission(sheet, tuple(cells), (*remarks, *other, *lost))


def _with_names(cells: Sequence[Cell], sheet: Sheet) -> list[Cell]:
    names = {problem.key: problem.names for problem in sheet.problems}
    sources = with_names([(cell.source, names.get(cell.problem or "", ())) for cell in cells])
    return [replace(cell, source=each) for cell, each in zip(cells, sources, strict=True)]
