"""Whether the problems of a sheet are what its seed draws.

Anybody can edit the header of a file, and put the easiest parameters under the name of the hardest
level. Drawing each problem anew shows it. A sheet that an older version of its family drew is no
forgery, and says so by a number.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any

from grader.sheet.sheet import Problem, Sheet
from problems.drawing import MOST_PROPOSALS, Drawn, NoVariantError, draw
from problems.family import Level
from problems.variant import Variant

MOST_PROPOSALS_OF_SHEET = 4000
"""A sheet of three problems has 20 to 50; it takes seconds to look at so many."""

_KEPT, _VARIANTS_KEPT = 512, 32
"""Of what was drawn: the parameters as a text, and, as that is much more, the variant itself."""


class AsDrawn(Enum):
    """Whether a problem is what its seed draws at its level; the value is the word for it."""

    YES = "as drawn"
    NO = "not as drawn"
    OLDER = "older draw"
    NEWER = "newer draw"
    UNCHECKED = "draw not checked"
    NETWORK = "own network"

    @property
    def verdict(self) -> bool | None:
        """As a truth value; None where it cannot be known."""
        return {AsDrawn.YES: True, AsDrawn.NO: False}.get(self)


def as_drawn(sheet: Sheet) -> Mapping[str, AsDrawn]:
    """What each problem of a sheet is, by its key.

    The seed of a problem has to be one that the sheet's own seed gives it. At most
    MOST_PROPOSALS_OF_SHEET proposals are looked at, whether they are known already or not, so that
    it is the same in any process; problems beyond them are not checked.
    """
    counts: Counter[tuple[str, Level]] = Counter()
    proposals = 0
    found: dict[str, AsDrawn] = {}
    for problem in sheet.problems:
        variant = problem.variant
        kind = variant.family.key, variant.level
        counts[kind] += 1
        if example_of(problem) is not None:
            found[problem.key] = AsDrawn.YES
        elif variant.network is not None:
            found[problem.key] = AsDrawn.NETWORK  # whose it is, no seed can tell
        elif variant.seed not in _seeds(sheet.seed, counts[kind]):
            found[problem.key] = AsDrawn.NO  # whatever a version of its family draws
        elif proposals >= MOST_PROPOSALS_OF_SHEET:
            found[problem.key] = AsDrawn.UNCHECKED
        else:
            parameters, looked_at = _drawn(*kind, variant.seed)
            proposals += looked_at
            is_same = parameters == _text(variant.parameters)
            found[problem.key] = AsDrawn.YES if is_same else _other(problem)
    return found


def worst_of(found: Iterable[AsDrawn]) -> AsDrawn:
    """What a sheet as a whole is: forged if one of its problems is."""
    order = [
        AsDrawn.NO,
        AsDrawn.UNCHECKED,
        AsDrawn.NETWORK,
        AsDrawn.NEWER,
        AsDrawn.OLDER,
        AsDrawn.YES,
    ]
    return min(found, key=order.index, default=AsDrawn.YES)


def example_of(problem: Problem) -> str | None:
    """The name of the published example that a problem is, if it is one."""
    variant = problem.variant
    name = variant.seed.removeprefix("example ")
    if variant.level != "standard" or name == variant.seed or name not in variant.family.examples:
        return None
    own = variant.family.examples[name].parameters
    return name if _text(variant.parameters) == _text(own) else None


def _seeds(seed: str, number: int) -> set[str]:
    """The seeds that the first so many problems of one kind may have on the sheet of a seed."""
    return {seed, *(f"{seed}/{again}" for again in range(2, number + 1))}


def _other(problem: Problem) -> AsDrawn:
    """What a problem is that today's version does not draw."""
    today = problem.variant.family.draw_version
    version = today if problem.draw_version is None else problem.draw_version
    if version == today:
        return AsDrawn.NO
    return AsDrawn.OLDER if version < today else AsDrawn.NEWER


def drawn_alike(variant: Variant, most: int) -> tuple[Variant | None, int]:
    """The variant that a seed draws, if it is the same, and how many proposals that took.

    It has been worked out, and found to be a good one. Nothing is drawn where no more proposals may
    be looked at.
    """
    if most <= 0:
        return None, 0
    key, level, seed = variant.family.key, variant.level, variant.seed
    parameters, looked_at = _drawn(key, level, seed)
    if parameters != _text(variant.parameters):
        return None, looked_at
    found = _draw(key, level, seed)
    return None if found is None else found.variant, looked_at


@lru_cache(maxsize=_KEPT)
def _drawn(key: str, level: Level, seed: str) -> tuple[str | None, int]:
    """What a seed draws, None if nothing, and how many proposals that took.

    It is kept, since a class may have one sheet, and since a sheet that was drawn here is asked
    about once more when it is marked.
    """
    drawn = _draw(key, level, seed)
    if drawn is None:
        return None, MOST_PROPOSALS
    return _text(drawn.variant.parameters), drawn.rejected.total() + 1


@lru_cache(maxsize=_VARIANTS_KEPT)
def _draw(key: str, level: Level, seed: str) -> Drawn | None:
    try:
        return draw(key, level, seed)
    except NoVariantError:
        return None


def _text(parameters: Any) -> str:
    """Parameters in one form, whether they have been in a header or not."""
    return json.dumps(parameters, sort_keys=True)
