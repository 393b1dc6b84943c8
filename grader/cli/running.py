"""Options of the commands that run programs.

Light to import: ``grader check`` starts the fork server before anything heavy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from grader.limits import LimitChange

F = TypeVar("F", bound=Callable[..., Any])


class _Limit(click.ParamType["LimitChange"]):
    """One limit of a program: ``time=5s``."""

    name = "limit"

    def convert(
        self, value: str | LimitChange, param: click.Parameter | None, ctx: click.Context | None
    ) -> LimitChange:
        from grader.limits import LimitError, parse_limit

        if not isinstance(value, str):
            return value
        try:
            return parse_limit(value)
        except LimitError as error:
            self.fail(str(error), param, ctx)


def limit_option(function: F) -> F:
    """``--limit``: what a program may use."""
    return click.option(
        "--limit",
        "limits",
        type=_Limit(),
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
