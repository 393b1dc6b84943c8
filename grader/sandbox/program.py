"""What the sandbox is asked to do: a program in cells, wanted values, and probes."""

from __future__ import annotations

from dataclasses import dataclass

from problems.probe import Call, LoadParameters, ParameterShapes, Put, Read, Set, Step

NUMPY_MEMORY_BYTES = 2 * 1024**3
TORCH_MEMORY_BYTES = 6 * 1024**3


@dataclass(frozen=True)
class Cell:
    """A piece of the student's source.

    Args:
        source: the text, as the student wrote it.
        place: None in a ``.py`` file, where messages read ``line 41``; else a name such as ``cell
        5``, and they read
            ``cell 5, line 3``.
        first_line: the number of the first line of ``source``, from 1.
        problem: the problem that the cell answers, or None.
    """

    source: str
    place: str | None = None
    first_line: int = 1
    problem: str | None = None

    def place_of(self, line: int) -> str:
        """The text for a line of the cell: ``line 41`` or ``cell 5, line 3``."""
        return f"line {line}" if self.place is None else f"{self.place}, line {line}"


@dataclass(frozen=True)
class Wanted:
    """Names whose values are read right after the last cell of ``problem``.

    They are deleted before the first cell of the problem runs. If no cell belongs to the problem,
    they are read at the end of the program.
    """

    problem: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Probe:
    """A script of steps; ``name`` tells it from the problem's other probes."""

    problem: str
    name: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        known: set[str] = set()
        for step in self.steps:
            if isinstance(step, Put):
                known.add(step.name)
            elif isinstance(step, Call):
                needed = {*step.arguments, *step.keywords.values()}
                if needed - known:
                    raise ValueError(
                        f"probe {self.name!r} passes {sorted(needed - known)} to "
                        f"{step.function!r}, but has put or computed only {sorted(known)}"
                    )
                known.add(step.result)
            elif isinstance(step, Set) and (step.name not in known or "." not in step.path):
                raise ValueError(
                    f"probe {self.name!r} sets {step.path!r} to {step.name!r}; it needs "
                    f"a dotted path and one of {sorted(known)}"
                )

    @property
    def observations(self) -> int:
        """How many outcomes the probe gives."""
        return sum(isinstance(step, Read | ParameterShapes) for step in self.steps)


@dataclass(frozen=True)
class Limits:
    """What a program may use; times are wall-clock seconds of the student's own code.

    Args:
        call_seconds: for each top-level statement and each step of a probe.
        total_seconds: for all of them together, restarts included.
        cpu_seconds: of one process, its start included.
        memory_bytes: address space; None takes 2 GiB, or 6 GiB with torch.
        file_bytes: the largest file that may be written.
        open_files: file descriptors.
        result_bytes: one value on its way to the grader.
        all_results_bytes: all values of one execution together.
        log_bytes: how much of what is printed is kept.
        restarts: how often the program is run again because a statement ended its process.
        probe_restarts: the same for probes.
        strikes: after so many time-outs in probes of one problem, its other probes are not run.
        start_seconds: for the start of a process, on the grader's account.
    """

    call_seconds: float = 10.0
    total_seconds: float = 60.0
    cpu_seconds: int = 60
    memory_bytes: int | None = None
    file_bytes: int = 16 * 1024**2
    open_files: int = 64
    result_bytes: int = 64 * 1024**2
    all_results_bytes: int = 256 * 1024**2
    log_bytes: int = 64 * 1024
    restarts: int = 4
    probe_restarts: int = 24
    strikes: int = 2
    start_seconds: float = 120.0

    def memory(self, *, torch: bool) -> int:
        """The address space in bytes that holds with or without torch."""
        if self.memory_bytes is not None:
            return self.memory_bytes
        return TORCH_MEMORY_BYTES if torch else NUMPY_MEMORY_BYTES
