"""A student's own machine, on which nothing can be confined: a plain process for each program."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from types import TracebackType

from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.nursery import Child
from grader.sandbox.outside.plain_process import PlainProcess
from grader.sandbox.outside.read_first import ReadFirst
from grader.sandbox.outside.sandbox import lacking, modules_of
from grader.sandbox.wire.level import NONE

_FEW = 1  # processes with the same limits in a row, up to which there may be no next one

_Kind = tuple[tuple[str, ...], Limits]


class OwnMachine:
    """Starts a process when a program has to be run, and the next one while it works.

    No process is started for a program of which all that is asked can be read in its source.
    """

    def __init__(self) -> None:
        self._asked: dict[_Kind, int] = {}
        self._spare: tuple[_Kind, PlainProcess] | None = None

    @property
    def level(self) -> str:
        """There is none."""
        return NONE

    @property
    def is_for_own_files(self) -> bool:
        """Whether nothing is confined, though nobody has asked for that: always."""
        return True

    def modules_for(self, sources: Iterable[str], *, torch: bool) -> tuple[str, ...]:
        """As `Nursery.modules_for`."""
        return modules_of(sources, torch=torch)

    def child(self, modules: tuple[str, ...], limits: Limits) -> Child:
        """As `Nursery.child`; the process is there once something has to be run."""
        return ReadFirst(partial(self._process, modules, limits))

    def _process(self, modules: tuple[str, ...], limits: Limits) -> PlainProcess:
        """A process that waits for requests. Raises MissingModuleError and SandboxFault."""
        kind = modules, limits
        self._asked[kind] = self._asked.get(kind, 0) + 1
        process = self._taken(kind) or PlainProcess(modules, limits)
        if self._asked[kind] > _FEW:
            self._spare = kind, PlainProcess(modules, limits)
        try:
            process.begin()
        except MissingModuleError as error:
            raise lacking(error) from None
        return process

    def _taken(self, kind: _Kind) -> PlainProcess | None:
        """The process in reserve, if it is one of this kind and lives."""
        if self._spare is None:
            return None
        (found, process), self._spare = self._spare, None
        if found == kind and not process.has_ended:
            return process
        process.close()
        return None

    def wait_for_ends(self) -> None:
        """A process is waited for when it is let go."""

    def close(self) -> None:
        """Ends the process in reserve."""
        if self._spare is not None:
            (_, process), self._spare = self._spare, None
            process.close()

    def __enter__(self) -> OwnMachine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
