"""The catalogue: a folder with a ``family.py`` is a family."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import problems
from problems import catalogue
from problems.catalogue import (
    FAMILIES_VARIABLE,
    FamiliesError,
    UnknownFamilyError,
    add_families,
    family,
    family_keys,
    folder,
    likely_keys,
)
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, Example, Family, InCode
from problems.forms import Integer
from problems.names import ReservedNameError
from problems.rule import Rule
from problems.working import Working


def some_family(key: str) -> Family:
    return Family(key, lambda stream, level: {}, ByHand(lambda p: Working()), examples={})


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    """A folder ``two_words`` with an empty family module, in a catalogue of its own."""
    for name in ("two_words", "empty_folder", "rules"):
        (tmp_path / name).mkdir()
    (tmp_path / "two_words" / "family.py").touch()
    (tmp_path / "rules" / "sizes.py").touch()
    module = ModuleType("problems.two_words.family")
    monkeypatch.setitem(sys.modules, "problems.two_words", ModuleType("problems.two_words"))
    monkeypatch.setitem(sys.modules, "problems.two_words.family", module)
    monkeypatch.setattr(catalogue, "_HERE", tmp_path)
    catalogue.forget()
    yield module
    catalogue.forget()


def plant_family(folder: Path, name: str) -> None:
    """A copy of one of our families under another name, with a module of its own."""
    shutil.copytree(catalogue.folder("conv1d-layer-code"), folder / name)
    source = (folder / name / "family.py").read_text(encoding="utf-8")
    source = source.replace('key="conv1d-layer-code"', f'key="{name.replace("_", "-")}"')
    source = source.replace("problems.conv1d_layer_code.", f"problems.{name}.")
    (folder / name / "family.py").write_text(source, encoding="utf-8")


def test_families_of_a_lecturers_own_are_found_beside_ours(own_families: Path) -> None:
    plant_family(own_families, "lab_layer")
    ours = family_keys()
    add_families(own_families)
    assert set(family_keys()) == {*ours, "lab-layer"}
    assert list(family_keys()) == sorted(family_keys())
    assert family("lab-layer").key == "lab-layer"
    assert folder("lab-layer") == own_families / "lab_layer"
    assert folder("cnn-table") == Path(problems.__file__).parent / "cnn_table"
    add_families(own_families)  # once more does no harm
    assert os.environ[FAMILIES_VARIABLE] == str(own_families)


def test_another_process_of_ours_knows_them_too(own_families: Path) -> None:
    plant_family(own_families, "lab_layer")
    add_families(own_families)
    script = "from problems.catalogue import family; print(family('lab-layer').kind)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "code\n"


def test_a_folder_without_families_is_refused(own_families: Path) -> None:
    own_families.mkdir()
    with pytest.raises(FamiliesError, match="own: a folder of families was expected, each a"):
        add_families(own_families)
    with pytest.raises(FamiliesError, match="nowhere: a folder of families was expected"):
        add_families(own_families / "nowhere")


@pytest.mark.parametrize("name", ["cnn_table", "rules", "stream"])
def test_a_name_that_is_taken_is_refused(own_families: Path, name: str) -> None:
    (own_families / name).mkdir(parents=True)
    (own_families / name / "family.py").touch()
    with pytest.raises(FamiliesError, match=f"{name}: the name '{name}' is taken; rename"):
        add_families(own_families)
    assert not os.environ[FAMILIES_VARIABLE]


@pytest.mark.parametrize("name", ["Lab", "lab-layer", "lab__layer", "2d"])
def test_a_name_that_is_none_is_refused(own_families: Path, name: str) -> None:
    (own_families / name).mkdir(parents=True)
    (own_families / name / "family.py").touch()
    with pytest.raises(FamiliesError, match="is named in small letters, digits and single"):
        add_families(own_families)


def test_each_folder_with_a_family_module_is_found_and_nothing_else(planted: ModuleType) -> None:
    planted.__dict__["FAMILY"] = some_family("two-words")
    assert family_keys() == ("two-words",)
    assert family("two-words") is planted.__dict__["FAMILY"]


@pytest.mark.parametrize("wrong", [some_family("two_words"), some_family("other"), "two-words"])
def test_a_module_whose_family_has_another_key_is_refused(
    planted: ModuleType, wrong: object
) -> None:
    planted.__dict__["FAMILY"] = wrong
    with pytest.raises(TypeError, match="must define FAMILY of key 'two-words'"):
        family("two-words")


def test_a_module_without_a_family_is_refused(planted: ModuleType) -> None:
    assert "FAMILY" not in vars(planted)
    with pytest.raises(TypeError, match=r"two_words/family\.py must define FAMILY of key"):
        family("two-words")


def test_the_families_are_in_alphabetical_order_and_each_in_the_folder_of_its_name() -> None:
    keys = family_keys()
    assert list(keys) == sorted(keys)
    assert {"cnn-table", "conv1d-code", "conv2d-backprop"} <= set(keys)
    for key in keys:
        assert family(key).key == key
        assert (folder(key) / "family.py").is_file()
        assert folder(key).name == key.replace("-", "_")


@pytest.mark.parametrize("key", ["cnn_table", "CNN-TABLE", "", "../cnn-table", "rules", "stream"])
def test_an_unknown_key_is_answered_with_those_that_there_are(key: str) -> None:
    with pytest.raises(UnknownFamilyError) as caught:
        family(key)
    assert str(caught.value) == f"there is no family {key!r}; there are {likely_keys(key)}"
    assert caught.value.key == key


def test_of_many_families_the_likeliest_few_are_told() -> None:
    told = likely_keys("cnn-tabel")
    assert told.startswith("cnn-table, ")
    assert told.endswith(f" and {len(family_keys()) - 6} more")
    assert likely_keys("nonsense").startswith(f"{family_keys()[0]}, {family_keys()[1]}, ")


def test_the_kind_of_a_family_says_what_it_asks_for() -> None:
    assert family("cnn-table").kind == "hand"
    assert family("conv1d-code").kind == "code"


def test_a_blank_whose_name_cannot_be_typed_is_noticed_when_the_family_is_loaded(
    planted: ModuleType,
) -> None:
    def working(parameters: Any) -> Working:
        w = Working()
        w.ask(w.derive(parameters["name"], Rule("rule", lambda: 1)), Integer())
        return w

    def with_examples(*names: str) -> Family:
        examples = {name: Example({"name": name}, "made up") for name in names}
        return Family("two-words", lambda stream, level: {}, ByHand(working), examples=examples)

    vars(planted)["FAMILY"] = with_examples("total", "sum")
    with pytest.raises(ReservedNameError, match=r"'sum': Python has .* such as 'the_sum'"):
        family("two-words")
    vars(planted)["FAMILY"] = with_examples("total", "the_sum")
    assert family("two-words").examples.keys() == {"total", "the_sum"}


@pytest.mark.parametrize("name", ["print", "torch", "_f", "def"])
def test_code_is_not_asked_for_under_a_name_that_is_taken(name: str) -> None:
    with pytest.raises(ReservedNameError, match=rf"'{name}'.* another name in InCode\(names="):
        InCode(("conv1d", name), lambda parameters, stream: ())


@pytest.mark.parametrize("key", family_keys())
def test_a_slip_of_one_key_comes_of_one_mistake(key: str) -> None:
    chosen = family(key)
    for level in LEVELS:
        variant = draw_variant(key, level, "1")
        if isinstance(chosen.task, ByHand):
            rules = [step.rule for step in variant.working.steps]
        else:
            rules = [seen.rule for c in variant.checks for seen in c.probe.observations]
        found: dict[str, set[str]] = {}
        for rule in rules:
            for slip in rule.slips:
                found.setdefault(slip.key, set()).add(slip.mistake)
        assert {slip: kinds for slip, kinds in found.items() if len(kinds) > 1} == {}
