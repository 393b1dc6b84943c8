"""Which sheet a file answers, by names as systems for courses write them, or by a table."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from grader.grading.assignment import (
    Assignment,
    AssignmentError,
    NoSheetError,
    read_assignment,
    words_in,
)
from grader.render.notebook import notebook
from grader.render.script import script
from grader.sheet.set_sheet import SetSheet, as_set
from grader.sheet.sheet import DEFAULT_PROBLEMS, draw_sheet

ONE, TWO, THREE = (SetSheet(seed, requests=("conv1d-code",)) for seed in ("1", "2", "3"))

ANA = "Ana Anić"
DOWNLOADED = [
    ("Ana Anić_123456_assignsubmission_file_/submission.py", "Moodle, a folder for each"),
    ("Ana Anić_123456_assignsubmission_file_submission.py", "Moodle, one folder"),
    ("Participant_123456_assignsubmission_file_/submission.ipynb", "Moodle, blind"),
    ("aanic_123456_7890_submission.py", "Canvas"),
    ("aanic_LATE_123456_7890_submission-1.py", "Canvas, late and again"),
    ("submission_123456/submission.py", "Gradescope"),
    ("hw1-aanic/submission.py", "GitHub Classroom"),
    ("submitted/aanic/hw1/submission.ipynb", "nbgrader"),
    (unicodedata.normalize("NFD", "hw1/ana-ANIĆ.zip"), "by hand, on a Mac"),
]


@pytest.mark.parametrize(("name", "system"), DOWNLOADED, ids=[each[1] for each in DOWNLOADED])
def test_a_student_is_found_in_names_as_they_are_downloaded(name: str, system: str) -> None:
    students = {words_in(word): ONE for word in (ANA, "123456", "aanic")}
    other = {words_in(word): TWO for word in ("Ivo Ivić", "12345", "1234567", "ana", "anic", "nic")}
    assert Assignment(students={**students, **other}).sheet_for(name) is ONE


def test_a_longer_name_is_not_that_of_a_shorter_one() -> None:
    table = Assignment(students={("ana",): ONE, ("ana", "marija"): TWO})
    assert table.sheet_for("Ana Marija_1_file_/a.py") is TWO
    assert table.sheet_for("Ana_1_file_/a.py") is ONE
    with pytest.raises(NoSheetError, match="several sheets"):
        table.sheet_for("Ana Marija_1_file_/ana.py")


def test_a_number_in_a_longer_number_or_word_is_none() -> None:
    table = Assignment(students={("123",): ONE})
    for name in ("1234/a.py", "0123/a.py", "a123/a.py", "a.py"):
        with pytest.raises(NoSheetError, match="no sheet was set for this file"):
            table.sheet_for(name)


def test_a_file_with_the_names_of_two_students_is_nobodys_unless_they_have_one_sheet() -> None:
    table = Assignment(students={("ana",): ONE, ("ivo",): TWO, ("eva",): ONE})
    with pytest.raises(NoSheetError, match="several sheets were set for this file, by 'ana', 'ivo"):
        table.sheet_for("ana_1/ivo.py")
    assert table.sheet_for("ana_1/eva.py") is ONE


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("group-a/*", ["group-a/x.py", "group-a/b/c.py", "GROUP-A/x.py"]),
        ("group-a", ["group-a/x.py", "group-a/b/c.py"]),
        ("*_LATE_*", ["ana_late_1.py", "x/ana_LATE_1.py"]),
        ("submission.p?", ["x/submission.py"]),
        ("*ć*", [unicodedata.normalize("NFD", "anić/x.py")]),
    ],
)
def test_a_pattern_is_of_a_path_or_of_a_name_on_it(pattern: str, fits: list[str]) -> None:
    by_pattern = Assignment(((pattern, ONE),), others=TWO)
    assert [by_pattern.sheet_for(name) for name in fits] == [ONE] * len(fits)
    for name in ("group-b/x.py", "group-ab/x.py", "a/late.py", "x/submission.pyx"):
        assert by_pattern.sheet_for(name) is TWO


def test_what_is_named_comes_before_what_holds_for_all_and_two_names_are_refused() -> None:
    both = Assignment((("a*", ONE), ("*b.py", TWO)), {("eva",): THREE}, others=THREE)
    assert both.sheet_for("a.py") is ONE
    assert both.sheet_for("c.py") is THREE
    with pytest.raises(NoSheetError, match=r"by 'a\*', '\*b.py'; name it in a row of its own"):
        both.sheet_for("ab.py")
    with pytest.raises(NoSheetError, match=r"by 'eva', 'a\*'"):
        both.sheet_for("a/eva.py")


def test_students_without_a_file_are_named() -> None:
    table = Assignment(students={("ana",): ONE, ("ivo", "i"): TWO, ("eva",): ONE})
    assert table.without_a_file(["ana_1/a.py", "x.py", "Ivo_I.py"]) == ["eva"]


# -- what a lecturer writes ------------------------------------------------------------------------


@pytest.fixture
def sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two sheets in it, which is the current one."""
    for name, seed in (("a.py", "1"), ("b=2.py", "2")):
        sheet = draw_sheet(seed, ["conv1d-code"], "en")
        (tmp_path / name).write_text(script(sheet), encoding="utf-8")
    (tmp_path / "c.ipynb").write_text(
        notebook(draw_sheet("3", ["conv1d-code"], "pl"), "c.ipynb"), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def seeds(said: Assignment, *names: str) -> list[str]:
    return [said.sheet_for(name).seed for name in names]


def test_a_file_is_for_all_or_for_what_fits_its_pattern(sheets: Path) -> None:
    assert seeds(read_assignment(["a.py"]), "x.py", "y/z.ipynb") == ["1", "1"]
    said = read_assignment(["x*=b=2.py", "a.py", "y/*=c.ipynb"])
    assert seeds(said, "x.py", "y/z.ipynb", "z.py") == ["2", "3", "1"]
    assert seeds(read_assignment(["b=2.py"]), "x.py") == ["2"]
    assert said.sheet_for("y/z.py") == as_set(draw_sheet("3", ["conv1d-code"], "pl"))


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_is_read_as_spreadsheets_of_any_country_write_it(
    sheets: Path, between: str, mark: str
) -> None:
    rows = [
        ("Student", "seed", "problems", "language", "sheet", "file"),
        ("ana", "10", "conv1d-code:hard  cnn-table", "hr", "", ""),
        ("Ivo Ivić", "11", "", "", "", ""),
        ("", "", "", "", "", ""),
        ("eva", "", "", "", "a.py", ""),
        ("", "", "", "", "c.ipynb", "odd name*"),
    ]
    text = mark + "\r\n".join(between.join(row) for row in rows) + "\r\n"
    (sheets / "class.csv").write_bytes(text.encode())
    said = read_assignment(["class.csv"])
    names = ("ana_1/a.py", "ivo ivić_2.py", "eva.py", "odd name 4.py")
    assert seeds(said, *names) == ["10", "11", "1", "3"]
    assert said.sheet_for("ana.py") == SetSheet("10", "hr", None, ("conv1d-code:hard", "cnn-table"))
    assert said.sheet_for("Ivo_Ivić.py") == SetSheet("11", requests=DEFAULT_PROBLEMS)


def test_a_sheet_in_a_table_is_looked_for_beside_the_table(
    sheets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sheets / "class.csv").write_text("student,sheet\nana,a.py\n", encoding="utf-8")
    (sheets / "elsewhere").mkdir()
    monkeypatch.chdir(sheets / "elsewhere")
    assert seeds(read_assignment(["../class.csv"]), "ana.py") == ["1"]


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("", "the first line of the table has to name its columns, student .or file. and seed"),
        ("ana,7\n", "it is 'ana,7'"),
        ("student,mark\nana,7\n", "has to name its columns"),
        ("student,seed,note\nana,7,x\n", "there is no column 'note'; there are student, file, "),
        ("student,seed\nana,\n", "class.csv, line 2: a sheet or a seed was expected, one of both"),
        ("student,seed,sheet\nana,7,a.py\n", "line 2: a sheet or a seed was expected"),
        ("student,seed\n\n,7\n", "line 3: a student or a pattern of files was expected"),
        ("student,file,seed\nana,x*,7\n", "line 2: a student or a pattern of files was expected"),
        ("student,seed\n--,7\n", "line 2: '--' has no letter and no digit"),
        ("student,seed\nana,7\nAna!,8\n", "line 3: the student 'Ana!' is already in line 2"),
        ("student,sheet\nana,none.py\n", "line 2: no sheet can be set by none.py: .*no such file"),
        ("student,sheet\nana,class.csv\n", "no sheet can be set by class.csv: .*was expected"),
        ("student,sheet,language\nana,a.py,hr\n", "problems and language go with a seed"),
        ("student,seed,problems\nana,7,cnn-tabel\n", "line 2: there is no family 'cnn-tabel'"),
        ("student,seed,problems\nana,7,cnn-table:top\n", "line 2: there is no level 'top'"),
        ("student,seed,language\nana,7,de\n", "line 2: there are no sheets in 'de'"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_line(
    sheets: Path, table: str, says: str
) -> None:
    (sheets / "class.csv").write_text(table, encoding="utf-8")
    with pytest.raises(AssignmentError, match=says):
        read_assignment(["class.csv"])


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (["missing.py"], "no sheet can be set by missing.py: .*there is no such file"),
        (["x=missing.py"], "no sheet can be set by missing.py"),
        (["=a.py"], "=a.py: a pattern was expected before the '='"),
        (["missing.csv"], "missing.csv: the table cannot be read .No such file"),
        (["a.py", "c.ipynb"], "several sheets were set for all files; say for which each is"),
        (["other.py"], "no sheet can be set by other.py: other.py: this is no sheet of the grader"),
    ],
)
def test_a_sheet_that_cannot_be_set_is_refused(sheets: Path, said: list[str], says: str) -> None:
    (sheets / "other.py").write_text("x = 1", encoding="utf-8")
    with pytest.raises(AssignmentError, match=says):
        read_assignment(said)


def test_a_table_that_is_not_utf_8_is_refused(sheets: Path) -> None:
    (sheets / "class.csv").write_bytes("student,seed\nanić,7\n".encode("cp1250"))
    with pytest.raises(AssignmentError, match="the table is not UTF-8; save it as CSV UTF-8"):
        read_assignment(["class.csv"])
