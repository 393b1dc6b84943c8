"""The kit of layer classes: a class along two axes is a handful of lines, and is certified."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from problems.layer_class.checks import standard_checks
from problems.layer_class.inputs import decimals, odd_numbers
from problems.layer_class.layer import LayerClass
from problems.probe import Put
from problems.stream import Stream

ROOT = Path(__file__).resolve().parents[3]
OWN = Path(__file__).parent / "layer2d_code"
CERTIFIED_BY = "tests/problems/test_every_family.py"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages with a family of layers along two axes, which borrows its texts."""
    root = tmp_path_factory.mktemp("checkout")
    ignored = shutil.ignore_patterns("__pycache__")
    for package in ("reference", "problems", "grader"):
        shutil.copytree(ROOT / package, root / package, ignore=ignored)
    for name in ("pyproject.toml", "tests/conftest.py", CERTIFIED_BY):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    family = root / "problems" / "layer2d_code"
    shutil.copytree(root / "problems" / "conv1d_layer_code", family)
    shutil.rmtree(family / "slips")
    shutil.copytree(OWN, family, dirs_exist_ok=True, ignore=ignored)
    return root


def certify(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", CERTIFIED_BY),
            *arguments,
        ],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_class_along_two_axes_is_certified_like_any_family(checkout: Path) -> None:
    run = certify(checkout, "--seeds", "8", "-k", "layer2d-code")
    assert run.returncode == 0, run.stdout
    assert " passed" in run.stdout


def test_a_wrong_solution_of_it_is_not_certified(checkout: Path) -> None:
    """The mutant: a kernel that is flipped."""
    solution = checkout / "problems" / "layer2d_code" / "solution.py.j2"
    right = solution.read_text(encoding="utf-8")
    solution.write_text(right.replace("}self.w{", "}self.w[..., ::-1, ::-1]{", 1), encoding="utf-8")
    try:
        only = "layer2d-code and model_solution and easy"
        run = certify(checkout, "--seeds", "1", "-k", only)
    finally:
        solution.write_text(right, encoding="utf-8")
    assert run.returncode == 1
    assert "('kernel-flipped',)" in run.stdout


@pytest.mark.parametrize(
    ("made", "kernel", "inputs", "outputs"),
    [
        (LayerClass("L", (4,), stride=3), (4,), (31,), (10,)),
        (LayerClass("L", (5,), padding=2), (5,), (10,), (10,)),
        (LayerClass("L", (2, 3)), (2, 3), (4, 6), (3, 4)),
        (LayerClass("L", (2, 3), stride=2, channels=(3, 2)), (2, 3, 2, 3), (3, 6, 9), (2, 3, 4)),
    ],
)
def test_an_input_has_room_for_the_outputs_and_maps_are_no_squares(
    made: LayerClass, kernel: tuple[int, ...], inputs: tuple[int, ...], outputs: tuple[int, ...]
) -> None:
    assert made.kernel_shape() == kernel
    assert made.input_shape(10) == inputs
    assert made.output_shape(10) == outputs


def test_a_stride_may_leave_cells_over_and_no_more_than_it_skips() -> None:
    assert LayerClass("L", (4,), stride=3).input_shape(10, left_over=2) == (33,)
    assert LayerClass("L", (4,), stride=2).input_shape(10, left_over=2) == (23,)
    assert LayerClass("L", (4,)).input_shape(10, left_over=2) == (13,)


def test_only_a_plain_kernel_of_one_cell_is_handed_over_as_a_number() -> None:
    assert LayerClass("L", (1,)).takes_a_number
    assert LayerClass("L", (1, 1)).takes_a_number
    assert not LayerClass("L", (1, 2)).takes_a_number
    assert not LayerClass("L", (1, 1), channels=(1, 1)).takes_a_number


@pytest.mark.parametrize("shape", [(), (13,), (2, 7, 11)])
def test_numbers_are_of_both_signs_and_no_two_of_one_size(shape: tuple[int, ...]) -> None:
    numbers = odd_numbers(Stream("3", "test"), shape)
    assert numbers.shape == shape
    assert np.unique(np.abs(numbers)).size == numbers.size
    assert bool(np.all(numbers % 2 == 1))
    assert np.array_equal(decimals(Stream("3", "test"), shape), numbers / 8)


def test_a_bias_has_a_number_for_each_channel_of_the_output() -> None:
    made = LayerClass("L", (2, 3), bias=True, channels=(2, 3))
    for check in standard_checks(made, Stream("1", "test")):
        biases = [s for s in check.probe.steps if isinstance(s, Put) and s.name.startswith("b")]
        assert biases
        assert {np.shape(step.value) for step in biases} == {(3,)}
