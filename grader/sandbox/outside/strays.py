"""Answers that stand outside the section of their problem: which counts, and which was read.

As in Python, the later one counts, if the name is a blank of one problem alone, and if it is given
or changed in a statement of its own. What a section of another problem works with under that name
is its own affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from grader.sandbox.outside.outcome import Doubled, Unread
from grader.sandbox.outside.redefined import DEFINITION
from grader.sandbox.outside.statement import Statement
from grader.sandbox.outside.survey import Survey

At = tuple[int, int]
"""A cell, and the number of a statement in it."""

END: At = (-1, 0)
"""Where a program has come to its end."""

_MOST_CHANGES = 20
"""Changes of one answer that are looked at, from the last one up."""


class Stray(NamedTuple):
    """A statement outside the section of a problem that gives or changes one of its names.

    ``own`` is the place of the answer in the section, None if there is none there, or a blank
    alone. ``unread`` is why its value is not the answer, None if it is. What ``changes`` a value
    may leave it as it is: that is seen when it has run. ``cell`` is that in which it
    stands: a section of a script, a cell of a notebook; None where that is not known.
    """

    at: At
    place: str
    own: str | None
    unread: Unread | None
    changes: bool
    cell: int | None = None

    @property
    def is_looked_at(self) -> bool:
        """Whether the value after it has to be known."""
        return self.unread is None or self.changes or self.unread is Unread.EARLIER


Strays = Mapping[tuple[str, str], Sequence[Stray]]
"""By problem and name, in the order of the source: what comes last, of all that has changed."""


def strays_in(survey: Survey, wanted: Mapping[str, tuple[str, ...]]) -> Strays:
    """The stray answers to each blank that has any.

    Where the section of the problem has an answer, they are those after it; if there are none, the
    last one above.
    """
    found = _Found(survey, {name for names in wanted.values() for name in names})
    sections = {cell.problem for cell in survey.cells}
    strays = {
        (problem, name): found.strays(problem, name)
        for problem, names in wanted.items()
        if problem in sections  # else the answers may be in any section, and the last is read
        for name in names
    }
    return {key: some for key, some in strays.items() if some}


def doubled_in(survey: Survey, wanted: Mapping[str, tuple[str, ...]]) -> tuple[Doubled, ...]:
    """The answers that are given once more at the end of a section.

    A section goes up to the next one, and the last goes up to the end of the file, so that a
    correction below all sections is in it. Where half of a section is there twice, it is a copy. A
    function that no other problem asks for is the later one, as everybody expects.
    """
    found = _Found(survey, {name for names in wanted.values() for name in names})
    doubled: list[Doubled] = []
    for problem, names in wanted.items():
        some = [one for name in names if (one := found.doubled(problem, name)) is not None]
        doubled += some if len(some) == 1 or 2 * len(some) <= len(names) else []
    return tuple(doubled)


class _Found:
    """Where a program gives and changes the names that are wanted."""

    def __init__(self, survey: Survey, names: set[str]) -> None:
        self.survey = survey
        self.giving: dict[str, list[At]] = {name: [] for name in names}
        self.changing: dict[str, list[At]] = {name: [] for name in names}
        self._groups: dict[str | int, list[tuple[At, Statement]]] = {}
        self._in_use: dict[tuple[str, str, str | int], bool] = {}
        for at, statement in _in_order(survey):
            self._groups.setdefault(self._group(at), []).append((at, statement))
            if statement.bare or survey.is_shut(*at):
                continue
            for name in names.intersection(statement.names):
                self.giving[name].append(at)
            touched = names.intersection((*statement.changed, *statement.touched))
            for name in touched.difference(statement.names):
                self.changing[name].append(at)
        self.owners: dict[str, list[str]] = {}
        for problem, asked in survey.asked.items():
            for name in dict.fromkeys(asked):
                self.owners.setdefault(name, []).append(problem)

    def strays(self, problem: str, name: str) -> list[Stray]:
        """Those of one name of a problem."""
        own = self._own(problem, name)
        others = [at for at in self.giving[name] if self._section(at) not in self.owners[name]]
        place = self._place(own[-1]) if own else None
        later = [at for at in others if not own or at > own[-1]]
        found = []
        if later:
            unread = self._unread_after(problem, name, later)
            found = [self._stray(later[-1], place, unread, changes=False)]
        if own and not (found and found[0].unread):
            found += self._changes(problem, name, later[-1] if later else own[-1], place)
        if own and not later and self._is_named_below(problem, name, own[-1]):
            found.append(Stray(END, "", place, Unread.UNSEEN, changes=True))
        if own and not later and (above := [at for at in others if at < own[0]]):
            at = above[-1]
            if self._is_fresh(name, at) and self._unread(problem, name, at) is None:
                found.insert(0, self._stray(at, place, Unread.EARLIER, changes=False))
        return found

    def _stray(self, at: At, own: str | None, unread: Unread | None, *, changes: bool) -> Stray:
        return Stray(at, self._place(at), own, unread, changes, at[0])

    def doubled(self, problem: str, name: str) -> Doubled | None:
        """The answer of a name at the end of a section, if there is one above it."""
        own = self._own(problem, name)
        is_shared = len(self.owners[name]) > 1
        if len(own) < 2 or not (self._is_fresh(name, own[-1]) or self._defines(name, own[-1])):
            return None
        if self._defines(name, own[-1]) and not is_shared:
            return None
        firsts = [
            next(iter(self._own(problem, one)), own[0])
            for one in self.survey.asked[problem]
            if one != name
        ]
        if any(first > own[-1] for first in firsts):
            return None
        others = [
            (other, self._place(at[-1]))
            for other in self.owners[name]
            if other != problem and (at := self._own(other, name))
        ]
        last, before = self._place(own[-1]), self._place(own[-2])
        return Doubled(problem, name, last, before, tuple(others))

    def _changes(self, problem: str, name: str, after: At, place: str | None) -> list[Stray]:
        """Statements that may change in place what the name has after a statement."""
        owners = self.owners[name]
        if len(owners) > 1:
            return []
        later = [at for at in self.changing[name] if at > after and self._section(at) not in owners]
        return [
            self._stray(at, place, self._unread(problem, name, at), changes=True)
            for at in later[-_MOST_CHANGES:]
        ]

    def _is_named_below(self, problem: str, name: str, own: At) -> bool:
        """Whether a later section has the name in it, so that its value may change unseen."""
        return len(self.owners[name]) == 1 and any(
            name in words
            for cell, words in enumerate(self._words)
            if cell > own[0] and self.survey.cells[cell].problem != problem
        )

    @cached_property
    def _words(self) -> list[frozenset[str]]:
        """The words of each cell."""
        return [frozenset(re.findall(r"\w+", cell.source)) for cell in self.survey.cells]

    def _unread_after(self, problem: str, name: str, later: Sequence[At]) -> Unread | None:
        """Why the last of some statements does not give the answer, or one that it builds on."""
        for at in reversed(later):
            unread = self._unread(problem, name, at)
            if unread is not None or self._is_fresh(name, at):
                return unread
        return None

    def _unread(self, problem: str, name: str, at: At) -> Unread | None:
        """Why what a statement gives is not the answer; None if it is."""
        statement = self._statement(at)
        if len(self.owners[name]) > 1:
            return Unread.SHARED
        if name not in statement.given and name not in statement.changed:
            return Unread.IN_STEP
        is_working = self._is_amid_answers(at) or self._is_worked_with(problem, name, at)
        return Unread.IN_USE if is_working else None

    def _is_amid_answers(self, at: At) -> bool:
        """Whether answers of the section in which a statement stands are still to come.

        What stands there is the working of that problem; a correction comes below its answers.
        """
        to_come = set(self.survey.asked.get(self._section(at) or "", ()))
        section = self._groups[self._group(at)]
        to_come.difference_update(*(one.names for other, one in section if other <= at))
        return any(not to_come.isdisjoint(one.names) for other, one in section if other > at)

    def _is_worked_with(self, problem: str, name: str, at: At) -> bool:
        """Whether the section of a statement uses a name, other than for answers of its problem.

        To change the answer that is there is no such use; to change what the section has put in
        its place is one.
        """
        key = (problem, name, self._group(at))
        if key not in self._in_use:
            self._in_use[key] = self._has_use(problem, name, self._groups[key[-1]])
        return self._in_use[key]

    def _has_use(self, problem: str, name: str, section: Sequence[tuple[At, Statement]]) -> bool:
        blanks = set(self.survey.asked.get(problem, ()))
        is_its_own = False
        for at, statement in section:
            if self.survey.is_shut(*at):
                continue
            if name in statement.names and name not in statement.given:
                return True
            is_its_own = is_its_own or (self._is_fresh(name, at) and not statement.bare)
            is_change = name in statement.changed and name not in statement.names
            if is_change and is_its_own:
                return True
            if name in statement.used and not is_change and blanks.isdisjoint(statement.given):
                return True
        return False

    def _is_fresh(self, name: str, at: At) -> bool:
        """Whether a statement gives a name a value that does not come of the one before."""
        statement = self._statement(at)
        depends = name in statement.used or name in statement.changed
        return name in statement.given and not depends

    def _defines(self, name: str, at: At) -> bool:
        statement = self._statement(at)
        line = self.survey.line_of(at[0], statement.line)
        return statement.names == (name,) and DEFINITION.match(line) is not None

    def _own(self, problem: str, name: str) -> list[At]:
        return [at for at in self.giving.get(name, ()) if self._section(at) == problem]

    def _group(self, at: At) -> str | int:
        """The section of a statement; its cell, where it is in none."""
        return self._section(at) or at[0]

    def _section(self, at: At) -> str | None:
        return self.survey.cells[at[0]].problem

    def _statement(self, at: At) -> Statement:
        return self.survey.statements[at[0]][at[1]]

    def _place(self, at: At) -> str:
        return self.survey.place_at(*at)


def _in_order(survey: Survey) -> Iterator[tuple[At, Statement]]:
    for cell, statements in sorted(survey.statements.items()):
        for number, statement in enumerate(statements):
            yield (cell, number), statement
