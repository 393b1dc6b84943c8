"""Quantities: what a sheet states, and what one rule derives from others.

A step says how it is worked out from the values of its sources, by its rule or by a slip in its
place. Whatever asks for values keeps them by the names of the quantities.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from problems.frozen import frozen
from problems.rule import NotApplicableError, Rule, RuleWith, Selection, Slip

Values = dict[str, Any]

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@lru_cache(maxsize=4096)
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


@frozen(eq=False)
class Given:
    """A quantity that the sheet states; ``symbol`` is how it is written there, in TeX.

    Where it stands there without a symbol, ``meaning`` is the key of the words for it (``[data]``
    of the family's texts), and ``of`` is handed to them: what it belongs to, such as a layer.
    """

    name: str
    symbol: str
    value: Any
    meaning: str = ""
    of: str = ""


@frozen(eq=False)
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
    holding: Collection[str]
    """The names of the inputs that are tuples or lists with quantities in them."""

    @cached_property
    def needed(self) -> tuple[Quantity, ...]:
        """Those of the sources that the rule takes; the others are in sight for its slips."""
        return tuple(quantities_in(self.taken.values()))

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
        if isinstance(how, Slip):
            return how.of(self._arguments(how.selection(self.input_names), values))
        if isinstance(how, Rule):
            return how.of(self._arguments(how.selection(self.input_names), values))
        if isinstance(how, RuleWith):
            selection = how.rule.selection(self.input_names)
            return how.rule.of(self._arguments(selection, values, how.changed))
        return how(self.looked_up(values))

    def _arguments(
        self, selection: Selection, values: Values, changed: Mapping[str, Any] = _NOTHING
    ) -> Values:
        """What a function takes: from the values of the quantities, but for inputs that changed."""
        arguments = self._looked_up(selection.names, values, changed)
        for name, record, fields in selection.made:
            arguments[name] = record(**self._looked_up(fields, values, changed))
        return arguments

    def _looked_up(
        self, names: Sequence[str], values: Values, changed: Mapping[str, Any]
    ) -> Values:
        items, holding = self.inputs, self.holding
        found: Values = {}
        for name in names:
            item = items[name]
            kind = type(item)
            if name in changed:
                found[name] = changed[name]
            elif kind is Step or kind is Given:
                found[name] = values[item.name]
            else:
                found[name] = _resolved(item, values) if name in holding else item
        return found

    def looked_up(self, values: Values) -> Values:
        """All inputs, from the values of the quantities."""
        return self._looked_up(self.input_names, values, _NOTHING)


Quantity = Given | Step

Done = Callable[[Mapping[str, Any]], Any]
"""What is done in a step: its rule, a slip, or another function of its inputs."""

Swap = Callable[[Step], Done | None]
"""What is done in place of a step's rule; None leaves the rule."""


def value_of(quantity: Quantity, values: Values, swap: Swap | None = None) -> Any:
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
            value_of(source, values, swap)
    how = (swap(quantity) if swap else None) or quantity.rule
    value = values[name] = quantity.done(how, values)
    return value


def done_or_right(step: Step, slip: Slip, values: Values) -> Any:
    """What comes of a slip, or the true value where the mistake cannot be made on these inputs."""
    try:
        return step.done(slip, values)
    except RULE_ERRORS:
        return step.done(step.rule, values)


def inputs_of(step: Step, values: Values) -> Values:
    """All inputs of a step; what is not among the values is worked out, which adds it to these."""
    for source in step.sources:
        if source.name not in values:
            value_of(source, values)
    return step.looked_up(values)


def _resolved(item: Any, values: Values) -> Any:
    if isinstance(item, Given | Step):
        return values[item.name]
    if isinstance(item, tuple | list):
        return type(item)(_resolved(part, values) for part in item)
    return item


def quantities_in(items: Iterable[Any]) -> list[Quantity]:
    """The quantities among some inputs, also inside of tuples and lists."""
    found: list[Quantity] = []
    for item in items:
        kind = type(item)
        if kind is Step or kind is Given:
            found.append(item)
        elif (kind is tuple or kind is list) and not _PLAIN.issuperset(map(type, item)):
            found += quantities_in(item)
    return found


_PLAIN = frozenset((int, str))
"""What is no quantity, and has none in it."""
