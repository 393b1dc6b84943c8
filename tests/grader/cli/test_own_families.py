"""``--families``: a lecturer's own families, in a folder of theirs, work as ours do."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from problems.catalogue import folder


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to work in, with ``own/net_sizes`` and ``own/sliding_sum``: copies of ours."""
    here = tmp_path_factory.mktemp("work")
    for old, new in {"cnn-table": "net-sizes", "conv1d-code": "sliding-sum"}.items():
        target = here / "own" / new.replace("-", "_")
        shutil.copytree(folder(old), target, ignore=shutil.ignore_patterns("__pycache__"))
        source = (target / "family.py").read_text(encoding="utf-8")
        source, count = re.subn(f'key="{old}"', f'key="{new}"', source)
        assert count == 1
        (target / "family.py").write_text(source, encoding="utf-8")
    return here


def grader(work: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    run = subprocess.run(
        [sys.executable, "-m", "grader", *arguments],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stderr
    return run


def test_they_are_listed_only_where_their_folder_is_named(work: Path) -> None:
    with_own = json.loads(grader(work, "families", "--families", "own", "--json").stdout)
    without = json.loads(grader(work, "families", "--json").stdout)
    keys = {row["key"] for row in with_own} - {row["key"] for row in without}
    assert keys == {"net-sizes", "sliding-sum"}


def test_they_are_shown(work: Path) -> None:
    shown = grader(work, "show", "net-sizes", "--families", "own", "--lang", "hr", "--solution")
    assert shown.returncode == 0, shown.stderr
    assert "conv1_shape" in shown.stdout


def test_a_sheet_of_them_is_set_and_marked_alone_and_in_a_batch(work: Path) -> None:
    problems = ("--problem", "net-sizes:easy", "--problem", "sliding-sum")
    own = ("--families", "own")
    made = grader(work, "generate", *own, *problems, "--solution", "--out", "sheet")
    assert made.returncode == 0, made.stderr
    full = grader(work, "check", *own, "sheet/solution.py")
    assert full.returncode == 0, full.stdout + full.stderr
    limited = grader(work, "check", "--limit", "sliding-sum:time=5s", *own, "sheet/solution.py")
    assert limited.returncode == 0, limited.stderr
    batch = grader(work, "batch", "sheet", *own, "--csv", "marks.csv")
    assert batch.returncode == 0, batch.stderr
    assert (work / "marks.csv").read_text(encoding="utf-8").count(",marked,") == 4


def test_without_their_folder_such_a_sheet_is_refused_in_words(work: Path) -> None:
    grader(work, "generate", "--families", "own", "--problem", "net-sizes", "--out", "other")
    refused = grader(work, "check", "other/submission.py")
    assert refused.returncode == 2
    assert "this grader does not know: there is no family 'net-sizes'" in refused.stderr


def test_a_folder_without_families_is_a_command_that_cannot_be_used(work: Path) -> None:
    refused = grader(work, "families", "--families", "nowhere")
    assert refused.returncode == 2
    assert "nowhere: a folder of families was expected" in refused.stderr


BROKEN = {
    "a syntax error": ("family.py", "def draw(", "def draw((", "SyntaxError"),
    "a name that is not there": ("family.py", "import Form,", "import Forn,", "'Forn'"),
    "a key of another family": ("family.py", 'key="net-sizes"', 'key="net-size"', "'net-sizes'"),
    "a blank called max": ("family.py", "f\"{layer['name']}_{column}\"", '"max"', "'max'"),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=[key.replace(" ", "-") for key in BROKEN])
def test_a_family_that_cannot_be_loaded_is_no_fault_of_ours(
    work: Path, tmp_path: Path, broken: tuple[str, str, str, str]
) -> None:
    file, right, wrong, told = broken
    _planted(work, tmp_path, file, right, wrong)
    for command in (["families"], ["verify", "net-sizes"], ["show", "net-sizes"]):
        run = grader(tmp_path, *command, "--families", "own")
        assert run.returncode == 2, run.stderr
        assert re.match(r"Error: \S+/own/net_sizes: the family cannot be loaded, ", run.stderr)
        assert told in run.stderr
        assert "Please report" not in run.stderr
    grader(work, "generate", "--families", "own", "--problem", "net-sizes", "--out", "good")
    refused = grader(tmp_path, "check", "--families", "own", str(work / "good/submission.py"))
    assert refused.returncode == 2
    assert "the family cannot be loaded" in refused.stderr


@pytest.mark.parametrize(
    ("file", "right", "wrong", "told"),
    [
        ("texts.toml", "[layers]", "[layers", "net_sizes/texts.toml is not TOML in UTF-8: "),
        ("texts.toml", "intro.en", "intro.de", "has no sentence 'intro' in 'en'"),
        ("family.py", "    kernels = (", "    1 / 0\n    kernels = (", "net_sizes/family.py:"),
    ],
)
def test_a_family_that_cannot_be_written_is_no_fault_of_ours(
    work: Path, tmp_path: Path, file: str, right: str, wrong: str, told: str
) -> None:
    _planted(work, tmp_path, file, right, wrong)
    own = ("--families", "own")
    sheet = ("generate", *own, "--problem", "cnn-table", "--problem", "net-sizes", "--out", "sheet")
    for command in (("show", "net-sizes", *own), sheet):
        run = grader(tmp_path, *command)
        assert run.returncode == 2, run.stderr
        assert run.stderr.startswith("Error: a family of your own (net-sizes) has a fault, ")
        assert told in run.stderr
        assert f"grader verify net-sizes --families {tmp_path / 'own'}" in run.stderr


def _planted(work: Path, here: Path, file: str, right: str, wrong: str) -> None:
    """A copy of the families below another folder, with a fault in one."""
    shutil.copytree(
        work / "own", here / "own", ignore=shutil.ignore_patterns("__pycache__", "sliding_sum")
    )
    path = here / "own" / "net_sizes" / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
