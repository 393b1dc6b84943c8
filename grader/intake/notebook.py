"""Reading of notebooks: their cells, without what is not Python."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from grader.intake.exports.marimo import without_marimo_import
from grader.intake.magics import cell_magic, without_magics
from grader.intake.passage import Passage, is_answer, is_of_sheet
from grader.messages.remark import Remark
from grader.sheet.sealed import DATA
from grader.sheet.sheet import SheetError

_MOST_CELLS = 1000
_MOST_CELLS_OF_ALL_KINDS = 10_000
_MOST_TEXT = 256 * 1024
"""Characters that are kept of all cells that are no code."""

_TELLING = re.compile(r"^(?:.*?(?:%%|grader-|\.\.\.)|#).*$", re.MULTILINE)
"""The lines of a text that may be a part of the sheet's frame."""

_TITLE = re.compile(r"problem[ \t]+(\w+)[ \t]*(?::|$)", re.IGNORECASE)


def notebook_passages(text: str) -> tuple[list[Passage], list[Remark]]:
    """The cells of a notebook, and what is to be said of those that are not read as they are.

    Of cells that are no code, those that hold a part of the sheet's program are read as code.
    Raises SheetError.
    """
    if not text.strip():
        raise SheetError("the notebook is empty; save it again before you hand it in")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):  # no JSON, a number without end, or too deep
        raise SheetError("this is no notebook (its JSON cannot be read); save it again") from None
    cells = document.get("cells") if isinstance(document, dict) else None
    if not isinstance(cells, list):
        raise SheetError("a notebook of format 4 was expected, but it has no cells")
    if len(cells) > _MOST_CELLS_OF_ALL_KINDS:
        raise SheetError(f"at most {_MOST_CELLS_OF_ALL_KINDS} cells are read, not {len(cells)}")
    remarks: list[Remark] = []
    found = list(_passages(cells, remarks))
    found += _data_of_sheet(document.get("metadata"))
    code = [each for each in found if each.is_code and each.source]
    if len(code) > _MOST_CELLS:
        raise SheetError(key="too-many-cells", most=_MOST_CELLS, found=len(code))
    if not any(each.source.strip() for each in code):
        raise SheetError("the notebook has no code; fill in the one of the sheet")
    return found, remarks


def _data_of_sheet(metadata: Any) -> Iterator[Passage]:
    """What the sheet of an assignment tells the grader, as the line that it is in a script."""
    own = metadata.get("grader") if isinstance(metadata, dict) else None
    data = own.get(DATA) if isinstance(own, dict) else None
    if isinstance(data, str):
        yield Passage(f"# {DATA}: {data}", "metadata", is_code=False)


def _passages(cells: list[Any], remarks: list[Remark]) -> Iterator[Passage]:
    room = _MOST_TEXT
    for number, cell in enumerate(cells, start=1):
        if not isinstance(cell, dict):
            continue
        place = f"cell {number}"
        passage = Passage(_source(cell), place, problem=_recorded_problem(cell))
        source = passage.source
        ours = passage.problem is not None or is_of_sheet(source) or is_answer(source)
        if cell.get("cell_type") != "code":
            if not (ours and passage.source.strip()):
                text = "\n".join(_TELLING.findall(passage.source[: max(room, 0)]))
                room -= len(text)
                yield replace(passage, source=text, is_code=False)
                continue
            remarks.append(Remark("not-code", {"place": place}))
        elif magic := cell_magic(passage.source):
            remark = "magic-read" if ours else "magic-left-out"
            remarks.append(Remark(remark, {"place": place, "magic": magic}))
            if not ours:
                yield replace(passage, source="")
                continue
        yield replace(passage, source=without_marimo_import(without_magics(source)))


def _source(cell: dict[str, Any]) -> str:
    raw = cell.get("source", "")
    parts = raw if isinstance(raw, list) else [raw]
    text = "".join(part for part in parts if isinstance(part, str))
    text = text.encode("utf-8", "replace").decode("utf-8")  # JSON may hold half a character
    return text.replace("\r\n", "\n")


def _recorded_problem(cell: dict[str, Any]) -> str | None:
    """The problem that a cell answers by its metadata: by ours, or by the title of its border.

    jupytext makes a title of what follows ``# %%``, and leaves the line out.
    """
    metadata = cell.get("metadata")
    if not isinstance(metadata, dict):
        return None
    own = metadata.get("grader")
    if isinstance(own, dict) and isinstance(own.get("problem"), str):
        return str(own["problem"])
    title = metadata.get("title")
    found = _TITLE.match(title) if isinstance(title, str) else None
    return found[1] if found else None
