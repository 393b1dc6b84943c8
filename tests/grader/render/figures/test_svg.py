"""Drawings are whole images by themselves, in black, grey and white."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from grader.render.figures.svg import image, svg, written_in
from problems.figures import KINDS, figure

SVG = "{http://www.w3.org/2000/svg}"
LAYERS = [("conv1", 5, 2), ("pool1", 2, 2), ("conv2", 3, 1, 2)]
EXAMPLES: dict[str, dict[str, Any]] = {
    "grid": {"cells": [[5, -3], [Fraction(1, 2), 9]], "marked": [(1, 1)]},
    "windows": {"cells": [[1, 2, 3], [4, 5, 6]], "kernel": 2, "padding": 1},
    "architecture": {"layers": [("conv <1>", (8, 24, 24)), ("flatten", (4608,))]},
    "field": {"layers": LAYERS},
    "flow": {"forward": ["x", "q", "L"], "backward": ["∂L/∂x", "∂L/∂q", "1"]},
}


def drawn(kind: str, **changes: Any) -> ET.Element:
    return ET.fromstring(image(figure(kind, alt="", **{**EXAMPLES[kind], **changes}).drawing))


def boxes(made: ET.Element) -> list[dict[str, str]]:
    return [box.attrib for box in made.iter(f"{SVG}rect")][1:]  # the first is the paper


def test_every_kind_has_an_example_here() -> None:
    assert EXAMPLES.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_drawing_is_well_formed_and_lies_within_its_image(kind: str) -> None:
    made = drawn(kind)
    left, top, wide, high = map(float, made.attrib["viewBox"].split())
    for box in boxes(made):
        x, y, width, height = (float(box[each]) for each in ("x", "y", "width", "height"))
        assert left <= x and top <= y and x + width <= left + wide and y + height <= top + high
    for text in made.iter(f"{SVG}text"):
        assert left <= float(text.attrib["x"]) <= left + wide


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_drawing_has_no_colour(kind: str) -> None:
    made = svg(figure(kind, alt="", **EXAMPLES[kind]).drawing)
    colours = set(re.findall(r"#([0-9a-f]{3,6})", made))
    assert colours
    for colour in colours:
        width = len(colour) // 3
        assert len({colour[i : i + width] for i in range(0, len(colour), width)}) == 1


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_same_figure_is_the_same_bytes(kind: str) -> None:
    one, other = (svg(figure(kind, alt="", **EXAMPLES[kind]).drawing) for _ in range(2))
    assert one == other


def test_a_map_is_darker_the_larger_its_numbers_and_marks_are_heavy() -> None:
    made = drawn("grid")
    *cells, mark = boxes(made)
    shades = [int(cell["fill"][1:3], 16) for cell in cells]
    assert shades[3] < shades[0] < shades[2] < shades[1] == 255
    assert float(mark["stroke-width"]) > float(cells[0]["stroke-width"])
    assert written_in(figure("grid", alt="", **EXAMPLES["grid"]).drawing) == ["5", "−3", "1/2", "9"]


def test_a_map_of_one_value_is_white() -> None:
    assert {cell["fill"] for cell in boxes(drawn("grid", cells=[[4, 4]], marked=[]))} == {"#ffffff"}


def test_a_kernel_is_shown_where_it_lies_for_two_outputs() -> None:
    made = drawn("windows", cells=[1, 2, 3, 4, 5], kernel=2, stride=3, padding=0, dilation=2)
    found = boxes(made)
    grey = [box["fill"] != "#fff" for box in found[:5]]
    assert grey == [True, False, True, False, False]
    assert len(found) == 5  # the second output would reach beyond the vector


def test_padding_is_dashed_and_has_no_numbers() -> None:
    made = drawn("windows", cells=[1, 2], kernel=2, padding=1)
    dashed = [box for box in boxes(made) if "stroke-dasharray" in box]
    assert len(dashed) == 2
    assert written_in(figure("windows", alt="", cells=[1, 2], kernel=2, padding=1).drawing) == [
        "1",
        "2",
    ]


def test_a_field_counts_the_cells_that_it_spans_from_layer_to_layer() -> None:
    told = written_in(figure("field", alt="", **EXAMPLES["field"]).drawing)
    assert [text for text in told if text.isdigit()] == ["1", "5", "10", "23"]


def test_a_field_of_many_cells_is_a_bar() -> None:
    few, many = (boxes(drawn("field", layers=[("conv", size, 1)])) for size in (40, 41))
    assert (len(few), len(many)) == (1 + 40, 1 + 1)


def test_letters_that_mean_something_in_xml_are_words() -> None:
    drawing = figure("architecture", alt="", **EXAMPLES["architecture"]).drawing
    assert "conv <1>" in written_in(drawing)
