"""Workflow commands of GitHub Actions: annotations, in which no text is a command of its own.

GitHub looks for commands in all that a step prints, on standard output and on standard error: lines
that begin with ``::``, and ``##[`` anywhere in a line. So whatever a student has written is escaped
in a command, and commands are off while it is printed otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from grader.answers.notation import in_print
from grader.answers.outcome import Outcome
from grader.exports.entry import Entry
from grader.marking.result import FieldResult, SheetResult
from grader.messages.say import say
from grader.report.wording import message_of
from problems.frozen import frozen
from problems.sentences import check_name

Kind = Literal["error", "warning", "notice"]
MOST = 10
"""Annotations of each kind that GitHub shows of a step."""
_MOST_CHARACTERS = 2000
_LINE = re.compile(r"line (\d+)")
_WARNINGS = (Outcome.UNANSWERED, Outcome.NOT_JUDGED, Outcome.INCOMPLETE)
_STATUSES: dict[str, tuple[Kind, str]] = {
    "grader-fault": ("error", "a fault of the grader"),
    "refused": ("warning", "earns nothing"),
    "unusable": ("warning", "cannot be marked"),
}


@frozen
class Annotation:
    """What is said of a file, or of a line of it; of nothing in particular without a file."""

    kind: Kind
    title: str
    message: str
    file: str = ""
    line: int | None = None

    def command(self) -> str:
        """The line that GitHub reads."""
        told = {"file": self.file, "line": str(self.line or ""), "title": self.title}
        named = ",".join(f"{name}={_property(text)}" for name, text in told.items() if text)
        return f"::{self.kind} {named}::{_data(self.message)}"


def _data(text: str) -> str:
    """A text as it stands after a command: no line of its own, and nothing that ends it."""
    lines = text[:_MOST_CHARACTERS].splitlines()
    return "%0A".join(in_print(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    """A text as it stands within a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def commands(annotations: Iterable[Annotation]) -> Iterator[str]:
    """The lines of annotations, no more of a kind than are shown; the last tells of the others."""
    given = list(annotations)
    counts = Counter(each.kind for each in given)
    told: Counter[str] = Counter()
    for each in given:
        told[each.kind] += 1
        if told[each.kind] < MOST or counts[each.kind] == MOST:
            yield each.command()
        elif told[each.kind] == MOST:
            more = counts[each.kind] - MOST + 1
            yield Annotation(each.kind, f"and {more} more", "The summary has them.").command()


def annotations_of(result: SheetResult, path: Path) -> Iterator[Annotation]:
    """What is to be said of each answer that lost marks, or cannot be read, beside its line."""
    lines = _Lines(path)
    language = result.language
    for problem in result.problems:
        for field in problem.fields:
            kind = _kind(field, is_sealed=result.is_sealed)
            if kind is None:
                continue
            name = check_name(problem.family, field.name, language)
            outcome = say(language, f"outcome.{field.outcome.value}")
            yield Annotation(
                kind,
                f"{problem.key}. {name}: {outcome}",
                message_of(field, problem.family, language) or outcome,
                lines.name,
                lines.of(field),
            )


def _kind(field: FieldResult, *, is_sealed: bool) -> Kind | None:
    if is_sealed and field.outcome in (Outcome.READ, Outcome.CORRECT):
        return None
    has_lost = field.score < field.max_score or field.outcome is Outcome.GRADER_FAULT
    if not is_sealed and not has_lost:
        return None
    return "warning" if field.is_style or field.outcome in _WARNINGS else "error"


class _Lines:
    """The lines of a file in which answers stand, where that can be told."""

    def __init__(self, path: Path) -> None:
        here = Path.cwd()
        inside = path.is_absolute() and path.is_relative_to(here)
        self.name = (path.relative_to(here) if inside else path).as_posix()
        self._lines: list[str] = []
        if path.suffix == ".py" and path.is_file():
            self._lines = path.read_text(encoding="utf-8", errors="replace").splitlines()

    def of(self, field: FieldResult) -> int | None:
        """Where a program failed, or the last line that gives an answer its name."""
        places = [str(remark.details.get("place", "")) for remark in field.remarks]
        told = [int(found[1]) for place in places if (found := _LINE.fullmatch(place))]
        named = re.compile(rf"{re.escape(field.name)}\s*(=(?!=)|:)")
        given = [number for number, line in enumerate(self._lines, 1) if named.match(line)]
        found_lines = [number for number in (*told, *given[-1:]) if number <= len(self._lines)]
        return next(iter(found_lines), None)


def annotations_of_many(entries: Iterable[Entry], more: Iterable[str] = ()) -> Iterator[Annotation]:
    """What is to be looked at in a class or folder; nothing of it tells what an answer was.

    ``more`` are lines on what else is odd.
    """
    for entry in entries:
        if entry.status in _STATUSES:
            kind, title = _STATUSES[entry.status]
            yield Annotation(kind, f"{entry.name}: {title}", entry.said or title)
    for line in more:
        yield Annotation("warning", "to be looked at", line)
