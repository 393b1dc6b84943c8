"""Find the mistake: what is wrong in a printed solution; values that were published wrong."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.marking.by_hand import mark_by_hand
from problems.derivation import Derivation
from problems.diagnosis import explaining_slips
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.find_the_mistake import rules
from problems.forms import exact
from problems.variant import example_variant
from reference.errors import ShapeError

KEY = "find-the-mistake"


def explained(key: str, example: str, blank: str, value: Any) -> tuple[str, ...]:
    """The mistakes that explain one wrong answer to a published example, all others being right."""
    variant = example_variant(key, example)
    (asked,) = (each for each in variant.working.asked if each.name == blank)
    others = {a.name: variant.truth[a.name] for a in variant.working.asked if a is not asked}
    return tuple(explaining_slips(Derivation(variant.working, others), asked, value))


def test_each_value_that_was_published_wrong_is_named_or_is_to_be_found() -> None:
    six = exact([0, 0, -4, 0, 0, 0])  # of SciPy, which gives seven
    assert explained("conv1d-compare", "lecture", "q2", six) == ("borders-left-out",)
    assert explained("layer-costs", "filters", "conv_params", 786_496) == ("maps-for-kernel",)
    moved = exact(range(9))
    assert "matrix-rows-moved-by-one" in explained("toeplitz", "lecture", "starts", moved)
    for example, printed in (
        ("border", 4),
        ("filters", 786_496),
        ("weights", 200_000_000_000),
        ("rounding", [16, 4, 3]),
    ):
        variant = example_variant(KEY, example)
        place = variant.truth["line" if "line" in variant.truth else "row"] - 1
        line = variant.parameters["printed"][place]
        assert line == printed or (example == "border" and line[2] == printed)
        assert variant.truth["right"] != printed


@pytest.mark.parametrize("level", LEVELS)
def test_one_line_alone_is_wrong_in_itself(level: Level) -> None:
    for seed in range(12):
        truth = draw_variant(KEY, level, str(seed)).truth
        if level == "hard":
            assert np.count_nonzero(truth["q"] != truth["z"]) == 1
        else:
            count = sum(name.startswith("p") for name in truth)
            wrong = [n for n in range(1, count + 1) if truth[f"c{n}"] != truth[f"p{n}"]]
            assert wrong == [truth["line"]]
            assert truth["result"] != truth[f"p{count}"]


def test_who_puts_the_mistake_right_wrongly_still_earns_what_follows() -> None:
    working = draw_variant(KEY, "standard", "3").working
    truth = draw_variant(KEY, "standard", "3").truth
    off = {"line": truth["line"], "right": truth["right"] + 1, "result": truth["result"] + 1}
    earned = {field.name: field.score for field in mark_by_hand(working, off)}
    assert earned == {"line": 1, "right": 0, "result": 3}


@pytest.mark.parametrize(
    ("right", "named"),
    [
        (210, ("lines-counted-from-zero",)),
        (200, ("lines-counted-from-zero",)),  # without biases: the line that is meant was found
        (140_820, ()),  # of the line that was told, which is right
    ],
)
def test_a_line_is_counted_from_zero_only_if_what_stands_there_was_found(
    right: int, named: tuple[str, ...]
) -> None:
    working = draw_variant(KEY, "standard", "5470").working
    result = 1216 + 2320 + (35_220 + right if named else right + 220)
    first, *_ = mark_by_hand(working, {"line": 3, "right": right, "result": result})
    assert (first.slips, first.score) == (named, 0)


def test_who_leaves_the_last_line_as_it_is_printed_is_told() -> None:
    variant = draw_variant(KEY, "easy", "0")
    printed = variant.truth["p3"]
    (asked,) = (each for each in variant.working.asked if each.name == "result")
    others = {a.name: variant.truth[a.name] for a in variant.working.asked if a is not asked}
    before = Derivation(variant.working, others)
    assert "result-not-renewed" in explaining_slips(before, asked, printed)


def test_a_solution_without_a_mistake_and_a_map_of_another_size_are_refused() -> None:
    with pytest.raises(ShapeError, match="a wrong line is needed, but all 2 are right"):
        rules.wrong_line((1, 2), (1, 2))
    with pytest.raises(ShapeError, match="a map with a wrong cell is needed, but all cells"):
        rules.wrong_row([[1]], [[1]])
    with pytest.raises(
        ShapeError, match=r"map of shape \(1, 1\) is needed, but its shape is \(1, 2\)"
    ):
        rules.wrong_row([[1]], [[1, 2]])
    with pytest.raises(ShapeError, match=r"where the kernel lies on the map, but \(2, 1\) came"):
        rules.cell_of_map([[1, 2]], [[1]], 2, 1)
    with pytest.raises(ShapeError, match="lines are needed, but there is none"):
        rules.total_of_lines(())
