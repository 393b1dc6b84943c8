"""Which file of an archive is the submission, and which archives are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from grader.answers.notation import in_print
from grader.files.whole import readable
from grader.intake.error import SubmissionError
from grader.intake.header import sheet_of
from grader.intake.member import FILE, FOLDER, MOST_MEMBERS, Member, too_many
from grader.intake.passages import passages_of
from grader.intake.program import MOST_BYTES, Program, named, suffix_of
from grader.intake.tar_archive import tar_members
from grader.intake.zip_archive import zip_members
from grader.render.script import script
from grader.sheet.sheet import SheetError

_PASSED_OVER = frozenset({"__MACOSX", ".git", "__pycache__", ".ipynb_checkpoints", ".DS_Store"})
"""What computers put into archives unasked, as they do files named ``._...``."""

_MOST_CHARACTERS = 100  # of a name in a message


def program_in(name: str, data: bytes) -> Program:
    """The one file with a sheet's header in an archive of this name, or else the only program.

    Raises SubmissionError if there is none, or several, and for whatever has no place in an archive
    of a submission: links, devices, names that lead elsewhere, and more than can be looked at.
    """
    try:
        return replace(_program(_members(name, data)), archive=name)
    except SubmissionError as error:
        raise SubmissionError(f"{name}: {error}") from None


def _members(name: str, data: bytes) -> Iterator[Member]:
    """The files and folders of an archive. Raises SubmissionError if there is anything else."""
    members = zip_members(data) if suffix_of(name) == ".zip" else tar_members(data)
    for number, member in enumerate(members, start=1):
        if number > MOST_MEMBERS:
            raise too_many()
        if fault := _fault_of_name(member.name):
            raise SubmissionError(
                f"the name {shown(member.name)!r} in the archive {fault}; pack the file of the "
                "sheet anew, alone"
            )
        if member.kind not in (FILE, FOLDER):
            raise SubmissionError(
                f"{shown(member.name)} in the archive is {member.kind}; only files and folders may "
                "be in it"
            )
        yield member


def _fault_of_name(name: str) -> str | None:
    """What is wrong with a name: nothing is unpacked to it, but no honest archive has it."""
    if "\0" in name:
        return "has a NUL character"
    if "\\" in name:
        return "has a backslash"
    if readable(name) != name:
        return "is not UTF-8"
    if name.startswith("/") or re.match("[A-Za-z]:", name):
        return "is absolute"
    if ".." in name.split("/"):
        return "climbs out of its folder"
    return None


def _program(members: Iterator[Member]) -> Program:
    programs: list[Program] = []
    others: list[str] = []
    for member in members:
        path = PurePosixPath(member.name)
        if member.kind == FOLDER or any(
            part in _PASSED_OVER or part.startswith("._") for part in path.parts
        ):
            continue
        if most := MOST_BYTES.get(suffix_of(path.name)):
            program = Program(shown(str(path)), member.read(most + 1))
            if program.may_be_sheet:
                programs.append(program)
                continue
        others.append(shown(str(path)))
    program = _submission_among(programs)
    left_out = (*(each.name for each in programs if each is not program), *others)
    return replace(program, left_out=left_out)


def _submission_among(programs: Sequence[Program]) -> Program:
    if not programs:
        raise SubmissionError(
            "there is no .py or .ipynb file in the archive, and archives in it are not opened; "
            "hand in the file of the sheet"
        )
    if len(programs) == 1:  # whatever is wrong with it will be said of it
        return programs[0]
    sheets = [each for each in programs if each.has_header]
    if not sheets:
        raise SubmissionError(
            f"none of {named([each.name for each in programs])} in the archive has the lines "
            "'# grader-sheet: ...'; hand in the file that 'grader generate' wrote, filled in"
        )
    if len(sheets) == 2:  # as 'grader generate' writes them, of which one was filled in
        sheets = _filled_in(sheets)
    if len(sheets) > 1:
        raise SubmissionError(
            f"the archive has {len(sheets)} sheets, {named([each.name for each in sheets])}; "
            "hand in one of them"
        )
    return sheets[0]


def _filled_in(sheets: Sequence[Program]) -> list[Program]:
    """The sheets without those in which nothing was typed; if that are all, one of them."""
    filled = [each for each in sheets if not _is_blank(each)]
    return filled or [sheets[0]]


def _is_blank(program: Program) -> bool:
    """Whether its code is that of the sheet as it was set; comments may have been worded anew."""
    try:
        passages, _ = passages_of(program)
        blank = script(sheet_of(passages))
    except SheetError:  # it is said of the one that is marked
        return False
    source = "\n".join(each.source for each in passages if each.is_code)
    return _code_lines(source) == _code_lines(blank)


def _code_lines(source: str) -> list[str]:
    lines = (line.strip() for line in source.split("\n"))
    return [line for line in lines if line and not line.startswith("#")]


def shown(name: str) -> str:
    """The name of a member as it is told: in one line, and not without end."""
    text = in_print(readable(name))
    return text if len(text) <= _MOST_CHARACTERS else f"…{text[-_MOST_CHARACTERS:]}"
