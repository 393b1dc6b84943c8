"""Full marks as plain lines: what Rich would print of them, without waiting for it.

Most of what is checked is right in the end, and much of that in a pipeline. To load Rich and lay
out a table of a few short lines takes a tenth of such a command.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

from grader.answers.outcome import Outcome
from grader.marking.result import SheetResult
from grader.messages.say import say
from grader.report.together import incidents_beside
from grader.report.wording import marks, versions_of

_WIDTH = 80
"""Columns that are there wherever no terminal says otherwise."""
_IN_CHARGE = ("COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")
"""Variables by which people tell Rich what it prints on."""
_PLAIN = re.compile(r"[ -Z^-~À-ʯЀ-ҁ×–—’]+")
"""Letters of one column each, without what could be markup."""


def lines_of_full_marks(result: SheetResult, titles: Mapping[str, str]) -> Sequence[str] | None:
    """The lines of a result of which there is nothing to tell but marks; None of any other.

    As `print_result` prints them in 80 columns, where nothing is coloured; None for what may have
    to be broken into lines, or is more than letters. ``titles`` are those of the problems, by key.
    """
    if incidents_beside(result) or any(
        field.outcome is not Outcome.CORRECT
        for problem in result.problems
        for field in problem.fields
    ):
        return None
    rows = [
        (problem.key, titles[problem.key], marks(problem.score, problem.max_score))
        for problem in result.problems
    ]
    total = say(result.language, "report.total")
    rows.append(("", total, marks(result.score, result.max_score)))
    key, title, earned = (max(map(len, column)) for column in zip(*rows, strict=True))
    lines = [f"{a:>{key}}  {b:{title}}  {c:>{earned}}" for a, b, c in rows]
    if result.versions:
        lines += ["", versions_of(result)]
    texts = [*(text for row in rows for text in row), *lines]
    is_plain = all(_is_plain(text) for text in texts)
    return lines if is_plain and max(map(len, lines)) <= _WIDTH else None


def _is_plain(text: str) -> bool:
    """Whether a text is letters alone; between two colons may be the name of a picture."""
    return not text or (_PLAIN.fullmatch(text) is not None and text.count(":") < 2)


def is_plain_output(width: int = _WIDTH) -> bool:
    """Whether standard output is a file or a pipe, for which nobody has asked for anything else.

    And whether any terminal of this process is wide enough: Rich fills that, wherever it prints.
    """
    if sys.stdout.isatty() or any(name in os.environ for name in _IN_CHARGE):
        return False
    for descriptor in range(3):
        with suppress(OSError):
            return (os.get_terminal_size(descriptor).columns or _WIDTH) >= width
    return True
