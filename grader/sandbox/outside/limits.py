"""What a student's program may use."""

from __future__ import annotations

from dataclasses import replace

from problems.frozen import frozen

NUMPY_MEMORY_BYTES = 2 * 1024**3
TORCH_MEMORY_BYTES = 6 * 1024**3

_SECONDS_IN_HASTE = 1.0
_ALL_SECONDS_IN_HASTE = 8.0
_RESTARTS_IN_HASTE = 2
_RESULT_BYTES_IN_HASTE = 2 * 1024**2
_ALL_RESULTS_BYTES_IN_HASTE = 64 * 1024**2
"""What is right takes up to 300 KB; what is read is read on the time of the grader."""

WALL_CLOCK = frozenset({"time"})
"""The limits that a program may also meet because the machine was busy with something else."""


@frozen
class Limits:
    """What a program may use; times are the seconds that it is charged (see `clock`).

    Args:
        call_seconds: for each top-level statement and each step of a probe.
        total_seconds: for all of them together, restarts included.
        import_seconds: for each installed module that the program imports.
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
    import_seconds: float = 60.0
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

    def resources(self, *, torch: bool) -> dict[str, int]:
        """What a process is held to by the system, as far as that can."""
        return {
            "memory": self.memory(torch=torch),
            "cpu": self.cpu_seconds,
            "file": self.file_bytes,
            "open_files": self.open_files,
        }

    def is_like(self, other: Limits, *, torch: bool) -> bool:
        """Whether the same holds under both, with or without torch."""
        return self._written_out(torch=torch) == other._written_out(torch=torch)

    def in_haste(self) -> Limits:
        """The same with little time and small values, for what need not be known at any cost."""
        return replace(
            self,
            call_seconds=min(self.call_seconds, _SECONDS_IN_HASTE),
            total_seconds=min(self.total_seconds, _ALL_SECONDS_IN_HASTE),
            probe_restarts=min(self.probe_restarts, _RESTARTS_IN_HASTE),
            result_bytes=min(self.result_bytes, _RESULT_BYTES_IN_HASTE),
            all_results_bytes=min(self.all_results_bytes, _ALL_RESULTS_BYTES_IN_HASTE),
        )

    def _written_out(self, *, torch: bool) -> Limits:
        return replace(self, memory_bytes=self.memory(torch=torch))
