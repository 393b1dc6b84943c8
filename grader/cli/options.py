"""Options that several commands share, and what they give."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from grader.cli import refuse
from grader.cli.marking_options import roster_of_assignment
from grader.cli.own_languages import LanguageName
from grader.formats.table import FORMATS, USUAL
from problems.family import LEVELS

F = TypeVar("F", bound=Callable[..., Any])


def language_option(function: F) -> F:
    """``--lang``: the language of the sheet."""
    return click.option(
        "--lang",
        "language",
        type=LanguageName(),
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


def variant_seed_option(function: F) -> F:
    """``--seed``: which variant, also a further one of its family on a sheet."""
    return click.option(
        "--seed",
        default="0",
        show_default=True,
        callback=read_variant_seed,
        metavar="N[/M]",
        help="Which variant; the same seed gives the same bytes. N/M is the problem that comes "
        "M-th of its family and level on the practice sheet N, such as 5/2.",
    )(function)


_SEED = re.compile(r"(\d+)(?:/(\d+))?", re.ASCII)


def read_variant_seed(context: click.Context, option: click.Parameter, text: str) -> str:
    """The seed of a variant as a sheet has it: ``5``, or ``5/2``. Raises BadParameter."""
    found = _SEED.fullmatch(text.strip())
    if found is None or (found[2] is not None and int(found[2]) < 2):
        first = f"; the first one has the seed {int(found[1])}" if found else ""
        raise click.BadParameter(
            f"{text!r} is no seed; a whole number of 0 or more was expected, such as 5, or 5/2 for "
            f"the second problem of its family and level on the sheet 5{first}"
        )
    number = str(int(found[1]))
    return number if found[2] is None else f"{number}/{int(found[2])}"


def level_option(function: F) -> F:
    """``--level``: how hard."""
    return click.option(
        "--level",
        type=click.Choice(LEVELS),
        default="standard",
        show_default=True,
        help="How hard.",
    )(function)


def network_option(function: F) -> F:
    """``--network``: a lecturer's own network, read from its file."""
    return click.option(
        "--network",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=_read_network,
        metavar="FILE",
        help="A network of your own, a TOML file of layers, that the problem is about.",
    )(function)


def _read_network(
    context: click.Context, option: click.Parameter, path: Path | None
) -> Mapping[str, Any] | None:
    if path is None:
        return None
    from problems.network import NetworkError, read_network

    try:
        return read_network(path)
    except NetworkError as error:
        raise refuse(str(error)) from None


def solution_option(function: F) -> F:
    """``--solution``: with the worked solution."""
    return click.option("--solution", is_flag=True, help="With the worked solution.")(function)


def handing_out_options(function: F) -> F:
    """Options of handing out the sheets of an assignment."""
    options = (
        roster_of_assignment,
        click.option(
            "--student",
            "only",
            multiple=True,
            metavar="ID",
            help="With an assignment: the sheet of this student alone. May be given again.",
        ),
        click.option(
            "--format",
            "formats",
            default=",".join(USUAL),
            show_default=True,
            callback=read_formats,
            metavar="LIST",
            help=f"Which forms, of {', '.join(FORMATS)}.",
        ),
        click.option(
            "--attempt",
            type=click.IntRange(min=1),
            default=1,
            show_default=True,
            help="With an assignment: which sheet of each student; each has other variants.",
        ),
        click.option(
            "--bulk",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE.pdf",
            help="With an assignment: also a PDF of all these sheets, to print at once.",
        ),
        click.option(
            "--bulk-solutions",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE.pdf",
            help="With an assignment: also a PDF of their worked solutions, for you alone.",
        ),
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            default=os.cpu_count() or 1,
            show_default="all cores",
            help="With an assignment: how many processes draw and write.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


def read_formats(context: click.Context, option: click.Parameter, text: str) -> tuple[str, ...]:
    """The formats in a list, each once.

    Raises BadParameter, and UnusableError where what writes one of them is not installed.
    """
    found = tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))
    if unknown := [each for each in found if each not in FORMATS]:
        raise click.BadParameter(
            f"there is no format {unknown[0]!r}; there are {', '.join(FORMATS)}"
        )
    if not found:
        raise click.BadParameter(f"one of {', '.join(FORMATS)} was expected, or several")
    from grader.render.typst.pdf import NoTypstError  # which takes long to load

    try:
        for each in found:
            FORMATS[each].require()
    except NoTypstError as error:
        raise refuse(str(error)) from None
    return found
