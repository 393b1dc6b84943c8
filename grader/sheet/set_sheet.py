"""The sheet that a student was set, whatever the header of a file says.

It goes from process to process as text: each submission gets a sheet of its own, as from a header.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from grader.messages.remark import Remark
from grader.sheet.header import claims_of, has_header, header_lines, read_header
from grader.sheet.issued import Issued, claim_in
from grader.sheet.recorded import Recorded, problem_of
from grader.sheet.sheet import Sheet, draw_sheet
from problems.frozen import frozen
from problems.languages import FALLBACK, Language, language_or_none


@frozen
class SetSheet:
    """A sheet by its header, by what it is drawn from, or by what was recorded of it.

    ``requests`` are those of ``draw_sheet``, and are not looked at where there is a header. Without
    a language it is that of the file that answers it. A sheet of an assignment is ``issued``, and
    its problems are ``recorded``.
    """

    seed: str
    language: Language | None = None
    header: str | None = None
    requests: tuple[str, ...] = ()
    issued: Issued | None = None
    recorded: tuple[Recorded, ...] = ()

    @property
    def digest(self) -> str:
        """A text that is the same for the same sheet alone."""
        told: list[object] = [self.seed, self.language, self.header, self.requests]
        if self.issued is not None:
            told += [self.issued.name, self.issued.revision, *(one.digest for one in self.recorded)]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()

    def sheet(self, language: Language = "en") -> Sheet:
        """The sheet itself, in this language if it has none of its own.

        Raises SheetError where it cannot be made any more.
        """
        if self.issued is not None:
            problems = tuple(problem_of(one) for one in self.recorded)
            return Sheet("", self.language or language, problems, issued=self.issued)
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
    if given.issued is not None:
        sheet = given.sheet()
        return sheet, [*_told_of_header(given.issued, source, sheet.name)]
    claims = claims_of(source)
    own = claims.language if claims else None
    sheet = given.sheet(language_or_none(own or FALLBACK) or FALLBACK)
    if claims is None:
        what = "damaged-header" if has_header(source) else "no-header"
        return sheet, [Remark(what, {"sheet": sheet.name})]
    said = claims_of("\n".join(header_lines(sheet)))
    if said is None or claims.problems != said.problems or claims.seed != said.seed:
        return sheet, [Remark("other-header", {"sheet": sheet.name})]
    return sheet, []


def _told_of_header(issued: Issued, source: str, name: str) -> Iterator[Remark]:
    """A word on a header that is not that of a sheet that was issued."""
    claim = claim_in(source)
    if claim is None:
        is_other = claims_of(source) is not None  # a practice sheet
        what = "damaged-header" if has_header(source) else "no-header"
        yield Remark("other-header" if is_other else what, {"sheet": name})
    elif (claim.assignment, claim.revision, claim.code) != (
        issued.assignment,
        issued.revision,
        issued.code,
    ):
        yield Remark("other-header", {"sheet": name})
