"""``grader generate`` writes a sheet; the same seed gives the same bytes, anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from grader.formats.table import FORMATS
from grader.intake.submission import read_submission
from grader.sandbox.outside.versions import installed, marking_versions, versions_in_words
from tests.grader.cli.commands import grader, in_a_process

BLANK = ["sheet.md", "submission.ipynb", "submission.py"]
SOLVED = sorted([*BLANK, "solution.ipynb", "solution.md", "solution.py"])


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_sheet_is_written_and_its_files_are_named(tmp_path: Path) -> None:
    result = grader("generate", "--seed", "7", "--out", tmp_path / "new" / "sheet")
    assert result.exit_code == 0
    assert list(files_in(tmp_path / "new" / "sheet")) == BLANK
    assert sorted(Path(line).name for line in result.stdout.splitlines()) == BLANK


def test_solutions_are_written_only_if_they_are_wanted(tmp_path: Path) -> None:
    grader("generate", "--seed", "7", "--solution", "--out", tmp_path / "all")
    grader("generate", "--seed", "7", "--out", tmp_path / "blank")
    with_solution, without = files_in(tmp_path / "all"), files_in(tmp_path / "blank")
    assert list(with_solution) == SOLVED
    assert all(with_solution[name] == without[name] for name in BLANK)
    assert all(b"Worked solution" not in text for text in without.values())


@pytest.mark.parametrize("chosen", [name for name, form in FORMATS.items() if form.bank is None])
def test_a_form_that_is_asked_for_comes_alone_and_solved_if_that_is_wanted(
    tmp_path: Path, chosen: str
) -> None:
    ending = FORMATS[chosen].ending
    name = "submission" if FORMATS[chosen].filled_in else "sheet"
    problem = ("--problem", "conv1d-hand")
    grader("generate", *problem, "--format", chosen, "--solution", "--out", tmp_path)
    files = files_in(tmp_path)
    assert sorted(files) == sorted([f"{name}.{ending}", f"solution.{ending}"])
    assert files[f"{name}.{ending}"] != files[f"solution.{ending}"]


def test_a_form_that_there_is_not_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    result = grader("generate", "--format", "py,docx", "--out", tmp_path)
    assert result.exit_code == 2
    assert f"there is no format 'docx'; there are {', '.join(FORMATS)}" in " ".join(
        result.stderr.split()
    )
    assert not [*tmp_path.iterdir()]


def test_the_same_seed_gives_the_same_bytes_under_any_hash_seed_and_from_any_folder(
    tmp_path: Path,
) -> None:
    problems = [f"--problem={p}" for p in ("cnn-table:hard", "conv1d-code", "separable-conv:easy")]
    arguments = ["generate", "--seed", "7", *problems, "--lang", "pl", "--solution", "--out"]
    grader(*arguments, tmp_path / "here")
    (tmp_path / "there").mkdir()
    for number, hash_seed in enumerate(["1", "4242"]):
        run = in_a_process(
            *arguments,
            f"out{number}",
            folder=tmp_path / "there",
            PYTHONHASHSEED=hash_seed,
            LANG="C",
        )
        assert run.returncode == 0, run.stderr
        assert files_in(tmp_path / "there" / f"out{number}") == files_in(tmp_path / "here")


def test_another_seed_gives_another_sheet(tmp_path: Path) -> None:
    for seed in ("7", "8"):
        grader("generate", "--seed", seed, "--out", tmp_path / seed)
    assert files_in(tmp_path / "7")["submission.py"] != files_in(tmp_path / "8")["submission.py"]


def test_the_problems_are_those_that_were_asked_for_in_order(tmp_path: Path) -> None:
    requests = ("conv1d-code@lecture", "cnn-table:easy", "cnn-table:easy", "conv2d-backprop")
    options = [word for request in requests for word in ("--problem", request)]
    assert grader("generate", *options, "--out", tmp_path).exit_code == 0
    for name in ("submission.py", "submission.ipynb"):
        sheet = read_submission(tmp_path / name).sheet
        drawn = [(p.variant.family.key, p.variant.level) for p in sheet.problems]
        assert drawn == [
            ("conv1d-code", "standard"),
            ("cnn-table", "easy"),
            ("cnn-table", "easy"),
            ("conv2d-backprop", "standard"),
        ]
        first, second = (p.variant.parameters for p in sheet.problems[1:3])
        assert first != second


@pytest.mark.parametrize("language", ["hr", "pl", "ru"])
def test_a_sheet_in_another_language_is_all_in_it(tmp_path: Path, language: str) -> None:
    grader("generate", "--lang", language, "--solution", "--out", tmp_path)
    texts = {name: data.decode() for name, data in files_in(tmp_path).items()}
    for text in texts.values():
        assert "Problem" not in text
        assert "Replace" not in text
    assert read_submission(tmp_path / "submission.ipynb").sheet.language == language


def test_the_notebooks_are_valid(tmp_path: Path) -> None:
    grader("generate", "--solution", "--out", tmp_path)
    for name in ("submission.ipynb", "solution.ipynb"):
        document = json.loads((tmp_path / name).read_text(encoding="utf-8"))
        assert (document["nbformat"], document["nbformat_minor"]) == (4, 5)
        nbformat.validate(document)


@pytest.mark.parametrize(
    ("request_", "says"),
    [
        ("cnn-tabel", "there is no family 'cnn-tabel'; there are cnn-table, "),
        ("cnn-table:brutal", "there is no level 'brutal'"),
        ("cnn-table:", "'cnn-table:' names no problem"),
        ("cnn-table:hard@lecture", "'cnn-table:hard@lecture' names no problem"),
        ("cnn-table@lecure", "no published example 'lecure'; it has lecture"),
    ],
)
def test_a_problem_that_is_not_there_is_refused_and_nothing_is_written(
    tmp_path: Path, request_: str, says: str
) -> None:
    result = grader(
        "generate", "--problem", "conv1d-code", "--problem", request_, "--out", tmp_path
    )
    assert result.exit_code == 2
    assert says in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = grader("generate", "--out", tmp_path / "file" / "sheet")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert grader("generate").exit_code == 2


@pytest.mark.parametrize("name", ["submission.py", "submission.ipynb"])
def test_work_that_is_there_already_is_not_overwritten(tmp_path: Path, name: str) -> None:
    command = ("generate", "--seed", "7", "--problem", "cnn-table", "--out", tmp_path)
    assert grader(*command).exit_code == 0
    assert grader(*command).exit_code == 0, "the very same files are no work"
    filled_in = (tmp_path / name).read_text(encoding="utf-8") + " "
    (tmp_path / name).write_text(filled_in, encoding="utf-8")
    result = grader(*command)
    assert result.exit_code == 2
    assert f"{name} is there already" in result.stderr
    assert "--force" in result.stderr
    assert (tmp_path / name).read_text(encoding="utf-8") == filled_in
    assert grader(*command, "--force").exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8") != filled_in


def test_a_sheet_says_which_python_and_libraries_mark_it(tmp_path: Path) -> None:
    grader("generate", "--seed", "7", "--lang", "hr", "--out", tmp_path)
    said = f"Ocjenjuje se uz: {versions_in_words(marking_versions())}."
    assert said in (tmp_path / "sheet.md").read_text(encoding="utf-8")
    notebook = nbformat.read(tmp_path / "submission.ipynb", as_version=4)
    assert said in notebook.cells[0].source


def test_a_sheet_in_pytorch_says_which_pytorch_marks_it(tmp_path: Path) -> None:
    grader("generate", "--seed", "7", "--problem", "torch-model-code", "--out", tmp_path)
    said = f"PyTorch {installed('torch')}."
    assert said in (tmp_path / "sheet.md").read_text(encoding="utf-8")
