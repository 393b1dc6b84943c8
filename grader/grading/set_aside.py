"""Results of a batch that are set aside until all have come, so that many take no memory.

They lie in a database of SQLite without a name, which goes when the batch does.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.report.marked import Marked

_TABLE = "CREATE TABLE result (place BLOB, path TEXT, told TEXT)"
_IN_ORDER = "SELECT path, told FROM result ORDER BY place"
"""``place`` sorts by paths part by part; names may have half characters, which text may not."""


class SetAside:
    """The results so far. Use `close`.

    ``statuses`` says how many there are of each, and ``draws`` how many headers say what their
    seeds draw, by the word on it.
    """

    def __init__(self) -> None:
        self.statuses: Counter[str] = Counter()
        self.draws: Counter[str] = Counter()
        self._kept = sqlite3.connect("", isolation_level=None)  # "": in a file of its own
        self._kept.execute("BEGIN")  # which is never committed: nobody else reads it
        self._kept.execute(_TABLE)

    def __len__(self) -> int:
        return self.statuses.total()

    def add(self, marked: Marked) -> None:
        """Take a result. Raises OSError where it cannot be written."""
        is_our_fault = marked.status == "grader-fault"
        path = str(marked.path)
        told = json.dumps([marked.error, is_our_fault, marked.content, marked.data])
        place = path.replace("/", "\0").encode("utf-8", "surrogatepass")
        row = (place, json.dumps(path), told)  # JSON is ASCII, half characters included
        try:
            self._kept.execute("INSERT INTO result VALUES (?, ?, ?)", row)
        except sqlite3.OperationalError as error:
            raise OSError(f"results cannot be set aside: {error}") from error
        self.statuses[marked.status] += 1
        if marked.data is not None:
            self.draws[marked.data["draw"]] += 1

    def in_order(self) -> Results:
        """All results by their paths, to be read one at a time, as often as is needed."""
        return Results(self._kept)

    def close(self) -> None:
        """Let them go."""
        self._kept.close()


class Results(Iterable[Marked]):
    """Results that are read when it is their turn: as they came but for what is no plain data."""

    def __init__(self, kept: sqlite3.Connection) -> None:
        self._kept = kept

    def __iter__(self) -> Iterator[Marked]:
        for path, told in self._kept.execute(_IN_ORDER):
            error, is_our_fault, content, data = json.loads(told)
            yield Marked(Path(json.loads(path)), None, error, is_our_fault, content, data)
