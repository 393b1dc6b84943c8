"""The option by which a language joins ours, and the type of those that name one.

Light to import: ``grader check`` starts the fork server before anything heavy.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from grader.cli import refuse

F = TypeVar("F", bound=Callable[..., Any])


def languages_option(function: F) -> F:
    """``--languages``: folders of languages beside ours; read before all other options."""
    return click.option(
        "--languages",
        "own_languages",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="DIR",
        is_eager=True,
        expose_value=False,
        callback=_add,
        help="The folder of a language of your own. May be given again.",
    )(function)


class LanguageName(click.ParamType[str]):
    """The code of a language of sheets."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language, if there is one of that code. Raises BadParameter."""
        from problems.languages import languages

        if value in languages():
            return str(value)
        return self.fail(
            f"there are no sheets in {value!r}; there are {', '.join(languages())}, and those that "
            "--languages adds",
            param,
            ctx,
        )

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Our languages, as a help has them."""
        from problems.languages import LANGUAGES

        return f"[{'|'.join(LANGUAGES)}]"


def _add(context: click.Context, option: click.Parameter, folders: tuple[Path, ...]) -> None:
    if not folders:
        return
    from problems.languages import LanguageError, add_language

    try:
        for folder in folders:
            add_language(folder)
    except LanguageError as error:
        raise refuse(str(error)) from None
