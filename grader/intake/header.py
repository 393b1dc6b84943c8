"""The header of a sheet in a file, wherever a tool has put its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from grader.intake.passage import Passage
from grader.messages.remark import Remark
from grader.sheet.header import read_header
from grader.sheet.issued import claim_in
from grader.sheet.sealed import DATA, sealed_sheet
from grader.sheet.set_sheet import SetSheet, sheet_as_set
from grader.sheet.sheet import Sheet, SheetError

_IN_CODE = re.compile(r"^[ \t]*#[ \t]*grader-(sheet|problem|checksum):(.*)$", re.MULTILINE)
_IN_TEXT = re.compile(
    r"^[ \t]*(?:#[ \t]*)?grader-(sheet|problem|checksum):(.*?)(?:<br>)?$", re.MULTILINE
)

_Line = tuple[str, str]


_DATA = re.compile(rf"^[ \t]*(?:#[ \t]*)?{DATA}:[ \t]*(\{{.*\}})(?:<br>)?$", re.MULTILINE)


def sheet_of(passages: Sequence[Passage]) -> Sheet:
    """The sheet that the passages were set as. Raises SheetError, in words for the student.

    Of one of an assignment, what the student's own grader may know.
    """
    header = _header_in(passages)
    claim = claim_in(header)
    if claim is None:
        return read_header(header)
    data = {found for each in passages for found in _DATA.findall(each.source)}
    if len(data) != 1:
        raise SheetError(key="no-sealed-data" if not data else "several-headers", found=len(data))
    return sealed_sheet(claim, data.pop())


def sheet_for(
    passages: Sequence[Passage], set_sheet: SetSheet | None
) -> tuple[Sheet, list[Remark]]:
    """The sheet that was set for the passages, or the one of their header if none was.

    With a word on a header that says something else. Raises SheetError.
    """
    if set_sheet is None:
        return sheet_of(passages), []
    try:
        header = _header_in(passages)
    except SheetError:  # headers that are not alike say nothing
        header = ""
    return sheet_as_set(set_sheet, header)


def _header_in(passages: Sequence[Passage]) -> str:
    """The lines of the header, as they are in a script.

    It may stand there several times, as in notebooks that were put together. It is looked
    for in what is no code only if no code has it. Raises SheetError, in words for the student.
    """
    lines = _lines(_IN_CODE, (each for each in passages if each.is_code)) or _lines(
        _IN_TEXT, (each for each in passages if not each.is_code)
    )
    headers = list(dict.fromkeys(_headers(lines)))
    if len(headers) > 1:
        raise SheetError(key="several-headers", found=len(headers))
    return "\n".join(f"# grader-{kind}: {text}" for each in headers for kind, text in each)


def _lines(pattern: re.Pattern[str], passages: Iterable[Passage]) -> list[_Line]:
    return [
        (kind, text.strip()) for each in passages for kind, text in pattern.findall(each.source)
    ]


def _headers(lines: Sequence[_Line]) -> list[tuple[_Line, ...]]:
    """The lines of each header: it begins with that of its sheet."""
    starts = [place for place, (kind, _) in enumerate(lines) if kind == "sheet"]
    starts = [0, *(place for place in starts if place)]
    ends = [*starts[1:], len(lines)]
    return [tuple(lines[start:end]) for start, end in zip(starts, ends, strict=True) if end]
