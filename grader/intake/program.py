"""The one file that is marked: what it may be called, and how large it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

MOST_BYTES = {".py": 1024 * 1024, ".ipynb": 16 * 1024 * 1024}
"""By suffix; most of a notebook may be output, which is not read any further."""

_MOST_NAMED = 5


@dataclass(frozen=True)
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
        """Whether it is a notebook by its name."""
        return suffix_of(self.name) == ".ipynb"

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
