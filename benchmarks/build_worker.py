"""One build of the project, asked by ``against_build.py`` to do some work and to tell its time.

    python benchmarks/build_worker.py

It runs under the environment of the build that is measured, an older one perhaps, so that it keeps
to what both have. A line of JSON comes in for each question, ``[row, amount]``, and one goes out:
the seconds that each piece of the work took. Work that has to be prepared is prepared first.
"""

from __future__ import annotations

import gc
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from grader.cli.generate import sheet_files
from grader.marking.by_hand import mark_by_hand
from grader.render.script import model, script
from problems.family import Level
from problems.forms import Choice
from problems.variant import Variant


def _found(*modules: str) -> Any:
    """The first of these modules that this build has: where something is today, and where it was.

    Raises ModuleNotFoundError if it has none of them.
    """
    for module in modules[:-1]:
        with suppress(ModuleNotFoundError):
            return import_module(module)
    return import_module(modules[-1])


draw_variant = _found("problems.drawing", "problems.variant").draw_variant
grade_file = _found("grader.grading.grade", "grader.grade").grade_file
Sandbox = _found("grader.sandbox.outside.sandbox", "grader.sandbox.sandbox").Sandbox
draw_sheet = _found("grader.sheet.sheet", "grader.sheet").draw_sheet
DEFAULT_PROBLEMS = _found("grader.sheet.sheet", "grader.sheet").DEFAULT_PROBLEMS

_TICKS = os.sysconf("SC_CLK_TCK")
_LEVEL: Level = "standard"


def drawn(family: str, level: Level, amount: int, turn: int) -> list[float]:
    """Processor seconds of drawing a variant, for seeds of which each is drawn once."""
    seeds = range(turn * amount, (turn + 1) * amount)
    return [_processor_time(partial(draw_variant, family, level, str(seed))) for seed in seeds]


def marked(family: str, kind: str, amount: int, turn: int) -> list[float]:
    """Processor seconds from answers to a result, for a variant that has not been solved yet."""
    return [_marked_once(family, kind, seed) for seed in range(turn, turn + amount)]


def _marked_once(family: str, kind: str, seed: int) -> float:
    drawn_one = draw_variant(family, _LEVEL, str(seed))
    answers = _answers(drawn_one, kind, seed)
    fresh = Variant(drawn_one.family, drawn_one.level, drawn_one.seed, drawn_one.parameters)

    def mark() -> None:
        mark_by_hand(fresh.working, answers)

    return _processor_time(mark)


def _answers(variant: Variant, kind: str, seed: int) -> dict[str, Any]:
    """Right ones, those of one core slip carried through, or a number off in every cell."""
    asked, truth = variant.working.asked, variant.truth
    if kind == "slipped":
        keys = tuple(variant.family.core[_LEVEL])
        found = truth | variant.working.with_slip(keys[seed % len(keys)])
        return {one.name: found[one.name] for one in asked}
    if kind == "right":
        return {one.name: truth[one.name] for one in asked}
    off = random.Random(seed)
    return {
        one.name: truth[one.name] if isinstance(one.form, Choice) else _off(truth[one.name], off)
        for one in asked
    }


def _off(value: Any, off: random.Random) -> Any:
    if isinstance(value, tuple):
        return tuple(cell + off.randint(2, 9) for cell in value)
    if isinstance(value, np.ndarray):
        changed = value.copy()
        changed.ravel()[:] = [cell + off.randint(2, 9) for cell in value.ravel().tolist()]
        return changed
    return value + off.randint(2, 9)


def written(amount: int, turn: int) -> list[float]:
    """Processor seconds of making a default sheet: drawn, and written in each form."""
    seeds = range(turn * amount, (turn + 1) * amount)
    return [_processor_time(partial(_write_one, seed)) for seed in seeds]


def _write_one(seed: int) -> Mapping[str, Any]:
    return sheet_files(draw_sheet(str(seed), DEFAULT_PROBLEMS, "en"), solution=False)


def written_to_files(amount: int, turn: int) -> list[float]:
    """Seconds by the clock of making a default sheet and its files, in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = range(turn * amount, (turn + 1) * amount)
        return [_by_the_clock(partial(_write_files, seed, Path(folder))) for seed in seeds]


def _write_files(seed: int, folder: Path) -> None:
    (folder / str(seed)).mkdir()
    for name, text in _write_one(seed).items():
        (folder / str(seed) / name).write_text(text, encoding="utf-8")


def graded(requests: Sequence[str], measure: str, amount: int, turn: int) -> list[float]:
    """Seconds of reading, running and marking a solved sheet, warm and confined.

    ``wall`` is by the clock; ``processor`` is the grader's time and its children's, in the mean,
    since a child's is told in hundredths of a second.
    """
    paths = _solved(tuple(requests), amount, turn)
    sandbox = _warm_sandbox(tuple(requests))
    if measure == "wall":
        return [_by_the_clock(partial(_mark_fully, path, sandbox)) for path in paths]
    before = _processor_time_of_all()
    for path in paths:
        _mark_fully(path, sandbox)
    return [(_processor_time_of_all() - before) / len(paths)]


def _mark_fully(path: Path, sandbox: Any) -> None:
    result = grade_file(path, sandbox=sandbox)
    if result.score != result.max_score:
        raise RuntimeError(f"{path}: {result.score} of {result.max_score}")


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="build-worker-"))


def _solved(requests: tuple[str, ...], amount: int, turn: int) -> list[Path]:
    """Files with the model solutions of sheets that were not marked before."""
    paths = []
    for seed in range(turn * amount, (turn + 1) * amount):
        path = _folder() / f"{'+'.join(requests).replace(':', '.')}-{seed}.py"
        sheet = draw_sheet(str(seed), requests or DEFAULT_PROBLEMS, "en")
        path.write_text(script(sheet, model), encoding="utf-8")
        paths.append(path)
    return paths


@cache
def _warm_sandbox(requests: tuple[str, ...]) -> Any:
    """A sandbox in which submissions were marked, and the fork server's memory is in order."""
    sandbox = Sandbox()
    gc.freeze()  # as a process of `grader batch` does
    for path in _solved(requests, 20, 1000):
        _mark_fully(path, sandbox)
    return sandbox


def _processor_time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _by_the_clock(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _processor_time_of_all() -> float:
    """Processor seconds of this process, of those below it, and of what these have waited for."""
    total = 0.0
    for pid in (os.getpid(), *_below(os.getpid())):
        with suppress(OSError):  # it has ended meanwhile, and its parent has its time
            fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
            total += sum(map(int, fields[11:15])) / _TICKS
    return total


def _below(pid: int) -> Iterator[int]:
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                yield int(child)
                yield from _below(int(child))


def answer(row: Sequence[Any], amount: int, turn: int) -> list[float]:
    """The times of a row, such as ``["draw", "cnn-table", "hard"]``."""
    match row:
        case ["draw", family, level]:
            return drawn(family, level, amount, turn)
        case ["mark", family, kind]:
            return marked(family, kind, amount, turn)
        case ["write"]:
            return written(amount, turn)
        case ["write", "files"]:
            return written_to_files(amount, turn)
        case ["grade", measure, *requests]:
            return graded(requests, measure, amount, turn)
    raise ValueError(f"no row {row}")


def main() -> None:
    """Answer until there are no more questions."""
    for line in sys.stdin:
        row, amount, turn = json.loads(line)
        print(json.dumps(answer(row, amount, turn)), flush=True)


if __name__ == "__main__":
    main()
