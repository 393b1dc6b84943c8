"""One file of a folder, as reports on many tell it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from grader.files.whole import readable
from grader.marking.result import SheetResult
from grader.report.as_json import as_data


@dataclass(frozen=True)
class Marked:
    """One file of a folder: its result, or the sentence that says why there is none.

    ``is_our_fault`` tells a fault of the grader from a file that cannot be used. Where a fault of
    ours has cost a part of the marks alone, there are both a result and a sentence on the fault.
    """

    path: Path
    result: SheetResult | None = None
    error: str = ""
    is_our_fault: bool = False

    @cached_property
    def data(self) -> dict[str, Any] | None:
        """The result as plain data. It is made once, and goes along from process to process."""
        return None if self.result is None else as_data(self.result)

    def name_in(self, folder: Path) -> str:
        """What the file is called in reports on a folder, in characters that UTF-8 has."""
        return readable(self.path.relative_to(folder).as_posix())
