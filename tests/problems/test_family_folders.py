"""A family is one folder: it reaches for nothing that is not its own, and nobody names it."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from problems.catalogue import family_keys, folder

ROOT = Path(__file__).resolve().parents[2]


def imported_by(path: Path) -> set[str]:
    """The full names of all that a module imports, at any depth."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


ALLOWED_IN_A_FAMILY = (
    *("problems.family", "problems.forms", "problems.formula", "problems.probe", "problems.rule"),
    *("problems.rules", "problems.stream", "problems.working", "reference"),
    *("__future__", "collections", "dataclasses", "fractions", "functools", "itertools", "math"),
    *("numpy", "typing"),
)


def foreign_imports(path: Path) -> set[str]:
    """What a family's module imports beyond what a family is made of and its own modules."""
    allowed = (*ALLOWED_IN_A_FAMILY, f"problems.{path.parent.name}")
    return {
        name
        for name in imported_by(path)
        if not any(name == one or name.startswith(f"{one}.") for one in allowed)
    }


@pytest.mark.parametrize("key", family_keys())
def test_a_family_neither_marks_nor_renders_nor_diagnoses(key: str) -> None:
    for path in sorted(folder(key).rglob("*.py")):
        assert foreign_imports(path) == set()


def test_an_import_of_the_marking_into_a_family_would_be_noticed(tmp_path: Path) -> None:
    planted = tmp_path / "family.py"
    planted.write_text(
        "import numpy as np\nfrom problems.rules import sizes\n"
        "def sound(p):\n    from grader.marking import guard\n    import problems.texts as t\n"
    )
    assert foreign_imports(planted) == {"grader.marking.guard", "problems.texts"}


@cache
def shared_sources() -> dict[Path, str]:
    """Every file of the three packages that is not in a family's own folder."""
    own = {folder(key) for key in family_keys()}
    return {
        path.relative_to(ROOT): path.read_text(encoding="utf-8")
        for package in ("reference", "problems", "grader")
        for path in sorted((ROOT / package).rglob("*"))
        if path.suffix in (".py", ".toml", ".j2") and not own & set(path.parents)
    }


MAY_NAME_FAMILIES = {Path("grader/sheet/sheet.py"): r"DEFAULT_PROBLEMS = \([^)]*\)"}
"""Where the sheet that is drawn if nothing else is asked for is said, and how."""


@pytest.mark.parametrize("key", family_keys())
def test_no_module_elsewhere_names_the_family(key: str) -> None:
    name = re.compile(rf"(?<![\w-])({re.escape(key)}|{key.replace('-', '_')})(?![\w-])")
    for path, source in shared_sources().items():
        if path == Path(
            "grader/demo/__main__.py"
        ):  # the demonstration tells a story of three families
            continue
        allowed = MAY_NAME_FAMILIES.get(path)
        rest = re.sub(allowed, "", source) if allowed else source
        found = [line.strip() for line in rest.splitlines() if name.search(line)]
        assert not found, f"{path} names {key}: {found}"
