"""Where programs are run: fork servers at the best level of confinement that the machine has."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from types import TracebackType

from grader.sandbox.outside.forkserver import (
    ForkServer,
    ForkServerLostError,
    MissingModuleError,
    NotConfinedError,
)
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.process import ChildProcess
from grader.sandbox.outside.spare import Spare
from grader.sandbox.wire.level import CONTAINER, LEVELS, ROOT

NUMPY_MODULES = ("numpy", "numpy.random", "random", "fractions")
TORCH_MODULES = (*NUMPY_MODULES, "torch")
OPTIMIZER_MODULES = (*TORCH_MODULES, "torch._dynamo")
"""The first optimizer of PyTorch imports it, in a second or so."""


class NoSandboxError(RuntimeError):
    """Programs cannot be run apart from the machine here; the message says why, per level."""


class Sandbox:
    """Starts fork servers when they are needed, keeps them warm, and replaces one that dies.

    It is a context manager; without it, `close` ends all processes.
    """

    def __init__(self, level: str | None = None, *, thorough: bool = False) -> None:
        """``level`` is one of `LEVELS`, or NONE for code that is trusted; None takes the best.

        ``thorough`` has a fork server import whatever some program may need, for many programs.
        """
        self._level = level
        self._thorough = thorough
        self._own_uid = True
        self._servers: dict[tuple[str, ...], ForkServer] = {}
        self._spares: dict[tuple[str, ...], Spare] = {}

    @property
    def level(self) -> str:
        """The level at which programs are run. Raises NoSandboxError."""
        if self._level is None:
            self.server(NUMPY_MODULES)
        assert self._level is not None
        return self._level

    @property
    def is_for_own_files(self) -> bool:
        """As `Nursery.is_for_own_files`: what is run unconfined here, somebody has asked for."""
        return False

    def start_early(self, modules: tuple[str, ...] = NUMPY_MODULES) -> None:
        """Starts a fork server, whose imports overlap with what the caller does next.

        One that has died meanwhile is replaced.
        """
        if modules in self._servers and self._servers[modules].has_ended:
            self._drop(modules)
        if modules not in self._servers and sys.platform == "linux":
            level = self._level or likely_level()
            self._servers[modules] = ForkServer(level, modules, own_uid=self._own_uid)

    def keep_to(self, level: str) -> None:
        """Runs programs at this level from now on, and at no other."""
        for modules, server in tuple(self._servers.items()):
            if server.level != level:
                self._drop(modules)
        self._level = level

    def modules_for(self, sources: Iterable[str], *, torch: bool) -> tuple[str, ...]:
        """What is imported once, on the grader's time, for a program with these cells."""
        return OPTIMIZER_MODULES if torch and self._thorough else modules_of(sources, torch=torch)

    def child(self, modules: tuple[str, ...], limits: Limits) -> ChildProcess:
        """A fresh process, confined, that has imported these and waits for requests.

        Raises NoSandboxError, MissingModuleError, and ForkServerLostError when the server dies
        meanwhile; the next call starts another.
        """
        server = self.server(modules)
        resources = limits.resources(torch="torch" in modules)
        spare = self._spares.setdefault(modules, Spare())
        child: ChildProcess | None = None
        try:
            child = spare.taken(resources)
            if child is None:
                child = ChildProcess(server, resources)
                child.begin()
            child.log_bytes = limits.log_bytes
            if server.keeps_apart:
                spare.renew(server, resources)
        except ForkServerLostError:
            if child is not None:
                child.forget()
            self._drop(modules)
            raise
        return child

    def wait_for_ends(self) -> None:
        """Waits until nothing runs any more of the programs whose processes were let go."""
        for modules, server in tuple(self._servers.items()):
            try:
                server.wait_for_ends()
            except ForkServerLostError:  # and its children with it
                self._drop(modules)

    def empty(self) -> None:
        """Leaves the fork servers alone: ends what they have in reserve, and waits for all ends."""
        for modules, spare in tuple(self._spares.items()):
            try:
                spare.end()
            except ForkServerLostError:
                self._drop(modules)
        self.wait_for_ends()

    def _drop(self, modules: tuple[str, ...]) -> None:
        """Ends a fork server, and forgets the child that it has in reserve."""
        self._servers.pop(modules).close()
        if modules in self._spares:
            self._spares.pop(modules).forget()

    def server(self, modules: tuple[str, ...]) -> ForkServer:
        """The fork server that has imported these, started if there is none. Raises as `child`."""
        require_linux()
        self.start_early(modules)
        server = self._servers[modules]
        try:
            server.wait_until_ready()
        except NotConfinedError as error:
            self._drop(modules)
            if self._level is not None and self._level != CONTAINER:
                raise _no_sandbox([f"{self._level}: {error}"]) from None
            self._choose(server.level, str(error))
            return self.server(modules)
        except ForkServerLostError:
            self._drop(modules)
            raise
        except MissingModuleError as error:
            self._drop(modules)
            raise lacking(error) from None
        self._level = server.level
        return server

    def _choose(self, tried: str, why: str) -> None:
        """Finds the best level below one that is not to be had. Raises NoSandboxError."""
        reasons = [f"{tried}: {why}"]
        for level, own_uid in candidates():
            if level <= tried and (level, own_uid) != (CONTAINER, False):
                continue
            trial = ForkServer(level, (), own_uid=own_uid)
            try:
                trial.wait_until_ready()
            except (NotConfinedError, ForkServerLostError) as error:
                reasons.append(f"{level}: {error}")
                continue
            finally:
                trial.close()
            self._level, self._own_uid = level, own_uid
            return
        raise _no_sandbox(reasons)

    def close(self) -> None:
        """Ends all fork servers and their children."""
        for modules in tuple(self._servers):
            self._drop(modules)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def likely_level() -> str:
    """The level that is tried first: the best that this user may have."""
    return ROOT if os.geteuid() == 0 else LEVELS[1]


def require_linux() -> None:
    """Raises NoSandboxError on another system, where there is nothing to confine a program with."""
    if sys.platform != "linux":
        raise NoSandboxError(
            f"programs of students are run on Linux only, and this is {sys.platform}; mark them "
            "on Linux, in a container or under WSL 2 (a file of your own: 'grader check FILE')"
        )


def _no_sandbox(reasons: list[str]) -> NoSandboxError:
    return NoSandboxError(
        "programs of students cannot be kept apart from this machine (level "
        + "; level ".join(reasons)
        + ").\n'grader doctor' says what helps; --unsafe-i-trust-this-code runs them all the same"
    )


def modules_of(sources: Iterable[str], *, torch: bool) -> tuple[str, ...]:
    """What a program with these cells may need, which is imported on the grader's time."""
    if not torch:
        return NUMPY_MODULES
    return OPTIMIZER_MODULES if any("optim" in text for text in sources) else TORCH_MODULES


def lacking(error: MissingModuleError) -> MissingModuleError:
    """The same error, with what to do about it."""
    return MissingModuleError(
        f"programs need more than is installed here ({error}); in the folder of grader: "
        "pip install -c constraints.txt '.[torch]'"
    )


def candidates() -> list[tuple[str, bool]]:
    """The levels in the order in which they are tried, and whether with a uid of its own."""
    return [
        (level, own) for level in LEVELS for own in ((True, False) if level == "C" else (True,))
    ]
