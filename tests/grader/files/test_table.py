"""Tables as spreadsheets write them, and what is said of files that are none."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from grader.files import table as module
from grader.files.table import TableError, read_table


def written(folder: Path, data: str | bytes) -> Path:
    path = folder / "class.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("between", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with a mark of byte order"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_cells_are_told_apart_as_in_any_country(
    tmp_path: Path, between: str, mark: str, end: str
) -> None:
    rows = [["Student", "Note"], ["ana", '"a, b; c\td ""e"""'], ["ivo", " two words "]]
    text = mark + end.join(between.join(row) for row in rows)
    found = read_table(written(tmp_path, text))
    assert found.head == ("student", "note")
    assert [row.cells for row in found.rows] == [
        {"student": "ana", "note": 'a, b; c\td "e"'},
        {"student": "ivo", "note": "two words"},
    ]
    assert [row.line for row in found.rows] == [2, 3]


def test_names_are_composed_and_blank_lines_left_out_but_counted(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "Šimić")
    found = read_table(written(tmp_path, f"\n,,\nname,{apart}\n\n , \n{apart},1\n,,,\n"))
    assert found.head == ("name", "šimić")
    assert found.head_line == 3
    assert [(row.line, row.cells) for row in found.rows] == [(6, {"name": "Šimić", "šimić": "1"})]


def test_a_cell_may_go_over_several_lines_and_a_row_is_where_it_begins(tmp_path: Path) -> None:
    found = read_table(written(tmp_path, 'a,b\n"x\ny",1\nz,2\n'))
    assert [(row.line, row.cells["a"]) for row in found.rows] == [(2, "x\ny"), (4, "z")]


def test_missing_cells_are_empty_and_empty_ones_too_many_are_no_matter(tmp_path: Path) -> None:
    found = read_table(written(tmp_path, "a,b,c\n1\n1,2,3,,\n"))
    assert [row.cells for row in found.rows] == [
        {"a": "1", "b": "", "c": ""},
        {"a": "1", "b": "2", "c": "3"},
    ]


@pytest.mark.parametrize("data", ["", "\ufeff", "\n\n", " , \n"])
def test_an_empty_file_is_a_table_without_columns(tmp_path: Path, data: str) -> None:
    found = read_table(written(tmp_path, data))
    assert (found.head, found.rows) == ((), ())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            "a,b\n1,2\n\n1,Anić, Ana\n",
            r"class\.csv, line 4: 2 cells were expected, as in the first row, but 3 came; put a "
            r'text that has a comma in it into quotes: "\.\.\."',
        ),
        ("a;b\n1;2;3", "line 2: .* a text that has a semicolon in it into quotes"),
        ("a\tb\n1\t2\t3", "line 2: .* a text that has a tab in it into quotes"),
        (
            'a,b\n1,2\n3,"x\n4,y\n',
            "line 3: the quotation mark that a cell in line 3 begins with is never closed; close",
        ),
        ('a,b\n"x" y,2\n', "line 2: a quotation mark ends a cell before its text is over; one ins"),
        (f'a,b\n"{"x" * 200_000}",2\n', "line 2: a cell is longer than any text; a quotation mark"),
        (b"a,b\n1,2\nIvi\xe6,3\n", "line 3: the table is not UTF-8; save it as CSV UTF-8"),
        ("a,b\n1,2\n".encode("utf-16"), "line 1: the table is not UTF-8; save it as CSV UTF-8"),
        (b"a,b\n1,\0\n", "line 2: this is no text .it has a zero in it.; save it as CSV UTF-8"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_its_line(
    tmp_path: Path, data: str | bytes, says: str
) -> None:
    with pytest.raises(TableError, match=says):
        read_table(written(tmp_path, data))


def test_what_is_not_there_is_a_folder_or_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TableError, match=r"none\.csv: the table cannot be read .No such file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(TableError, match=r"the table cannot be read"):
        read_table(tmp_path)
    monkeypatch.setattr(module, "MOST_BYTES", 2 * 1024**2)
    with pytest.raises(TableError, match="a table of at most 2 MB was expected"):
        read_table(written(tmp_path, b"x" * (2 * 1024**2 + 1)))
