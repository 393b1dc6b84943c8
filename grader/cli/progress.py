"""How far a batch has come: a line drawn anew in a terminal, and now and then a line elsewhere."""

from __future__ import annotations

import time
from collections import Counter
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

_SECONDS = 30.0
"""Between two lines where nobody looks at a terminal: a log of continuous integration, say."""
_IN_WORDS = {"grader-fault": "faults of the grader"}


class Shown:
    """Shows on stderr how many files are marked, how fast, and how long the rest will take."""

    def __init__(self, total: int, statuses: Counter[str]) -> None:
        """``statuses`` counts what is there, and is looked at anew each time."""
        self._total = total
        self._statuses = statuses
        self._began = self._told = time.monotonic()
        self._before = statuses.total()
        columns = (
            *("marking", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()),
            TextColumn("{task.fields[told]}"),
        )
        console = Console(stderr=True)
        self._is_drawn = console.is_terminal
        self._progress = Progress(*columns, console=console, transient=True)
        self._task = self._progress.add_task(
            "marking", total=total, completed=self._before, told=""
        )

    def __enter__(self) -> Shown:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def advance(self) -> None:
        """One more file is marked."""
        if self._is_drawn:
            told = f"{self._rate()}, {_counted(self._statuses)}"
            self._progress.update(self._task, advance=1, told=told)
            return
        now = time.monotonic()
        if now - self._told >= _SECONDS:
            self._told = now
            click.echo(self.line(), err=True)

    def line(self) -> str:
        """How far it has come, in a line."""
        done = self._statuses.total()
        line = f"{done} of {self._total} files: {_counted(self._statuses)}; {self._rate()}"
        rate = self._per_second()
        return f"{line}, {_span((self._total - done) / rate)} left" if rate else line

    def _per_second(self) -> float:
        seconds = time.monotonic() - self._began
        return (self._statuses.total() - self._before) / seconds if seconds else 0.0

    def _rate(self) -> str:
        rate = self._per_second()
        return f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s"


def _counted(statuses: Counter[str]) -> str:
    return ", ".join(f"{n} {_IN_WORDS.get(one, one)}" for one, n in sorted(statuses.items()) if n)


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
