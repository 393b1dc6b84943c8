"""The programs with one mistake that a family has, of its own and of its kits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from problems.catalogue import family, family_keys, folder
from problems.family import InCode
from problems.kit import TEMPLATES, slip_programs
from problems.texts import render_program

KEY = "conv1d-layer-code"


def with_kits(*kits: str) -> Any:
    chosen = family(KEY)
    assert isinstance(chosen.task, InCode)
    return replace(chosen, task=replace(chosen.task, kits=kits))


def test_a_family_has_the_programs_of_its_kits_beside_its_own() -> None:
    programs = slip_programs(family(KEY), folder(KEY))
    assert programs["kernel-flipped"] == "slips/kernel-flipped.py.j2"
    inherited = "weighted_layer/slips/gradient-accumulated.py.j2"
    assert programs["gradient-accumulated"] == inherited
    assert list(programs) == sorted(programs)


def test_without_the_kit_it_has_its_own_alone() -> None:
    programs = slip_programs(with_kits(), folder(KEY))
    assert set(programs.values()) == {f"slips/{key}.py.j2" for key in programs}
    assert "gradient-accumulated" not in programs


def test_a_program_of_its_own_stands_in_place_of_a_kits(tmp_path: Path) -> None:
    (tmp_path / "slips").mkdir()
    (tmp_path / "slips" / "gradient-accumulated.py.j2").write_text("", encoding="utf-8")
    programs = slip_programs(family(KEY), tmp_path)
    assert programs["gradient-accumulated"] == "slips/gradient-accumulated.py.j2"
    assert programs["first-input-kept"] == "layer_class/slips/first-input-kept.py.j2"


def test_a_kit_that_is_not_there_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="'conv1d-layer-code' uses a kit 'layers', which is not"):
        slip_programs(with_kits("layers"), folder(KEY))


def test_a_family_by_hand_has_no_programs() -> None:
    assert slip_programs(family("cnn-table"), folder("cnn-table")) == {}


def test_the_programs_of_a_kit_extend_the_familys_solution() -> None:
    inherited = slip_programs(family(KEY), folder(KEY))["state-shared-by-layers"]
    text = render_program(
        folder(KEY), inherited, docstring="", **family(KEY).examples["lecture"].parameters
    )
    assert "class LayerConv1d" in text
    assert "type(self).p = p" in text


@pytest.mark.parametrize("key", family_keys())
def test_every_program_is_there(key: str) -> None:
    for template in slip_programs(family(key), folder(key)).values():
        root = folder(key) if template.startswith("slips/") else TEMPLATES
        assert (root / template).is_file()
