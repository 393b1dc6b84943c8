"""Worked values: published or worked out by hand, read from files, and held against rules."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from problems.catalogue import folder
from problems.forms import Reasoned
from problems.rule import Rule
from problems.worked import WorkedValueError, worked_values
from reference.geometry import Geometry, PoolWindow

SHARED = folder("cnn-table")


def written(tmp_path: Path, text: str) -> Any:
    (tmp_path / "worked.toml").write_text(text, encoding="utf-8")
    return worked_values("rule", tmp_path)


def test_inputs_are_as_rules_take_them(tmp_path: Path) -> None:
    (one,) = written(
        tmp_path,
        """
        [[rule]]
        source = "a book"
        x = [[1, "1/2"], [3, 4]]
        in_shape = [3, 28, 28]
        geometry = { stride = 2, mode = "edge" }
        window = { kernel = 3 }
        layers = [{ kind = "conv", kernel = 3 }]
        parts = [1, [2, 3]]
        rate = "1/10"
        value = 5
        """,
    )
    assert one.source == "a book"
    inputs = dict(one.inputs)
    assert np.array_equal(inputs.pop("x"), np.array([[1, Fraction(1, 2)], [3, 4]], dtype=object))
    first, second = inputs.pop("parts")
    assert (first, second.tolist()) == (1, [2, 3])
    assert inputs == {
        "in_shape": (3, 28, 28),
        "geometry": Geometry(stride=2, mode="edge"),
        "window": PoolWindow(kernel=3),
        "layers": [{"kind": "conv", "kernel": 3}],
        "rate": Fraction(1, 10),
    }


@pytest.mark.parametrize(
    ("value", "found", "holds"),
    [
        ("12", 12, True),
        ("12", 13, False),
        ('"1/3"', Fraction(1, 3), True),
        ('"1/3"', Fraction(1, 4), False),
        ("0.6931", 0.69314718, True),
        ("0.6931", 0.69316, False),
        ("[1, 2]", (1, 2), True),
        ("[1, 2]", (1, 2, 3), False),
        ("[[1, 2], [3, 4]]", np.array([[1, 2], [3, 4]]), True),
        ("[[1, 2], [3, 4]]", np.array([[1, 3], [2, 4]]), False),
        ("[[4, 1], [4]]", ((4, 1), (4,)), True),
        ('"yes"', "yes", True),
        ('"yes"', "no", False),
        ("true", True, True),
        ('["yes", "odd"]', Reasoned("yes", "odd"), True),
        ('["yes", "even"]', Reasoned("yes", "odd"), False),
        ('["yes"]', Reasoned("yes", "odd"), False),
        ('"yes"', Reasoned("yes", "odd"), False),
        ("[1]", 1, False),
        ("1", np.array([1]), False),
    ],
)
def test_a_value_holds_exactly_or_to_its_last_decimal(
    tmp_path: Path, value: str, found: Any, holds: bool
) -> None:
    (one,) = written(tmp_path, f'[[rule]]\nsource = "a book"\nvalue = {value}\n')
    assert one.is_value_of(Rule("rule", lambda: found)) is holds


def test_any_right_value_holds_where_there_are_several(tmp_path: Path) -> None:
    (one,) = written(tmp_path, '[[rule]]\nsource = "a book"\nvalue = 4\n')
    rule = Rule("rule", lambda: 2, accepts=lambda value: value % 2 == 0)
    assert one.is_value_of(rule)
    assert not one.is_value_of(Rule("rule", lambda: 2, accepts=lambda value: value % 3 == 0))


@pytest.mark.parametrize("text", ["value = 1", 'source = " "\nvalue = 1', 'source = "a book"'])
def test_an_entry_without_source_or_value_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(WorkedValueError, match=r"worked\.toml: an entry of 'rule' needs a source"):
        written(tmp_path, f"[[rule]]\n{text}\n")


def test_those_that_all_share_are_there_for_every_family() -> None:
    sources = [one.source for one in worked_values("conv-parameters", SHARED)]
    assert len(sources) == 2
    assert all("problem 1" in source for source in sources)
    assert worked_values("no-rule", SHARED) == ()
