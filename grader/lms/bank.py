"""Banks: many variants of the same problems, each another one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from grader.sheet.sheet import Problem, Sheet, SheetError, draw_sheet, requested_variant
from problems.sentences import Language
from problems.variant import Variant

MOST_VARIANTS = 1000
MOST_TRIES = 300
"""Where so many draws in a row are there already, the distinct ones have come to an end."""


def bank(
    seed: str,
    requests: Sequence[str],
    language: Language,
    variants: int,
    network: Mapping[str, Any] | None = None,
) -> tuple[Sheet, ...]:
    """Practice sheets with the same problems, of which no two have the same exercise.

    The first is that of the seed, and a bank of more variants begins with those of one of fewer.
    Raises SheetError as ``draw_sheet`` does, and where there are not as many variants.
    """
    require_variants(variants)
    first = draw_sheet(seed, requests, language, network)
    taken = {_told(problem.variant) for problem in first.problems}
    columns = [
        _distinct(problem, request, f"{seed}/{place}", variants, network, taken)
        for place, (problem, request) in enumerate(
            zip(first.problems, requests, strict=True), start=1
        )
    ]
    rows = zip(*columns, strict=True)
    return tuple(
        Sheet(seed if not number else f"{seed}-{number + 1}", language, row)
        for number, row in enumerate(rows)
    )


def require_variants(variants: int) -> None:
    """Raises SheetError for a number of variants that no bank has."""
    if not 1 <= variants <= MOST_VARIANTS:
        raise SheetError(f"a bank has 1 to {MOST_VARIANTS} variants of a problem, not {variants}")


def _distinct(
    problem: Problem,
    request: str,
    seed: str,
    variants: int,
    network: Mapping[str, Any] | None,
    taken: set[str],
) -> list[Problem]:
    """A problem, and others of its kind that are not taken, which are from then on."""
    found = [problem]
    tries = 0
    number = 1
    while len(found) < variants:
        number += 1
        variant = requested_variant(request, f"{seed}-{number}", network)
        if (told := _told(variant)) in taken:
            tries += 1
            if tries >= MOST_TRIES:
                raise SheetError(
                    f"{variants} variants of {request} were wanted, but only {len(found)} came; "
                    f"ask for fewer, or for another level"
                )
            continue
        tries = 0
        taken.add(told)
        found.append(Problem(problem.key, variant))
    return found


def _told(variant: Variant) -> str:
    """The same for two variants of the same exercise, whatever they were drawn from."""
    return json.dumps([variant.family.key, variant.parameters], sort_keys=True)


def by_problem(sheets: Sequence[Sheet]) -> list[list[tuple[Sheet, Problem]]]:
    """Problem by problem, those of all sheets. Raises SheetError where the sheets have others."""
    if not sheets:
        raise SheetError("a sheet at least was expected, but none came")
    kinds = [_kinds(sheet) for sheet in sheets]
    if any(kind != kinds[0] for kind in kinds):
        raise SheetError(
            "sheets with the same problems were expected, but they have "
            + " and ".join(", ".join(kind) for kind in dict.fromkeys(kinds))
        )
    return [
        [(sheet, sheet.problems[place]) for sheet in sheets]
        for place in range(len(sheets[0].problems))
    ]


def _kinds(sheet: Sheet) -> tuple[str, ...]:
    return tuple(problem.variant.request for problem in sheet.problems)
