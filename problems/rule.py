"""Rules, and the slips that people make in them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

Function = Callable[..., Any]


class NotApplicableError(Exception):
    """A slip mistakes an input for another that is not in sight where its rule is used."""


@dataclass(frozen=True)
class _Call:
    """What a function takes out of the inputs that are in sight."""

    taken: frozenset[str]
    needed: frozenset[str]
    takes_all: bool

    @classmethod
    def of(cls, function: Function) -> _Call:
        parameters = inspect.signature(function).parameters.values()
        named = [p for p in parameters if p.kind is not p.VAR_KEYWORD]
        return cls(
            taken=frozenset(p.name for p in named),
            needed=frozenset(p.name for p in named if p.default is p.empty),
            takes_all=len(named) < len(parameters),
        )

    def select(self, inputs: Mapping[str, Any]) -> dict[str, Any]:
        if self.takes_all:
            return dict(inputs)
        return {name: value for name, value in inputs.items() if name in self.taken}


@dataclass(frozen=True)
class Slip:
    """A wrong version of one rule: a mistake that people really make.

    ``wrong`` names the inputs that it needs, out of all that are in sight of its rule.
    A key stands for one mistake: where two rules carry the same key, it is the same mistake.
    ``any_value`` says that whatever differs from the truth shows the slip (an input that was
    changed in place may come back as anything); ``wrong`` is then one such value.
    ``crashes`` says that the mistake ends in an error on some inputs and does no harm on the
    others (a batch size that is written into a program); ``wrong`` is then what it does on these.
    ``ends_early`` says that it leaves most undone (a loop that ends with its first turn), so that
    its values do not show that the rest of the work was understood.
    """

    key: str
    wrong: Function
    any_value: bool = False
    crashes: bool = False
    ends_early: bool = False
    _call: _Call = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_call", _Call.of(self.wrong))

    def __call__(self, inputs: Mapping[str, Any]) -> Any:
        """The wrong value. Raises NotApplicableError where an input that it needs is not there."""
        if missing := self.missing(inputs.keys()):
            raise NotApplicableError(f"the slip {self.key!r} needs {sorted(missing)} as well")
        return self.wrong(**self._call.select(inputs))

    def missing(self, names: Set[str]) -> frozenset[str]:
        """The inputs that the slip needs and that are not among the names."""
        return self._call.needed.difference(names)


@dataclass(frozen=True)
class Rule:
    """How one quantity comes from others: a pure function of ``reference``, and its slips.

    A rule is called with everything that is in sight on the sheet where it is used; the function
    takes what it names, and the rest is there for slips that mistake one number for another.

    ``accepts(value, **inputs)`` holds for every right value, where there are several;
    ``alternatives(**inputs)`` lists right values to try where the step was not asked for.
    ``symbolic`` is the same function in exact symbols (SymPy), for worked solutions.
    ``degenerate(**inputs)`` gives the key of what makes these inputs a bad exercise (``"tie"``), or
    None; a draw rejects them unless its level is about that.
    ``operations(**inputs)`` counts what a person works out: products, sums, comparisons. Without it
    a step costs an operation per cell of its value.
    """

    key: str
    function: Function
    slips: tuple[Slip, ...] = ()
    accepts: Function | None = None
    alternatives: Function | None = None
    symbolic: Function | None = None
    degenerate: Function | None = None
    operations: Function | None = None
    _call: _Call = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_call", _Call.of(self.function))
        keys = [slip.key for slip in self.slips]
        if len(set(keys)) < len(keys):
            raise ValueError(f"rule {self.key!r} has two slips of one key: {keys}")

    def __call__(self, inputs: Mapping[str, Any]) -> Any:
        """The true value."""
        return self.function(**self._call.select(inputs))

    def in_symbols(self, inputs: Mapping[str, Any]) -> Any:
        """The true value in exact symbols, or as the rule itself gives it where it is exact."""
        return (self.symbolic or self.function)(**self._call.select(inputs))

    def is_right(self, value: Any, inputs: Mapping[str, Any]) -> bool:
        """Whether the value is one of several right ones; False where a rule has only one."""
        return self.accepts is not None and bool(self.accepts(value, **self._call.select(inputs)))

    def right_values(self, inputs: Mapping[str, Any]) -> tuple[Any, ...]:
        """Right values to try, the canonical one first."""
        if self.alternatives is None:
            return (self(inputs),)
        return tuple(self.alternatives(**self._call.select(inputs)))

    def degeneracy(self, inputs: Mapping[str, Any]) -> str | None:
        """What makes the inputs a bad exercise; None if nothing does."""
        if self.degenerate is None:
            return None
        found: str | None = self.degenerate(**_Call.of(self.degenerate).select(inputs))
        return found

    def operations_on(self, inputs: Mapping[str, Any]) -> int | None:
        """How many operations the rule takes a person; None where it does not say."""
        if self.operations is None:
            return None
        return int(self.operations(**_Call.of(self.operations).select(inputs)))

    def missing(self, names: Set[str]) -> frozenset[str]:
        """The inputs that the rule needs and that are not among the names."""
        return self._call.needed.difference(names)
