"""Cells that a tool has commented out, since a magic stands in their first line.

Colab ("Download .py") writes ``# Commented out IPython magic to ensure Python compatibility.``, and
below it the whole cell as a comment; so does ``marimo convert``, with a line of its own.
"""

from __future__ import annotations

import re

from grader.intake.passage import is_of_sheet

_NOTES = (
    "# Commented out IPython magic to ensure Python compatibility.",
    "# magic command not supported in marimo; please file an issue to add support",
)
_CELL_MAGIC = re.compile(r"#[ \t]*%%\w")


_BORDER = re.compile(r"#[ \t]*%%(?:[ \t]|$)")
"""Where the next cell begins: what was such a line in the cell itself is a comment twice over."""


def _is_behind(line: str) -> bool:
    return not line.startswith("#") or _BORDER.match(line) is not None


def uncommented(source: str) -> str:
    """The script with such cells as code; their magic is then in its first line.

    A tool may also comment out the magic alone: lines of ours below it show that it did.
    """
    if not any(note in source for note in _NOTES):
        return source
    lines = source.split("\n")
    place = 0
    while place + 1 < len(lines):
        noted = lines[place].rstrip() in _NOTES
        place += 1
        if not (noted and _CELL_MAGIC.match(lines[place])):
            continue
        end = next((n for n in range(place, len(lines)) if _is_behind(lines[n])), len(lines))
        is_magic_alone = end == place + 1 and end < len(lines) and lines[end].startswith("#")
        if not is_magic_alone and not is_of_sheet("\n".join(lines[place:end])):
            lines[place:end] = [
                line.removeprefix("#").removeprefix(" ") for line in lines[place:end]
            ]
            lines[place - 1] = ""
        place = end
    return "\n".join(lines)
