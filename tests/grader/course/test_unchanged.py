"""An assignment is changed with a new revision, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.course.key import Key
from grader.course.unchanged import ChangedError, require_unchanged
from tests.grader.course.courses import BY_HAND, DEADLINE, HEAD, Course, drawn_course

PARAMETERS = 'family = "equivariance"\nparameters = { x = [1, 2], w = [1] }\n'


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return drawn_course(tmp_path_factory.mktemp("unchanged"))


@pytest.fixture
def course(drawn: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(drawn.folder, tmp_path / "course"))


def check(course: Course, key: Key | None = None) -> None:
    require_unchanged(course.assignment, key or course.key, course.record)


def test_what_was_not_changed_is_taken(course: Course) -> None:
    check(course)


def test_points_titles_and_deadlines_may_be_changed(course: Course) -> None:
    text = HEAD.replace("Homework 3", "Third homework") + BY_HAND.replace(
        "points = 10", "points = 7"
    )
    course.write(text)
    check(course)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('level = "easy"', 'level = "hard"'),
        ('family = "equivariance"', 'family = "conv1d-compare"'),
        ('[[problem]]\nfamily = "equivariance"\nlevel = "easy"\n', ""),
        (BY_HAND, BY_HAND + BY_HAND),
    ],
)
def test_other_problems_need_a_new_revision_and_it_is_said_whom_that_affects(
    course: Course, was: str, now: str
) -> None:
    course.write(HEAD + DEADLINE + BY_HAND.replace(was, now))
    with pytest.raises(
        ChangedError, match="for 3 students; set them again as they were, or write revision = 2"
    ):
        check(course)


def test_other_parameters_need_a_new_revision_too(tmp_path: Path) -> None:
    set_alike = '[[problem]]\nfamily = "conv1d-hand"\nlevel = "easy"\n'
    course = drawn_course(tmp_path / "other", HEAD + set_alike)
    given = course.sheet("100").problems[0].variant.parameters
    course.write(HEAD + set_alike + f"parameters = {as_toml(given)}\n")
    with pytest.raises(ChangedError, match=r"problem 1 of assignment\.toml has other parameters"):
        check(course)


def test_parameters_that_were_given_to_all_may_not_be_taken_away(tmp_path: Path) -> None:
    set_alike = '[[problem]]\nfamily = "conv1d-hand"\nlevel = "easy"\n'
    first = drawn_course(tmp_path / "first", HEAD + set_alike)
    given = first.sheet("100").problems[0].variant.parameters
    course = drawn_course(
        tmp_path / "second", HEAD + set_alike + f"parameters = {as_toml(given)}\n"
    )
    check(course)
    course.write(HEAD + set_alike)
    with pytest.raises(ChangedError, match=r"problem 1 of assignment\.toml has other parameters"):
        check(course)


def as_toml(value: object) -> str:
    if isinstance(value, dict):
        pairs = (f"{key} = {as_toml(each)}" for key, each in value.items() if each is not None)
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, (int, float)) else f'"{value}"'


def test_another_key_is_refused_before_it_puts_other_codes_on_sheets(course: Course) -> None:
    with pytest.raises(ChangedError, match="the course key is not the one with which the sheets"):
        check(course, Key(b"another key, of 32 bytes as well"))


def test_a_family_that_is_gone_is_named(course: Course) -> None:
    text = course.variants.read_text(encoding="utf-8")
    course.variants.write_text(text.replace("conv1d-hand", "my-own"), encoding="utf-8")
    with pytest.raises(ChangedError, match="my-own"):
        check(course)


def test_a_new_revision_asks_for_nothing_of_the_old_one(course: Course) -> None:
    course.write(HEAD.replace("revision = 1", "revision = 2") + BY_HAND.replace("easy", "hard"))
    check(course)
