"""A child that is started early, so that its imports overlap with the grader's own."""

from __future__ import annotations

from grader.sandbox.encoder import encode
from grader.sandbox.limits import Limits
from grader.sandbox.process import ChildProcess
from grader.sandbox.view import package_view

ANSWER_BYTES = 1 << 20
"""More than any answer that carries no value of the student's needs."""


class Prestarted:
    """A started child that has been told its limits and its imports, and has not been waited for.

    It serves one execution. One that is not used must be closed; it is a context manager for that.
    """

    def __init__(self, limits: Limits, *, torch: bool, preload: tuple[str, ...]) -> None:
        self.limits = limits
        self.torch = torch
        self.preload = preload
        self._child: ChildProcess | None = ChildProcess(limits.log_bytes)
        memory = limits.memory(torch=torch)
        resources = {
            "AS": memory,
            "CPU": limits.cpu_seconds,
            "FSIZE": limits.file_bytes,
            "CORE": 0,
            "NOFILE": limits.open_files,
            "STACK": 8 * 1024**2,
        }
        request = ("prepare", (str(package_view()), resources, preload, limits.result_bytes))
        try:
            self._child.post(encode(request))
        except BaseException:
            self.close()
            raise

    def take(self) -> ChildProcess:
        """The child, which is now the caller's to close.

        Raises ValueError when it was taken or closed before.
        """
        if self._child is None:
            raise ValueError(
                "this child was taken or closed before; one child serves one execution"
            )
        child, self._child = self._child, None
        return child

    def close(self) -> None:
        """Ends the child if nobody has taken it."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def __enter__(self) -> Prestarted:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def start_early(limits: Limits | None = None, *, torch: bool = False) -> Prestarted:
    """Starts a child for one later `execute(..., prestarted=...)` and returns at once.

    The child imports NumPy (and torch, if asked) while the caller goes on.
    """
    preload = ("numpy", "torch") if torch else ("numpy",)
    return Prestarted(limits or Limits(), torch=torch, preload=preload)
