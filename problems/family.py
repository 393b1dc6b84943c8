"""The record that an exercise family consists of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from problems.frozen import frozen
from problems.names import check_name
from problems.probe import Check, Style
from problems.stream import Stream
from problems.working import Working

Level = Literal["easy", "standard", "hard"]
LEVELS: tuple[Level, ...] = ("easy", "standard", "hard")

LimitName = Literal[
    "call_seconds",
    "total_seconds",
    "cpu_seconds",
    "memory_bytes",
    "file_bytes",
    "log_bytes",
    "result_bytes",
]
"""What a family may limit for the programs that it asks for, where the defaults do not fit it."""

SOUND = ""
"""No reason against a proposal."""

Parameters = Mapping[str, Any]
"""What was drawn for a variant: plain JSON data (a family describes its own by a TypedDict)."""


class NetworkRefusedError(ValueError):
    """A family asks nothing about a lecturer's own network of that kind: why, and what to do."""


@frozen
class ByHand:
    """Values are asked: ``working(parameters)`` holds them and what is asked of them.

    ``tensors`` are parameters of whose cells no size of an answer depends, only on how many there
    are: a sheet that tells sizes is then made without working the answers out.
    """

    working: Callable[[Any], Working]
    tensors: frozenset[str] = frozenset()


@frozen
class InCode:
    """A function, class or model is asked.

    ``names`` are the functions and classes that the student defines, and ``style`` the rules of
    style for them; where variants differ in these, each is a function of the parameters.
    ``checks(parameters, stream)`` gives the probes, whose inputs come from a stream of their own,
    so that a sheet tells nothing about them. The model solution is the template ``solution.py.j2``
    beside the texts, the frame to fill in is ``starter.py.j2``, and ``slips/KEY.py.j2`` is a
    program with one mistake; ``kits`` are packages beside the families whose programs it has as
    well (`problems.kit`).
    ``misread(parameters)`` are other parameters, by the key of the slip with which a program is
    right for one of them: what it is worth shows in the checks of these.
    Raises ReservedNameError for a name that a program cannot define.
    """

    names: tuple[str, ...] | Callable[[Any], tuple[str, ...]]
    checks: Callable[[Any, Stream], Iterable[Check]]
    style: tuple[Style, ...] | Callable[[Any], tuple[Style, ...]] = ()
    torch: bool = False
    kits: tuple[str, ...] = ()
    misread: Callable[[Any], Mapping[str, Sequence[Any]]] = lambda parameters: {}

    def __post_init__(self) -> None:
        if not callable(self.names):
            self.names_for(None)

    def names_for(self, parameters: Any) -> tuple[str, ...]:
        """The functions and classes of a variant. Raises ReservedNameError."""
        names = self.names(parameters) if callable(self.names) else self.names
        for name in names:
            check_name(name, "function or class", "InCode(names=...)")
        return names

    def style_for(self, parameters: Any) -> tuple[Style, ...]:
        """The rules of style of a variant."""
        return self.style(parameters) if callable(self.style) else self.style


@frozen
class Example:
    """A published variant; ``source`` says where.

    ``answers`` has the value of every blank as a student would give it (``416``, ``"1/2"``,
    ``[[1, 2], [3, 4]]``): published, or worked out by hand, and never by code of ours. An exercise
    in code has none: there the rules' worked values do that.
    """

    parameters: Any
    source: str
    answers: Mapping[str, Any] = field(default_factory=dict)


@frozen
class Family:
    """One exercise family.

    ``draw(stream, level)`` proposes parameters. A proposal is drawn again

    - if ``flaws(parameters)`` names something that it lacks, or a step of it is impossible;
    - if it is degenerate (a tie in a maximum, say; see ``Rule.degenerate``) in a way that is not a
      subject of its level in ``subjects``;
    - if its effort, a count of operations, signs and digits, is beyond ``effort``, the least and
      the most of its level;
    - if a mistake of ``core`` (slips by level) would not show, or none of them is told from all
      other slips.

    ``judge(parameters, level)`` says which of that is found first, from the parameters alone, or
    `SOUND` where nothing would be; None where all has to be worked out, which takes many times as
    long. It decides as the rules would, and leaves to them what it is not certain of.
    ``examples`` are published variants, by name, of which nothing of this is asked. ``limits`` are
    those of the programs that it asks for which are not the grader's defaults. ``draw_version``
    goes up by one whenever a seed comes to draw something else: a sheet says by which of them it
    was drawn, so that one handed out before is told from one that somebody has changed.
    ``network(network, level)``, where there is one, gives the parameters of an exercise about a
    lecturer's own network (`problems.network`), or raises NetworkRefusedError.
    """

    key: str
    draw: Callable[[Stream, Level], Any]
    task: ByHand | InCode
    examples: Mapping[str, Example]
    core: Mapping[Level, tuple[str, ...]] = field(default_factory=dict)
    flaws: Callable[[Any], Iterable[str]] = lambda parameters: ()
    judge: Callable[[Any, Level], str | None] = lambda parameters, level: None
    subjects: Mapping[Level, Collection[str]] = field(default_factory=dict)
    effort: Mapping[Level, tuple[int, int]] = field(default_factory=dict)
    limits: Mapping[LimitName, float] = field(default_factory=dict)
    draw_version: int = 1
    network: Callable[[Mapping[str, Any], Level], Any] | None = None

    @property
    def kind(self) -> Literal["hand", "code"]:
        """Whether values or code are asked."""
        return "hand" if isinstance(self.task, ByHand) else "code"
