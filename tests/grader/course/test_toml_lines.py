"""Each value is found in the line in which it stands, however the file is laid out.

In these files each number is that of its own line, so that `tomllib` says what is to be found.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.toml_lines import Path, TomlLines


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, int]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*path, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from leaves(each, (*path, place))
    elif isinstance(value, int):
        yield path, value


TABLES = """\
a = 1
# b = 0, in a comment
"quoted key" = 3 # c = 0
'with.dot' = 4
text = "[table]\\n\\"x = 0"
[table]
a = 7
[table.inner]
a = 9
[ spaced . "out" ]
a = 11
"""
ARRAYS = """\
[[each]]
a = 2
[[each]]
a = 4
[[each.part]]
a = 6
[[each.part]]
a = 8
[each.part.of]
a = 10
[[each]]
[[each.part]]
a = 13
"""
NESTED = """\
a = [1, 1, # 0
  2, [
    3], { x = 3, "y.z" = 3 },
# 0 ]
]
b = { c = 6, d = { e = 6 }, f = [6, 6] }
c.d.e = 7
c.d."f]" = 8
c.'g' . h = 9
"""
TEXTS = '''\
a = """
x = 0
[y]
quotes "" and \\""" and four """"
b = 5
c = \'\'\'
z = 0 \\\'\'\'
d = 8
e = ['#', "]", \'\'\'
}\'\'\', """q"""", 10, "\\\\"]
f = ""
g = 12
h = \'\'
i = 14
'''


@pytest.mark.parametrize(
    "text", [TABLES, ARRAYS, NESTED, TEXTS], ids=["tables", "arrays", "nested", "texts"]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_every_value_is_in_the_line_that_it_says(text: str, ends: str) -> None:
    lines = TomlLines(text.replace("\n", ends))
    found = list(leaves(tomllib.loads(text)))
    assert len(found) >= 5
    assert {path: lines.of(path) for path, _ in found} == dict(found)


def test_a_text_may_end_with_quotes_of_its_own() -> None:
    text = 'a = ["""q"""", 1, # ]\n  2]\nb = 3\n'
    assert tomllib.loads(text)["a"][0] == 'q"'
    assert {path: TomlLines(text).of(path) for path, _ in leaves(tomllib.loads(text))} == {
        ("a", 1): 1,
        ("a", 2): 2,
        ("b",): 3,
    }


def test_a_table_is_where_it_begins_and_what_is_missing_where_its_table_is() -> None:
    lines = TomlLines("a = 1\n\n[t]\nb = 2\n[[each]]\nc = 1\n[[each]]\n[t.of]\n")
    assert lines.of(("t",)) == 3
    assert lines.of(("t", "missing")) == 3
    assert lines.of(("each", 0)) == 5
    assert lines.of(("each", 1, "missing", "too")) == 7
    assert lines.of(("missing",)) == 1
    assert lines.of(()) == 1


keys = st.sampled_from(["a", "b-c", '"d.e"', "'f g'", "h_1"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Tables of an array, in which lists and tables are laid out in many ways."""
    lines: list[str] = []

    def value(depth: int) -> str:
        kind = draw(
            st.sampled_from(["number", "text", "list", "table"] if depth else ["number", "text"])
        )
        now = len(lines) + 1
        if kind == "number":
            return str(now)
        if kind == "text":
            return draw(st.sampled_from(['"]"', "'#'", '"\\""', "''", "'''x = 0'''"]))
        parts = [value(depth - 1) for _ in range(draw(st.integers(0, 2)))]
        if kind == "table":
            return "{" + ", ".join(f"k{n} = {part}" for n, part in enumerate(parts)) + "}"
        return "[ " + " , ".join(parts) + draw(st.sampled_from([" ]", ",]" if parts else "]"]))

    for _ in range(draw(st.integers(1, 3))):
        lines.append(draw(st.sampled_from(["[[t]]", "[[ t ]] # x"])))
        for key in draw(st.lists(keys, unique=True, max_size=4)):
            lines.extend([""] * draw(st.integers(0, 1)))
            lines.append(f"{key} = [")
            for _ in range(draw(st.integers(0, 2))):
                lines.append(f"  {value(2)}, # 0")
            lines.append("]")
    return "\n".join(lines)


@given(documents())
def test_drawn_files_are_found_through_as_well(text: str) -> None:
    lines = TomlLines(text)
    for path, line in leaves(tomllib.loads(text)):
        assert lines.of(path) == line, (path, text)
