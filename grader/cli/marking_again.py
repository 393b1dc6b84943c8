"""The files of a batch that are marked once more, by what the store has of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from grader.cli.clusters import Place
from grader.course.case import Course
from grader.course.counting import MarkedFile, Standing, standings
from grader.course.files import SheetsOf
from grader.course.finishing import Finisher
from grader.course.handed import Handed
from grader.course.lateness import lateness
from grader.course.roster import comparable
from grader.grading.batch import Conditions
from grader.store.keeping import Filed, Keeper
from grader.store.persons import numbers_of
from grader.store.reading import StoredBatch, StoredFile, content_of, files_of, stored_files
from grader.store.store import Store
from grader.store.work import StoredWork


class Again:
    """The files of a batch, marked once more; what cannot be is as it was."""

    def __init__(
        self,
        path: Path,
        course: Course,
        store: Store,
        batch: StoredBatch,
        place: Place,
        *,
        rerun: bool,
        applies: bool,
    ) -> None:
        """Marks them. ``told`` has what is odd. Raises StoreError."""
        self._course, self._store = course, store
        self._persons = numbers_of(store, course.assignment.id, course.students)
        self._every = files_of(store, batch.number)
        self._redrawn = {each.place: each.redrawn for each in stored_files(store, batch.number)}
        self.told: list[str] = []
        with tempfile.TemporaryDirectory(prefix="grader-") as folder:
            files = self._laid_out(Path(folder), stored_files(store, batch.number))
            self._again = {each.place for each in files.values()}
            handed = {at: self._handed(each.handed) for at, each in files.items()}
            finisher = Finisher(path, handed, course.overrides, makes_pages=True)
            conditions = Conditions(
                place.level, course.assignment.limits, (), finisher, keeps_tapes=True
            )
            self._keeper = Keeper(
                store, course.assignment, self._persons, "regrade" if applies else "trial"
            )
            self._work = StoredWork(
                *(store, self._keeper, course, handed),
                {at: each.name for at, each in files.items()},
                *(SheetsOf(course, handed), conditions),
                wants_pages=True,
                anew=rerun,
                contents={at: each.content for at, each in files.items()},
            )
            place.mark(self._work, course, handed, makes_pages=True)
        if self._work.played:
            self.told.append(
                f"{self._work.played} of {len(files)} files were marked by what their programs had "
                "answered before"
            )

    def _laid_out(self, folder: Path, known: Sequence[StoredFile]) -> dict[Path, StoredFile]:
        """What can be marked again, as files; of what cannot be it is told why not."""
        found: dict[Path, StoredFile] = {}
        revision = self._course.assignment.revision
        students = {comparable(student.id) for student in self._course.students}
        redrawn, gone = [], []
        for each in known:
            sitting = each.handed.sitting
            if sitting is None or sitting.revision != revision:
                continue
            if sitting.student not in students:
                gone.append(each.handed.name)
                continue
            if each.redrawn != self._course.record.redrawn(sitting):
                redrawn.append(each.handed.name)
                continue
            place = folder / str(each.place) / Path(each.name).name
            place.parent.mkdir()
            place.write_bytes(content_of(self._store, each.content))
            found[place] = each
        for names, why in (
            (redrawn, "the sheet was drawn anew since then"),
            (gone, "the student is in the roster no more"),
        ):
            if names:
                self.told.append(f"left as they are, since {why}: {', '.join(names)}")
        return found

    def _handed(self, handed: Handed) -> Handed:
        """What was handed in, with what being late costs today."""
        assert handed.sitting is not None
        late = lateness(self._course.assignment, handed.sitting.student, handed.when)
        return replace(handed, lateness=late)

    def standings(self, only: frozenset[str] | None = None) -> list[Standing]:
        """What each student gets now; of those who are not among ``only``, as before."""
        course = self._course
        return standings(course.assignment, course.students, self._files(only), course.overrides)

    def _is_new(self, place: int, only: frozenset[str] | None) -> bool:
        student = self._every[place].handed.student
        return place in self._again and (only is None or student in only)

    def _files(self, only: frozenset[str] | None) -> Iterator[MarkedFile]:
        new = self._work.files()
        for place, old in enumerate(self._every):
            marked = next(new) if place in self._again else old
            yield marked if self._is_new(place, only) else old

    def apply(self, whose: Iterable[str]) -> list[Standing]:
        """Have the new marks of these students count; what all get then. Raises StoreError."""
        only = frozenset(whose)
        found = self.standings(only)
        self._keeper.end(self._filed(only), found)
        return found

    def _filed(self, only: frozenset[str]) -> Iterator[Filed]:
        new = self._work.filed()
        for place, old in enumerate(self._every):
            filed = Filed(old.handed, old.number, old.error, self._redrawn.get(place))
            again = next(new) if place in self._again else filed
            yield again if self._is_new(place, only) else filed
