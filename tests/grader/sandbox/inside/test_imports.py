"""What a program imports is found before it runs, and loading it is no doing of the program's."""

from __future__ import annotations

import ast
import sys

import pytest

from grader.sandbox.inside.imports import Module, load, put_missing_last, unloaded_modules

ABSENT = ("colorsys", "wave", "xml.dom", "xml.dom.minidom")


@pytest.fixture(autouse=True)
def nothing_of_these_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*sys.modules]:
        if name.startswith(ABSENT):
            monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize(
    ("source", "modules"),
    [
        ("import colorsys", [("colorsys", ())]),
        ("import colorsys as c, wave", [("colorsys", ()), ("wave", ())]),
        ("from wave import open as o, Error", [("wave", ("open", "Error"))]),
        ("from wave import *", [("wave", ())]),
        ("import xml.dom.minidom", [("xml.dom.minidom", ())]),
        ("def f():\n    if x:\n        import wave", [("wave", ())]),
        ("class K:\n    def f(self):\n        import wave", [("wave", ())]),
        ("try:\n    import wave\nexcept ImportError:\n    import colorsys", None),
        ("import sys", []),
        ("from sys import argv", []),
        ("from . import wave", []),
        ("from __future__ import annotations", []),
        ("import nowhere_to_be_found", []),
        ("import this", []),
        ("import submission", []),
        ("x = wave", []),
    ],
)
def test_the_modules_that_a_statement_would_load_are_found(
    source: str, modules: list[Module] | None
) -> None:
    (node,) = ast.parse(source).body
    both = [("wave", ()), ("colorsys", ())]
    assert sorted(unloaded_modules(node)) == sorted(both if modules is None else modules)
    assert not [name for name in sys.modules if name.startswith(ABSENT)]


def test_a_submodule_that_is_imported_from_a_package_is_loaded_too() -> None:
    load("xml.dom", ("minidom", "Node"))
    assert "xml.dom.minidom" in sys.modules
    (node,) = ast.parse("from xml.dom import minidom, Node").body
    assert unloaded_modules(node) == ()


def test_a_module_that_is_not_there_raises_as_its_import_does() -> None:
    with pytest.raises(ModuleNotFoundError, match="nowhere_to_be_found"):
        load("nowhere_to_be_found", ())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "try:\n    import nowhere_to_be_found, wave as w, math\nexcept ImportError:\n    pass",
            "try:\n    import wave as w, math, nowhere_to_be_found\nexcept ImportError:\n    pass",
        ),
        ("def f():\n    import nowhere.at_all, math", "def f():\n    import math, nowhere.at_all"),
        ("import wave, math", None),
        ("import nowhere_to_be_found", None),
        ("x = wave.math", None),
    ],
)
def test_what_is_missing_is_imported_after_what_is_installed(
    source: str, expected: str | None
) -> None:
    (node,) = ast.parse(source).body
    assert put_missing_last(node) is (expected is not None)
    assert ast.unparse(node) == (expected or source)
