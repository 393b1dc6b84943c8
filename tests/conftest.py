"""Settings for every test: the same examples on every run, and no verdict on a slow machine."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--seeds", type=int, default=200, help="seeds per family and level in test_every_family.py"
    )
    parser.addoption(
        "--every-slip",
        action="store_true",
        help="make every slip on every variant in test_every_family.py, not in turns: an hour",
    )
