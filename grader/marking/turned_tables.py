"""Tables that came column by column, where rows were asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.marking.surplus import each_changed
from grader.marking.tables import NoTable, in_column, turned
from grader.sandbox.outside.outcome import Outcome, Returned
from problems.probe import Check, Observation

COLUMNS_FOR_ROWS = "columns-for-rows"


def with_rows(
    checks: Sequence[Check], seen: Mapping[str, Sequence[Outcome]]
) -> dict[str, tuple[Outcome, ...]] | None:
    """What came of checks with all tables turned; None if they are not such tables throughout.

    A table with as many rows as columns may be either.
    """
    asked = [
        (observation, outcome)
        for check in checks
        for observation, outcome in zip(check.probe.observations, seen[check.name], strict=False)
        if observation.column is not None and isinstance(outcome, Returned)
    ]
    is_no_table = [
        isinstance(in_column(outcome.value, observation.column), NoTable)
        for observation, outcome in asked
    ]
    can_be_turned = [_turned(observation, outcome) is not outcome for observation, outcome in asked]
    if not any(is_no_table) or not all(can_be_turned):
        return None
    return each_changed(checks, seen, _turned)


def _turned(one: Observation | None, outcome: Outcome) -> Outcome:
    if one is None or one.column is None or not isinstance(outcome, Returned):
        return outcome
    rows = turned(outcome.value, one.column)
    return outcome if isinstance(rows, NoTable) else Returned(rows)
