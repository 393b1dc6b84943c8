"""The families of the tests, in the catalogue as though a lecturer had brought them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import problems
from problems import catalogue

FAMILIES = Path(__file__).parent


@contextmanager
def planted(families: Path = FAMILIES) -> Iterator[None]:
    """Families of the tests are found beside ours, as long as the context lasts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(catalogue.FAMILIES_VARIABLE, "")
        patch.setattr(problems, "__path__", [*problems.__path__])
        catalogue.add_families(families)
        try:
            yield
        finally:
            patch.undo()
            catalogue.forget()
