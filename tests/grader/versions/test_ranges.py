"""The versions that are promised are those that are tested."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

from tools import pythons
from tools.same_marks import ranges

ROOT = Path(__file__).parents[3]


def numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


@pytest.mark.parametrize("library", ["numpy", "torch"])
def test_what_is_installed_for_the_tests_is_in_the_range_that_is_promised(library: str) -> None:
    oldest, newest = ranges()[library]
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    (pinned,) = re.findall(rf"^{library}==([\d.]+)$", text, re.MULTILINE)
    first, end = re.findall(r"[\d.]+", newest)
    assert numbers(first) <= numbers(pinned) < numbers(end)
    assert oldest == f"{library}=={first}.0"


def test_this_python_is_one_of_those_that_are_supported() -> None:
    assert sys.version_info[:2] in pythons.supported()


def test_the_oldest_supported_python_is_the_one_that_is_required() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = pythons.supported()[-1]
    assert project["requires-python"] == f">={oldest[0]}.{oldest[1]}"


def test_the_readme_names_the_newest_supported_python_for_a_course() -> None:
    newest = pythons.supported()[0]
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"For a course, install Python {newest[0]}.{newest[1]}" in text


def test_an_interpreter_that_is_of_another_version_is_not_taken() -> None:
    assert pythons.is_of(sys.executable, (sys.version_info.major, sys.version_info.minor))
    assert not pythons.is_of(sys.executable, (3, 2))
    assert not pythons.is_of("/bin/false", (3, 13))


def test_a_newer_python_is_one_that_is_newer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pythons, "installed", lambda version: iter([f"python{version[1]}"]))
    monkeypatch.setattr(pythons, "is_of", lambda path, version: path == "python12")
    monkeypatch.setattr(pythons, "supported", lambda: [(3, 13), (3, 12), (3, 11)])
    monkeypatch.setattr(sys, "version_info", (3, 11, 7))
    assert pythons.newest() == "python12"
    monkeypatch.setattr(sys, "version_info", (3, 12, 1))
    assert pythons.newest() is None
