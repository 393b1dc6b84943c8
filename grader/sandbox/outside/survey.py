"""What is known of each statement of the program: what it assigns, what went wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any

from grader.sandbox.outside.lost_names import Trouble, missing_name, told_at_its_cause, with_hint
from grader.sandbox.outside.outcome import (
    Ended,
    Facts,
    FunctionFact,
    Hint,
    Incident,
    NotReached,
    Outcome,
    OverLimit,
    PassedOver,
    Raised,
    Replacement,
)
from grader.sandbox.outside.program import Cell
from grader.sandbox.outside.statement import Effort, Module, Statement, plain_statement

_BARE_BLANK = re.compile(r"\w++\s*+(?::[^=;#]*+)?=\s*+(?:\.\.\.|…)\s*+(?:;\s*+)?(?:#.*+)?")


_STOPPED = 2
"""Statements that were stopped, after which others that have not run yet get less time."""
_OF_TIME = ("time", "cpu")


class Survey:
    """The statements of the cells, as the child has read them, and the incidents at each.

    ``asked`` has the names that each problem asks for; ``used`` are all that the sheet has a use
    for, names of attributes too, so that none of them is taken for another that was renamed.
    """

    def __init__(
        self,
        cells: tuple[Cell, ...],
        asked: Mapping[str, tuple[str, ...]] | None = None,
        used: frozenset[str] = frozenset(),
        slow: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """``slow`` are statements that did not come to their end before, by cell and number."""
        self.cells = cells
        self.asked = asked or {}
        self.used = used.union(*self.asked.values())
        self._slow = slow
        self._answered = {cell.problem for cell in cells}
        self.statements: dict[int, list[Statement]] = {}
        self.loose: dict[int, list[tuple[str, str, int, int, str]]] = {}  # see `inside/cuts.py`
        self.unreadable: dict[int, Trouble] = {}
        self.facts = Facts()
        self.wants_facts = True
        self.effort = Effort.WHOLE
        self.cut_short: Trouble | None = None
        self.guilty: tuple[str, ...] = ()  # the places of all that used up what there was
        self._seconds: dict[tuple[int, int], float] = {}  # that statements have taken
        self._quick: dict[tuple[int, int], bool] = {}  # of those that had come through before
        self._behind: dict[tuple[str, str], FunctionFact] = {}
        self._instead: dict[tuple[str, str], FunctionFact | None] = {}
        self._heavy: set[Module] = set()
        self._harmful: set[tuple[int, int]] = set()
        self._incidents: dict[tuple[int, int], Incident] = {}
        self._first_answers: dict[tuple[str, str], tuple[int, int] | None] = {}
        self._entered: dict[tuple[int, int], bool] = {}
        self._texts: dict[int, dict[int, str]] = {}  # the lines of each cell
        self._replacements: dict[int, tuple[Replacement, ...]] = {}

    @property
    def ends(self) -> tuple[int, ...]:
        """For each cell the last one of its problem; for one of no problem the last of all."""
        problems = [cell.problem for cell in self.cells]
        last = {problem: index for index, problem in enumerate(problems)}
        last[None] = len(problems) - 1
        return tuple(last[problem] for problem in problems)

    def note_statements(
        self, cell: int, found: list[Any], replaced: Sequence[tuple[int, int, str, str]] = ()
    ) -> None:
        """The child's list, for each statement (line, names, error or None, whether a mere frame).

        Of one that can be read, the fields from ``ease`` on follow; it is (line, name) alone where
        a name is given what is written out. An error may have the key of a hint, and what that
        names, with a line as its place. ``replaced`` are the characters that were read as others:
        (line, position, what it is, what it was read as).
        """
        self._first_answers.clear()
        self._entered.clear()
        place_of = self.cells[cell].place_of
        self._replacements[cell] = tuple(
            Replacement(place_of(line), position, character, read_as)
            for line, position, character, read_as in replaced
        )
        lines = self._texts[cell] = _lines(self.cells[cell])
        self.statements[cell] = [_statement(lines, *entry) for entry in found]
        for number, (line, _, *more) in enumerate(found):
            error = more[0] if more else None
            if error is not None:
                raised = Raised(error[0], error[1], place_of(line))
                hint = _advice().on_source(raised, lines.get(line, ""))
                if hint is None and len(error) > 2:
                    details = error[3].items()
                    said = {key: place_of(one) if key == "place" else one for key, one in details}
                    hint = Hint(error[2], said)
                hint = hint or _advice().on_broken_line(raised)
                self.note_incident(cell, number, line, replace(raised, hint=hint))

    def note_facts(self, answer: tuple[Any, ...]) -> None:
        """The child's records of functions; without any if they were too many to send."""
        records = answer[1] if answer[0] == "read" else []
        self.facts = Facts(
            functions=tuple(self._function(record) for record in records),
            assigned=tuple(tuple(self.assigned(index)) for index in range(len(self.cells))),
            behind=dict(self._behind),
            instead=dict(self._instead),
        )

    def note_defined(self, problem: str, found: list[Any]) -> None:
        """The child's list of (name, cell, name in the source), which it may have made up."""
        known = {(one.cell, one.name): one for one in self.facts.functions}
        for entry in found:
            if type(entry) is tuple and [type(part) for part in entry] == [str, int, str]:
                name, *there = entry
                if fact := known.get(tuple(there)):
                    self._behind[problem, name] = fact
        self.facts = replace(self.facts, behind=dict(self._behind))

    def note_later(
        self, problem: str, found: list[Any], wrapped: Mapping[str, int]
    ) -> frozenset[str]:
        """As `note_defined`, for names that are defined anew below, and which of them count.

        ``wrapped`` has the cells of earlier functions that the later ones call: both are judged.
        The child may have made up all that it says.
        """
        known = {(one.cell, one.name): one for one in self.facts.functions}
        counting: set[str] = set()
        for entry in found:
            if type(entry) is tuple and [type(part) for part in entry] == [str, int, str]:
                name, *there = entry
                counting.add(name)
                fact = known.get(tuple(there))
                inner = known.get((wrapped.get(name, -1), name))
                self._instead[problem, name] = fact if inner is None else inner.with_callee(fact)
        self.facts = replace(self.facts, instead=dict(self._instead))
        return frozenset(counting)

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

    def note_seconds(self, cell: int, number: int, seconds: float) -> None:
        """The statement has come through, in this time; what counts is the longest."""
        before = self._seconds.get((cell, number), 0.0)
        self._seconds[cell, number] = max(before, seconds)

    def spare(self, failure: Trouble, quick_seconds: float) -> bool:
        """Has the next starts run less of the program; False where there is no less.

        ``failure`` is what used up what the program may use, and what is known to take no more than
        ``quick_seconds`` is run all the same.
        """
        if self.effort is Effort.LEAST:
            return False
        self.effort = Effort(self.effort + 1)
        self.cut_short = self.cut_short or failure
        self._quick = {key: took <= quick_seconds for key, took in self._seconds.items()}
        slow = [key for key, is_quick in self._quick.items() if not is_quick]
        self.guilty = tuple(self.place_at(*key) for key in sorted({*slow, *self._harmful}))
        return True

    def is_doubtful(self, cell: int, number: int) -> bool:
        """Whether nobody has seen the statement come through, and it or some others did not."""
        if (cell, number) in self._slow:
            return True
        stopped = [
            one for at in self._harmful if isinstance(one := self._incidents[at].outcome, OverLimit)
        ]
        return len(stopped) >= _STOPPED and (cell, number) not in self._seconds

    @property
    def stopped(self) -> tuple[tuple[int, int], ...]:
        """The statements that did not come to their end in time."""
        return tuple(
            sorted(
                at
                for at, one in self._incidents.items()
                if isinstance(one.outcome, OverLimit) and one.outcome.limit in _OF_TIME
            )
        )

    def forgive(self, cell: int, number: int) -> None:
        """The statement has run well in a later child."""
        self._incidents.pop((cell, number), None)

    def lines_of(self, cell: int) -> Mapping[int, str]:
        """The lines of a cell by their numbers."""
        return self._texts.get(cell, {})

    def line_of(self, cell: int, line: int) -> str:
        """The text of a line of a cell."""
        return self._texts.get(cell, {}).get(line, "")

    def source_of(self, cell: int, number: int) -> str:
        """The text of a statement of a cell, up to the line of the next one."""
        line = self.statements[cell][number].line
        later = [one.line for one in self.statements[cell] if one.line > line]
        found = self._texts.get(cell, {}).items()
        return "\n".join(text for at, text in found if line <= at < min(later, default=at + 1))

    def not_reached(self, cause: Trouble) -> NotReached:
        """The outcome of what was not run, since statements had used up what there was."""
        return NotReached(cause, self.guilty if cause == self.cut_short else ())

    def has_failed(self, cell: int, number: int) -> bool:
        """Whether something went wrong at the statement, so that the value is an earlier one."""
        return (cell, number) in self._incidents

    def has_finished(self, cell: int, number: int) -> bool:
        """Whether the statement came through, if it is one that is to be run."""
        return not (self.has_failed(cell, number) or self._is_left_out(cell, number))

    def in_order(self) -> tuple[Incident, ...]:
        """The incidents in the order of the source, with what to do about them."""
        return tuple(
            replace(one, outcome=with_hint(one.outcome, *self._lost(one.outcome, at)))
            for at, one in sorted(self._incidents.items())
        )

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """The characters that were read as others, in the order of the cells."""
        return tuple(one for cell in sorted(self._replacements) for one in self._replacements[cell])

    def advised(self, outcome: Outcome) -> Outcome:
        """What came of a value or call, with what to do about it.

        A name that is missing since its import failed is told as that import, and one whose
        definition cannot be read as that, where it is known what to do about it.
        """
        if not isinstance(outcome, Raised):
            return outcome
        at = next((at for at, one in self._incidents.items() if one.outcome == outcome), None)
        return told_at_its_cause(outcome, *self._lost(outcome, at))

    def _lost(
        self, failure: Trouble, at: tuple[int, int] | None
    ) -> tuple[Trouble | NotReached | None, str]:
        """What the statement failed with that was to give a missing name, and where one gives it.

        Only those above the statement of number ``at`` in its cell can have been to give it there;
        any can where it is None, as in what is called once the program has run. If there is none
        above, the second is the place of one below, in the same section.
        """
        name = missing_name(failure)
        giving = [
            (cell, number)
            for cell, statements in sorted(self.statements.items())
            for number, one in enumerate(statements)
            if name and name in (*one.names, *one.bound) and not one.bare
            if not self.is_shut(cell, number)
        ]
        above = [one for one in giving if at is None or one < at]
        if at is not None and not above:
            section = self.cells[at[0]].problem
            below = [one for one in giving if one > at and self.cells[one[0]].problem == section]
            return None, self.place_at(*below[0]) if below else ""
        cause = self._came_of(*above[-1]) if above else None
        is_same = at is None and isinstance(cause, Trouble) and cause.place == failure.place
        return None if is_same else cause, ""

    def runnable(self, cell: int) -> list[int]:
        """The numbers of the statements of a cell that are to be run."""
        return [
            number
            for number, statement in enumerate(self.statements[cell])
            if statement.runs
            and (cell, number) not in self._harmful
            and not self._is_passed_over(cell, number)
            and not self._is_spared(cell, number)
        ]

    @property
    def modules(self) -> list[Module]:
        """The modules that the program imports, as far as they can be loaded before it runs."""
        found = (
            module
            for cell, statements in sorted(self.statements.items())
            for number, statement in enumerate(statements)
            if not self.is_shut(cell, number)
            for module in statement.modules
        )
        return [module for module in dict.fromkeys(found) if module not in self._heavy]

    @property
    def left_out(self) -> tuple[str, ...]:
        """The places of the statements that were never run, since others had used up the time."""
        return tuple(
            self.place_at(cell, number)
            for cell, statements in sorted(self.statements.items())
            for number, statement in enumerate(statements)
            if statement.runs and self._is_left_out(cell, number)
            if (cell, number) not in self._seconds
        )

    def note_heavy(self, module: Module) -> None:
        """To load the module has ended a child or hung, and is left to the program's statements."""
        self._heavy.add(module)

    @property
    def passed_over(self) -> tuple[tuple[int, int], ...]:
        """The (cell, number) of each statement that is as though it were not there.

        It is a blank that would do away with an answer, or in a block that is not entered.
        """
        return tuple(
            (cell, number)
            for cell, statements in self.statements.items()
            for number in range(len(statements))
            if self._is_passed_over(cell, number)
        )

    def _is_spared(self, cell: int, number: int) -> bool:
        """Whether the statement is left out, since the program has used up what it may use."""
        if self.effort is Effort.WHOLE:
            return False
        quick = self._quick.get((cell, number), self.statements[cell][number].ease >= self.effort)
        return not quick

    def left_blank(self, problem: str, name: str) -> bool:
        """Whether the problem's cells have nothing but a blank for ``name``."""
        return self._first_answer(problem, name) is None and any(
            name in statement.names
            for cell in self.own_cells(problem)
            for statement in self.statements.get(cell, ())
        )

    def is_shut(self, cell: int, number: int) -> bool:
        """Whether the statement stands in a block for ``__main__`` that is not entered.

        Such a block is entered, as where the file is run, if it gives a name that is asked for and
        that nothing else in the problem's cells gives; else it holds trials and training, which may
        take long.
        """
        block = self.statements[cell][number].block
        if not block:
            return False
        if (cell, block) not in self._entered:
            self._entered[cell, block] = any(
                self._is_needed(name, cell)
                for statement in self.statements[cell]
                if statement.block == block and not statement.bare
                for name in (*statement.names, *statement.called)
            )
        return not self._entered[cell, block]

    def _is_needed(self, name: str, cell: int) -> bool:
        """Whether a block in a cell is all that gives an answer of that name."""
        asking = [problem for problem, names in self.asked.items() if name in names]
        if len(asking) > 1:
            asking = [problem for problem in asking if self._owns(problem, cell)]
        return any(
            not any(
                name in statement.names and not statement.bare and not statement.block
                for own in self.own_cells(problem)
                for statement in self.statements.get(own, ())
            )
            for problem in asking
        )

    def _is_passed_over(self, cell: int, number: int) -> bool:
        """Whether a name asked for would lose its answer to a blank below, as in a copied cell.

        What is in a block that is not entered is passed over too.
        """
        return self.is_shut(cell, number) or bool(self._answers_instead(cell, number))

    def _answers_instead(self, cell: int, number: int) -> dict[str, tuple[int, int] | None]:
        """By problem, where the answer stands that a blank would do away with.

        It is None where that is the section itself. A function or class that one problem alone asks
        for may stand anywhere, if its section has but a frame; values outside are another matter,
        since a program uses names such as ``p`` for much else (`strays`).
        """
        statement = self.statements[cell][number]
        if not statement.bare:
            return {}
        (name,) = statement.names
        asking = [problem for problem, names in self.asked.items() if name in names]
        if len(asking) > 1:  # one without a section of its own has no say in those of others
            asking = [problem for problem in asking if problem in self._answered]
        found: dict[str, tuple[int, int] | None] = {}
        for problem in (one for one in asking if self._owns(one, cell)):
            own = self._first_answer(problem, name)
            if own is not None and own < (cell, number):
                found[problem] = None
            elif own is None and len(asking) == 1 and not statement.given:
                outside = self._last_outside(problem, name)
                if outside is not None:
                    found[problem] = outside
        return found

    def _last_outside(self, problem: str, name: str) -> tuple[int, int] | None:
        """The last statement outside the problem's cells to give ``name`` more than a blank."""
        return max(
            (
                (cell, number)
                for cell, statements in self.statements.items()
                if not self._owns(problem, cell)
                for number, statement in enumerate(statements)
                if name in statement.names and not statement.bare
                if not self.is_shut(cell, number)
            ),
            default=None,
        )

    def answers_elsewhere(self, sought: Mapping[str, tuple[str, ...]]) -> tuple[PassedOver, ...]:
        """The blanks in the stead of which an answer is read, in the order of the source.

        Then come the functions that a problem looks for, that are not in its section at all, and
        that are outside of it.
        """
        given = {problem: self._given(problem) for problem in sought if problem in self._answered}
        outside = {
            (problem, name): self._last_outside(problem, name)
            for problem, names in given.items()
            for name in sought[problem]
            if name not in names and sum(name in asked for asked in self.asked.values()) == 1
        }
        return self._blanks_passed_over() + tuple(
            PassedOver(problem, name, None, self.place_at(*at))
            for (problem, name), at in outside.items()
            if at is not None
        )

    def _given(self, problem: str) -> set[str]:
        return {name for cell in self.own_cells(problem) for name in self.assigned(cell)}

    def _blanks_passed_over(self) -> tuple[PassedOver, ...]:
        return tuple(
            PassedOver(
                problem,
                statement.names[0],
                self.cells[cell].place_of(statement.line),
                None if outside is None else self.place_at(*outside),
            )
            for cell, statements in sorted(self.statements.items())
            for number, statement in enumerate(statements)
            if not self.is_shut(cell, number)
            for problem, outside in self._answers_instead(cell, number).items()
        )

    def place_at(self, cell: int, number: int) -> str:
        """Where a statement stands."""
        return self.cells[cell].place_of(self.statements[cell][number].line)

    def _first_answer(self, problem: str, name: str) -> tuple[int, int] | None:
        """The first statement of the problem's cells to give ``name`` more than a blank."""
        if (problem, name) not in self._first_answers:
            self._first_answers[problem, name] = next(
                (
                    (cell, number)
                    for cell in self.own_cells(problem)
                    for number, statement in enumerate(self.statements.get(cell, ()))
                    if name in statement.names and not statement.bare
                    if not self.is_shut(cell, number)
                ),
                None,
            )
        return self._first_answers[problem, name]

    def failure_of(
        self, problem: str, name: str, *, own_cells: bool
    ) -> Trouble | NotReached | None:
        """What the last statement that assigns ``name`` failed with; None if it did not fail.

        Looks in the problem's own cells, or in all up to its last one. Where no statement assigns
        the name, a cell that could not be read at all may have. A value that a statement would have
        changed which was left out is not the program's.
        """
        found: Trouble | NotReached | None = None
        assigned = False
        cells = (
            self.own_cells(problem)
            if own_cells
            else range(max(self.own_cells(problem), default=-1) + 1)
        )
        for cell in cells:
            for number, statement in enumerate(self.statements.get(cell, ())):
                if name in statement.names and not self._is_passed_over(cell, number):
                    assigned = True
                    found = self._came_of(cell, number)
                elif name in statement.touched and self._is_left_out(cell, number):
                    found = found or self._came_of(cell, number)
        if assigned:
            return found
        return next((self.unreadable[cell] for cell in cells if cell in self.unreadable), None)

    def _is_left_out(self, cell: int, number: int) -> bool:
        is_run = (cell, number) not in self._harmful and not self.is_shut(cell, number)
        return is_run and self._is_spared(cell, number)

    def _came_of(self, cell: int, number: int) -> Trouble | NotReached | None:
        """What a statement has failed with, or why it was not run; None if it did not fail."""
        incident = self._incidents.get((cell, number))
        if incident is not None:
            return incident.outcome
        if self.cut_short is None or not self._is_left_out(cell, number):
            return None
        here = self.cells[cell].place_of(self.statements[cell][number].line)
        return self.cut_short if here == self.cut_short.place else self.not_reached(self.cut_short)

    def late_failure_of(self, name: str) -> Trouble | NotReached | None:
        """What the last statement of all that assigns ``name`` failed with; None if it did not."""
        last = max(
            (
                (cell, number)
                for cell, statements in self.statements.items()
                for number, statement in enumerate(statements)
                if name in statement.names and not statement.bare
                if not self.is_shut(cell, number)
            ),
            default=None,
        )
        return None if last is None else self._came_of(*last)

    def place_of(self, problem: str) -> str:
        """Where the last of a problem's cells begins."""
        last = self.cells[max(self.own_cells(problem), default=-1)]
        return last.place_of(last.first_line)

    def function(self, problem: str, name: str) -> FunctionFact | None:
        """The definition of ``name`` that holds for the problem's probes."""
        if instead := self._instead.get((problem, name)):
            return instead
        last = max(self.own_cells(problem), default=-1)
        found = [one for one in self.facts.functions if one.name == name and one.cell <= last]
        return found[-1] if found else None

    def own_cells(self, problem: str) -> list[int]:
        """The problem's cells; all if none is: the student may have merged them."""
        return [index for index in range(len(self.cells)) if self._owns(problem, index)]

    def _owns(self, problem: str, cell: int) -> bool:
        return self.cells[cell].problem == problem or problem not in self._answered

    def assigned(self, cell: int) -> list[str]:
        """The names that the statements of a cell give values to."""
        return [
            name
            for number, statement in enumerate(self.statements.get(cell, ()))
            if not self.is_shut(cell, number)
            for name in statement.names
        ]

    def _function(self, record: dict[str, Any]) -> FunctionFact:
        cell = self.cells[record["cell"]]
        return FunctionFact(
            name=record["name"],
            kind=record["kind"],
            place=cell.place_of(record["line"]),
            cell=record["cell"],
            problem=cell.problem,
            blank=record["blank"],
            loops=record["loops"],
            calls=record["calls"],
            own_loops=record["own_loops"],
            callees=record["callees"],
            line=record["line"],
        )


def _advice() -> ModuleType:
    """Loaded when something has failed: its patterns take a while to compile."""
    from grader.sandbox.outside import advice

    return advice


def _lines(cell: Cell) -> dict[int, str]:
    """The lines of a cell by their numbers, which are those of the child."""
    text = cell.source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return dict(enumerate(text.split("\n"), start=cell.first_line))


def _statement(lines: Mapping[int, str], line: int, names: Any, *more: Any) -> Statement:
    """A statement as the child describes it."""
    text = lines.get(line)
    if not more:
        return plain_statement(line, names, bare=_is_bare((names,), text))
    error, is_frame, *form = more
    is_bare = error is None and (is_frame or _is_bare(names, text))
    return Statement(line, names, error is None, is_bare, *form)


def _is_bare(names: tuple[str, ...], line: str | None) -> bool:
    if len(names) != 1 or line is None or ("..." not in line and "…" not in line):
        return False
    return _BARE_BLANK.fullmatch(line) is not None


def _kind_and_message(failure: Trouble) -> tuple[str, str]:
    if isinstance(failure, Raised):
        return failure.type, failure.message
    if isinstance(failure, Ended):
        return failure.how, failure.detail
    return failure.limit, failure.value
