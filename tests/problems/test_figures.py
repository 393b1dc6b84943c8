"""A family says what is drawn; what does not fit together is refused."""

from __future__ import annotations

from typing import Any

import pytest

from problems.figures import Architecture, Field, Flow, Grid, Layer, Maps, Windows, figure


def test_a_vector_is_a_map_of_one_row_along_which_alone_a_kernel_moves() -> None:
    drawing = figure("windows", alt="", cells=[1, 2, 3, 4], kernel=3, stride=2, padding=1).drawing
    assert isinstance(drawing, Windows)
    assert drawing.cells.shape == (1, 4)
    assert drawing.kernel == (1, 3)
    assert drawing.stride == (1, 2)
    assert drawing.padding == (0, 0, 1, 1)


def test_one_number_holds_for_both_axes_of_a_map_and_four_for_its_sides() -> None:
    cells = [[1, 2], [3, 4]]
    drawing = figure("windows", alt="", cells=cells, kernel=2, padding=1, dilation=2).drawing
    assert isinstance(drawing, Windows)
    assert (drawing.kernel, drawing.padding, drawing.dilation) == ((2, 2), (1, 1, 1, 1), (2, 2))
    uneven = figure("windows", alt="", cells=cells, kernel=(2, 1), padding=(0, 1, 0, 2)).drawing
    assert isinstance(uneven, Windows)
    assert (uneven.kernel, uneven.padding) == ((2, 1), (0, 1, 0, 2))


def test_maps_are_grids_with_names() -> None:
    drawing = figure("maps", alt="", maps=[{"name": "x", "cells": [1, None]}]).drawing
    assert isinstance(drawing, Maps)
    assert [(grid.name, grid.cells.tolist()) for grid in drawing.grids] == [("x", [[1, None]])]


MAP = [[1, 5, 2, 9], [4, 3, 5, 8], [7, 0, 6, 6]]


@pytest.mark.parametrize(
    ("cells", "window", "marked"),
    [
        (MAP, {"kernel": 2, "stride": 2}, {(0, 1), (0, 3)}),
        (MAP, {"kernel": 2, "stride": 2, "up": True}, {(0, 1), (0, 3), (2, 0), (2, 2), (2, 3)}),
        (MAP, {"kernel": 3, "stride": 1}, {(0, 3), (2, 0)}),
        (MAP, {}, {(0, 3)}),
        ([4, 1, 4, 2, 3], {"kernel": 3, "stride": 2}, {(0, 0), (0, 2)}),
        ([4, 1, 4, 2, 3], {"kernel": 2, "stride": 2, "up": True}, {(0, 0), (0, 2), (0, 4)}),
        ([1, 2, 3], {"kernel": 1, "stride": 3, "up": True}, {(0, 0)}),
    ],
)
def test_the_largest_cells_of_each_window_are_marked(
    cells: Any, window: dict[str, Any], marked: set[tuple[int, int]]
) -> None:
    drawing = figure("grid", alt="", cells=cells, largest=window).drawing
    assert isinstance(drawing, Grid)
    assert drawing.marked == marked


def test_a_layer_comes_after_the_one_before_it_or_after_those_that_are_named() -> None:
    layers = [("", (4, 9, 8)), ("a", ()), ("b", (2,), [""]), ("sum", (), ["a", "b"])]
    drawing = figure("architecture", alt="", layers=layers).drawing
    assert drawing == Architecture(
        (
            Layer("", (4, 9, 8), ()),
            Layer("a", (), (0,)),
            Layer("b", (2,), (0,)),
            Layer("sum", (), (1, 2)),
        )
    )


def test_a_field_has_layers_whose_dilation_is_1_unless_it_is_told() -> None:
    field = figure("field", alt="", layers=[("conv1", 3, 1), ("conv2", 3, 2, 2)]).drawing
    assert field == Field((("conv1", 3, 1, 1), ("conv2", 3, 2, 2)))


def test_a_pass_may_leave_operations_and_gradients_of_parameters_out() -> None:
    flow = figure("flow", alt="", forward=["x", "L"], backward=["dx", "1"]).drawing
    assert flow == Flow(("x", "L"), ("dx", "1"), ("",), ("",))
    more = {"operations": ["w"], "parameters": ["dw"], "skips": [(0, 1)]}
    flow = figure("flow", alt="", forward=["x", "L"], backward=["dx", "1"], **more).drawing
    assert flow == Flow(("x", "L"), ("dx", "1"), ("w",), ("dw",), ((0, 1),))


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        ("cone", {}, "figure 'cone' is not known; there are grid, maps, windows"),
        ("grid", {"cells": [[[1]]]}, r"figure 'grid': a vector or a map was needed, but got shape"),
        ("grid", {"cells": []}, "figure 'grid': a vector or a map was needed"),
        ("windows", {"cells": [1]}, "figure 'windows': .*kernel"),
        (
            "grid",
            {"cells": [1], "marked": [(0, 1)]},
            r"a map of shape \(1, 1\) has no cell \(0, 1\)",
        ),
        ("grid", {"cells": [1], "rows": ["a", "b"]}, "1 rows need as many names, not 2"),
        ("grid", {"cells": [1], "shades": "red"}, "shades are size or value, not 'red'"),
        ("maps", {"maps": []}, "one map at least was needed"),
        (
            "architecture",
            {"layers": [("a", (), ["b"])]},
            "'a' comes after 'b', which is not before",
        ),
        ("flow", {"forward": ["x"], "backward": []}, "1 quantities need as many gradients, not 0"),
        (
            "flow",
            {"forward": ["x", "L"], "backward": ["", ""], "operations": []},
            "between 2 quantities are 1 operations, not 0",
        ),
        (
            "flow",
            {"forward": ["x", "L"], "backward": ["", ""], "skips": [(1, 1)]},
            "no way leads from quantity 1 to 1 of 2",
        ),
    ],
)
def test_a_figure_that_cannot_be_drawn_is_refused(
    kind: str, data: dict[str, Any], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        figure(kind, alt="", **data)
