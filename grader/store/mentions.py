"""Where a student is named in what is told of the files of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from grader.course.matching import words_in
from grader.store import tables as t

SOMEBODY = "(somebody)"
_LEAST = 3
"""Characters of a name or an address that is looked for; an id may be shorter."""


class Mentions:
    """Finds some students by their ids, names and all else that the roster has of them alone."""

    def __init__(self, ids: Iterable[str], texts: Iterable[str]) -> None:
        self._texts = {*ids, *(text for text in texts if len(text) >= _LEAST)} - {""}
        found = "|".join(re.escape(text) for text in sorted(self._texts, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """Whether one of the students is named in a text, or all words of a name stand there."""
        if not self._texts:
            return False
        words = {*words_in(text)}
        names = (words_in(each) for each in self._texts)
        return self._pattern.search(text) is not None or any(
            words.issuperset(name) for name in names if name
        )

    def taken_out_of(self, text: str) -> str:
        """A text without them."""
        return self._pattern.sub(SOMEBODY, text) if self._texts else text


def mentions_of(connection: Connection, condition: ColumnElement[bool]) -> Mentions:
    """Finds the students of the store for whom a condition holds."""
    known = select(t.person).where(condition, t.person.c.student.is_not(None))
    every = connection.execute(known).all()
    ids = [each for row in every for each in (row.student, row.roster_id)]
    return Mentions(ids, (text for row in every for text in _texts_of(row)))


def _texts_of(row: Row[Any]) -> Iterator[str]:
    yield row.name or ""
    for cell in (row.others or {}).values():
        if "@" in cell or cell.isdigit():  # an address or a number, and not the name of a group
            yield cell
