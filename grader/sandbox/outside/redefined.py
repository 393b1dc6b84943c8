"""Functions and classes that are defined once more, below the section whose answer they are.

As in Python, the later definition counts, if one problem alone asks for the name. A section that
works with a function of its own under that name (a layer that calls its ``conv1d``) keeps it to
itself. The same goes for a function that an answer calls, which no problem asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from grader.sandbox.outside.statement import Statement
from grader.sandbox.outside.survey import Survey

At = tuple[int, int]
"""A cell, and the number of a statement in it."""

DEFINITION = re.compile(r"\s*(?:@|(?:async\s+)?def\b|class\b|\w+\s*(?::[^=]*)?=\s*lambda\b)")
_MOST_NAMES = 1000
_MOST_CALLED = 20
"""Functions that the answers of a problem call, and that are defined anew."""


class Redefined(NamedTuple):
    """A name that a problem has use for: where it is defined in time, and once more below.

    ``is_asked`` is whether the sheet asks for it, else an answer calls it. ``wraps`` is whether the
    later definition calls the earlier one. ``along`` are the names that the later one works with
    and that are given below too. Where another problem asks for the name too (``is_shared``), each
    has the one in its section.
    """

    problem: str
    name: str
    own: At
    later: At
    is_asked: bool
    wraps: bool
    along: tuple[str, ...]
    is_shared: bool = False


def redefined(survey: Survey, sought: Mapping[str, tuple[str, ...]]) -> tuple[Redefined, ...]:
    """The functions and classes that are defined anew, in the order of the problems."""
    program = _Program(survey)
    found: list[Redefined] = []
    for problem, names in sought.items():
        if any(cell.problem == problem for cell in survey.cells):
            found += program.asked_for(problem, names)
            found += program.called_by(problem, names)
    return tuple(found)


class _Program:
    """The statements of a program by the names that they give."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.owners: dict[str, set[str | None]] = {}
        for problem, names in survey.asked.items():
            for name in names:
                self.owners.setdefault(name, set()).add(problem)
        self.giving: dict[str, list[At]] = {}
        for at, statement in self._in_order():
            if not statement.bare and not survey.is_shut(*at):
                for name in statement.names:
                    self.giving.setdefault(name, []).append(at)

    def asked_for(self, problem: str, names: tuple[str, ...]) -> Iterator[Redefined]:
        """Of the names that a problem asks for; what another one has in its section is its own."""
        for name in names:
            giving = [at for at in self.giving.get(name, ()) if self._is_plain(name, at)]
            own = [at for at in giving if self._section(at) == problem]
            others = self.owners[name] - {problem}
            later = [at for at in giving if own and at > own[-1]]
            later = [at for at in later if self._section(at) not in others]
            if later and not self._is_worked_with(name, later[-1]):
                found = self._redefined(problem, name, own[-1], later[-1], is_asked=True)
                yield found._replace(is_shared=bool(others))

    def called_by(self, problem: str, names: tuple[str, ...]) -> Iterator[Redefined]:
        """Of the names that the answers of a problem work with, and that no problem asks for.

        The later definition is one that nothing in its own section has a use for, below all answers
        of that section. There is no other one in between, which would be a section's own.
        """
        last = max(n for n, cell in enumerate(self.survey.cells) if cell.problem == problem)
        anew = [
            name
            for name in self._reached(names, last)
            if name not in self.owners and self.giving[name][-1][0] > last
        ]
        for name in anew[:_MOST_CALLED]:
            own = [at for at in self.giving[name] if at[0] <= last]
            later = [at for at in self.giving[name] if at[0] > last]
            if (
                own
                and all(self._defines(name, at) for at in (own[-1], *later))
                and len({self._group(at) for at in later}) == 1
                and self._is_left_over(name, later[-1])
            ):
                yield self._redefined(problem, name, own[-1], later[-1], is_asked=False)

    def _redefined(
        self, problem: str, name: str, own: At, later: At, *, is_asked: bool
    ) -> Redefined:
        statement = self._statement(later)
        between = (one for at, one in self._in_order() if own < at < later and name in one.used)
        aliases = {alias for one in between for alias in one.given}
        wraps = not aliases.isdisjoint(statement.used)
        if name in statement.given:
            wraps = wraps or name in statement.used
        along = [one for one in self._reached((name,), later[0]) if self._is_late(one, own)]
        return Redefined(problem, name, own, later, is_asked, wraps, tuple(along))

    def _is_late(self, name: str, own: At) -> bool:
        """Whether a name is given below too, and is nobody's answer."""
        giving = self.giving.get(name)
        return name not in self.owners and giving is not None and giving[-1][0] > own[0]

    def _reached(self, names: tuple[str, ...], last: int) -> list[str]:
        """What definitions up to a cell work with, and what that works with in turn."""
        found: dict[str, None] = {}
        stack = list(names)
        while stack and len(found) < _MOST_NAMES:
            name = stack.pop()
            giving = [at for at in self.giving.get(name, ()) if at[0] <= last]
            for one in self._statement(giving[-1]).used if giving else ():
                if one not in found and one in self.giving and one not in names:
                    found[one] = None
                    stack.append(one)
        return list(found)

    def _is_plain(self, name: str, at: At) -> bool:
        """Whether a statement gives one name a function, a class or another value."""
        statement = self._statement(at)
        is_alone = statement.names == (name,) and statement.runs
        return is_alone and (name in statement.given or self._defines(name, at))

    def _defines(self, name: str, at: At) -> bool:
        statement = self._statement(at)
        line = self.survey.line_of(at[0], statement.line)
        return statement.names == (name,) and statement.runs and bool(DEFINITION.match(line))

    def _is_worked_with(self, name: str, at: At) -> bool:
        """Whether the section in which a name stands has answers or definitions that use it."""
        asked = set(self.survey.asked.get(self._section(at) or "", ()))
        return any(
            name in one.used
            and (
                any(self._defines(each, here) for each in one.names)
                or not asked.isdisjoint(one.names)
            )
            for here, one in self._beside(at)
        )

    def _is_left_over(self, name: str, at: At) -> bool:
        """Whether nothing in its section has a use for what a statement defines below its answers.

        A section in which a function or class was not written yet, or cannot be read, may have one.
        """
        beside = list(self._beside(at))
        asked = self.survey.asked.get(self._section(at) or "", ())
        firsts = (next((here for here, one in beside if each in one.names), at) for each in asked)
        is_at_end = all(first <= at for first in firsts)
        return is_at_end and not any(
            name in one.used or not one.runs or (one.bare and not one.given) for _, one in beside
        )

    def _beside(self, at: At) -> Iterator[tuple[At, Statement]]:
        """The other statements of the section of one; of its cell, where it is in none."""
        for here, statement in self._in_order():
            if here != at and self._group(here) == self._group(at):
                yield here, statement

    def _group(self, at: At) -> str | int:
        return self._section(at) or at[0]

    def _in_order(self) -> Iterator[tuple[At, Statement]]:
        for cell, statements in sorted(self.survey.statements.items()):
            for number, statement in enumerate(statements):
                yield (cell, number), statement

    def _section(self, at: At) -> str | None:
        return self.survey.cells[at[0]].problem

    def _statement(self, at: At) -> Statement:
        return self.survey.statements[at[0]][at[1]]
