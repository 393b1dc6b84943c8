"""Work in the characters of a printed sheet or a web page has the marks of work as it was typed."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path

import pytest

from grader.grading.grade import grade_file
from grader.render.script import model, script
from grader.report.as_json import as_data
from grader.sheet.sheet import draw_sheet
from problems.catalogue import family_keys
from problems.sentences import LANGUAGES, Language
from tests.warm import warm_sandbox

PRINTED = {"-": "−", "*": "×", "/": "÷", "<=": "≤", ">=": "≥", "!=": "≠", "=": "＝", ",": "，"}


def printed(source: str) -> str:
    """A program with other signs, blanks and dots wherever these are no part of a text."""
    lines = source.split("\n")
    made = [list(line) for line in lines]
    seen = [[False] * len(line) for line in lines]
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        (row, begin), (last, end) = token.start, token.end
        if token.type == tokenize.OP and token.string in PRINTED:
            made[row - 1][begin:end] = [PRINTED[token.string], *[""] * (end - begin - 1)]
        if token.type in (tokenize.INDENT, tokenize.DEDENT, tokenize.NEWLINE, tokenize.NL):
            continue
        for line in range(row - 1, min(last, len(lines))):
            first = begin if line == row - 1 else 0
            stop = end if line == last - 1 else len(lines[line])
            seen[line][first:stop] = [True] * (stop - first)
    return "\n".join(
        "".join(
            "\u00a0" if each == " " and not known else each
            for each, known in zip(row, known_row, strict=True)
        )
        for row, known_row in zip(made, seen, strict=True)
    )


@pytest.mark.parametrize("key", family_keys())
def test_a_solution_in_printed_characters_has_full_marks(key: str, tmp_path: Path) -> None:
    language: Language = LANGUAGES[family_keys().index(key) % len(LANGUAGES)]
    source = script(draw_sheet("3", (key,), language), model)
    path = tmp_path / "submission.py"
    path.write_text(printed(source), encoding="utf-8")
    assert "＝" in path.read_text(encoding="utf-8")
    result = grade_file(path, sandbox=warm_sandbox())
    assert result.score == result.max_score, as_data(result)["incidents"]
    assert {remark.key for remark in result.incidents} == {"read-as", "read-as-blank"}
