"""Results of a batch that are set aside until all have come, so that many take no memory.

They lie in a file without a name, which goes when the batch does.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from grader.report.marked import Marked


class Place(NamedTuple):
    """Of one result what is needed without it, and where the rest lies."""

    path: str
    status: str
    draw: str | None
    start: int
    size: int


class SetAside:
    """The results so far. Use `close`."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  (until `close`)
        self._end = 0

    def add(self, marked: Marked) -> None:
        """Take a result. Raises OSError where it cannot be written."""
        is_our_fault = marked.status == "grader-fault"
        record = [marked.error, is_our_fault, marked.content, marked.data]
        line = json.dumps(record).encode()  # ASCII, half characters of names included
        self._file.seek(self._end)
        self._file.write(line)
        draw = None if marked.data is None else sys.intern(marked.data["draw"])
        self.places.append(Place(str(marked.path), marked.status, draw, self._end, len(line)))
        self._end += len(line)

    def in_order(self) -> Results:
        """All results by their paths, to be read one at a time, as often as is needed."""
        self.places.sort(key=lambda place: place.path.replace("/", "\0"))  # part by part
        return Results(self)

    def read(self, place: Place) -> Marked:
        """One of them, as it came but for what is no plain data."""
        self._file.seek(place.start)
        error, is_our_fault, content, kept = json.loads(self._file.read(place.size))
        return Marked(Path(place.path), None, error, is_our_fault, content, kept)

    def close(self) -> None:
        """Let them go."""
        self._file.close()


class Results(Iterable[Marked]):
    """Results that are read when it is their turn."""

    def __init__(self, aside: SetAside) -> None:
        self._aside = aside

    def __iter__(self) -> Iterator[Marked]:
        return map(self._aside.read, self._aside.places)
