"""The catalogue: a folder with a ``family.py`` is a family."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from problems import catalogue
from problems.catalogue import UnknownFamilyError, family, family_keys, folder
from problems.family import ByHand, Family, InCode
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
    family_keys.cache_clear()
    family.cache_clear()
    yield module
    family_keys.cache_clear()
    family.cache_clear()


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
    assert str(caught.value).startswith(f"there is no family {key!r}; there are cnn-table, ")
    assert caught.value.key == key


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
        examples = {name: {"name": name} for name in names}
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
