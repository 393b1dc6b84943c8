"""Pooling by hand: published values, conventions where they show, each mistake, sound levels."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers.outcome import Outcome
from grader.certification.statements import same_value
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from problems.catalogue import folder
from problems.drawing import draw_variant, reasons_against
from problems.family import LEVELS, SOUND, Level
from problems.forms import Reasoned, exact
from problems.pooling_hand import rules, second
from problems.pooling_hand.family import FAMILY, draw
from problems.pooling_hand.judgement import judge
from problems.rule import NotApplicableError, Rule
from problems.stream import Stream
from problems.variant import Variant, example_variant
from reference.errors import ShapeError
from reference.geometry import PoolWindow
from reference.global_pooling import global_mean

KEY = "pooling-hand"
F = Fraction
seeds = st.integers(0, 10**6).map(str)
levels = st.sampled_from(LEVELS)

X = exact([[1, -2, 3, 0], [-5, 4, 2, -9], [6, 8, -3, 7]])
"""A map of 3 × 4 on which nearly every mistake shows."""


def wrong(rule: Rule, key: str, **inputs: Any) -> Any:
    """What one slip of a rule gives, as plain lists."""
    (slip,) = (slip for slip in rule.slips if slip.key == key)
    value = slip(inputs)
    return value.tolist() if isinstance(value, np.ndarray) else value


def marked(variant: Variant, **answers: Any) -> dict[str, FieldResult]:
    """The fields of a variant, answered right but for some answers."""
    values = {asked.name: variant.truth[asked.name] for asked in variant.working.asked}
    fields = mark_by_hand(variant.working, {**values, **answers}, folder=folder(KEY))
    return {field.name: field for field in fields}


# -- published values ------------------------------------------------------------------------------


def test_the_lecture_pools_1_to_6_by_2_to_2_4_6() -> None:
    example = example_variant(KEY, "lecture")
    assert example.truth["v_max"].tolist() == [2, 4, 6]
    assert [asked.name for asked in example.working.asked] == ["v_max"]


# -- conventions, on inputs where they show --------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "dropped"),
    [(8, 3, 3, 1, True), (6, 3, 3, 1, False), (9, 2, 2, 1, True), (32, 1, 2, 0, True)],
)
def test_a_last_window_that_begins_after_the_input_is_dropped(
    size: int, kernel: int, stride: int, padding: int, dropped: bool
) -> None:
    window = PoolWindow(kernel, stride, padding, ceil_mode=True)
    right = rules.POOL_SHAPE_UP({"in_shape": (3, size, 5), "window": window})
    kept = wrong(rules.POOL_SHAPE_UP, "last-window-kept", in_shape=(3, size, 5), window=window)
    assert kept[1] - right[1] == dropped


def test_a_window_with_nothing_but_padding_and_negative_cells_has_the_largest_of_these() -> None:
    x, window = exact([[-3, -1, -7], [-5, -2, -4]]), PoolWindow(2, 2, 1)
    assert rules.MAX_OF_PADDED_MAPS({"x": x, "window": window}).tolist() == [[-3, -1], [-5, -2]]


def test_whether_the_padding_counts_in_a_mean_shows_at_the_border_and_not_inside() -> None:
    x = exact([[4, 6, 2, 1], [8, 1, 3, 5], [7, 2, 9, 0]])
    inputs = {"x": x, "kernel": 2, "stride": 2, "padding": 1}
    counted = rules.MEAN_WITH_PADDING({**inputs, "count_include_pad": True})
    inside = rules.MEAN_WITHOUT_PADDING({**inputs, "count_include_pad": False})
    assert counted.tolist() == [[1, 2, F(1, 4)], [F(15, 4), F(15, 4), F(5, 4)]]
    assert inside.tolist() == [[4, 4, 1], [F(15, 2), F(15, 4), F(5, 2)]]


def test_regions_of_a_grid_overlap_where_it_does_not_divide_the_size() -> None:
    x = exact([[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]])
    assert rules.adaptive_max_pool2d(x, 2).tolist() == [[2, 4], [7, 9]]
    assert rules.adaptive_mean_pool2d(x, 3).tolist() == [
        [F(1, 2), 2, F(7, 2)],
        [3, F(9, 2), 6],
        [F(11, 2), 7, F(17, 2)],
    ]


def test_the_largest_of_a_row_stay_in_their_order_and_of_equal_ones_the_first_are_taken() -> None:
    assert rules.k_max([[4, 9, -1, 9, 6], [3, 2, 2, 5, 2]], 3).tolist() == [[9, 9, 6], [3, 2, 5]]


def test_a_tie_matters_to_k_max_only_where_one_of_the_equal_values_is_left_out() -> None:
    assert rules.tie_at_k([[7, 7, 1, 0]], 2) is None
    assert rules.tie_at_k([[7, 5, 5, 0]], 2) == "tie"
    assert rules.tie_at_k([[5, 5]], 2) is None


def test_one_cell_that_is_the_largest_of_most_windows_makes_no_good_exercise() -> None:
    window = PoolWindow(2, 1)
    assert rules.MAX_OF_MAPS.degeneracy({"x": exact([[1, 2, 0], [3, 9, 4]]), "window": window})
    assert not rules.MAX_OF_MAPS.degeneracy({"x": exact([[9, 2, 0], [3, 1, 4]]), "window": window})


@pytest.mark.parametrize(
    ("call", "needed"),
    [
        (lambda: rules.max_across_maps([[1, 2]]), r"\(C, H, W\) are needed.*\(1, 2\)"),
        (lambda: rules.k_max([1, 2, 3], 4), r"rows of 4 values.*\(3,\)"),
        (lambda: rules.k_max([1, 2, 3], 0), r"rows of 0 values"),
        (lambda: rules.adaptive_max_pool2d([1, 2, 3], 2), r"maps and a grid.*\(3,\)"),
        (lambda: rules.vector_still_fits((1, 4, 4), (1, 5, 5)), "a grid or a kernel"),
    ],
)
def test_what_cannot_be_pooled_is_refused_with_what_was_needed_and_what_came(
    call: Any, needed: str
) -> None:
    with pytest.raises(ShapeError, match=needed):
        call()


# -- mistakes, each on a small example worked out by hand ------------------------------------------

ROW = {"x": exact([5, -7, 2, 4]), "kernel": 2, "stride": 2}
MAP = {"x": X, "kernel": 2, "stride": 1}
PADDED = {"x": -abs(X), "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": True}
MEANS = {"x": X, "kernel": 2, "stride": 2, "padding": 1}
MAPS = {"x": exact([[[1, 2], [3, -9]], [[0, 5], [-4, 4]]])}
GRID = {"x": exact([[1, 5, 3, 2, 9], [4, 0, 7, 6, 8]]), "grid": 2}
SEQUENCE = {"x": exact([[3, -8, 6, 4, 1, 5]]), "k": 3}


@pytest.mark.parametrize(
    ("rule", "key", "inputs", "value"),
    [
        (rules.MAX_OF_ROWS, "mean-for-max", ROW, [-1, 3]),
        (rules.MAX_OF_ROWS, "sum-for-max", ROW, [-2, 6]),
        (rules.MAX_OF_ROWS, "largest-magnitude", ROW, [-7, 4]),
        (rules.MAX_OF_ROWS, "pooling-with-stride-one", ROW, [5, 2, 4]),
        (rules.MAX_OF_ROWS, "global-for-local", ROW, 5),
        (rules.MAX_OF_MAPS, "stride-is-kernel", MAP, [[4, 3]]),
        (rules.MAX_OF_MAPS, "kernel-is-stride", MAP, X.tolist()),
        (rules.MAX_OF_MAPS, "rows-and-columns-swapped", MAP, [[4, 8], [4, 8], [3, 7]]),
        (rules.MAX_OF_MAPS, "rounded-up", {**MAP, "stride": 2}, [[4, 3], [8, 7]]),
        (rules.MAX_ROUNDED_UP, "rounded-down", {**MAP, "stride": 2, "ceil_mode": True}, [[4, 3]]),
        (rules.MAX_OF_PADDED_MAPS, "padding-as-zeros", PADDED, [[0, 0], [0, 0]]),
        (rules.MAX_OF_PADDED_MAPS, "padding-forgotten", PADDED, [[-1, 0]]),
        (rules.MEAN_OF_ROWS, "max-for-mean", ROW, [5, 4]),
        (rules.MEAN_OF_ROWS, "sum-for-mean", ROW, [-2, 6]),
        (rules.GLOBAL_MAX, "largest-magnitude", MAPS, [-9, 5]),
        (rules.GLOBAL_MAX, "maps-mixed", MAPS, 5),
        (rules.GLOBAL_MEAN, "maps-mixed", MAPS, F(1, 4)),
        (rules.GLOBAL_MEAN, "across-for-global", MAPS, [[F(1, 2), F(7, 2)], [F(-1, 2), F(-5, 2)]]),
        (rules.ACROSS_MAX, "global-for-across", MAPS, [3, 5]),
        (rules.ACROSS_MAX, "rows-for-maps", MAPS, [[3, 2], [0, 5]]),
        (rules.ACROSS_MAX, "largest-magnitude", MAPS, [[1, 5], [-4, -9]]),
        (rules.K_MAX, "k-max-sorted", SEQUENCE, [[6, 5, 4]]),
        (rules.K_MAX, "k-max-by-magnitude", SEQUENCE, [[-8, 6, 5]]),
        (rules.K_MAX, "k-max-of-parts", SEQUENCE, [[3, 6, 5]]),
        (rules.K_MAX, "first-k-taken", SEQUENCE, [[3, -8, 6]]),
        (rules.ADAPTIVE_MAX, "region-end-rounded-down", GRID, [[5, 9], [4, 8]]),
        (rules.ADAPTIVE_MEAN, "region-end-rounded-down", GRID, [[3, F(14, 3)], [2, 7]]),
        (rules.ADAPTIVE_MEAN, "region-start-rounded-up", GRID, [[3, F(11, 2)], [F(11, 3), 7]]),
        (rules.ADAPTIVE_MEAN, "regions-of-equal-size", GRID, [[3, F(5, 2)], [2, F(13, 2)]]),
        (rules.ADAPTIVE_MAX, "grid-is-kernel", GRID, [[5, 7]]),
        (rules.ADAPTIVE_MAX, "rows-and-columns-swapped", GRID, [[5, 7], [9, 8]]),
    ],
)
def test_a_mistake_gives_what_a_person_who_makes_it_gets(
    rule: Rule, key: str, inputs: dict[str, Any], value: Any
) -> None:
    assert wrong(rule, key, **inputs) == value


def test_a_window_that_should_be_dropped_is_kept_with_a_zero() -> None:
    x = exact([[5, 3, 1], [2, 4, 6]])
    inputs = {"x": x, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": True}
    assert rules.MAX_OF_PADDED_MAPS(inputs).tolist() == [[5, 3], [2, 6]]
    assert wrong(rules.MAX_OF_PADDED_MAPS, "last-window-kept", **inputs) == [[5, 3, 0], [2, 6, 0]]


@pytest.mark.parametrize("counted", [True, False])
def test_the_padding_of_a_mean_is_counted_where_it_should_not_be_and_the_other_way_round(
    counted: bool,
) -> None:
    rule = rules.MEAN_OF_MAPS
    inputs = {**MEANS, "count_include_pad": counted}
    key = "padding-not-counted-in-mean" if counted else "padding-counted-in-mean"
    assert wrong(rule, key, **inputs) == rule({**MEANS, "count_include_pad": not counted}).tolist()


def test_a_sum_has_all_cells_of_a_window_that_reaches_beyond_the_padding() -> None:
    inputs = {**PADDED, "x": X, "count_include_pad": False}
    assert wrong(rules.MEAN_OF_MAPS, "sum-for-mean", **inputs) == [[-2, -4], [14, 4]]


def test_maps_are_mixed_only_where_there_are_several() -> None:
    with pytest.raises(NotApplicableError, match="no others"):
        wrong(rules.MAX_OF_MAPS, "maps-mixed", **MAP)
    with pytest.raises(NotApplicableError, match="one map only"):
        wrong(rules.GLOBAL_MEAN, "maps-mixed", x=X)
    both = {"x": np.stack([X, -X]), "kernel": 2, "stride": 2}
    assert wrong(rules.MAX_OF_MAPS, "maps-mixed", **both) == [[5, 9]]


def test_a_mistake_about_a_convolution_cannot_be_made_with_another_layer() -> None:
    assert wrong(rules.MORE_PARAMETERS, "weights-of-every-place", follows="conv").option == "yes"
    with pytest.raises(NotApplicableError, match="another layer"):
        wrong(rules.MORE_PARAMETERS, "weights-of-every-place", follows="flatten")


# -- the second statements, with each mistake planted as a mutant ----------------------------------

maps = st.tuples(st.integers(1, 3), st.integers(2, 7), st.integers(2, 7)).flatmap(
    lambda shape: st.lists(
        st.integers(-9, 9), min_size=int(np.prod(shape)), max_size=int(np.prod(shape))
    ).map(lambda cells: exact(cells).reshape(shape))
)


@given(maps, st.integers(1, 8))
def test_both_statements_agree_on_maps_of_any_size(x: Any, number: int) -> None:
    assert same_value(rules.max_across_maps(x), second.max_across_maps(x))
    for name in ("adaptive_max_pool2d", "adaptive_mean_pool2d"):
        assert same_value(getattr(rules, name)(x, number), getattr(second, name)(x, number))
    k = min(number, x.shape[-1])
    assert same_value(rules.k_max(x, k), second.k_max(x, k))


OF_THIRDS = [[-12, 5, 8, 2, 6], [4, 0, 7, 6, 3], [1, 11, 5, 9, 2], [3, 2, 6, 4, 10]]
"""A map whose regions differ in size from one another, of a grid of 3 by 3."""


@pytest.mark.parametrize(
    ("rule", "inputs"),
    [
        (rules.ACROSS_MAX, MAPS),
        (rules.K_MAX, SEQUENCE),
        (rules.ADAPTIVE_MAX, {"x": exact(OF_THIRDS), "grid": 3}),
        (rules.ADAPTIVE_MEAN, {"x": exact(OF_THIRDS), "grid": 3}),
    ],
)
def test_a_second_statement_catches_each_mistake_that_is_planted_in_the_first(
    rule: Rule, inputs: dict[str, Any]
) -> None:
    expected = getattr(second, rule.function.__name__)(**inputs)
    assert same_value(rule(inputs), expected)
    below = {**inputs, "x": inputs["x"] - 20}  # where all is negative, so that a 0 shows
    for slip in rule.slips:
        given = below if slip.key == "maxima-clipped-at-zero" else inputs
        right = getattr(second, rule.function.__name__)(**given)
        assert not same_value(slip(given), right), slip.key


@pytest.mark.parametrize("shift", [-1, 0, 1])
def test_an_edge_of_a_region_that_is_off_by_one_is_caught(shift: int) -> None:
    def edges(size: int, grid: int) -> list[tuple[int, int]]:
        *first, (start, end) = rules._edges(size, grid)
        return [*first, (start + shift, end)]

    x = exact([[9, 1, 2, 3, 4], [8, 7, 6, 5, 0], [2, 3, 1, 9, 4]])
    planted = rules._over_grid(x, 2, global_mean, edges)
    assert same_value(planted, second.adaptive_mean_pool2d(x, 2)) == (shift == 0)


# -- levels ----------------------------------------------------------------------------------------


@given(seeds, levels)
def test_a_level_asks_for_what_it_is_about(seed: str, level: Level) -> None:
    variant = draw_variant(KEY, level, seed)
    names = {asked.name for asked in variant.working.asked}
    assert 8 <= len(names) <= 14
    assert ("params" in names) == (level == "easy")
    assert ({"x_across", "t_kmax", "more"} <= names) == (level == "standard")
    assert ({"x_down", "x_up", "x_padded", "fits"} <= names) == (level == "hard")
    left_open = {asked.name for asked in variant.working.asked if not asked.size_told}
    assert left_open == ({"x_down", "x_up", "x_padded"} if level == "hard" else set())


@given(seeds)
def test_the_means_of_the_easy_level_are_carried_in_the_head(seed: str) -> None:
    truth = draw_variant(KEY, "easy", seed).truth
    means = [*truth["x_mean"].flat, truth["x_global_mean"]]
    assert all(F(mean).denominator <= 2 for mean in means)


@given(seeds)
def test_at_the_hard_level_rounding_shows_and_one_window_is_dropped(seed: str) -> None:
    variant = draw_variant(KEY, "hard", seed)
    truth, cells = variant.truth, np.shape(variant.parameters["inputs"][0]["cells"])
    assert cells in ((5, 6), (6, 5))
    assert truth["x_down"].shape == (2, 2)
    assert truth["x_up"].shape == truth["x_padded"].shape == ((2, 3) if cells == (5, 6) else (3, 2))
    kept = variant.core["last-window-kept"]
    assert sum(kept["shape"]) == sum(truth["shape"]) + 1
    assert kept["x_padded"].shape == (3, 3)


@pytest.mark.parametrize("level", LEVELS)
def test_what_rejects_most_proposals_is_found_before_they_are_worked_out(level: Level) -> None:
    # `tests/problems/test_drawing.py` sees that nothing is judged otherwise than it would be.
    stream = Stream("judged", level)
    for _ in range(60):
        p = draw(stream, level)
        reason = judge(p, level)
        if reason is None:
            reason = next(reasons_against(Variant(FAMILY, level, "judged", p)), SOUND)
            assert "in most windows" not in reason
            assert "padding-as-zeros" not in reason


def test_every_answer_and_reason_that_can_be_right_is_right_on_some_variant() -> None:
    asked: tuple[tuple[Level, str, set[str]], ...] = (
        ("standard", "more", {"weight-per-value", "weights-shared", "value-per-map"}),
        ("hard", "fits", {"fixed-grid", "other-length", "remainder-dropped"}),
    )
    for level, name, reasons in asked:
        found = [draw_variant(KEY, level, str(seed)).truth[name] for seed in range(60)]
        assert {each.reason for each in found} == reasons
        assert 15 <= sum(each.option == "yes" for each in found) <= 45


# -- marks -----------------------------------------------------------------------------------------


def test_a_wrong_size_is_called_wrong_without_the_right_one() -> None:
    variant = example_variant(KEY, "borders")
    field = marked(variant, x_padded=exact([[1, 3], [6, 5]]))["x_padded"]
    assert (field.outcome, field.score) == (Outcome.WRONG, 0)
    assert "3" not in "".join(str(remark) for remark in field.remarks)


def test_a_field_that_ignores_the_pooling_is_named_and_carried_forward() -> None:
    fields = marked(example_variant(KEY, "borders"), rf=14, rf_next=14 + 2 * 12)
    assert fields["rf"].slips == ("pooling-does-not-widen",)
    assert fields["rf_next"].outcome is Outcome.FOLLOW_THROUGH


@pytest.mark.parametrize(
    ("answer", "slip"),
    [
        (Reasoned("no", "other-length"), "remainder-overlooked"),
        (Reasoned("yes", "no-parameters"), "pooling-fits-any-size"),
        (Reasoned("yes", "weights-shared"), "fully-connected-shared"),
    ],
)
def test_a_right_answer_for_a_wrong_reason_earns_nothing_and_is_told_why(
    answer: Reasoned, slip: str
) -> None:
    field = marked(example_variant(KEY, "borders"), fits=answer)["fits"]
    assert (field.score, field.slips) == (0, (slip,))


def test_one_number_for_a_whole_map_is_known_as_global_pooling() -> None:
    variant = draw_variant(KEY, "easy", "3")
    field = marked(variant, x_max=variant.truth["x_global_max"])["x_max"]
    assert field.slips == ("global-for-local",)
