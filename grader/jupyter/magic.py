"""``%check``: what was run so far, marked as it would be if it were handed in now."""

from __future__ import annotations

import atexit
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from grader.grading.grade import grade
from grader.intake.submission import read_submission
from grader.jupyter.asking import UnknownOptionError, asked_in, part_of
from grader.jupyter.cells import as_notebook, cells_that_count, header_run
from grader.jupyter.saved import saved_data
from grader.jupyter.shell import Shell
from grader.jupyter.told import said, shown
from grader.messages.say import say
from grader.render.title import title
from grader.report.feedback import Feedback, as_told
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.own_file import OwnFile
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.issued import claim_in
from grader.sheet.sheet import Sheet, SheetError
from problems.family import InCode
from problems.sentences import Language

MAGIC = "check"
_FILE = "notebook.ipynb"


class Checker:
    """Marks what was run in a notebook, in processes that are ready before they are needed."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._sandbox = OwnFile(Sandbox(None))
        self._sandbox.start_early()

    def check(self, line: str) -> None:
        """Check what was run so far: ``%check``, ``%check 1``, ``%check conv1_rf --hints``."""
        self._shell.display_pub.publish(data=self._told(line))

    def close(self) -> None:
        """End all processes."""
        self._sandbox.close()

    def _told(self, line: str) -> dict[str, Any]:
        run = [*self._shell.history_manager.input_hist_raw][1:]
        header = header_run(run)
        if header is None:
            return said(say("en", "notebook.no-header"))
        data = None
        if claim_in(f"# {header}") is not None:
            data = saved_data(header, self._shell.user_ns)
            if data is None:
                return said(say("en", "notebook.not-saved"))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / _FILE
            path.write_text(as_notebook(cells_that_count(run), data), encoding="utf-8")
            try:
                submission = read_submission(path)
                result = grade(submission, sandbox=self._sandbox)
            except (SheetError, MissingModuleError) as error:
                return said(str(error).removeprefix(f"{_FILE}: "))
        sheet = submission.sheet
        try:
            asked = asked_in(line)
        except UnknownOptionError as error:
            return said(say(sheet.language, "notebook.no-option", option=error))
        functions = {
            problem.key: problem.names
            for problem in sheet.problems
            if isinstance(problem.variant.family.task, InCode)
        }
        part, unknown = part_of(as_told(result, Feedback(asked.level)), asked.names, functions)
        if unknown:
            return said(_not_there(unknown[0], sheet, sheet.language))
        return shown(part, {p.key: title(p, sheet.language) for p in sheet.problems})


def _not_there(name: str, sheet: Sheet, language: Language) -> str:
    keys = ", ".join(problem.key for problem in sheet.problems)
    names = ", ".join(f"`{each}`" for problem in sheet.problems for each in problem.names)
    return say(language, "notebook.not-there", name=name, problems=keys, names=names)


_LOADED: list[Checker] = []


def load(shell: Shell) -> None:
    """Add ``%check`` to a shell; one that has it keeps nothing of what was started for it."""
    unload(shell)
    checker = Checker(shell)
    _LOADED.append(checker)
    atexit.register(checker.close)
    shell.register_magic_function(checker.check, magic_kind="line", magic_name=MAGIC)


def unload(shell: Shell) -> None:
    """End what was started for ``%check``."""
    del shell  # there is one in a process
    while _LOADED:
        checker = _LOADED.pop()
        atexit.unregister(checker.close)
        with suppress(OSError):
            checker.close()
