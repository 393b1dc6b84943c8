"""The parts of a program: what a check shows of the others where some have cost marks before.

A part is what one rule gives: the gradient with respect to the kernel, say. One that is wrong in
all checks has cost the marks of its own check. A later check that looks at it as well keeps its
marks if enough of what it shows beside that is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from grader.marking.observed import Observed
from problems.probe import Check


def marks_of_parts(checks: Iterable[Check]) -> dict[str, int]:
    """What each part is worth, by the key of its rule: the most that a check of it alone is."""
    marks: dict[str, int] = {}
    for check in checks:
        keys = {observation.rule.key for observation in check.probe.observations}
        if len(keys) == 1:
            (key,) = keys
            marks[key] = max(check.marks, marks.get(key, 0))
    return marks


def enough_is_right(
    seen: Sequence[Observed],
    marks: Mapping[str, int],
    is_sound: Callable[[Sequence[Observed]], bool],
) -> bool:
    """Whether at least half of the parts that a check looks at are right, the dearest alone.

    A sum of ``dq`` (1 mark) says nothing of the two gradients beside it (3 marks each). A part of
    which the wrong values are ``is_sound`` counts as right: they are wrong by a slip that has cost
    marks, and show the rest.
    """
    wrong: dict[str, list[Observed]] = {one.observation.rule.key: [] for one in seen}
    for one in seen:
        if not one.is_right:
            wrong[one.observation.rule.key].append(one)
    most = max(marks.get(key, 1) for key in wrong)
    dearest = [those for key, those in wrong.items() if marks.get(key, 1) == most]
    return 2 * sum(not those or is_sound(those) for those in dearest) >= len(dearest)
