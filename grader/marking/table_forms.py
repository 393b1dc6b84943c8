"""Tables that came in another form than rows of numbers, though all of these are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from grader.marking.surplus import each_changed
from grader.marking.tables import NoTable, flattened, in_column, turned
from grader.sandbox.outside.outcome import Outcome, Returned
from problems.probe import Check, Column, Observation

Form = Callable[[Any, Column], Any]
"""The rows that are meant by a value; `NoTable` where it has not the form."""

_FORMS: Mapping[str, Form] = {"table-by-columns": turned, "rows-not-flat": flattened}
"""What comes in place of a table, by the key of the mistake."""


def with_rows(
    checks: Sequence[Check], seen: Mapping[str, Sequence[Outcome]]
) -> Iterator[tuple[str, dict[str, tuple[Outcome, ...]]]]:
    """What came of checks with the rows that are meant, by the mistakes that all tables share.

    A table with as many rows as columns may be turned, too, where the others are.
    """
    asked = [
        (observation, outcome)
        for check in checks
        for observation, outcome in zip(
            check.probe.observations, seen.get(check.name, ()), strict=False
        )
        if observation.column is not None and isinstance(outcome, Returned)
    ]
    if not any(
        isinstance(in_column(outcome.value, observation.column), NoTable)
        for observation, outcome in asked
    ):
        return
    for key, form in _FORMS.items():
        change = partial(_with_rows, form)
        if all(change(observation, outcome) is not outcome for observation, outcome in asked):
            yield key, each_changed(checks, seen, change)


def _with_rows(form: Form, one: Observation | None, outcome: Outcome) -> Outcome:
    if one is None or one.column is None or not isinstance(outcome, Returned):
        return outcome
    rows = form(outcome.value, one.column)
    return outcome if isinstance(rows, NoTable) else Returned(rows)
