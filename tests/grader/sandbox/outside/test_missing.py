"""What is said of a name that is missing: a similar one, or one inside of a class or function."""

from __future__ import annotations

from typing import Any

import pytest

from grader.sandbox.outside.missing import missing_attribute, missing_function, missing_value
from grader.sandbox.outside.outcome import Blank, Missing
from grader.sandbox.outside.program import Cell
from grader.sandbox.outside.survey import Survey

CELLS = (
    Cell("", None, 11, "p"),
    Cell("", "cell 4", 1, "q"),
    Cell("", None, 31, "p"),
)
PLAIN: dict[str, Any] = {"loops": 0, "own_loops": 0, "callees": ()}
METHOD: dict[str, Any] = {
    "cell": 0,
    "kind": "method",
    "line": 3,
    "loops": 0,
    "own_loops": 0,
    "callees": (),
    "calls": (),
}


def test_names_that_the_sheet_itself_has_a_use_for_are_not_similar() -> None:
    asked = {"p": ("conv1_rf", "conv2_rf"), "q": ("conv1d",)}
    known = Survey(CELLS, asked, frozenset({"conv1_r", "fwd_pass"}))
    names = ("conv1_RF", "conv2_rf", "conv1d", "conv1_r")
    known.note_statements(0, [(11, names, None, False)])
    assert missing_value(known, "p", "conv1_rf") == Missing("conv1_rf", ("conv1_RF",))
    record = {
        "cell": 0,
        "kind": "method",
        "line": 1,
        "parameters": (),
        "blank": False,
        "loops": 0,
        "own_loops": 0,
        "callees": (),
    }
    methods = ["L.fwd_pass", "L.bwd", "L.__init__"]
    known.note_facts(("read", [{"name": n, **record, "depth": 0, "calls": ()} for n in methods]))
    assert missing_attribute(known, "bwd_pass") == Missing("bwd_pass", ("bwd",))
    assert missing_attribute(known, "fwd") == Missing("fwd")


def test_functions_of_later_cells_are_not_similar() -> None:
    known = Survey(CELLS)
    record = {
        "kind": "function",
        "line": 1,
        "parameters": (),
        "blank": False,
        "loops": 0,
        "own_loops": 0,
        "callees": (),
    }
    rest = {"depth": 0, "calls": ()}
    records = [
        {"name": "conv_1d", "cell": 0, **record, **rest},
        {"name": "conv-1d", "cell": 2, **record, **rest},
        {"name": "K.conv1", "cell": 0, **record, **rest, "kind": "method"},
    ]
    known.note_facts(("read", records))
    assert missing_function(known, "q", "conv1d") == Missing("conv1d", ("conv_1d",))
    assert missing_attribute(known, "conv1d") == Missing("conv1d", ("conv1",))
    assert [one.place for one in known.facts.functions] == ["line 1", "line 1", "line 1"]


@pytest.mark.parametrize(
    ("name", "blank", "expected"),
    [
        ("Solution.conv1d", False, Missing("conv1d", ("Solution.conv1d",), "line 3")),
        ("Solution.conv1d", True, Blank()),
        ("Layer.conv1d", False, Missing("conv1d")),
        ("Solution.conv2d", False, Missing("conv1d", ("conv2d",))),
    ],
)
def test_a_method_is_found_in_a_class_that_the_sheet_has_no_use_for(
    name: str, blank: bool, expected: Missing | Blank
) -> None:
    known = Survey(CELLS, {"p": ("conv1d",), "q": ("Layer",)})
    records = [{"name": name, "blank": blank, **METHOD}]
    if expected == Missing("conv1d", ("conv2d",)):
        records = [{"name": "conv2d", "blank": blank, **METHOD, "kind": "function"}]
    known.note_facts(("read", records))
    assert missing_function(known, "p", "conv1d") == expected


@pytest.mark.parametrize(
    "line", ["    def conv1d(x, w):", "\tclass conv1d:", " async def conv1d():"]
)
def test_an_indented_definition_is_told_with_its_line_in_the_section_alone(line: str) -> None:
    source = f"def main():\n    conv1d = 3\n{line}\n        return x\n"
    known = Survey((Cell(source, None, 11, "p"), Cell("a = 1", None, 20, "q")))
    for cell in range(2):
        known.note_statements(cell, [])
    assert missing_function(known, "p", "conv1d") == Missing("conv1d", inside="line 13")
    assert missing_function(known, "q", "conv1d") == Missing("conv1d")
    assert missing_function(known, "p", "conv1") == Missing("conv1")
