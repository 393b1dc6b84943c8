"""What is told once for several fields, or several statements, since one error is behind it.

For people alone: other programs get every field and every incident with all that there is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult, SheetResult
from grader.messages.remark import HINT, Remark
from grader.report.wording import message_of
from problems.sentences import Language

_ERRORS = (Outcome.CRASHED, Outcome.OVER_LIMIT)
_LOST_NAME = "lost-name"
_OF_AN_ERROR = (("limit", "value", "place"), ("detail", "place"), ("type", "message", "place"))
"""The details that say what went wrong, and where: in fields and in incidents."""


def told_together(
    fields: Iterable[FieldResult], family: str, language: Language
) -> list[list[FieldResult]]:
    """The fields of a problem in groups of which one thing is said.

    Those that met one error belong together, wherever they stand; all others only as neighbours.
    """
    groups: list[tuple[Hashable, list[FieldResult]]] = []
    of_error: dict[Hashable, list[FieldResult]] = {}
    for field in fields:
        error = _error_of(field)
        key = error or _what_is_said(field, family, language)
        known = of_error.get(error) if error else groups[-1][1] if groups else None
        if known is not None and (error or groups[-1][0] == key):
            known.append(field)
            continue
        groups.append((key, [field]))
        if error:
            of_error[error] = groups[-1][1]
    return [group for _, group in groups]


def incidents_beside(result: SheetResult) -> list[Remark]:
    """The incidents that no field tells; those that come of one failure as one, with all places."""
    told = {
        _details(remark)
        for problem in result.problems
        for field in problem.fields
        if field.outcome in _ERRORS
        for remark in field.remarks
    }
    found: list[list[Remark]] = []
    of_cause: dict[Hashable, list[Remark]] = {}
    for incident in result.incidents:
        if _is_error(incident) and _details(incident) in told:
            continue
        cause = _cause((incident.details.get(HINT),))
        if cause and cause in of_cause:
            of_cause[cause].append(incident)
            continue
        found.append([incident])
        if cause:
            of_cause[cause] = found[-1]
    return [_as_one(each) for each in found]


def _as_one(incidents: Sequence[Remark]) -> Remark:
    first = incidents[0]
    if len(incidents) == 1:
        return first
    places = tuple(one.details["place"] for one in incidents)
    return replace(first, details={**first.details, "place": places})


def _error_of(field: FieldResult) -> Hashable:
    """What is the same of fields that met one error; None for a field that met none.

    In a check the message may have numbers of its inputs.
    """
    if field.outcome not in _ERRORS:
        return None
    if cause := _cause(field.remarks):
        return cause
    left_out = "message" if field.inputs is not None else ""
    details = [
        (remark.key, *(pair for pair in _details(remark) if pair[0] != left_out))
        for remark in field.remarks
    ]
    return (field.outcome, *details)


def _cause(remarks: Iterable[Remark | None]) -> Hashable:
    """The failure that has left a name without a value, if that is what is told; else None."""
    lost = (one for one in remarks if one is not None and one.key == _LOST_NAME)
    return next(((one.details["name"], one.details["place"]) for one in lost), None)


def _is_error(incident: Remark) -> bool:
    return HINT in incident.details


def _details(remark: Remark) -> tuple[tuple[str, object], ...]:
    """What went wrong by a remark, and where; nothing if it is on something else."""
    known = remark.details
    names = next((names for names in _OF_AN_ERROR if known.keys() >= set(names)), ())
    return tuple((name, known[name]) for name in names)


def _what_is_said(field: FieldResult, family: str, language: Language) -> Hashable:
    """What is the same of neighbours that are told together; of checks, numbers may differ."""
    if field.inputs is not None:
        return field.outcome, field.slips, tuple(remark.key for remark in field.remarks)
    return field.outcome, field.found, message_of(field, family, language)
