"""This build against an earlier one: what drawing, writing and marking cost, turn by turn.

    python benchmarks/against_build.py REV [--built FOLDER] [--only WORD ...] [--turns N] [--full]

The earlier build is a git worktree in a temporary folder with an environment of its own, or one in
``--built FOLDER`` that has its ``.venv`` already. In each turn both builds do the same work, one
after the other, so that whatever else the machine does falls on both. For every row it prints both
medians, their ratio, what was to be reached, and yes or no.

``--full`` adds what takes minutes: a batch of 2,000 sheets, the memory of one of 10,000, and the
tests that both builds have by name, which take half an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LEVELS = ("easy", "standard", "hard")
CORES = 2
BATCH, SMALL_BATCH, LARGE_BATCH = 2000, 500, 10_000
DRAWS_A_TURN = 5
TIMES_PYTEST = {"conv1d-code": 32, "torch-model-code": 60}
"""How many times as fast as a bare pytest process a submission is to be."""
DISTINCT = 250
"""Solved sheets that are written for a batch; the rest are copies under other names."""

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")},
    **dict.fromkeys(THREADS, "1"),
}
"""Both with one thread: two that wait for work would take the processor from the other build."""


@dataclass(frozen=True)
class Row:
    """What is measured, how much of it in a turn, and what share of the earlier time is allowed."""

    what: str
    question: tuple[str, ...]
    amount: int
    at_most: float


@dataclass(frozen=True)
class Build:
    """A checkout with an environment of its own."""

    folder: Path
    workers: dict[str, subprocess.Popen[str]] = field(default_factory=dict)

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ".venv" / "bin" / "python"

    def command(self, *arguments: str) -> list[str]:
        """The project's command line in this build."""
        return [str(self.python), "-m", "grader", *arguments]

    def ask(self, row: Row, turn: int) -> list[float]:
        """The seconds of each piece of a turn's work, done in a process that is warm by then."""
        worker = self.workers.get(row.what)
        if worker is None:
            worker = self.workers[row.what] = subprocess.Popen(
                [str(self.python), str(HERE / "build_worker.py")],
                cwd=self.folder,
                env=ENVIRONMENT,
                text=True,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        to, of = _pipes(worker)
        to.write(json.dumps([row.question, row.amount, turn]) + "\n")
        to.flush()
        answer = of.readline()
        if not answer:
            raise RuntimeError(f"{self.folder}: the worker has ended while it did {row.what}")
        times: list[float] = json.loads(answer)
        return times

    def stop(self) -> None:
        """End its workers."""
        for worker in self.workers.values():
            worker.communicate()
        self.workers.clear()


def _pipes(worker: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    if worker.stdin is None or worker.stdout is None:
        raise RuntimeError("the worker has no pipes")
    return worker.stdin, worker.stdout


def rows_in_a_process() -> Iterator[Row]:
    """What is done many times in one process."""
    for family, at_most in (("conv2d-backprop", 1 / 10), ("cnn-table", 1 / 5)):
        for level in LEVELS:
            yield Row(f"draw {family}:{level}", ("draw", family, level), 10, at_most)
    for level in LEVELS:
        yield Row(f"draw separable-conv:{level}", ("draw", "separable-conv", level), 10, 1 / 5)
    for family in ("conv2d-backprop", "cnn-table", "separable-conv"):
        for kind in ("right", "slipped", "wrong"):
            yield Row(f"mark {family}, {kind}", ("mark", family, kind), 5, 1 / 3)
    yield Row("read, run and mark a default sheet", ("grade", "processor"), 20, 0.5)
    yield Row("a conv1d-code submission", ("grade", "wall", "conv1d-code"), 10, 0.65)
    yield Row("a torch-model-code submission", ("grade", "wall", "torch-model-code"), 5, 0.75)
    yield Row("a default sheet, drawn and written", ("write",), 10, 1 / 6)


# -- the draws of every family -------------------------------------------------------------------


YARDSTICK = ("draw", "cnn-table", "standard")
"""What the earlier build draws; no draw of today's is to take longer in the median."""

MOST_OF_ONE_DRAW = 10
"""How many times the yardstick a single draw may take."""


def report_draws(builds: Sequence[Build], turns: int) -> None:
    """The median draw of every family and level, and the longest one, against the yardstick.

    Each is drawn in turns with the yardstick, so that what the machine does falls on both.
    """
    earlier, here = builds
    what = "median draw of every family"
    print(f"\n{what}, against {':'.join(YARDSTICK[1:])} of the earlier build")
    for family in json.loads(_families(here)):
        for level in LEVELS:
            before: list[float] = []
            now: list[float] = []
            question = ("draw", family, level)
            for turn in range(turns + 1):
                measured = earlier.ask(Row(what, YARDSTICK, DRAWS_A_TURN, 1), turn)
                drawn = here.ask(Row(what, question, DRAWS_A_TURN, 1), turn)
                if turn:  # the first warms up
                    before.extend(measured)
                    now.extend(drawn)
            yardstick = statistics.median(before)
            report(f"draw {family}:{level}", yardstick, statistics.median(now), 1)
            if max(now) > MOST_OF_ONE_DRAW * yardstick:
                print(f"{'':4}its longest took {max(now) * 1e3:.2f} ms: too long  NO", flush=True)
    for build in builds:
        build.stop()


def _families(build: Build) -> str:
    """The keys of a build's families, as JSON."""
    keys = "from problems.catalogue import family_keys"
    run = subprocess.run(
        [str(build.python), "-c", f"import json; {keys}; print(json.dumps(family_keys()))"],
        check=True,
        cwd=build.folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )
    return run.stdout


# -- commands from cold ------------------------------------------------------------------------


def seconds(build: Build, command: Sequence[str]) -> float:
    """Wall-clock seconds of a command of a build. Raises CalledProcessError if it fails.

    It runs in the build's own folder: Python looks for what it is to run where it is started.
    """
    start = time.perf_counter()
    subprocess.run(
        command, check=True, cwd=build.folder, stdout=subprocess.DEVNULL, env=ENVIRONMENT
    )
    return time.perf_counter() - start


def cold(builds: Sequence[Build], turns: int, folder: Path) -> Iterator[tuple[str, list[float]]]:
    """`grader check` and `grader generate` of a default sheet, and the import of NumPy alone."""
    here = builds[1]
    solutions = []
    for number, build in enumerate(builds):
        solved = folder / f"solved-{number}"
        seconds(build, build.command("generate", "--seed", "7", "--solution", "--out", str(solved)))
        solutions.append(solved / "solution.py")
        seconds(build, build.command("check", str(solutions[-1])))  # which writes the bytecode
    for turn in range(turns):
        yield "numpy", [seconds(here, [str(here.python), "-c", "import numpy"])]
        yield (
            "check",
            [
                seconds(build, build.command("check", str(solved)))
                for build, solved in zip(builds, solutions, strict=True)
            ],
        )
        out = [str(folder / f"{turn}-{number}") for number in range(len(builds))]
        yield (
            "generate",
            [
                seconds(build, build.command("generate", "--seed", str(turn), "--out", where))
                for build, where in zip(builds, out, strict=True)
            ],
        )


# -- batches -----------------------------------------------------------------------------------


def solved_sheets(build: Build, folder: Path, count: int) -> Path:
    """A folder of so many solved default sheets in a build's own form, a part of them copies."""
    where = folder / f"{build.folder.name}-{count}"
    where.mkdir()
    write = (
        "import sys\n"
        "from pathlib import Path\n"
        f"sys.path.insert(0, {str(HERE)!r})\n"
        "from build_worker import DEFAULT_PROBLEMS, draw_sheet, model, script\n"
        f"for seed in range({min(count, DISTINCT)}):\n"
        "    text = script(draw_sheet(str(seed), DEFAULT_PROBLEMS, 'en'), model)\n"
        "    (Path(sys.argv[1]) / f'{seed}.py').write_text(text, encoding='utf-8')\n"
    )
    subprocess.run(
        [str(build.python), "-c", write, str(where)], check=True, cwd=build.folder, env=ENVIRONMENT
    )
    for number in range(DISTINCT, count):
        shutil.copy(where / f"{number % DISTINCT}.py", where / f"{number}.py")
    return where


def batch(build: Build, folder: Path) -> tuple[float, int]:
    """Wall-clock seconds of a batch on two cores, and the most memory the grader had, in bytes."""
    command = build.command("batch", str(folder), "--jobs", str(CORES))
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=build.folder, stdout=subprocess.DEVNULL, env=ENVIRONMENT
    )
    most = 0
    while process.poll() is None:
        most = max(most, _resident_bytes(process.pid))
        time.sleep(0.05)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - start, most


def _resident_bytes(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except OSError:  # it has just ended
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


# -- tests -------------------------------------------------------------------------------------


def names_of_tests(build: Build) -> set[str]:
    """The tests of a build, as pytest names them."""
    command = [str(build.python), "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    run = subprocess.run(
        command, cwd=build.folder, env=ENVIRONMENT, check=True, text=True, capture_output=True
    )
    return {line for line in run.stdout.splitlines() if "::" in line}


def tested(build: Build, names: Path) -> float:
    """Seconds of the tests that a file names, on two cores. Raises if one fails."""
    command = [str(build.python), "-m", "pytest", "-q", "-n", str(CORES), "-p", "no:cacheprovider"]
    start = time.perf_counter()
    subprocess.run(
        [*command, f"@{names}"],
        cwd=build.folder,
        env=ENVIRONMENT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


# -- the whole ---------------------------------------------------------------------------------


@contextmanager
def earlier_build(revision: str, built: Path | None) -> Iterator[Build]:
    """The earlier build: as it stands in a folder, or made in a temporary one."""
    if built is not None:
        yield Build(built.resolve())
        return
    with tempfile.TemporaryDirectory(prefix="earlier-build-") as folder:
        tree = Path(folder) / "tree"
        subprocess.run(
            ["git", "worktree", "add", "--detach", str(tree), revision], cwd=ROOT, check=True
        )
        try:
            subprocess.run(["make", "venv"], cwd=tree, check=True, stdout=subprocess.DEVNULL)
            yield Build(tree)
        finally:
            subprocess.run(
                ["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True
            )


def report(what: str, before: float, now: float, at_most: float) -> None:
    """One row: milliseconds of both, how many times as fast, and whether that is enough."""
    ratio = now / before
    told = f"{before * 1e3:10.2f} {now * 1e3:10.2f}   {ratio:6.3f} {1 / ratio:7.1f} x   "
    reached = "yes" if ratio <= at_most else "NO"
    print(f"{what:42}{told}at most {at_most:.3f}  {reached}", flush=True)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("revision", metavar="REV", help="a commit, such as d2c61ef")
    parser.add_argument("--built", type=Path, help="a folder that has that build and its .venv")
    parser.add_argument("--only", nargs="*", default=[], help="rows with one of these words")
    parser.add_argument("--turns", type=int, default=9)
    parser.add_argument("--full", action="store_true", help="measure batches too")
    told = parser.parse_args()
    here = Build(ROOT)

    def is_wanted(what: str) -> bool:
        return not told.only or any(word in what for word in told.only)

    with earlier_build(told.revision, told.built) as earlier, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        builds = (earlier, here)
        print(f"{'ms':42}{'earlier':>10} {'now':>10}    ratio  faster")
        for row in filter(lambda row: is_wanted(row.what), rows_in_a_process()):
            before, now = map(statistics.median, _in_turns(builds, row, told.turns))
            report(row.what, before, now, row.at_most)
        if is_wanted("median draw of every family"):
            report_draws(builds, told.turns)
        if is_wanted("from cold"):
            _report_cold(builds, told.turns, folder)
        if is_wanted("against bare pytest"):
            _report_beside_pytest(here, told.turns)
        if is_wanted("sheets of an assignment"):
            _report_courses(builds, min(told.turns, MOST_TURNS_OF_COURSES), folder, full=told.full)
        if told.full and is_wanted("batch"):
            _report_batches(builds, folder)
        if told.full and is_wanted("tests that both have"):
            _report_tests(builds, folder)


MOST_TURNS_OF_COURSES = 5
STUDENTS, MANY_STUDENTS = 1000, 10_000
MOST_GROWTH = 1.1
"""How much more the last thousand of many students may take than the first, of time and memory."""


def _report_courses(builds: Sequence[Build], turns: int, folder: Path, *, full: bool) -> None:
    """Sheets of an assignment, against default sheets of the earlier build in one process.

    Both by the clock, with their files on the disk.
    """
    earlier, here = builds
    what = "sheets of an assignment"
    before: list[float] = []
    now: dict[int, list[float]] = {1: [], CORES: []}
    for turn in range(turns + 1):
        measured = earlier.ask(Row(what, ("write", "files"), 10, 1), turn)
        for jobs, times in now.items():
            told = _handed_out(here, folder / f"course-{turn}-{jobs}", STUDENTS, jobs)
            if turn:  # the first warms up
                times.append(sum(told["seconds"]) / STUDENTS)
        if turn:
            before.extend(measured)
    earlier.stop()
    for (jobs, times), at_most in zip(now.items(), (1 / 6, 1 / 10), strict=True):
        name = f"{what}, processes: {jobs}"
        report(name, statistics.median(before), statistics.median(times), at_most)
    if full:
        told = _handed_out(here, folder / "course-of-many", MANY_STUDENTS, 1)
        seconds, memory = told["seconds"], told["memory"]
        growth = max(seconds[-1] / seconds[0], memory[-1] / memory[0])
        print(
            f"the first and last thousand of {MANY_STUDENTS:,} students: {seconds[0]:.2f} s and "
            f"{seconds[-1]:.2f} s, {memory[0] / 1e6:.1f} MB and {memory[-1] / 1e6:.1f} MB  "
            f"{'yes' if growth <= MOST_GROWTH else 'NO'}",
            flush=True,
        )


def _handed_out(build: Build, folder: Path, students: int, jobs: int) -> dict[str, list[float]]:
    command = [str(build.python), str(HERE / "handing_out.py"), str(folder), str(students)]
    run = subprocess.run(
        [*command, str(jobs)],
        check=True,
        cwd=build.folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )
    shutil.rmtree(folder)
    found: dict[str, list[float]] = json.loads(run.stdout)
    return found


def _in_turns(builds: Sequence[Build], row: Row, turns: int) -> list[list[float]]:
    """The seconds of each piece of work by build, in turns; the first of them warms up."""
    found: list[list[float]] = [[] for _ in builds]
    for turn in range(turns + 1):
        for build, times in zip(builds, found, strict=True):
            measured = build.ask(row, turn)
            if turn:
                times.extend(measured)
    for build in builds:
        build.stop()
    return found


def _report_cold(builds: Sequence[Build], turns: int, folder: Path) -> None:
    found: dict[str, list[list[float]]] = {}
    for what, times in cold(builds, turns, folder):
        found.setdefault(what, []).append(times)

    def medians(what: str) -> Sequence[float]:
        return [statistics.median(of) for of in zip(*found[what], strict=True)]

    (numpy,) = medians("numpy")
    check, generate = medians("check"), medians("generate")
    report("grader check from cold", check[0], check[1], 0.65)
    report("grader check, against importing NumPy", numpy, check[1], 2.6)
    report("grader generate from cold", generate[0], generate[1], 0.6)


def _report_beside_pytest(here: Build, turns: int) -> None:
    command = [str(here.python), str(HERE / "check_speed.py"), "--beside-pytest", str(turns)]
    run = subprocess.run(command, cwd=here.folder, check=True, text=True, capture_output=True)
    found: dict[str, tuple[float, float]] = json.loads(run.stdout)
    for family, times in TIMES_PYTEST.items():
        pytest, ours = found[family]
        report(f"{family}, against bare pytest", pytest, ours, 1 / times)


def _report_tests(builds: Sequence[Build], folder: Path) -> None:
    both = sorted(set.intersection(*map(names_of_tests, builds)))
    (names := folder / "tests.txt").write_text("\n".join(both), encoding="utf-8")
    before, now = (tested(build, names) for build in builds)
    report(f"the {len(both):,} tests that both have", before, now, 0.6)


def _report_batches(builds: Sequence[Build], folder: Path) -> None:
    measured: list[Any] = [batch(build, solved_sheets(build, folder, BATCH)) for build in builds]
    (before, _), (now, _) = measured
    report(f"grader batch of {BATCH:,} default sheets", before, now, 1 / 2.2)
    here = builds[1]
    few, many = (batch(here, solved_sheets(here, folder, n))[1] for n in (SMALL_BATCH, LARGE_BATCH))
    grows = many / few
    print(
        f"memory of the grader, {SMALL_BATCH:,} and {LARGE_BATCH:,} sheets: {few / 1e6:.1f} MB and "
        f"{many / 1e6:.1f} MB  {'yes' if grows <= 1.1 else 'NO'}"
    )


if __name__ == "__main__":
    main()
