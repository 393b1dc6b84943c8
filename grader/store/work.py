"""The marking of a class: what is there already, what is left to be done, and what comes of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from grader.course.case import Course
from grader.course.counting import MarkedFile
from grader.course.files import rests_on
from grader.course.handed import Handed
from grader.grading.batch import Conditions, content_of
from grader.grading.edition import edition, edition_of_sandbox
from grader.grading.journal import Journal, key_of
from grader.intake.handed_in import MOST_ARCHIVE_BYTES
from grader.report.marked import Marked
from grader.sheet.set_sheet import SetSheet
from grader.store.keeping import Filed, Keeper, Known, Result, Wanted
from grader.store.reading import kept_files
from grader.store.store import Store


class StoredWork:
    """What is to be marked for a class, of which every result is kept as it comes.

    ``paths`` are the files that are marked at all, ``statuses`` counts what is there by now, and
    ``skipped`` how many results were there before.
    """

    def __init__(
        self,
        store: Store,
        keeper: Keeper,
        course: Course,
        handed: Mapping[Path, Handed],
        names: Mapping[Path, str],
        sheets: Mapping[Path, SetSheet],
        conditions: Conditions,
        *,
        wants_pages: bool = False,
        anew: bool = False,
        contents: Mapping[Path, str] | None = None,
    ) -> None:
        """``names`` are those of the files below their folder, with every byte.

        With ``anew`` nothing that is there is taken. ``contents`` are the digests of what is in the
        files, where they are known: these are looked at only when they are marked.
        """
        self.paths = tuple(sheets)
        self.sheets = sheets
        self.conditions = conditions
        self.statuses: Counter[str] = Counter()
        self.skipped = self.played = 0
        self.tapes = _Tapes(self)
        self._store = store
        self._keeper = keeper
        self._assignment = course.assignment
        self._record = course.record
        self._handed = handed
        self._names = names
        self._overrides = course.overrides
        self._contents = contents
        self._wants_pages = wants_pages
        self._anew = anew
        self._has_tapes = keeper.has_tapes()  # of earlier batches: those of this one tell nothing
        self._digests: dict[Path, str] = {}
        self._runs: dict[Path, int] = {}
        self._without: dict[Path, Marked] = {}

    @property
    def done(self) -> int:
        """How many files are marked, or cannot be."""
        return self.statuses.total()

    def take_up(self) -> list[Path]:
        """Take what is there already; the files that are left. Raises StoreError."""
        if self._anew:
            return [*self.paths]
        left = []
        wanted = {path: self._wanted(path, self._content(path)) for path in self.paths}
        found = self._keeper.known(wanted.values())
        for path, (_, known) in zip(wanted, found, strict=True):
            if known is None or not known.holds or not self._is_whole(known):
                left.append(path)
                continue
            self._runs[path] = known.number
            self.statuses[known.status] += 1
        self.skipped = len(self._runs)
        return left

    def _is_whole(self, known: Known) -> bool:
        """Whether all is there that comes of a file: what cannot be used has no feedback."""
        return known.has_pages or not self._wants_pages or known.status == "unusable"

    def add(self, marked: Marked) -> None:
        """Keep a result. Raises StoreError."""
        path = marked.path
        self.statuses[marked.status] += 1
        self.played += marked.was_played
        data = self._data(path)
        if not marked.content or _digest(data) != marked.content:  # it went, or was changed
            self._without[path] = marked
            return
        result = Result(
            marked,
            self._wanted(path, marked.content),
            data,
            self._handed[path].student,
            self._tape_key(path, marked.content),
            marked.tape,
            marked.was_played,
        )
        self._runs[path] = self._keeper.add(result)

    def take_in(self, journal: Journal) -> int:
        """Keep what a journal has that still holds; how much. Raises StoreError."""
        count = 0
        for path in () if journal.is_empty else self.paths:
            content = self._content(path)
            wanted = self._wanted(path, content)
            kept = journal.kept(path, wanted.name, wanted.key) if content else None
            _, known = next(iter(self._keeper.known([wanted])))
            if kept is not None and known is None:
                data, whose = self._data(path), self._handed[path].student
                if _digest(data) == content:
                    self._keeper.add(Result(replace(kept, content=content), wanted, data, whose))
                    count += 1
        return count

    def tape(self, path: Path) -> bytes:
        """What the program in a file answered when it was run last. Raises StoreError."""
        if self._anew or not self._has_tapes:
            return b""
        content = self._content(path)
        return self._keeper.tape(self._tape_key(path, content)) if content else b""

    def files(self) -> Iterator[MarkedFile]:
        """All files as they count, in the order of their names. Raises StoreError."""
        kept = ((self._handed[path], run) for path, run in self._in_order())
        found = kept_files(self._store, kept)
        for path, handed in self._handed.items():
            if path in self._runs:
                yield next(found)
                continue
            marked = self._without.get(path)
            if marked is None:
                yield MarkedFile(handed)
                continue
            is_fault = marked.status == "grader-fault"
            yield MarkedFile(handed, marked.data, marked.error, is_fault)

    def filed(self) -> Iterator[Filed]:
        """What there is of each file, in the order of their names."""
        for path, handed in self._handed.items():
            marked, sitting = self._without.get(path), handed.sitting
            yield Filed(
                handed,
                self._runs.get(path),
                "" if marked is None else marked.error,
                None if sitting is None else self._record.redrawn(sitting),
            )

    def _in_order(self) -> Iterator[tuple[Path, int]]:
        return ((path, self._runs[path]) for path in self._handed if path in self._runs)

    def _data(self, path: Path) -> bytes:
        """What is in a file, as far as `content_of` looks at it."""
        try:
            with path.open("rb") as file:
                return file.read(MOST_ARCHIVE_BYTES + 1)
        except OSError:
            return b""

    def _content(self, path: Path) -> str:
        if self._contents is not None:
            return self._contents[path]
        try:
            return content_of(path)
        except OSError:
            return ""  # it is said of it when it is marked

    def _wanted(self, path: Path, content: str) -> Wanted:
        rest = rests_on(self._assignment, self._handed[path], self._overrides)
        key = key_of(content, edition(), *self._how, rest, self._sheet(path))
        return Wanted(self._names[path], content, key)

    def _tape_key(self, path: Path, content: str) -> str:
        return key_of(content, edition_of_sandbox(), *self._how, self._sheet(path))

    def _sheet(self, path: Path) -> str:
        if path not in self._digests:
            self._digests[path] = self.sheets[path].digest
        return self._digests[path]

    @property
    def _how(self) -> tuple[str, str]:
        return str(self.conditions.level), repr(self.conditions.limits)


class _Tapes(Mapping[Path, bytes]):
    """The tapes of files, each read when it is asked for."""

    def __init__(self, work: StoredWork) -> None:
        self._work = work

    def __getitem__(self, path: Path) -> bytes:
        return self._work.tape(path)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._work.paths)

    def __len__(self) -> int:
        return len(self._work.paths)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
