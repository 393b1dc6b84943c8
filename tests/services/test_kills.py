"""Whatever is killed at whatever moment, nothing is lost, and nothing is there twice.

The kills are drawn from a seed; at which instruction they hit, no test can say again.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import psycopg
import pytest
from sqlalchemy import select

import grader
from grader.render.script import blank, script
from grader.store import tables as t
from grader.store.store import Store
from grader.store.verifying import verified
from tests.grader.course.courses import BY_HAND, DEADLINE, HEAD, Course, drawn_course
from tests.services.postgres import Server, server
from tests.services.processes import below, does, kill

OURS = Path(grader.__path__[0])
KILLS = 25
"""With each of the two stores."""
MOST_SECONDS = 110
EARLY = 0.25
IN_CODE = '[[problem]]\nfamily = "conv1d-code"\nlevel = "easy"\n'
LIMITS = '[marking]\nlimits = ["cpu=0.2s", "time=3s"]\n'
STUDENTS = [f"s{number:02}" for number in range(20)]
ROSTER = "student,name\n" + "".join(f"{each},Name {each}\n" for each in STUDENTS)
HOW_MANY = "SELECT count(*) FROM run"
KINDS = ("parent", "worker", "sandbox", "any")
OF_SERVERS = ("connections", "server")


def handed_in(course: Course, number: int, student: str) -> str:
    """What a student hands in: right, blank, or a program that loops, ends itself or prints."""
    if number % 8 == 1:
        return script(course.sheet(student), blank)
    more = {
        2: "while True: pass\n",
        3: "import os\nos._exit(0)\n",
        4: "print('x' * 10000)\n",
        5: "raise SystemExit\n",
        6: "total = sum(n * n for n in range(400000))\n",
    }.get(number % 8, "")
    return f"{course.solved(student)}\n{more}"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    toml = HEAD + DEADLINE + LIMITS + BY_HAND + IN_CODE
    course = drawn_course(tmp_path_factory.mktemp("kills") / "course", toml, ROSTER)
    for number, student in enumerate(STUDENTS):
        course.hand_in(f"{student}/hw3.py", handed_in(course, number, student))
    return course


@pytest.fixture(scope="module")
def undisturbed(course: Course, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The marks of a batch that nobody disturbs."""
    folder = tmp_path_factory.mktemp("undisturbed")
    done = Command(course, folder, str(folder / "store.sqlite")).run()
    assert done == 0
    return (folder / "marks.csv").read_bytes()


@dataclass
class Command:
    """The same command each time, in a process of its own."""

    course: Course
    folder: Path
    store: str
    told: list[str] = field(default_factory=list)

    def start(self) -> subprocess.Popen[bytes]:
        own = ("batch", self.course.folder, self.course.work, "--jobs", "2", "--store", self.store)
        with (self.folder / "told").open("wb") as told:
            return subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "grader",
                    *map(str, own),
                    "--csv",
                    self.folder / "marks.csv",
                ],
                stdout=subprocess.DEVNULL,
                stderr=told,
                cwd=self.folder,
            )

    def ended(self, process: subprocess.Popen[bytes]) -> int:
        status = process.wait(MOST_SECONDS)
        told = (self.folder / "told").read_text(encoding="utf-8")
        self.told.append(f"{status}: {told}")
        # Python's own tracker of resources prints one of its own where it was killed
        assert f'File "{OURS}' not in told, told
        assert "a fault of the grader itself" not in told, told
        return status

    def run(self) -> int:
        return self.ended(self.start())


class Chaos:
    """Kills what a command has running, of a kind that is drawn, at a moment that is drawn."""

    def __init__(self, seed: int, running: Server | None = None, database: str = "") -> None:
        self.random = Random(seed)
        self.done: Counter[str] = Counter()
        self._server = running
        self._database = database
        self._kinds = KINDS if running is None else (*KINDS, *OF_SERVERS)

    def disturb(
        self, process: subprocess.Popen[bytes], results: Callable[[], int], most: int
    ) -> None:
        """Kill while the command runs, until it has ended or so many are done."""
        while process.poll() is None and self.done.total() < most:
            self._wait(process, results)
            kind = self.random.choice(self._kinds)
            if process.poll() is None and self._hit(kind, process):
                self.done[kind] += 1

    def _wait(self, process: subprocess.Popen[bytes], results: Callable[[], int]) -> None:
        """Until some results are kept, at most six seconds; of four kills, one comes sooner."""
        is_early = self.random.random() < EARLY
        wanted = results() + self.random.randint(1, 3)
        until = time.monotonic() + (self.random.uniform(0, 2) if is_early else 6)
        while time.monotonic() < until and process.poll() is None:
            if not is_early and results() >= wanted:
                break
            time.sleep(0.02)
        time.sleep(self.random.uniform(0, 0.1))

    def _hit(self, kind: str, process: subprocess.Popen[bytes]) -> bool:
        if self._server is not None and kind == "connections":
            return self._server.end_connections(self._database) > 0
        if self._server is not None and kind == "server":
            self._server.stop()
            time.sleep(self.random.uniform(0, 0.3))
            self._server.start()
            return True
        every = [process.pid] if kind == "parent" else sorted(below(process.pid))
        if kind in ("worker", "sandbox"):
            every = [pid for pid in every if does(pid) == kind]
        if every:
            kill(self.random.choice(every))
        return bool(every)


def kept(store: str) -> dict[int, tuple[object, ...]]:
    """All results that there are, by their numbers."""
    with Store(store) as opened, opened.reading() as connection:
        of = t.run.c
        rows = connection.execute(
            select(of.id, of.submission_id, of.key, of.turn, of.status, of.met_wall_clock)
        )
        return {row.id: tuple(row) for row in rows}


def doubled(runs: Mapping[int, tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Results that are there again though the ones before them hold."""
    last: dict[tuple[object, object], tuple[object, ...]] = {}
    found = []
    for run in (runs[number] for number in sorted(runs)):
        _, submission, key, turn, _, _ = run
        before = last.get((submission, key))
        if before is None:
            assert turn == 0, run
        elif before[4] != "grader-fault" and not before[5]:
            found.append(run)
        last[submission, key] = run
    return found


def survive(
    command: Command,
    chaos: Chaos,
    address: Callable[[int], str],
    results: Callable[[str], int],
    marks: bytes,
) -> None:
    """Batch after batch, each begun anew after each kill until it has come to its end."""
    round_number, report = 0, command.folder / "marks.csv"
    while chaos.done.total() < KILLS:
        command.store = address(round_number)
        round_number += 1
        before: dict[int, tuple[object, ...]] = {}
        status = -1
        report.unlink(missing_ok=True)
        while status not in (0, 1):
            process = command.start()
            try:
                chaos.disturb(process, lambda: results(command.store), KILLS)
                status = command.ended(process)
            finally:
                kill(process.pid)
            assert status in (0, 1, 2, 3, -9), command.told[-1]
            if status == 2:
                assert len(command.told[-1].splitlines()) <= 3, command.told[-1]
            now = kept(command.store)
            assert before.items() <= now.items(), "a result that was kept is gone or is another"
            before = now
        if any(run[4] == "grader-fault" for run in before.values()):
            assert command.run() == 0  # what met a fault of ours is marked again
        assert report.exists(), command.told[-1]
        assert report.read_bytes() == marks
        runs = kept(command.store)
        assert len({run[1] for run in runs.values()}) == len(STUDENTS)
        assert doubled(runs) == []
        with Store(command.store) as store:
            assert verified(store).faults == ()
    assert round_number >= 1


def nothing_is_left_running(folder: Path) -> None:
    """No process of a killed command goes on, wherever it stands."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        left = [pid for pid in _every_process() if _stands_in(pid, folder)]
        if not left:
            return
        time.sleep(0.1)
    pytest.fail(f"still there: {[(pid, does(pid)) for pid in left]}")


def _every_process() -> Iterator[int]:
    for path in Path("/proc").iterdir():
        if path.name.isdigit() and int(path.name) != os.getpid():
            yield int(path.name)


def _stands_in(pid: int, folder: Path) -> bool:
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == folder
    except OSError:
        return False


def test_with_a_store_in_a_file(course: Course, undisturbed: bytes, tmp_path: Path) -> None:
    chaos = Chaos(16)

    def named(number: int) -> str:
        return str(tmp_path / f"{number}.sqlite")

    def results(store: str) -> int:
        if not Path(store).exists():
            return 0
        try:
            with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
                return int(connection.execute(HOW_MANY).fetchone()[0])
        except sqlite3.Error:  # it is being made
            return 0

    survive(Command(course, tmp_path, ""), chaos, named, results, undisturbed)
    assert chaos.done.total() == KILLS
    assert set(chaos.done) == set(KINDS)
    nothing_is_left_running(tmp_path)


def test_with_a_store_in_a_server(course: Course, undisturbed: bytes, tmp_path: Path) -> None:
    with server() as running:
        chaos = Chaos(61, running, "kills")
        url = running.make("kills")

        def emptied(_: int) -> str:
            running.ask("kills", "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            return url

        def results(_: str) -> int:
            try:
                return int(str(running.ask("kills", HOW_MANY)[0][0]))
            except psycopg.Error:  # it is being made
                return 0

        survive(Command(course, tmp_path, url), chaos, emptied, results, undisturbed)
    assert chaos.done.total() == KILLS
    assert set(chaos.done) == {*KINDS, *OF_SERVERS}
    nothing_is_left_running(tmp_path)


def test_a_result_that_is_there_twice_would_be_seen() -> None:
    once = {1: (1, 7, "k", 0, "marked", False), 2: (2, 8, "k", 0, "grader-fault", False)}
    again = {3: (3, 8, "k", 1, "marked", False)}
    assert doubled(once | again) == []
    assert doubled(once | {3: (3, 7, "k", 1, "marked", False)}) != []
