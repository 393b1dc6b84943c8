"""The working of a variant: its quantities, and how each comes from others.

A working is the worked solution, as data: a small acyclic graph whose quantities stand in the
order in which a person would work them out. Whatever is asked of it (the truth, a student's own
graph, a slip carried through) is one evaluation with other values fixed or other steps swapped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np

from problems.forms import Form, has_size
from problems.names import check_name
from problems.rule import NotApplicableError, Rule, RuleWith, Slip, Taker
from problems.table import Cell, Table

Values = dict[str, Any]


@lru_cache(maxsize=4096)
def symbol_of(name: str) -> str:
    """How a quantity is written that has no symbol of its own: one letter as such, or as code."""
    if len(name) == 1:
        return name
    return rf"\mathtt{{{name.replace('_', chr(92) + '_')}}}"


SEVERAL_RIGHT_VALUES = "several right values"
"""What a level teaches on which a rule leaves a choice."""

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
    input_names: tuple[str, ...]
    sources: tuple[Quantity, ...]
    """The quantities from which this one is derived."""

    @cached_property
    def needed(self) -> tuple[Quantity, ...]:
        """Those of the sources that the rule takes; the others are in sight for its slips."""
        return tuple(_quantities_in(self.taken.values()))

    @cached_property
    def taken(self) -> Values:
        """The inputs that the rule takes."""
        return self.rule.taken(self.inputs)

    @cached_property
    def source_names(self) -> frozenset[str]:
        """The names of the sources."""
        return frozenset([source.name for source in self.sources])

    def slip(self, key: str) -> Slip | None:
        """The slip of this key in the step's rule, if it has one."""
        return self.rule.slips_by_key.get(key)

    def done(self, how: Done, values: Values) -> Any:
        """What comes of the step if its rule, a slip or another function is applied to values.

        Of the inputs those are looked up that a rule or slip takes; another function gets all.
        """
        if isinstance(how, _WAYS):
            return how.on(self.input_names, self.taker(values))
        return how(self.taker(values)(self.input_names))

    @cached_property
    def _plan(self) -> tuple[Values, tuple[tuple[str, str], ...], tuple[str, ...]] | None:
        """What the rule takes: what is always the same, quantities by name, and what holds some.

        None where it takes a record that is made of quantities.
        """
        names, made = self.rule.takes(self.input_names)
        same: Values = {}
        named: list[tuple[str, str]] = []
        holding: list[str] = []
        for name in names:
            item = self.inputs[name]
            if isinstance(item, Given | Step):
                named.append((name, item.name))
            elif _quantities_in((item,)):
                holding.append(name)
            else:
                same[name] = item
        for name, record, fields in made:
            parts = {each: self.inputs[each] for each in fields}
            if _quantities_in(parts.values()):
                return None
            same[name] = record(**parts)
        return same, tuple(named), tuple(holding)

    def by_rule(self, values: Values) -> Any:
        """What comes of the step by its rule: ``done(rule, values)``, planned for many times."""
        if self._plan is None:
            return self.done(self.rule, values)
        same, named, holding = self._plan
        arguments = same.copy()
        for name, source in named:
            arguments[name] = values[source]
        for name in holding:
            arguments[name] = _resolved(self.inputs[name], values)
        return self.rule.of(arguments)

    def taker(self, values: Values) -> Taker:
        """What gives the inputs of some names, out of the values of the quantities."""
        items = self.inputs

        def taken(names: Iterable[str]) -> Values:
            found: Values = {}
            for name in names:
                item = items[name]
                kind = type(item)
                if kind is Step or kind is Given:
                    found[name] = values[item.name]
                else:
                    found[name] = _resolved(item, values) if kind is tuple or kind is list else item
            return found

        return taken


Quantity = Given | Step

_WAYS = (Rule, Slip, RuleWith)
"""What looks up the inputs that it takes, and no others."""

Done = Callable[[Mapping[str, Any]], Any]
"""What is done in a step: its rule, a slip, or another function of its inputs."""

Swap = Callable[[Step], Done | None]
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
        self._in_order: tuple[Asked, ...] | None = None
        self._told: dict[str, Told] = {}
        self._tables: dict[str, Table] = {}
        self._given: Values = {}
        self._steps: dict[str, Step] = {}
        self._steps_in_order: tuple[Step, ...] = ()
        self._following: dict[str, frozenset[str]] = {}
        self._bits: dict[str, int] = {}
        self._grounds: dict[str, int] = {}

    def given(self, name: str, value: Any, symbol: str = "") -> Given:
        """Add a quantity that the sheet states, and how it is written there, in TeX."""
        given = Given(name, symbol or symbol_of(name), value)
        self._add(given)
        self._given[name] = value
        return given

    def derive(self, name: str, rule: Rule, symbol: str = "", **inputs: Any) -> Step:
        """Add a quantity that a rule gives.

        ``inputs`` are quantities or plain values by the names that the rule and its slips use.
        Raises ValueError if the rule lacks an input, or a quantity belongs to another working.
        """
        names = tuple(inputs)
        if missing := rule.lacking(names):
            raise ValueError(f"{name}: the rule {rule.key!r} needs {sorted(missing)} as well")
        sources = tuple(_quantities_in(inputs.values()))
        for source in sources:
            if self._quantities.get(source.name) is not source:
                raise ValueError(f"{name}: {source.name!r} is not a quantity of this working")
        step = Step(name, symbol or symbol_of(name), rule, inputs, names, sources)
        self._add(step, sources)
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
        every = [self._following_one(name) for name in names]
        return every[0] if len(every) == 1 else frozenset().union(*every)

    def _following_one(self, name: str) -> frozenset[str]:
        if name not in self._following:
            bit = self._bits[name]
            found = [each for each, grounds in self._grounds.items() if grounds & bit]
            self._following[name] = frozenset(found)
        return self._following[name]

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
        return _value(quantity, self._given | dict(fixed or {}), swap)

    def inputs(self, step: Step, fixed: Mapping[str, Any] | None = None) -> Values:
        """The values that a step's rule is applied to."""
        return _inputs(step, self._given | dict(fixed or {}))

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
                values[name] = _done_or_right(step, slip, values) if slip else step.by_rule(values)
            except RULE_ERRORS:
                continue
        return values

    def _written_otherwise(self, key: str, truth: Values | None) -> Values:
        """The right values, each as a mistake writes it that nothing else follows from."""
        right = self.solve() if truth is None else truth
        written = {
            step.name: _done_or_right(step, slip, right)
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

    @cached_property
    def mistakes(self) -> Mapping[str, str]:
        """For the key of each slip that of the mistake that it comes of; see `Slip`."""
        return {slip.key: slip.mistake for step in self.steps for slip in step.rule.slips}

    def _add(self, quantity: Quantity, sources: Iterable[Quantity] = ()) -> None:
        """Have a quantity, and what it stands on as bits: its own and those of its sources."""
        name = quantity.name
        if name in self._quantities:
            raise ValueError(f"there are two quantities of the name {name!r}")
        grounds = bit = 1 << len(self._quantities)
        for source in sources:
            grounds |= self._grounds[source.name]
        self._quantities[name] = quantity
        self._following.clear()
        self._bits[name], self._grounds[name] = bit, grounds


class Derivation:
    """What follows in a working from some fixed values, each value worked out once."""

    def __init__(
        self,
        working: Working,
        fixed: Mapping[str, Any] | None = None,
        tried: dict[tuple[Any, ...], Any] | None = None,
    ) -> None:
        self.working = working
        self.tried: dict[tuple[Any, ...], Any] = {} if tried is None else tried
        """What came of trials (see `Trials`), which several derivations may share."""
        self._fixed: Values = dict(fixed or {})
        self._values: Values = working.given_values | self._fixed
        self.fixed: Mapping[str, Any] = MappingProxyType(self._fixed)
        """The fixed values, which only ``fix`` changes."""

    def fix(self, values: Mapping[str, Any]) -> None:
        """Fix further values; what was worked out from others in their place is forgotten."""
        known, fixed = self._values, self._fixed
        # Of what has not been worked out yet, nothing has been worked out that follows from it.
        changed = [n for n, v in values.items() if n in known and not is_same(known[n], v)]
        fixed.update(values)
        for name in self.working.following(changed):
            if name in known and name not in fixed:
                del known[name]
        known.update(values)

    def value(self, quantity: Quantity) -> Any:
        """The value of a quantity. Raises what a rule raises where it cannot be applied."""
        values, name = self._values, quantity.name
        return values[name] if name in values else _value(quantity, values)

    def value_with(self, instead: Mapping[str, Done], quantity: Quantity) -> Any:
        """The value of a quantity with some steps, by their names, done in another way: by slips.

        What is done instead of a step's rule is given the same inputs.
        """
        if quantity.name in self._fixed or isinstance(quantity, Given):
            return self._values[quantity.name]
        if len(instead) == 1 and quantity.name in instead:  # as most slips are tried
            for source in quantity.sources:
                if source.name not in self._values:
                    _value(source, self._values)
            return quantity.done(instead[quantity.name], self._values)
        changed = self.working.following(instead)
        self._work_out_before(quantity, changed)
        values = {n: v for n, v in self._values.items() if n not in changed or n in self._fixed}
        return _value(quantity, values, lambda step: instead.get(step.name))

    def value_if(self, given: Mapping[str, Any], quantity: Quantity) -> Any:
        """The value of a quantity if given ones, by their names, had been other values."""
        changed = self.working.following(given)
        kept = {n: v for n, v in self._values.items() if n not in changed or n in self._fixed}
        return _value(quantity, {**given, **kept})

    def degeneracy(self, step: Step, taught: Collection[str] = ()) -> str | None:
        """What makes the inputs of a step a bad exercise, a choice of its value too; or None.

        What is taught is none. Raises what a rule raises where it cannot be applied.
        """
        self.value(step)
        key = step.rule.degeneracy_on(step.input_names, step.taker(self._values))
        if key is not None and key not in taught:
            return key
        if step.rule.alternatives is None or SEVERAL_RIGHT_VALUES in taught:
            return None
        return SEVERAL_RIGHT_VALUES if step.rule.leaves_choice(self.inputs(step)) else None

    def _work_out_before(self, step: Step, changed: Set[str]) -> None:
        """Work out what a step comes from and what does not change, once for all changes."""
        for source in step.sources:
            if source.name not in changed:
                if source.name not in self._values:
                    _value(source, self._values)
            elif isinstance(source, Step) and source.name not in self._fixed:
                self._work_out_before(source, changed)

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
        return _inputs(step, self._values)


def _value(quantity: Quantity, values: Values, swap: Swap | None = None) -> Any:
    """The value of a quantity: one of the values, or worked out, which adds it and others to these.

    All that a step has in sight is worked out before it, whether or not its rule takes it.
    """
    name = quantity.name
    if name in values:
        return values[name]
    if isinstance(quantity, Given):
        raise KeyError(f"{name} is given, and has to be among the values")
    for source in quantity.sources:
        if source.name not in values:
            _value(source, values, swap)
    how = (swap(quantity) if swap else None) or quantity.rule
    value = values[name] = quantity.done(how, values)
    return value


def is_same(a: Any, b: Any) -> bool:
    """Whether two values are of one kind and equal, so that the same follows from both.

    It says no of what is neither a number, a word nor an array or tuple of these, but for one that
    is the very same.
    """
    if a is b:
        return True
    kind = type(a)
    if kind is not type(b):
        return False
    if kind is np.ndarray:
        if a.dtype != b.dtype or a.shape != b.shape:
            return False
        if a.dtype != object:
            return bool(a.tobytes() == b.tobytes())
        return _are_same(a.ravel().tolist(), b.ravel().tolist())
    if kind is tuple:
        return _are_same(a, b)
    if kind is float:
        return bool(a.hex() == b.hex())  # which tells apart the two zeros
    return kind in _EXACT and bool(a == b)


def _are_same(cells: Sequence[Any], others: Sequence[Any]) -> bool:
    kinds = list(map(type, cells))
    if kinds != list(map(type, others)):
        return False
    return cells == others if _EXACT.issuperset(kinds) else all(map(is_same, cells, others))


_EXACT = frozenset((int, Fraction, bool, str))
"""What is the same if it is equal and of one kind."""


def _done_or_right(step: Step, slip: Slip, values: Values) -> Any:
    """What comes of a slip, or the true value where the mistake cannot be made on these inputs."""
    try:
        return step.done(slip, values)
    except RULE_ERRORS:
        return step.by_rule(values)


def _inputs(step: Step, values: Values) -> Values:
    for source in step.sources:
        _value(source, values)
    return {name: _resolved(item, values) for name, item in step.inputs.items()}


def _resolved(item: Any, values: Values) -> Any:
    if isinstance(item, Given | Step):
        return values[item.name]
    if isinstance(item, tuple | list):
        return type(item)(_resolved(part, values) for part in item)
    return item


def _quantities_in(items: Iterable[Any]) -> list[Quantity]:
    found: list[Quantity] = []
    for item in items:
        kind = type(item)
        if kind is Step or kind is Given:
            found.append(item)
        elif (kind is tuple or kind is list) and not _PLAIN.issuperset(map(type, item)):
            found += _quantities_in(item)
    return found


_PLAIN = frozenset((int, str))
"""What is no quantity, and has none in it."""
