"""Where the second statement of a function is, and that what two statements share is seen."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reference import costs, sizes, symbolic
from reference.statements import VOCABULARY, second_statement, shared_imports

SOUND = {
    "__init__.py": "",
    "rules.py": "from planted.parts import halves\n\ndef half(n):\n    return halves(n)\n",
    "second.py": "def half(n):\n    return n / 2\n",
    "parts.py": "def halves(n):\n    return n * 0.5\n",
    "numbers.py": "TWO = 2\n",
}


@pytest.fixture
def plant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Gives the module of the rules of a planted family, with some of its files replaced."""

    def planted(**files: str) -> ModuleType:
        folder = tmp_path / "planted"
        folder.mkdir()
        for name, source in (SOUND | {f"{n}.py": text for n, text in files.items()}).items():
            (folder / name).write_text(source, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        for name in ("planted", "planted.rules", "planted.second", "planted.parts"):
            monkeypatch.delitem(sys.modules, name, raising=False)
        return import_module("planted.rules")

    return planted


def shared(rules: ModuleType) -> frozenset[str]:
    second = second_statement(rules.half)
    assert second is not None
    return shared_imports(rules.half, second)


def test_a_function_of_the_reference_has_its_second_statement_under_its_own_name() -> None:
    by_brute_force = second_statement(costs.macs_of_weights)
    assert by_brute_force is not None
    assert by_brute_force.__module__ == "reference.definitions.costs"
    by_pytorch = second_statement(costs.conv_macs)
    assert by_pytorch is not None
    assert by_pytorch.__module__ == "reference.autograd.costs"


def test_a_symbolic_function_has_that_of_its_numeric_namesake() -> None:
    found = second_statement(symbolic.relu)
    assert found is not None
    assert found.__module__ == "reference.autograd.relu"


def test_what_has_no_name_in_its_module_has_no_second_statement() -> None:
    def flatten_shape(in_shape: Any) -> Any:
        return in_shape

    assert second_statement(lambda n: n) is None
    assert second_statement(flatten_shape) is None
    assert second_statement(len) is None


def test_a_function_of_the_same_name_in_another_module_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def flatten_shape(in_shape: Any) -> Any:
        return in_shape

    flatten_shape.__module__ = "reference.sizes"
    assert second_statement(flatten_shape) is None
    monkeypatch.setattr(sizes, "flatten_shape", flatten_shape)
    assert second_statement(flatten_shape) is not None


def test_a_function_that_a_family_keeps_has_its_second_statement_beside_it(plant: Any) -> None:
    rules = plant()
    second = second_statement(rules.half)
    assert second is not None
    assert second.__module__ == "planted.second"
    assert second(3) == rules.half(3) == 1.5
    assert second_statement(rules.halves) is None  # which is of parts.py


def test_a_family_without_second_statements_has_none(plant: Any, tmp_path: Path) -> None:
    rules = plant()
    (tmp_path / "planted" / "second.py").unlink()
    assert second_statement(rules.half) is None


def test_statements_of_their_own_share_nothing(plant: Any) -> None:
    assert shared(plant()) == frozenset()


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("from planted.parts import halves as half\n", {"parts"}),
        ("from planted.parts import halves\ndef half(n):\n    return halves(n)\n", {"parts"}),
        ("from .parts import halves\ndef half(n):\n    return halves(n)\n", {"parts"}),
        ("def half(n):\n    from . import parts\n    return parts.halves(n)\n", {"parts"}),
        ("import planted.parts\nhalf = lambda n: n\n", {"parts"}),
        (
            "from importlib import import_module\ndef half(n):\n"
            "    return import_module('planted.parts').halves(n)\n",
            {"parts"},
        ),
        ("from planted import rules\ndef half(n):\n    return rules.half(n)\n", {"rules", "parts"}),
    ],
)
def test_a_shared_module_is_caught_however_it_is_imported(
    plant: Any, second: str, found: set[str]
) -> None:
    assert shared(plant(second=second)) == {f"planted.{name}" for name in found}


def test_a_shared_module_is_caught_through_others(plant: Any) -> None:
    rules = plant(
        second="from planted.detour import two\ndef half(n):\n    return n / two()\n",
        detour="def two():\n    from planted.numbers import TWO\n    return TWO\n",
        parts="from planted.numbers import TWO\ndef halves(n):\n    return n / TWO\n",
    )
    assert shared(rules) == {"planted.numbers"}


def test_a_second_statement_in_the_same_module_is_caught(plant: Any) -> None:
    rules = plant(rules="def half(n):\n    return n / 2\n\ndef again(n):\n    return n / 2\n")
    assert shared_imports(rules.half, rules.again) == {"planted.rules"}


def test_a_package_that_only_imports_is_nothing_to_share_and_one_that_computes_is(
    plant: Any, tmp_path: Path
) -> None:
    rules = plant()
    init = tmp_path / "planted" / "__init__.py"
    init.write_text('"""A family."""\n\nimport math\n\n__all__ = ["math"]\n', encoding="utf-8")
    assert shared(rules) == frozenset()
    init.write_text("def halves(n):\n    return n / 2\n", encoding="utf-8")
    assert shared(rules) == {"planted"}


def test_both_may_use_the_vocabulary_and_libraries_of_others(plant: Any) -> None:
    words = "import numpy\nfrom reference.geometry import PLAIN\nimport reference.errors\n"
    rules = plant(
        second=f"{words}def half(n):\n    return n / 2\n",
        parts=f"{words}def halves(n):\n    return n * 0.5\n",
    )
    assert shared(rules) == frozenset()
    assert {"reference.errors", "reference.geometry"} == VOCABULARY


def test_a_helper_of_the_reference_that_both_use_is_caught(plant: Any) -> None:
    rules = plant(
        second="from reference.numbers import counted\ndef half(n):\n    return n / 2\n",
        parts="from reference.sizes import flatten_shape\ndef halves(n):\n    return n * 0.5\n",
    )
    assert shared(rules) == {"reference.numbers"}


def test_the_vocabulary_computes_nothing() -> None:
    for name in VOCABULARY:
        module = import_module(name)
        own = [
            value
            for value in vars(module).values()
            if callable(value) and getattr(value, "__module__", "") == name
        ]
        assert all(isinstance(value, type) for value in own), name
