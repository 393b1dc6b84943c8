"""A convolutional model in PyTorch: its rules, its draws, and its sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import prod
from typing import Any

import numpy as np
import pytest

from grader.render.statement import statement
from grader.render.text import text
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.probe import Check
from problems.random_arrays.uniform import uniform
from problems.rules.model_sizes import of_several_sizes
from problems.sentences import LANGUAGES, rule_text, slip_text
from problems.stream import Stream
from problems.torch_model_code.family import FLATTEN, Parameters, affine, conv, pool
from problems.torch_model_code.weights import steady_images, weights
from problems.variant import example_variant
from reference.errors import ShapeError
from reference.model import (
    Layer,
    filling,
    layer_shapes,
    least_margin,
    logits,
    loss,
    parameter_shapes,
)
from tests.problems.torch_model_code.marked import (
    KEY,
    SLIPS,
    SMALL,
)


def test_the_parameters_of_the_lectures_model_are_as_many_as_it_says() -> None:
    lecture = example_variant(KEY, "lecture").parameters
    sizes = [prod(shape) for shape in parameter_shapes(lecture["input"], lecture["layers"])]
    per_layer = [weights + bias for weights, bias in zip(sizes[::2], sizes[1::2], strict=True)]
    assert per_layer == [416, 12832, 262656, 5130]


def torch_layers(p: Parameters, arrays: list[Any]) -> Callable[[Any], Any]:
    """The model in PyTorch, in float64, from the functions of `torch.nn.functional`."""
    import torch
    from torch.nn import functional

    def run(x: Any) -> Any:
        h = torch.as_tensor(x, dtype=torch.float64)
        rest = iter([torch.as_tensor(array, dtype=torch.float64) for array in arrays])
        steps: Mapping[str, Callable[[Layer], Any]] = {
            "conv": lambda layer: functional.conv2d(
                h, next(rest), next(rest), layer["stride"], layer["padding"]
            ),
            "affine": lambda _: functional.linear(h, next(rest), next(rest)),
            "max-pool": lambda layer: functional.max_pool2d(h, layer["kernel"], layer["stride"]),
            "mean-pool": lambda layer: functional.avg_pool2d(h, layer["kernel"], layer["stride"]),
            "relu": lambda _: torch.relu(h),
            "flatten": lambda _: h.flatten(1),
        }
        for layer in p["layers"]:
            h = steps[layer["kind"]](layer)
        return h

    return run


@pytest.mark.parametrize("level", LEVELS)
def test_scores_and_loss_are_those_of_pytorch(level: Level) -> None:
    import torch
    from torch.nn import functional

    for seed in range(10):
        p = draw_variant(KEY, level, str(seed)).parameters
        stream = Stream(str(seed), "test")
        arrays = weights(stream, parameter_shapes(p["input"], p["layers"]))
        x = uniform(stream, (3, *p["input"]), limit=2)
        y = np.array([0, 2, 1])
        expected = torch_layers(Parameters(input=p["input"], layers=p["layers"]), arrays)(x)
        found = logits(x, p["layers"], arrays[::-1])  # known by their shapes, not by their order
        np.testing.assert_allclose(found, expected.numpy(), atol=1e-12)
        true = functional.cross_entropy(expected, torch.as_tensor(y)).item()
        assert loss(x, y, p["layers"], arrays) == pytest.approx(true, abs=1e-12)


def test_a_parameter_without_an_array_of_its_shape_has_the_numbers_that_fill_it() -> None:
    arrays = weights(Stream("1", "test"), parameter_shapes(SMALL["input"], SMALL["layers"]))
    x = uniform(Stream("2", "test"), (3, 2, 8, 12), limit=2)
    filled = [*(filling(array.shape) for array in arrays[:-1]), arrays[-1]]
    scores = logits(x, SMALL["layers"], arrays[-1:])  # the last bias alone
    np.testing.assert_array_equal(scores, logits(x, SMALL["layers"], filled))
    assert len({tuple(row) for row in scores}) == 3  # each image counts


def test_images_are_drawn_on_which_no_tie_is_near() -> None:
    arrays = weights(Stream("1", "test"), parameter_shapes(SMALL["input"], SMALL["layers"]))
    tied = np.zeros((2, 2, 8, 12), dtype=np.float32)  # all windows are alike
    good = uniform(Stream("2", "test"), (2, 2, 8, 12), limit=2)
    draws = iter([tied, tied, good])
    images = steady_images(SMALL["layers"], arrays, lambda: next(draws))
    assert images is good
    assert least_margin(tied, SMALL["layers"], arrays) == 0
    assert least_margin(good, SMALL["layers"], arrays) > 0


def test_a_layer_that_does_not_fit_is_an_error_of_shapes() -> None:
    with pytest.raises(ShapeError, match="spans 9 px but the padded input has only 8 px"):
        parameter_shapes((2, 8, 12), [conv(4, 9), FLATTEN, affine(5)])
    x = uniform(Stream("2", "test"), (3, 2, 8, 12), limit=2)
    with pytest.raises(ShapeError, match="spans 9 px but the padded input has only 8 px"):
        logits(x, [conv(4, 9), FLATTEN, affine(5)], [])


def test_a_vector_per_image_is_not_pooled_as_one_map() -> None:
    x = uniform(Stream("2", "test"), (3, 2, 8, 12), limit=2)
    for kind in ("max-pool", "mean-pool"):
        with pytest.raises(ShapeError, match=r"is needed, but \(192,\) came"):
            logits(x, [FLATTEN, pool(kind, 2, 2)], [])


def test_pooling_that_rounds_up_or_takes_whole_maps_is_that_of_pytorch() -> None:
    import torch

    x = uniform(Stream("2", "test"), (3, 2, 8, 11), limit=2)
    of_torch = torch.nn.functional
    rounded, whole = {"ceil": True}, {"whole": True}
    for kind, more, expected in (
        ("max-pool", rounded, of_torch.max_pool2d(torch.tensor(x), 3, 2, ceil_mode=True)),
        ("mean-pool", rounded, of_torch.avg_pool2d(torch.tensor(x), 3, 2, ceil_mode=True)),
        ("max-pool", whole, of_torch.adaptive_max_pool2d(torch.tensor(x), 1)),
        ("mean-pool", whole, of_torch.adaptive_avg_pool2d(torch.tensor(x), 1)),
    ):
        layers = [{**pool(kind, 3, 2), **more}, FLATTEN]
        np.testing.assert_allclose(logits(x, layers, []), expected.flatten(1), rtol=1e-6, atol=1e-6)
        *_, (_, _, shape) = layer_shapes((2, 8, 11), layers)
        assert shape == (prod(expected.shape[1:]),)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"channels": 3}, False),  # one number alone has a name of its own
        ({"channels": 3, "kernel": 5}, True),
    ],
)
def test_several_sizes_that_are_not_as_asked_are_read_off_the_parameters(
    other: dict[str, int], expected: bool
) -> None:
    first, *others = SMALL["layers"]
    own = [{**first, **other}, *others]
    shapes = parameter_shapes(SMALL["input"], own)
    if expected:
        assert of_several_sizes(SMALL["input"], SMALL["layers"], shapes) == own
    else:
        with pytest.raises(ShapeError, match="other numbers of channels and kernels"):
            of_several_sizes(SMALL["input"], SMALL["layers"], shapes)


def test_each_layer_has_its_parameters_and_the_shape_of_its_output() -> None:
    layers = [conv(4, 3, padding=1), pool("max-pool", 2, 2), FLATTEN, affine(5)]
    steps = list(layer_shapes((2, 8, 12), layers))
    assert [layer for layer, _, _ in steps] == layers
    assert [own for _, own, _ in steps] == [((4, 2, 3, 3), (4,)), (), (), ((5, 96), (5,))]
    assert [out for _, _, out in steps] == [(4, 8, 12), (4, 4, 6), (96,), (5,)]


@pytest.mark.parametrize("level", LEVELS)
def test_every_parameter_of_a_drawn_model_is_known_by_its_shape(level: Level) -> None:
    for seed in range(100):
        p = draw_variant(KEY, level, str(seed)).parameters
        shapes = parameter_shapes(p["input"], p["layers"])
        assert len(set(shapes)) == len(shapes)
        assert sum(prod(shape) for shape in shapes) < 30_000  # a pass takes no time


def test_drawn_weights_never_change() -> None:
    found = uniform(Stream("1", "test"), (2, 3), limit=2)
    assert found.dtype == np.float32
    assert [float(value).hex() for value in found.flat] == [
        *("-0x1.fd7ba00000000p-2", "0x1.1abf340000000p+0", "-0x1.7a14800000000p+0"),
        *("0x1.99f1800000000p-5", "0x1.c730640000000p+0", "0x1.65ba580000000p+0"),
    ]


def test_drawn_weights_fill_their_range_evenly() -> None:
    found = uniform(Stream("2", "test"), (300, 400), limit=0.25)
    assert np.abs(found).max() <= 0.25
    assert abs(found.mean()) < 0.001
    counts, _ = np.histogram(found, bins=10, range=(-0.25, 0.25))
    assert np.abs(counts - 12_000).max() < 500
    assert len(np.unique(found)) > 110_000


def test_every_image_has_scores_of_both_signs() -> None:
    for seed in range(20):
        for check in draw_variant(KEY, "easy", str(seed)).checks[1:3]:
            for truth in truths(check):
                assert (truth < 0).any(axis=1).all()
                assert (truth > 0).any(axis=1).all()


def truths(check: Check) -> list[Any]:
    return [seen.rule(seen.inputs) for seen in check.probe.observations]


@pytest.mark.parametrize("level", LEVELS)
def test_a_statement_says_the_same_numbers_in_every_language(level: Level) -> None:
    for seed in range(10):
        problem = Problem("1", draw_variant(KEY, level, str(seed)))
        texts = [text(statement(problem, language), 80) for language in LANGUAGES]
        numbers = [sorted(digits_of(each)) for each in texts]
        assert all(each == numbers[0] for each in numbers)
        assert len(set(texts)) == len(LANGUAGES)


def digits_of(written: str) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in written).split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_and_slips_have_their_texts_in_every_language(language: Any) -> None:
    observed = [
        seen.rule
        for check in draw_variant(KEY, "hard", "1").checks
        for seen in check.probe.observations
    ]
    for rule in observed:
        assert rule_text(folder(KEY), rule.key, "title", language)
        assert rule_text(folder(KEY), rule.key, "explain", language)
        for slip in rule.slips:
            assert slip_text(folder(KEY), slip.key, language)
    assert set(SLIPS) <= {slip.key for rule in observed for slip in rule.slips}


def test_a_statement_does_not_give_the_length_of_the_flattened_vector_away() -> None:
    problem = Problem("1", example_variant(KEY, "lecture"))
    assert (
        digits_of(text(statement(problem, "en"), 80)).count("512") == 1
    )  # the outputs of the layer
