"""A notebook of marimo is the program in it, line for line."""

from __future__ import annotations

import pytest

from grader.intake.exports.marimo import with_names, without_marimo, without_marimo_import

WHOLE = '''\
import marimo

__generated_with = "0.25.2"
app = marimo.App()

with app.setup:
    import numpy as np


@app.cell
def _():
    import marimo as mo

    return (mo,)


@app.cell(hide_code=True)
def _(mo):
    mo.md(r"""
    ## Problem 1
    x = 0
    """)
    return


@app.cell
def _(
    a,
    b,
):
    # mine
    def f(x):
        return x

    text = """
at the margin
    """
    return (
        f,
    )


@app.function
def g(x):
    return x


app._unparsable_cell(
    """
    y = \\"\\"\\"a\\"\\"\\"
    !ls
    """,
    name="_"
)

if __name__ == "__main__":
    app.run()
'''


def test_the_lines_of_a_notebook_keep_their_numbers_and_lose_their_indent() -> None:
    found = without_marimo(WHOLE)
    assert found.count("\n") == WHOLE.count("\n")
    kept = [(n, line) for n, line in enumerate(found.split("\n"), start=1) if line]
    assert [line for _, line in kept] == [
        "import numpy as np",
        "# mine",
        "def f(x):",
        "    return x",
        'text = """',
        "at the margin",
        '"""',
        "def g(x):",
        "    return x",
        'y = """a"""',
        "!ls",
    ]
    whole = WHOLE.split("\n")
    assert all(line.strip() in whole[n - 1].replace("\\", "") for n, line in kept)


def test_a_script_of_marimo_loses_its_texts_alone() -> None:
    source = '__generated_with = "1"\n# %%\nimport marimo as mo\n\nmo.md(r"""\nx = 0\n""")\nx = 1\n'
    assert without_marimo(source) == '__generated_with = "1"\n# %%\n\n\n\n\n\nx = 1\n'


@pytest.mark.parametrize("text", ['mo.md("x")', "mo.md('x')", 'mo.md(r"""x""")'])
def test_a_text_of_one_line_ends_there(text: str) -> None:
    assert without_marimo(f"__generated_with = 1\n{text}\nx = 1") == "__generated_with = 1\n\nx = 1"


def test_a_text_without_an_end_takes_nothing_away() -> None:
    source = '__generated_with = 1\nmo.md(r"""\nx = 1'
    assert without_marimo(source) == source


@pytest.mark.parametrize("source", ["x = 1", "import marimo\nx = 1", "    return 1"])
def test_any_other_script_stays_as_it_is(source: str) -> None:
    assert without_marimo(source) == source
    assert without_marimo_import(source) == source


def given_back(source: str, *names: str) -> str:
    (found,) = with_names([(source, names)])
    return found


def test_private_names_are_given_back_where_nothing_else_is_called_so() -> None:
    source = "_dx = 1\n_dy = _dx + a._dx\ndy = 2\ndef _f(_dx): ..."
    assert given_back(source, "dx", "dy", "f") == (
        "dx = 1\n_dy = dx + a._dx\ndy = 2\ndef f(dx): ..."
    )


def test_numbered_names_are_given_back_but_for_those_that_are_asked_for() -> None:
    assert given_back("def f_1(x):\n    return f_1", "f") == "def f(x):\n    return f"
    assert given_back("q_1 = 1\nq_2 = q_1", "q", "q_1") == "q_1 = 1\nq = q_1"
    assert given_back("q_1 = 1\nq_2 = q_1", "q") == "q_1 = 1\nq_2 = q_1"
    assert given_back("q = 1\nq_1 = 2", "q") == "q = 1\nq_1 = 2"


def test_a_numbered_name_is_given_back_in_the_cells_that_use_it() -> None:
    parts = [("def f(x): ...", ["f"]), ("def f_1(x): ...", ["f"]), ("a = f_1(_f)", ["a"])]
    assert with_names(parts) == ["def f(x): ...", "def f(x): ...", "a = f(_f)"]
