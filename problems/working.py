"""The working of a variant: its quantities, and how each comes from others.

A working is the worked solution, as data: a small acyclic graph whose quantities stand in the
order in which a person would work them out. Whatever is asked of it (the truth, a student's own
graph, a slip carried through) is one evaluation with other values fixed or other steps swapped.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from problems.forms import Form, has_size
from problems.frozen import frozen
from problems.names import check_name
from problems.quantity import (
    RULE_ERRORS,
    Given,
    Quantity,
    Step,
    Swap,
    Values,
    done_or_right,
    inputs_of,
    quantities_in,
    symbol_of,
    value_of,
)
from problems.rule import Rule
from problems.table import Cell, Table


@frozen(eq=False)
class Asked:
    """A step whose value the student has to give, and how it is marked.

    ``per_cell`` gives a tensor's marks cell by cell. Where the size is not told, it is part of the
    question: nothing on the sheet, and nothing that is said of a wrong answer, gives it away.
    ``meaning`` is the key of the sentence that says what the blank means (``[blanks]`` of the
    family's texts), and ``of`` is handed to it: what the blank is about, such as a layer's name. It
    is empty for a blank in a table whose row and column say all of it.
    """

    step: Step
    form: Form
    marks: int = 1
    per_cell: bool = False
    size_told: bool = True
    cell: Cell | None = None
    meaning: str = ""
    of: str = ""

    @property
    def name(self) -> str:
        """The name of the blank."""
        return self.step.name


@frozen(eq=False)
class Told:
    """What a step is that is not asked: a sentence of ``[blanks]``, to which ``of`` is handed."""

    step: Step
    meaning: str
    of: str


class Working:
    """The quantities of one variant, in the order in which they are worked out."""

    def __init__(self) -> None:
        self._quantities: dict[str, Quantity] = {}
        self._asked: dict[str, Asked] = {}
        self._in_order: tuple[Asked, ...] | None = None
        self._told: dict[str, Told] = {}
        self._tables: dict[str, Table] = {}
        self._given: Values = {}
        self.right: Values = {}
        """Values that follow from what is given alone, as far as they have been worked out."""
        self.tried_on_right: dict[Hashable, dict[Hashable, Any]] = {}
        """What came of trials on steps that stand on such values (see `Trials`)."""
        self.misread_on_right: dict[Hashable, dict[Hashable, Any]] = {}
        """What misreadings make of them (see `misreadings`)."""
        self._steps: dict[str, Step] = {}
        self._steps_in_order: tuple[Step, ...] = ()
        self._following: dict[tuple[str, ...], frozenset[str]] = {}
        self._bits: dict[str, int] = {}
        self._grounds: dict[str, int] = {}

    def given(
        self, name: str, value: Any, symbol: str = "", *, meaning: str = "", of: str = ""
    ) -> Given:
        """Add a quantity that the sheet states, and how it is written there, in TeX.

        One that stands in the text of the sheet, and has no symbol there, has a ``meaning``: see
        ``Given``.
        """
        given = Given(name, symbol or symbol_of(name), value, meaning, of)
        self._add(given)
        self._given[name] = self.right[name] = value
        return given

    def derive(self, name: str, rule: Rule, symbol: str = "", **inputs: Any) -> Step:
        """Add a quantity that a rule gives.

        ``inputs`` are quantities or plain values by the names that the rule and its slips use.
        Raises ValueError if the rule lacks an input, or a quantity belongs to another working.
        """
        names = tuple(inputs)
        if missing := rule.selection(names).lacking:
            raise ValueError(f"{name}: the rule {rule.key!r} needs {sorted(missing)} as well")
        sources: list[Quantity] = []
        holding: list[str] = []
        for input_name, item in inputs.items():
            kind = type(item)
            if kind is int:  # as most are
                continue
            if kind is Step or kind is Given:
                sources.append(item)
            elif (kind is tuple or kind is list) and (inside := quantities_in((item,))):
                sources += inside
                holding.append(input_name)
        grounds = 0
        for source in sources:
            if self._quantities.get(source.name) is not source:
                raise ValueError(f"{name}: {source.name!r} is not a quantity of this working")
            grounds |= self._grounds[source.name]
        symbol = symbol or symbol_of(name)
        step = Step(name, symbol, rule, inputs, names, tuple(sources), holding)
        self._add(step, grounds)
        self._steps[name] = step
        return step

    def ask(
        self,
        step: Step,
        form: Form,
        marks: int = 1,
        per_cell: bool = False,
        *,
        size_told: bool = True,
        cell: tuple[str, str] | None = None,
        table: str = "",
        meaning: str = "",
        of: str = "",
    ) -> None:
        """Ask for the value of a step, in a ``cell`` (row, column) of a table if one is named.

        What it means is told under its name if ``meaning`` is not, or by its row and column; see
        ``Asked``. Raises ReservedNameError for a name that no blank can have, and ValueError for a
        step that is asked for already, a size left open where the form has none, and a cell that is
        taken or not there.
        """
        if step.name in self._asked:
            raise ValueError(f"{step.name} is asked for already")
        check_name(step.name, "blank", "w.derive(...), whose symbol may stay")
        if not size_told and not has_size(form):
            raise ValueError(
                f"{step.name}: the size can be left open of a shape or a tensor, but "
                f"{type(form).__name__} has none"
            )
        if cell is not None:
            found = self._tables.get(table, Table(table))
            self._tables[table] = found.with_blank(*cell, step.name)
        place = None if cell is None else Cell(*cell, table)
        if cell is None and not meaning:
            meaning = step.name
        self._in_order = None
        self._asked[step.name] = Asked(step, form, marks, per_cell, size_told, place, meaning, of)

    def tell(self, step: Step, meaning: str, of: str = "") -> None:
        """Say in the worked solution what a step is that is not asked, in the family's own words.

        Without it the step has the title of its rule, which does not tell two such steps apart.
        Raises ValueError for a step that is asked for: ``ask`` has its meaning.
        """
        if step.name in self._asked:
            raise ValueError(f"{step.name} is asked for: give its meaning to ask(...)")
        self._told[step.name] = Told(step, meaning, of)

    def lay_out(
        self, table: str = "", *, rows: Iterable[str] = (), columns: Iterable[str] = ()
    ) -> None:
        """Fix the rows or columns of a table of blanks, and their order, before it has any.

        Those that are not fixed come in the order in which they are first asked for. Raises
        ValueError if the table is there already.
        """
        if table in self._tables:
            raise ValueError(f"the table {table!r} is laid out already, or has blanks")
        fixed_rows, fixed_columns = tuple(rows), tuple(columns)
        self._tables[table] = Table(
            table,
            fixed_rows,
            fixed_columns,
            has_fixed_rows=bool(fixed_rows),
            has_fixed_columns=bool(fixed_columns),
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that the blanks stand in, in the order in which they came up."""
        return tuple(table for table in self._tables.values() if table.blanks)

    @property
    def told(self) -> Mapping[str, Told]:
        """The steps that are not asked and have words of the family's own, by their names."""
        return MappingProxyType(self._told)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What is asked, in the order of the working."""
        if self._in_order is None:
            self._in_order = tuple(
                self._asked[name] for name in self._quantities if name in self._asked
            )
        return self._in_order

    def states(self, quantity: Quantity) -> bool:
        """Whether a sheet states the quantity, or asks for it."""
        return isinstance(quantity, Given) or quantity.name in self._asked

    @property
    def given_values(self) -> Values:
        """The values that the sheet states."""
        return dict(self._given)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The derived quantities, in order."""
        if len(self._steps_in_order) < len(self._steps):
            self._steps_in_order = tuple(self._steps.values())
        return self._steps_in_order

    def following(self, names: Iterable[str]) -> frozenset[str]:
        """The names, and those of all steps that are worked out from what they name."""
        several = tuple(names)
        if several not in self._following:
            bits = 0
            for name in several:
                bits |= self._bits[name]
            found = [each for each, grounds in self._grounds.items() if grounds & bits]
            self._following[several] = frozenset(found)
        return self._following[several]

    def comes_of(self, name: str, others: Iterable[str]) -> bool:
        """Whether what is named is one of the others, or is worked out from one of them."""
        grounds = self._grounds[name]
        return any(grounds & self._bits[other] for other in others)

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self._quantities.values())

    def __getitem__(self, name: str) -> Quantity:
        return self._quantities[name]

    def evaluate(
        self, quantity: Quantity, fixed: Mapping[str, Any] | None = None, swap: Swap | None = None
    ) -> Any:
        """The value of a quantity, with some values fixed and some steps swapped.

        A fixed value may have made a later step impossible, which then raises what its rule raises.
        """
        return value_of(quantity, self._given | dict(fixed or {}), swap)

    def inputs(self, step: Step, fixed: Mapping[str, Any] | None = None) -> Values:
        """The values that a step's rule is applied to."""
        return inputs_of(step, self._given | dict(fixed or {}))

    def solve(self, fixed: Mapping[str, Any] | None = None, swap: Swap | None = None) -> Values:
        """The values of all quantities, given ones included."""
        values = self._given | dict(fixed or {})
        for name, step in self._steps.items():
            if name not in values:
                values[name] = step.done((swap(step) if swap else None) or step.rule, values)
        return values

    def solve_in_symbols(self) -> Values:
        """The values of all quantities, exact: rationals, or SymPy expressions where need be."""
        return self.solve(swap=lambda step: step.rule.in_symbols)

    def with_slip(self, key: str, truth: Values | None = None) -> Values:
        """What a student arrives at who makes one mistake wherever it can be made.

        Where the mistake has made a later step impossible (a kernel larger than its input), that
        step and what comes after it are missing. ``truth``, where it is known, saves working out
        what the mistake does not touch.
        """
        if key in self.notations:
            return self._written_otherwise(key, truth)
        made = {step.name: slip for step in self.steps if (slip := step.slip(key))}
        changed = self.following(made)
        values = self._given | {n: v for n, v in (truth or {}).items() if n not in changed}
        for name, step in self._steps.items():
            if name in values or not (step.source_names <= values.keys()):
                continue
            slip = made.get(name)
            try:
                values[name] = (
                    done_or_right(step, slip, values) if slip else step.done(step.rule, values)
                )
            except RULE_ERRORS:
                continue
        return values

    def _written_otherwise(self, key: str, truth: Values | None) -> Values:
        """The right values, each as a mistake writes it that nothing else follows from."""
        right = self.solve() if truth is None else truth
        written = {
            step.name: done_or_right(step, slip, right)
            for step in self.steps
            if (slip := step.slip(key))
        }
        return {**right, **written}

    @property
    def slip_keys(self) -> tuple[str, ...]:
        """The keys of all slips that can be made in this working, in the order of its steps."""
        return tuple(dict.fromkeys(key for step in self.steps for key in step.rule.mistakes))

    @cached_property
    def last_resorts(self) -> frozenset[str]:
        """The keys of the slips that are told only where no other explains a value."""
        return frozenset().union(*(step.rule.last_resorts for step in self.steps))

    @cached_property
    def notations(self) -> frozenset[str]:
        """The keys of the slips that only write a right value in a wrong way."""
        return frozenset().union(*(step.rule.notations for step in self.steps))

    @cached_property
    def mistakes(self) -> Mapping[str, str]:
        """For the key of each slip that of the mistake that it comes of; see `Slip`."""
        found: dict[str, str] = {}
        for step in self.steps:
            found.update(step.rule.mistakes)
        return found

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The names of the steps that may have several right values."""
        return tuple(n for n, step in self._steps.items() if step.rule.alternatives is not None)

    @cached_property
    def stated(self) -> tuple[Quantity, ...]:
        """The quantities that a sheet states, or asks for."""
        return tuple(quantity for quantity in self if self.states(quantity))

    def _add(self, quantity: Quantity, grounds: int = 0) -> None:
        """Have a quantity, and what it stands on as bits: those of its sources, and its own."""
        name = quantity.name
        if name in self._quantities:
            raise ValueError(f"there are two quantities of the name {name!r}")
        bit = 1 << len(self._quantities)
        self._quantities[name] = quantity
        self._bits[name], self._grounds[name] = bit, grounds | bit
        if self._following:
            self._following.clear()
