"""Options of the commands that run programs.

Light to import: ``grader check`` starts the fork server before anything heavy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from grader.grading.limits import LimitChange

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


def unsafe_option(function: F) -> F:
    """``--unsafe-i-trust-this-code``: run programs without confinement."""
    return click.option(
        "--unsafe-i-trust-this-code",
        "trusting",
        is_flag=True,
        help="Run programs without confinement; every result says so.",
    )(function)
