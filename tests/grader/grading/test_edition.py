"""A digest tells whether anything has changed on which a mark may depend."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.grading import edition as module
from grader.grading.edition import edition, edition_of_sandbox


def test_the_edition_changes_with_any_file_of_ours_and_any_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_families: Path
) -> None:
    def anew() -> str:
        edition.cache_clear()
        return edition()

    monkeypatch.setattr("reference.__path__", [str(tmp_path / "reference")])
    monkeypatch.setattr("problems.__path__", [])
    monkeypatch.setattr("grader.__path__", [])
    (tmp_path / "reference").mkdir()
    seen = [anew()]
    (tmp_path / "reference" / "sizes.py").write_text("1", encoding="utf-8")
    seen.append(anew())
    (tmp_path / "reference" / "sizes.py").write_text("2", encoding="utf-8")
    seen.append(anew())
    (tmp_path / "reference" / "__pycache__").mkdir()
    for made in ("sizes.pyc", "statement.md.j2.jinja"):
        (tmp_path / "reference" / "__pycache__" / made).write_text("made of it", encoding="utf-8")
    assert anew() == seen[-1]
    monkeypatch.setattr(module, "_versions", lambda: ["numpy 0.0"])
    seen.append(anew())
    monkeypatch.undo()
    edition.cache_clear()
    assert len(set(seen)) == 4


def test_the_edition_of_the_sandbox_changes_with_its_own_files_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def anew() -> str:
        edition_of_sandbox.cache_clear()
        return edition_of_sandbox()

    own = tmp_path / "sandbox"
    own.mkdir()
    monkeypatch.setattr("grader.sandbox.__path__", [str(own)])
    monkeypatch.setattr("reference.__path__", [str(tmp_path / "reference")])
    before = anew()
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "sizes.py").write_text("1", encoding="utf-8")
    assert anew() == before
    (own / "driver.py").write_text("1", encoding="utf-8")
    changed = anew()
    assert changed != before
    monkeypatch.setattr(module, "_versions", lambda: ["numpy 0.0"])
    assert anew() not in (before, changed)
    monkeypatch.undo()
    edition_of_sandbox.cache_clear()
