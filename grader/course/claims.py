"""Which sheet a file says that it answers: looked up in its text, with nothing worked out."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

from grader.intake.handed_in import read_handed_in
from grader.sheet.issued import Claim, claim_in
from grader.sheet.sheet import SheetError
from problems.frozen import frozen

_LINE = re.compile(r"grader-sheet:[^\r\n\\\"]*(?:\\\"|\"|\{)?")
_CODE = re.compile(r"(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![0-9A-Z-])")
_PRACTICE = re.compile(r"grader-sheet:[ \t]*\{")


class Says(Enum):
    """What a file says that names no sheet of an assignment."""

    NOTHING = "no header"
    DAMAGED = "damaged header"
    PRACTICE = "practice sheet"
    SEVERAL = "headers of several sheets"


@frozen
class Said:
    """What a file says of itself: by its header, and ``codes`` that stand anywhere in it.

    A sheet has its code twice, so that it is known without its header too.
    """

    header: Claim | Says
    codes: frozenset[str] = frozenset()


def said_by(path: Path) -> Said:
    """What a file says of itself. Raises OSError.

    Of a file that cannot be used at all, it says nothing: why not is told when it is marked.
    """
    try:
        data = read_handed_in(path).data
    except SheetError:
        return Said(Says.NOTHING)
    text = data.decode("utf-8", errors="replace")
    return Said(_in_header(text), frozenset(_CODE.findall(text)))


def _in_header(text: str) -> Claim | Says:
    lines = _LINE.findall(text) if "grader-sheet:" in text else []
    claims = {claim for line in lines if (claim := claim_in(f"# {line}")) is not None}
    if len(claims) > 1:
        return Says.SEVERAL
    if claims:
        return claims.pop()
    if any(_PRACTICE.match(line) for line in lines):
        return Says.PRACTICE
    return Says.DAMAGED if lines else Says.NOTHING
