"""A progress bar that is not installed goes through the same, and shows nothing."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator

import pytest

from grader.sandbox.inside.mended_imports import NO_PROGRESS_BAR, Finder


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """The mistakes that were met; what was imported is forgotten, and nobody else finds it."""
    keys: set[str] = set()
    loaded = {name: one for name, one in sys.modules.items() if name.partition(".")[0] == "tqdm"}
    for name in loaded:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Finder(keys)])
    yield keys
    for name in [name for name in sys.modules if name.partition(".")[0] == "tqdm"]:
        del sys.modules[name]
    sys.modules.update(loaded)


@pytest.mark.parametrize("name", ["tqdm", "tqdm.auto", "tqdm.notebook"])
def test_a_bar_goes_through_what_it_was_given(name: str, found: set[str]) -> None:
    module = importlib.import_module(name)
    assert list(module.tqdm(range(3), desc="windows")) == [0, 1, 2]
    assert list(module.trange(1, 3, leave=False)) == [1, 2]
    assert len(module.tqdm([5, 6])) == 2
    with module.tqdm(total=3) as bar:
        bar.update(1)
        bar.set_description("done")
    assert found == {NO_PROGRESS_BAR}


def test_other_libraries_are_missing_as_before(found: set[str]) -> None:
    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        importlib.import_module("no_such_library")
    assert found == set()
