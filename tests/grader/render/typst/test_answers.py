"""Room to write on paper: as large as the sheet says that an answer is, and no larger."""

from __future__ import annotations

import re

import pytest

from grader.render.blank_tables import groups_of
from grader.render.blanks import told_size
from grader.render.typst.answers import answers
from grader.sheet.sheet import Problem
from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, Level
from problems.sentences import LANGUAGES

BY_HAND = [key for key in family_keys() if isinstance(family(key).task, ByHand)]


def problem(key: str, level: Level = "standard", seed: str = "4") -> Problem:
    return Problem("1", draw_variant(key, level, seed))


def room_of(made: str, name: str) -> str:
    """The room beside a blank."""
    found = re.search(rf'^  \[#raw\("{name}"\).*\], (room\(.*\)|cells\(.*\)),$', made, re.MULTILINE)
    assert found is not None, name
    return found[1]


@pytest.mark.parametrize("key", BY_HAND)
def test_every_blank_has_its_place_once(key: str) -> None:
    first = BY_HAND.index(key)
    for place, level in enumerate(LEVELS, start=first):
        each = problem(key, level)
        made = answers(each, LANGUAGES[place % len(LANGUAGES)])
        for table, blanks in groups_of(each):
            for asked in blanks:
                if table is None:
                    room_of(made, asked.name)
                else:
                    cells = re.findall(rf'\[#raw\("{asked.name}"\)[^\n]*?#v\(9mm\)\]', made)
                    assert len(cells) == 1


def test_a_number_has_a_line_and_a_matrix_whose_size_is_told_has_a_cell_for_each_number() -> None:
    each = problem("conv2d-backprop")
    made = answers(each, "en")
    sizes = {asked.name: told_size(each, asked) for asked in each.variant.working.asked}
    assert sizes["L"] == ()
    assert room_of(made, "L") == "room()"
    rows, columns = sizes["dw1"] or ()
    assert room_of(made, "dw1") == f"cells(1, {rows}, {columns})"
    (length,) = sizes["h"] or ()
    assert room_of(made, "h") == f"cells(1, 1, {length})"


def test_a_tensor_has_a_grid_for_each_slice() -> None:
    each = problem("multichannel-backprop")
    sizes = {asked.name: told_size(each, asked) for asked in each.variant.working.asked}
    outer, inner, rows, columns = sizes["dw"] or ()
    assert room_of(answers(each, "en"), "dw") == f"cells({outer * inner}, {rows}, {columns})"


@pytest.mark.parametrize("key", BY_HAND)
def test_where_the_size_is_asked_for_the_room_does_not_tell_it(key: str) -> None:
    """The room of a blank of open size, or of a shape, is the same whatever the answer is."""
    for level in LEVELS:
        each = problem(key, level)
        made = answers(each, "en")
        for table, blanks in groups_of(each):
            for asked in blanks:
                if table is None and not asked.size_told:
                    assert room_of(made, asked.name) == "room()"


def test_cells_of_a_table_in_which_nothing_is_asked_are_grey() -> None:
    each = problem("receptive-field")
    ((table, _),) = [group for group in groups_of(each) if group[0] is not None]
    assert table is not None
    empty = sum(table.at(row, column) is None for row in table.rows for column in table.columns)
    assert answers(each, "en").count("table.cell(fill: luma(88%))[]") == empty > 0
