"""What a step of GitHub Actions is told: annotations, a summary, and no command by a student."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.files.whole import readable

if TYPE_CHECKING:
    from grader.exports.entry import Entry
    from grader.exports.github import Annotation
    from grader.marking.result import SheetResult

SUMMARY = "GITHUB_STEP_SUMMARY"


class Step:
    """A step of GitHub Actions, and what it is to be told; nothing where that is not wanted."""

    def __init__(self, *, wanted: bool) -> None:
        self.is_wanted = wanted
        self._annotations: list[Annotation] = []

    def tell(self, result: SheetResult, path: Path, titles: Mapping[str, str]) -> None:
        """Of one submission, whose titles of problems these are."""
        if self.is_wanted:
            from grader.exports.github import annotations_of
            from grader.exports.summary import summary_of

            self._annotations += annotations_of(result, path)
            _add_to_summary(summary_of(result, titles))

    def tell_of_many(
        self, name: str, entries: Iterable[Entry], who: str, more: Sequence[str] = ()
    ) -> None:
        """Of a class or a folder; ``who`` is what an entry is of, and ``more`` what else is odd."""
        if self.is_wanted:
            from grader.exports.github import annotations_of_many
            from grader.exports.summary import summary_of_many

            def noted() -> Iterator[Entry]:
                for entry in entries:
                    self._annotations += annotations_of_many([entry])
                    yield entry

            _add_to_summary(summary_of_many(name, noted(), who, more))
            self._annotations += annotations_of_many((), more)

    @contextmanager
    def without_commands(self) -> Iterator[None]:
        """Has nothing that is printed be taken for a command; it all goes to standard output.

        What the step is told is printed behind it. The word that puts commands on again is a new
        one each time, so that nobody can print it.
        """
        if not self.is_wanted:
            yield
            return
        word = secrets.token_hex(16)
        click.echo(f"::stop-commands::{word}")
        sys.stdout.flush()
        try:
            with redirect_stderr(sys.stdout):  # one stream: the two may be read in any order
                try:
                    yield
                except click.ClickException as error:
                    error.show()
                    sys.exit(error.exit_code)
        finally:
            click.echo(f"::{word}::")
            self._annotate()
            sys.stdout.flush()

    def _annotate(self) -> None:
        from grader.exports.github import commands

        for line in commands(self._annotations):
            click.echo(line)


def github_option(function: Callable[..., None]) -> Callable[..., None]:
    """``--github``: the command gets a ``step``, and what it prints is no command for GitHub."""

    @wraps(function)
    def command(*arguments: Any, github: bool, **options: Any) -> None:
        step = Step(wanted=github)
        with step.without_commands():
            function(*arguments, step=step, **options)

    return click.option(
        "--github",
        is_flag=True,
        help="In GitHub Actions: annotate, and write a summary of the job. What students have "
        "written is not taken for commands.",
    )(command)


def _add_to_summary(lines: Iterable[str]) -> None:
    """Add to the summary of the step as much as there is room for; nothing without a summary."""
    from grader.exports.summary import MOST_BYTES, within

    named = os.environ.get(SUMMARY, "")
    path = Path(named)
    try:
        there = path.stat().st_size if named and path.exists() else 0
        text = within(MOST_BYTES - there, lines)
        if named:
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        why = error.strerror
        click.echo(f"{readable(named)}: the summary cannot be written ({why})", err=True)
