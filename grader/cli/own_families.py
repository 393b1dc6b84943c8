"""The option by which a lecturer's own families join ours.

Light to import: ``grader check`` starts the fork server before anything heavy.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from grader.cli import refuse

F = TypeVar("F", bound=Callable[..., Any])


def families_option(function: F) -> F:
    """``--families``: folders with families beside ours; read before all other options."""
    return click.option(
        "--families",
        "own_families",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="DIR",
        is_eager=True,
        expose_value=False,
        callback=_add,
        help="A folder with exercise families of your own. May be given again.",
    )(function)


def _add(context: click.Context, option: click.Parameter, folders: tuple[Path, ...]) -> None:
    if not folders:
        return
    from problems.catalogue import FamiliesError, add_families

    try:
        for folder in folders:
            add_families(folder)
    except FamiliesError as error:
        raise refuse(str(error)) from None
