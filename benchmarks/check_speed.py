"""What marking a submission costs, next to a fresh ``pytest`` process and to a plain fork.

    python benchmarks/check_speed.py [--quick]

All three run the same checks on the same model solutions, turn by turn in one run, so that whatever
else the machine does falls on each:

ours        the whole path with full confinement: the file is read, run, and marked
pytest      what a script of one's own does in CI: a fresh process per submission, with a test
            file that has the inputs and the expected values; bare, and with the plugins that are
            installed here
plain fork  the floor: a bare fork of a process that has imported the same (``plain_fork.py``)

The inputs come from seeds, and are the same in every run.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import pickle
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from grader.grading.grade import grade_file
from grader.grading.tries import mark_all
from grader.render.script import model, script
from grader.sandbox.outside.forkserver import ENVIRONMENT
from grader.sandbox.outside.sandbox import NUMPY_MODULES, TORCH_MODULES, Sandbox
from grader.sheet.sheet import draw_sheet
from problems.forms import Choice, Shapes
from problems.probe import (
    Call,
    Check,
    Gradients,
    LoadParameters,
    Observation,
    ParameterShapes,
    Put,
    Read,
    Step,
)

CORES = 2
WARMING_UP = 20
MEASURED = ("conv1d-code", "torch-model-code")
"""Submissions until caches are full and the fork server's memory is in large pages."""
MEGABYTE = 1e6
FLAT_TIME, FLAT_BYTES = 1.15, 5 * MEGABYTE
"""How much slower the last tenth may be than the first, and how much memory may be gained."""


@dataclass(frozen=True)
class Amounts:
    """How much is measured: turns of ours, of pytest and of the fork; submissions in a row."""

    turns: int
    ours_per_turn: int
    distinct: int
    in_parallel: int
    pytest_in_parallel: int
    in_a_row: int


FULL = Amounts(15, 10, 150, in_parallel=400, pytest_in_parallel=10, in_a_row=5000)
QUICK = Amounts(1, 3, 4, in_parallel=8, pytest_in_parallel=2, in_a_row=40)


@dataclass(frozen=True)
class Submission:
    """A model solution in three forms: a file for us, a folder for pytest, a job for the fork."""

    path: Path
    pytest_folder: Path
    job: bytes


@dataclass(frozen=True)
class Target:
    """One thing to reach, what came, and whether that is enough."""

    what: str
    found: str
    reached: bool


@dataclass(frozen=True)
class Speed:
    """Medians in milliseconds on one core, and submissions per second on two."""

    ours: float
    pytest: float
    with_plugins: float
    floor: float
    ours_per_second: float
    pytest_per_second: float


# -- the submissions ---------------------------------------------------------------------------


def write_submission(folder: Path, family: str, number: int) -> Submission:
    """The model solution of the sheet with this number as its seed."""
    sheet = draw_sheet(str(number), [family], "en")
    source = script(sheet, model)
    (marked := folder / "marked").mkdir(parents=True, exist_ok=True)
    path = marked / f"{family}-{number}.py"
    path.write_text(source, encoding="utf-8")
    (tested := folder / "tested" / f"{family}-{number}").mkdir(parents=True)
    (tested / "submission.py").write_text(source, encoding="utf-8")
    checks = sheet.problems[0].variant.checks
    tests, arrays = as_tests(checks, torch=sheet.uses_torch)
    (tested / "test_submission.py").write_text(tests, encoding="utf-8")
    np.savez(tested / "data.npz", **arrays)
    steps = [[as_tuple(step) for step in _once(check)] for check in checks]
    return Submission(path, tested, pickle.dumps((source, steps)))


def _once(check: Check) -> list[Step]:
    """The steps of a check without those that carry it out again."""
    return check.probe.steps[: check.probe.more_from]


def as_tuple(step: Step) -> tuple[Any, ...]:
    """A step as ``plain_fork.py`` takes it."""
    match step:
        case Put(name, value, tensor):
            return "put", name, value, tensor
        case Call(result, function, arguments, keywords):
            return "call", result, function, arguments, dict(keywords)
        case Read(path):
            return "read", path
        case LoadParameters(path, arrays):
            return "load", path, arrays
        case ParameterShapes(path):
            return "shapes", path
        case Gradients(path, model):
            return "gradients", path, model
    raise TypeError(f"no family that is measured has the step {step!r}")


def as_tests(checks: Sequence[Check], *, torch: bool) -> tuple[str, dict[str, Any]]:
    """The checks as a person would write them for pytest, and the arrays that they load."""
    arrays: dict[str, Any] = {}

    def kept(value: Any) -> str:
        key = f"array_{len(arrays)}"
        array = np.asarray(value)
        arrays[key] = array.astype(float) if array.dtype.kind == "O" else array
        return f'DATA["{key}"]'

    lines = ["from pathlib import Path", "", "import numpy as np"]
    lines += ["import torch"] if torch else []
    lines += ["", "import submission", "", 'DATA = np.load(Path(__file__).with_name("data.npz"))']
    lines += [_LOAD_PARAMETERS] if torch else []
    for check in checks:
        lines += ["", "", f"def test_{check.name.replace('-', '_')}():"]
        observations = iter(check.probe.observations)
        own: set[str] = set()
        for step in _once(check):
            lines.append("    " + _line(step, own, observations, kept))
    return "\n".join(lines) + "\n", arrays


_LOAD_PARAMETERS = '''

def load(model, arrays):
    """Sets the parameters, whose shapes all differ."""
    by_shape = {array.shape: array for array in arrays}
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.as_tensor(by_shape[tuple(parameter.shape)]))'''


def _line(
    step: Step, own: set[str], observations: Iterator[Observation], kept: Callable[[Any], str]
) -> str:
    """One step as a line of a test; ``own`` are the names that the test has."""
    match step:
        case Put(name, value, tensor):
            own.add(name)
            return (
                f"{name} = torch.as_tensor({kept(value)})" if tensor else f"{name} = {kept(value)}"
            )
        case Call(result, function, arguments, keywords):
            target = function if function.partition(".")[0] in own else f"submission.{function}"
            own.add(result)
            passed = [*arguments, *(f"{key}={name}" for key, name in keywords.items())]
            return f"{result} = {target}({', '.join(passed)})"
        case LoadParameters(path, arrays):
            return f"load({path}, [{', '.join(map(kept, arrays))}])"
        case ParameterShapes(path):
            found = f"[tuple(one.shape) for one in {path}.parameters()]"
            return f"assert sorted({found}) == sorted({next(observations).true!r})"
        case Gradients(path, model):
            apart = f"torch.autograd.grad({path}, list({model}.parameters()))"
            found = f"torch.cat([each.flatten() for each in {apart}])"
            true = kept(next(observations).true)
            return f"np.testing.assert_allclose({found}, {true}, rtol=1e-3, atol=1e-3)"
        case Read(path):
            observation = next(observations)
            if isinstance(observation.form, Choice | Shapes):
                return f"assert {path} == {observation.true!r}"
            found = f"getattr({path}, 'detach', lambda: {path})()"
            true = kept(observation.true)
            return f"np.testing.assert_allclose({found}, {true}, rtol=1e-4, atol=1e-4)"
    raise TypeError(f"no family that is measured has the step {step!r}")


# -- the three ways ----------------------------------------------------------------------------


def mark(submission: Submission, sandbox: Sandbox) -> None:
    """Ours."""
    result = grade_file(submission.path, sandbox=sandbox)
    if result.score != result.max_score:
        raise RuntimeError(f"{submission.path}: {result.score} of {result.max_score}")


def run_pytest(submission: Submission, *, plugins: bool = False) -> None:
    """A fresh process, which finds its tests, imports and runs them.

    With ``plugins`` those that are installed here are loaded, which the tests do not need.
    """
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    environment = dict(os.environ) | ({} if plugins else {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"})
    subprocess.run(
        command,
        cwd=submission.pytest_folder,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


class PlainFork:
    """A running ``plain_fork.py``."""

    def __init__(self, modules: Sequence[str]) -> None:
        program = Path(__file__).with_name("plain_fork.py")
        path = os.pathsep.join(entry for entry in sys.path if entry.endswith("-packages"))
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-S", "-P", "-B", str(program), *modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**ENVIRONMENT, "PYTHONPATH": path},
        )

    def run(self, submission: Submission) -> None:
        """One job, until its process is gone."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(submission.job)
        self._process.stdin.flush()
        pickle.load(self._process.stdout)  # noqa: S301  (what a model solution returned)
        if self._process.stdout.read(1) != b".":
            raise RuntimeError("the plain fork has ended")

    def close(self) -> None:
        """End it."""
        self._process.communicate()


# -- what is measured --------------------------------------------------------------------------


def measured(
    family: str, submissions: Sequence[Submission], amounts: Amounts, modules: Sequence[str]
) -> Speed:
    """The three ways turn by turn on one core; then ours and pytest on two."""
    ours: list[float] = []
    pytest: list[float] = []
    with_plugins: list[float] = []
    floor: list[float] = []
    gc.freeze()  # as a process of `grader batch` does
    with on_cores(1), Sandbox() as sandbox:
        fork = PlainFork(modules)
        for submission in submissions[:WARMING_UP]:
            mark(submission, sandbox)
            fork.run(submission)
        run_pytest(submissions[0])
        for turn in range(amounts.turns):
            first = turn * amounts.ours_per_turn
            batch = [
                submissions[number % len(submissions)]
                for number in range(first, first + amounts.ours_per_turn)
            ]
            for one in batch:  # one and one, so that neither is always the first after pytest
                floor.append(seconds(fork.run, one))
                ours.append(seconds(mark, one, sandbox))
            pytest.append(seconds(run_pytest, batch[0]))
            with_plugins.append(seconds(partial(run_pytest, batch[0], plugins=True)))
        fork.close()
    with on_cores(CORES):
        return Speed(
            ours=1000 * statistics.median(ours),
            pytest=1000 * statistics.median(pytest),
            with_plugins=1000 * statistics.median(with_plugins),
            floor=1000 * statistics.median(floor),
            ours_per_second=batch_rate(submissions, amounts.in_parallel),
            pytest_per_second=pytest_rate(submissions, amounts.pytest_in_parallel),
        )


def beside_pytest(submissions: Sequence[Submission], turns: int) -> tuple[float, float]:
    """Median seconds of a bare pytest process and of ours, turn by turn on one core."""
    ours: list[float] = []
    pytest: list[float] = []
    gc.freeze()
    with on_cores(1), Sandbox() as sandbox:
        for number, submission in enumerate([*submissions[:WARMING_UP], *submissions[:turns]]):
            took = seconds(mark, submission, sandbox)
            if number >= WARMING_UP:
                ours.append(took)
                pytest.append(seconds(run_pytest, submission))
    return statistics.median(pytest), statistics.median(ours)


def seconds(work: Callable[..., object], *arguments: Any) -> float:
    """Wall-clock seconds of some work."""
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


@contextmanager
def on_cores(count: int) -> Iterator[None]:
    """Keeps this process, and all that it starts, on so many cores."""
    all_cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(all_cores)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_cores)


def batch_rate(submissions: Sequence[Submission], count: int) -> float:
    """Submissions per second of ``grader batch``, once its processes are warm."""
    folder = submissions[0].path.parent
    with tempfile.TemporaryDirectory(dir=folder) as copies:
        paths = []
        for number in range(count):
            paths.append(Path(copies) / f"{number}.py")
            shutil.copy(submissions[number % len(submissions)].path, paths[-1])
        times = []
        for marked in mark_all(paths, CORES):
            if marked.result is None or marked.result.score != marked.result.max_score:
                raise RuntimeError(f"{marked.path}: {marked.error or marked.result}")
            times.append(time.perf_counter())
    warm = len(times) // 5
    return (len(times) - 1 - warm) / (times[-1] - times[warm])


def pytest_rate(submissions: Sequence[Submission], count: int) -> float:
    """Submissions per second, with as many processes at a time as there are cores."""
    chosen = [submissions[number % len(submissions)] for number in range(count)]
    with ThreadPoolExecutor(CORES) as pool:
        return count / seconds(lambda: list(pool.map(run_pytest, chosen)))


def most_private_bytes(submissions: Sequence[Submission], modules: tuple[str, ...]) -> int | None:
    """The largest private memory of a child in any moment that was looked at; None if unreadable.

    The children are found from outside, as what the fork server has started meanwhile.
    """
    with Sandbox() as sandbox:
        mark(submissions[0], sandbox)
        server = sandbox.server(modules).pid
        standing = set(descendants(server))
        found: list[int] = []
        done = threading.Event()

        def look() -> None:
            while not done.is_set():
                for pid in set(descendants(server)) - standing:
                    with suppress(OSError):  # it has ended meanwhile, or is not ours to see
                        found.append(private_bytes(pid))

        watcher = threading.Thread(target=look)
        watcher.start()
        try:
            for submission in submissions:
                mark(submission, sandbox)
        finally:
            done.set()
            watcher.join()
    return max(found, default=None)


def descendants(pid: int) -> Iterator[int]:
    """The processes that a process has started, and theirs."""
    with suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
            yield int(child)
            yield from descendants(int(child))


def private_bytes(pid: int) -> int:
    """The pages that no other process has, in bytes. Raises OSError."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


def resident_bytes(pids: Sequence[int]) -> int:
    """The pages that processes have in memory, together. Raises OSError."""
    pages = [int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) for pid in pids]
    return sum(pages) * os.sysconf("SC_PAGE_SIZE")


def flatness(submissions: Sequence[Submission], count: int) -> list[Target]:
    """Whether the last of many submissions in a row cost what the first did."""
    tenth = count // 10
    times: list[float] = []
    with Sandbox() as sandbox:
        for number in range(count):
            one = submissions[number % len(submissions)]
            times.append(seconds(mark, one, sandbox))
            if number == tenth:
                sandbox.empty()  # a child in reserve would be gone by the end
                server = sandbox.server(NUMPY_MODULES).pid
                zygote = [server, *descendants(server)]
                before = resident_bytes([os.getpid()]), resident_bytes(zygote)
        after = resident_bytes([os.getpid()]), resident_bytes(zygote)
    first, last = statistics.median(times[:tenth]), statistics.median(times[-tenth:])
    targets = [
        Target(
            f"flat: the last {tenth} of {count} as fast as the first {tenth}",
            f"{1000 * first:.1f} ms, {1000 * last:.1f} ms",
            last <= FLAT_TIME * first,
        )
    ]
    for name, start, end in zip(("grader", "zygote"), before, after, strict=True):
        targets.append(
            Target(
                f"flat: memory of the {name}",
                f"{start / MEGABYTE:.1f} MB, {end / MEGABYTE:.1f} MB",
                end - start <= FLAT_BYTES,
            )
        )
    return targets


# -- the report --------------------------------------------------------------------------------


def print_speed(family: str, speed: Speed) -> None:
    """The table of one family."""
    print(f"\n{family:34} {'one core':>10} {'ours is':>20} {'two cores':>14}")
    rows = (
        ("ours, confined", speed.ours, "", speed.ours_per_second),
        ("pytest", speed.pytest, times_as_fast(speed.pytest, speed.ours), speed.pytest_per_second),
        (
            "pytest, with plugins",
            speed.with_plugins,
            times_as_fast(speed.with_plugins, speed.ours),
            None,
        ),
        ("plain fork", speed.floor, f"{speed.ours / speed.floor:.1f} x slower", None),
    )
    for name, milliseconds, ratio, rate in rows:
        per_second = "" if rate is None else f"{rate:10.1f} / s"
        print(f"  {name:32} {milliseconds:7.1f} ms {ratio:>20} {per_second:>14}")


def times_as_fast(theirs: float, ours: float) -> str:
    """How much less time ours takes."""
    return f"{theirs / ours:.0f} x faster"


def at_least(what: str, least: float, found: float) -> Target:
    """A number to reach."""
    return Target(f"{what}: at least {least:g}", f"{found:.1f}", found >= least)


def at_most(what: str, most: float, found: float) -> Target:
    """A number not to exceed."""
    return Target(f"{what}: at most {most:g}", f"{found:.1f}", found <= most)


def memory(name: str, found: int | None) -> Target:
    """What a running child has to itself."""
    what = f"{name}: private memory of a child in MB"
    if found is None:
        return Target(f"{what}: at most 20", "cannot be read by this user", reached=False)
    return at_most(what, 20, found / MEGABYTE)


def all_beside_pytest(turns: int) -> Iterator[tuple[str, tuple[float, float]]]:
    """Each family that is measured, with the seconds of pytest and of ours."""
    with tempfile.TemporaryDirectory() as temporary:
        for family in MEASURED:
            written = [write_submission(Path(temporary), family, n) for n in range(turns)]
            yield family, beside_pytest(written, turns)


def main() -> None:
    """Measure, and print the tables, the targets, and whether each is reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything")
    parser.add_argument(
        "--beside-pytest",
        type=int,
        metavar="TURNS",
        help="print the seconds of pytest and of ours as JSON, and nothing else",
    )
    told = parser.parse_args()
    if told.beside_pytest:
        print(json.dumps(dict(all_beside_pytest(max(told.beside_pytest, WARMING_UP)))))
        return
    amounts = QUICK if told.quick else FULL
    with Sandbox() as sandbox:
        level = sandbox.level
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, "
        f"{platform.machine()}, {os.cpu_count()} cores; confined at level {level}; "
        f"load {os.getloadavg()[0]:.1f}"
    )
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        in_numpy, in_torch = (
            [write_submission(folder, family, number) for number in range(amounts.distinct)]
            for family in MEASURED
        )
        numpy = measured("conv1d-code", in_numpy, amounts, NUMPY_MODULES)
        print_speed("conv1d-code, NumPy, 6 checks", numpy)
        torch = measured("torch-model-code", in_torch, amounts, TORCH_MODULES)
        print_speed("torch-model-code, PyTorch, 6 checks", torch)
        targets = [
            at_most("NumPy: times a plain fork", 3, numpy.ours / numpy.floor),
            at_least("NumPy: times as fast as pytest", 40, numpy.pytest / numpy.ours),
            at_least("PyTorch: times as fast as pytest", 60, torch.pytest / torch.ours),
            at_least("NumPy: per second on two cores", 100, numpy.ours_per_second),
            at_least("PyTorch: per second on two cores", 25, torch.ours_per_second),
            memory("NumPy", most_private_bytes(in_numpy[:20], NUMPY_MODULES)),
            memory("PyTorch", most_private_bytes(in_torch[:20], TORCH_MODULES)),
            *flatness(in_numpy, amounts.in_a_row),
        ]
    print(f"\n{'to reach':62} {'found':>22}")
    for target in targets:
        print(f"  {target.what:60} {target.found:>22}  {'yes' if target.reached else 'NO'}")


if __name__ == "__main__":
    main()
