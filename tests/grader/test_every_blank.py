"""A sheet with a blank of every kind, from ``grader generate`` to the reports of a check."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from grader.grading.grade import grade_file
from grader.render.script import Work, mistaken, script
from grader.report.as_json import as_data
from grader.sheet.sheet import Problem, Sheet, draw_sheet
from problems.sentences import LANGUAGES, Language
from tests.families.planted import planted
from tests.grader.cli.commands import grader
from tests.grader.schemas import assert_valid
from tests.warm import warm_sandbox

FULL = 24
Fields = Mapping[str, Any]


@pytest.fixture(scope="module", autouse=True)
def every_blank() -> Iterator[None]:
    with planted():
        yield


def plain_sheet(language: Language = "en") -> Sheet:
    return draw_sheet("7", ["every-blank@plain"], language)


RIGHT = {
    "scaled": "[[[3, 24], [6, 27], [9, 15]], [[12, 36], [21, 18], [33, 30]]]",
    "share": '"3/234"',
    "rows": "[[24, 27, 15], [36, 21, 33]]",
    "rows_shape": "(2, 3)",
    "pooling": '"max"',
    "same": '"yes, b"',
    "out": "29",
    "size": '"(n - k)//s + 1"',
    "cost": '"k*k*(floor((n - k)/s) + 1)²"',
}


def filled(folder: Path, language: Language = "en", **typed: str) -> Path:
    """The sheet as a student hands it in: all is right but for what is typed here."""
    text = script(plain_sheet(language))
    for name, answer in (RIGHT | typed).items():
        text, count = re.subn(
            rf"^{name} = \.\.\.", f"{name} = {answer}".replace("\\", r"\\"), text, flags=re.M
        )
        assert count == 1, name
    path = folder / "submission.py"
    path.write_text(text, encoding="utf-8")
    return path


def checked(path: Path) -> Fields:
    """What the command says in JSON, with a sandbox that stays; a test below holds them equal."""
    data = as_data(grade_file(path, sandbox=warm_sandbox()))
    return {field["name"]: field for field in data["problems"][0]["fields"]}


# -- written, and filled in rightly --------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_written_as_a_file_and_a_notebook_and_its_solutions_get_full_marks(
    tmp_path: Path, language: Language
) -> None:
    request = ("--problem", "every-blank", "--problem", "every-blank:hard", "--lang", language)
    grader("generate", "--seed", "11", *request, "--solution", "--out", tmp_path)
    for name in ("solution.py", "solution.ipynb"):
        assert grader("check", tmp_path / name).exit_code == 0
    for name in ("submission.py", "submission.ipynb"):
        result = json.loads(grader("check", tmp_path / name, "--json").stdout)
        outcomes = {field["outcome"] for p in result["problems"] for field in p["fields"]}
        assert (result["score"], outcomes) == (0, {"unanswered"})
    page = (tmp_path / "sheet.md").read_text(encoding="utf-8")
    assert "2 × 3 × 2" in page


def test_what_is_right_in_other_words_is_right(tmp_path: Path) -> None:
    answers = {
        "scaled": "3 * np.array([[[1, 8], [2, 9], [3, 5]], [[4, 12], [7, 6], [11, 10]]])",
        "rows": "np.array([[24, 27, 15], [36, 21, 33]])",
        "rows_shape": '"2 × 3"',
        "pooling": '" Sažimanje maksimalnom vrijednošću. "',
        "same": '["B)", "da"]',
        "size": '"⌈(n − k + 1)/s⌉"',
        "cost": '"k**2 * ((n - k + s)//s)^2"',
    }
    fields = checked(filled(tmp_path, "pl", **answers))
    assert {field["outcome"] for field in fields.values()} == {"correct"}
    assert sum(field["score"] for field in fields.values()) == FULL


# -- wrongly -------------------------------------------------------------------------------------


def test_the_wrong_cells_of_a_tensor_are_named_and_the_others_earn_their_part(
    tmp_path: Path,
) -> None:
    wrong = "[[[3, 24], [6, 28], [9, 15]], [[12, 36], [21, 18], [34, 30]]]"
    field = checked(filled(tmp_path, scaled=wrong, share='"3/234"'))["scaled"]
    assert (field["outcome"], field["score"]) == ("wrong", 10)
    assert field["message"] == "Wrong entries, with indices counted from 1: (1, 2, 2), (2, 3, 1)."
    other = checked(filled(tmp_path, scaled="[[1, 2], [3, 4]]"))["scaled"]
    assert other["message"] == "Expected: 2 × 3 × 2 tensor; found: 2 × 2 matrix."


@pytest.mark.parametrize(
    "rows",
    ["[24, 27, 15]", "[[24, 36], [27, 21], [15, 33]]", "24", "[[[24]]]", "[[24, 27, 15, 1]]"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_size_that_is_part_of_the_question_is_given_away_nowhere(
    tmp_path: Path, rows: str, language: Language
) -> None:
    path = filled(tmp_path, language, rows=rows, rows_shape="(2, 3, 1, 1)", scaled="...")
    field = checked(path)["rows"]
    assert (field["outcome"], field["score"], field["expected"]) == ("wrong", 0, None)
    assert not re.search(r"\d", field["message"])
    shape = checked(path)["rows_shape"]
    assert shape["outcome"] == "wrong"
    assert not re.search(r"\d", shape["message"])
    told = grader("check", path).stdout
    assert "2 × 3" not in told
    shown = json.loads(grader("show", "every-blank", "--lang", language, "--json").stdout)
    formats = {each["name"]: each["format"] for each in shown["asked"]}
    assert "2 × 3" not in formats["rows"]
    assert "C, H" not in formats["rows_shape"]


@pytest.mark.parametrize("typed", ['"wide"', "None", "[[1], [2, 3]]", '"2 by 3"', "(2, ...)"])
def test_an_unreadable_value_of_an_open_size_tells_nothing_either(
    tmp_path: Path, typed: str
) -> None:
    fields = checked(filled(tmp_path, rows=typed, rows_shape=typed))
    for name in ("rows", "rows_shape"):
        assert fields[name]["outcome"] == "unreadable"
        assert "C, H" not in fields[name]["message"]
        assert "matrix" not in fields[name]["message"]
        assert "one number" not in fields[name]["message"].lower()


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "One of max-pooling, average pooling was expected."),
        (
            "hr",
            "Očekivao se jedan od odgovora: sažimanje maksimalnom vrijednošću, sažimanje srednjom "
            "vrijednošću.",
        ),
        ("pl", "Oczekiwano jednej z odpowiedzi: max pooling, average pooling (średnia)."),
        ("ru", "Ожидался один из ответов: max-пулинг, пулинг по среднему."),
    ],
)
def test_a_word_that_is_no_option_is_told_which_there_are(
    tmp_path: Path, language: Language, message: str
) -> None:
    field = checked(filled(tmp_path, language, pooling='"median"'))["pooling"]
    assert (field["outcome"], field["message"]) == ("unreadable", message)
    other = checked(filled(tmp_path, language, pooling='"пулинг по среднему"'))["pooling"]
    assert (other["outcome"], other["slips"]) == ("wrong", [])  # one of two shows no mistake


@pytest.mark.parametrize("typed", ["max", "max-pooling", "average pooling"])
def test_an_option_without_quotes_is_read_as_in_quotes(tmp_path: Path, typed: str) -> None:
    field = checked(filled(tmp_path, pooling=typed))["pooling"]
    assert field == checked(filled(tmp_path, pooling=f'"{typed}"'))["pooling"] | {
        "found": field["found"]
    }
    assert field["outcome"] in ("correct", "wrong")


@pytest.mark.parametrize("typed", ["n - k + 1", "n²", "(n - k)//s + 1"])
def test_an_expression_without_quotes_is_read_as_in_quotes(tmp_path: Path, typed: str) -> None:
    field = checked(filled(tmp_path, size=typed))["size"]
    assert field == checked(filled(tmp_path, size=f'"{typed}"'))["size"] | {"found": field["found"]}
    assert field["outcome"] in ("correct", "slip", "wrong")


def test_a_right_answer_for_a_wrong_reason_earns_nothing_and_is_told_so(tmp_path: Path) -> None:
    field = checked(filled(tmp_path, same='("yes", "c")'))["same"]
    assert (field["outcome"], field["score"], field["slips"]) == ("wrong", 0, [])
    assert field["message"] == "The answer is right, but the reason is not."
    known = checked(filled(tmp_path, same='"yes, a"'))["same"]
    assert (known["outcome"], known["slips"]) == ("slip", ["padding-not-needed"])
    assert known["message"].startswith("The answer is right, but the reason is not. This is")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ('"yes"', "The letter of the reason is missing (a, b, c, d)."),
        ("True", "The letter of the reason is missing (a, b, c, d)."),
        ('"b"', "The answer itself is missing (yes, no)."),
        ('("yes", ...)', "Part of the answer is still “...”: put a value there."),
    ],
)
def test_half_an_answer_is_incomplete_and_earns_nothing(
    tmp_path: Path, typed: str, message: str
) -> None:
    path = filled(tmp_path, same=typed)
    field = checked(path)["same"]
    assert (field["outcome"], field["score"], field["message"]) == ("incomplete", 0, message)
    assert "same  incomplete  0/2" in grader("check", path).stdout


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ('"q + 1"', "there is no variable q (character 1); there are n, k, s."),
        ('"2n"', "an operator was needed, but got 'n' at character 2; a product is written with"),
        ('"nk"', "a product is written with *: n*k."),
        ('"n**9**9"', "exponents from -64 to 64 are read"),
        ('"n^k"', "needs a whole number as its exponent"),
        ("2n", "Type the expression in quotes, as a text."),
        ("29", "This depends on none of n, k, s: it is one number."),
    ],
)
def test_what_is_no_expression_is_told_why(tmp_path: Path, typed: str, message: str) -> None:
    field = checked(filled(tmp_path, size=typed))["size"]
    assert field["score"] == 0
    assert message in field["message"]


def test_an_expression_that_follows_from_a_wrong_one_keeps_its_marks(tmp_path: Path) -> None:
    fields = checked(filled(tmp_path, size='"(n - k)//s + 2"', cost='"(2 + (n - k)//s)^2*k^2"'))
    assert (fields["size"]["outcome"], fields["cost"]["outcome"]) == ("wrong", "follow-through")
    assert fields["cost"]["score"] == 1
    fields = checked(filled(tmp_path, size='"(n - k)//s + 2"', cost='"(2 + (n - k)//s)^2*k"'))
    assert (fields["cost"]["outcome"], fields["cost"]["slips"]) == ("slip", ["side-for-area"])


# -- by slips ------------------------------------------------------------------------------------

SLIPS = {
    "factor-added": "scaled",
    "first-map-only": "scaled",
    "other-pooling": "rows",
    "maps-pooled": "rows",
    "axis-kept": "rows_shape",
    "padding-not-needed": "same",
    "padding-taken-for-cut": "same",
    "plus-one-forgotten": "out",
    "rounded-up": "size",
    "side-for-area": "cost",
}


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_written_as_a_student_would_is_named_where_it_was_made(
    tmp_path: Path, slip: str
) -> None:
    def work(problem: Problem) -> Work:
        return mistaken(problem, slip)

    path = tmp_path / "submission.py"
    path.write_text(script(plain_sheet(), work), encoding="utf-8")
    fields = checked(path)
    lost = [name for name, field in fields.items() if field["score"] < field["max_score"]]
    assert lost[0] == SLIPS[slip]
    assert fields[SLIPS[slip]]["slips"] == [slip]


def test_every_slip_of_the_family_is_tried() -> None:
    (problem,) = plain_sheet().problems
    assert set(problem.variant.working.slip_keys) == set(SLIPS)


# -- reports -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reports_tell_of_every_kind_of_blank_in_every_language(
    tmp_path: Path, language: Language
) -> None:
    wrong = dict.fromkeys(RIGHT, '"q"') | {"scaled": "[[[1]]]", "rows": "[[2]]", "same": '"da"'}
    path = filled(tmp_path, language, **wrong)
    junit = tmp_path / "junit.xml"
    told = grader("check", path, "--junit", junit).stdout
    (suite,) = ET.parse(junit).getroot()
    assert (suite.get("tests"), suite.get("failures")) == ("9", "9")
    messages = {}
    for case in suite.iter("testcase"):
        failure = case.find("failure")
        assert failure is not None
        messages[case.get("name")] = failure.get("message")
    assert all(messages.values())
    flat = " ".join(told.split())
    assert " ".join(str(messages["same"]).split()) in flat
    data = json.loads(grader("check", path, "--json").stdout)
    assert_valid(data, "result")
    fields = data["problems"][0]["fields"]
    assert fields == list(checked(path).values())
    assert {field["name"]: field["message"] for field in fields} == messages
