"""What a breach of a rule of style costs, where the lecturer says otherwise than the exercise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from problems.catalogue import family, family_keys, likely_keys
from problems.drawing import draw_variant
from problems.family import LEVELS, InCode
from problems.frozen import frozen

ALL = "all"
"""The cost of a breach for which a whole problem earns nothing."""
MOST_MARKS = 1000.0
_COST = re.compile(r"(?:(?P<family>[^:=]+):)?(?P<rule>[^:=]+)=(?P<cost>all|[0-9]+(?:\.[0-9]+)?)")


class StyleCostError(ValueError):
    """A cost that is none, or of no rule: what was expected and what came."""


@frozen
class StyleCost:
    """The cost of the rules that fit a pattern, in one family or in all (None).

    ``marks`` is None where a breach costs all that the problem earns.
    """

    rule: str
    marks: float | None
    family: str | None = None

    def fits(self, family: str, rule: str) -> bool:
        """Whether it is one of these rules."""
        return self.family in (None, family) and fnmatchcase(rule, self.rule)


def parse_style_cost(text: str) -> StyleCost:
    """``own-code=all``, ``one-loop=0`` or ``conv1d-code:*=2``. Raises StyleCostError."""
    found = _COST.fullmatch(text.strip())
    if found is None:
        raise StyleCostError(
            f"{text[:60]!r} is no cost of a breach; RULE=MARKS or RULE=all was expected, such as "
            "one-loop=0 or conv1d-code:own-code=all"
        )
    key = found["family"]
    if key not in (None, *family_keys()):
        raise StyleCostError(f"there is no family {key!r}; there are {likely_keys(key)}")
    known = rules_of(key)
    if not any(fnmatchcase(name, found["rule"]) for name in known):
        raise StyleCostError(
            f"there is no rule of style {found['rule']!r}; there are {', '.join(known) or 'none'}"
        )
    marks = None if found["cost"] == ALL else float(found["cost"])
    if marks is not None and marks > MOST_MARKS:
        raise StyleCostError(f"{text[:60]!r}: at most {MOST_MARKS:g} marks were expected")
    return StyleCost(found["rule"], marks, key)


def rules_of(key: str | None) -> list[str]:
    """The rules of style of a family, or of all."""
    keys = [
        each
        for each in (family_keys() if key is None else [key])
        if isinstance(family(each).task, InCode)
    ]
    variants = (draw_variant(each, level, "1") for each in keys for level in LEVELS)
    return sorted({rule.name for variant in variants for rule in variant.style})


def with_style_costs(result: SheetResult, costs: Sequence[StyleCost]) -> SheetResult:
    """The result with what breaches cost by these; the last that fits a rule counts."""
    if not costs:
        return result
    return replace(
        result, problems=tuple(_with_costs(problem, costs) for problem in result.problems)
    )


def _with_costs(problem: ProblemResult, costs: Sequence[StyleCost]) -> ProblemResult:
    forbidden: tuple[str, ...] = ()
    fields: list[FieldResult] = []
    for field in problem.fields:
        cost = next((c for c in reversed(costs) if c.fits(problem.family, field.name)), None)
        if not field.is_style or cost is None or field.outcome is Outcome.GRADER_FAULT:
            fields.append(field)
        elif cost.marks is not None:
            earned = cost.marks if field.score else 0.0
            fields.append(replace(field, score=earned, max_score=cost.marks))
        else:
            fields.append(field)
            if field.outcome is Outcome.SLIP:
                forbidden = forbidden or field.slips
    if forbidden:
        fields = [_forfeited(field, forbidden) for field in fields]
    return replace(problem, fields=tuple(fields))


def _forfeited(field: FieldResult, slips: tuple[str, ...]) -> FieldResult:
    """A field of a problem that earns nothing, since it was worked out as it may not be."""
    if not field.score:
        return field
    remark = Remark("style-forfeits", {"slips": slips})
    return replace(
        field, outcome=Outcome.SLIP, score=0.0, slips=slips, remarks=(remark, *field.remarks)
    )
