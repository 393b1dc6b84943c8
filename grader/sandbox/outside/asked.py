"""What a sheet asks of a program: values by their names, and the functions that its probes call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from grader.sandbox.outside.program import Cell, Probe, Wanted
from problems.probe import CHANGED, Call, Change, Gather, Put, Use


@dataclass(frozen=True)
class Asked:
    """What is asked, by problem.

    Args:
        wanted: the names of the values to read.
        sought: the names of the functions and classes that probes look for in the program.
        used: all names in the paths of the probes, those of attributes included.
    """

    wanted: Mapping[str, tuple[str, ...]]
    sought: Mapping[str, tuple[str, ...]]
    used: frozenset[str]

    @classmethod
    def of(cls, wanted: Sequence[Wanted], probes: Sequence[Probe]) -> Asked:
        """What is asked for by these together."""
        values: dict[str, tuple[str, ...]] = {}
        for one in wanted:
            values[one.problem] = values.get(one.problem, ()) + one.names
        return cls(values, _sought(probes), _used(probes))

    def problems(self, cells: Sequence[Cell]) -> tuple[str, ...]:
        """The problems that have cells, then those that are asked for and have none."""
        owned = [cell.problem for cell in cells if cell.problem is not None]
        return tuple(dict.fromkeys([*owned, *self.wanted, *self.sought]))

    def names(self, problem: str) -> tuple[str, ...]:
        """The names of a problem that a program is to define."""
        return (*self.wanted.get(problem, ()), *self.sought.get(problem, ()))

    @cached_property
    def contested(self) -> dict[str, tuple[str, ...]]:
        """The names that a problem looks for in the program, as another problem does too.

        One problem's function does not answer for another's.
        """
        asked = Counter(name for names in self.sought.values() for name in names)
        return {
            problem: tuple(name for name in names if asked[name] > 1)
            for problem, names in self.sought.items()
        }


def _sought(probes: Sequence[Probe]) -> dict[str, tuple[str, ...]]:
    sought: dict[str, set[str]] = {}
    for probe in probes:
        calls = [step for step in probe.steps if isinstance(step, Call)]
        heads = {call.function.partition(".")[0] for call in calls}
        own = {call.result for call in calls}
        own |= {step.name for step in probe.steps if isinstance(step, Put | Gather | Use)}
        sought.setdefault(probe.problem, set()).update(heads - own)
    return {problem: tuple(sorted(names)) for problem, names in sought.items()}


def _used(probes: Sequence[Probe]) -> frozenset[str]:
    paths = [
        step.function if isinstance(step, Call) else step.path
        for probe in probes
        for step in probe.steps
        if not isinstance(step, Put | Gather | Use | Change)
    ]
    return frozenset(name for path in paths if path != CHANGED for name in path.split("."))
