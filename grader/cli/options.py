"""Options that several commands share, and what they give."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from problems.family import LEVELS
from problems.sentences import LANGUAGES

if TYPE_CHECKING:
    from grader.limits import LimitChange

F = TypeVar("F", bound=Callable[..., Any])


def language_option(function: F) -> F:
    """``--lang``: the language of the sheet."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default="en",
        show_default=True,
        help="Language of the sheet.",
    )(function)


def seed_option(function: F) -> F:
    """``--seed``: which variant."""
    return click.option(
        "--seed",
        type=click.IntRange(min=0),
        default=0,
        show_default=True,
        help="Which variant; the same seed gives the same bytes.",
    )(function)


def level_option(function: F) -> F:
    """``--level``: how hard."""
    return click.option(
        "--level",
        type=click.Choice(LEVELS),
        default="standard",
        show_default=True,
        help="How hard.",
    )(function)


def solution_option(function: F) -> F:
    """``--solution``: with the worked solution."""
    return click.option("--solution", is_flag=True, help="With the worked solution.")(function)


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
