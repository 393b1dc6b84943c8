"""A family of the tests, in the catalogue as though its folder were beside those that there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import problems
from problems import catalogue

FAMILIES = Path(__file__).parent


@contextmanager
def planted(*folders: str, families: Path = FAMILIES) -> Iterator[None]:
    """Families of the tests by the names of their folders, as long as the context lasts."""
    with TemporaryDirectory() as root, pytest.MonkeyPatch.context() as patch:
        here = Path(root)
        for place in [*catalogue._HERE.iterdir(), *(families / folder for folder in folders)]:
            if place.is_dir():
                (here / place.name).symlink_to(place)
        patch.setattr(catalogue, "_HERE", here)
        patch.setattr(problems, "__path__", [*problems.__path__, str(families)])
        catalogue.forget()
        try:
            yield
        finally:
            patch.undo()
            catalogue.forget()
