"""``grader show`` prints one variant, with its solution if that is wanted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from grader.cli.show import width_of_lines
from grader.render.statement import points
from grader.sheet.sheet import Problem
from problems.catalogue import family_keys
from problems.variant import example_variant
from tests.grader.cli.commands import (
    ASKED_BY_HAND,
    ASKED_IN_CODE,
    VARIANT,
    assert_fits,
    grader,
)


def shown(*arguments: str) -> dict[str, Any]:
    result = grader("show", *arguments, "--json")
    assert result.exit_code == 0, result.output
    data: dict[str, Any] = json.loads(result.stdout)
    return data


@pytest.mark.parametrize("key", family_keys())
@pytest.mark.parametrize("solution", [False, True])
def test_a_variant_as_json_has_its_keys_and_types(key: str, *, solution: bool) -> None:
    data = shown(key, "--level", "easy", "--seed", "3", *(["--solution"] if solution else []))
    by_hand = data["kind"] == "hand"
    assert_fits(data, {**VARIANT, "answers": dict} if solution else VARIANT)
    assert_fits(data["asked"], ASKED_BY_HAND if by_hand else ASKED_IN_CODE)
    assert (data["family"], data["level"], data["seed"], data["example"]) == (
        key,
        "easy",
        "3",
        None,
    )
    if solution:
        assert list(data["answers"]) == [asked["name"] for asked in data["asked"]]


def test_the_table_of_the_lecture() -> None:
    answers = shown("cnn-table", "--example", "lecture", "--solution")["answers"]
    assert answers == {
        "conv1_shape": [16, 24, 24],
        "conv1_params": 416,
        "conv1_rf": 5,
        "pool1_shape": [16, 12, 12],
        "pool1_params": 0,
        "pool1_rf": 6,
        "conv2_shape": [32, 8, 8],
        "conv2_params": 12832,
        "conv2_rf": 14,
        "pool2_shape": [32, 4, 4],
        "pool2_params": 0,
        "pool2_rf": 16,
        "flatten_shape": [512],
        "fc1_shape": [512],
        "fc1_params": 262656,
        "fc1_rf": 28,
        "fc2_shape": [10],
        "fc2_params": 5130,
        "fc2_rf": 28,
    }


def test_the_gradients_of_the_lecture() -> None:
    answers = shown("conv2d-backprop", "--example", "lecture", "--solution")["answers"]
    assert answers["L"] == "log(2)"
    assert answers["p"] == ["1/2", "1/2"]
    assert answers["dw1"] == [[0, 0, 0], [0, "1/2", 0], [0, 0, "1/2"]]
    assert answers["dw2"] == [[0, 0, 0], [0, "-1/2", 0], [0, 0, "-1/2"]]


def test_the_model_program_is_the_answer_of_code() -> None:
    answers = shown("conv1d-code", "--example", "lecture", "--solution")["answers"]
    assert answers["conv1d"].startswith("def conv1d(vector, kernel):\n")


@pytest.mark.parametrize(
    ("key", "name", "wanted"),
    [
        ("conv1d-code", "conv1d", "function conv1d(vector, kernel)"),
        (
            "conv1d-layer-code",
            "LayerConv1d",
            "class LayerConv1d with the methods "
            "__init__(self, w), fwd_pass(self, p), bwd_pass(self, dq)",
        ),
    ],
)
def test_what_is_asked_in_code_says_its_marks_and_its_signature(
    key: str, name: str, wanted: str
) -> None:
    (asked,) = shown(key, "--example", "lecture")["asked"]
    marks = points(Problem("1", example_variant(key, "lecture")))
    assert asked == {"name": name, "marks": marks, "format": wanted}


def test_an_example_says_its_name() -> None:
    data = shown("cnn-table", "--example", "lecture")
    assert (data["example"], data["seed"]) == ("lecture", "example lecture")


def test_without_the_solution_no_answer_is_printed() -> None:
    text = grader("show", "cnn-table", "--example", "lecture").output
    assert "Worked solution" not in text
    assert "12832" not in text
    assert "262656" not in text
    assert "12832" in grader("show", "cnn-table", "--example", "lecture", "--solution").output


def test_seeds_levels_and_languages_matter() -> None:
    pages = {
        grader("show", "cnn-table", *options).output
        for options in (
            [],
            ["--seed", "1"],
            ["--level", "hard"],
            ["--lang", "hr"],
            ["--lang", "pl"],
            ["--lang", "ru"],
        )
    }
    assert len(pages) == 6


def test_the_same_seed_shows_the_same() -> None:
    assert grader("show", "cnn-table").output == grader("show", "cnn-table", "--seed", "0").output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["cnn-tabel"], "there is no family 'cnn-tabel'; there are cnn-table, "),
        (["cnn-table", "--level", "brutal"], "'brutal' is not one of 'easy', 'standard', 'hard'"),
        (["cnn-table", "--lang", "de"], "there are no sheets in 'de'; there are en, hr, pl, ru"),
        (["cnn-table", "--example", "lecure"], "no published example 'lecure'; it has lecture"),
        (["cnn-table", "--example", ""], "'cnn-table@' names no problem"),
        (
            ["cnn-table", "--example", "lecture", "--level", "standard"],
            "an example has no level: --example or --level was expected, not both",
        ),
        (["cnn-table", "--seed", "-1"], "'-1' is no seed"),
        (["cnn-table", "--seed", "x"], "'x' is no seed"),
        ([], "Missing argument 'FAMILY'"),
    ],
)
def test_what_is_not_there_is_refused_with_what_there_is(arguments: list[str], says: str) -> None:
    result = grader("show", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


def test_what_is_printed_is_for_a_terminal_of_eighty_columns_without_tex() -> None:
    shown = grader("show", "conv2d-backprop", "--solution").stdout
    assert shown.startswith("Problem 1: Backpropagation")
    assert max(map(len, shown.splitlines())) <= 80
    assert not {"$", "\\", "\u00a0"} & set(shown)
    assert "∂L/∂w₁" in shown
    assert "⎛" in shown


@pytest.mark.parametrize("columns", [60, 100, 200])
def test_a_terminal_has_lines_as_long_as_it_is_wide_but_not_too_long_to_read(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", str(columns))
    assert width_of_lines() == min(columns, 100)


def test_a_page_of_html_is_written_to_the_file_and_is_the_same_each_time(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    pages = set()
    for _ in range(2):
        run = grader("show", "cnn-table", "--lang", "hr", "--solution", "--html", str(path))
        assert (run.exit_code, run.stdout.strip()) == (0, str(path))
        pages.add(path.read_bytes())
    (page,) = pages
    assert b'<html lang="hr">' in page
    assert b"<h1>Zadatak 1: Tablica konvolucijskog modela" in page


def test_a_page_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    run = grader("show", "cnn-table", "--html", str(tmp_path / "file" / "page.html"))
    assert run.exit_code == 2
    assert "page.html" in run.stderr


def test_one_output_is_written_at_a_time(tmp_path: Path) -> None:
    run = grader("show", "cnn-table", "--json", "--html", str(tmp_path / "page.html"))
    assert run.exit_code == 2
    assert "--json or --html was expected, not both" in run.stderr


def test_an_example_is_the_same_for_every_seed() -> None:
    assert shown("cnn-table", "--example", "lecture", "--seed", "5") == shown(
        "cnn-table", "--example", "lecture"
    )


def test_the_second_problem_of_a_family_on_a_sheet_is_shown_by_its_seed(tmp_path: Path) -> None:
    written = grader(
        *("generate", "--seed", "5", "--out", tmp_path),
        *("--problem", "conv1d-hand", "--problem", "conv1d-hand"),
    )
    assert written.exit_code == 0
    lines = (tmp_path / "submission.py").read_text().splitlines()
    problems = [line.partition(":")[2] for line in lines if line.startswith("# grader-problem")]
    second = json.loads(problems[1])
    assert second["seed"] == "5/2"
    assert shown("conv1d-hand", "--seed", "5/2")["given"] == second["parameters"]
    assert shown("conv1d-hand", "--seed", "05/02")["seed"] == "5/2"


@pytest.mark.parametrize(
    ("seed", "told"),
    [
        ("5/1", "the first one has the seed 5"),
        ("5/0", "the first one has the seed 5"),
        ("5/", "such as 5, or 5/2 for"),
        ("5/2/3", "such as 5, or 5/2 for"),
        ("٥", "such as 5, or 5/2 for"),
    ],
)
def test_what_is_no_seed_is_refused_with_an_example(seed: str, told: str) -> None:
    result = grader("show", "cnn-table", "--seed", seed)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
