"""Reading of notebooks: their code cells, without what is not Python."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import SheetError

_MOST_CELLS = 1000

_PYTHON_MAGICS = frozenset({"%%time", "%%timeit", "%%capture", "%%prun"})

# the options of %timeit, such as -n 10 and -q, are no part of its statement
_TIMED = re.compile(r"(\s*)%(?:time|timeit(?:\s+-(?:[nrp]\s*\d+|[tcqov]+))*)\s+(?=\S)")
_ASSIGNED_MAGIC = re.compile(r"[\w\s.,*\[\]()]+=\s*(?:!|%\w)")


def notebook_cells(text: str) -> list[Cell]:
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


def with_problems(cells: Sequence[Cell], section: re.Pattern[str]) -> list[Cell]:
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
