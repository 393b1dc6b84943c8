"""``--network``: a lecturer's own network as the exercise, marked by the file handed in alone."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from grader.sheet.header import read_header
from grader.sheet.sheet import SheetError
from problems.sentences import LANGUAGES
from tests.grader.cli.commands import grader

EVERY = Path(__file__).parents[2] / "problems" / "every_layer.toml"
CHAIN = """
name = "Chain"
input = [3, 40, 40]

[[layer]]
kind = "conv"
channels = 16
kernel = 5

[[layer]]
kind = "pool"
kernel = 2

[[layer]]
kind = "flatten"

[[layer]]
kind = "fc"
features = 10
"""


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    (tmp_path / "chain.toml").write_text(CHAIN, encoding="utf-8")
    return tmp_path / "chain.toml"


def test_a_sheet_about_it_is_set_and_marked_by_the_file_alone(tmp_path: Path, chain: Path) -> None:
    families = ("architectures:hard", "cnn-table", "receptive-field")
    problems = [word for each in families for word in ("--problem", each)]
    made = grader("generate", *problems, "--network", chain, "--solution", "--out", tmp_path)
    assert made.exit_code == 0, made.output
    chain.unlink()
    full = json.loads(grader("check", tmp_path / "solution.py", "--json").output)
    assert full["score"] == full["max_score"] > 40
    assert (full["as_drawn"], full["draw"]) == (None, "own network")
    filled = (tmp_path / "solution.py").read_text(encoding="utf-8")
    wrong = re.sub(r"^conv1_params = \d+", "conv1_params = 1200", filled, count=1, flags=re.M)
    assert wrong != filled
    (tmp_path / "wrong.py").write_text(wrong, encoding="utf-8")
    marked = grader("check", tmp_path / "wrong.py")
    assert marked.exit_code == 1
    assert "the biases are not counted" in marked.output


def test_a_problem_whose_family_takes_no_network_is_drawn_beside_it(
    tmp_path: Path, chain: Path
) -> None:
    problems = ("--problem", "pooling-hand", "--problem", "architectures")
    made = grader("generate", *problems, "--network", chain, "--out", tmp_path / "sheet")
    assert made.exit_code == 0, made.output
    header = (tmp_path / "sheet" / "submission.py").read_text(encoding="utf-8")
    drawn, own = re.findall(r"^# grader-problem: (.*)$", header, flags=re.M)
    assert "parameters" in json.loads(drawn)
    assert json.loads(own)["network"]["name"] == "Chain"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_layer_is_shown_in_every_language(language: str) -> None:
    shown = grader(
        *("show", "architectures", "--network", EVERY, "--level", "hard"),
        *("--lang", language, "--solution"),
    )
    assert shown.exit_code == 0, shown.output
    assert "Every kind (1)" in shown.output
    assert "13430" in shown.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "conv1d-hand"], "can be about your network was expected (architectures, cnn-"),
        (["show", "architectures", "--example", "lenet"], "--example or --network was expected"),
        (["generate", "--problem", "conv1d-code", "--out", "x"], "can be about your network"),
    ],
)
def test_a_network_that_nothing_is_asked_about_is_refused(
    chain: Path, arguments: list[str], told: str
) -> None:
    refused = grader(*arguments, "--network", chain)
    assert refused.exit_code == 2
    assert told in refused.output


def test_a_network_that_a_family_asks_nothing_about_is_refused_with_the_layer(chain: Path) -> None:
    chain.write_text(CHAIN.replace("kernel = 5", "kernel = 5\nnorm = true"), encoding="utf-8")
    refused = grader("show", "cnn-table", "--network", chain)
    assert refused.exit_code == 2
    assert "cnn-table cannot ask about this network: norm = false was expected" in refused.output


def test_a_network_with_a_mistake_is_refused_with_its_line(chain: Path) -> None:
    chain.write_text(CHAIN.replace("kernel = 5", "kernel = 50"), encoding="utf-8")
    refused = grader("show", "architectures", "--network", chain)
    assert refused.exit_code == 2
    assert "chain.toml, line 5: layer 1 (`conv1`): the kernel spans 50 px" in refused.output


def test_a_header_with_a_network_that_is_none_is_told_as_damaged(
    tmp_path: Path, chain: Path
) -> None:
    made = grader("generate", "--problem", "architectures", "--network", chain, "--out", tmp_path)
    assert made.exit_code == 0, made.output
    lines = (tmp_path / "submission.py").read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("# grader-")]
    for right, wrong in ((": 16,", ": 1600000,"), ('"conv"', '"conv3d"'), ("[3, 40", "[3, 4")):
        changed = [line.replace(right, wrong, 1) for line in header[:-1]]
        assert changed != header[:-1]
        with pytest.raises(SheetError, match="its problem 1 cannot be set"):
            read_header("\n".join([*changed, f"# grader-checksum: {checksum(changed)}"]))


def checksum(lines: list[str]) -> str:
    """As the header has it."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
