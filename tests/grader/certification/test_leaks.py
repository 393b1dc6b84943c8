"""A number that is always the answer, and was not drawn, gives the answer away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.certification import leaks
from grader.certification.fault import Kind
from grader.certification.specimen import Specimen
from problems.catalogue import family
from tests.grader.certification.specimens import PLAIN

TABLE = family("cnn-table")


def specimen(answer: str, stated: str, given: str = "") -> Specimen:
    return replace(
        PLAIN,
        sequences={"blank": tuple(answer.split())},
        numbers=tuple(stated.split()),
        given=tuple(given.split()),
    )


def is_leaked(*specimens: Specimen) -> bool:
    found = list(leaks.faults_over(TABLE, specimens))
    assert {fault.kind for fault in found} <= {Kind.LEAK}
    return bool(found)


def test_an_answer_that_always_stands_in_one_place_is_leaked() -> None:
    assert is_leaked(*(specimen(f"{n}", f"4 {n} 8") for n in range(10)))
    assert is_leaked(*(specimen(f"{n} {n + 1}", f"4 {n} {n + 1} 8") for n in range(10)))


@pytest.mark.parametrize(
    "specimens",
    [
        [specimen(f"{n}", f"4 {n + 1} 8") for n in range(10)],  # another number
        [specimen(f"{n}", f"{n} 4 8" if n else "4 8 1") for n in range(10)],  # not always
        [specimen("7", "4 7 8") for _ in range(10)],  # one that never changes is there by chance
        [specimen(f"{n}", f"4 {n} 8", given=f"3 {n}") for n in range(10)],  # it was drawn
        [specimen(f"{n}", f"4 {n} 8") for n in range(7)],  # too few
        [specimen(f"{n}", f"{n} 5" if n % 2 else f"5 {n} 5") for n in range(10)],  # by chance
    ],
)
def test_an_answer_that_is_there_for_another_reason_is_not(specimens: list[Specimen]) -> None:
    assert not is_leaked(*specimens)


def test_where_the_statement_varies_only_a_telling_answer_is_leaked() -> None:
    moved = [specimen(f"12{n} 7", f"12{n} 7 5" if n % 2 else f"5 5 12{n} 7") for n in range(10)]
    assert is_leaked(*moved)


MODEL = '''
def conv1d(vector, kernel):
    """1D convolution."""
    kernel = np.flip(kernel)  # it is flipped
    span = len(kernel)
    return out
'''


@pytest.mark.parametrize(
    "unread",
    [
        "# kernel = np.flip(kernel)  # it is flipped",
        "#     kernel=np.flip( kernel ) # it is flipped",
        '"""Do this.\n\n    >>> kernel = np.flip(kernel)  # it is flipped\n    """',
    ],
)
def test_a_line_of_the_program_in_an_unread_part_of_the_frame_is_given_away(unread: str) -> None:
    frame = f"def conv1d(vector, kernel):\n    {unread}\n    ...\n"
    assert list(leaks.lines_given_away(frame, MODEL)) == [
        "kernel = np.flip(kernel)  # it is flipped"
    ]


@pytest.mark.parametrize("unread", ["# return out", "# def conv1d", '"""1D convolution."""'])
def test_what_says_nothing_of_the_program_is_not(unread: str) -> None:
    frame = f"def conv1d(vector, kernel):\n    {unread}\n    ...\n"
    assert list(leaks.lines_given_away(frame, MODEL)) == []


def test_code_of_the_frame_is_there_for_all() -> None:
    assert list(leaks.lines_given_away(MODEL, MODEL)) == []
