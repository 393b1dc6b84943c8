"""Whose a file is, by its path and by its header, and which sheet it answers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

import pytest

from grader.course.claims import Said, Says
from grader.course.matching import Match, Matching
from grader.course.roster import Student, read_roster
from grader.sheet.issued import Claim
from tests.grader.course.courses import DEADLINE, HEAD, Course, drawn_course

ROSTER = """student,name,email
100,Ana Anić,aanic@uni.hr
1001,Bo Bee,bbee@uni.hr
5551,Čedo Đurić Horvat,
s7,"Novak, Eva",
a b,Ivo Ivić,
2,Di Eff,
ivan,Ivan Perić,
77123,Ivan Perić,
"""
TOML = HEAD + DEADLINE + '[[problem]]\nfamily = "equivariance"\nlevel = "easy"\n'


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = drawn_course(tmp_path_factory.mktemp("matching"), TOML, ROSTER)
    course.generate("--attempt", "2", "--student", "100", "--student", "1001")
    return course


@pytest.fixture(scope="module")
def matching(course: Course) -> Matching:
    return matching_of(course)


def matching_of(course: Course, students: Iterable[Student] | None = None) -> Matching:
    roster = tuple(students or read_roster(course.folder / "roster.csv"))
    return Matching(course.assignment, course.key, course.record, roster)


def claim(code: str, assignment: str = "hw3", revision: int = 1) -> Said:
    return Said(Claim(assignment, revision, code), frozenset([code]))


NOTHING = Said(Says.NOTHING)


# -- paths -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("Ana Anić_4242_assignsubmission_file_/hw3.py", "100"),
        ("Ana Anić_4242_assignsubmission_file/group a/hw3.py", "100"),
        ("Čedo Đurić Horvat_4242_assignsubmission_file_/hw3.py", "5551"),
        ("Eva Novak_12_assignsubmission_file_/hw3.py", "s7"),
        ("anićana_LATE_123456_7890_submission.py", "100"),
        ("anicana_123456_7890_hw3-1.py", "100"),
        ("horvatčedođurić_123456_7890_hw3.py", "5551"),
        ("cedo djuric horvat/hw3.py", None),
        ("cedo duric horvat/hw3.py", "5551"),
        ("submission_1001/hw3.py", "1001"),
        ("hw1-bbee/hw3.py", "1001"),
        ("hw3-aanic/submission.ipynb", "100"),
        ("aanic@uni.hr.py", "100"),
        ("100.py", "100"),
        ("A-B/hw3.py", "a b"),
        ("2/hw3.py", "2"),
        ("s7/a/b/c/hw3.zip", "s7"),
        ("anything/hw3.py", None),
    ],
)
def test_a_path_of_a_platform_names_its_student(
    matching: Matching, path: str, student: str | None
) -> None:
    assert matching.match(path, NOTHING).student == student
    assert matching.match(normalize("NFD", path), NOTHING).student == student


def test_an_id_within_a_longer_number_is_nobodys(matching: Matching) -> None:
    assert matching.students_in("submission_10012/hw3.py") == set()
    assert matching.students_in("x1001.py") == set()


@pytest.mark.parametrize("name", ["hw3-2.py", "hw3 (2).py", "lab 2/hw3.py", "Part 2 of 2/hw3.py"])
def test_a_short_id_is_not_found_in_numbers_that_files_have(matching: Matching, name: str) -> None:
    """`hw3-2.py` is what the sheet of a second attempt is called."""
    assert matching.students_in(f"ana anić/{name}") == {"100"}


@pytest.mark.parametrize(
    "path",
    [
        "Ana Anić_1001_assignsubmission_file_/hw3.py",
        "Ana Anić_5551_assignsubmission_file_hw3.py",
        "anicana_LATE_1001_5551_hw3.py",
    ],
)
def test_a_number_of_the_platform_that_is_somebodys_id_does_not_come_before_the_name(
    matching: Matching, course: Course, path: str
) -> None:
    found = matching.match(path, claim(course.code("100")))
    assert (found.student, found.sitting) == ("100", course.sitting("100"))
    assert matching.match(path, NOTHING).student == "100"


def test_a_number_of_the_platform_counts_where_the_path_names_nobody_else(
    matching: Matching, course: Course
) -> None:
    path = "Participant_1001_assignsubmission_file_/hw3.py"
    assert matching.match(path, NOTHING).student == "1001"
    assert matching.match(path, claim(course.code("1001"))).sitting == course.sitting("1001")


def test_such_a_number_and_the_sheet_of_another_are_left_to_the_lecturer(
    matching: Matching, course: Course
) -> None:
    path = "Somebody_1001_assignsubmission_file_/hw3.py"
    found = matching.match(path, claim(course.code("100")))
    assert found.student is None
    assert found.about == "its path names 1001, but its sheet is that of 100"


def test_two_of_one_name_are_told_apart_by_the_header_alone(
    matching: Matching, course: Course
) -> None:
    path = "Ivan Perić_4242_assignsubmission_file_/hw3.py"
    assert matching.match(path, claim(course.code("77123"))).student == "77123"
    assert matching.match(path, claim(course.code("ivan"))).student == "ivan"
    unknown = matching.match(path, NOTHING)
    assert unknown == Match(None, about="its path names 77123 or ivan, and it has no header")
    other = matching.match(path, claim(course.code("100")))
    assert other.about == "its path names 77123 or ivan, but its sheet is that of 100"


def test_a_path_that_names_several_is_nobodys(matching: Matching, course: Course) -> None:
    found = matching.match("ana anić/bo bee.py", claim(course.code("100")))
    assert found == Match(None, about="its path names several students: 100, 1001")


def test_a_name_with_and_without_marks_is_that_of_whom_it_is_written_so(course: Course) -> None:
    students = [*read_roster(course.folder / "roster.csv"), Student("300", "Ana Anic")]
    matching = matching_of(course, students)
    assert matching.students_in("Ana Anić/hw3.py") == {"100"}
    assert matching.students_in("Ana Anic/hw3.py") == {"300"}


def test_a_roster_without_names_is_matched_by_ids(course: Course) -> None:
    matching = matching_of(course, [Student("100"), Student("1001")])
    assert matching.students_in("Ana Anić_1001_assignsubmission_file_/a.py") == {"1001"}
    assert matching.match("x.py", claim(course.code("100"))).student == "100"


# -- headers ---------------------------------------------------------------------------------------


def refusal(match: Match) -> tuple[str | None, str | None]:
    assert match.sitting is None
    return (match.student, match.refusal.key if match.refusal else None)


def test_the_header_alone_tells_where_the_path_is_silent(
    matching: Matching, course: Course
) -> None:
    assert matching.match("x.py", claim(course.code("100", 2))) == Match(
        "100", course.sitting("100", 2)
    )


def test_a_sheet_handed_in_under_anothers_name_earns_nothing(
    matching: Matching, course: Course
) -> None:
    found = matching.match("bbee/hw3.py", claim(course.code("100")))
    assert refusal(found) == ("1001", "other-student")
    assert found.about == "handed in by 1001, but the sheet is that of 100"


def test_to_take_the_header_off_does_not_hide_whose_a_sheet_was(
    matching: Matching, course: Course
) -> None:
    said = Said(Says.NOTHING, frozenset([course.code("100")]))
    assert refusal(matching.match("bbee/hw3.py", said)) == ("1001", "other-student")


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (Said(Says.PRACTICE), "practice"),
        (Said(Says.SEVERAL), "several-sheets"),
        (claim("ABCD-EFGH", assignment="hw2"), "other-assignment"),
    ],
)
def test_what_answers_another_sheet_earns_nothing(matching: Matching, said: Said, key: str) -> None:
    assert refusal(matching.match("100/hw3.py", said)) == ("100", key)


@pytest.mark.parametrize("what", [Says.NOTHING, Says.DAMAGED])
def test_a_damaged_header_costs_nothing_since_the_code_stands_elsewhere(
    matching: Matching, course: Course, what: Says
) -> None:
    """Ana has two sheets; a tool has taken the header off the first one."""
    said = Said(what, frozenset([course.code("100")]))
    for path in ("100/hw3.py", "x.py"):
        found = matching.match(path, said)
        assert found.sitting == course.sitting("100", 1)
        assert found.about == f"{what.value}, but its code stands elsewhere in it"


def test_a_mistyped_code_costs_nothing(matching: Matching, course: Course) -> None:
    said = Said(Claim("hw3", 1, "ABCD-EFGH"), frozenset(["ABCD-EFGH", course.code("100")]))
    found = matching.match("100/hw3.py", said)
    assert found.sitting == course.sitting("100", 1)
    assert "the unknown code ABCD-EFGH" in found.about


def test_without_any_code_the_path_alone_tells_and_this_is_said(matching: Matching) -> None:
    found = matching.match("100/hw3.py", NOTHING)
    assert found.by_path_alone
    assert found.about == (
        "no header, so that the path alone tells whose it is; marked by the last of 2 sheets"
    )


def test_an_edited_revision_changes_nothing_and_is_said(matching: Matching, course: Course) -> None:
    found = matching.match("100/hw3.py", claim(course.code("100"), revision=7))
    assert found.sitting == course.sitting("100")
    assert found.about == "its header says hw3, revision 7"


def test_the_code_of_another_beside_the_own_one_is_said(matching: Matching, course: Course) -> None:
    own = course.code("100")
    said = Said(Claim("hw3", 1, own), frozenset([own, course.code("1001")]))
    assert matching.match("100/hw3.py", said).about == "the code of 1001 stands in it as well"


def test_what_nobody_can_be_told_of_is_unmatched(matching: Matching) -> None:
    found = matching.match("x.py", claim("ABCD-EFGH"))
    assert found == Match(
        None, about="its path names no student, and it has the unknown code ABCD-EFGH"
    )


def test_the_sheet_of_who_is_no_more_in_the_roster_is_unmatched(course: Course) -> None:
    students = read_roster(course.folder / "roster.csv")[1:]
    found = matching_of(course, students).match("x.py", claim(course.code("100")))
    assert found == Match(None, about="its sheet is that of 100, who is not in the roster")


def test_who_has_no_sheet_yet_is_told_so_to_the_lecturer(course: Course) -> None:
    students = [*read_roster(course.folder / "roster.csv"), Student("999", "Late Comer")]
    found = matching_of(course, students).match("Late Comer/hw3.py", NOTHING)
    assert refusal(found) == ("999", None)
    assert found.about == "no sheet of revision 1 was drawn for this student"


# -- what is no longer set -------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Course:
    return drawn_course(tmp_path / "own", TOML, ROSTER)


def test_a_sheet_of_an_older_revision_earns_nothing(own: Course) -> None:
    old = own.code("100")
    own.write(TOML.replace("revision = 1", "revision = 2"))
    own.generate("--force")
    found = matching_of(own).match("100/hw3.py", claim(old))
    assert refusal(found) == ("100", "other-revision")
    assert own.code("100") != old


def test_an_attempt_beyond_those_that_there_may_be_earns_nothing(own: Course) -> None:
    own.generate("--attempt", "2")
    code = own.code("100", 2)
    own.write(TOML.replace("attempts = 2", "attempts = 1"))
    found = matching_of(own).match("100/hw3.py", claim(code))
    assert refusal(found) == ("100", "over-attempt")
    own.write(
        TOML.replace("attempts = 2", "attempts = 1")
        + '[[extension]]\nstudent = "100"\nattempts = 2\n'
    )
    assert matching_of(own).match("100/hw3.py", claim(code)).sitting == own.sitting("100", 2)
