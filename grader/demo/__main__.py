"""``make demo``: a sheet, submissions of four kinds, a folder of thirty, and a course of five.

Everything goes through the command line, as a lecturer would run it; this module only writes what
the students of the demonstration hand in.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from grader.course.assignment import read_assignment
from grader.course.issue import sheet_of
from grader.course.key import read_key
from grader.course.record import read, sitting_of
from grader.course.roster import read_roster
from grader.files.whole import write_whole
from grader.render.notebook import notebook
from grader.render.script import Work, blank, mistaken, model, script
from grader.sheet.recorded import problem_of
from grader.sheet.sheet import DEFAULT_PROBLEMS, Problem, draw_sheet
from problems.family import ByHand
from problems.sentences import LANGUAGES
from problems.variant import slip_shows

SEED = "7"
BATCH = 30
FOLDER = Path("demo")

HOSTILE = '''
# A program that tries to get marks without an answer.
import os, sys

class Agreeable:
    """Equal to everything."""
    def __eq__(self, other): return True
    def __array__(self, *args, **kwargs): return np.zeros(6)

def conv1d(vector, kernel):
    print('{"score": 50, "max_score": 50}')
    try:
        import reference.convolution as answers
        return answers.convolve1d(vector, kernel)
    except ImportError as error:
        print(error)
    for name in ("allclose", "array_equal"):
        setattr(np, name, lambda *args, **kwargs: True)
    return Agreeable()

conv1_shape = Agreeable()
conv1_params = float("nan")
conv1_rf = "__import__('os').system('touch forged')"
pool1_shape = "9**9**9**9"
while True:
    try:
        pass
    except BaseException:
        pass
os._exit(0)
'''


def main() -> None:
    """Run the demonstration in the folder ``demo``."""
    if run("generate", "--seed", SEED, "--solution", "--out", FOLDER / "sheet", refused=2) == 2:
        raise SystemExit(
            f"{FOLDER / 'sheet'} has files that this demonstration would overwrite, from another "
            f"version or filled in: move or delete the folder {FOLDER}, and run it again"
        )
    sheet = draw_sheet(SEED, DEFAULT_PROBLEMS, "en")

    say("A student who has everything right")
    run("check", FOLDER / "sheet" / "solution.py")

    say("A student who made one mistake in each problem")
    slips = {
        "cnn-table": "kernel-not-reduced",
        "conv2d-backprop": "one-hot-forgotten",
        "conv1d-code": "kernel-not-flipped",
    }
    half = FOLDER / "half-right.py"
    write_whole(half, script(sheet, lambda p: mistaken(p, slips[p.variant.family.key])))
    run("check", half)

    say("A student who tries to forge a mark (an endless loop takes 10 s)")
    hostile = FOLDER / "hostile.py"
    write_whole(hostile, re.sub(r"(?s)\n# %% problem 1.*", lambda _: HOSTILE, script(sheet)))
    run("check", hostile)

    say(f"A folder of {BATCH} submissions, some of them unusable")
    for number in range(BATCH):
        write_submission(FOLDER / "batch", number)
    run("batch", FOLDER / "batch", "--csv", FOLDER / "marks.csv", "--json", FOLDER / "marks.json")

    course(FOLDER / "course")


def course(folder: Path) -> None:
    """An assignment for five students: handed out, handed in, marked, and one appeal settled."""
    assignment, handed_out, handed_in = folder / "hw1", folder / "handed-out", folder / "handed-in"
    say("An assignment for a roster of five, each with exercises of their own")
    if not (assignment / "assignment.toml").exists():
        run("init", assignment)
        run("key", "new", assignment / "course.key")
    run("generate", assignment, "--out", handed_out)
    hand_in(assignment, handed_in)
    write_whole(folder / "times.csv", times(assignment))
    marking = ("batch", assignment, handed_in, "--times", folder / "times.csv")
    reports = ("--feedback", folder / "feedback", "--csv", folder / "marks.csv")
    run(*marking, *reports)

    say("An appeal: what was asked, what was answered, and the points that a person sets")
    student, name, blank_name = appeal(assignment)
    answers = handed_in / student / f"{name}.py"
    run("solution", assignment, "--student", student, answers, "--problem", "1")
    of_blank = (f"1.{blank_name}", "--marks", "0.25", "--reason", "the stride was hard to read")
    run("override", student, *of_blank, "--assignment", assignment)
    run(*marking, *reports, "--resume")
    print(f"\n{folder / 'feedback'} has a page and a text for each student to read")


def say(text: str) -> None:
    """A heading between two commands."""
    print(f"\n── {text} " + "─" * max(0, 76 - len(text)), flush=True)


def run(*arguments: str | Path, refused: int = 1) -> int:
    """Show a command and run it, for its status. Raises RuntimeError if it is above ``refused``."""
    words = [str(argument) for argument in arguments]
    print(f"\n$ grader {shlex.join(words)}", flush=True)
    status = subprocess.run([sys.executable, "-m", "grader", *words], check=False).returncode
    print(f"(exit status {status})", flush=True)
    if status not in range(refused + 1):
        raise RuntimeError(f"'grader {shlex.join(words)}' gave status {status}")
    return status


def write_submission(folder: Path, number: int) -> None:
    """The submission of one student: right, blank, mistaken in one way or another, or broken."""
    language = LANGUAGES[number % len(LANGUAGES)]
    sheet = draw_sheet(str(100 + number), DEFAULT_PROBLEMS, language)
    name = f"student-{number:02d}"
    if number % 15 == 14:
        write_whole(folder / f"{name}.py", "print('this is another file')\n")
    elif number % 5 == 4:
        write_whole(
            folder / f"{name}.ipynb", notebook(sheet, f"{name}.ipynb", solution=number % 2 == 0)
        )
    else:
        write_whole(folder / f"{name}.py", script(sheet, _student(number)))


def _student(number: int) -> Callable[[Problem], Work]:
    """How a student works; each makes other mistakes."""
    if number % 5 == 0:
        return model
    if number % 12 == 11:
        return blank

    def with_one_slip(problem: Problem) -> Work:
        variant = problem.variant
        if isinstance(variant.family.task, ByHand):
            slips = [key for key in variant.working.slip_keys if slip_shows(variant, key)]
        else:
            slips = [
                "kernel-flipped" if not variant.parameters["flip"] else "kernel-not-flipped",
                "second-loop",
                "changed-in-place",
            ]
        return mistaken(problem, slips[number % len(slips)])

    return with_one_slip


def hand_in(path: Path, handed_in: Path) -> None:
    """What the students of the roster hand in: right, with a mistake, in part, and of another."""
    assignment = read_assignment(path)
    key, record = read_key(assignment.folder), read(assignment.folder, assignment.id)
    students = read_roster(assignment.folder / "roster.csv")
    sheets = {}
    for student in students:
        sitting = sitting_of(assignment, student, 1)
        problems = record.problems(sitting)
        sheets[student.id] = sheet_of(assignment, key, student, sitting, problems)
    first, second, third, fourth, fifth = sheets
    work = {
        first: script(sheets[first], model),
        second: script(sheets[second], _with_whole_kernels),
        third: script(sheets[third], lambda p: model(p) if p.key == "1" else blank(p)),
        fourth: script(sheets[first], model),  # somebody else's
    }
    for student_id, text in work.items():
        write_whole(handed_in / student_id / f"{assignment.id}.py", text)
    solved = notebook(sheets[fifth], f"{assignment.id}.ipynb", model)
    write_whole(handed_in / fifth / f"{assignment.id}.ipynb", solved)


def times(path: Path) -> str:
    """When they did: an hour before the deadline, and one of them the day after it."""
    assignment = read_assignment(path)
    deadline = assignment.handing_in.deadline
    assert deadline is not None
    rows = ["student,time"]
    for place, student in enumerate(read_roster(assignment.folder / "roster.csv")):
        moment = deadline + timedelta(hours=20 if place == 1 else -1)
        rows.append(f"{student.id},{moment.isoformat(' ')}")
    return "\n".join(rows) + "\n"


def _with_whole_kernels(problem: Problem) -> Work:
    """The work of a student who takes a kernel size for the kernel size minus 1."""
    return mistaken(problem, "kernel-not-reduced") if problem.key == "1" else model(problem)


def appeal(path: Path) -> tuple[str, str, str]:
    """The second student, the name of the file, and the first blank that asks for a field."""
    assignment = read_assignment(path)
    student = read_roster(assignment.folder / "roster.csv")[1]
    record = read(assignment.folder, assignment.id)
    problem = record.problems(sitting_of(assignment, student, 1))[0]
    names = problem_of(problem).names
    return student.id, assignment.id, next(name for name in names if name.endswith("_rf"))


if __name__ == "__main__":
    main()
