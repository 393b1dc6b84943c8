"""``grader languages``."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli import refuse
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option

LACKS_SOME = 1


@click.group(invoke_without_command=True)
@languages_option
@families_option
@click.pass_context
def command(context: click.Context) -> None:
    """List the languages of sheets, and how many texts each lacks.

    What an added language lacks is told in English.
    """
    if context.invoked_subcommand is not None:
        return
    from grader.messages.catalogues import count_of_texts, texts_lacking
    from problems.languages import LANGUAGES, added

    every = count_of_texts()
    for code in LANGUAGES:
        click.echo(f"{code}  all {every} texts")
    for one in added():
        without = len(texts_lacking(one.code, added()))
        told = f"{without} of {every} texts are lacking" if without else f"all {every} texts"
        click.echo(f"{one.code}  {told}  ({one.name}, {one.folder})")


@command.command("lacking")
@languages_option
@families_option
@click.argument("code")
def lacking(code: str) -> None:
    """List each text that the language CODE lacks, and each that no catalogue knows.

    Exit status: 0 nothing is lacking, 1 something is, 2 there is no such language.
    """
    from grader.messages.catalogues import texts_lacking, texts_unknown
    from problems.languages import added, languages

    if code not in languages():
        raise refuse(
            f"there are no sheets in {code!r}; there are {', '.join(languages())}, and those that "
            "--languages adds"
        )
    found = texts_lacking(code, added())
    own = [one for one in added() if one.code == code]
    unknown = [text for one in own for text in texts_unknown(one)]
    for text in found:
        click.echo(f"lacking  {text}")
    for text in unknown:
        click.echo(f"unknown  {text}")
    if found or unknown:
        click.get_current_context().exit(LACKS_SOME)


@command.command("new")
@families_option
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--code", required=True, help="Two or three small letters, such as sl.")
@click.option("--name", required=True, help="What the language calls itself: slovenščina.")
def new(folder: Path, code: str, name: str) -> None:
    """Begin a language in FOLDER: every text in English, to be translated.

    Texts that are not translated yet may be left out. Nothing that is there is overwritten.
    """
    from grader.files.whole import UnwritableError, write_whole
    from grader.messages.catalogues import new_files
    from problems.languages import LANGUAGES, is_code

    if not is_code(code) or code in LANGUAGES:
        raise refuse(
            f"--code was expected to be two or three small letters that are none of "
            f"{', '.join(LANGUAGES)}, but is {code!r}"
        )
    if folder.is_dir() and any(folder.iterdir()):
        raise refuse(f"{folder} is there already, and is not empty; name another folder")
    number = 0
    try:
        for part, text in new_files(code, name):
            write_whole(folder / part, text, durable=False)
            number += 1
    except UnwritableError as error:
        raise refuse(str(error)) from None
    click.echo(f"{folder}: {number} files; try it with --languages {folder} --lang {code}")
