"""The families of the tests, in the catalogue as though a lecturer had brought them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import problems
from problems import catalogue

FAMILIES = Path(__file__).parent


@contextmanager
def planted() -> Iterator[None]:
    """The families of the tests are found beside ours, as long as the context lasts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(catalogue.FAMILIES_VARIABLE, "")
        patch.setattr(problems, "__path__", [*problems.__path__])
        loaded = set(sys.modules)
        catalogue.add_families(FAMILIES)
        try:
            yield
        finally:
            patch.undo()
            catalogue.forget()
            for name in set(sys.modules) - loaded:
                if name.startswith(tuple(f"problems.{path.name}" for path in FAMILIES.iterdir())):
                    del sys.modules[name]
