"""Compiled templates are kept, made anew when they have changed, and never missed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from problems.compiled import Compiled

NAME = "greeting.j2"


@pytest.fixture(autouse=True)
def _byte_code_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled from now on."""
    found: list[str] = []
    compile_ = Environment.compile

    def noted(self: Environment, source: str, name: str, *rest: object, **others: object) -> object:
        found.append(name)
        return compile_(self, source, name, *rest, **others)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", noted)
    return found


def rendered(folder: Path, read_by: tuple[object, ...] = ()) -> str:
    """The greeting, as a process of its own would write it."""
    loader = FileSystemLoader(folder)
    environment = Environment(loader=loader, bytecode_cache=Compiled(folder, read_by))
    return environment.get_template(NAME).render(name="Ana")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text("Hello, {{ name }}!", encoding="utf-8")
    return tmp_path


def kept(folder: Path) -> list[Path]:
    return [*(folder / "__pycache__").iterdir()]


def test_a_template_is_compiled_once(folder: Path, compilations: list[str]) -> None:
    assert rendered(folder) == rendered(folder) == "Hello, Ana!"
    assert compilations == [NAME]
    assert [path.name.startswith(NAME) for path in kept(folder)] == [True]


def test_a_template_that_has_changed_is_compiled_again(
    folder: Path, compilations: list[str]
) -> None:
    rendered(folder)
    (folder / NAME).write_text("Bye, {{ name }}!", encoding="utf-8")
    assert rendered(folder) == "Bye, Ana!"
    assert compilations == [NAME, NAME]
    assert len(kept(folder)) == 1


def test_templates_that_are_read_in_another_way_are_compiled_again(
    folder: Path, compilations: list[str]
) -> None:
    rendered(folder)
    rendered(folder, ("trimmed",))
    assert compilations == [NAME, NAME]


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def cut_in_its_sum(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def other(path: Path) -> None:
    path.write_bytes(b"\x80 no byte code at all")


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [empty, cut_short, cut_in_its_sum, other, made_a_folder])
def test_what_is_damaged_is_compiled_again(folder: Path, damage: Callable[[Path], None]) -> None:
    rendered(folder)
    damage(kept(folder)[0])
    assert rendered(folder) == "Hello, Ana!"


def test_nothing_is_kept_where_the_folder_cannot_be_made(folder: Path) -> None:
    (folder / "__pycache__").write_text("in its place", encoding="utf-8")
    assert rendered(folder) == rendered(folder) == "Hello, Ana!"


def test_nothing_is_kept_where_python_keeps_no_byte_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(folder) == "Hello, Ana!"
    assert not (folder / "__pycache__").exists()


def test_it_is_kept_where_python_is_told_to_keep_byte_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setattr(sys, "pycache_prefix", str(elsewhere))
    assert rendered(folder) == "Hello, Ana!"
    assert not (folder / "__pycache__").exists()
    assert any(path.name.startswith(NAME) for path in elsewhere.rglob("*.jinja"))
