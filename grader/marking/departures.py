"""Where the answers to a problem by hand depart from the solution, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult
from problems.frozen import frozen
from problems.quantity import Step
from problems.working import Working

_WITHOUT_VALUE = frozenset(
    {
        Outcome.UNANSWERED,
        Outcome.UNREADABLE,
        Outcome.INCOMPLETE,
        Outcome.CRASHED,
        Outcome.OVER_LIMIT,
        Outcome.GRADER_FAULT,
    }
)
_FOLLOWING = "follow-through"
_AGAIN = "-again"
"""How the keys of remarks begin, or end, that say so of an answer."""


class Way(Enum):
    """How an answer stands to the solution and to the answers before it."""

    RIGHT = "right"
    DEPARTS_FIRST = "departs-first"
    DEPARTS = "departs"
    FOLLOWS = "follows"
    REPEATS = "repeats"
    WITHOUT_VALUE = "without-value"


@frozen
class Departure:
    """How one answer stands.

    ``of`` are the answers before it that are not the true values, of those that it is worked out
    from, and ``roots`` those where that began: the answer itself where it departs.
    """

    way: Way
    of: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()


def departures(working: Working, fields: Sequence[FieldResult]) -> Mapping[str, Departure]:
    """How each answer stands, by its name, in the order of the working.

    An answer follows from others if it is right given them and they are not right; through blanks
    and steps that are not asked, too.
    """
    by_name = {field.name: field for field in fields}
    found: dict[str, Departure] = {}
    for asked in working.asked:
        if (field := by_name.get(asked.name)) is not None:
            found[asked.name] = _departure(asked.step, field, found)
    return found


def _departure(step: Step, field: FieldResult, found: Mapping[str, Departure]) -> Departure:
    if field.outcome is Outcome.CORRECT:
        return Departure(Way.RIGHT)
    if field.outcome in _WITHOUT_VALUE:
        return Departure(Way.WITHOUT_VALUE)
    of = tuple(dict.fromkeys(_departed(step, found, set())))
    roots = tuple(dict.fromkeys(root for name in of for root in found[name].roots))
    if any(remark.key.endswith(_AGAIN) for remark in field.remarks):
        return Departure(Way.REPEATS, of, roots)
    if of and _follows(field):
        return Departure(Way.FOLLOWS, of, roots)
    is_first = not any(one.way is Way.DEPARTS_FIRST for one in found.values())
    way = Way.DEPARTS_FIRST if is_first else Way.DEPARTS
    return Departure(way, of, (field.name,))


def _follows(field: FieldResult) -> bool:
    """Whether it is right given earlier answers, also where that earns nothing."""
    if field.outcome is Outcome.FOLLOW_THROUGH:
        return True
    return any(remark.key.startswith(_FOLLOWING) for remark in field.remarks)


def _departed(step: Step, found: Mapping[str, Departure], seen: set[str]) -> Iterator[str]:
    """The nearest answers before a step that are not the true values."""
    for source in step.needed:
        if not isinstance(source, Step) or source.name in seen:
            continue
        seen.add(source.name)
        before = found.get(source.name)
        if before is None or before.way is Way.WITHOUT_VALUE:
            yield from _departed(source, found, seen)
        elif before.way is not Way.RIGHT:
            yield source.name


def following(found: Mapping[str, Departure], root: str) -> tuple[str, ...]:
    """The answers that follow from one that departs, directly or through others."""
    return tuple(name for name, one in found.items() if name != root and root in one.roots)
