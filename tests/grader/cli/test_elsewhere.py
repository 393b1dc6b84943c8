"""The tool on macOS and Windows, faked: one's own file is checked there, and no other.

Nothing here has run on a real one. What those systems do not have is taken away from the
interpreter, in the tool's own process and in those that it starts (`tests/grader/elsewhere.py`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.messages.say import say
from grader.render.notebook import notebook
from grader.render.script import Work, model, script
from grader.sheet.sheet import Problem, draw_sheet
from tests.grader import elsewhere
from tests.grader.cli.commands import grader
from tests.grader.elsewhere import MACOS, WINDOWS
from tests.grader.schemas import assert_valid

ROOT = Path(__file__).parents[3]
SHIM = Path(elsewhere.__file__)
SYSTEMS = (MACOS, WINDOWS)

OF_LINUX_ALONE = (
    *("grader.sandbox.kernel", "grader.sandbox.inside.confinement", "grader.sandbox.inside.driver"),
    *("grader.doctor.attacks", "grader.doctor.examination", "grader.doctor.hostile"),
    *("grader.doctor.machine", "grader.doctor.namespaces", "grader.doctor.targets"),
)
"""What nothing imports on another system; the driver is a program."""

NEEDS_MORE = (
    *("reference.autograd", "reference.symbolic", "grader.demo.__main__", "grader.__main__"),
    *("grader.store.migrations.env", "grader.cluster.workers"),
)
"""PyTorch and Dask, which are not faked, and programs, of which Alembic runs one."""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(params=SYSTEMS)
def system(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def there(system: str, tmp_path: Path) -> Run:
    """Runs the tool as on the system, in the folder of the test."""
    interpreter = tmp_path / "interpreter"
    interpreter.write_text(f'#!/bin/sh\nexec {sys.executable} {SHIM} {system} driver "$@"\n')
    interpreter.chmod(0o755)

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, SHIM, system, "grader", *arguments],
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "COLUMNS": "100",
                "PYTHONUTF8": "1",
                "GRADER_TEST_INTERPRETER": str(interpreter),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        assert "a fault of the grader" not in done.stderr
        return done

    return run


def written(folder: Path, *keys: str, work: Callable[[Problem], Work] = model) -> Path:
    path = folder / "submission.py"
    path.write_text(script(draw_sheet("7", keys, "en"), work), encoding="utf-8")
    return path


def data_of(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_sheet_by_hand_and_in_code_has_full_marks_and_is_called_unconfined(
    there: Run, tmp_path: Path
) -> None:
    path = written(tmp_path, "cnn-table", "conv1d-code", "conv2d-layer-code")
    done = there("check", path, "--json", "--html", tmp_path / "page.html")
    assert done.returncode == 0
    data = data_of(done)
    assert_valid(data, "result")
    assert (data["score"], data["confinement"]) == (data["max_score"], "-")
    assert data["incidents"] == [say("en", "incident.unconfined-here")]
    assert "UNCONFINED" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "UNCONFINED" in there("check", path).stdout


def test_a_notebook_by_hand_has_full_marks(there: Run, tmp_path: Path) -> None:
    path = tmp_path / "submission.ipynb"
    sheet = draw_sheet("7", ["conv2d-backprop"], "en")
    path.write_text(notebook(sheet, path.name, model), encoding="utf-8")
    assert there("check", path).returncode == 0


def test_a_loop_without_end_costs_its_answer(there: Run, system: str, tmp_path: Path) -> None:
    path = written(tmp_path, "cnn-table")
    text = path.read_text(encoding="utf-8").replace("conv1_rf = ", "while True: conv1_rf = ")
    path.write_text(text, encoding="utf-8")
    data = data_of(there("check", path, "--json", "--limit", "time=1s"))
    assert data["limits_met"] == ["time"]
    fields = {field["name"]: field["outcome"] for field in data["problems"][0]["fields"]}
    assert fields.pop("conv1_rf") == "over-limit"
    assert set(fields.values()) == {"correct"}


def test_the_process_of_the_program_is_as_on_that_system_too(
    there: Run, system: str, tmp_path: Path
) -> None:
    path = written(tmp_path, "cnn-table")
    seen = "import os, sys, signal\nconv1_rf = [sys.platform, hasattr(os, 'fork'), "
    seen += "hasattr(os, 'pidfd_open'), hasattr(signal, 'SIGUSR1')]\n"
    text = path.read_text(encoding="utf-8") + f"\nconv1_rf = 0\n{seen}"
    path.write_text(text, encoding="utf-8")
    fields = data_of(there("check", path, "--json"))["problems"][0]["fields"]
    (found,) = (field["found"] for field in fields if field["name"] == "conv1_rf")
    has_more = str(system == MACOS)
    assert found == f"[{system}, {has_more}, False, {has_more}]"


def test_a_folder_of_others_is_refused_in_one_line_though_they_are_trusted(
    there: Run, system: str, tmp_path: Path
) -> None:
    folder = tmp_path / "handed_in"
    folder.mkdir()
    written(folder, "cnn-table")
    for options in ((), ("--unsafe-i-trust-this-code",)):
        done = there("batch", folder, *options)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
        assert f"on Linux only, and this is {system}; mark them on Linux" in done.stderr
        assert "'grader check FILE'" in done.stderr


def test_sheets_are_the_same_bytes_there(there: Run, tmp_path: Path) -> None:
    assert there("generate", "--seed", "7", "--out", tmp_path / "there").returncode == 0
    assert grader("generate", "--seed", "7", "--out", tmp_path / "here").exit_code == 0
    names = sorted(path.name for path in (tmp_path / "here").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "there").iterdir())
    for name in names:
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()


def test_the_commands_that_run_no_program_work(there: Run) -> None:
    assert "cnn-table" in there("families").stdout
    assert there("show", "conv2d-backprop", "--solution").returncode == 0


def test_certification_is_refused_since_it_runs_in_a_sandbox(there: Run, system: str) -> None:
    done = there("verify", "cnn-table", "--seeds", "1")
    assert done.returncode == 2
    assert f"on Linux only, and this is {system}" in done.stderr


def test_the_doctor_says_what_works(there: Run, system: str) -> None:
    done = there("doctor", "--json")
    data = data_of(done)
    assert done.returncode == data["status"] == 2
    assert data["own_file"] == {"works": True, "reason": None}
    assert ("processor time" in data["limits"]) == (system == MACOS)
    assert "memory" not in data["limits"]


def test_every_module_that_is_not_of_linux_alone_can_be_imported(system: str) -> None:
    files = (
        path for name in ("grader", "problems", "reference") for path in (ROOT / name).rglob("*.py")
    )
    names = sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in files
        if path.name != "second.py"
    )
    taken = [name for name in names if not name.startswith((*OF_LINUX_ALONE, *NEEDS_MORE))]
    assert len(taken) > 300
    done = subprocess.run(
        [sys.executable, SHIM, system, "import", *taken],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_module_of_linux_alone_cannot_be_imported_where_that_is_faked() -> None:
    for name in ("grader.sandbox.kernel", "grader.doctor.targets"):
        done = subprocess.run(
            [sys.executable, SHIM, WINDOWS, "import", name],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Error" in done.stderr
