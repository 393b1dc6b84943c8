"""A class of an assignment as it may come in: right, mistaken, wrong, empty and hostile.

Of ten submissions five are model solutions, two make a known mistake, one has wrong answers and an
unfinished program, one is as it was handed out, and one has a program that tries something: to end
its process, to print without end, to take all memory, to read what it may not, or, rarely, to run
on for ever.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from grader.course.case import case_of, read_course
from grader.course.key import new_key
from grader.render.script import Work, blank, mistaken, model, script
from grader.sheet.sheet import Problem, Sheet

_ASSIGNMENT = """\
id = "hw1"
languages = ["en"]
[title]
en = "Homework 1"
[[problem]]
family = "cnn-table"
level = "easy"
[[problem]]
family = "conv1d-code"
"""
_SLIPS = {"cnn-table": "kernel-not-reduced", "conv1d-code": "padding-forgotten"}
_HOSTILE = (
    "    import os\n    os._exit(0)\n",
    "    while True:\n        print('x' * 10**6)\n",
    "    kept = [bytearray(10**8) for _ in range(10**4)]\n",
    "    open('/etc/shadow').read()\n    open('/proc/1/environ').read()\n",
)
_ENDLESS = "    while True:\n        pass\n"
_ONE_ENDLESS_IN = 500


@dataclass(frozen=True)
class Class:
    """The folder of an assignment, that of what was handed in, and the files in it."""

    assignment: Path
    handed_in: Path
    files: tuple[Path, ...]


def hand_in(folder: Path, students: int) -> Class:
    """Set an assignment for so many students, and hand in what they have done."""
    home = folder / "hw1"
    home.mkdir(parents=True)
    (home / "assignment.toml").write_text(_ASSIGNMENT, encoding="utf-8")
    names = [f"s-{number:06}" for number in range(students)]
    (home / "roster.csv").write_text("student\n" + "\n".join(names) + "\n", encoding="utf-8")
    new_key(home / "course.key")
    command = [sys.executable, "-m", "grader", "generate", str(home), "--format", "py"]
    subprocess.run([*command, "--out", str(folder / "sheets")], check=True, capture_output=True)
    course = read_course(home)
    files = []
    for number, student in enumerate(course.students):
        sheet = case_of(course, student).set_sheet.sheet()
        file = folder / "handed-in" / student.id / "hw1.py"
        file.parent.mkdir(parents=True)
        file.write_text(_handed_in(sheet, number), encoding="utf-8")
        files.append(file)
    return Class(home, folder / "handed-in", tuple(files))


def _handed_in(sheet: Sheet, number: int) -> str:
    match number % 10:
        case 5 | 6:
            return script(sheet, _slipped)
        case 7:
            text = script(sheet, model)
            wrong = re.sub(r"(?m)^(\w+_(?:params|rf)) = .*$", rf"\1 = {number + 2}", text)
            return wrong.replace("    return out", "    return out[:-1")
        case 8:
            return script(sheet, blank)
        case 9:
            return _with_program(script(sheet, model), number)
        case _:
            return script(sheet, model)


def _slipped(problem: Problem) -> Work:
    return mistaken(problem, _SLIPS[problem.variant.family.key])


def _with_program(text: str, number: int) -> str:
    is_endless = number % _ONE_ENDLESS_IN == _ONE_ENDLESS_IN - 1
    lines = _ENDLESS if is_endless else _HOSTILE[number // 10 % len(_HOSTILE)]
    return re.sub(r"(?m)^(def conv1d\(.*\n)", lambda found: found[1] + lines, text)
