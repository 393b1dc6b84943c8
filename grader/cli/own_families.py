"""The option by which a lecturer's own families join ours.

Light to import: ``grader check`` starts the fork server before anything heavy.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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


@contextmanager
def blamed_on_own(keys: Iterable[str]) -> Iterator[None]:
    """Has what goes wrong in here told as a fault of a lecturer's own family, if there is one.

    ``keys`` are the families that are at work.
    """
    try:
        yield
    except (click.ClickException, OSError):
        raise
    except Exception as error:
        from grader.messages.fault import described
        from problems.catalogue import FamiliesError, added_folder, family_keys

        known = family_keys()
        own = {key: str(added_folder(key)) for key in keys if key in known and added_folder(key)}
        if not own or isinstance(error, FamiliesError):
            raise
        folders = [word for each in dict.fromkeys(own.values()) for word in ("--families", each)]
        verify = shlex.join(["grader", "verify", *own, *folders])
        raise refuse(
            f"a family of your own ({', '.join(own)}) has a fault, {described(error)}; "
            f"what else it has is shown by: {verify}"
        ) from None


def _add(context: click.Context, option: click.Parameter, folders: tuple[Path, ...]) -> None:
    if not folders:
        return
    from problems.catalogue import FamiliesError, add_families

    try:
        for folder in folders:
            add_families(folder)
    except FamiliesError as error:
        raise refuse(str(error)) from None
