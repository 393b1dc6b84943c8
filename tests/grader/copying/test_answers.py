"""Wrong answers that are right for a classmate, in a class of which all is known."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest

from grader.copying.answers import AnswerFlag, SharedAnswers, differences, shared_answers
from grader.course.counting import Standing
from grader.course.roster import Student
from problems.catalogue import family
from problems.variant import Variant
from tests.grader.copying.classes import Class, drawn_class

Answers = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def marked_class(tmp_path_factory: pytest.TempPathFactory) -> Class:
    folder = tmp_path_factory.mktemp("copying") / "hw3"
    return drawn_class(folder, ["cnn-table:easy", "conv1d-hand"], students=30)


@pytest.fixture(scope="module")
def honest(marked_class: Class) -> dict[str, Answers]:
    chance = random.Random(5)
    return {each.id: marked_class.honest(each.id, chance) for each in marked_class.students}


def flags(marked_class: Class, answers: Mapping[str, Answers]) -> SharedAnswers:
    standings = [marked_class.marked(each, answers[each.id]) for each in marked_class.students]
    return shared_answers(marked_class.assignment, marked_class.record, standings)


def pairs(found: SharedAnswers) -> list[tuple[str, str]]:
    return [(flag.student, flag.classmate) for flag in found.flags]


def test_honest_mistakes_are_not_flagged(marked_class: Class, honest: dict[str, Answers]) -> None:
    found = flags(marked_class, honest)
    assert found.flags == ()
    assert found.by_chance > 0
    assert found.students == 30


def test_who_copies_a_problem_is_flagged_with_whom_it_is_from_and_no_other(
    marked_class: Class, honest: dict[str, Answers]
) -> None:
    copied = {**honest["s0003"], "2": marked_class.right("s0011")["2"]}
    found = flags(marked_class, {**honest, "s0003": copied})
    assert pairs(found) == [("s0003", "s0011")]
    (flag,) = found.flags
    assert flag.chance <= flag.in_class < 0.05
    assert {each.problem for each in flag.answers if each.chance is not None} == {"2"}
    assert all((each.chance is None) == bool(each.why) for each in flag.answers)


def test_nothing_of_any_mark_changes(marked_class: Class, honest: dict[str, Answers]) -> None:
    copied = {**honest["s0003"], "2": marked_class.right("s0011")["2"]}
    before = marked_class.marked(marked_class.students[3], copied)
    after = marked_class.marked(marked_class.students[3], copied)
    assert before.counted is not None
    assert after.counted is not None
    shared_answers(marked_class.assignment, marked_class.record, [before])
    assert before.counted.data == after.counted.data


def test_a_known_mistake_that_gives_the_value_is_no_evidence(marked_class: Class) -> None:
    """All answers of one mistake, carried through: they are named, whomever they are right for."""
    every = {each.id: marked_class.right(each.id) for each in marked_class.students}
    for student in marked_class.students:
        working = marked_class.variants(student.id)["2"].working
        made = working.with_slip("last-output-missing")
        own = every[student.id]
        own["2"] = {name: made.get(name, value) for name, value in own["2"].items()}
    assert flags(marked_class, every).flags == ()


def test_common_values_are_no_evidence(marked_class: Class) -> None:
    """A whole class answers 0 everywhere."""
    every = {
        each.id: {
            key: {name: value * 0 for name, value in values.items()} if key == "2" else dict(values)
            for key, values in marked_class.right(each.id).items()
        }
        for each in marked_class.students
    }
    assert flags(marked_class, every).flags == ()


def test_the_files_that_are_missing_are_passed_over(marked_class: Class) -> None:
    found = shared_answers(
        marked_class.assignment, marked_class.record, [Standing(Student("s0001"))]
    )
    assert (found.flags, found.by_chance) == ((), 0)


def test_the_answer_that_was_cut_off_is_passed_over(
    marked_class: Class, honest: dict[str, Answers]
) -> None:
    standing = marked_class.marked(marked_class.students[3], honest["s0003"])
    assert standing.counted is not None
    assert standing.counted.data is not None
    for problem in standing.counted.data["problems"]:
        for field in problem["fields"]:
            field["read"] = f"{field['read']}, 1…"
    found = shared_answers(marked_class.assignment, marked_class.record, [standing])
    assert found.flags == ()


def test_variants_differ_in_their_numbers_one_by_one() -> None:
    def variant(**parameters: Any) -> Variant:
        return Variant(family("conv1d-hand"), "easy", "1", parameters)

    assert differences(variant(x=[1, 2], k=3), variant(x=[1, 2], k=3)) == 0
    assert differences(variant(x=[1, 2], k=3), variant(x=[1, 5], k=4)) == 2
    assert differences(variant(x=[1, 2]), variant(x=[1, 2, 3])) == 1


def test_flags_are_ranked_with_the_least_likely_first(
    marked_class: Class, honest: dict[str, Answers]
) -> None:
    both = {
        **honest,
        "s0003": {**honest["s0003"], "2": marked_class.right("s0011")["2"]},
        "s0020": marked_class.right("s0021"),
    }
    found = flags(marked_class, both)
    assert ("s0020", "s0021") in pairs(found)
    assert ("s0003", "s0011") in pairs(found)
    chances = [flag.chance for flag in found.flags]
    assert chances == sorted(chances)
    assert all(isinstance(flag, AnswerFlag) for flag in found.flags)
