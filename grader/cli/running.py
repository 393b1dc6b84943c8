"""Options of the commands that run programs.

Light to import: ``grader check`` starts the fork server before anything heavy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from grader.grading.limits import LimitChange
    from grader.grading.style_costs import StyleCost

F = TypeVar("F", bound=Callable[..., Any])


def _limit(text: str) -> LimitChange:
    """One limit of a program: ``time=5s``."""
    from grader.grading.limits import LimitError, parse_limit

    try:
        return parse_limit(text)
    except LimitError as error:
        raise click.BadParameter(str(error)) from None


def limit_option(function: F) -> F:
    """``--limit``: what a program may use."""
    return click.option(
        "--limit",
        "limits",
        type=_limit,
        multiple=True,
        metavar="[FAMILY:]NAME=VALUE",
        help="Limit of a program, such as time=5s or memory=512MiB: time, total-time, cpu, "
        "memory, file, output or result. May be given again.",
    )(function)


def _style_cost(text: str) -> StyleCost:
    """The cost of a breach of style: ``own-code=all``."""
    from grader.grading.style_costs import StyleCostError, parse_style_cost

    try:
        return parse_style_cost(text)
    except StyleCostError as error:
        raise click.BadParameter(str(error)) from None


def style_cost_option(function: F) -> F:
    """``--style-cost``: what a breach of a rule of style costs."""
    return click.option(
        "--style-cost",
        "style_costs",
        type=_style_cost,
        multiple=True,
        metavar="[FAMILY:]RULE=MARKS|all",
        help="What a breach of style costs, such as one-loop=0, conv1d-code:*=2, or own-code=all "
        "for all that the problem earns. May be given again.",
    )(function)


def feedback_level_option(function: F) -> F:
    """``--feedback-level``: how much is told."""
    return click.option(
        "--feedback-level",
        "levels",
        multiple=True,
        metavar="[PROBLEM[.CHECK]=]LEVEL",
        help="How much is told: full, hints (no right values) or score (marks alone), of all or of "
        "what fits a pattern, such as 2=score or '2.inputs-*=score'. May be given again.",
    )(function)


def unsafe_option(function: F) -> F:
    """``--unsafe-i-trust-this-code``: run programs without confinement."""
    return click.option(
        "--unsafe-i-trust-this-code",
        "trusting",
        is_flag=True,
        help="Run programs without confinement; every result says so.",
    )(function)
