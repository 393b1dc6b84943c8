"""What is known of each statement of the program: what it assigns, what went wrong."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from grader.sandbox.outcome import (
    Ended,
    Facts,
    FunctionFact,
    Incident,
    Missing,
    OverLimit,
    Raised,
)
from grader.sandbox.program import Cell

Trouble = Raised | Ended | OverLimit

_SIMILAR = 3
_CUTOFF = 0.7
_BARE_BLANK = re.compile(r"\w+\s*(?::[^=;#]*)?=\s*\.\.\.\s*;?\s*(?:#.*)?")


class Statement(NamedTuple):
    """One top-level statement: its line, the names that it assigns, and whether it can run.

    ``bare`` is whether it is a blank as the sheet has it: ``name = ...``.
    """

    line: int
    names: tuple[str, ...]
    runs: bool
    bare: bool = False


class Survey:
    """The statements of the cells, as the child has read them, and the incidents at each."""

    def __init__(
        self, cells: tuple[Cell, ...], wanted: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self.cells = cells
        self.wanted = wanted or {}
        self._answered = {cell.problem for cell in cells}
        self.statements: dict[int, list[Statement]] = {}
        self.unreadable: dict[int, Trouble] = {}
        self.facts = Facts()
        self.wants_facts = True
        self._harmful: set[tuple[int, int]] = set()
        self._incidents: dict[tuple[int, int], Incident] = {}
        self._first_answers: dict[tuple[str, str], tuple[int, int] | None] = {}

    @property
    def ends(self) -> tuple[int, ...]:
        """For each cell the last one of its problem; for one of no problem the last of all."""
        problems = [cell.problem for cell in self.cells]
        last = {problem: index for index, problem in enumerate(problems)}
        last[None] = len(problems) - 1
        return tuple(last[problem] for problem in problems)

    def note_statements(self, cell: int, found: list[Any]) -> None:
        """The child's list of (line, names, error or None)."""
        self._first_answers.clear()
        lines = _lines(self.cells[cell])
        self.statements[cell] = [
            Statement(
                line, names, error is None, error is None and _is_bare(names, lines.get(line))
            )
            for line, names, error in found
        ]
        for number, (line, _, error) in enumerate(found):
            if error is not None:
                place = self.cells[cell].place_of(line)
                self.note_incident(cell, number, line, Raised(error[0], error[1], place))

    def note_facts(self, answer: tuple[Any, ...]) -> None:
        """The child's records of functions; without any if they were too many to send."""
        records = answer[1] if answer[0] == "read" else []
        self.facts = Facts(
            functions=tuple(self._function(record) for record in records),
            assigned=tuple(self._assigned(index) for index in range(len(self.cells))),
        )

    def note_unreadable(self, cell: int, failure: Trouble) -> None:
        """The cell as a whole could not be read."""
        self.unreadable[cell] = failure
        self.statements[cell] = []
        self.note_incident(cell, 0, self.cells[cell].first_line, failure)

    def note_harmful(self, cell: int, number: int, failure: Trouble) -> None:
        """The statement ended the child or hung, and is not run again."""
        self._harmful.add((cell, number))
        self.note_incident(cell, number, self.statements[cell][number].line, failure)

    def note_incident(self, cell: int, number: int, line: int, failure: Trouble) -> None:
        """Something went wrong at the statement that begins at ``line``."""
        here = self.cells[cell]
        place = failure.place or here.place_of(line)
        kind, message = _kind_and_message(failure)
        statements = self.statements[cell]
        names = statements[number].names if statements else ()
        self._incidents[cell, number] = Incident(
            place, kind, message, names, here.problem, replace(failure, place=place)
        )

    def forgive(self, cell: int, number: int) -> None:
        """The statement has run well in a later child."""
        self._incidents.pop((cell, number), None)

    def in_order(self) -> tuple[Incident, ...]:
        """The incidents in the order of the source."""
        return tuple(self._incidents[key] for key in sorted(self._incidents))

    def runnable(self, cell: int) -> list[int]:
        """The numbers of the statements of a cell that are to be run."""
        return [
            number
            for number, statement in enumerate(self.statements[cell])
            if statement.runs
            and (cell, number) not in self._harmful
            and not self._is_passed_over(cell, number)
        ]

    def left_blank(self, problem: str, name: str) -> bool:
        """Whether the problem's cells assign nothing but a bare ``...`` to ``name``."""
        return self._first_answer(problem, name) is None and any(
            name in statement.names
            for cell in self._own(problem)
            for statement in self.statements.get(cell, ())
        )

    def _is_passed_over(self, cell: int, number: int) -> bool:
        """Whether a wanted name would lose its answer to a blank below, as in a copy of a cell."""
        statement = self.statements[cell][number]
        if not statement.bare:
            return False
        (name,) = statement.names
        asking = [problem for problem, names in self.wanted.items() if name in names]
        answers = [self._first_answer(one, name) for one in asking if self._owns(one, cell)]
        return any(answer is not None and answer < (cell, number) for answer in answers)

    def _first_answer(self, problem: str, name: str) -> tuple[int, int] | None:
        """The first statement of the problem's cells to assign more than a bare ``...``."""
        if (problem, name) not in self._first_answers:
            self._first_answers[problem, name] = next(
                (
                    (cell, number)
                    for cell in self._own(problem)
                    for number, statement in enumerate(self.statements.get(cell, ()))
                    if name in statement.names and not statement.bare
                ),
                None,
            )
        return self._first_answers[problem, name]

    def failure_of(self, problem: str, name: str, *, own_cells: bool) -> Trouble | None:
        """What the last statement that assigns ``name`` failed with; None if it did not fail.

        Looks in the problem's own cells, or in all up to its last one. Where no statement assigns
        the name, a cell that could not be read at all may have.
        """
        found: Trouble | None = None
        assigned = False
        cells = self._own(problem) if own_cells else range(max(self._own(problem), default=-1) + 1)
        for cell in cells:
            for number, statement in enumerate(self.statements.get(cell, ())):
                if name in statement.names and not self._is_passed_over(cell, number):
                    assigned = True
                    incident = self._incidents.get((cell, number))
                    found = None if incident is None else incident.outcome
        if assigned:
            return found
        return next((self.unreadable[cell] for cell in cells if cell in self.unreadable), None)

    def missing_value(self, problem: str, name: str, wanted: tuple[str, ...]) -> Missing:
        """The outcome for a name that the problem's cells do not assign."""
        names = [one for cell in self._own(problem) for one in self._assigned(cell)]
        return Missing(name, _similar(name, (one for one in names if one not in wanted)))

    def missing_function(self, problem: str, name: str) -> Missing:
        """The outcome for a function or class that is not there when the problem's probes run."""
        last = max(self._own(problem), default=-1)
        names = [
            one.name for one in self.facts.functions if one.kind != "method" and one.cell <= last
        ]
        return Missing(name, _similar(name, names))

    def missing_attribute(self, name: str) -> Missing:
        """The outcome for a method that an object of the student's does not have."""
        names = [one.name.partition(".")[2] for one in self.facts.functions if one.kind == "method"]
        return Missing(name, _similar(name, names))

    def function(self, problem: str, name: str) -> FunctionFact | None:
        """The definition of ``name`` that holds after the problem's last cell."""
        last = max(self._own(problem), default=-1)
        found = [one for one in self.facts.functions if one.name == name and one.cell <= last]
        return found[-1] if found else None

    def _own(self, problem: str) -> list[int]:
        """The problem's cells; all if none is: the student may have merged them."""
        return [index for index in range(len(self.cells)) if self._owns(problem, index)]

    def _owns(self, problem: str, cell: int) -> bool:
        return self.cells[cell].problem == problem or problem not in self._answered

    def _assigned(self, cell: int) -> tuple[str, ...]:
        names = [name for statement in self.statements.get(cell, ()) for name in statement.names]
        return tuple(dict.fromkeys(names))

    def _function(self, record: dict[str, Any]) -> FunctionFact:
        cell = self.cells[record["cell"]]
        return FunctionFact(
            name=record["name"],
            kind=record["kind"],
            place=cell.place_of(record["line"]),
            cell=record["cell"],
            problem=cell.problem,
            parameters=record["parameters"],
            blank=record["blank"],
            loops=record["loops"],
            depth=record["depth"],
            calls=record["calls"],
        )


def _lines(cell: Cell) -> dict[int, str]:
    """The lines of a cell by their numbers, which are those of the child."""
    text = cell.source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return dict(enumerate(text.split("\n"), start=cell.first_line))


def _is_bare(names: tuple[str, ...], line: str | None) -> bool:
    return len(names) == 1 and line is not None and _BARE_BLANK.fullmatch(line) is not None


def _similar(name: str, names: Iterable[str]) -> tuple[str, ...]:
    folded: dict[str, str] = {}
    for one in names:
        if one != name:
            folded.setdefault(one.casefold(), one)
    close = difflib.get_close_matches(name.casefold(), folded, n=_SIMILAR, cutoff=_CUTOFF)
    return tuple(folded[one] for one in close)


def _kind_and_message(failure: Trouble) -> tuple[str, str]:
    if isinstance(failure, Raised):
        return failure.type, failure.message
    if isinstance(failure, Ended):
        return failure.how, failure.detail
    return failure.limit, failure.value
