"""A submission as pytest collects it, and each of its blanks, checks and rules of style as a test.

What tests there are is read from the sheet: no program is run to collect them. A submission is
marked when the first of its tests is run, and once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Self

import pytest

from grader.answers.outcome import Outcome
from grader.files.whole import readable
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.say import say
from grader.pytest_plugin.session import Found, Grading, NotMarkedError
from grader.render.statement import marks_of
from grader.report.as_json import number
from grader.report.marked import Marked
from grader.report.together import incidents_beside
from grader.report.wording import incident_in_words, marks, said_of
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.sandbox import NoSandboxError
from problems.sentences import Language, check_name

WHOLE = "submission"
"""The one test of a file of which nothing can be marked."""
_AS_READ = frozenset({Outcome.READ, Outcome.CORRECT})


class LostMarksError(Exception):
    """An answer that lost marks: what is said of it."""


class GraderFaultError(Exception):
    """What could not be marked through no fault of the student's."""


class SubmissionFile(pytest.File):
    """One submission."""

    source: Path
    grading: Grading

    @classmethod
    def of(cls, parent: pytest.Collector, path: Path, grading: Grading) -> Self:
        """The submission in a file, under a name that can be printed."""
        shown = Path(readable(str(path)))
        file: Self = cls.from_parent(parent, path=shown)
        file.source, file.grading = path, grading
        return file

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each field of each problem."""
        try:
            found = self.grading.find(self.source, self._name())
        except NotMarkedError as error:
            yield UnusableItem.because(self, str(error))
            return
        for problem in found.sheet.problems:
            for name in marks_of(problem.variant):
                yield FieldItem.of(self, found, problem.key, name)

    def _name(self) -> str:
        """The path of the file from where pytest was started, or all of it from elsewhere."""
        here = self.config.invocation_params.dir
        inside = self.source.is_relative_to(here)
        return (self.source.relative_to(here) if inside else self.source).as_posix()

    def result(self, found: Found) -> SheetResult:
        """The marks of the submission. Raises LostMarksError, and GraderFaultError."""
        try:
            marked = self._marked(found)
        except (NoSandboxError, MissingModuleError) as error:
            raise GraderFaultError(str(error)) from None
        if marked.result is not None:
            return marked.result
        raise (GraderFaultError if marked.is_our_fault else LostMarksError)(marked.error)

    def _marked(self, found: Found) -> Marked:
        if "_once" not in vars(self):
            self._once = self.grading.mark(self.source, found)
        return self._once

    @property
    def told(self) -> list[str]:
        """The marks, and what went wrong in the program, line by line; nothing before it ran."""
        result = self._once.result if "_once" in vars(self) else None
        if result is None:
            return []
        earned = say(result.language, "incident.sealed") if result.is_sealed else None
        incidents = [
            incident_in_words(one, result.language)
            for one in incidents_beside(result)
            if one.key != "sealed"
        ]
        return [earned or marks(result.score, result.max_score), *incidents]


class UnusableItem(pytest.Item):
    """The one test of a file of which nothing can be marked. It fails."""

    why: str

    @classmethod
    def because(cls, parent: SubmissionFile, why: str) -> Self:
        """The test that says why."""
        item: Self = cls.from_parent(parent, name=WHOLE)
        item.why = why
        return item

    def runtest(self) -> None:
        """Raises LostMarksError."""
        raise LostMarksError(self.why)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> str:
        """The sentence alone."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where the file is."""
        return self.path, None, f"{self.name} of {self.parent and self.parent.nodeid}"


class FieldItem(pytest.Item):
    """One blank, check or rule of style."""

    submission: SubmissionFile
    found: Found
    problem: str
    field: str

    @classmethod
    def of(cls, parent: SubmissionFile, found: Found, problem: str, field: str) -> Self:
        """The test of a field, by the number of its problem and its own name."""
        item: Self = cls.from_parent(parent, name=f"{problem}.{field}")
        item.submission, item.found, item.problem, item.field = parent, found, problem, field
        return item

    @cached_property
    def _result(self) -> tuple[SheetResult, ProblemResult, FieldResult]:
        result = self.submission.result(self.found)
        for problem in result.problems:
            for field in problem.fields:
                if (problem.key, field.name) == (self.problem, self.field):
                    return result, problem, field
        raise GraderFaultError(f"there is no result for {self.name}")

    def setup(self) -> None:
        """Marks the submission, if it is not marked yet. Raises GraderFaultError."""
        try:
            result, problem, field = self._result
        except LostMarksError:  # which is told of the test itself
            return
        if not result.is_sealed:
            for name, value in (("score", field.score), ("max_score", field.max_score)):
                self.user_properties.append((name, number(value)))
        self.user_properties.append(("outcome", field.outcome.value))
        if field.outcome is Outcome.GRADER_FAULT:
            raise GraderFaultError("\n".join(_lines(field, problem.family, result.language)))

    def runtest(self) -> None:
        """Raises LostMarksError for an answer that lost marks, or that cannot be read."""
        result, problem, field = self._result
        is_fine = field.outcome in _AS_READ if result.is_sealed else field.score >= field.max_score
        if not is_fine:
            raise LostMarksError("\n".join(_lines(field, problem.family, result.language)))

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: object = None,
    ) -> str:
        """What the grader says of the answer, and no traceback."""
        if isinstance(excinfo.value, LostMarksError):
            return str(excinfo.value)
        return str(excinfo.getrepr(style="short"))

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where the file is, and what the field is called there."""
        return self.path, None, f"{self.name} of {self.parent and self.parent.nodeid}"


def _lines(field: FieldResult, family: str, language: Language) -> list[str]:
    """The outcome, with the marks, and all that is to be said of it."""
    outcome = say(language, f"outcome.{field.outcome.value}")
    earned = f"  {marks(field.score, field.max_score)}" if field.max_score else ""
    name = check_name(family, field.name, language)
    return [f"{name}  {outcome}{earned}", *said_of(field, family, language)]
