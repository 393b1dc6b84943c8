"""Full marks as plain lines are what Rich prints, byte for byte, or are left to it."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from grader.report.full_marks import _IN_CHARGE, _PLAIN, is_plain_output, lines_of_full_marks
from grader.report.terminal import print_result
from problems.sentences import LANGUAGES, Language

TITLES = {
    "1": "Backpropagation through convolution and global max-pooling",
    "2": "Обратное распространение через свёртку",
    "10": "Splot 3 × 3 – krok, który wyszedł",
}


def right(key: str, *marks: float) -> ProblemResult:
    fields = tuple(FieldResult(f"f{n}", Outcome.CORRECT, m, m) for n, m in enumerate(marks))
    return ProblemResult(key, "cnn-table", "standard", fields)


PROBLEMS = (right("1", 1.0, 2.5), right("2", 100), right("10", 1 / 3, 1))
VERSIONS = {"python": "3.13.0", "numpy": "2.4.6"}
RESULT = SheetResult("s", "en", PROBLEMS, versions=VERSIONS)


def as_rich_prints(result: SheetResult, titles: dict[str, str]) -> str:
    text = io.StringIO()
    print_result(Console(file=text, width=80, highlight=False), result, titles)
    return text.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problems", [PROBLEMS, PROBLEMS[:1], PROBLEMS[1:2], PROBLEMS[::-1]])
@pytest.mark.parametrize("versions", [VERSIONS, {}])
def test_plain_lines_are_what_rich_prints(
    language: Language, problems: tuple[ProblemResult, ...], versions: dict[str, str]
) -> None:
    result = replace(RESULT, language=language, problems=problems, versions=versions)
    lines = lines_of_full_marks(result, TITLES)
    assert lines is not None
    assert "\n".join([*lines, ""]) == as_rich_prints(result, TITLES)


def test_each_letter_of_a_plain_line_takes_one_column() -> None:
    plain = [chr(code) for code in range(0x3000) if _PLAIN.fullmatch(chr(code))]
    assert {"a", "ž", "ł", "я", "×"} <= set(plain)
    assert [letter for letter in plain if cell_len(letter) != 1] == []


WRONG = replace(PROBLEMS[0], fields=(FieldResult("f", Outcome.WRONG, 0.0, 1.0),))


@pytest.mark.parametrize(
    "result",
    [
        replace(RESULT, problems=(WRONG,)),
        replace(RESULT, incidents=(Remark("unconfined"),)),
    ],
)
def test_what_there_is_more_to_tell_of_is_left_to_rich(result: SheetResult) -> None:
    assert lines_of_full_marks(result, TITLES) is None


@pytest.mark.parametrize("title", ["a [b]net[/b]", "\\[", ":smile:", "卷积", "a\u00a0b", "x" * 70])
def test_a_title_that_is_more_than_letters_or_too_long_is_left_to_rich(title: str) -> None:
    assert lines_of_full_marks(RESULT, {**TITLES, "2": title}) is None


def test_output_is_plain_in_a_pipe_of_which_nobody_has_said_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(descriptor: int) -> os.terminal_size:
        raise OSError(f"{descriptor} is no terminal")

    for name in _IN_CHARGE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(os, "get_terminal_size", none)
    assert is_plain_output()
    for columns, is_plain in ((40, False), (80, True), (0, True)):
        monkeypatch.setattr(
            os, "get_terminal_size", lambda _, columns=columns: os.terminal_size((columns, 24))
        )
        assert is_plain_output() is is_plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert not is_plain_output()
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert not is_plain_output()
