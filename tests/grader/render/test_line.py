"""A line of plain text is written without loading what it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from grader.document.markdown import read_line
from grader.render.line import plain_line
from grader.render.text import one_line
from problems.sentences import LANGUAGES, tables_in
from problems.values import Number, Source

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("words alone", "words alone"),
        ("`no_grad` and `a * b`", "`no_grad` and `a * b`"),
        ("$k - 1$ cells", "k − 1 cells"),
        ("**not** flipped", "*not* flipped"),
        (r"size \value{0}", "size 7"),
        ("7\u00a0points", "7 points"),
        (r"a\_b", "a_b"),
    ],
)
def test_a_line_is_plain_text(text: str, line: str) -> None:
    assert plain_line(Source(text, (Number(7),))) == line
    if r"\value" not in text:
        assert plain_line(Source(text, ())) == line


def test_a_slip_is_written_alike_with_and_without_a_parser() -> None:
    for path in sorted((ROOT / "problems" / "rules").glob("*.toml")):
        for texts in tables_in(path).get("slips", {}).values():
            for language in LANGUAGES:
                text = texts[language]
                assert plain_line(Source(text, ())) == one_line(read_line(text))


def test_marking_a_file_loads_no_documents(tmp_path: Path) -> None:
    """``grader check`` prints titles and slips, and is not to start slower for formulas."""
    sheet = ROOT / "tests" / "grader" / "sheets_of_format_1" / "easy-en-slip.py"
    program = (
        "import sys\nfrom grader.cli import cli\n"
        f"cli.main(['check', {str(sheet)!r}], standalone_mode=False)\n"
    )
    hook = f"{program}".replace(
        "cli.main", "import atexit\natexit.register(lambda: print(*sys.modules))\ncli.main"
    )
    run = subprocess.run(
        [sys.executable, "-c", hook], cwd=ROOT, capture_output=True, text=True, check=False
    )
    loaded = set(run.stdout.split())
    assert "grader.report.terminal" in loaded, run.stderr
    assert not {"markdown_it", "grader.document.formula", "grader.document.markdown"} & loaded
