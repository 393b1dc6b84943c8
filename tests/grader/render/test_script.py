"""The file of a sheet: its header, and a section per problem that editors show as a cell."""

from __future__ import annotations

import ast

import numpy as np
import pytest

from grader.render.script import blank, mistaken, model, preamble, script, section
from grader.sheet.header import header_lines
from grader.sheet.sheet import DEFAULT_PROBLEMS, as_language, draw_sheet
from problems.catalogue import family_keys
from problems.sentences import LANGUAGES
from tests.families.planted import planted

SHEET = draw_sheet("7", DEFAULT_PROBLEMS, "en")
EVERYTHING = [f"{key}:{level}" for key in family_keys() for level in ("easy", "hard")]


def assigned(source: str) -> dict[str, ast.expr]:
    return {
        target.id: statement.value
        for statement in ast.parse(source).body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


def test_every_blank_is_left_to_fill_in() -> None:
    values = assigned(script(SHEET, blank))
    names = [a.name for p in SHEET.problems[:2] for a in p.variant.working.asked]
    blanks = [name for name, v in values.items() if isinstance(v, ast.Constant) and v.value is ...]
    assert blanks == names


def test_the_data_stand_above_the_blanks_ready_to_compute_with() -> None:
    namespace: dict[str, object] = {}
    problem = SHEET.problems[1]
    exec(f"import numpy as np\n{section(problem, 'en', blank(problem))}", namespace)  # noqa: S102
    for name, value in problem.variant.working.given_values.items():
        assert np.all(namespace[name] == value if name != "rate" else namespace[name] == 1 / 10)
    assert {"x", "w1", "W", "y", "rate"} <= namespace.keys()


def test_no_data_have_the_name_of_a_blank_anywhere_on_the_sheet() -> None:
    problem = SHEET.problems[1]
    source = section(problem, "en", blank(problem), frozenset({"x", "y"}))
    assert "W = np.array" in source
    assert "\nx = " not in source
    assert "\ny = " not in source


def test_a_table_without_arrays_has_no_data_to_compute_with() -> None:
    assert "np.array" not in section(SHEET.problems[0], "en", blank(SHEET.problems[0]))


def test_every_blank_has_its_format_beside_it() -> None:
    lines = script(SHEET).splitlines()
    assert all("  # " in line for line in lines if " = ..." in line)


def test_the_function_is_a_frame_with_a_docstring() -> None:
    (function,) = (
        node for node in ast.parse(script(SHEET)).body if isinstance(node, ast.FunctionDef)
    )
    assert function.name == "conv1d"
    assert ast.get_docstring(function)
    assert len(function.body) == 2


def test_the_sections_are_marked_with_the_number_of_the_problem() -> None:
    head, *marks = [line for line in script(SHEET).splitlines() if line.startswith("# %%")]
    assert head == script(SHEET).splitlines()[0]
    assert [mark.split(":")[0] for mark in marks] == [f"# %% problem {key}" for key in "123"]


def test_the_header_stands_above_everything_that_runs() -> None:
    source = script(SHEET)
    for line in header_lines(SHEET):
        assert source.index(line) < source.index("import numpy")


def test_the_model_solution_has_no_blank_left() -> None:
    assert "= ..." in script(SHEET)
    assert "= ..." not in script(SHEET, model)


def test_a_mistake_is_carried_through_the_values_and_stands_in_the_program() -> None:
    values = assigned(
        script(SHEET, lambda p: mistaken(p, "kernel-not-reduced") if p.key == "1" else blank(p))
    )
    assert isinstance(values["conv1_rf"], ast.Constant)
    truth = SHEET.problems[0].variant.truth["conv1_rf"]
    assert values["conv1_rf"].value == truth + 1
    code = script(SHEET, lambda p: mistaken(p, "second-loop") if p.key == "3" else blank(p))
    assert code.count("    for ") == 2


def test_pytorch_is_imported_where_it_is_needed_and_only_there() -> None:
    assert "torch" not in preamble(SHEET)
    assert "import torch\n" in preamble(draw_sheet("7", ["torch-model-code@lecture"], "en"))


@pytest.mark.parametrize(
    ("language", "yes", "no"),
    [("en", "yes", "no"), ("hr", "da", "ne"), ("pl", "tak", "nie"), ("ru", "да", "нет")],
)
def test_choices_are_answered_in_the_words_of_the_sheet(language: str, yes: str, no: str) -> None:
    sheet = draw_sheet("5", ["pooling-hand:hard", "separable-conv"], as_language(language))
    answered = script(sheet, model).splitlines()
    (fits,) = (line for line in answered if line.startswith("fits = "))
    (separable,) = (line for line in answered if line.startswith("separable = "))
    assert fits.startswith(f'fits = "{yes}, e"  # ')
    assert separable.startswith(f'separable = "{no}"  # ')


def test_reasons_are_comments_above_the_blank_that_asks_for_their_letter() -> None:
    with planted():
        lines = script(draw_sheet("7", ["every-blank@plain"], "hr")).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("same = "))
    assert lines[at - 4 : at] == [
        "# a) jezgra je neparna",
        "# b) nadopuna poništava učinak jezgre: 2p = k − 1",
        "# c) korak preskače piksele",
        "# d) nadopuna je premala ili prevelika",
    ]
    assert lines[at].endswith("i slovo razloga, u navodnicima i odvojeni zarezom")
    size = next(line for line in lines if line.startswith("size = "))
    assert size.startswith("size = ...  # n′: izraz s varijablama `n`, `k`, `s`")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("request_", EVERYTHING)
def test_every_file_of_every_family_is_python_in_every_language(
    request_: str, language: str
) -> None:
    sheet = draw_sheet("3", [request_], as_language(language))
    for work in (blank, model):
        source = script(sheet, work)
        ast.parse(source)
        assert all(line == line.rstrip() for line in source.splitlines())
        assert source.endswith("\n")
