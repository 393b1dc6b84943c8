"""Where a file is run that is somebody's own: confined if that can be had, and else as it is."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING

from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.nursery import Child, Nursery
from grader.sandbox.outside.sandbox import NUMPY_MODULES, NoSandboxError, Sandbox

if TYPE_CHECKING:
    from grader.sandbox.outside.own_machine import OwnMachine


class OwnFile:
    """A sandbox as long as it can confine programs, and the plain machine from where it cannot.

    To run one's own program is no more than its author does anyway. Nobody else's is to be run so:
    use a `Sandbox` for these, which refuses.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._machine: OwnMachine | None = None

    @property
    def level(self) -> str:
        """As `Nursery.level`."""
        return self._chosen.level

    @property
    def is_for_own_files(self) -> bool:
        """As `Nursery.is_for_own_files`."""
        return self._chosen.is_for_own_files

    @property
    def _chosen(self) -> Nursery:
        if self._machine is None:
            try:
                self._sandbox.server(NUMPY_MODULES)
            except NoSandboxError:
                self._machine = _own_machine()
        return self._machine or self._sandbox

    def start_early(self) -> None:
        """Starts a fork server, where there are any."""
        self._sandbox.start_early()

    def modules_for(self, sources: Iterable[str], *, torch: bool) -> tuple[str, ...]:
        """As `Nursery.modules_for`."""
        return self._sandbox.modules_for(sources, torch=torch)

    def child(self, modules: tuple[str, ...], limits: Limits) -> Child:
        """As `Nursery.child`."""
        if self._machine is None:
            try:
                return self._sandbox.child(modules, limits)
            except NoSandboxError:
                self._machine = _own_machine()
        return self._machine.child(modules, limits)

    def wait_for_ends(self) -> None:
        """As `Nursery.wait_for_ends`."""
        (self._machine or self._sandbox).wait_for_ends()

    def close(self) -> None:
        """Ends all processes."""
        self._sandbox.close()
        if self._machine is not None:
            self._machine.close()

    def __enter__(self) -> OwnFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _own_machine() -> OwnMachine:
    from grader.sandbox.outside.own_machine import OwnMachine  # which few need

    return OwnMachine()
