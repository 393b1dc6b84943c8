"""A child that is there before it is needed.

To fork one and to confine it takes as long as a small program. When one program after the other is
run, the next child is made while the present one works. It waits for its first request, confined as
it will be, and has been told nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from grader.sandbox.outside.forkserver import ForkServer
from grader.sandbox.outside.process import ChildProcess

_FEW = 3  # children in a row with the same limits, up to which there may be no next one


class Spare:
    """The child that a fork server has in reserve, once several with the same limits were used."""

    def __init__(self) -> None:
        self._resources: dict[str, int] = {}
        self._asked = 0
        self._child: ChildProcess | None = None

    def taken(self, resources: Mapping[str, int]) -> ChildProcess | None:
        """A child with these limits that has begun; None if there is none.

        Raises ForkServerLostError.
        """
        is_alike = self._resources == resources
        self._asked = self._asked + 1 if is_alike else 1
        self._resources = dict(resources)
        if self._child is None or not is_alike:
            self.end()
            return None
        child, self._child = self._child, None
        child.begin()
        if not child.has_ended:
            return child
        child.leave()
        return None

    def end(self) -> None:
        """Has the child ended, if there is one. Raises ForkServerLostError."""
        if self._child is not None:
            child, self._child = self._child, None
            child.begin()
            child.leave()

    def renew(self, server: ForkServer, resources: dict[str, int]) -> None:
        """Has the next child made, if one is to be expected. Raises ForkServerLostError."""
        if self._child is None and self._asked > _FEW:
            self._child = ChildProcess(server, resources)

    def forget(self) -> None:
        """Lets go of the child, whose fork server has ended."""
        if self._child is not None:
            self._child.forget()
            self._child = None
