"""The steps of `action.yml`, run in a clean root with the grader at hand: none needs a network."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from grader.render.script import blank, model, script
from grader.sheet.sheet import draw_sheet
from tests.grader.cli.course import answered, drawn_course
from tests.grader.exports.runner import commands_in

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "action.yml").read_text(encoding="utf-8")
SHEET = draw_sheet("7", ["cnn-table:easy"], "en")
INPUTS = dict(
    re.findall(
        r'(?m)^  ([\w-]+):\n    description: .*\n    default: "(.*)"$', TEXT.split("runs:")[0]
    )
)


def steps() -> dict[str, tuple[dict[str, str], str]]:
    """The environment and the lines of each step, by its name."""
    found = {}
    for step in re.split(r"(?m)^    - ", TEXT)[1:]:
        name = re.match(r"name: (.*)", step)
        if name:
            own = re.search(r"(?m)^      env:\n((?:        .*\n)+)", step)
            lines = step.partition("      run: |\n")[2]
            given = dict(re.findall(r"(?m)^        (\w+): (.*)$", own[1])) if own else {}
            found[name[1]] = given, re.sub(r"(?m)^        ", "", lines)
    return found


def run(
    name: str, root: Path, given: dict[str, str], **environment: str
) -> subprocess.CompletedProcess[str]:
    """A step as a runner carries it out, with what is given for the inputs."""
    values = INPUTS | given
    own, lines = steps()[name]
    env = {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: values[found[1]], text).strip(
            '"'
        )
        for key, text in own.items()
    }
    program = root / "bin" / "grader"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m grader "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    python = root / "bin" / "python"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", lines],
        cwd=root,
        env={
            "PATH": f"{program.parent}:/usr/bin:/bin",
            "HOME": str(root / "home"),
            "PYTHONUTF8": "1",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(root / "summary.md"),
            **environment,
            **env,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_grader_is_installed_from_the_checkout_with_pinned_versions(tmp_path: Path) -> None:
    plain = run("Install the grader", tmp_path, {}).stdout.splitlines()
    assert plain[:3] == ["-m", "pip", "install"]
    assert plain[-3:] == ["-c", str(ROOT / "constraints.txt"), str(ROOT)]
    torch = run("Install the grader", tmp_path, {"extras": "torch,pdf"}).stdout.splitlines()
    assert torch[-1] == f"{ROOT}[torch,pdf]"


def test_the_doctor_looks_first_and_has_no_key() -> None:
    names = [*steps()]
    assert names.index("See whether programs are confined") < names.index("Mark")
    own, lines = steps()["See whether programs are confined"]
    assert own == {"GRADER_KEY": '""'}
    assert lines == "grader doctor\n"


def test_no_input_is_put_into_a_script() -> None:
    assert not [name for name, (_, lines) in steps().items() if "${{" in lines]


def test_a_submission_is_marked_with_annotations_and_a_summary(tmp_path: Path) -> None:
    (tmp_path / "submission.py").write_text(script(SHEET, blank), encoding="utf-8")
    given = {"submission": "submission.py", "junit": "marks.xml"}
    done = run("Mark", tmp_path, given)
    assert done.returncode == 1, done.stdout + done.stderr
    assert [
        each for each in commands_in(done.stdout) if each.name in ("error", "warning", "notice")
    ]
    assert (tmp_path / "marks.xml").is_file()
    assert "cnn-table" in (tmp_path / "marks.xml").read_text(encoding="utf-8")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert run("Mark", tmp_path, {"submission": "submission.py", "min-score": "0%"}).returncode == 0


def test_a_folder_of_an_assignment_is_marked_by_the_key_in_the_environment(tmp_path: Path) -> None:
    home = drawn_course(tmp_path)
    answered(home, "101", tmp_path / "handed in" / "101" / "hw3.py")
    key = (home / "course.key").read_text(encoding="utf-8").strip()
    (home / "course.key").unlink()
    given = {
        **{"assignment": "hw3", "folder": "handed in", "csv": "marks.csv"},
        "feedback": "feedback",
    }
    done = run("Mark", tmp_path, given, GRADER_KEY=key)
    assert done.returncode == 0, done.stdout + done.stderr
    assert key not in done.stdout + done.stderr
    assert "101" in (tmp_path / "marks.csv").read_text(encoding="utf-8")
    assert (tmp_path / "feedback" / "101" / "feedback.html").is_file()
    assert run("Mark", tmp_path, given).returncode == 2  # without the key


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "one of the two"),
        ({"submission": "a.py", "folder": "b"}, "one of the two"),
        ({"submission": "a.py", "csv": "marks.csv"}, "go with folder"),
        ({"folder": "b", "min-score": "5"}, "goes with submission"),
    ],
)
def test_inputs_that_do_not_go_together_are_refused(
    given: dict[str, str], why: str, tmp_path: Path
) -> None:
    done = run("Mark", tmp_path, given)
    assert done.returncode == 2
    assert why in done.stdout


@pytest.mark.parametrize("name", ["$(touch forged).py", "--help", "a;touch forged.py", "a b.py"])
def test_a_name_of_a_file_is_no_command_and_no_option(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(script(SHEET, model), encoding="utf-8")
    done = run("Mark", tmp_path, {"submission": name})
    assert done.returncode == (2 if name == "--help" else 0), done.stdout + done.stderr
    assert not (tmp_path / "forged").exists()
    assert not (tmp_path / "forged.py").exists()
