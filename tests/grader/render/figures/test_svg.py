"""Drawings are whole images by themselves, in black, grey and white."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from grader.render.figures.canvas import Canvas, width_of
from grader.render.figures.layers import lanes_of
from grader.render.figures.svg import image, svg, written_in
from problems.figures import KINDS, figure

SVG = "{http://www.w3.org/2000/svg}"
NAMESPACED = '<svg xmlns="http://www.w3.org/2000/svg" '
LAYERS = [("conv1", 5, 2), ("pool1", 2, 2), ("conv2", 3, 1, 2)]
EXAMPLES: dict[str, dict[str, Any]] = {
    "grid": {"cells": [[5, -3], [Fraction(1, 2), 9]], "marked": [(1, 1)]},
    "windows": {"cells": [[1, 2, 3], [4, 5, 6]], "kernel": 2, "padding": 1},
    "architecture": {
        "layers": [
            ("", (1024, 24, 24)),
            ("conv <1>", (8, 24, 24)),
            ("s", (8, 24, 24), [""]),
            ("sum", (8, 24, 24), ["conv <1>", "s"]),
            ("flatten", (4608,), ["sum", ""]),
        ]
    },
    "field": {"layers": LAYERS},
    "maps": {
        "maps": [
            {"name": "x1", "cells": [[5, -123, None], [Fraction(-23, 16), 9, 0]]},
            {"name": "∂L/∂x", "cells": [1, 2, 3], "shades": "size", "rows": ["row 1"]},
            {"name": "q_moved", "cells": [[0] * 12]},
        ]
    },
    "flow": {
        "forward": ["x", "q", "r", "s"],
        "backward": ["∂L/∂x", "∂L/∂q1, ∂L/∂q2", "", "1"],
        "operations": ["w · x + b, a long one", "ReLU", ""],
        "parameters": ["∂L/∂w, ∂L/∂b", "∂L/∂c", "d"],
        "skips": [(0, 2), (1, 3)],
    },
}


def drawn(kind: str, **changes: Any) -> ET.Element:
    return ET.fromstring(image(figure(kind, alt="", **{**EXAMPLES[kind], **changes}).drawing))


def assert_lies_within_its_image(made: ET.Element) -> None:
    """Boxes, lines and words, as wide as they are taken to be, are all in sight."""
    left, top, wide, high = map(float, made.attrib["viewBox"].split())
    for box in boxes(made):
        x, y, width, height = (float(box[each]) for each in ("x", "y", "width", "height"))
        assert left <= x and top <= y and x + width <= left + wide and y + height <= top + high
    for line in made.iter(f"{SVG}line"):
        assert all(left <= float(line.attrib[x]) <= left + wide for x in ("x1", "x2"))
        assert all(top <= float(line.attrib[y]) <= top + high for y in ("y1", "y2"))
    for text in made.iter(f"{SVG}text"):
        size = float(text.attrib["font-size"])
        width = width_of(text.text or "", size)
        before = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib["text-anchor"]] * width
        start, y = float(text.attrib["x"]) - before, float(text.attrib["y"])
        assert left <= start + 0.1 and start + width <= left + wide + 0.1
        assert top <= y - size * 0.85 and y + size * 0.15 <= top + high


def boxes(made: ET.Element) -> list[dict[str, str]]:
    return [box.attrib for box in made.iter(f"{SVG}rect")][1:]  # the first is the paper


def test_every_kind_has_an_example_here() -> None:
    assert EXAMPLES.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_drawing_is_well_formed_and_lies_within_its_image(kind: str) -> None:
    assert_lies_within_its_image(drawn(kind))


def test_words_that_reach_out_of_their_image_would_be_noticed() -> None:
    canvas = Canvas(margin=0)
    canvas.box(0, 0, 20, 20)
    canvas.parts.append('<text x="10" y="10" font-size="14" text-anchor="middle">too long</text>')
    with pytest.raises(AssertionError):
        assert_lies_within_its_image(ET.fromstring(canvas.svg().replace("<svg ", NAMESPACED, 1)))


def test_a_drawing_says_what_it_shows_to_those_who_do_not_see_it() -> None:
    made = ET.fromstring(image(figure("grid", alt="", cells=[1]).drawing, "a < b & c"))
    assert made.attrib["role"] == "img"
    assert made.findtext(f"{SVG}title") == "a < b & c"


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


def test_a_gradient_is_darker_the_farther_its_numbers_are_from_zero() -> None:
    cells = boxes(drawn("grid", cells=[0, -4, 2, 4], marked=[], shades="size"))
    shades = [int(cell["fill"][1:3], 16) for cell in cells]
    assert shades[1] == shades[3] < shades[2] < shades[0] == 255


def test_a_place_without_a_number_is_empty_and_dashed() -> None:
    empty, full = boxes(drawn("grid", cells=[None, 1], marked=[]))
    assert "stroke-dasharray" in empty
    assert "stroke-dasharray" not in full
    assert written_in(figure("grid", alt="", cells=[None, 1]).drawing) == ["1"]


def test_numbers_of_names_are_below_the_line_but_not_those_of_numbers() -> None:
    texts = written_in(figure("grid", alt="", cells=[12], name="∂L/∂x12", rows=["q2"]).drawing)
    assert texts == ["∂L/∂x₁₂", "q₂", "12"]


def test_maps_stand_below_the_others_where_there_is_no_room_beside_them() -> None:
    of_names = {text.text: text.attrib for text in drawn("maps").iter(f"{SVG}text")}
    beside, below = of_names["∂L/∂x"], of_names["q_moved"]
    assert beside["y"] == of_names["x₁"]["y"]
    assert (float(below["y"]) > float(beside["y"]), below["x"]) == (True, "0")


def test_a_map_of_one_value_is_white() -> None:
    assert {cell["fill"] for cell in boxes(drawn("grid", cells=[[4, 4]], marked=[]))} == {"#ffffff"}


def test_a_kernel_is_shown_where_it_lies_for_two_outputs() -> None:
    made = drawn("windows", cells=[1, 2, 3, 4, 5], kernel=2, stride=3, padding=0, dilation=2)
    found = boxes(made)
    grey = [box["fill"] != "#fff" for box in found[:5]]
    assert grey == [True, False, True, False, False]
    assert len(found) == 5  # the second output would reach beyond the vector


def test_the_second_output_is_the_one_below_where_a_row_has_one_alone() -> None:
    found = boxes(drawn("windows", cells=[[1, 2], [3, 4], [5, 6]], kernel=2, padding=0))
    heavy = [(box["x"], box["y"]) for box in found[6:]]
    assert heavy == [("3", "37"), ("37", "37"), ("3", "71"), ("37", "71")]


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


def test_a_field_of_many_cells_is_a_bar_and_is_not_wider_for_more_of_them() -> None:
    few, many, more = (boxes(drawn("field", layers=[("conv", size, 1)])) for size in (40, 41, 999))
    assert (len(few), len(many)) == (1 + 40, 1 + 1)
    assert many[1]["width"] == more[1]["width"]


def test_what_is_not_right_above_a_layer_comes_by_an_arc_beside_those_of_others() -> None:
    one = drawn("architecture", layers=[("a", ()), ("b", ()), ("c", (), ["a", "b"])])
    assert len(list(one.iter(f"{SVG}polygon"))) == 3  # heads: a to b, b to c, and the arc
    left = {float(line.attrib["x1"]) for line in drawn("architecture").iter(f"{SVG}line")}
    assert sorted(left)[:3] == [8, 24, 40]  # three lanes


def test_ways_that_meet_have_lanes_of_their_own() -> None:
    assert lanes_of([]) == []
    assert lanes_of([(0, 2), (3, 5)]) == [0, 0]
    assert lanes_of([(0, 5), (1, 3), (2, 4)]) == [2, 0, 1]


def test_gradients_go_back_in_dashes_where_there_are_any() -> None:
    names = {"forward": ["x", "q", "L"], "skips": []}
    some = drawn("flow", **names, backward=["dx", "dq", "1"], operations=None, parameters=None)
    assert sum("stroke-dasharray" in line.attrib for line in some.iter(f"{SVG}line")) == 2
    none = drawn("flow", **names, backward=["", "", ""], operations=None, parameters=None)
    assert not any("stroke-dasharray" in line.attrib for line in none.iter(f"{SVG}line"))


def test_letters_that_mean_something_in_xml_are_words() -> None:
    drawing = figure("architecture", alt="", **EXAMPLES["architecture"]).drawing
    assert "conv <1>" in written_in(drawing)
