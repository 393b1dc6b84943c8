"""Settings for every test, and a place for families that the tests bring."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")  # as in the command line, before NumPy is loaded

import problems  # noqa: E402
from problems import catalogue  # noqa: E402
from tests.turns import part_in_this_run  # noqa: E402

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")  # the same examples on every run, and no verdict on a slow machine


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With ``PARTS=3`` a third of the tests is run; which one changes with the code."""
    parts = int(os.environ.get("PARTS", "1"))
    if parts > 1:
        taken = part_in_this_run((item.nodeid for item in items), parts)
        config.hook.pytest_deselected(items=[each for each in items if each.nodeid not in taken])
        items[:] = [each for each in items if each.nodeid in taken]


@pytest.fixture(autouse=True, scope="session")
def state_of_programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Has journals of batches kept in a folder of the tests, not of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture
def own_families(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder for families of a test (``add_families``), which are forgotten after it."""
    monkeypatch.setenv(catalogue.FAMILIES_VARIABLE, "")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    path, loaded = list(problems.__path__), set(sys.modules)
    folder = tmp_path / "own"
    yield folder
    problems.__path__[:] = path
    for name in set(sys.modules) - loaded:
        if name.startswith("problems."):
            del sys.modules[name]
    monkeypatch.undo()
    catalogue.forget()
