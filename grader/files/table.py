"""Tables in files: CSV as spreadsheets of all countries write it."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

from grader.files.whole import readable
from problems.frozen import frozen

MOST_BYTES = 8 * 1024**2
_BETWEEN = ",;\t"


class TableError(ValueError):
    """A table that cannot be read: file, line, what is wrong and what to do."""


@frozen(eq=False)
class Row:
    """The cells of a row by the names of their columns; missing ones are empty."""

    line: int
    cells: dict[str, str]


@frozen(eq=False)
class Table:
    """The names of its columns in small letters, and where they stand; none in an empty file."""

    head: tuple[str, ...]
    head_line: int
    rows: tuple[Row, ...]


def read_table(path: Path) -> Table:
    """The table in a file. Raises TableError.

    Commas, semicolons or tabs stand between cells, by the first line. Texts are composed (NFC), and
    blanks around them are taken away. Lines without any text are left out.
    """
    name = readable(str(path))
    text = _text_of(path, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    between = max(_BETWEEN, key=_outside_quotes(first).count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    head: tuple[str, ...] = ()
    head_line = 1
    rows: list[Row] = []
    line = 1
    try:
        for row in reader:
            cells = [unicodedata.normalize("NFC", cell).strip() for cell in row]
            while head and len(cells) > len(head) and not cells[-1]:
                cells.pop()  # spreadsheets fill rows up
            if any(cells):
                if not head:
                    head, head_line = tuple(cell.casefold() for cell in cells), line
                elif len(cells) > len(head):
                    raise TableError(
                        f"{name}, line {line}: {len(head)} cells were expected, as in the first "
                        f"row, but {len(cells)} came; put a text that has a {_told(between)} in "
                        'it into quotes: "..."'
                    )
                else:
                    filled = [*cells, *[""] * (len(head) - len(cells))]
                    rows.append(Row(line, dict(zip(head, filled, strict=True))))
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError(f"{name}, line {line}: {_csv_error(str(error), line)}") from None
    return Table(head, head_line, tuple(rows))


def _text_of(path: Path, name: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TableError(f"{name}: the table cannot be read ({error.strerror})") from None
    if len(data) > MOST_BYTES:
        raise TableError(f"{name}: a table of at most {MOST_BYTES // 1024**2} MB was expected")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TableError(
            f"{name}, line {line}: the table is not UTF-8; save it as CSV UTF-8"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise TableError(
            f"{name}, line {line}: this is no text (it has a zero in it); save it as CSV UTF-8"
        )
    return text


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _told(between: str) -> str:
    return {",": "comma", ";": "semicolon", "\t": "tab"}[between]


def _csv_error(said: str, line: int) -> str:
    if "unexpected end of data" in said:
        return (
            f"the quotation mark that a cell in line {line} begins with is never closed; close it, "
            'or take it away (a quotation mark inside of a cell is written twice: "")'
        )
    if "expected after" in said:
        return (
            "a quotation mark ends a cell before its text is over; one inside of a cell is "
            'written twice ("")'
        )
    if "field larger" in said:
        return "a cell is longer than any text; a quotation mark may never be closed"
    return f"this is no row of a table ({said})"
