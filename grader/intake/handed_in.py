"""What is handed in: a Python file, a notebook, or an archive of one.

It is read into memory, within limits, and no archive is ever unpacked to a disk: so a link, an
absolute path or a student's own ``numpy.py`` has no place where it could do harm.
"""

from __future__ import annotations

import stat
from pathlib import Path

from grader.files.whole import readable
from grader.intake.error import SubmissionError
from grader.intake.program import MOST_BYTES, TEXT, Program, suffix_of

PROGRAMS = tuple(MOST_BYTES)
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
SUFFIXES = (*PROGRAMS, *ARCHIVES)

MOST_ARCHIVE_BYTES = 32 * 1024 * 1024
MOST_SEARCHED_BYTES = 1024 * 1024
"""Of a text in a folder, for the header of a sheet."""


def read_handed_in(path: Path) -> Program:
    """The program in a file that was handed in.

    Raises SubmissionError, in one line for the student, if there is none, or several, or if the
    file is not such as may be read.
    """
    name = readable(path.name)
    if name.lower().endswith(PROGRAMS):
        program = Program(name, _start_of(path, MOST_BYTES[suffix_of(name)] + 1))
        if program.may_be_sheet:
            return program
    if not name.lower().endswith(ARCHIVES):
        raise SubmissionError(
            f"{name}: a .py or .ipynb file was expected, or a .zip or .tar archive of one; hand in "
            "the file of the sheet"
        )
    data = _start_of(path, MOST_ARCHIVE_BYTES + 1)
    if len(data) > MOST_ARCHIVE_BYTES:
        raise SubmissionError(
            f"{name}: an archive may have {MOST_ARCHIVE_BYTES // 1024**2} MB, but this one is "
            "larger; hand in the file of the sheet alone"
        )
    from grader.intake.archive import program_in  # costs only those who need it

    return program_in(name, data)


def may_be_handed_in(path: Path) -> bool:
    """Whether a file may be a submission by its name; a text is one only if it is a sheet's.

    What cannot be looked into may be one, so that somebody is told.
    """
    name = readable(path.name).lower()
    if not name.endswith(TEXT):
        return name.endswith(SUFFIXES)
    try:
        return Program(name, _start_of(path, MOST_SEARCHED_BYTES)).may_be_sheet
    except SubmissionError:
        return True


def _start_of(path: Path, size: int) -> bytes:
    """The first bytes of a regular file; nothing else is opened, since a pipe would make us wait.

    Raises SubmissionError.
    """
    name = readable(str(path))
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SubmissionError(f"{name}: this is a folder; 'grader batch' marks folders")
        if not stat.S_ISREG(mode):
            raise SubmissionError(f"{name}: a file was expected, but this is a pipe or a device")
        with path.open("rb") as file:
            return file.read(size)
    except FileNotFoundError:
        raise SubmissionError(f"{name}: there is no such file") from None
    except OSError as error:
        raise SubmissionError(f"{name}: the file cannot be read ({error.strerror})") from None
