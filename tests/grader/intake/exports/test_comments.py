"""A cell that a tool has commented out for its magic is code; other comments are not."""

from __future__ import annotations

import pytest

from grader.intake.exports.comments import uncommented

COLAB = "# Commented out IPython magic to ensure Python compatibility."
MARIMO = "# magic command not supported in marimo; please file an issue to add support"


@pytest.mark.parametrize("note", [COLAB, MARIMO, f"{COLAB} "])
def test_a_cell_below_such_a_note_is_code_up_to_its_end(note: str) -> None:
    source = (
        f"a = 1\n{note}\n# %%time\n# # %% problem 1: A\n# \n# if a:\n#     b = 2\n#\n\n# c = 3\n"
    )
    assert uncommented(source) == (
        "a = 1\n\n%%time\n# %% problem 1: A\n\nif a:\n    b = 2\n\n\n# c = 3\n"
    )


def test_a_cell_of_which_only_the_magic_is_a_comment_stays() -> None:
    source = f"{MARIMO}\n# %%time\n# %% problem 1: A\n# Problem 1. Replace each ...\n\nx = 1"
    assert uncommented(source) == source


@pytest.mark.parametrize(
    "source",
    ["# %%time\n# x = 1", f"{COLAB}\n# %matplotlib inline\n# x = 1", f"{COLAB}\n# x = 1", COLAB],
)
def test_other_comments_stay(source: str) -> None:
    assert uncommented(source) == source


def test_a_cell_ends_where_the_next_one_begins_though_no_line_between_them_is_empty() -> None:
    """An editor has taken the blanks at the ends of lines away."""
    cell = f"{COLAB}\n# %%time\n# # %% problem 1: A\n# a = 1\n#\n#"
    below = "# %% problem 2: B\n# Problem 2.\nb = 2\n"
    assert uncommented(f"{cell}\n{below}") == f"\n%%time\n# %% problem 1: A\na = 1\n\n\n{below}"
