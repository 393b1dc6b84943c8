"""The command line: one command, one module, loaded when it is called."""

from __future__ import annotations

import atexit
import contextlib
import importlib
import io
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

import click

from grader.files.whole import readable
from grader.grading.garbage import collect_seldom
from grader.messages.fault import place_in_ours

if TYPE_CHECKING:
    from problems.sentences import Language

COMMANDS = {
    "init": "Begin an assignment: write its files.",
    "key": "Make the key of a course.",
    "families": "List the exercise families.",
    "languages": "List the languages of sheets, and what they lack.",
    "show": "Print one variant of an exercise.",
    "generate": "Write a sheet of exercises, with the files to fill in.",
    "check": "Mark a filled-in file.",
    "batch": "Mark every submission in a folder.",
    "regrade": "Mark again what was marked, and show who moves.",
    "replay": "Mark one result again, for an appeal.",
    "store": "Verify the store of an assignment; export or erase a student.",
    "report": "Write a page on a class that was marked.",
    "copying": "Say which students are to be asked about copying.",
    "solution": "Show a sheet solved, with a student's answers beside it.",
    "override": "Set the points of a student by hand, after an appeal.",
    "redraw": "Draw a problem of one student anew.",
    "publish": "Write the solutions of an assignment, once it is over.",
    "export": "Write marks for a gradebook or another system.",
    "autograde": "Mark one submission where Gradescope has laid it out.",
    "schema": "Print the JSON Schema of results.",
    "verify": "Certify exercise families over many seeds.",
    "doctor": "Examine the sandbox of this machine, and attack it.",
}

UNUSABLE, OUR_FAULT, INTERRUPTED = 2, 3, 130

_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""Read when NumPy is loaded, here and in processes that are started from here.

Its products of matrices are small here, and threads that wait for the next one by running on take
the time of other processes: a batch has one for each core.
"""


class _Commands(click.Group):
    """Commands by name; the module of a command is imported when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"grader.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:  # 1, as Click has it, would say that the marks are not full
            click.echo("stopped", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="conv-grader", prog_name="grader")
def cli() -> None:
    """Individual exercises on convolutional networks, and marks that understand mistakes."""


def main() -> None:
    """Run the command line. Exit 2: the command or file is unusable; 3: a fault of ours."""
    collect_seldom()
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may lack letters of a sheet
            stream.reconfigure(errors="backslashreplace")
    try:
        cli.main(prog_name="grader")
    except Exception as error:  # the last resort: our own fault is said, and is loud
        if isinstance(error, OSError) and _is_of_output(error):
            _give_output_up()
            with contextlib.suppress(OSError):
                click.echo(f"grader: the output cannot be written ({error.strerror})", err=True)
            sys.exit(UNUSABLE)
        if isinstance(error, PermissionError) and isinstance(error.filename, str):
            # a folder that may not be entered: some questions about a path in it raise this too
            name, why = readable(error.filename), error.strerror
            click.echo(f"Error: {name}: cannot be read or written ({why})", err=True)
            sys.exit(UNUSABLE)
        if _is_of_families(error):
            click.echo(f"Error: {error}", err=True)
            sys.exit(UNUSABLE)
        said = f"{type(error).__name__} at {place_in_ours(error)}: {error}"
        notes = "".join(f"{note} " for note in getattr(error, "__notes__", ()))
        click.echo(
            f"grader: a fault of the grader itself, {said}\n"
            f"{notes}Please report it with this line.",
            err=True,
        )
        sys.exit(OUR_FAULT)


def run() -> None:
    """`main` as a program of its own, which ends as soon as it has done its work.

    To take every module and object apart before the process ends takes a sixth of a short command.
    What was registered to be done at the end is done, and what was printed is written out.
    """
    status: list[int] = []
    atexit.register(_end_at_once, status)  # the first one, and so done last
    try:
        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            status.append(end.code or 0)
        raise


def _end_at_once(status: Sequence[int]) -> None:
    """Ends the process, if it has a status; where output fails, Python says so as ever."""
    if not status:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(status[0] & 0xFF)


@contextlib.contextmanager
def nothing_marked_yet() -> Iterator[None]:
    """Has it said of a fault in here that nothing was marked; later on, reports may be written."""
    try:
        yield
    except Exception as error:
        error.add_note("Nothing was marked.")
        raise


def _is_of_output(error: OSError) -> bool:
    """Whether an error came up in printing, which Click and Rich do (on a full disk, say)."""
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    return str(frame.f_globals.get("__name__")).partition(".")[0] in ("click", "rich")


def _is_of_families(error: Exception) -> bool:
    """Whether a lecturer's own family cannot be used, which is no fault of ours."""
    from problems.catalogue import FamiliesError

    return isinstance(error, FamiliesError)


def _give_output_up() -> None:
    """Drop what was not yet written: it would be tried again at exit, and fail once more."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class UnusableError(click.ClickException):
    """The command or a file that it names cannot be used.

    ``language`` is that of the message: that of a sheet, where one is known.
    """

    exit_code = UNUSABLE

    def __init__(self, message: str, language: Language = "en") -> None:
        super().__init__(message)
        self.language = language

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints it, after the word for an error."""
        from grader.messages.say import say

        line = say(self.language, "report.error", message=self.format_message())
        click.echo(line, file=file or sys.stderr)


def refuse(message: str, language: Language = "en") -> click.ClickException:
    """The error for a command or file that cannot be used, in the language of its message."""
    return UnusableError(message, language)
