"""Rules, and the slips that people make in them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping, Set
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

from problems.frozen import frozen
from reference.errors import ShapeError
from reference.geometry import Geometry, PoolWindow

Function = Callable[..., Any]

_FIELDS: Mapping[str, tuple[type[Geometry | PoolWindow], tuple[str, ...]]] = {
    name: (record, tuple(f.name for f in fields(record)))
    for name, record in (("geometry", Geometry), ("window", PoolWindow))
}


Made: TypeAlias = tuple[str, type[Geometry | PoolWindow], tuple[str, ...]]
"""An input that is made of others: its name, its type, and the names of its fields in sight."""


class NotApplicableError(Exception):
    """A slip mistakes an input for another that is not in sight where its rule is used."""


class WouldFailError(NotApplicableError):
    """A slip ends in an error on these inputs, and so does a program with it.

    ``numbers`` are those that Python tells with the error: lengths that differ, or an index and
    the length that it is beyond. Its message has one of the ``words``, if there are any.
    """

    def __init__(self, *numbers: int, words: tuple[str, ...] = ()) -> None:
        super().__init__(f"such a program would fail: {numbers}")
        self.numbers = frozenset(numbers)
        self.words = words


@frozen(eq=False)
class Selection:
    """What a function takes of inputs of certain names: these as they are, and records of them.

    ``made`` has, for each record (a geometry, a window), its type and the names of its fields that
    are in sight. ``lacking`` are the names that it needs and that are not in sight.
    """

    names: tuple[str, ...]
    made: tuple[Made, ...]
    lacking: frozenset[str]

    def arguments(self, inputs: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of the function, out of the values of all inputs."""
        arguments = {name: inputs[name] for name in self.names}
        for name, record, own in self.made:
            arguments[name] = record(**{each: inputs[each] for each in own})
        return arguments


@dataclass(frozen=True, eq=False)
class _Call:
    """What a function takes out of the inputs that are in sight.

    ``made`` are the inputs that are made of their fields where these are in sight instead: a
    ``geometry`` of ``stride``, ``padding``, ``dilation``, ``groups`` and ``mode``, as far as they
    are there, and a ``window`` of ``kernel`` and the other fields of a `PoolWindow`.
    What is taken depends on the names in sight alone, so that it is found once for these.
    """

    taken: frozenset[str]
    needed: frozenset[str]
    made: tuple[str, ...]
    takes_all: bool
    _selections: dict[tuple[str, ...], Selection] = field(default_factory=dict, repr=False)

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, function: Function) -> _Call:
        parameters = inspect.signature(function).parameters.values()
        named = [p for p in parameters if p.kind is not p.VAR_KEYWORD]
        return cls(
            taken=frozenset(p.name for p in named),
            needed=frozenset(p.name for p in named if p.default is p.empty),
            made=tuple(p.name for p in named if p.name in _FIELDS),
            takes_all=len(named) < len(parameters),
        )

    def selection(self, names: tuple[str, ...]) -> Selection:
        """What is taken where these names are in sight."""
        found = self._selections.get(names)
        if found is None:
            found = self._selections[names] = self._selected(names)
        return found

    def _selected(self, names: tuple[str, ...]) -> Selection:
        if self.takes_all:
            return Selection(names, (), self.missing(frozenset(names)))
        seen = frozenset(names)
        made = []
        for name in self.made:
            if name not in seen and _can_be_made(name, seen):
                record, own = _FIELDS[name]
                made.append((name, record, tuple(each for each in own if each in seen)))
        taken = tuple(name for name in names if name in self.taken)
        return Selection(taken, tuple(made), self.missing(seen))

    def select(self, inputs: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of the function."""
        return self.selection(tuple(inputs)).arguments(inputs)

    def missing(self, names: Set[str]) -> frozenset[str]:
        lacking = self.needed.difference(names)
        return frozenset(name for name in lacking if not _can_be_made(name, names))


def _can_be_made(name: str, names: Set[str]) -> bool:
    """Whether a geometry or a window has fields in sight: one of them, but a window its kernel."""
    if name == "window":
        return "kernel" in names
    return name in _FIELDS and not names.isdisjoint(_FIELDS[name][1])


@frozen
class Slip:
    """A wrong version of one rule: a mistake that people really make.

    ``wrong`` names the inputs that it needs, out of all that are in sight of its rule.
    A key stands for one mistake: where two rules carry the same key, it is the same mistake.
    ``other_ways`` are functions like ``wrong`` for a mistake that is made in several ways, which
    give other values (gradients assigned window by window, or tap by tap).
    ``any_value`` says that whatever differs from the truth shows the slip (an input that was
    changed in place may come back as anything); ``wrong`` is then one such value.
    ``crashes`` says that the mistake ends in an error on some inputs and does no harm on the
    others (a batch size that is written into a program); ``wrong`` is then what it does on these.
    ``mistake`` is the key of another slip where both come of one misconception, so that who has it
    is charged once (who leaves out strides does so in the sizes of maps and in receptive fields).
    ``ends_early`` says that it leaves most undone (a loop that ends with its first turn), so that
    its values do not show that the rest of the work was understood.
    ``leaves_out`` are inputs that it ignores by its nature: that its values depend on all others is
    evidence of the rest.
    ``must_show`` are numbers among the inputs, such as a stride, on which its values have to depend
    where the true ones do: else more was left out than the slip is, and they are no evidence of it.
    ``notation`` says that a right value is written in a wrong way (a shape with the batch in
    front), so that what follows goes on from the value that is meant.
    ``last_resort`` says that it is named only where no other slip gives as much of what came: it
    fits much that has a name of its own.
    ``by_kind`` says that it is made in one kind of layer and not in another (pooling has an option
    to round up), so that what is right in a layer of another kind says nothing against it.
    ``may_fail`` says that it ends in an error on some inputs, or on all: its functions raise
    `WouldFailError` there, and what came is explained only where a program failed in this way.
    ``keeps_cells`` says that it was made after the work: the cells that are right were worked out,
    so that they earn their part where a blank is marked by its cells.
    ``throughout`` says that it is named only where it gives what came in all checks, since it gives
    whatever comes in one alone.
    ``place_alone`` says that only a place is told otherwise (lines are counted from 0), and that
    what stands there was found: it is not named where all other answers are wrong without a name.
    """

    key: str
    wrong: Function
    any_value: bool = False
    crashes: bool = False
    ends_early: bool = False
    mistake: str = ""
    other_ways: tuple[Function, ...] = ()
    last_resort: bool = False
    may_fail: bool = False
    by_kind: bool = False
    leaves_out: frozenset[str] = frozenset()
    must_show: frozenset[str] = frozenset()
    notation: bool = False
    keeps_cells: bool = False
    throughout: bool = False
    place_alone: bool = False

    def __post_init__(self) -> None:
        if not self.mistake:
            object.__setattr__(self, "mistake", self.key)

    @cached_property
    def _call(self) -> _Call:
        return _Call.of(self.wrong)  # most slips are never tried: a right sheet needs none

    @cached_property
    def ways(self) -> tuple[Slip, ...]:
        """The slip in each way in which it is made, the first of all as it is."""
        return (self, *(replace(self, wrong=other, other_ways=()) for other in self.other_ways))

    def __call__(self, inputs: Mapping[str, Any]) -> Any:
        """The wrong value. Raises NotApplicableError where an input that it needs is not there."""
        return self.wrong(**self.selection(tuple(inputs)).arguments(inputs))

    def selection(self, names: tuple[str, ...]) -> Selection:
        """What it takes of inputs of these names. Raises NotApplicableError if one is lacking."""
        selection = self._call.selection(names)
        if selection.lacking:
            needed = sorted(selection.lacking)
            raise NotApplicableError(f"the slip {self.key!r} needs {needed} as well")
        return selection

    def of(self, arguments: Mapping[str, Any]) -> Any:
        """As a call with what it takes, and nothing else."""
        return self.wrong(**arguments)

    def missing(self, names: Set[str]) -> frozenset[str]:
        """The inputs that the slip needs and that are not among the names."""
        return self._call.missing(names)


@frozen
class Rule:
    """How one quantity comes from others: a pure function of ``reference``, and its slips.

    A rule is called with everything that is in sight on the sheet where it is used; the function
    takes what it names, and the rest is there for slips that mistake one number for another. Who
    names ``geometry`` (or the ``window`` of a pooling) gets it of the fields that are in sight.

    ``accepts(value, **inputs)`` holds for every right value, where there are several;
    ``alternatives(**inputs)`` lists right values to try where the step was not asked for.
    ``symbolic`` is the same function in exact symbols (SymPy), for worked solutions.
    ``degenerate(**inputs)`` gives the key of what makes these inputs a bad exercise (``"tie"``), or
    None; a draw rejects them unless its level is about that.
    ``operations(**inputs)`` counts what a person works out: products, sums, comparisons. Without it
    a step costs an operation per cell of its value.
    ``lenient`` is worked out where the function refuses inputs to which only a mistake leads
    (channels that groups do not divide), so that what follows from the mistake can still be judged.
    ``carried(value, **inputs)`` holds for a wrong value of a program that follows rightly from
    what the program made of the steps before; what they gave is among the inputs, where it is
    known.
    ``together(checks)`` takes the triples ``(key of the rule, value, inputs)`` of what came in each
    check of all rules that have the same such function, and gives for each of them further inputs,
    which the values tell together. It raises ShapeError for values that tell nothing.
    """

    key: str
    function: Function
    slips: tuple[Slip, ...] = ()
    accepts: Function | None = None
    alternatives: Function | None = None
    symbolic: Function | None = None
    degenerate: Function | None = None
    operations: Function | None = None
    lenient: Function | None = None
    carried: Function | None = None
    together: Function | None = None

    def __post_init__(self) -> None:
        keys = [slip.key for slip in self.slips]
        if len(set(keys)) < len(keys):
            raise ValueError(f"rule {self.key!r} has two slips of one key: {keys}")

    @cached_property
    def _call(self) -> _Call:
        return _Call.of(self.function)

    def __hash__(self) -> int:
        """That of its key: to hash all slips and their fields takes as long as to work it out."""
        return hash(self.key)

    @cached_property
    def slips_by_key(self) -> Mapping[str, Slip]:
        """The slips, each by its key, in their order."""
        return MappingProxyType({slip.key: slip for slip in self.slips})

    @cached_property
    def mistakes(self) -> Mapping[str, str]:
        """For the key of each slip that of the mistake that it comes of."""
        return MappingProxyType({slip.key: slip.mistake for slip in self.slips})

    @cached_property
    def notations(self) -> frozenset[str]:
        """The keys of the slips that only write a right value in a wrong way."""
        return frozenset([slip.key for slip in self.slips if slip.notation])

    @cached_property
    def last_resorts(self) -> frozenset[str]:
        """The keys of the slips that are told only where no other explains a value."""
        return frozenset([slip.key for slip in self.slips if slip.last_resort])

    def __call__(self, inputs: Mapping[str, Any]) -> Any:
        """The true value, or what `lenient` makes of inputs that have none."""
        return self.of(self._call.select(inputs))

    def selection(self, names: tuple[str, ...]) -> Selection:
        """What it takes of inputs of these names."""
        return self._call.selection(names)

    def of(self, arguments: Mapping[str, Any]) -> Any:
        """As a call with what the function takes, and nothing else."""
        if self.lenient is None:
            return self.function(**arguments)
        try:
            return self.function(**arguments)
        except ShapeError:
            return self.lenient(**arguments)

    def taken(self, inputs: Mapping[str, Any]) -> dict[str, Any]:
        """Those of the inputs in sight that the value is worked out from."""
        selection = self._call.selection(tuple(inputs))
        fields = {each for made in self._call.made for each in _FIELDS[made][1]}
        return {n: v for n, v in inputs.items() if n in selection.names or n in fields}

    def in_symbols(self, inputs: Mapping[str, Any]) -> Any:
        """The true value in exact symbols, or as the rule itself gives it where it is exact."""
        return (self.symbolic or self.function)(**self._call.select(inputs))

    def is_right(self, value: Any, inputs: Mapping[str, Any]) -> bool:
        """Whether the value is one of several right ones; False where a rule has only one."""
        return self.accepts is not None and bool(self.accepts(value, **self._call.select(inputs)))

    def is_carried(self, value: Any, inputs: Mapping[str, Any]) -> bool:
        """Whether a wrong value follows rightly from the program's own earlier ones."""
        if self.carried is None:
            return False
        call = _Call.of(self.carried)
        if call.missing(inputs.keys() | {"value"}):
            return False
        return bool(self.carried(value=value, **call.select(inputs)))

    def right_values(self, inputs: Mapping[str, Any]) -> tuple[Any, ...]:
        """Right values to try, the canonical one first."""
        if self.alternatives is None:
            return (self(inputs),)
        return tuple(self.alternatives(**self._call.select(inputs)))

    def leaves_choice(self, inputs: Mapping[str, Any]) -> bool:
        """Whether there is more than one right value."""
        return self.alternatives is not None and len(self.right_values(inputs)) > 1

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
        return self._call.missing(names)

    def but(
        self,
        key: str | None = None,
        *,
        without: Collection[str] = (),
        first: Collection[Slip] = (),
        also: Collection[Slip] = (),
        **changes: Any,
    ) -> Rule:
        """The rule under its own key or another, with some slips left out and others added.

        ``without`` are keys, ``first`` goes before the slips that stay and ``also`` after them. A
        slip of the key of one that stays is refused, so a slip is replaced by leaving it out as
        well. ``changes`` are other fields: ``rule.but(function=other)`` is worked out by another
        function. Raises ValueError for a key in ``without`` that no slip has.
        """
        keys = [slip.key for slip in self.slips]
        if unknown := sorted(set(without).difference(keys)):
            raise ValueError(
                f"rule {self.key!r} has no slips {', '.join(unknown)} to leave out; it has "
                f"{', '.join(keys) or 'none'}"
            )
        kept = (slip for slip in self.slips if slip.key not in without)
        return replace(
            self, key=self.key if key is None else key, slips=(*first, *kept, *also), **changes
        )


@frozen(eq=False)
class RuleWith:
    """A rule of which some inputs are others than those in sight."""

    rule: Rule
    changed: Mapping[str, Any]

    def __call__(self, inputs: Mapping[str, Any]) -> Any:
        """The value from these inputs with the changed ones. Raises as the rule does."""
        return self.rule({**inputs, **self.changed})
