"""Reading of what is handed in: a Python file or a notebook, as the cells of one program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grader.intake.handed_in import read_handed_in
from grader.intake.notebook import notebook_cells, with_problems
from grader.intake.program import Program, named
from grader.intake.sections import missing_sections, script_cells
from grader.messages.remark import Remark
from grader.sandbox.outside.program import Cell
from grader.sheet.header import read_header
from grader.sheet.sections import section_pattern
from grader.sheet.set_sheet import SetSheet, sheet_as_set
from grader.sheet.sheet import Sheet, SheetError

MOST_SOURCE_BYTES = 256 * 1024


@dataclass(frozen=True, eq=False)
class Submission:
    """A filled-in file: the sheet that it was set as, and the program in it.

    ``remarks`` tell of lines that it has lost, and of files that came with it.
    """

    sheet: Sheet
    cells: tuple[Cell, ...]
    remarks: tuple[Remark, ...] = ()


def read_submission(path: Path, set_sheet: SetSheet | None = None) -> Submission:
    """The submission in a ``.py`` or ``.ipynb`` file, or in an archive of one.

    It is an answer to ``set_sheet``, if that is given, and else to the sheet that its header says.
    Raises SheetError, in one or two lines for the student, for whatever cannot be marked at all.
    """
    program = read_handed_in(path)
    try:
        return _submission(program, set_sheet)
    except SheetError as error:
        raise SheetError(f"{program.title}: {error}") from None


def _submission(program: Program, set_sheet: SetSheet | None) -> Submission:
    source, foreign = _text(program)
    cells = notebook_cells(source) if program.is_notebook else [Cell(source)]
    size = sum(len(cell.source.encode()) for cell in cells)
    if size > MOST_SOURCE_BYTES:
        raise SheetError(
            f"the program may have {MOST_SOURCE_BYTES // 1024} KB, but it has {size // 1024} KB; "
            "remove data and output that were pasted into it"
        )
    text = "\n".join(cell.source for cell in cells)
    other: list[Remark] = []
    if set_sheet is None:
        sheet = read_header(text)
    else:
        sheet, other = sheet_as_set(set_sheet, text)
    left_out: list[Remark] = []
    if program.left_out:
        details = {"file": program.name, "files": named(program.left_out)}
        left_out = [Remark("left-out", details)]
    restored: list[Remark] = []
    if program.is_notebook:
        cells = with_problems(cells, section_pattern(sheet))
    else:
        cells, restored = script_cells(source, sheet)
    remarks = (*foreign, *other, *left_out, *restored, *missing_sections(sheet, cells))
    return Submission(sheet, tuple(cells), remarks)


_SHEET = b"grader-sheet:"


def _text(program: Program) -> tuple[str, list[Remark]]:
    """The text, and a word on characters that are not UTF-8: they cost what they stand in."""
    if len(program.data) > program.most_bytes:
        raise SheetError(
            f"at most {program.most_bytes // 1024} KB are read, but the file is larger; clear the "
            "outputs and save it again"
        )
    foreign: list[Remark] = []
    try:
        text = program.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _SHEET not in program.data:
            raise SheetError(
                f"the text is not UTF-8 (byte {error.start + 1}); save it as UTF-8"
            ) from None
        line = program.data.count(b"\n", 0, error.start) + 1
        foreign.append(Remark("not-utf-8", {"place": f"line {line}"}))
        text = program.data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n"), foreign
