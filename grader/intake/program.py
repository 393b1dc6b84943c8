"""The one file that is marked: what it may be called, and how large it may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from problems.frozen import frozen

MOST_BYTES = {".py": 1024 * 1024, ".ipynb": 16 * 1024 * 1024, ".txt": 16 * 1024 * 1024}
"""By suffix; most of a notebook may be output, which is not read any further.

A text is what some tools, browsers and mail programs make of the other two.
"""

TEXT = ".txt"

# at the start of a line; in a notebook, and where nbconvert has left a cell, lines are in texts
_HEADER = re.compile(rb"""(?:\A(?:\xef\xbb\xbf)?|[\r\n"']|\\[nr])[ \t#]*grader-sheet:""")
_NOTEBOOK = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")

_MOST_NAMED = 5


@frozen
class Program:
    """A Python file or a notebook, as bytes.

    Args:
        name: its own name; in an archive, with the folders there.
        data: what is in it, at most one byte more than MOST_BYTES.
        archive: the name of the archive that it came in, if any.
        left_out: the names of the other files of the archive.
    """

    name: str
    data: bytes
    archive: str | None = None
    left_out: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What it is called in messages: ``work.zip: submission.py``."""
        return self.name if self.archive is None else f"{self.archive}: {self.name}"

    @property
    def is_notebook(self) -> bool:
        """Whether it is a notebook, by what is in it: some are handed in under another name."""
        looks_so = _NOTEBOOK.match(self.data) is not None and b'"cells"' in self.data
        return looks_so or (suffix_of(self.name) == ".ipynb" and not self._is_script)

    @property
    def _is_script(self) -> bool:
        return self.has_header and _NOTEBOOK.match(self.data) is None

    @property
    def has_header(self) -> bool:
        """Whether it seems to be the file of a sheet."""
        # the plain search is a hundred times as fast, and there may be much to look through
        return b"grader-sheet:" in self.data and _HEADER.search(self.data) is not None

    @property
    def may_be_sheet(self) -> bool:
        """Whether it may be the file of a sheet by its name; of a text more is asked."""
        return suffix_of(self.name) != TEXT or self.has_header

    @property
    def most_bytes(self) -> int:
        """How large it may be."""
        return MOST_BYTES[suffix_of(self.name)]


def suffix_of(name: str) -> str:
    """The last suffix of a name in small letters: ``.py``."""
    return PurePosixPath(name).suffix.lower()


def named(names: Sequence[str]) -> str:
    """A few names in a row, with dots for the others."""
    return ", ".join([*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])])
