"""Receptive fields: what the sheet prints is a network that can be built."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from problems.catalogue import folder
from problems.derivation import Derivation
from problems.diagnosis import explaining_slips
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.texts import render_block
from problems.values import Number, Shape, Source
from problems.variant import network_variant
from tests.problems.test_network import layer, network

KEY = "receptive-field"
SIDES = range(200, 210)
"""Of images that leave room for every network, with every remainder by the strides."""

ROW = re.compile(r"\| `(\w+)` \| (.+?) \| (.+) \|")
WINDOW = re.compile(
    r"(?:convolution|max-pooling) (\d+) × \1, stride (\d+)"
    r"(?:, padding (\d+))?(?:, dilation (\d+) \(1 would mean none\))?"
)


def plain(source: Source) -> str:
    """A statement with its shapes and numbers in place."""

    def written(found: re.Match[str]) -> str:
        match source.values[int(found[1])]:
            case Shape(sizes=sizes):
                return " × ".join(map(str, sizes))
            case Number(number=number):
                return str(number)
        raise AssertionError("only shapes and numbers are printed")

    return re.sub(r"\\value\{(\d+)\}", written, source.text)


def clashes(statement: str, side: int) -> list[str]:
    """The layers whose inputs are of different sizes, for an image of that side."""
    sizes = {"image": side}
    found = []
    for name, inputs, work in ROW.findall(statement):
        before = [sizes[each.strip("`")] for each in inputs.split(", ")]
        if len(set(before)) > 1:
            found.append(name)
        if window := WINDOW.fullmatch(work):
            kernel, stride = int(window[1]), int(window[2])
            padding, dilation = int(window[3] or 0), int(window[4] or 1)
            before[0] = (before[0] + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
        else:
            assert len(before) == 2, work
        sizes[name] = before[0]
    return found


@pytest.mark.parametrize("level", LEVELS)
def test_maps_that_are_summed_or_concatenated_are_of_one_size_as_printed(level: Level) -> None:
    for seed in range(20):
        parameters: Any = draw_variant(KEY, level, str(seed)).parameters
        printed = plain(render_block(folder(KEY), "statement", "en", **parameters))
        assert len(ROW.findall(printed)) == len(re.findall(r"^\| `", printed, re.MULTILINE)) >= 5
        assert [name for side in SIDES for name in clashes(printed, side)] == []
        if level == "hard":
            unpadded = re.sub(r"(max-pooling . × ., stride 1), padding \d", r"\1", printed)
            assert clashes(unpadded, SIDES[0]) == ["cat1"]


def test_who_adds_the_padding_to_each_field_is_told_so_of_a_padded_pooling_too() -> None:
    variant = draw_variant(KEY, "hard", "5")
    truth = dict(variant.truth)
    (asked,) = (each for each in variant.working.asked if each.name == "d1_rf")
    wrong = truth["sum1_rf"] + (3 - 1 + 2 * 1) * truth["a2_jump"]
    derivation = Derivation(variant.working, {"sum1_rf": truth["sum1_rf"]})
    assert "padding-widens-field" in explaining_slips(derivation, asked, wrong)


def test_the_padding_of_a_pooling_in_a_network_of_ones_own_is_printed_as_it_is(
    tmp_path: Path,
) -> None:
    poolings = layer("pool", kernel="3", stride="1") + layer("pool", kernel="3", padding="1")
    variant = network_variant(KEY, "standard", network(tmp_path, poolings))
    parameters: Any = variant.parameters
    printed = plain(render_block(folder(KEY), "statement", "en", **parameters))
    assert [work for _, _, work in ROW.findall(printed)] == [
        "max-pooling 3 × 3, stride 1",
        "max-pooling 3 × 3, stride 3, padding 1",
    ]
