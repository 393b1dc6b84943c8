"""The kit of layer classes: a class along two axes is a handful of lines, and is certified."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from grader.certification.fault import Fault, Kind
from grader.certification.survey import Chunk, examine
from problems import catalogue
from problems.family import LEVELS
from problems.layer_class.checks import standard_checks
from problems.layer_class.convolution import Convolution
from problems.layer_class.inputs import decimals, odd_numbers
from problems.probe import Put
from problems.stream import Stream

KEY = "conv2d-layer-code"


def faults(own_families: Path, *wrong: tuple[str, str]) -> list[Fault]:
    """The faults of a layer along two axes with another model solution, on a variant a level."""
    folder = own_families / "planted_layer_code"
    shutil.copytree(catalogue.folder(KEY), folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file, old, new in (
        *(("solution.py.j2", *pair) for pair in wrong),
        ("family.py", f'key="{KEY}"', 'key="planted-layer-code"'),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    catalogue.add_families(own_families)
    found: list[Fault] = []
    for level in LEVELS:
        specimens, others = examine(Chunk("planted-layer-code", level, (1,), False))
        found += [*others, *(fault for specimen in specimens for fault in specimen.faults)]
    return found


def test_a_wrong_solution_of_a_layer_is_not_certified(own_families: Path) -> None:
    """The mutant: a kernel that is flipped."""
    found = faults(own_families, ("}self.w{", "}self.w[..., ::-1, ::-1]{"))
    assert {fault.kind for fault in found} >= {Kind.MODEL_SOLUTION}
    assert any("(kernel-flipped)" in fault.message for fault in found)


@pytest.mark.parametrize(
    ("made", "kernel", "inputs", "outputs"),
    [
        (Convolution("L", (4,), stride=3), (4,), (31,), (10,)),
        (Convolution("L", (5,), padding=2), (5,), (10,), (10,)),
        (Convolution("L", (2, 3)), (2, 3), (4, 6), (3, 4)),
        (Convolution("L", (2, 3), stride=2, channels=(3, 2)), (2, 3, 2, 3), (3, 6, 9), (2, 3, 4)),
    ],
)
def test_an_input_has_room_for_the_outputs_and_maps_are_no_squares(
    made: Convolution, kernel: tuple[int, ...], inputs: tuple[int, ...], outputs: tuple[int, ...]
) -> None:
    assert made.kernel_shape() == kernel
    assert made.input_shape(10) == inputs
    assert made.output_shape(10) == outputs


def test_a_stride_may_leave_cells_over_and_no_more_than_it_skips() -> None:
    assert Convolution("L", (4,), stride=3).input_shape(10, left_over=2) == (33,)
    assert Convolution("L", (4,), stride=2).input_shape(10, left_over=2) == (23,)
    assert Convolution("L", (4,)).input_shape(10, left_over=2) == (13,)


def test_only_a_plain_kernel_of_one_cell_is_handed_over_as_a_number() -> None:
    assert Convolution("L", (1,)).takes_a_number
    assert Convolution("L", (1, 1)).takes_a_number
    assert not Convolution("L", (1, 2)).takes_a_number
    assert not Convolution("L", (1, 1), channels=(1, 1)).takes_a_number


@pytest.mark.parametrize("shape", [(), (13,), (2, 7, 11)])
def test_numbers_are_of_both_signs_and_no_two_of_one_size(shape: tuple[int, ...]) -> None:
    numbers = odd_numbers(Stream("3", "test"), shape)
    assert numbers.shape == shape
    assert np.unique(np.abs(numbers)).size == numbers.size
    assert bool(np.all(numbers % 2 == 1))
    assert np.array_equal(decimals(Stream("3", "test"), shape), numbers / 8)


def test_a_bias_has_a_number_for_each_channel_of_the_output() -> None:
    made = Convolution("L", (2, 3), bias=True, channels=(2, 3))
    for check in standard_checks(made.kind, Stream("1", "test")):
        biases = [s for s in check.probe.steps if isinstance(s, Put) and s.name.startswith("b")]
        assert biases
        assert {np.shape(step.value) for step in biases} == {(3,)}
