"""The members of an archive, whatever its format, and how much of it may be unpacked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grader.intake.error import SubmissionError

FILE, FOLDER = "a file", "a folder"

MEGABYTE = 1024**2
MOST_MEMBERS = 1000
MOST_BYTES = 128 * MEGABYTE
MOST_BYTES_OF_A_BOMB = 64 * MEGABYTE
MOST_RATIO = 100
"""A text of a program is packed to a fifth or so, and one of a notebook rarely below a tenth."""


@dataclass(frozen=True)
class Member:
    """One member of an archive.

    Args:
        name: as it stands there, with all that may be wrong with it.
        kind: FILE, FOLDER, or in words what else it is.
        read: gives at most so many of its first bytes, once, before the next member is asked for.
    """

    name: str
    kind: str
    read: Callable[[int], bytes]


class Meter:
    """Counts what an archive unpacks to, and refuses what is too much of it."""

    def __init__(self, packed: int) -> None:
        """``packed`` is the size of the archive, in bytes."""
        self._packed = packed
        self._total = 0

    def add(self, size: int) -> None:
        """Counts so many bytes more. Raises SubmissionError when they are too many."""
        self._total += size
        if self._total > MOST_BYTES_OF_A_BOMB and self._total > MOST_RATIO * self._packed:
            raise SubmissionError(
                f"the archive unpacks to over {MOST_BYTES_OF_A_BOMB // MEGABYTE} MB, more than "
                f"{MOST_RATIO} times its own size; hand in the file of the sheet alone"
            )
        if self._total > MOST_BYTES:
            raise SubmissionError(
                f"the archive unpacks to more than {MOST_BYTES // MEGABYTE} MB; hand in the file "
                "of the sheet alone"
            )


def too_many() -> SubmissionError:
    """The error for an archive of more members than are looked at."""
    return SubmissionError(
        f"the archive has more than {MOST_MEMBERS} files and folders; hand in the file of the "
        "sheet alone"
    )


def damaged(what: str) -> SubmissionError:
    """The error for an archive that cannot be read."""
    return SubmissionError(f"the archive is damaged, or is none ({what}); pack it again")
