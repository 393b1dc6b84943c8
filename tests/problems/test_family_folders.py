"""A family is one folder: it reaches for nothing that is not its own, and nobody names it."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from problems.catalogue import family, family_keys, folder
from problems.family import InCode

ROOT = Path(__file__).resolve().parents[2]


def imported_by(path: Path) -> set[str]:
    """The full names of all that a module imports, at any depth."""
    return imported_in(ast.parse(path.read_text(encoding="utf-8")))


def imported_in(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


ALLOWED_IN_A_FAMILY = (
    *("problems.family", "problems.forms", "problems.formula", "problems.frozen"),
    *("problems.probe", "problems.rule"),
    *("problems.quantity", "problems.rules", "problems.stream", "problems.working", "reference"),
    *("__future__", "collections", "dataclasses", "fractions", "functools", "itertools", "math"),
    *("numpy", "operator", "typing"),
    *("json", "pathlib"),  # data beside it
)


ALLOWED_IN_A_SECOND_STATEMENT = ("torch", "sympy")
"""Beside the second statements of other families; they are loaded to certify and not to mark."""


def kits() -> tuple[str, ...]:
    """The packages beside the families that are no family: what families of one kind share."""
    packages = {path.parent for path in (ROOT / "problems").glob("*/__init__.py")}
    others = {ROOT / "problems" / name for name in ("rules", "forms")}
    families = {folder(key) for key in family_keys()} | others
    return tuple(f"problems.{package.name}" for package in packages - families)


def foreign_imports(path: Path) -> set[str]:
    """What a family's module imports beyond what a family is made of and its own modules.

    It may use kits, and the rules of other families.
    """
    of_others = r"problems\.\w+\.rules"
    allowed = (*ALLOWED_IN_A_FAMILY, *kits(), f"problems.{path.parent.name}")
    if path.name == "second.py":
        of_others = r"problems\.\w+\.(rules|second)"
        allowed = (*allowed, *ALLOWED_IN_A_SECOND_STATEMENT)
    return {
        name
        for name in imported_by(path)
        if not any(name == one or name.startswith(f"{one}.") for one in allowed)
        and not re.match(rf"{of_others}(\.|$)", name)
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


def test_a_family_may_use_kits_and_the_rules_of_others_and_nothing_else_of_theirs(
    tmp_path: Path,
) -> None:
    planted = tmp_path / "family.py"
    planted.write_text(
        "from problems.layer_class.checks import standard_checks\n"
        "from problems.cnn_table.rules import ROW\n"
        "from problems.cnn_table import family\nimport problems.cnn_table.second\nimport torch\n"
    )
    others = {"problems.cnn_table.family", "problems.cnn_table.second", "torch"}
    assert foreign_imports(planted) == others
    second = planted.rename(tmp_path / "second.py")
    assert foreign_imports(second) == {"problems.cnn_table.family"}


def test_the_kits_are_the_packages_that_families_name() -> None:
    tasks = [family(key).task for key in family_keys()]
    named = {kit for task in tasks if isinstance(task, InCode) for kit in task.kits}
    assert {f"problems.{kit}" for kit in named} == set(kits())


@cache
def shared_sources() -> dict[Path, str]:
    """Every module of the three packages that is not in a family's own folder."""
    own = {folder(key) for key in family_keys()}
    return {
        path.relative_to(ROOT): path.read_text(encoding="utf-8")
        for package in ("reference", "problems", "grader")
        for path in sorted((ROOT / package).rglob("*.py"))
        if not own & set(path.parents)
    }


def ways_to_name(key: str, source: str, *, in_tool: bool) -> list[str]:
    """How a module names a family: by an import or, in the tool, by its key as a text.

    A family may have the name of a concept (``im2row``): functions, rules and sentences may be
    called by it all the same.
    """
    module = f"problems.{key.replace('-', '_')}"
    request = re.compile(rf"{re.escape(key)}([:@].*)?")
    tree = ast.parse(source)
    found = [name for name in imported_in(tree) if name == module or name.startswith(f"{module}.")]
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)] if in_tool else []
    return found + [text for text in texts if isinstance(text, str) and request.fullmatch(text)]


MAY_NAME_FAMILIES = {
    Path("grader/sheet/sheet.py"): ("cnn-table", "conv2d-backprop", "conv1d-code"),
    Path("grader/demo/__main__.py"): ("cnn-table", "conv2d-backprop", "conv1d-code"),
}
"""The sheet that is drawn if nothing else is asked for, and the story of the demonstration."""


@pytest.mark.parametrize("key", family_keys())
def test_no_module_elsewhere_names_the_family(key: str) -> None:
    for path, source in shared_sources().items():
        if key not in MAY_NAME_FAMILIES.get(path, ()):
            found = ways_to_name(key, source, in_tool=path.parts[0] == "grader")
            assert not found, f"{path} names {key}: {found}"


@pytest.mark.parametrize(
    "source",
    [
        "from problems.im2row.family import FAMILY\n",
        "def late():\n    import problems.im2row.rules\n",
        "if key == 'im2row':\n    pass\n",
        "draw('im2row:hard')\n",
        "draw('im2row@lecture')\n",
    ],
)
def test_a_family_that_is_named_elsewhere_is_noticed(source: str) -> None:
    assert len(ways_to_name("im2row", source, in_tool=True)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "def im2row(x):\n    'The rows of im2row.'\n    return x\n",
        "from reference.im2row import im2row\n",
        "from problems.im2row_code import family\n",
        "raise ValueError('im2row needs a map')\n",
    ],
)
def test_the_word_itself_is_free(source: str) -> None:
    assert ways_to_name("im2row", source, in_tool=True) == []


def test_a_rule_may_have_the_key_of_a_family() -> None:
    assert ways_to_name("im2row", "RULE = Rule('im2row', im2row)\n", in_tool=False) == []
