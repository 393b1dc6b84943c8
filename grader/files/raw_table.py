"""Tables that another program has written, cell by cell as they are: read, and written again."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader.files.cells import lines_of
from grader.files.whole import readable
from problems.frozen import frozen

_BETWEEN = ",;\t"
_MARK = "\ufeff"


class RawTableError(ValueError):
    """A table that cannot be read: which, where, and why."""


@frozen
class RawTable:
    """A file of CSV in UTF-8, with what stands between its cells and at the end of its lines.

    It is read anew each time that its rows are gone through, so that none of them are kept.
    """

    path: Path
    between: str
    end: str
    has_mark: bool

    def rows(self) -> Iterator[list[str]]:
        """The cells of all rows. Raises RawTableError."""
        name = readable(str(self.path))
        line = 1
        try:
            with self.path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.reader(file, delimiter=self.between, strict=True)
                for row in reader:
                    yield row
                    line = reader.line_num + 1
        except OSError as error:
            raise RawTableError(f"{name}: the file cannot be read ({error.strerror})") from None
        except UnicodeDecodeError:
            raise RawTableError(
                f"{name}, from line {line}: the file is not UTF-8; export it anew, and do not save "
                "it with a spreadsheet in between, or save it as CSV UTF-8"
            ) from None
        except csv.Error as error:
            raise RawTableError(f"{name}, line {line}: this is no row of CSV ({error})") from None

    def written(self, rows: Iterable[Sequence[str]]) -> Iterator[str]:
        """The text of rows, in parts, as this table is written."""
        if self.has_mark:
            yield _MARK
        yield from lines_of(rows, self.between, self.end)


def raw_table(path: Path) -> RawTable:
    """The table in a file. Raises RawTableError."""
    name = readable(str(path))
    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            first = file.readline()
    except OSError as error:
        raise RawTableError(f"{name}: the file cannot be read ({error.strerror})") from None
    outside = "".join(first.split('"')[::2])
    between = max(_BETWEEN, key=outside.count)
    end = "\r\n" if first.endswith("\r\n") else "\n"
    return RawTable(path, between, end, first.startswith(_MARK))
