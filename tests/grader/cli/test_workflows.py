"""The files for CI that `grader init` writes do what they say, step by step, in a clean root.

What needs a package index or another machine is left out: the grader is the one at hand.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from junitparser import JUnitXml

from tests.grader.cli.commands import grader
from tests.grader.course.courses import rows_in
from tests.grader.exports.runner import commands_in

GITHUB, GITLAB = ".github/workflows/grade.yml", ".gitlab-ci.yml"
TOML = """id = "hw"
revision = 1
languages = ["en"]
[title]
en = "Homework"
[[problem]]
family = "equivariance"
level = "easy"
"""
NOT_HERE = ("pip install", "sudo ")


def steps_of(text: str, name: str) -> list[str]:
    """The commands of a workflow, in their order."""
    found = r"^\s+(?:- )?run: (.*)$" if name == GITHUB else r"^    - (.*)$"
    script = text if name == GITHUB else text.partition("  script:\n")[2].partition("artifacts")[0]
    return re.findall(found, script, re.MULTILINE)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """What is committed of an assignment whose sheets came back, some as they were given out."""
    home = tmp_path / "hw"
    assert grader("init", home).exit_code == 0
    (home / "assignment.toml").write_text(TOML, encoding="utf-8")
    (home / "roster.csv").write_text("student,name\ns-1,Ana|<b>\ns-2,Bo\ns-3,Cy\n")
    assert grader("key", "new", home / "course.key").exit_code == 0
    sheets = home / "submissions"
    made = grader("generate", home, "--out", sheets, "--format", "py", "--jobs=1")
    assert made.exit_code == 0, made.output
    shutil.rmtree(sheets / "s-3")
    (sheets / "s-2" / "hw.py").rename(sheets / "s-2" / "::error::planted.zip")
    (sheets / "stray ##[error]planted.py").write_text("x = 1\n")
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *command], cwd=home, check=True)
    clone = tmp_path / "clone"
    subprocess.run(["git", "checkout-index", "-a", f"--prefix={clone}/"], cwd=home, check=True)
    (tmp_path / "secret").write_text((home / "course.key").read_text())
    return clone


def run(step: str, repository: Path, key: str) -> subprocess.CompletedProcess[str]:
    """A step with an environment of its own, in which there is nothing but the grader."""
    root = repository.parent
    program = root / "bin" / "grader"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m grader "$@"\n')
    program.chmod(0o755)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step],
        cwd=repository,
        env={
            "PATH": f"{program.parent}:/usr/bin:/bin",
            "HOME": str(root / "home"),
            "PYTHONUTF8": "1",
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(root / "summary.md"),
            **({"GRADER_KEY": key} if "batch" in step else {}),
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", [GITHUB, GITLAB])
def test_the_steps_mark_what_is_committed(repository: Path, name: str) -> None:
    assert not (repository / "course.key").exists()
    assert {each.name for each in (repository / "private").iterdir()} == {"variants.jsonl"}
    steps = steps_of((repository / name).read_text(encoding="utf-8"), name)
    here = [step for step in steps if not step.startswith(NOT_HERE)]
    assert here[0] == "grader doctor"
    assert [step.split()[:2] for step in here[1:]] == [["grader", "batch"]]
    if name == GITHUB:
        doctor = run(here[0], repository, "")
        assert doctor.returncode == 0, doctor.stdout
    key = (repository.parent / "secret").read_text().split()[1]
    marked = run(here[1], repository, key)
    assert marked.returncode == 1  # a file is unusable
    assert key not in marked.stdout + marked.stderr
    rows = rows_in((repository / "marks.csv").read_text(encoding="utf-8"))
    assert {student: row["status"] for student, row in rows.items()} == {
        **{"s-1": "marked", "s-2": "unusable", "s-3": "missing"},
    }
    suites = [suite.name for suite in JUnitXml.fromfile(str(repository / "marks.xml"))]
    assert suites == ["s-1: 1 equivariance", "s-2", "s-3"]
    assert (repository / "feedback" / "s-1" / "feedback.html").is_file()
    summary = repository.parent / "summary.md"
    if name == GITLAB:
        assert not summary.exists()
        return
    assert "| marked | 1 |\n| missing | 1 |\n| unusable | 1 |\n" in summary.read_text()
    found = list(commands_in(marked.stdout + marked.stderr))
    assert not [each for each in found if each.text.startswith("planted")]
    assert "s-2: cannot be marked" in [each.properties["title"] for each in found]


def test_what_the_workflow_uploads_is_what_the_steps_write(repository: Path) -> None:
    text = (repository / GITHUB).read_text(encoding="utf-8")
    uploaded = re.findall(r"^            (\S+)$", text, re.MULTILINE)
    assert uploaded == ["marks.csv", "marks.xml", "feedback/"]
    kept = re.findall(r"^      - (\S+)$", (repository / GITLAB).read_text(), re.MULTILINE)
    assert kept == uploaded
