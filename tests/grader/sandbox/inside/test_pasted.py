"""A diff and numbered lines are recognised as a whole, in a source that Python refuses alone."""

from __future__ import annotations

import pytest

from grader.sandbox.inside.reading import Statement, read_cell

FUNCTION = 'def f(x):\n    """Twice."""\n    y = 2 * x\n\n    return y\n'


def read(source: str) -> list[Statement]:
    return read_cell(source, 1, "<submission 0>", 0)[0]


def added(sign: str = "+") -> str:
    return "".join(f"{sign}{line}\n" for line in FUNCTION.splitlines())


def numbered(form: str, start: int = 8) -> str:
    lines = enumerate(FUNCTION.splitlines(), start=start)
    return "".join(form.format(number) + line + "\n" for number, line in lines)


@pytest.mark.parametrize(
    ("pasted", "key", "line"),
    [
        (added(), "pasted-diff", 2),
        ("@@ -1,4 +1,5 @@\n" + added(), "pasted-diff", 2),
        ("--- a/sheet.py\n+++ b/sheet.py\n@@ -1,4 +1,5 @@\n" + added(), "pasted-diff", 2),
        ("+'''Text.'''\n" + added(), "pasted-diff", 2),
        (" def f(x):\n-    return 2\n+    y = 2 * x\n+    return y\n", "pasted-diff", 2),
        (numbered("{:>2} "), "pasted-line-numbers", 2),
        (numbered("{} "), "pasted-line-numbers", 2),
        (numbered("{}  "), "pasted-line-numbers", 2),
        (numbered("{:>4}\t"), "pasted-line-numbers", 2),
        (numbered("{}: "), "pasted-line-numbers", 2),
        (numbered("{}|"), "pasted-line-numbers", 2),
    ],
)
def test_pasted_lines_are_one_broken_statement_with_its_names(
    pasted: str, key: str, line: int
) -> None:
    before, broken, after = read(f"a = 1\n{pasted}\nb = 2\n")
    assert (before.names, after.names) == (("a",), ("b",))
    assert (before.error, after.error) == (None, None)
    assert broken.line == line
    assert "f" in broken.names
    assert broken.error == ("SyntaxError", "invalid syntax", key, {})


@pytest.mark.parametrize(
    "right",
    [
        "y = (1\n+ 2\n- 3)\n",
        "y = 1\n+ y\n-y\n",
        't = """\n1 def\n2 return\n+def f(x):\n@@ -1 +1 @@\n"""\n',
        "y = [\n1,\n2,\n3 if t else 4,\n]\n",
    ],
)
def test_right_lines_beside_a_broken_one_are_read_as_they_are(right: str) -> None:
    statements = read(f"{right}z = = 1\n{right}")
    assert sum(one.error is not None for one in statements) == 1
    broken = next(one for one in statements if one.error is not None)
    assert broken.error == ("SyntaxError", "invalid syntax")
    assert len(statements) == 2 * len(read(right)) + 1


@pytest.mark.parametrize("wrong", ["1 2\n2 3\n", "7 = y\n", "+ * 3\n", "-y = 3\n", "12 monkeys\n"])
def test_other_lines_that_begin_with_numbers_and_signs_are_told_by_python(wrong: str) -> None:
    assert all(one.error is None or len(one.error) == 2 for one in read(wrong))
