"""An edited header is told from the sheet that its seed draws, and an older sheet from both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.sheet import drawn
from grader.sheet.drawn import AsDrawn, as_drawn, example_of, worst_of
from grader.sheet.header import header_lines, read_header
from grader.sheet.sheet import Problem, Sheet, draw_sheet, requested_variant
from problems.catalogue import family, family_keys
from problems.drawing import MOST_PROPOSALS, Drawn, draw
from problems.family import LEVELS, Level
from problems.variant import Variant

EASY = requested_variant("conv1d-code:easy", "7")
FORMAT_1 = Path(__file__).parents[1] / "sheets_of_format_1"


@pytest.fixture(autouse=True)
def nothing_is_known_from_other_tests() -> Iterator[None]:
    drawn._drawn.cache_clear()
    drawn._draw.cache_clear()
    yield
    drawn._drawn.cache_clear()
    drawn._draw.cache_clear()


def through_a_header(sheet: Sheet) -> Sheet:
    return read_header("\n".join(header_lines(sheet)))


def of(*problems: Problem, seed: str = "7") -> list[AsDrawn]:
    """What the problems of a sheet are, once it has come back as a file."""
    return [*as_drawn(through_a_header(Sheet(seed, "en", problems))).values()]


def drawn_problem(request: str, seed: str = "7", key: str = "1") -> Problem:
    return Problem(key, requested_variant(request, seed))


@pytest.mark.parametrize("key", family_keys())
def test_what_was_drawn_is_as_drawn_before_and_after_it_is_a_file(key: str) -> None:
    examples = [f"{key}@{name}" for name in family(key).examples]
    requests = [*(f"{key}:{level}" for level in LEVELS), key, key, f"{key}:hard", *examples]
    sheet = draw_sheet("3", requests, "pl")
    for each in (sheet, through_a_header(sheet)):
        assert set(as_drawn(each).values()) == {AsDrawn.YES}
    assert [example_of(problem) for problem in through_a_header(sheet).problems] == [
        *[None] * 6,
        *family(key).examples,
    ]


@pytest.mark.parametrize("key", family_keys())
def test_the_parameters_of_another_level_or_seed_are_not_as_drawn(key: str) -> None:
    hard = requested_variant(f"{key}:hard", "7")
    own = json.dumps(hard.parameters)
    others = [requested_variant(f"{key}:easy", str(seed)) for seed in range(9)]
    other = next(each for each in others if json.dumps(each.parameters) != own)
    forged = Variant(hard.family, "hard", "7", other.parameters)
    assert of(Problem("1", forged)) == [AsDrawn.NO]


def test_the_easiest_parameters_under_the_label_hard_are_not_as_drawn() -> None:
    one, two = drawn_problem("cnn-table:hard"), Variant(EASY.family, "hard", "7", EASY.parameters)
    assert of(one, Problem("2", two)) == [AsDrawn.YES, AsDrawn.NO]


@pytest.mark.parametrize("seed", ["8", "7/2", "7/1", "70", "example lecture", ""])
def test_a_problem_drawn_from_a_seed_that_is_not_the_sheets_is_not_as_drawn(seed: str) -> None:
    assert of(drawn_problem("conv1d-code:hard", seed)) == [AsDrawn.NO]


def test_the_second_of_a_kind_may_have_the_second_seed_and_no_third() -> None:
    kind = "conv1d-code:hard"
    first, second = drawn_problem(kind), drawn_problem(kind, "7/2", "2")
    third = drawn_problem(kind, "7/3", "2")
    assert of(first, second) == [AsDrawn.YES, AsDrawn.YES]
    assert of(first, third) == [AsDrawn.YES, AsDrawn.NO]


def test_a_published_example_is_one_by_its_parameters_and_not_by_its_name() -> None:
    hard = requested_variant("conv1d-code:hard", "7")
    other = replace(hard, seed="example lecture", level="standard")
    assert example_of(Problem("1", other)) is None
    assert of(Problem("1", other)) == [AsDrawn.NO]


def test_an_older_or_newer_draw_says_so_by_its_number_and_is_no_forgery() -> None:
    other = Variant(EASY.family, "hard", "7", EASY.parameters)
    version = EASY.family.draw_version
    for number, word in (
        (0, AsDrawn.OLDER),
        (version - 1, AsDrawn.OLDER),
        (version, AsDrawn.NO),
        (version + 1, AsDrawn.NEWER),
    ):
        assert of(Problem("1", other, number)) == [word]
        assert of(Problem("1", replace(other, seed="8"), number)) == [AsDrawn.NO]


def test_an_older_sheet_that_is_drawn_alike_today_is_as_drawn() -> None:
    assert of(Problem("1", EASY, 0)) == [AsDrawn.YES]


@pytest.mark.parametrize("path", sorted(FORMAT_1.glob("*.py")), ids=lambda path: path.stem)
def test_no_sheet_that_was_handed_out_in_format_1_is_called_forged(path: Path) -> None:
    sheet = read_header(path.read_text(encoding="utf-8"))
    assert {problem.draw_version for problem in sheet.problems} == {0}
    assert set(as_drawn(sheet).values()) <= {AsDrawn.YES, AsDrawn.OLDER}


def test_a_header_keeps_the_number_of_the_draw_of_its_problems() -> None:
    sheet = Sheet("7", "en", (drawn_problem("conv1d-code"), Problem("2", EASY, 0)))
    again = through_a_header(sheet)
    assert [problem.draw_version for problem in again.problems] == [EASY.family.draw_version, 0]
    assert header_lines(again) == header_lines(sheet)


def test_what_the_sheet_is_as_a_whole_is_the_worst_that_is_known() -> None:
    assert worst_of([]) is AsDrawn.YES
    assert worst_of([AsDrawn.YES, AsDrawn.OLDER]) is AsDrawn.OLDER
    assert worst_of([AsDrawn.OLDER, AsDrawn.UNCHECKED, AsDrawn.NEWER]) is AsDrawn.UNCHECKED
    assert worst_of([AsDrawn.UNCHECKED, AsDrawn.NO, AsDrawn.YES]) is AsDrawn.NO
    assert [each.verdict for each in AsDrawn] == [True, False, None, None, None, None]


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is drawn, as it is drawn."""
    made: list[str] = []

    def counted(key: str, level: Level, seed: str) -> Drawn:
        made.append(f"{key}:{level} {seed}")
        return draw(key, level, seed)

    monkeypatch.setattr("grader.sheet.drawn.draw", counted)
    return made


def test_a_draw_is_paid_once_for_all_who_have_the_same_sheet(draws: list[str]) -> None:
    sheet = draw_sheet("7", ["conv1d-code", "cnn-table"], "en")
    for _ in range(30):
        as_drawn(through_a_header(sheet))
    assert draws == ["conv1d-code:standard 7", "cnn-table:standard 7"]


def test_what_is_looked_at_is_bounded_over_the_sheet_and_not_by_what_is_known(
    monkeypatch: pytest.MonkeyPatch, draws: list[str]
) -> None:
    hard = [drawn_problem("conv2d-backprop:hard", key=str(key)) for key in range(1, 7)]
    each = draw("conv2d-backprop", "hard", "7").rejected.total() + 1
    monkeypatch.setattr(drawn, "MOST_PROPOSALS_OF_SHEET", 3 * each - 1)
    for _ in range(2):  # the second time all are known
        assert of(*hard) == [AsDrawn.YES] * 3 + [AsDrawn.UNCHECKED] * 3
    assert len(draws) == 1


def test_a_draw_that_comes_to_nothing_counts_as_all_that_it_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    impossible = replace(family("conv1d-code"), flaws=lambda parameters: iter(["never"]))
    monkeypatch.setattr("problems.drawing.family", lambda key: impossible)
    assert drawn._drawn("conv1d-code", "hard", "7") == (None, MOST_PROPOSALS)
    sheet = Sheet("7", "en", (Problem("1", EASY),))
    assert as_drawn(sheet) == {"1": AsDrawn.NO}


def damaged(number: Any) -> str:
    """A header whose checksum fits, with something else for the number of the draw."""
    lines = header_lines(Sheet("7", "en", (Problem("1", EASY),)))[:-1]
    lines = [line.replace('"draw": 1', f'"draw": {json.dumps(number)}') for line in lines]
    checksum = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    return "\n".join([*lines, f"# grader-checksum: {checksum}"])


@pytest.mark.parametrize("number", [-1, 10_000, 1.0, True, "1", None, [1]])
def test_a_number_that_no_draw_has_is_damage(number: Any) -> None:
    with pytest.raises(ValueError, match="cannot have been drawn by any version"):
        read_header(damaged(number))
