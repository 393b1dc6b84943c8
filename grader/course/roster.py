"""The roster of a course: who is set a sheet, and in which language.

A table (CSV) with a row for each student. By the id a student is known everywhere: it is part of
the seed of every variant, and a folder is named after it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import field
from difflib import get_close_matches
from pathlib import Path

from grader.course.quoting import named, one_line
from grader.files.table import Row, Table, TableError, read_table
from grader.files.whole import readable
from problems.frozen import frozen
from problems.languages import Language, language_or_none, languages

ID_COLUMNS = ("student", "id", "login", "username", "jmbag")
"""What the column of ids may be called; the first of these that is there is that column."""
NAME, LANGUAGE = "name", "language"
_MOST_OF_ID = 60
_MOST_OF_NAME = 200

_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
_NOT_IN_NAMES = frozenset('<>:"/\\|?*%')
_ENDS = " ."


ROSTER = "roster.csv"
"""What the students of an assignment lie in, beside it, if nothing else is said."""


class RosterError(ValueError):
    """A roster that cannot be used: file, line, what was expected, what came, what to do."""


@frozen(eq=False)
class Student:
    """One row of a roster. ``languages`` is empty where the assignment decides."""

    id: str
    name: str = ""
    languages: tuple[Language, ...] = ()
    line: int = 0
    others: Mapping[str, str] = field(default_factory=dict)
    """The cells of all other columns, by their names."""


def read_roster(path: Path) -> tuple[Student, ...]:
    """The students of a roster, in its order. Raises RosterError."""
    try:
        table = read_table(path)
        id_column = _id_column(table, readable(str(path)))
        students = tuple(_student(row, id_column) for row in table.rows)
    except TableError as error:
        raise RosterError(str(error)) from None
    except _RowError as error:
        raise RosterError(f"{readable(str(path))}, line {error.line}: {error}") from None
    if not students:
        raise RosterError(
            f"{readable(str(path))}: a student was expected below the line with the names of the "
            "columns, but there is none"
        )
    _refuse_doubles(students, path)
    return students


class _RowError(ValueError):
    """What is wrong with a row."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


def _id_column(table: Table, file: str) -> str:
    """The column with the ids. Raises RosterError where there is none, or a column comes twice."""
    head, line = table.head, table.head_line
    if not head:
        raise RosterError(
            f"{file}: the file is empty; the names of the columns were expected in its first line, "
            "`student` among them, and then a line for each student"
        )
    for name in head:
        if name and head.count(name) > 1:
            raise RosterError(
                f"{file}, line {line}: there are two columns {named(name)}; rename or delete one"
            )
    found = next((name for name in ID_COLUMNS if name in head), None)
    if found is None:
        free = [name for name in head if name not in (NAME, LANGUAGE)]
        close = [name for name in free if get_close_matches(name, ID_COLUMNS, n=1, cutoff=0.7)]
        told = f"; is {named(close[0])} it?" if close else ""
        columns = one_line(", ".join(name or "(no name)" for name in head)[:200])
        raise RosterError(
            f"{file}, line {line}: a column of ids was expected, named `student` (or "
            f"{', '.join(ID_COLUMNS[1:])}), but the columns are {columns}{told}"
        )
    return found


def _student(row: Row, id_column: str) -> Student:
    found = row.cells[id_column]
    if not found:
        raise _RowError(
            row.line, f"an id was expected in the column `{id_column}`, but it is empty"
        )
    _require_usable(found, row.line)
    name = row.cells.get(NAME, "")
    if len(name) > _MOST_OF_NAME or not name.isprintable():
        raise _RowError(
            row.line, f"a name in one line of at most {_MOST_OF_NAME} characters was expected"
        )
    others = {
        key: cell
        for key, cell in row.cells.items()
        if key and key not in (id_column, NAME, LANGUAGE)
    }
    languages = _languages(row.cells.get(LANGUAGE, ""), row.line)
    return Student(found, name, languages, row.line, others)


def _require_usable(text: str, line: int) -> None:
    if len(text) > _MOST_OF_ID:
        raise _RowError(
            line, f"an id of at most {_MOST_OF_ID} characters was expected, but {text[:20]!r}… came"
        )
    if not text.isprintable():
        raise _RowError(line, f"an id of letters, digits and signs was expected, but {text!r} came")
    if not any(sign.isalnum() for sign in text):
        raise _RowError(line, f"an id has a letter or a digit, but {text!r} came")


def _languages(text: str, line: int) -> tuple[Language, ...]:
    """``hr``, or ``hr+en`` for a sheet in both, the first one first."""
    found: list[Language] = []
    parts = re.split(r"[ \t]*\+[ \t]*", text.casefold()) if text else []
    for each in parts:
        language = language_or_none(each)
        if language is None or len(parts) > 2:
            raise _RowError(
                line,
                f"a language of sheets was expected, {', '.join(languages())} or two such as "
                f"hr+en, but {text!r} came",
            )
        if language in found:
            raise _RowError(line, f"two languages were expected, but {text!r} has one twice")
        found.append(language)
    return tuple(found)


def _refuse_doubles(students: Sequence[Student], path: Path) -> None:
    """Ids that differ by capitals alone would be one folder on some machines."""
    seen: dict[str, Student] = {}
    for student in students:
        first = seen.setdefault(comparable(student.id), student)
        if first is not student:
            raise RosterError(
                f"{readable(str(path))}, line {student.line}: the student {student.id!r} is "
                f"already in line {first.line}; give every student one row"
            )


def comparable(student_id: str) -> str:
    """An id as it is compared: composed, and without regard to capitals and blanks around it."""
    return unicodedata.normalize("NFC", student_id.strip()).casefold()


def require_languages(
    students: Sequence[Student], languages: Sequence[Language], path: Path
) -> None:
    """Raises RosterError for a student whose language an assignment is not set in."""
    for student in students:
        for language in student.languages:
            if language not in languages:
                raise RosterError(
                    f"{readable(str(path))}, line {student.line}: {student.id} is to get sheets in "
                    f"{language}, but the assignment is set in {', '.join(languages)}; add "
                    f"{language} to its languages, or change this row"
                )


def folder_name(student: Student) -> str:
    """The name of a student's folder, on Linux, macOS and Windows alike.

    It is the id, of which a character that a file system does not take is spelled ``%2F``: a sign
    that has a meaning in paths, a dot or a blank at the end, a dot at the beginning (a hidden
    folder), and the first letter of what Windows keeps for itself (``con``, ``nul``). Different ids
    have different names, without regard to capitals too.
    """
    text = student.id
    spelled = [_spelled(sign) if sign in _NOT_IN_NAMES else sign for sign in text]
    if text[0] in _ENDS or _RESERVED.fullmatch(text):
        spelled[0] = _spelled(text[0])
    if text[-1] in _ENDS:
        spelled[-1] = _spelled(text[-1])
    return "".join(spelled)


def _spelled(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode())
