"""How long ``grader batch`` takes, beside nbgrader and otter-grader, and beside two bare processes.

    python -m benchmarks.batch_speed [--files 60] [--their-files N] [--turns 1] [--kept FOLDER]
    python -m benchmarks.batch_speed --without-peers [--files 300]

The first marks the same submissions of one exercise (``conv1d-code``, as notebooks) with each,
turn by turn in one run: whole commands, their start included, until their marks are written. All
three have to give the same marks. nbgrader and otter are installed in temporary environments by
name; ``--kept`` keeps these. Their cost per file does not depend on how many there are, so that
``--their-files`` may be fewer.

The second marks a class of an assignment (model solutions, known mistakes, wrong and hostile
programs) with ``grader batch ASSIGNMENT FOLDER``, with feedback and a table, and the same files in
two warm processes without any of it (``warm_marking.py``). It prints the ratio, and the most memory
that the command had at a thousand files, or a third of them, and at all.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from benchmarks.mixed_class import Class, hand_in
from benchmarks.notebook_graders import (
    NBGRADER,
    OTTER,
    DiffersError,
    Exercise,
    Nbgrader,
    Otter,
    installed,
)
from grader.formats.table import FORMATS, Manner
from grader.render.script import mistaken, model, script
from grader.sheet.sheet import Sheet, draw_sheet

ROOT = Path(__file__).resolve().parents[1]
TO_REACH = {Nbgrader.name: 100.0, Otter.name: 250.0}
MOST_OVER_WARM = 1.25
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
MISTAKE = "stride-forgotten"


def grader(*arguments: str | Path, statuses: tuple[int, ...] = (0,)) -> float:
    """Wall-clock seconds of a command of ours. Raises RuntimeError for another status."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "grader", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, env=ENVIRONMENT, text=True)
    seconds = time.perf_counter() - start
    if done.returncode not in statuses:
        raise RuntimeError(f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return seconds


# -- beside others -----------------------------------------------------------------------------


def programs_of(sheet: Sheet, files: int, every: int) -> dict[str, str]:
    """What each student has written: a model solution, of every so many a mistaken one.

    Each has a line of its own, so that no two files are the same.
    """
    right = _section(script(sheet, model))
    wrong = _section(script(sheet, lambda problem: mistaken(problem, MISTAKE)))
    return {
        f"s-{number:05}": f"# {number}\n{wrong if every and number % every == 1 else right}"
        for number in range(1, files + 1)
    }


def _section(text: str) -> str:
    return "def conv1d" + text.partition("\ndef conv1d")[2]


def as_ours(sheet: Sheet, program: str) -> str:
    """A notebook of ours with this program in it."""
    written = FORMATS["ipynb"].write(sheet, Manner("submission"))
    notebook = json.loads(written)
    cells = [cell for cell in notebook["cells"] if "def conv1d" in "".join(cell["source"])]
    (code,) = [cell for cell in cells if cell["cell_type"] == "code"]
    before = "".join(code["source"]).partition("def conv1d")[0]
    code["source"] = before + program
    return json.dumps(notebook, indent=1, ensure_ascii=False)


def beside_others(files: int, their_files: int, turns: int, every: int, kept: Path) -> bool:
    """Measure, and print seconds per submission and ratios. Tells whether all is reached."""
    sheet = draw_sheet("1", ["conv1d-code:standard"], "en")
    exercise = Exercise("conv1d", tuple(sheet.problems[0].variant.checks))
    environments: dict[type[Nbgrader] | type[Otter], Path] = {
        Nbgrader: installed(kept / "nbgrader", NBGRADER),
        Otter: installed(kept / "otter", OTTER),
    }
    programs = programs_of(sheet, files, every)
    fewer = dict(list(programs.items())[:their_files])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (handed := folder / "ours").mkdir()
        for student, program in programs.items():
            (handed / f"{student}.ipynb").write_text(as_ours(sheet, program), encoding="utf-8")
        table = folder / "ours.csv"
        grader("batch", handed, "--csv", table)  # which writes the bytecode
        ours: list[float] = []
        theirs: dict[str, list[float]] = {}
        for turn in range(turns):
            for kind, programs_folder in environments.items():
                peer = kind(folder / f"{kind.__name__}-{turn}", programs_folder, exercise)
                peer.hand_in({student: fewer[student] for student in list(fewer)[:1]})
                peer.mark()  # likewise
                peer.hand_in(fewer)
                ours.append(grader("batch", handed, "--csv", table) / files)
                start = time.perf_counter()
                peer.mark()
                taken = (time.perf_counter() - start) / len(fewer)
                theirs.setdefault(peer.name, []).append(taken)
                ours.append(grader("batch", handed, "--csv", table) / files)
                _require_same(peer, _ours(table, set(fewer)), exercise)
    print(f"{'conv1d-code, per submission':30} {'files':>6} {'seconds':>9} {'times as fast':>14}")
    one = statistics.median(ours)
    print(f"{'grader batch':30} {files:6} {one:9.4f}")
    reached = True
    for name, seconds in theirs.items():
        ratio, least = statistics.median(seconds) / one, TO_REACH[name]
        reached &= ratio >= least
        word = "yes" if ratio >= least else "NO"
        print(
            f"{name:30} {len(fewer):6} {statistics.median(seconds):9.4f} {ratio:10.1f} x"
            f"   at least {least:.0f}: {word}"
        )
    return reached


def _ours(table: Path, students: set[str]) -> dict[str, bool]:
    """Whether the file of each student has all marks, by our table."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = [(Path(row["file"]).stem, row) for row in csv.DictReader(file)]
    return {name: row["score"] == row["max_score"] for name, row in rows if name in students}


def _require_same(peer: Nbgrader | Otter, ours: dict[str, bool], exercise: Exercise) -> None:
    """Raises DiffersError where a file has all marks with one of the two alone."""
    every = sum(check.marks for check in exercise.checks)
    found = {student: score == every for student, score in peer.scores().items()}
    if found != ours:
        differ = [name for name in ours if found.get(name) != ours[name]]
        raise DiffersError(f"{peer.name} gives other marks than ours to {differ[:8]}")


# -- beside warm processes -----------------------------------------------------------------------


@contextmanager
def peak_of(process: subprocess.Popen[bytes]) -> Iterator[list[tuple[float, int]]]:
    """Seconds since the start, with the most memory that a process has had until then, in bytes."""
    seen: list[tuple[float, int]] = []
    start = time.perf_counter()

    def look() -> None:
        while process.poll() is None:
            try:
                text = Path(f"/proc/{process.pid}/status").read_text("ascii")
            except OSError:
                return
            found = [line.split()[1] for line in text.splitlines() if line.startswith("VmHWM")]
            if found:
                seen.append((time.perf_counter() - start, int(found[0]) * 1024))
            time.sleep(0.05)

    watcher = threading.Thread(target=look)
    watcher.start()
    yield seen
    watcher.join()


def marked_in_batch(folder: Path, made: Class, suffix: str) -> tuple[float, int]:
    """Seconds and most memory of ``grader batch`` with feedback and a table."""
    store = folder / f"store-{suffix}.sqlite"
    command = [
        *(sys.executable, "-m", "grader", "batch", str(made.assignment), str(made.handed_in)),
        *("--feedback", str(folder / f"feedback-{suffix}"), "--jobs", "2"),
        *("--csv", str(folder / f"marks-{suffix}.csv"), "--store", str(store)),
    ]
    start = time.perf_counter()
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=ENVIRONMENT)
        with peak_of(process) as seen:
            status = process.wait()
    seconds = time.perf_counter() - start
    if status not in (0, 1):
        raise RuntimeError((folder / "said").read_text(encoding="utf-8")[-3000:])
    return seconds, seen[-1][1]


def marked_warm(made: Class) -> float:
    """Seconds of two warm processes that mark the same files, and do nothing else.

    Each takes the next file when it has marked one.
    """
    command = [sys.executable, "-m", "benchmarks.warm_marking", str(made.assignment)]
    workers = [_warm(command, path) for path in made.files[:2]]
    to_come: SimpleQueue[Path] = SimpleQueue()
    for path in made.files:
        to_come.put(path)
    start = time.perf_counter()
    with ThreadPoolExecutor(len(workers)) as pool:
        marked = sum(pool.map(lambda worker: _mark_next(worker, to_come), workers))
    seconds = time.perf_counter() - start
    if marked != len(made.files) or any(worker.wait() for worker in workers):
        raise RuntimeError(f"{marked} of {len(made.files)} files were marked")
    return seconds


def _warm(command: Sequence[str], first: Path) -> subprocess.Popen[str]:
    """A process that has marked a file, and waits for others."""
    worker = subprocess.Popen(
        [*command, str(first)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    _require_line(worker, "warm")
    return worker


def _mark_next(worker: subprocess.Popen[str], to_come: SimpleQueue[Path]) -> int:
    """Has a process mark files until there are no more; how many it has marked."""
    assert worker.stdin is not None
    marked = 0
    while True:
        try:
            path = to_come.get_nowait()
        except Empty:
            worker.stdin.close()
            return marked
        worker.stdin.write(f"{path}\n")
        worker.stdin.flush()
        _require_line(worker, "marked")
        marked += 1


def _require_line(worker: subprocess.Popen[str], line: str) -> None:
    assert worker.stdout is not None
    if (told := worker.stdout.readline()) != f"{line}\n":
        raise RuntimeError(f"{line!r} was expected of a process that marks, but it said {told!r}")


def without_peers(files: int, turns: int) -> bool:
    """Measure, and print the ratio and the memory. Tells whether what is to be reached is."""
    fewer = 1000 if files > 1000 else max(2, files // 3)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        grown = {number: hand_in(folder / str(number), number) for number in (fewer, files)}
        batch: list[float] = []
        warm: list[float] = []
        for turn in range(turns):
            warm.append(marked_warm(grown[files]))
            seconds, most = marked_in_batch(folder, grown[files], f"all-{turn}")
            batch.append(seconds)
        _, before = marked_in_batch(folder, grown[fewer], "fewer")
    ratio = statistics.median(batch) / statistics.median(warm)
    reached = ratio <= MOST_OVER_WARM
    print(f"{files} submissions, two processes")
    print(f"  warm, without store and reports {statistics.median(warm):8.1f} s")
    print(f"  grader batch, whole command     {statistics.median(batch):8.1f} s")
    word = "yes" if reached else "NO"
    print(f"  ratio                           {ratio:8.2f}   at most {MOST_OVER_WARM}: {word}")
    print(
        f"  most memory of the command: {before / 1e6:.1f} MB with {fewer} files, "
        f"{most / 1e6:.1f} MB with {files}"
    )
    return reached


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, help="how many submissions (60, or 300)")
    parser.add_argument("--their-files", type=int, help="how many of them the others mark")
    parser.add_argument("--turns", type=int, default=1)
    parser.add_argument("--mistaken", type=int, default=0, help="every so many has a mistake")
    parser.add_argument("--kept", type=Path, help="a folder for the environments of the others")
    parser.add_argument("--without-peers", action="store_true")
    told = parser.parse_args(arguments)
    print(
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; "
        f"load {os.getloadavg()[0]:.1f}"
    )
    if told.without_peers:
        without_peers(told.files or 300, told.turns)
        return
    files = told.files or 60
    fewer = min(files, told.their_files or files)
    with tempfile.TemporaryDirectory() as temporary:
        kept = told.kept or Path(temporary)
        kept.mkdir(parents=True, exist_ok=True)
        beside_others(files, fewer, told.turns, told.mistaken, kept.resolve())


if __name__ == "__main__":
    main()
