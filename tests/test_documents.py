"""Every command that the documents show is run, in the order in which it stands."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from problems.catalogue import family_keys

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md"]
PROGRAMS = {
    "grader": ("-m", "grader"),
    "python": (),
    ".venv/bin/python": (),
    "pytest": ("-m", "pytest", "-p", "no:cacheprovider"),
    ".venv/bin/pytest": ("-m", "pytest", "-p", "no:cacheprovider"),
}
MAKE_TARGETS = re.compile(r"^(\w+):", re.MULTILINE)


def files(document: Path) -> dict[str, str]:
    """What a document shows as a file, whose name stands in its first line as a comment."""
    text = document.read_text(encoding="utf-8")
    return dict(re.findall(r"```(?:toml|csv)\n# (\S+\.(?:toml|csv))\n(.*?)```", text, re.DOTALL))


def commands(document: Path) -> list[list[str]]:
    """The lines ``$ ...`` of the console blocks of a document."""
    blocks = re.findall(r"```console\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    return [shlex.split(line[2:]) for line in lines]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_every_command_of_a_document_works(document: Path, tmp_path: Path) -> None:
    for name, text in files(document).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for program, *arguments in commands(document):
        if program == "make":  # running them here would run this test; continuous integration does
            assert arguments[0] in MAKE_TARGETS.findall((ROOT / "Makefile").read_text())
            continue
        if program == "cp":  # a reader plays the students
            shutil.copytree(tmp_path / arguments[-2], tmp_path / arguments[-1])
            continue
        folder = ROOT if program.startswith(".venv") else tmp_path
        run = subprocess.run(
            [sys.executable, *PROGRAMS[program], *arguments],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, (
            f"{program} {arguments}: {run.stdout[-2000:]}{run.stderr[-2000:]}"
        )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_the_readme_shows_commands_at_all() -> None:
    assert len(commands(ROOT / "README.md")) >= 8


def test_the_readme_names_every_family_once() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = text.partition("The families, by what they are about:\n\n")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"`([\w-]+)`", listed)) == sorted(family_keys())


def test_the_demonstration_runs(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "grader.demo"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    assert "83/83" in run.stdout
    assert "student-29" in run.stdout
    assert (tmp_path / "demo" / "marks.csv").read_text().count("\n") == 31
    assert not (tmp_path / "forged").exists()


def test_the_demonstration_says_what_to_do_about_files_that_it_would_overwrite(
    tmp_path: Path,
) -> None:
    filled_in = tmp_path / "demo" / "sheet" / "submission.py"
    filled_in.parent.mkdir(parents=True)
    filled_in.write_text("conv1_rf = 3\n")
    found = subprocess.run(
        [sys.executable, "-m", "grader.demo"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 1
    assert "Traceback" not in found.stderr
    assert found.stderr.endswith("move or delete the folder demo, and run it again\n")
    assert filled_in.read_text() == "conv1_rf = 3\n"
