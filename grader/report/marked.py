"""One file of a folder, as reports on many tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from grader.answers.outcome import Outcome
from grader.files.packed import packed_json
from grader.files.whole import readable
from grader.marking.result import SheetResult
from grader.report.as_json import as_data

MarkedStatus = Literal["marked", "unusable", "grader-fault"]
"""What became of a file."""


@dataclass(frozen=True)
class Marked:
    """One file of a folder: its result, or the sentence that says why there is none.

    ``is_our_fault`` tells a fault of the grader from a file that cannot be used. Where a fault of
    ours has cost a part of the marks alone, there are both a result and a sentence on the fault.
    ``content`` is a digest of what was marked, empty where that is not known. A result that was
    kept from an earlier run is there as plain data alone (``kept``); reports are made from data.
    ``pages`` is the feedback that was made with it, by suffix, compressed as the ``evidence`` is,
    which is the result as JSON. ``tape`` is what its program answered, and ``was_played`` says that
    it was marked by such a tape. ``seconds`` is how long all of it took by the clock.
    """

    path: Path
    result: SheetResult | None = None
    error: str = ""
    is_our_fault: bool = False
    content: str = ""
    kept: dict[str, Any] | None = None
    pages: Mapping[str, bytes] = field(default_factory=dict)
    evidence: bytes = b""
    tape: bytes = b""
    was_played: bool = False
    seconds: float = field(default=0.0, compare=False)

    @cached_property
    def data(self) -> dict[str, Any] | None:
        """The result as plain data. It is made once, and goes along from process to process."""
        return self.kept if self.result is None else as_data(self.result)

    @property
    def status(self) -> MarkedStatus:
        """``marked``, ``unusable``, or ``grader-fault`` for one that met a fault of ours."""
        if self.is_our_fault or self.has_fault:
            return "grader-fault"
        return "unusable" if self.data is None else "marked"

    @property
    def plain(self) -> Marked:
        """The same as plain data alone, as it goes from process to process, and is kept."""
        evidence = b"" if self.data is None else packed_json(self.data)
        return replace(self, result=None, kept=self.data, evidence=evidence)

    @property
    def met_wall_clock(self) -> bool:
        """Whether a limit of wall clock was met, which a busy machine alone may do."""
        return self.data is not None and bool(self.data["met_wall_clock"])

    @property
    def has_fault(self) -> bool:
        """Whether a part of it could not be marked through a fault of ours."""
        fault = Outcome.GRADER_FAULT
        if self.result is not None:
            return self.result.has_grader_fault
        problems = self.kept["problems"] if self.kept else []
        return any(field["outcome"] == fault.value for p in problems for field in p["fields"])

    def name_in(self, folder: Path) -> str:
        """What the file is called in reports on a folder, in characters that UTF-8 has."""
        return readable(self.path.relative_to(folder).as_posix())
