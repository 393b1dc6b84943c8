"""Workers of a cluster mark as this machine does; they join, die, are killed, and are refused."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.grader.cli.commands import grader
from tests.grader.course.courses import (
    BY_HAND,
    HEAD,
    Course,
    drawn_course,
    files_below,
    results_in,
    rows_in,
)
from tests.services.clusters import LocalCluster, local_cluster

STUDENTS = [f"s{number:02}" for number in range(24)]
IN_CODE = '[[problem]]\nfamily = "conv1d-code"\nlevel = "easy"\n'
SLOW = "import time\ntime.sleep(0.4)\n"
OWN = Path(__file__).parent.parent / "grader" / "certification" / "sound"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class of which some are right, some wrong, and some end their process."""
    folder = tmp_path_factory.mktemp("course")
    roster = "student,name\n" + "".join(f"{each},Name {each}\n" for each in STUDENTS)
    course = drawn_course(folder, HEAD + BY_HAND + IN_CODE, roster)
    for number, each in enumerate(STUDENTS):
        text = course.solved(each) + SLOW
        if number % 3 == 1:
            text = text.replace(" = ", " = 1 + ", 3)
        if number % 7 == 2:
            text += "import os\nos._exit(0)\n"
        course.hand_in(f"{each}/hw3.py", text)
    return course


@pytest.fixture(scope="module")
def undisturbed(drawn: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of a batch on this machine."""
    out = tmp_path_factory.mktemp("undisturbed")
    course = copied(drawn, out)
    grader("batch", course.folder, course.work, *reports(out))
    return out


def copied(drawn: Course, out: Path) -> Course:
    return Course(Path(shutil.copytree(drawn.folder, out / "course")))


def reports(out: Path) -> list[str]:
    return [
        *("--csv", str(out / "a.csv"), "--json", str(out / "a.json")),
        *("--feedback", str(out / "feedback")),
    ]


def same(out: Path, other: Path) -> None:
    assert rows_in((out / "a.csv").read_text()) == rows_in((other / "a.csv").read_text())
    assert files_below(out / "feedback") == files_below(other / "feedback")
    assert json.loads((out / "a.json").read_text()) == json.loads((other / "a.json").read_text())


def begun(course: Course, out: Path, cluster: LocalCluster) -> subprocess.Popen[str]:
    command = [
        *(sys.executable, "-m", "grader", "batch", str(course.folder), str(course.work)),
        *(*reports(out), "--cluster", cluster.address),
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(course: Course, results: int, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while results_in(course.folder) < results and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.02)


def verified(course: Course, results: int) -> None:
    """Nothing in the store is lost or doubled."""
    told = grader("store", "verify", "--assignment", course.folder)
    assert told.exit_code == 0, told.output
    assert results_in(course.folder) == results


def test_workers_mark_as_this_machine_does(
    drawn: Course, undisturbed: Path, tmp_path: Path
) -> None:
    course = copied(drawn, tmp_path)
    with local_cluster(tmp_path) as cluster:
        process = begun(course, tmp_path, cluster)
        _, told = process.communicate(timeout=120)
        assert process.returncode in (0, 1), told
    same(tmp_path, undisturbed)
    verified(course, len(STUDENTS))


def test_workers_die_and_others_join_and_nothing_is_lost_or_doubled(
    drawn: Course, undisturbed: Path, tmp_path: Path
) -> None:
    course, chance = copied(drawn, tmp_path), random.Random(1)
    with local_cluster(tmp_path) as cluster:
        process = begun(course, tmp_path, cluster)
        for results in (3, 8, 14):
            wait_for(course, results, process)
            cluster.kill(chance.randrange(2))
            cluster.join()
        _, told = process.communicate(timeout=120)
        assert process.returncode in (0, 1), told
    same(tmp_path, undisturbed)
    verified(course, len(STUDENTS))


def test_where_the_scheduler_is_gone_the_batch_ends_and_goes_on_with_another(
    drawn: Course, undisturbed: Path, tmp_path: Path
) -> None:
    course = copied(drawn, tmp_path)
    with local_cluster(tmp_path) as cluster:
        process = begun(course, tmp_path, cluster)
        wait_for(course, 6, process)
        cluster.scheduler.kill()
        _, told = process.communicate(timeout=120)
        assert process.returncode == 2
        assert "what was marked is kept, and the same command goes on" in told
    kept = results_in(course.folder)
    assert 6 <= kept < len(STUDENTS)
    with local_cluster(tmp_path) as cluster:
        process = begun(course, tmp_path, cluster)
        _, told = process.communicate(timeout=120)
        assert f"{kept} files were marked before" in told
    same(tmp_path, undisturbed)
    verified(course, len(STUDENTS))


def test_a_worker_with_another_grader_marks_nothing_and_is_named(
    drawn: Course, undisturbed: Path, tmp_path: Path
) -> None:
    course = copied(drawn, tmp_path)
    with local_cluster(tmp_path, workers=1) as cluster:
        cluster.join({"GRADER_FAMILIES": str(OWN)})
        process = begun(course, tmp_path, cluster)
        _, told = process.communicate(timeout=120)
        assert process.returncode in (0, 1), told
        assert "marks nothing: the batch is marked by grader" in told
    same(tmp_path, undisturbed)


def test_where_no_worker_has_this_grader_nothing_is_marked(drawn: Course, tmp_path: Path) -> None:
    course = copied(drawn, tmp_path)
    with local_cluster(tmp_path, workers=0) as cluster:
        cluster.join({"GRADER_FAMILIES": str(OWN)})
        process = begun(course, tmp_path, cluster)
        _, told = process.communicate(timeout=120)
    assert process.returncode == 2
    assert "no worker can mark" in told
    assert "install the same one there" in told
    assert results_in(course.folder) == 0


def test_a_cluster_of_which_nobody_can_mark_is_refused(drawn: Course, tmp_path: Path) -> None:
    course = copied(drawn, tmp_path)
    with local_cluster(tmp_path, workers=0) as cluster:
        result = grader("batch", course.folder, course.work, "--cluster", cluster.address)
        assert result.exit_code == 2
        assert "no worker has joined; start some: dask worker" in result.stderr
        cluster.join(threads=3)
        result = grader("batch", course.folder, course.work, "--cluster", cluster.address)
        assert result.exit_code == 2
        assert "3 threads, of which only one can mark" in result.stderr
    result = grader("batch", course.folder, course.work, "--cluster", cluster.address)
    assert result.exit_code == 2
    assert "no scheduler of Dask answers there" in result.stderr
