"""What the sandbox is asked to do: a program in cells, wanted values, and probes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field
from functools import cached_property

from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import Outcome
from problems.frozen import frozen
from problems.probe import Call, Change, Gather, LoadParameters, Put, Reading, Step, Use

_EXPORTED = re.compile(r"^# In ?\[[\d ]*\]:?[ \t]*$|^[ \t]*get_ipython\(\)\.", re.MULTILINE)
"""What nbconvert and Colab write for the border of a cell, and for a magic."""

__all__ = ["Cell", "Limits", "Probe", "Wanted"]


@frozen
class Cell:
    """A piece of the student's source.

    Args:
        source: the text, as the student wrote it.
        place: None in a ``.py`` file, where messages read ``line 41``; else a name such as
            ``cell 5``, and they read ``cell 5, line 3``.
        first_line: the number of the first line of ``source``, from 1.
        problem: the problem that the cell answers, or None.
    """

    source: str
    place: str | None = None
    first_line: int = 1
    problem: str | None = None

    @property
    def is_of_notebook(self) -> bool:
        """Whether it is a cell of a notebook, or of a file that a tool has made of one."""
        return self.place is not None or _EXPORTED.search(self.source) is not None

    def place_of(self, line: int) -> str:
        """The text for a line of the cell: ``line 41`` or ``cell 5, line 3``."""
        return f"line {line}" if self.place is None else f"{self.place}, line {line}"


@frozen
class Wanted:
    """Names whose values are read right after the last cell of ``problem``.

    They are deleted before the first cell of the problem runs. If no cell belongs to the problem,
    they are read at the end of the program.
    """

    problem: str
    names: tuple[str, ...]


@frozen
class Probe:
    """A script of steps; ``name`` tells it from the problem's other probes.

    ``meanwhile`` is for the grader to do while the child is at work on what is optional. The steps
    from ``last_from`` on are left out if ``is_settled`` by what came of those before.

    Raises ValueError when a step uses a name that no earlier step has put or computed.
    """

    problem: str
    name: str
    steps: tuple[Step, ...]
    optional_from: int | None = None
    alike: tuple[tuple[int, int], ...] = ()
    meanwhile: Callable[[], None] | None = field(default=None, compare=False)
    last_from: int | None = None
    is_settled: Callable[[Sequence[Outcome]], bool] = field(
        default=lambda seen: False, compare=False
    )

    def __post_init__(self) -> None:
        known: set[str] = set()
        for step in self.steps:
            if isinstance(step, Put | Use):
                known.add(step.name)
            elif isinstance(step, Gather):
                if lacking := set(step.parts) - known:
                    raise ValueError(
                        f"probe {self.name!r} gathers {sorted(lacking)} in {step.name!r}, but has "
                        f"put or computed only {sorted(known)}"
                    )
                known.add(step.name)
            elif isinstance(step, Call):
                needed = {*step.arguments, *step.keywords.values()}
                if needed - known:
                    raise ValueError(
                        f"probe {self.name!r} passes {sorted(needed - known)} to "
                        f"{step.function!r}, but has put or computed only {sorted(known)}"
                    )
                known.add(step.result)

    @cached_property
    def observations(self) -> int:
        """How many outcomes the probe gives."""
        return sum(isinstance(step, Reading) for step in self.steps)

    @cached_property
    def required_observations(self) -> int:
        """How many of them the steps give that are carried out in any case."""
        return sum(isinstance(step, Reading) for step in self.required)

    @property
    def required(self) -> Sequence[Step]:
        """The steps that are carried out in any case."""
        return self.steps[: self.optional_from]

    @property
    def afresh(self) -> Probe | None:
        """The optional steps alone, in which no model is left from those before; None if one is."""
        if not self.optional or any(isinstance(step, LoadParameters) for step in self.steps):
            return None
        changes = [step for step in self.required if isinstance(step, Change)]
        return Probe(self.problem, self.name, (*changes, *self.optional))

    @property
    def optional(self) -> Sequence[Step]:
        """Those that are carried out after them as far as there is time."""
        return () if self.optional_from is None else self.steps[self.optional_from :]

    @property
    def last(self) -> Sequence[Step]:
        """Those of them that may turn out not to be needed."""
        return () if self.last_from is None else self.steps[self.last_from :]
