"""Feedback that was made with results is put where students are given it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.course.assignment import Assignment
from grader.course.counting import Standing
from grader.course.feedback_pages import refusal_pages
from grader.course.issue import languages_of
from grader.course.roster import folder_name
from grader.files.whole import write_whole
from grader.messages.say import say
from grader.store.reading import pages_of
from grader.store.store import Store

_SUFFIXES = ("html", "txt")


def give_out(
    store: Store, assignment: Assignment, found: Sequence[Standing], feedback: Path
) -> None:
    """Put the feedback on what counts where it is given out; of the rest it is said why not.

    Raises UnwritableError and StoreError.
    """
    for each in found:
        target = feedback / folder_name(each.student)
        counted = each.counted
        if counted is not None and counted.data is not None and counted.number is not None:
            for suffix, text in pages_of(store, counted.number).items():
                write_whole(target / f"feedback.{suffix}", text, durable=False)
            continue
        if (sentence := _why_nothing(assignment, each)) is not None:
            language = languages_of(assignment, each.student)[0]
            title = assignment.titles[language]
            made = refusal_pages(title, each.student.name or each.student.id, sentence, language)
            for suffix, text in made.items():
                write_whole(target / f"feedback.{suffix}", text, durable=False)
        elif target.is_dir() and not each.others:
            for suffix in _SUFFIXES:  # of a file that is no longer there
                (target / f"feedback.{suffix}").unlink(missing_ok=True)


def _why_nothing(assignment: Assignment, standing: Standing) -> str | None:
    """Why nothing of what a student handed in counts, in their language; None if nothing came."""
    language = languages_of(assignment, standing.student)[0]
    for file in standing.others:
        refusal = file.handed.match.refusal
        if refusal is not None:
            return say(language, f"handed.{refusal.key}", **refusal.details)
    if any(file.is_our_fault for file in standing.others):
        return say(language, "handed.our-fault")
    return next((file.error for file in standing.others if file.error), None)
