"""The working of a variant: its quantities, and how each comes from others.

A working is the worked solution, as data: a small acyclic graph whose quantities stand in the
order in which a person would work them out. Whatever is asked of it (the truth, a student's own
graph, a slip carried through) is one evaluation with other values fixed or other steps swapped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from problems.forms import Form, has_size
from problems.names import check_name
from problems.rule import NotApplicableError, Rule, Slip
from problems.table import Cell, Table

Values = dict[str, Any]


def symbol_of(name: str) -> str:
    """How a quantity is written that has no symbol of its own: one letter as such, or as code."""
    if len(name) == 1:
        return name
    return rf"\mathtt{{{name.replace('_', chr(92) + '_')}}}"


RULE_ERRORS = (ValueError, ArithmeticError, NotApplicableError)
"""What a rule or a slip may raise when it is applied to values that a mistake led to.

Sizes do not fit (ShapeError, and NumPy's ValueError), a value is beyond what a function is defined
for, is a divisor of 0 or too large for a float, or the mistake cannot be made at all. Answers are
read into the form of their blank first, so that whatever else is raised is a fault of ours: it has
to be loud, and costs no marks.
"""


@dataclass(frozen=True, eq=False)
class Given:
    """A quantity that the sheet states; ``symbol`` is how it is written there, in TeX."""

    name: str
    symbol: str
    value: Any


@dataclass(frozen=True, eq=False)
class Step:
    """A quantity that one rule derives from others; ``symbol`` is how it is written, in TeX.

    An input is a quantity, a tuple or list of quantities, or a plain value.
    """

    name: str
    symbol: str
    rule: Rule
    inputs: Mapping[str, Any]

    @cached_property
    def sources(self) -> tuple[Quantity, ...]:
        """The quantities from which this one is derived."""
        return tuple(_quantities_in(self.inputs.values()))

    @cached_property
    def needed(self) -> tuple[Quantity, ...]:
        """Those of the sources that the rule takes; the others are in sight for its slips."""
        return tuple(_quantities_in(self.rule.taken(self.inputs).values()))

    @cached_property
    def source_names(self) -> frozenset[str]:
        """The names of the sources."""
        return frozenset(source.name for source in self.sources)

    def slip(self, key: str) -> Slip | None:
        """The slip of this key in the step's rule, if it has one."""
        return next((slip for slip in self.rule.slips if slip.key == key), None)


Quantity = Given | Step

Swap = Callable[[Step], Callable[[Mapping[str, Any]], Any] | None]
"""What is done in place of a step's rule; None leaves the rule."""


@dataclass(frozen=True, eq=False)
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


@dataclass(frozen=True, eq=False)
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
        self._told: dict[str, Told] = {}
        self._tables: dict[str, Table] = {}
        self._following: dict[str, frozenset[str]] = {}

    def given(self, name: str, value: Any, symbol: str = "") -> Given:
        """Add a quantity that the sheet states, and how it is written there, in TeX."""
        given = Given(name, symbol or symbol_of(name), value)
        self._add(given)
        return given

    def derive(self, name: str, rule: Rule, symbol: str = "", **inputs: Any) -> Step:
        """Add a quantity that a rule gives.

        ``inputs`` are quantities or plain values by the names that the rule and its slips use.
        Raises ValueError if the rule lacks an input, or a quantity belongs to another working.
        """
        if missing := rule.missing(frozenset(inputs)):
            raise ValueError(f"{name}: the rule {rule.key!r} needs {sorted(missing)} as well")
        for source in _quantities_in(inputs.values()):
            if self._quantities.get(source.name) is not source:
                raise ValueError(f"{name}: {source.name!r} is not a quantity of this working")
        step = Step(name, symbol or symbol_of(name), rule, inputs)
        self._add(step)
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
        return tuple(self._asked[name] for name in self._quantities if name in self._asked)

    @property
    def given_values(self) -> Values:
        """The values that the sheet states."""
        return {q.name: q.value for q in self if isinstance(q, Given)}

    @property
    def steps(self) -> tuple[Step, ...]:
        """The derived quantities, in order."""
        return tuple(q for q in self if isinstance(q, Step))

    def following(self, names: Iterable[str]) -> frozenset[str]:
        """The names, and those of all steps that are worked out from what they name."""
        return frozenset().union(*map(self._following_one, names))

    def _following_one(self, name: str) -> frozenset[str]:
        if name not in self._following:
            found = {name}
            for q in self:
                if isinstance(q, Step) and not q.source_names.isdisjoint(found):
                    found.add(q.name)
            self._following[name] = frozenset(found)
        return self._following[name]

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self._quantities.values())

    def __getitem__(self, name: str) -> Quantity:
        return self._quantities[name]

    def evaluate(
        self,
        quantity: Quantity,
        fixed: Mapping[str, Any] | None = None,
        swap: Swap | None = None,
        known: Values | None = None,
    ) -> Any:
        """The value of a quantity, with some values fixed and some steps swapped.

        ``known`` collects the values met on the way, for the next call with the same arguments.
        A fixed value may have made a later step impossible, which then raises what its rule raises.
        """
        known = {} if known is None else known
        fixed = fixed or {}

        def value(q: Quantity) -> Any:
            if q.name in fixed:
                return fixed[q.name]
            if isinstance(q, Given):
                return q.value
            if q.name not in known:
                step = (swap(q) if swap else None) or q.rule
                known[q.name] = step(_inputs(q, value))
            return known[q.name]

        return value(quantity)

    def inputs(self, step: Step, fixed: Mapping[str, Any] | None = None) -> Values:
        """The values that a step's rule is applied to."""
        known: Values = {}
        return _inputs(step, lambda q: self.evaluate(q, fixed, known=known))

    def solve(self, fixed: Mapping[str, Any] | None = None, swap: Swap | None = None) -> Values:
        """The values of all quantities, given ones included."""
        known: Values = {}
        return {q.name: self.evaluate(q, fixed, swap, known) for q in self}

    def solve_in_symbols(self) -> Values:
        """The values of all quantities, exact: rationals, or SymPy expressions where need be."""
        return self.solve(swap=lambda step: step.rule.in_symbols)

    def with_slip(self, key: str, truth: Values | None = None) -> Values:
        """What a student arrives at who makes one mistake wherever it can be made.

        Where the mistake has made a later step impossible (a kernel larger than its input), that
        step and what comes after it are missing. ``truth``, where it is known, saves working out
        what the mistake does not touch.
        """

        def mistaken(step: Step) -> Callable[[Mapping[str, Any]], Any] | None:
            slip = step.slip(key)
            return slip and (lambda inputs: _slip_or_rule(slip, step.rule, inputs))

        if key in self.notations:
            return self._written_otherwise(key, truth)
        changed = self.following(step.name for step in self.steps if step.slip(key))
        values = {n: v for n, v in (truth or {}).items() if n not in changed}
        for step in self.steps:
            try:
                values[step.name] = self.evaluate(step, swap=mistaken, known=values)
            except RULE_ERRORS:
                continue
        return self.given_values | values

    def _written_otherwise(self, key: str, truth: Values | None) -> Values:
        """The right values, each as a mistake writes it that nothing else follows from."""
        right = self.solve() if truth is None else truth
        written = {
            step.name: _slip_or_rule(slip, step.rule, self.inputs(step, right))
            for step in self.steps
            if (slip := step.slip(key))
        }
        return {**right, **written}

    @property
    def slip_keys(self) -> tuple[str, ...]:
        """The keys of all slips that can be made in this working, in the order of its steps."""
        return tuple(dict.fromkeys(slip.key for q in self.steps for slip in q.rule.slips))

    @cached_property
    def last_resorts(self) -> frozenset[str]:
        """The keys of the slips that are told only where no other explains a value."""
        slips = (slip for step in self.steps for slip in step.rule.slips)
        return frozenset(slip.key for slip in slips if slip.last_resort)

    @cached_property
    def notations(self) -> frozenset[str]:
        """The keys of the slips that only write a right value in a wrong way."""
        slips = (slip for step in self.steps for slip in step.rule.slips)
        return frozenset(slip.key for slip in slips if slip.notation)

    @property
    def mistakes(self) -> Mapping[str, str]:
        """For the key of each slip that of the mistake that it comes of; see `Slip`."""
        return {slip.key: slip.mistake for step in self.steps for slip in step.rule.slips}

    def _add(self, quantity: Quantity) -> None:
        if quantity.name in self._quantities:
            raise ValueError(f"there are two quantities of the name {quantity.name!r}")
        self._quantities[quantity.name] = quantity
        self._following.clear()


class Derivation:
    """What follows in a working from some fixed values, each value worked out once."""

    def __init__(self, working: Working, fixed: Mapping[str, Any] | None = None) -> None:
        self.working = working
        self._fixed: Values = dict(fixed or {})
        self._known: Values = {}

    @property
    def fixed(self) -> Mapping[str, Any]:
        """The fixed values, which only ``fix`` changes."""
        return MappingProxyType(self._fixed)

    def fix(self, values: Mapping[str, Any]) -> None:
        """Fix further values; what was worked out from others in their place is forgotten."""
        self._fixed.update(values)
        for name in self.working.following(values):
            self._known.pop(name, None)

    def value(self, quantity: Quantity) -> Any:
        """The value of a quantity. Raises what a rule raises where it cannot be applied."""
        return self.working.evaluate(quantity, self._fixed, known=self._known)

    def value_with(
        self, instead: Mapping[str, Callable[[Mapping[str, Any]], Any]], quantity: Quantity
    ) -> Any:
        """The value of a quantity with some steps, by their names, done in another way: by slips.

        What is done instead of a step's rule is given the same inputs.
        """
        changed = self.working.following(instead)
        known = {name: value for name, value in self._known.items() if name not in changed}
        return self.working.evaluate(
            quantity, self._fixed, swap=lambda step: instead.get(step.name), known=known
        )

    def stands_on(self, step: Step) -> frozenset[tuple[str, int]]:
        """The nearest fixed values from which a step is worked out, by name and identity.

        Derivations of one working in which these are the same give the step the same value, with
        and without slips between.
        """
        found: set[tuple[str, int]] = set()
        todo, seen = [step], {step.name}
        while todo:
            for source in todo.pop().sources:
                if source.name in seen:
                    continue
                seen.add(source.name)
                if source.name in self._fixed:
                    found.add((source.name, id(self._fixed[source.name])))
                elif isinstance(source, Step):
                    todo.append(source)
        return frozenset(found)

    def inputs(self, step: Step) -> Values:
        """The values that a step's rule is applied to."""
        return _inputs(step, self.value)


def _slip_or_rule(slip: Slip, rule: Rule, inputs: Mapping[str, Any]) -> Any:
    """The slip's value, or the true one where the mistake cannot be made on these inputs."""
    try:
        return slip(inputs)
    except RULE_ERRORS:
        return rule(inputs)


def _inputs(step: Step, value: Callable[[Quantity], Any]) -> Values:
    return {name: _resolved(item, value) for name, item in step.inputs.items()}


def _resolved(item: Any, value: Callable[[Quantity], Any]) -> Any:
    if isinstance(item, Given | Step):
        return value(item)
    if isinstance(item, tuple | list):
        return type(item)(_resolved(part, value) for part in item)
    return item


def _quantities_in(items: Iterable[Any]) -> Iterator[Quantity]:
    for item in items:
        if isinstance(item, Given | Step):
            yield item
        elif isinstance(item, tuple | list):
            yield from _quantities_in(item)
