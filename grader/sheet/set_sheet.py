"""The sheet that a student was set, whatever the header of a file says.

It goes from process to process as text: each submission gets a sheet of its own, as from a header.
"""

from __future__ import annotations

import hashlib
import json

from grader.messages.remark import Remark
from grader.sheet.header import claims_of, has_header, header_lines, read_header
from grader.sheet.sheet import Sheet, draw_sheet
from problems.frozen import frozen
from problems.sentences import LANGUAGES, Language


@frozen
class SetSheet:
    """A sheet by its header, or by what it is drawn from.

    ``requests`` are those of ``draw_sheet``, and are not looked at where there is a header. Without
    a language it is that of the file that answers it.
    """

    seed: str
    language: Language | None = None
    header: str | None = None
    requests: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """A text that is the same for the same sheet alone."""
        told = [self.seed, self.language, self.header, self.requests]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()

    def sheet(self, language: Language = "en") -> Sheet:
        """The sheet itself, in this language if it has none of its own.

        Raises SheetError where it cannot be made any more.
        """
        if self.header is not None:
            return read_header(self.header)
        return draw_sheet(self.seed, self.requests, self.language or language)


def as_set(sheet: Sheet) -> SetSheet:
    """What a sheet is set by: its header."""
    return SetSheet(sheet.seed, sheet.language, "\n".join(header_lines(sheet)))


def sheet_as_set(given: SetSheet, source: str) -> tuple[Sheet, list[Remark]]:
    """The sheet that was set for a file, and a word on a header that says something else.

    Nothing is worked out from the header of the file.
    """
    claims = claims_of(source)
    own = claims.language if claims else None
    sheet = given.sheet(own if own in LANGUAGES else "en")
    if claims is None:
        what = "damaged-header" if has_header(source) else "no-header"
        return sheet, [Remark(what, {"sheet": sheet.name})]
    said = claims_of("\n".join(header_lines(sheet)))
    if said is None or claims.problems != said.problems or claims.seed != said.seed:
        return sheet, [Remark("other-header", {"sheet": sheet.name})]
    return sheet, []
