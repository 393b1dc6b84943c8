"""A roster says who is set a sheet; whatever is wrong with one is told with its line."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.roster import (
    RosterError,
    Student,
    comparable,
    folder_name,
    read_roster,
    require_languages,
)

CLASS = """\
\ufeffStudent;Name;E-mail;Language;Group
0036512345;"Anić; Ana";ana@example.org;hr;A

 0036512346 ; Ćurić Žana ;;HR + en;B
x-7;;;;
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "roster.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_roster_is_read_with_all_of_its_columns(tmp_path: Path) -> None:
    ana, zana, last = read_roster(written(tmp_path, CLASS))
    assert (ana.id, ana.name, ana.languages, ana.line) == ("0036512345", "Anić; Ana", ("hr",), 2)
    assert dict(ana.others) == {"e-mail": "ana@example.org", "group": "A"}
    assert (zana.id, zana.name, zana.languages) == ("0036512346", "Ćurić Žana", ("hr", "en"))
    assert (last.id, last.name, last.languages, last.line) == ("x-7", "", (), 5)


@pytest.mark.parametrize("column", ["student", "ID", "Login", "username", "JMBAG"])
def test_the_column_of_ids_has_one_of_a_few_names(tmp_path: Path, column: str) -> None:
    (one,) = read_roster(written(tmp_path, f"name,{column}\nAna,007\n"))
    assert (one.id, one.name, dict(one.others)) == ("007", "Ana", {})


def test_the_first_name_of_the_list_is_the_column_if_there_are_two(tmp_path: Path) -> None:
    (one,) = read_roster(written(tmp_path, "id,student\n12,ana\n"))
    assert (one.id, dict(one.others)) == ("ana", {"id": "12"})


def test_ids_are_composed_as_they_are_on_every_system(tmp_path: Path) -> None:
    (one,) = read_roster(written(tmp_path, unicodedata.normalize("NFD", "student\nšimić\n")))
    assert one.id == "šimić"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "",
            r"roster\.csv: the file is empty; the names of the columns were expected in its first",
        ),
        ("student,name\n", r"roster\.csv: a student was expected below the line with the names"),
        ("name,mail\nAna,x\n", "line 1: a column of ids was expected, named `student` .or id, log"),
        ("name,studnet\nAna,x\n", "the columns are name, studnet; is `studnet` it?"),
        ("\nname,\nAna,x\n", r"line 2: a column of ids .* are name, \(no name\)"),
        (
            "student,name,Name\na,b,c\n",
            "line 1: there are two columns `name`; rename or delete one",
        ),
        (
            "student,name\na,A\n,B\n",
            "line 3: an id was expected in the column `student`, but it is",
        ),
        (
            "jmbag,name\n\n , B\n",
            "line 3: an id was expected in the column `jmbag`, but it is empty",
        ),
        (
            "student\na\nb\n\nA\n",
            "line 5: the student 'A' is already in line 2; give every student",
        ),
        ("student\nŠime\n" + unicodedata.normalize("NFD", "šime"), "line 3: .* already in line 2"),
        ("student\n../\n", "line 2: an id has a letter or a digit, but '../' came"),
        (
            f"student\n{'a' * 61}\n",
            "line 2: an id of at most 60 characters was expected, but 'aaaaaa",
        ),
        (
            'student\n"a\nb"\n',
            r"line 2: an id of letters, digits and signs was expected, but 'a\\nb'",
        ),
        ("student\na\u200bb\n", r"line 2: an id of letters, digits and signs .*'a\\u200bb' came"),
        (
            'student,name\na,"x\ny"\n',
            "line 2: a name in one line of at most 200 characters was exp",
        ),
        (
            "student,language\na,de\n",
            "line 2: a language of sheets was expected, en, hr, pl, ru or",
        ),
        ("student,language\na,hr+\n", r"or two such as hr\+en, but 'hr\+' came"),
        ("student,language\na,hr+en+pl\n", r"or two such as hr\+en, but 'hr\+en\+pl' came"),
        (
            "student,language\na,hr+HR\n",
            r"line 2: two languages were expected, but 'hr\+HR' has one",
        ),
        ("student,name\na,b,c\n", "line 2: 2 cells were expected, as in the first row, but 3 came"),
        (
            'student\na\n"b\nc\n',
            "line 3: the quotation mark that a cell in line 3 begins with is nev",
        ),
        (b"student\n\xe6\n", "line 2: the table is not UTF-8; save it as CSV UTF-8"),
    ],
)
def test_a_roster_that_cannot_be_used_is_refused_with_its_line(
    tmp_path: Path, text: str | bytes, says: str
) -> None:
    with pytest.raises(RosterError, match=says):
        read_roster(written(tmp_path, text))


def test_a_student_whose_language_the_assignment_lacks_is_told_with_the_line(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, CLASS)
    students = read_roster(path)
    require_languages(students, ("en", "hr"), path)
    with pytest.raises(
        RosterError,
        match=r"roster\.csv, line 4: 0036512346 is to get sheets in en, but the assignment is set "
        "in hr, pl; add en to its languages, or change this row",
    ):
        require_languages(students, ("hr", "pl"), path)


# -- folders ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("student", "folder"),
    [
        ("0036512345", "0036512345"),
        ("Šimić", "Šimić"),
        ("ana.anic@example.org", "ana.anic@example.org"),
        ("a b", "a b"),
        ("1/2", "1%2F2"),
        ("a\\b:c", "a%5Cb%3Ac"),
        ("../a", "%2E.%2Fa"),
        (".a", "%2Ea"),
        ("a.", "a%2E"),
        ("100%", "100%25"),
        ("CON", "%43ON"),
        ("nul.txt", "%6Eul.txt"),
        ("com1 .x", "%63om1 .x"),
        ("COM¹", "%43OM¹"),
        ("console", "console"),
        ('a*?<>|"', "a%2A%3F%3C%3E%7C%22"),
    ],
)
def test_a_folder_is_named_after_an_id_on_every_system(student: str, folder: str) -> None:
    assert folder_name(Student(student)) == folder


KEPT_BY_WINDOWS = {
    *("con", "prn", "aux", "nul", "conin$", "conout$"),
    *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"),
}
kept = st.sampled_from(sorted(KEPT_BY_WINDOWS))
ids = (
    st.text(
        st.one_of(st.sampled_from("aA1. /\\:%*?ćĆ"), st.characters(exclude_categories=("C", "Z"))),
        min_size=1,
        max_size=60,
    )
    .map(lambda text: unicodedata.normalize("NFC", text).strip()[:60].strip())
    .filter(lambda text: text.isprintable() and any(map(str.isalnum, text)))
)


@given(ids | kept | st.builds("{}.{}".format, kept, st.sampled_from("ab")) | kept.map(str.upper))
def test_every_folder_is_one_name_that_can_be_made(student: str) -> None:
    name = folder_name(Student(student))
    assert not set(name) & set('/\\:*?"<>|')
    assert name[0] != "." and name[-1] not in ". "
    assert name.partition(".")[0].rstrip().casefold() not in KEPT_BY_WINDOWS
    assert len(PureWindowsPath(name).parts) == 1
    assert len(name.encode()) <= 255


@given(ids, ids)
def test_different_students_have_different_folders_whatever_the_capitals(
    one: str, other: str
) -> None:
    if comparable(one) != comparable(other):
        assert folder_name(Student(one)).casefold() != folder_name(Student(other)).casefold()
