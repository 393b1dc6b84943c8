"""Backpropagation by hand: the published example with its two ties, and drawn ones by autograd."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import log
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

from grader.answers.answer import NoValue
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.conv2d_backprop.family import FAMILY
from problems.conv2d_backprop.proposal import Grid, flaws, in_one_row
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.forms import exact
from problems.rules.convolution import CORRELATE_2D
from problems.rules.softmax import NEGATIVE_LOG_LIKELIHOOD
from problems.rules.tensors import COMPONENT
from problems.stream import Stream
from problems.variant import Variant, example_variant, slip_shows
from reference.errors import ShapeError

SEEDS = range(8)
HALF = Fraction(1, 2)
BLANK = NoValue(Outcome.UNANSWERED, Remark("blank"))


@pytest.fixture(scope="module", params=LEVELS)
def drawn(request: pytest.FixtureRequest) -> list[Variant]:
    level: Level = request.param
    return [draw_variant("conv2d-backprop", level, f"backprop {seed}") for seed in SEEDS]


@pytest.fixture
def lecture() -> Variant:
    return example_variant("conv2d-backprop", "lecture")


def floats(value: Any) -> Any:
    return np.asarray(np.asarray(value, dtype=object), dtype=np.float64)


def by_autograd(p: Mapping[str, Any]) -> dict[str, Any]:
    """Every value of the exercise, worked out by PyTorch in float64."""

    def leaf(value: Any) -> torch.Tensor:
        return torch.tensor(value, dtype=torch.float64, requires_grad=True)

    x, w1, w2, weights = leaf(p["x"]), leaf(p["w1"]), leaf(p["w2"]), leaf(p["W"])

    def branch(kernel: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        q = functional.conv2d(x[None, None], kernel[None, None])[0, 0]
        return q, functional.relu(q)

    (q1, r1), (q2, r2) = branch(w1), branch(w2)
    h = torch.stack([r1.max(), r2.max()])
    s = weights @ h
    prob = functional.softmax(s, dim=0)
    loss = functional.cross_entropy(s[None], torch.tensor([p["y"] - 1]))
    values = {"q1": q1, "q2": q2, "r1": r1, "r2": r2, "h": h, "s": s, "p": prob, "L": loss}
    of = {"ds": s, "dW": weights, "dh": h, "dr1": r1, "dr2": r2, "dq1": q1, "dq2": q2}
    of |= {"dw1": w1, "dw2": w2, "dx": x}
    gradients = dict(zip(of, torch.autograd.grad(loss, list(of.values())), strict=True))
    rate = float(Fraction(p["rate"]))
    new = {f"{n}_new": w - rate * gradients[f"d{n}"] for n, w in (("w1", w1), ("w2", w2))}
    h_new = torch.stack([branch(new["w1_new"])[1].max(), branch(new["w2_new"])[1].max()])
    every = {**values, **gradients, **new, "h_new": h_new}
    return {name: value.detach().numpy() for name, value in every.items()}


def marked(variant: Variant, answers: Mapping[str, Any]) -> dict[str, FieldResult]:
    """The fields for some answers; what is not among them is left blank."""
    every = {asked.name: answers.get(asked.name, BLANK) for asked in variant.working.asked}
    return {field.name: field for field in mark_by_hand(variant.working, every)}


def one_cell(rows: int, row: int, column: int, value: Any) -> Any:
    cells = exact([[0] * rows for _ in range(rows)])
    cells[row, column] = value
    return cells


# -- the published example -------------------------------------------------------------------------


def test_the_published_values_come_out(lecture: Variant) -> None:
    truth = lecture.truth
    assert truth["L"] == pytest.approx(log(2), abs=1e-15)
    # HR2: dw1 has 0.5 at (2, 2) and (3, 3), dw2 the same with -0.5, and all else is 0
    dw1 = exact([[0, 0, 0], [0, HALF, 0], [0, 0, HALF]])
    assert (truth["dw1"] == dw1).all()
    assert (truth["dw2"] == -dw1).all()
    assert truth["p"].tolist() == [HALF, HALF]
    assert truth["ds"].tolist() == [HALF, -HALF]


def test_the_published_loss_is_ln_2_in_symbols_too(lecture: Variant) -> None:
    assert str(lecture.working.solve_in_symbols()["L"]) == "log(2)"


def test_both_published_maps_have_a_tie_in_their_maximum(lecture: Variant) -> None:
    for name in ("r1", "r2"):
        r = lecture.truth[name]
        assert [tuple(map(int, at)) for at in np.argwhere(r == r.max())] == [(0, 0), (1, 1)]


SPLITS = [
    (1, 0),
    (0, 1),
    (HALF, HALF),
    (Fraction(1, 3), Fraction(2, 3)),
    (Fraction(9, 10), Fraction(1, 10)),
]


@pytest.mark.parametrize("first", SPLITS)
@pytest.mark.parametrize("second", SPLITS)
def test_either_cell_and_any_split_of_a_tie_is_right_and_so_is_what_follows(
    lecture: Variant, first: tuple[Any, Any], second: tuple[Any, Any]
) -> None:
    choice = {
        "dr1": one_cell(2, 0, 0, first[0] * HALF) + one_cell(2, 1, 1, first[1] * HALF),
        "dr2": -one_cell(2, 0, 0, second[0] * HALF) - one_cell(2, 1, 1, second[1] * HALF),
    }
    fields = marked(lecture, lecture.working.solve(fixed=choice))
    assert {field.outcome for field in fields.values()} == {Outcome.CORRECT}
    assert all(field.score == field.max_score for field in fields.values())


def test_what_follows_from_the_other_cell_is_what_the_choice_gives(lecture: Variant) -> None:
    # By hand: with the cell (2, 2) the kernel's gradient is half of the lower right of x.
    values = lecture.working.solve(fixed={"dr1": one_cell(2, 1, 1, HALF)})
    assert (values["dw1"] == exact([[HALF, 0, 0], [0, HALF, 0], [0, 0, 0]])).all()
    assert (values["dw2"] == lecture.truth["dw2"]).all()


def test_a_gradient_that_does_not_add_up_at_a_tie_is_wrong(lecture: Variant) -> None:
    for cells in (
        one_cell(2, 0, 0, HALF) + one_cell(2, 1, 1, HALF),  # the whole gradient to each
        one_cell(2, 0, 0, Fraction(1, 4)),  # half of it lost
        one_cell(2, 0, 0, 1) - one_cell(2, 1, 1, HALF),  # more than there is
        one_cell(2, 0, 1, HALF),  # not a maximum
    ):
        fields = marked(lecture, {**lecture.truth, "dr1": cells})
        assert fields["dr1"].score < fields["dr1"].max_score
        assert fields["dr1"].outcome in (Outcome.WRONG, Outcome.SLIP)


def test_the_whole_gradient_to_each_tie_is_named(lecture: Variant) -> None:
    answers = lecture.working.with_slip("max-gradient-to-every-tie")
    both = one_cell(2, 0, 0, HALF) + one_cell(2, 1, 1, HALF)
    assert (answers["dr1"] == both).all()
    assert (answers["dr2"] == -both).all()
    fields = marked(lecture, answers)
    several = ("max-gradient-to-every-positive-cell", "max-gradient-to-every-tie")
    assert fields["dr1"].slips == fields["dr2"].slips == several  # all positive cells are maxima
    assert sum(f.max_score - f.score for f in fields.values()) == fields["dr1"].max_score


def test_what_follows_must_follow_from_ones_own_choice(lecture: Variant) -> None:
    other = lecture.working.solve(fixed={"dr1": one_cell(2, 1, 1, HALF)})
    mixed = {**lecture.truth, "dr1": other["dr1"]}  # dq1, dw1 still from the first cell
    fields = marked(lecture, mixed)
    assert fields["dr1"].outcome is Outcome.CORRECT
    assert fields["dq1"].score < fields["dq1"].max_score


@pytest.mark.parametrize("place", [(0, 0), (1, 1)])
def test_a_choice_that_was_left_blank_is_settled_by_what_follows(
    lecture: Variant, place: tuple[int, int]
) -> None:
    values = lecture.working.solve(fixed={"dr1": one_cell(2, *place, HALF)})
    answers = {name: values[name] for name in values if name not in ("dr1", "dq1")}
    fields = marked(lecture, answers)
    assert fields["dr1"].outcome is fields["dq1"].outcome is Outcome.UNANSWERED
    answered = [field for name, field in fields.items() if name not in ("dr1", "dq1")]
    assert {field.outcome for field in answered} == {Outcome.CORRECT}


def test_a_choice_that_was_settled_by_one_answer_holds_for_the_next(lecture: Variant) -> None:
    # dw1 from the second cell settles the tie; the input's gradient from the first does not fit it.
    second = lecture.working.solve(fixed={"dr1": one_cell(2, 1, 1, HALF)})
    assert (second["dx"] != lecture.truth["dx"]).any()
    answers = {**second, "dr1": BLANK, "dq1": BLANK}
    assert marked(lecture, answers)["dx"].outcome is Outcome.CORRECT
    fields = marked(lecture, {**answers, "dx": lecture.truth["dx"]})
    assert fields["dw1"].outcome is Outcome.CORRECT
    assert fields["dx"].outcome is not Outcome.CORRECT


# -- drawn variants --------------------------------------------------------------------------------


def test_every_value_and_every_gradient_is_that_of_autograd(drawn: list[Variant]) -> None:
    for variant in drawn:
        expected = by_autograd(variant.parameters)
        asked = {one.name for one in variant.working.asked}
        assert asked == set(expected)
        for name, value in expected.items():
            np.testing.assert_allclose(
                floats(variant.truth[name]), value, atol=1e-12, err_msg=f"{variant.seed} {name}"
            )


def test_exact_symbols_have_the_values_of_the_decimals(drawn: list[Variant]) -> None:
    for variant in drawn:
        symbols = variant.working.solve_in_symbols()
        assert set(symbols) == set(variant.truth)
        for name, value in variant.truth.items():
            assert np.shape(symbols[name]) == np.shape(value)
            np.testing.assert_allclose(floats(symbols[name]), floats(value), atol=1e-12)


def test_two_cells_that_are_equal_only_in_value_have_a_maximum_in_symbols() -> None:
    # After the step both are 3, written in different ways: SymPy does not say which is larger.
    p = {
        "x": [[3, 1, 2, 2, 1], [2, 1, 1, 2, 1], [1, 0, 2, 0, 3], [0, 1, 0, 2, 2], [2, 2, 1, 2, 1]],
        "w1": [[0, 0, 0], [0, -1, 0], [-1, 1, 0]],
        "w2": [[-1, 0, 0], [0, 2, 0], [0, 1, 0]],
        **{"W": [[0, 2], [-1, 2]], "y": 1, "rate": "1/10", "exact": False},
    }
    variant = Variant(FAMILY, "hard", "s19", p)
    symbols = variant.working.solve_in_symbols()
    np.testing.assert_allclose(floats(symbols["h_new"]), floats(variant.truth["h_new"]), atol=1e-12)


def test_no_drawn_variant_is_degenerate(drawn: list[Variant]) -> None:
    for variant in drawn:
        values = by_autograd(variant.parameters)
        for q in (values["q1"], values["q2"]):
            assert not (q == 0).any(), "a pre-activation is 0"
            assert (q > 0).any(), "no unit is on"
            assert (q < 0).any(), "no unit is off"
            assert (q == q.max()).sum() == 1, "a maximum is tied"
        assert (np.abs(values["dh"]) > 0).all(), "a branch gets no gradient"
        assert (values["p"] > 0.06).all(), "softmax is saturated"


def test_softmax_has_to_be_worked_out_at_every_level(drawn: list[Variant]) -> None:
    for variant in drawn:
        assert 1 <= np.ptp(by_autograd(variant.parameters)["s"]) <= 2
        classes = len(variant.parameters["W"])
        assert classes == (2 if variant.level == "easy" else 3)
        fields = marked(variant, {"p": np.full(classes, 1 / classes), "L": log(classes)})
        assert [fields[name].score for name in ("p", "L")] == [0, 0]


def test_softmax_without_the_exponential_costs_one_mark_and_is_named(drawn: list[Variant]) -> None:
    for variant in drawn:
        answers = variant.working.with_slip("softmax-without-exponential")
        fields = marked(variant, answers)
        told = {"softmax-without-exponential"}
        if sorted(variant.truth["s"]) == [1, 2]:  # whose shares are those of 2 to the 1 and the 2
            told.add("softmax-of-base-two")
        assert set(fields["p"].slips) == told
        assert sum(f.max_score - f.score for f in fields.values()) == 1


def test_a_loss_that_follows_from_logits_that_came_out_equal_keeps_its_mark() -> None:
    for seed in range(10):
        variant = draw_variant("conv2d-backprop", "easy", f"equal {seed}")
        difference = np.subtract(*variant.parameters["W"])
        h = exact([[int(difference[1]), -int(difference[0])]])[0]  # wrong, and both logits equal
        own = variant.working.solve(fixed={"h": h})
        assert own["s"][0] == own["s"][1]
        later_ones = {name: own[name] for name in ("h", "s", "p", "L")}
        fields = marked(variant, {**variant.truth, **later_ones})
        assert fields["h"].score == 0
        later = [fields[name].outcome for name in ("s", "p", "L")]
        assert later == [Outcome.FOLLOW_THROUGH] * 3, variant.seed


def test_a_kernel_gradient_by_convolution_is_told_from_one_that_is_flipped(
    drawn: list[Variant],
) -> None:
    # By PyTorch: convolution, in place of cross-correlation, turns what slides over the input.
    told = set()
    for variant in drawn:
        values = by_autograd(variant.parameters)
        x, dq = torch.tensor(variant.parameters["x"]).double(), torch.tensor(values["dq1"])
        turned = functional.conv2d(x[None, None], dq.flip(0, 1)[None, None])[0, 0].numpy()
        answers = {**variant.truth, "dw1": turned}
        told.add(marked(variant, answers)["dw1"].slips)
    assert ("output-gradient-flipped",) in told
    # With the maximum in the last corner of a 2 x 2 map, windows that are centred give it as well.
    as_centred = ("output-gradient-flipped", "windows-centred")
    assert told <= {("output-gradient-flipped",), as_centred, ()}


@pytest.mark.parametrize("level", LEVELS)
def test_a_wrong_class_is_told_from_a_sign_turned(level: Level) -> None:
    for seed in range(12):
        variant = draw_variant("conv2d-backprop", level, f"class {seed}")
        if variant.parameters["y"] == len(variant.parameters["W"]):
            continue  # there is no class beyond the last one
        if np.argmax(variant.truth["p"]) == variant.parameters["y"]:
            continue  # the class beyond is the most probable one, which may be taken as well
        for key in ("class-counted-from-zero", "logits-gradient-sign-turned"):
            assert marked(variant, at_logits(variant, key))["ds"].slips == (key,)
        return
    pytest.fail("no variant has a class beyond the true one")


def at_logits(variant: Variant, key: str) -> Mapping[str, Any]:
    """The values of a student who makes a slip in the gradient by the logits and nowhere else."""
    return variant.working.solve(swap=lambda step: step.slip(key) if step.name == "ds" else None)


@pytest.mark.parametrize(("rows", "columns"), [(4, 4), (5, 6)])
def test_the_maps_that_a_draw_looks_at_are_those_of_the_exercise(rows: int, columns: int) -> None:
    stream = Stream("maps", "test")
    for _ in range(20):
        x = stream.matrix(rows, columns, (0, 1, 2, 3))
        kernel = stream.matrix(3, 3, (-1, 0, 1, 2))
        q = CORRELATE_2D({"x": exact(x), "w": exact(kernel)})
        grid, entries = Grid.of(x), in_one_row(kernel)
        assert (np.reshape(grid.map(entries), q.shape) == q).all()
        assert grid.largest(entries) == q.max()
        assert grid.is_plain(entries) == (
            (q != 0).all() and (q < 0).any() and (q > 0).any() and (q == q.max()).sum() == 1
        )


def test_numbers_can_be_carried_by_hand(drawn: list[Variant]) -> None:
    for variant in drawn:
        p = variant.parameters
        assert np.shape(p["x"]) == ((5, 5) if variant.level == "hard" else (4, 4))
        assert {cell for row in p["x"] for cell in row} <= {0, 1, 2, 3}
        for kernel in (p["w1"], p["w2"]):
            entries = [cell for row in kernel for cell in row if cell]
            assert len(entries) == (2 if variant.level == "easy" else 5)
            assert min(entries) < 0 < max(entries)
        assert 1 <= p["y"] <= len(p["W"])
        assert np.abs(by_autograd(p)["q1"]).max() <= 18


def test_the_core_slips_show_on_every_variant(drawn: list[Variant]) -> None:
    for variant in drawn:
        for key in FAMILY.core[variant.level]:
            assert slip_shows(variant, key), (variant.seed, key)


def is_flawed(parameters: Any) -> bool:
    return any(True for _ in flaws(parameters))


def test_a_tie_a_zero_and_a_flat_map_are_flaws(lecture: Variant) -> None:
    assert is_flawed(lecture.parameters)
    good: Any = draw_variant("conv2d-backprop", "standard", "sound").parameters
    assert not is_flawed(good)
    zero: Any = {**good, "w1": [[0, 0, 0], [0, 0, 0], [0, 0, 0]]}
    all_on: Any = {**good, "w1": [[1, 1, 1], [1, 1, 1], [1, 1, 1]]}
    equal_rows: Any = {**good, "W": [[1, 1]] * len(good["W"])}  # no gradient comes down
    assert is_flawed(zero)
    assert is_flawed(all_on)
    assert is_flawed(equal_rows)


@pytest.mark.parametrize(
    ("row", "plain"),
    [
        ([3, -1, 2, 1], True),
        ([3, -1, 3, 1], False),  # a tie
        ([3, -1, 0, 1], False),  # a cell at 0
        ([3, 1, 4, 2], False),  # no unit is off
        ([-3, -1, -4, -2], False),  # no unit is on
    ],
)
def test_a_plain_map_has_one_maximum_and_units_on_and_off(row: list[int], plain: bool) -> None:
    above, below = [cell + 4 for cell in row], [4] * len(row)
    grid = Grid.of([[*cells, 0, 0] for cells in (above, below, below)])
    difference = [1, 0, 0, -1, 0, 0, 0, 0, 0]
    assert grid.map(difference) == row
    assert grid.is_plain(difference) is plain


def test_a_vector_too_short_for_the_class_has_no_such_component() -> None:
    short = {"vector": np.array([3, 5]), "index": 2, "p": np.array([0.25, 0.75]), "y": 2}
    probability = next(
        slip for slip in NEGATIVE_LOG_LIKELIHOOD.slips if slip.key == "probability-for-loss"
    )
    for function in (COMPONENT, probability):
        with pytest.raises(ShapeError, match="a number at index 2 is needed, but one of 2 came"):
            function(short)


def test_one_slip_costs_one_mark_and_what_follows_keeps_its_marks(drawn: list[Variant]) -> None:
    for variant in drawn[:3]:
        answers = variant.working.solve(
            swap=lambda step: step.slip("one-hot-forgotten") if step.name == "ds" else None
        )
        fields = marked(variant, answers)
        assert fields["ds"].slips == ("one-hot-forgotten",)
        assert fields["ds"].score == 0
        later = [fields[name] for name in ("dW", "dh", "dr1", "dq1", "dw1", "dx", "w1_new")]
        assert {field.outcome for field in later} <= {Outcome.FOLLOW_THROUGH, Outcome.CORRECT}
        assert sum(f.max_score - f.score for f in fields.values()) == fields["ds"].max_score
