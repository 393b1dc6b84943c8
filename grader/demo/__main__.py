"""``make demo``: a sheet comes out, submissions of four kinds are marked, and a folder of thirty.

Everything goes through the command line, as a lecturer would run it; this module only writes what
the students of the demonstration hand in.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from grader.files.whole import write_whole
from grader.render.notebook import notebook
from grader.render.script import Work, blank, mistaken, model, script
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


if __name__ == "__main__":
    main()
