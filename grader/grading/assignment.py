"""Which sheet each file of a batch answers: as a lecturer says, by names of files or by a table.

A table (CSV) has a row for each student: by ``student``, a word or several that stand in the name
of the file or of a folder above it, or by ``file``, a pattern; and the sheet as a file
(``sheet``), or what it is drawn from (``seed``, and maybe ``problems`` and ``language``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from grader.files.table import TableError, read_table
from grader.files.whole import readable
from grader.intake.submission import read_submission
from grader.sheet.set_sheet import SetSheet, as_set
from grader.sheet.sheet import DEFAULT_PROBLEMS, SheetError, requested_variant
from problems.languages import Language, language_or_none, languages

COLUMNS = ("student", "file", "sheet", "seed", "problems", "language")
_MOST_NAMED = 3


class AssignmentError(ValueError):
    """No assignment of sheets can be made of this: in a line for the lecturer."""


class NoSheetError(ValueError):
    """It cannot be told which sheet a file answers: in a line for the lecturer."""


Words = tuple[str, ...]


@dataclass(frozen=True)
class Assignment:
    """Which sheet each file answers.

    Args:
        patterns: with their sheets; a pattern is one of a path below the folder, or of the name
            of a file or folder on it.
        students: the words by which a student is known in names, each with a sheet.
        others: the sheet of all other files, if they have one.
    """

    patterns: tuple[tuple[str, SetSheet], ...] = ()
    students: Mapping[Words, SetSheet] = field(default_factory=dict)
    others: SetSheet | None = None

    def sheet_for(self, name: str) -> SetSheet:
        """The sheet for a file, by its path below the folder. Raises NoSheetError."""
        found = {
            **{" ".join(words): self.students[words] for words in sorted(self._students_in(name))},
            **{pattern: sheet for pattern, sheet in self.patterns if _fits(name, pattern)},
        }
        if len({sheet.digest for sheet in found.values()}) > 1:
            told = ", ".join(map(repr, [*found][:_MOST_NAMED]))
            raise NoSheetError(
                f"several sheets were set for this file, by {told}; name it in a row of its own, "
                "in the column 'file'"
            )
        if found:
            return next(iter(found.values()))
        if self.others is None:
            raise NoSheetError("no sheet was set for this file: nothing in its name was told one")
        return self.others

    def without_a_file(self, names: Sequence[str]) -> list[str]:
        """The students in none of the names."""
        seen = {words for name in names for words in self._students_in(name)}
        return [" ".join(words) for words in self.students if words not in seen]

    def _students_in(self, name: str) -> set[Words]:
        """Whose words stand in a name, in a row; not those that are a part of a longer one's."""
        found: list[tuple[str, int, Words]] = []
        for part in PurePosixPath(name).parts:
            words = words_in(part)
            for start in range(len(words)):
                for length in self._lengths:
                    each = words[start : start + length]
                    if len(each) == length and each in self.students:
                        found.append((part, start, each))
        return {
            words
            for part, start, words in found
            if not any(
                part == other
                and len(longer) > len(words)
                and begin <= start
                and start + len(words) <= begin + len(longer)
                for other, begin, longer in found
            )
        }

    @property
    def _lengths(self) -> list[int]:
        return sorted({len(words) for words in self.students})


def words_in(name: str) -> Words:
    """The words of a name, as they are compared: in small letters, without what is between them."""
    return tuple(re.findall(r"[^\W_]+", _plain(name)))


def _fits(name: str, pattern: str) -> bool:
    names = (name, *PurePosixPath(name).parts)
    return any(fnmatchcase(_plain(each), _plain(pattern)) for each in names)


def _plain(name: str) -> str:
    """A name as it is compared: archives of some systems hold letters and their marks apart."""
    return unicodedata.normalize("NFC", name).casefold()


def read_assignment(said: Sequence[str]) -> Assignment:
    """What ``FILE``, ``PATTERN=FILE`` and ``TABLE.csv`` say together. Raises AssignmentError."""
    patterns: list[tuple[str, SetSheet]] = []
    students: dict[Words, SetSheet] = {}
    others: list[SetSheet] = []
    sheets = _Sheets()
    for each in said:
        pattern, file = _parted(each)
        if pattern is None and file.casefold().endswith(".csv"):
            _add_table(Path(file), patterns, students, sheets)
        elif pattern is None:
            others.append(sheets.in_file(Path(file)))
        elif pattern:
            patterns.append((pattern, sheets.in_file(Path(file))))
        else:
            raise AssignmentError(f"{each}: a pattern was expected before the '='")
    if len({sheet.digest for sheet in others}) > 1:
        raise AssignmentError(
            "several sheets were set for all files; say for which each is, by a pattern of their "
            "names: PATTERN=FILE, such as 'group-a/*=a/submission.py'"
        )
    return Assignment(tuple(patterns), students, others[0] if others else None)


def _parted(said: str) -> tuple[str | None, str]:
    """Pattern and file, of which each may have a ``=`` in its name."""
    if Path(said).is_file() or "=" not in said:
        return None, said
    signs = [place for place, sign in enumerate(said) if sign == "="]
    place = next((at for at in signs if Path(said[at + 1 :]).is_file()), signs[-1])
    return said[:place], said[place + 1 :]


class _Sheets:
    """The sheets that are named, each read once; and the requests, each tried once."""

    def __init__(self) -> None:
        self._read: dict[Path, SetSheet] = {}
        self._drawable: set[str] = set()

    def in_file(self, path: Path) -> SetSheet:
        """The sheet in a file that ``grader generate`` wrote. Raises AssignmentError."""
        if path not in self._read:
            try:
                self._read[path] = as_set(read_submission(path).sheet)
            except SheetError as error:
                name = readable(str(path))
                raise AssignmentError(f"no sheet can be set by {name}: {error}") from None
        return self._read[path]

    def drawn(self, seed: str, requests: tuple[str, ...], language: Language | None) -> SetSheet:
        """The sheet of a seed, not yet drawn. Raises SheetError if a request names no problem."""
        for request in requests:
            if request not in self._drawable:
                requested_variant(request, "0")
                self._drawable.add(request)
        return SetSheet(seed, language, requests=requests)


def _add_table(
    path: Path,
    patterns: list[tuple[str, SetSheet]],
    students: dict[Words, SetSheet],
    sheets: _Sheets,
) -> None:
    lines: dict[Words, int] = {}
    for number, row in _rows(path):
        try:
            sheet = _sheet_of(row, path.parent, sheets)
            if bool(row["student"]) == bool(row["file"]):
                raise AssignmentError("a student or a pattern of files was expected, one of both")
            if row["file"]:
                patterns.append((row["file"], sheet))
                continue
            words = words_in(row["student"])
            if not words:
                raise AssignmentError(f"{row['student']!r} has no letter and no digit")
            if words in students:
                raise AssignmentError(
                    f"the student {row['student']!r} is already in line {lines.get(words, 'one')}"
                )
        except (AssignmentError, SheetError) as error:
            raise AssignmentError(f"{readable(str(path))}, line {number}: {error}") from None
        students[words], lines[words] = sheet, number


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with their lines; every column is there, empty if not in the file."""
    try:
        table = read_table(path)
    except TableError as error:
        raise AssignmentError(str(error)) from None
    name, head = readable(str(path)), table.head
    if not {"student", "file"} & set(head) or not {"sheet", "seed"} & set(head):
        raise AssignmentError(
            f"{name}: the first line of the table has to name its columns, student (or file) and "
            f"seed (or sheet) among them; it is {','.join(head)[:80]!r}"
        )
    if unknown := set(head) - {*COLUMNS, ""}:
        raise AssignmentError(
            f"{name}: there is no column {min(unknown)!r}; there are {', '.join(COLUMNS)}"
        )
    for row in table.rows:
        yield row.line, dict.fromkeys(COLUMNS, "") | row.cells


def _sheet_of(row: Mapping[str, str], folder: Path, sheets: _Sheets) -> SetSheet:
    """The sheet of a row. Raises AssignmentError, or SheetError for what cannot be drawn."""
    if bool(row["sheet"]) == bool(row["seed"]):
        raise AssignmentError("a sheet or a seed was expected, one of both")
    if row["sheet"]:
        if row["problems"] or row["language"]:
            raise AssignmentError("problems and language go with a seed; a sheet has its own")
        return sheets.in_file(folder / row["sheet"])
    requests = tuple(re.split(r"[\s,;]+", row["problems"])) if row["problems"] else DEFAULT_PROBLEMS
    language = _language(row["language"]) if row["language"] else None
    return sheets.drawn(row["seed"], requests, language)


def _language(text: str) -> Language:
    """The language of a row; one that there is not is a mistake of who wrote the table."""
    language = language_or_none(text)
    if language is None:
        known = ", ".join(languages())
        raise AssignmentError(f"there are no sheets in {text!r}; there are {known}")
    return language
