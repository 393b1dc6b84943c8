"""A family says what is drawn; what does not fit together is refused."""

from __future__ import annotations

from typing import Any

import pytest

from problems.figures import Architecture, Field, Flow, Grid, Windows, figure


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


def test_the_other_kinds_are_what_their_names_say() -> None:
    assert isinstance(figure("grid", alt="", cells=[[1]], marked=[(0, 0)]).drawing, Grid)
    layers = [("conv1", (8, 24, 24))]
    assert figure("architecture", alt="", layers=layers).drawing == Architecture(
        (("conv1", (8, 24, 24)),)
    )
    field = figure("field", alt="", layers=[("conv1", 3, 1), ("conv2", 3, 2, 2)]).drawing
    assert field == Field((("conv1", 3, 1, 1), ("conv2", 3, 2, 2)))
    flow = figure("flow", alt="", forward=["x", "L"], backward=["dx", "1"]).drawing
    assert flow == Flow(("x", "L"), ("dx", "1"))


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        ("cone", {}, "figure 'cone' is not known; there are grid, windows"),
        ("grid", {"cells": [[[1]]]}, r"figure 'grid': a vector or a map was needed, but got shape"),
        ("grid", {"cells": []}, "figure 'grid': a vector or a map was needed"),
        ("windows", {"cells": [1]}, "figure 'windows': .*kernel"),
        ("flow", {"forward": ["x"], "backward": []}, "1 quantities need as many gradients, not 0"),
    ],
)
def test_a_figure_that_cannot_be_drawn_is_refused(
    kind: str, data: dict[str, Any], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        figure(kind, alt="", **data)
