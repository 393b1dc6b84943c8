"""nbgrader and otter-grader, as a course would use them without containers: for `batch_speed.py`.

Each is installed in a virtual environment of its own, at a pinned version. The exercise is a
notebook with one function to write, and its checks are ours: the same inputs, the same right
values, the same marks, once each (ours makes them several times over).

nbgrader        one ``nbgrader autograde`` for the whole class; the checks are cells of the
                notebook
otter-grader    one ``otter run`` for each file, which is ``otter grade`` without its containers;
                the checks are files of its archive
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from problems.probe import Call, Check, Put, Read

NBGRADER = ("nbgrader==0.9.6", "ipykernel==7.4.0", "numpy==2.4.6")
OTTER = ("otter-grader==7.0.0", "ipykernel==7.4.0", "nbconvert==7.17.2", "numpy==2.4.6")
FILE = "conv.ipynb"
_ASSIGNMENT = "hw1"
_NOTEBOOK = {
    "metadata": {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    },
    "nbformat": 4,
    "nbformat_minor": 5,
}
_TEST = """\
from otter.test_files import test_case

OK_FORMAT = False
name = "{name}"
points = {marks}

@test_case()
def test_{identifier}({function}):
    import numpy as np

{lines}
"""


@dataclass(frozen=True)
class Exercise:
    """One function to write: its name, the line that imports NumPy with it, and its checks."""

    function: str
    checks: tuple[Check, ...]


class DiffersError(RuntimeError):
    """Another grader gives other marks than ours: the checks are not the same."""


def lines_of(check: Check) -> Iterator[str]:
    """A check as a person would write it in a notebook, without the times that it is repeated."""
    observations = iter(check.probe.observations)
    for step in check.probe.steps[: check.probe.more_from]:
        match step:
            case Put(name, value):
                yield f"{name} = np.array({np.asarray(value).tolist()})"
            case Call(result, function, arguments):
                yield f"{result} = {function}({', '.join(arguments)})"
            case Read(path):
                right = np.asarray(next(observations).true, dtype=float).tolist()
                yield f"np.testing.assert_allclose({path}, {right}, rtol=1e-4, atol=1e-4)"
            case _:
                raise TypeError(f"no exercise that is measured has the step {step!r}")


# -- environments ------------------------------------------------------------------------------


def installed(folder: Path, requirements: Sequence[str]) -> Path:
    """The folder of programs of an environment with these packages, made if there is none."""
    programs = folder / "bin"
    if not (folder / "installed").is_file():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = [str(programs / "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, *requirements], check=True, stderr=subprocess.DEVNULL)
        (folder / "installed").write_text("\n".join(requirements), encoding="utf-8")
    return programs


def _environment(folder: Path, programs: Path) -> dict[str, str]:
    """The environment of a command: what it keeps lies in ``folder``, and bytecode is written."""
    kept = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    own = {
        "HOME": str(folder),
        "JUPYTER_PATH": str(programs.parent / "share" / "jupyter"),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
    }
    return kept | own


def _run(command: Sequence[str], folder: Path, programs: Path) -> None:
    done = subprocess.run(
        [str(programs / command[0]), *command[1:]],
        cwd=folder,
        env=_environment(folder, programs),
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stdout[-2000:]}{done.stderr[-2000:]}")


# -- nbgrader ----------------------------------------------------------------------------------


def _cell(source: str, number: int, **nbgrader: Any) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": "code", "id": f"cell-{number}", "source": source}
    own = {"schema_version": 3, "task": False, **nbgrader}
    cell["metadata"] = {"nbgrader": own} if nbgrader else {}
    return cell | {"execution_count": None, "outputs": []}


def _as_json(cells: Sequence[Mapping[str, Any]]) -> str:
    return json.dumps(_NOTEBOOK | {"cells": cells}, indent=1)


class Nbgrader:
    """A course of nbgrader with what was handed in."""

    name = "nbgrader autograde"

    def __init__(self, folder: Path, programs: Path, exercise: Exercise) -> None:
        self._folder, self._programs, self._exercise = folder, programs, exercise
        source = folder / "source" / _ASSIGNMENT
        source.mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(
            'c = get_config()\nc.CourseDirectory.course_id = "course"\n', encoding="utf-8"
        )
        (source / FILE).write_text(self._notebook(f"{exercise.function} = ..."), encoding="utf-8")
        _run(["nbgrader", "generate_assignment", _ASSIGNMENT, "--create"], folder, programs)

    def _notebook(self, program: str) -> str:
        cells = [
            _cell("import numpy as np", 0),
            _cell(program, 1, grade=False, locked=False, solution=True, grade_id="program"),
        ]
        for number, check in enumerate(self._exercise.checks, start=2):
            asked = {"grade": True, "locked": True, "solution": False, "points": check.marks}
            lines = "\n".join(lines_of(check))
            cells.append(_cell(lines, number, grade_id=check.name, **asked))
        return _as_json(cells)

    def hand_in(self, students: Mapping[str, str]) -> None:
        """What each student has written is handed in; what was there before goes."""
        for name in ("submitted", "autograded"):
            shutil.rmtree(self._folder / name, ignore_errors=True)
        for student, program in students.items():
            own = self._folder / "submitted" / student / _ASSIGNMENT
            own.mkdir(parents=True)
            (own / FILE).write_text(self._notebook(program), encoding="utf-8")

    def mark(self) -> None:
        """Mark all."""
        command = ["nbgrader", "autograde", _ASSIGNMENT, "--create", "--force"]
        _run(command, self._folder, self._programs)

    def scores(self) -> dict[str, float]:
        """The marks of each student."""
        program = (
            "import json\nfrom nbgrader.api import Gradebook\n"
            "with Gradebook('sqlite:///gradebook.db') as book:\n"
            f"    every = book.assignment_submissions({_ASSIGNMENT!r})\n"
            "    print(json.dumps({one.student.id: one.score for one in every}))\n"
        )
        found = subprocess.run(
            [str(self._programs / "python"), "-c", program],
            cwd=self._folder,
            env=_environment(self._folder, self._programs),
            check=True,
            capture_output=True,
            text=True,
        )
        scores: dict[str, float] = json.loads(found.stdout.splitlines()[-1])
        return scores


# -- otter-grader ------------------------------------------------------------------------------


class Otter:
    """An archive of otter-grader, and what was handed in."""

    name = "otter run, file by file"

    def __init__(self, folder: Path, programs: Path, exercise: Exercise) -> None:
        self._folder, self._programs = folder, programs
        self._students: tuple[str, ...] = ()
        (tests := folder / "tests").mkdir(parents=True)
        for check in exercise.checks:
            text = _TEST.format(
                name=check.name,
                marks=check.marks,
                identifier=check.name.replace("-", "_"),
                function=exercise.function,
                lines="\n".join(f"    {line}" for line in lines_of(check)),
            )
            (tests / f"{check.name}.py").write_text(text, encoding="utf-8")
        _run(
            ["otter", "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment"],
            folder,
            programs,
        )

    def hand_in(self, students: Mapping[str, str]) -> None:
        """What each student has written is handed in."""
        shutil.rmtree(self._folder / "submitted", ignore_errors=True)
        for student, program in students.items():
            own = self._folder / "submitted" / student
            own.mkdir(parents=True)
            cells = [_cell("import numpy as np", 0), _cell(program, 1)]
            (own / FILE).write_text(_as_json(cells), encoding="utf-8")
        self._students = tuple(students)

    def mark(self) -> None:
        """Mark all, one after another."""
        for student in self._students:
            own = self._folder / "submitted" / student
            command = ["otter", "run", "-a", "autograder.zip", "-o", str(own), "--no-logo"]
            _run([*command, str(own / FILE)], self._folder, self._programs)

    def scores(self) -> dict[str, float]:
        """The marks of each student."""
        scores = {}
        for student in self._students:
            path = self._folder / "submitted" / student / "results.json"
            tests = json.loads(path.read_text(encoding="utf-8"))["tests"]
            scores[student] = sum(test.get("score", 0.0) for test in tests)
        return scores
