"""A new family is one new folder: every command works with it, and no other file is touched."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("reference", "problems", "grader")
COPIES = {"cnn-table": "net-sizes", "conv1d-code": "sliding-sum"}
"""Families of which a copy under another key is the new family."""


@dataclass(frozen=True)
class Checkout:
    """The packages with the new families in them, and a folder to work in."""

    packages: Path
    work: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        run = subprocess.run(
            [sys.executable, "-m", "grader", *arguments],
            cwd=self.work,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(self.packages)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in run.stderr
        return run


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    packages, work = tmp_path_factory.mktemp("packages"), tmp_path_factory.mktemp("work")
    for package in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, packages / package, ignore=ignored)
    for old, new in COPIES.items():
        problems = packages / "problems"
        folder = problems / new.replace("-", "_")
        shutil.copytree(problems / old.replace("-", "_"), folder)
        family = folder / "family.py"
        text, count = re.subn(f'key="{old}"', f'key="{new}"', family.read_text(encoding="utf-8"))
        assert count == 1
        family.write_text(text, encoding="utf-8")
    return Checkout(packages, work)


def test_the_copied_packages_are_those_that_run(checkout: Checkout) -> None:
    shown = subprocess.run(
        [
            sys.executable,
            "-c",
            "import grader, problems; print(grader.__file__, problems.__file__)",
        ],
        cwd=checkout.work,
        env={"PYTHONPATH": str(checkout.packages)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(Path(name).is_relative_to(checkout.packages) for name in shown.stdout.split())


def test_the_new_families_are_listed(checkout: Checkout) -> None:
    rows = json.loads(checkout.run("families", "--json").stdout)
    kinds = {row["key"]: row["kind"] for row in rows}
    assert kinds["net-sizes"] == "hand"
    assert kinds["sliding-sum"] == "code"
    assert [row["key"] for row in rows] == sorted(kinds)


@pytest.mark.parametrize("key", COPIES.values())
def test_a_new_family_is_shown_in_every_language_with_its_solution(
    checkout: Checkout, key: str
) -> None:
    for language in ("en", "hr", "pl", "ru"):
        shown = checkout.run("show", key, "--lang", language, "--solution", "--level", "hard")
        assert shown.returncode == 0, shown.stderr
        first, second, *_ = shown.stdout.splitlines()
        assert " 1: " in first
        assert set(second) == {"═"}


def test_a_sheet_of_new_families_is_generated_checked_and_marked_in_a_batch(
    checkout: Checkout,
) -> None:
    requests = [word for key in COPIES.values() for word in ("--problem", key)]
    out = checkout.work / "sheet"
    made = checkout.run("generate", "--seed", "5", *requests, "--solution", "--out", str(out))
    assert made.returncode == 0, made.stderr

    full = checkout.run("check", "sheet/solution.py", "--json")
    assert full.returncode == 0, full.stderr
    problems = json.loads(full.stdout)["problems"]
    assert [problem["family"] for problem in problems] == list(COPIES.values())
    assert all(p["score"] == p["max_score"] > 0 for p in problems)

    assert checkout.run("check", "sheet/solution.ipynb").returncode == 0
    blank = json.loads(checkout.run("check", "sheet/submission.py", "--json").stdout)
    outcomes = {field["outcome"] for p in blank["problems"] for field in p["fields"]}
    assert (blank["score"], outcomes) == (0, {"unanswered"})

    batch = checkout.run("batch", "sheet", "--csv", "marks.csv")
    assert batch.returncode == 0, batch.stderr
    assert (checkout.work / "marks.csv").read_text(encoding="utf-8").count(",marked,") == 4


def test_a_mistake_in_a_new_family_is_named(checkout: Checkout) -> None:
    checkout.run("generate", "--seed", "5", "--problem", "net-sizes@lecture", "--out", "slip")
    path = checkout.work / "slip" / "submission.py"
    text = path.read_text(encoding="utf-8").replace("conv1_params = ...", "conv1_params = 400")
    path.write_text(text, encoding="utf-8")
    checked = checkout.run("check", "slip/submission.py", "--json")
    fields = {f["name"]: f for f in json.loads(checked.stdout)["problems"][0]["fields"]}
    assert fields["conv1_params"]["slips"] == ["bias-forgotten"]


def test_a_folder_whose_record_has_another_key_is_noticed(checkout: Checkout) -> None:
    """The mutant: a copy without its key renamed."""
    folder = checkout.packages / "problems" / "wrong_key"
    shutil.copytree(checkout.packages / "problems" / "net_sizes", folder)
    try:
        shown = checkout.run("show", "wrong-key")
    finally:
        shutil.rmtree(folder)
    assert shown.returncode == 3
    assert "must define FAMILY of key 'wrong-key'" in shown.stderr
