"""Programs get the marks that they earn with the Python and the libraries that are installed here.

`make versions` runs this with others, and compares the marks.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grader.grading.grade import grade_file
from grader.marking.result import SheetResult
from grader.report.wording import incidents_of, message_of
from grader.sandbox.outside.versions import installed, marking_versions, versions_in_words
from problems.sentences import LANGUAGES
from tests.grader.versions.programs import FULL, HINTED, NEWER, RIGHT, SHEET, changed
from tests.warm import warm_sandbox


def marked(folder: Path, program: str) -> SheetResult:
    path = folder / "submission.py"
    path.write_text(SHEET + program, encoding="utf-8")
    return grade_file(path, sandbox=warm_sandbox())


def hints(result: SheetResult) -> set[str]:
    return {remark.key for p in result.problems for f in p.fields for remark in f.remarks}


@pytest.mark.parametrize("name", FULL)
def test_a_right_program_has_full_marks(name: str, tmp_path: Path) -> None:
    result = marked(tmp_path, FULL[name])
    assert result.score == result.max_score, incidents_of(result)


@pytest.mark.parametrize("name", HINTED)
def test_a_program_that_fails_is_told_what_to_do(name: str, tmp_path: Path) -> None:
    program, hint = HINTED[name]
    result = marked(tmp_path, program)
    assert result.score < result.max_score
    assert hint in hints(result)
    assert not {"blank", "missing", "check-nothing"} & hints(result)


@pytest.mark.parametrize("name", NEWER)
def test_a_program_for_a_newer_python_is_told_which(name: str, tmp_path: Path) -> None:
    program, since = NEWER[name]
    result = marked(tmp_path, program)
    if sys.version_info[:2] >= since:
        assert result.score == result.max_score
        return
    assert result.score == 0
    said = message_of(result.problems[0].fields[0], "conv1d-code", "en")
    assert f"needs Python {since[0]}.{since[1]} or newer, but this is" in said
    assert f"marked with Python {sys.version_info[0]}.{sys.version_info[1]}:" in said


def test_what_was_read_as_other_characters_is_told_and_costs_nothing(tmp_path: Path) -> None:
    spaces = "\u00a0\u00a0\u00a0\u00a0"
    result = marked(
        tmp_path, changed(("    k", f"{spaces}k"), ("::-1", "::−1"), ("2 * i +", "2² +"))
    )
    assert [one.partition(" (")[0] for one in incidents_of(result)][:3] == [
        "line 15, character 1: a space of another kind",
        "line 15, character 18: “−”",
        "line 19, character 29: “²”",
    ]


def test_a_missing_library_is_named_in_place_of_the_names_that_it_was_to_give(
    tmp_path: Path,
) -> None:
    program, _ = HINTED["not-installed"]
    said = message_of(marked(tmp_path, program).problems[0].fields[0], "conv1d-code", "en")
    assert "NameError" not in said
    assert "nowhere_to_be_found is not installed where this is marked" in said
    assert "line 12" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cut_function_is_told_with_its_line_in_every_language(
    language: str, tmp_path: Path
) -> None:
    program, _ = HINTED["stray-word"]
    result = marked(tmp_path, program)
    assert "conv1d" in message_of(result.problems[0].fields[0], "conv1d-code", language)
    (cut, *_) = incidents_of(result)
    assert cut.startswith("line 17: this is not valid Python: expected an indented line. The line")
    assert "(line 18)" in cut


def test_a_result_has_the_versions_that_marked_it(tmp_path: Path) -> None:
    result = marked(tmp_path, RIGHT)
    assert result.versions == {
        "python": ".".join(map(str, sys.version_info[:3])),
        "numpy": installed("numpy"),
    }
    mentioned = marked(tmp_path, f"import torch\n{RIGHT}").versions
    assert mentioned.get("torch") == installed("torch")


def test_only_libraries_that_are_there_have_a_version() -> None:
    assert installed("no_library_of_this_name") is None
    found = marking_versions(("scipy", "torch", "no_library_of_this_name"))
    assert list(found)[:2] == ["python", "numpy"]
    assert ("scipy" in found) == (installed("scipy") is not None)
    words = versions_in_words({"python": "3.13.0", "numpy": "2.4.6", "torch": "2.13.0"})
    assert words == "Python 3.13.0, NumPy 2.4.6, PyTorch 2.13.0"
