"""The passages of a file that was handed in: what it says, whatever tool has written it down."""

from __future__ import annotations

from dataclasses import replace

from grader.intake.exports.comments import uncommented
from grader.intake.exports.marimo import without_marimo
from grader.intake.exports.nbconvert import passages_of as converted
from grader.intake.magics import cell_magic, script_without_magics, without_magics
from grader.intake.notebook import notebook_passages
from grader.intake.passage import Passage, is_of_sheet
from grader.intake.program import Program
from grader.messages.remark import Remark
from grader.sheet.sheet import SheetError

MOST_SOURCE_BYTES = 256 * 1024

_SHEET = b"grader-sheet:"


def passages_of(program: Program) -> tuple[list[Passage], list[Remark]]:
    """The cells of a notebook, or the parts of a script; and what is to be said of them.

    Raises SheetError for whatever cannot be marked at all.
    """
    text, remarks = _text(program)
    if not program.is_notebook:
        _check_size(len(text.encode()))
        passages, more = _script_passages(text)
    else:
        passages, more = notebook_passages(text)
        _check_size(sum(len(each.source.encode()) for each in passages if each.is_code))
    return passages, [*remarks, *more]


def _check_size(size: int) -> None:
    if size > MOST_SOURCE_BYTES:
        raise SheetError(
            key="program-too-large", most=MOST_SOURCE_BYTES // 1024, found=size // 1024
        )


def _script_passages(text: str) -> tuple[list[Passage], list[Remark]]:
    found: list[Passage] = []
    remarks: list[Remark] = []
    for passage in converted(uncommented(without_marimo(text))):
        if passage.place is None:
            source, left_out = script_without_magics(passage.source)
            remarks += [
                Remark("magic-left-out", {"place": f"line {passage.first_line + n}", "magic": each})
                for n, each in left_out
            ]
        else:
            if magic := cell_magic(passage.source):
                key = "magic-read" if is_of_sheet(passage.source) else "magic-left-out"
                remarks.append(Remark(key, {"place": passage.place, "magic": magic}))
                if key == "magic-left-out":
                    continue
            source = without_magics(passage.source.partition("\n")[2])
        found.append(replace(passage, source=source))
    return found, remarks


def _text(program: Program) -> tuple[str, list[Remark]]:
    """The text, and a word on characters that are not UTF-8: they cost what they stand in."""
    if len(program.data) > program.most_bytes:
        raise SheetError(key="file-too-large", most=program.most_bytes // 1024)
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
