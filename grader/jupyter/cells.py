"""The cells that were run in a notebook, as a notebook of their own that can be marked.

What counts is what was run, and not what was saved: an answer is looked at in the moment in which
it is there. The n-th cell is ``In [n]``, so that places are named as they are seen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from grader.sheet.sealed import DATA

_SECTION = re.compile(r"^[ \t]*#[ \t]*%%[ \t]*problem[ \t]+(\w+)", re.MULTILINE | re.IGNORECASE)
_HEADER = re.compile(r"^[ \t]*#[ \t]*(grader-sheet:.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)


def header_run(run: Sequence[str]) -> str | None:
    """The line of the last header that was run, without its ``#``; None if there was none."""
    return next((found[1] for cell in reversed(run) if (found := _HEADER.search(cell))), None)


def cells_that_count(run: Sequence[str]) -> list[str]:
    """The cells that were run, of which those are empty that another has taken the place of.

    That is an answer to the same problem that was run later, the same cell run once more, and all
    that came before another sheet was begun.
    """
    begun = _begun(run, header_run(run))
    kept: list[str] = []
    later: set[str] = set()
    for place in range(len(run) - 1, -1, -1):
        cell = run[place]
        holds = set(_SECTION.findall(cell)) or {cell.strip()}
        kept.append("" if place < begun or holds <= later else cell)
        later |= holds
    return kept[::-1]


def _begun(run: Sequence[str], sheet: str | None) -> int:
    """The place at which the sheet was begun: after the last cell that is of another one."""
    begun, other = 0, False
    for place, cell in enumerate(run):
        if found := _HEADER.search(cell):
            if other and found[1] == sheet:
                begun = place
            other = found[1] != sheet
    return begun


def as_notebook(cells: Sequence[str], data: str | None) -> str:
    """Cells as the text of a notebook; ``data`` is what an assignment's notebook tells of it."""
    return json.dumps(
        {
            "cells": [
                {
                    "cell_type": "code",
                    "metadata": {},
                    "source": cell,
                    "outputs": [],
                    "execution_count": None,
                }
                for cell in cells
            ],
            "metadata": {} if data is None else {"grader": {DATA: data}},
            "nbformat": 4,
            "nbformat_minor": 4,
        }
    )
