"""Reading of what is handed in: a Python file or a notebook, as the cells of one program."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from grader.intake.handed_in import read_handed_in
from grader.intake.program import Program, named
from grader.marking.result import Remark
from grader.sandbox.program import Cell
from grader.sections import missing_sections, script_cells, section_pattern
from grader.sheet import Sheet, SheetError, read_header

MOST_SOURCE_BYTES = 256 * 1024

_PYTHON_MAGICS = frozenset({"%%time", "%%timeit", "%%capture", "%%prun"})

# the options of %timeit, such as -n 10 and -q, are no part of its statement
_TIMED = re.compile(r"(\s*)%(?:time|timeit(?:\s+-(?:[nrp]\s*\d+|[tcqov]+))*)\s+(?=\S)")
_ASSIGNED_MAGIC = re.compile(r"[\w\s.,*\[\]()]+=\s*(?:!|%\w)")


@dataclass(frozen=True, eq=False)
class Submission:
    """A filled-in file: the sheet that it was set as, and the program in it.

    ``remarks`` tell of lines that it has lost, and of files that came with it.
    """

    sheet: Sheet
    cells: tuple[Cell, ...]
    remarks: tuple[Remark, ...] = ()


def read_submission(path: Path) -> Submission:
    """The submission in a ``.py`` or ``.ipynb`` file, or in an archive of one.

    Raises SheetError, in one or two lines for the student, for whatever cannot be marked at all.
    """
    program = read_handed_in(path)
    try:
        return _submission(program)
    except SheetError as error:
        raise SheetError(f"{program.title}: {error}") from None


def _submission(program: Program) -> Submission:
    source, foreign = _text(program)
    cells = _notebook_cells(source) if program.is_notebook else [Cell(source)]
    size = sum(len(cell.source.encode()) for cell in cells)
    if size > MOST_SOURCE_BYTES:
        raise SheetError(
            f"the program may have {MOST_SOURCE_BYTES // 1024} KB, but it has {size // 1024} KB; "
            "remove data and output that were pasted into it"
        )
    sheet = read_header("\n".join(cell.source for cell in cells))
    left_out: list[Remark] = []
    if program.left_out:
        details = {"file": program.name, "files": named(program.left_out)}
        left_out = [Remark("left-out", details)]
    restored: list[Remark] = []
    if program.is_notebook:
        cells = _with_problems(cells, section_pattern(sheet))
    else:
        cells, restored = script_cells(source, sheet)
    remarks = (*foreign, *left_out, *restored, *missing_sections(sheet, cells))
    return Submission(sheet, tuple(cells), remarks)


_SHEET = b"grader-sheet:"
_MOST_CELLS = 1000


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


def _notebook_cells(text: str) -> list[Cell]:
    """The code cells of a notebook, without magics and shell lines."""
    if not text.strip():
        raise SheetError("the notebook is empty; save it again before you hand it in")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):  # no JSON, a number without end, or too deep
        raise SheetError("this is no notebook (its JSON cannot be read); save it again") from None
    cells = document.get("cells") if isinstance(document, dict) else None
    if not isinstance(cells, list):
        raise SheetError("a notebook of format 4 was expected, but it has no cells")
    code = [
        (number, cell)
        for number, cell in enumerate(cells, start=1)
        if isinstance(cell, dict) and cell.get("cell_type") == "code" and cell.get("source")
    ]
    if len(code) > _MOST_CELLS:
        raise SheetError(f"at most {_MOST_CELLS} code cells are read, but it has {len(code)}")
    found = [_notebook_cell(number, cell) for number, cell in code]
    if not any(cell.source.strip() for cell in found):
        raise SheetError("the notebook has no code; fill in the one of the sheet")
    return found


def _notebook_cell(number: int, cell: dict[str, Any]) -> Cell:
    raw = cell.get("source", "")
    parts = raw if isinstance(raw, list) else [raw]
    text = "".join(part for part in parts if isinstance(part, str))
    text = text.encode("utf-8", "replace").decode("utf-8")  # JSON may hold half a character
    source = without_magics(text)
    return Cell(source, f"cell {number}", 1, _problem_in_metadata(cell))


def _problem_in_metadata(cell: dict[str, Any]) -> str | None:
    metadata = cell.get("metadata")
    own = metadata.get("grader") if isinstance(metadata, dict) else None
    if isinstance(own, dict) and isinstance(own.get("problem"), str):
        return str(own["problem"])
    return None


def _with_problems(cells: Sequence[Cell], section: re.Pattern[str]) -> list[Cell]:
    """The cells with the problems that they answer: by metadata, else by the line of a section.

    A cell with neither belongs to the problem above it: students split cells, and add some.
    """
    found: list[Cell] = []
    problem: str | None = None
    for cell in cells:
        marker = section.search(cell.source)
        problem = cell.problem or (marker.group(1) if marker else problem)
        found.append(replace(cell, problem=problem))
    return found


def without_magics(source: str) -> str:
    """A cell's source with magics (``%``), shell lines (``!``) and help (``?``) left out.

    The lines stay, empty, so that line numbers hold; of ``%time`` and ``%timeit`` the statement
    stays. A cell magic (``%%``) leaves out its cell, if what stands below it is not run as Python.
    """
    lines = source.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%") and first.split()[0] not in _PYTHON_MAGICS:
        return "\n" * (len(lines) - 1)
    lines = [_TIMED.sub(r"\1", line, count=1) if _TIMED.match(line) else line for line in lines]
    return "\n".join("" if _is_magic(line) else line for line in lines)


def _is_magic(line: str) -> bool:
    text = line.strip()
    return (
        text.startswith(("!", "?", "%%"))
        or (text.startswith("%") and text[1:2].isalpha())
        or _ASSIGNED_MAGIC.match(text) is not None
        or (text.endswith("?") and text.rstrip("?").replace(".", "").isidentifier())
    )
