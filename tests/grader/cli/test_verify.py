"""``grader verify``: the one command that an author needs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

SOUND = Path(__file__).parents[1] / "certification" / "sound"


def verify(*arguments: str, families: Path = SOUND) -> subprocess.CompletedProcess[str]:
    run = subprocess.run(
        [sys.executable, "-B", "-m", "grader", "verify", "--families", str(families), *arguments],
        env={"COLUMNS": "80", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stderr
    return run


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Families of which one has an answer in its statement."""
    shutil.copytree(SOUND, tmp_path / "own", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "own" / "lab_rules" / "rules.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("@ np.asarray(vector)", "@ np.asarray(vector) + 1"), "utf-8")
    return tmp_path / "own"


def test_a_clean_family_has_a_line_for_each_level_and_status_0() -> None:
    run = verify("lab-pairs", "--seeds", "3")
    assert run.returncode == 0, run.stdout
    lines = run.stdout.splitlines()
    assert lines[0] == "lab-pairs  clean"
    levels = [line.split() for line in lines if line.strip().startswith(("easy", "stand", "hard"))]
    assert [words[:3] for words in levels] == [
        [level, "3", "3"] for level in ("easy", "standard", "hard")
    ]
    assert max(map(len, lines)) <= 80


def test_faults_are_told_with_their_command_and_status_1(faulty: Path) -> None:
    run = verify("lab-rules", "--level", "easy", "--seeds", "2", "--jobs", "1", families=faulty)
    assert run.returncode == 1
    told = " ".join(run.stdout.split())
    assert "lab-rules faults: " in told
    assert "lab-rules:easy, seed 0: the statements of the rule lab-product differ in y" in told
    commands = [line.split() for line in run.stdout.splitlines() if "--first 0 --" in line]
    assert commands[0][:3] == ["grader", "verify", "lab-rules"]
    again = verify(*commands[0][2:], families=faulty)
    assert again.returncode == 1
    assert "differ in y" in " ".join(again.stdout.split())


def test_json_has_every_level_and_every_fault(faulty: Path) -> None:
    run = verify("lab-pairs", "lab-rules", "--seeds", "2", "--json", families=faulty)
    assert run.returncode == 1
    clean, wrong = json.loads(run.stdout)
    assert (clean["family"], clean["clean"], clean["faults"]) == ("lab-pairs", True, [])
    level = clean["levels"][0]
    assert level["level"] == "easy"
    assert level["variants"] == level["distinct"] == 2
    assert level["effort"].keys() == {"least", "middle", "most"}
    assert level["slips"]["last-left-out"] == {"shown": 2, "told": 2}
    assert sum(level["answers"]["s"].values()) == 2
    assert not wrong["clean"]
    kinds = {fault["kind"] for fault in wrong["faults"]}
    assert {"statements", "worked-value", "example"} <= kinds
    assert all(fault["command"].startswith("grader verify lab-rules") for fault in wrong["faults"])


class Page(HTMLParser):
    """The tags of a page, of which each has to be closed, and what it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loaded += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in ("meta", "br", "rect", "line"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("rect", "line"):
            assert self.open.pop() == tag


def test_the_page_draws_difficulty_answers_and_mistakes_and_needs_nothing_else(
    tmp_path: Path,
) -> None:
    file = tmp_path / "page.html"
    run = verify("lab-pairs", "--seeds", "4", "--html", str(file))
    assert run.returncode == 0
    text = file.read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    assert page.open == []
    assert page.loaded == ["#lab-pairs"]
    assert text.count("<svg") == 3
    for told in ("No fault was found.", "<code>s</code>", "minimum-for-maximum", "median"):
        assert told in text


def test_what_is_missing_in_texts_is_one_list(tmp_path: Path) -> None:
    assert verify("--texts", "lab-pairs").returncode == 0
    shutil.copytree(SOUND, tmp_path / "own", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "own" / "lab_pairs" / "texts.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('s.ru = "их сумма"\n', ""), encoding="utf-8")
    run = verify("--texts", "lab-pairs", families=tmp_path / "own")
    assert run.returncode == 1
    assert "lab-pairs blanks.s ru: nothing is said" in run.stdout.splitlines()
    data = json.loads(verify("--texts", "--json", "lab-pairs", families=tmp_path / "own").stdout)
    assert {
        "family": "lab-pairs",
        "key": "blanks.s",
        "language": "ru",
        "what": "nothing is said",
    } in data


def test_an_unknown_family_is_answered_with_those_that_there_are() -> None:
    run = verify("lab-pair")
    assert run.returncode == 2
    assert "there is no family 'lab-pair'; there are " in run.stderr


def test_a_page_that_cannot_be_written_is_said_before_the_work(tmp_path: Path) -> None:
    run = verify("lab-pairs", "--html", str(tmp_path / "nowhere" / "page.html"))
    assert run.returncode == 2
    assert run.stdout == ""
    assert "cannot be written" in run.stderr


def test_what_a_few_variants_leave_open_is_said_beside_the_verdict() -> None:
    run = verify("lab-pairs", "--seeds", "4", "--level", "easy", "--jobs", "1")
    assert run.returncode == 0
    assert "too few variants to judge: answers in their statement (8" in run.stdout


def test_a_fault_of_many_variants_is_told_once(faulty: Path) -> None:
    run = verify("lab-rules", "--level", "easy", "--seeds", "9", "--jobs", "1", families=faulty)
    told = " ".join(run.stdout.split())
    assert told.count("the statements of the rule lab-product differ in y") == 1
    assert "(and 9 more like it)" in told  # those of eight seeds, and of the example


def test_draws_that_come_to_nothing_are_not_all_tried(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "own", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "own" / "lab_pairs" / "family.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("draw=draw,", 'draw=draw, flaws=lambda p: ["no good"],'), "utf-8")
    run = verify("lab-pairs", "--seeds", "10", "--json", families=tmp_path / "own")
    (found,) = json.loads(run.stdout)
    draws = [fault["message"] for fault in found["faults"] if fault["kind"] == "draw"]
    assert len(draws) == 3
    assert all("500 × no good; seeds 1 to 9 were not tried" in message for message in draws)
