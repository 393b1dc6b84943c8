"""``grader doctor`` prints what it found, in words and as JSON, and is loud where it must be."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from grader.cli.doctor import as_data
from grader.doctor import examination
from grader.doctor.attacks import Attempt
from grader.doctor.examination import Examination, Running
from grader.doctor.finding import Finding
from grader.doctor.machine import Machine
from grader.doctor.namespaces import FLAGS
from tests.grader.cli.commands import TEXT, TEXT_OR_NONE, assert_fits, grader, in_a_process

FINDING = {"works": bool, "reason": TEXT_OR_NONE}
NUMBER_OR_NONE = (float, type(None))
EXAMINATION = {
    "status": int,
    "level": TEXT_OR_NONE,
    "why_no_level": TEXT_OR_NONE,
    "machine": {
        "kernel": TEXT,
        "architecture": TEXT,
        "uid": int,
        "interpreter": TEXT,
        "versions": {
            "python": TEXT,
            "numpy": TEXT,
            "torch": TEXT_OR_NONE,
            "scipy": TEXT_OR_NONE,
        },
        "in_container": bool,
        "namespaces": dict.fromkeys(("user", "mount", "pid", "net", "ipc"), FINDING),
        "own_uid": FINDING,
        "landlock_abi": int,
        "seccomp": bool,
        "cgroup": FINDING,
    },
    "levels": dict.fromkeys("ABCD", FINDING),
    "sandbox": {
        "interpreter": FINDING,
        "zygote_threads": {"numpy": int},
        "import_seconds": {"numpy": NUMBER_OR_NONE, "torch": NUMBER_OR_NONE},
        "job_seconds": float,
        "honest_after": bool,
    },
    "attacks": [{"key": TEXT, "title": TEXT, "verdict": TEXT, "detail": TEXT}],
    "advice": [TEXT],
    "own_file": (dict, type(None)),
}

ELSEWHERE = {
    "status": int,
    "level": TEXT_OR_NONE,
    "why_no_level": TEXT,
    "machine": {
        "system": TEXT,
        "interpreter": TEXT,
        "versions": EXAMINATION["machine"]["versions"],  # type: ignore[index]
    },
    "own_file": FINDING,
    "limits": [TEXT],
}

MACHINE = Machine(
    kernel="5.15.7",
    architecture="x86_64",
    uid=1002,
    interpreter="/opt/python",
    versions={"python": "3.13.0", "numpy": "2.4.6", "torch": None, "scipy": None},
    in_container=True,
    namespaces={**dict.fromkeys(FLAGS, Finding(True)), "user": Finding(False, "unshare: denied")},
    own_uid=Finding(False, "Operation not permitted"),
    landlock_abi=0,
    seccomp=True,
    cgroup=Finding(False, "Permission denied"),
    forbidding={},
)
RUNNING = Running(
    Finding(True), {"numpy": 1}, {"numpy": 0.25, "torch": None}, 0.0064, honest_after=True
)
LONG = "Landlock ABI 3 is needed, the kernel offers none, " * 4
STOPPED = Attempt("fork", "Start another process", "stopped", "refused (ENOSYS)")
WELL = Examination(
    MACHINE,
    {"A": Finding(False, "only root can have it"), "B": Finding(True), "C": Finding(False, LONG)},
    "B",
    "",
    RUNNING,
    (STOPPED, replace(STOPPED, key="mount", title="Mount a file system")),
    (),
)
BROKEN = replace(
    WELL, attempts=(*WELL.attempts, Attempt("mount", "Mount [red]", "got-through", "it is there"))
)
NONE = replace(
    WELL,
    levels=dict.fromkeys("ABCD", Finding(False, LONG)),
    level=None,
    why_none=f"A: {LONG}; B: {LONG}",
    running=None,
    attempts=(),
    advice=("Landlock needs Linux 5.13 (level C: 6.2) and something else besides, such as luck.",),
    own_file=Finding(True),
)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Examination:
    """The examination that the command finds, given as a parameter."""
    given = request.param
    assert isinstance(given, Examination)
    monkeypatch.setattr(examination, "examine", lambda *, torch: given)
    return given


@pytest.mark.parametrize("found", [WELL], indirect=True)
def test_all_that_was_found_is_told(found: Examination) -> None:
    result = grader("doctor")
    assert result.exit_code == 0
    lines = " ".join(result.output.split())
    for text in (
        "Marked with Python 3.13.0 NumPy 2.4.6 PyTorch not installed SciPy not installed Machine",
        "kernel 5.15.7, x86_64",
        "user uid 1002",
        "container it looks like one",
        "user namespace no: unshare: denied",
        "own uid no: Operation not permitted",
        "Landlock no",
        "no: only root can have it",
        "ordinary user: namespaces, Landlock, seccomp chosen",
        "Sandbox at level B interpreter reached numpy server 1 thread import numpy 0.25 s",
        "import torch not measured (--torch)",
        "small job 6.4 ms",
        "stopped Start another process: refused (ENOSYS)",
        "All 2 attacks were stopped.",
    ):
        assert text in lines


@pytest.mark.parametrize("found", [WELL, BROKEN, NONE], indirect=True)
def test_it_fits_into_80_columns(found: Examination, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert max(map(len, grader("doctor").output.splitlines())) <= 80


@pytest.mark.parametrize("found", [BROKEN], indirect=True)
def test_an_attack_that_got_through_is_red_and_has_status_1(
    found: Examination, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    result = grader("doctor")
    assert result.exit_code == 1
    red = re.findall("\x1b\\[1;31m([^\x1b\n]+)", result.output)
    assert len(red) == 3
    assert "got-through  Mount [red]: it is there" in red[0]
    assert "1 of 3 attacks got through" in red[1]
    assert "Do not run programs of strangers here." in red[2]


@pytest.mark.parametrize(
    "found", [replace(WELL, running=replace(RUNNING, honest_after=False))], indirect=True
)
def test_a_sandbox_that_is_wrong_afterwards_has_status_1(found: Examination) -> None:
    result = grader("doctor")
    assert result.exit_code == 1
    assert "After them an honest program gave a wrong value." in result.output


@pytest.mark.parametrize("found", [NONE], indirect=True)
def test_without_a_level_it_is_said_what_to_do(found: Examination) -> None:
    result = grader("doctor")
    assert result.exit_code == 2
    text = " ".join(result.output.split())
    assert "Programs cannot be run apart here: no level can be had." in text
    assert "- Landlock needs Linux 5.13" in text
    assert "--unsafe-i-trust-this-code" in text
    assert "grader check works for a file of your own: in a plain process, unconfined" in text
    assert "grader batch refused: programs of others cannot be kept apart" in text
    assert "Attacks" not in text


@pytest.mark.parametrize(
    "found", [replace(NONE, levels=WELL.levels, why_none="No module named 'numpy'")], indirect=True
)
def test_a_sandbox_without_its_modules_says_which(found: Examination) -> None:
    result = grader("doctor")
    assert result.exit_code == 2
    assert "Programs cannot be run apart here: No module named 'numpy'." in result.output


@pytest.mark.parametrize("found", [WELL, BROKEN, NONE], indirect=True)
def test_the_json_has_the_same_keys_whatever_was_found(found: Examination) -> None:
    result = grader("doctor", "--json")
    data = json.loads(result.stdout)
    assert data == as_data(found)
    assert result.exit_code == data["status"] == found.status
    assert list(data) == list(EXAMINATION)


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_of_another_system_it_is_told_what_works_there_and_what_does_not(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.cli.doctor.sys.platform", system)
    result = grader("doctor")
    assert (result.exit_code, result.stderr) == (2, "")
    text = " ".join(result.stdout.split())
    for told in (
        f"system {system}",
        "grader check works for a file of your own: in a plain process, unconfined",
        "its limits time, output, size of values",
        "grader batch refused: programs of others cannot be kept apart from this machine",
        f"on Linux only, and this is {system}",
    ):
        assert told in text
    data = json.loads(grader("doctor", "--json").stdout)
    assert_fits(data, ELSEWHERE)
    assert (data["status"], data["level"], data["own_file"]["works"]) == (2, None, True)


def test_a_machine_on_which_not_even_ones_own_program_runs_is_told_as_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("grader.cli.doctor.sys.platform", "win32")
    monkeypatch.setattr("grader.doctor.own_file._SOURCE", "found = 3")
    text = " ".join(grader("doctor").stdout.split())
    assert "grader check does not work: [" in text
    assert "Returned(value=3)" in text


def test_the_real_thing_is_all_well_and_does_not_import_torch(tmp_path: Path) -> None:
    run = in_a_process("doctor", "--json", folder=tmp_path, options=("-X", "importtime"))
    data = json.loads(run.stdout)
    assert run.returncode == data["status"] == 0
    data["sandbox"]["import_seconds"].setdefault("torch", None)
    assert_fits(data, EXAMINATION)
    assert len(data["attacks"]) >= 15
    assert not [line for line in run.stderr.splitlines() if line.endswith(" torch")]
    assert list(tmp_path.iterdir()) == []
