"""A convolution with stride, backwards: both ways agree, and the counts are what they say."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from grader.certification.submissions import marked_in_place
from grader.marking.by_hand import mark_by_hand
from problems.catalogue import folder
from problems.drawing import draw_variant
from problems.family import Level
from problems.forms import exact
from problems.quantity import Step
from problems.sentences import Language
from problems.strided_backprop import rules
from problems.texts import render_block
from problems.variant import example_variant
from reference.convolution import convolve1d, correlate1d_input_gradient
from reference.errors import ShapeError
from reference.geometry import Geometry

W = exact([2, -1, 3, 1])
DQ = exact([4, -3, 5])


@pytest.mark.parametrize(("stride", "left_over"), list(product((2, 3), (0, 1))))
def test_embedded_kernels_and_zeros_between_give_the_same_gradient(
    stride: int, left_over: int
) -> None:
    shape = (2 * stride + 4 + left_over,)
    rows = rules.embedded_kernels(DQ, W, shape, stride)
    wide = rules.pad_spread(rules.spread(DQ, stride), 4, 0, shape)
    right = correlate1d_input_gradient(DQ, W, shape[0], Geometry(stride=stride))
    assert rules.sum_of_rows(rows).tolist() == convolve1d(wide, W).tolist() == right.tolist()


def test_the_padding_of_the_input_takes_zeros_from_the_front() -> None:
    wide = rules.pad_spread(rules.spread(DQ, 3), 4, 1, (9,))
    right = correlate1d_input_gradient(DQ, W, 9, Geometry(stride=3, padding=1))
    assert convolve1d(wide, W).tolist() == right.tolist()


def test_windows_that_do_not_lie_in_the_input_are_refused() -> None:
    with pytest.raises(ShapeError, match="need more cells than 7"):
        rules.embedded_kernels(DQ, W, (7,), 2)


@pytest.mark.parametrize(("kernel", "stride"), list(product(range(1, 8), range(1, 5))))
def test_no_input_reaches_more_outputs_than_the_formula_says_and_one_reaches_as_many(
    kernel: int, stride: int
) -> None:
    cells = 20 * stride + kernel
    counts = rules.outputs_per_input((cells,), (21,), kernel, stride, 0)
    assert counts.max() == rules.most_outputs(kernel, stride)
    assert counts.sum() == 21 * kernel
    of_map = rules.outputs_per_input((cells,) * 2, (21,) * 2, kernel, stride, 0)
    assert of_map.max() == rules.most_outputs_of_map(kernel, stride)
    assert np.array_equal(of_map, np.outer(counts, counts))


@pytest.mark.parametrize(
    ("language", "product_"),
    [
        ("en", "the kernel times the gradient of this output"),
        ("hr", "jezgra pomnožena gradijentom po tom izlazu"),
        ("pl", "filtr pomnożony przez gradient względem tego wyjścia"),
        ("ru", "ядро, умноженное на градиент по этому выходу"),
    ],
)
def test_the_sheet_says_that_an_embedded_kernel_is_multiplied_by_its_gradient(
    language: Language, product_: str
) -> None:
    variant = example_variant("strided-backprop", "embedded")
    texts = folder("strided-backprop")
    assert product_ in render_block(texts, "statement", language, **variant.parameters).text


def test_a_stride_that_is_left_out_on_the_way_back_alone_is_named_and_costs_once() -> None:
    """The gradient is spread out rightly, and then not used for either gradient."""
    for level in ("standard", "hard"):
        variant = draw_variant("strided-backprop", level, "5")
        slipped = variant.working.with_slip("stride-forgotten")
        step = variant.working["dx"]
        assert isinstance(step, Step)
        slip = step.slip("stride-forgotten")
        assert slip is not None
        values = {**variant.truth, "dw": slipped["dw"]}
        values["dx"] = step.done(slip, variant.truth)
        fields = {field.name: field for field in marked_in_place(variant, values)}
        assert [name for name, f in fields.items() if f.score < f.max_score] == ["dx"]
        assert fields["dx"].slips == fields["dw"].slips == ("stride-forgotten",)


@pytest.mark.parametrize("key", ["gradient-spread-otherwise", "gradient-repeated-for-stride"])
@pytest.mark.parametrize("level", ["standard", "hard"])
def test_a_gradient_that_is_spread_out_wrongly_costs_once_on_both_ways_back(
    level: Level, key: str
) -> None:
    variant = draw_variant("strided-backprop", level, "1")
    values = variant.working.with_slip(key)
    answers = {asked.name: values[asked.name] for asked in variant.working.asked}
    assert not np.array_equal(answers["dw"], variant.truth["dw"])
    fields = mark_by_hand(variant.working, answers, folder=folder("strided-backprop"))
    assert [field.name for field in fields if field.score < field.max_score] == ["z"]
