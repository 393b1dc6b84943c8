"""Beside Python's own message it is said what to do, whatever the message is."""

from __future__ import annotations

import pytest

from grader.answers.python_error import known_cause, what_to_do
from grader.messages.remark import Remark


@pytest.mark.parametrize(
    ("program", "key"),
    [
        ("[[9, 2] [1, -2]]", "row-after-row"),
        ("[9, 2] - 1", "list-in-python"),
        ("1 - (9, 2)", "list-in-python"),
        ("-[9, 2]", "list-in-python"),
        ("[9, 2] * 0.5", "list-in-python"),
        ("[9, 2] > 0", "list-in-python"),
        ("[9, 2] + 1", "list-in-python"),
        ("'9' - 2", "text-in-python"),
        ("'9' + 2", "text-in-python"),
        ("-'9'", "text-in-python"),
        ("float('9,2')", "text-in-python"),
        ("[0.5 | 0.2]", "bar-for-comma"),
        ("2(3 + 4)", "sign-before-bracket"),
        ("[1, 2](3)", "sign-before-bracket"),
        ("np.array(['1/2']) - 1", "text-in-python"),
        ("np.zeros(3)[0, 1]", "index-too-many"),
        ("np.zeros(3)[3]", "index-beyond"),
        ("[1][1]", "error-of-index"),
        ("np.array([[1, 2], [3]])", "ragged"),
        ("{}[1]", "error-of-key"),
        ("(1).nothing", "error-of-attribute"),
        ("1 / 0", "division-by-zero"),
        ("nothing_of_the_kind", "name-unknown"),
        ("math.sqrt(-1)", "error-in-line"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_what_this_python_says_is_told_with_what_to_do(program: str, key: str) -> None:
    names: dict[str, object] = {}
    exec("import math\nimport numpy as np", names)  # noqa: S102
    with pytest.raises(Exception, match="") as caught:
        exec(program, names)  # noqa: S102
    told = what_to_do(caught.type.__name__, str(caught.value))
    assert told.key == key


def test_an_index_beyond_the_end_is_told_with_the_length() -> None:
    told = known_cause("IndexError", "index 4 is out of bounds for axis 0 with size 3")
    assert told == Remark("index-beyond", {"index": 4, "size": 3})


@pytest.mark.parametrize("kind", ["SyntaxError", "IndentationError", "TabError"])
def test_of_a_broken_line_it_is_said_where_to_look(kind: str) -> None:
    assert known_cause(kind, "invalid syntax") is None
    assert what_to_do(kind, "invalid syntax") == Remark("error-of-syntax")
