"""Imports only go down, heavy libraries are imported late, and modules are named after a noun."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("reference", "problems", "grader")  # from the lowest to the highest
HEAVY = {"torch": "reference.autograd", "sympy": "reference.symbolic"}
"""Libraries that are slow to load, and the one module or package that loads each at once.

A family's ``second.py``, which is loaded to certify the family, may load them as well.
"""
ROOMS = (
    *("files", "messages", "document", "sandbox", "answers", "sheet", "render", "intake"),
    *("marking", "report", "lms", "formats", "grading", "course", "store"),
    *("copying", "class_report"),
    *("certification", "doctor", "demo", "jupyter", "cli"),
)
"""The rooms of the tool, from the lowest to the highest: the way of the data, seen from its end."""
BORDER = {
    "grader.sandbox.inside": ("grader.sandbox.inside", "grader.sandbox.wire"),
    "grader.sandbox.wire": ("grader.sandbox.wire",),
    "grader.sandbox.outside": ("grader.sandbox.outside", "grader.sandbox.wire", "problems"),
    "grader.sandbox.kernel": (),
}
"""What each side of the sandbox may import of ours; all may make system calls."""
VAGUE_NAMES = {"utils", "util", "helpers", "common", "misc", "core", "base", "manager"}


@dataclass(frozen=True)
class Module:
    name: str
    path: Path
    is_package: bool


@dataclass(frozen=True)
class Import:
    """``target`` is as complete as the source gives it; ``late`` is inside of a function."""

    target: str
    line: int
    late: bool = False


def modules_under(root: Path) -> tuple[Module, ...]:
    found = []
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            is_package = parts[-1] == "__init__"
            found.append(Module(".".join(parts[:-1] if is_package else parts), path, is_package))
    return tuple(found)


def _names_type_checking(test: ast.expr) -> bool:
    name = test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", "")
    return name == "TYPE_CHECKING"


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parents = module.name.split(".")
    dropped = node.level - module.is_package
    if dropped >= len(parents):
        return f"<above {parents[0]}>"
    return ".".join(parents[: len(parents) - dropped] + ([node.module] if node.module else []))


def _imported_by_name(call: ast.Call) -> str | None:
    """What ``import_module("a.b")`` asks for; of an f-string, the text before its first field."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name not in {"import_module", "__import__"} or not call.args:
        return None
    first = call.args[0]
    if isinstance(first, ast.JoinedStr) and first.values:
        first = first.values[0]
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        return first.value.rstrip(".")
    return None


def imports_of(module: Module) -> Iterator[Import]:
    """Every import that a run can come to: all but those for the type checker alone."""

    def walk(node: ast.AST, late: bool) -> Iterator[Import]:
        match node:
            case ast.Import():
                for alias in node.names:
                    yield Import(alias.name, node.lineno, late)
            case ast.ImportFrom():
                source = _absolute(module, node)
                for alias in node.names:
                    yield Import(f"{source}.{alias.name}", node.lineno, late)
            case ast.Call() if (target := _imported_by_name(node)) is not None:
                yield Import(target, node.lineno, late)
        children = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.If) and _names_type_checking(node.test):
            children = list(node.orelse)
        inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in children:
            yield from walk(child, inside)

    yield from walk(ast.parse(module.path.read_text(encoding="utf-8")), late=False)


def _lies_in(target: str, package: str) -> bool:
    return target == package or target.startswith(f"{package}.")


def upward_imports(root: Path) -> list[str]:
    faults = []
    for module in modules_under(root):
        own = PACKAGES.index(module.name.split(".")[0])
        for each in imports_of(module):
            above = any(_lies_in(each.target, package) for package in PACKAGES[own + 1 :])
            if above or each.target.startswith("<above"):
                faults.append(f"{module.name}, line {each.line}: {each.target}")
    return faults


def heavy_imports(root: Path) -> list[str]:
    return [
        f"{module.name}, line {each.line}: {each.target}"
        for module in modules_under(root)
        for each in imports_of(module)
        for library, home in HEAVY.items()
        if not each.late
        and not _lies_in(module.name, home)
        and not _is_second(module.name)
        and (_lies_in(each.target, library) or _lies_in(each.target, home))
    ] + [
        f"{module.name}, line {each.line}: {each.target}"
        for module in modules_under(root)
        for each in imports_of(module)
        if not each.late and not _is_second(module.name) and _is_second(each.target)
    ]


def _is_second(name: str) -> bool:
    """Whether a name is that of a family's second statements, or of one of these."""
    parts = name.split(".")
    return parts[0] == "problems" and parts[2:3] == ["second"]


def _room(name: str) -> str | None:
    """The room that a module of the tool lies in; None for the package itself and other modules."""
    package, *rest = name.split(".")
    return rest[0] if package == "grader" and rest and rest[0] in ROOMS else None


def loose_modules(root: Path) -> list[str]:
    """Modules of the tool that lie in no room."""
    allowed = {"grader", "grader.__main__"}
    names = [m.name for m in modules_under(root) if m.name.split(".")[0] == "grader"]
    return [name for name in names if name not in allowed and _room(name) is None]


def imports_of_higher_rooms(root: Path) -> list[str]:
    return [
        f"{module.name}, line {each.line}: {each.target}"
        for module in modules_under(root)
        if (own := _room(module.name)) is not None
        for each in imports_of(module)
        if (other := _room(each.target)) is not None and ROOMS.index(other) > ROOMS.index(own)
    ]


def imports_over_the_border(root: Path) -> list[str]:
    """What a side of the sandbox imports of ours and may not."""
    return [
        f"{module.name}, line {each.line}: {each.target}"
        for module in modules_under(root)
        for side, allowed in BORDER.items()
        if _lies_in(module.name, side)
        for each in imports_of(module)
        if any(_lies_in(each.target, package) for package in PACKAGES)
        and not any(_lies_in(each.target, one) for one in (*allowed, "grader.sandbox.kernel"))
    ]


def vague_names(root: Path) -> list[str]:
    return [m.name for m in modules_under(root) if VAGUE_NAMES & set(m.name.split("."))]


def import_cycle(root: Path) -> list[str]:
    """The modules of one cycle, or nothing. Late imports count: they would only hide a cycle."""
    modules = modules_under(root)
    names = {module.name for module in modules}
    needs: dict[str, set[str]] = {}
    for module in modules:
        targets = {
            target if target in names else target.rpartition(".")[0]
            for target in (each.target for each in imports_of(module))
        }
        needs[module.name] = (targets & names) - {module.name}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        return cycle
    return []


def plant(root: Path, files: dict[str, str]) -> Path:
    """A small sound tree, with these files in it or in place of its own."""
    sound = {
        "reference/__init__.py": "",
        "reference/sizes.py": "import numpy as np\n",
        "reference/autograd/__init__.py": "from reference.autograd.relu import relu\n",
        "reference/autograd/relu.py": "from torch.nn.functional import relu\n",
        "problems/__init__.py": "",
        "problems/rules.py": "from reference import sizes\n",
        "problems/pooling/family.py": "from problems.rules import sizes\n",
        "grader/__init__.py": "",
        "grader/cli/__init__.py": (
            "import problems.rules\ndef verify():\n    import reference.autograd\n"
        ),
        "grader/cli/check.py": "from grader.sheet import header\n",
        "grader/sheet/header.py": "",
        "grader/sandbox/kernel.py": "",
        "grader/sandbox/wire/frames.py": "",
        "grader/sandbox/inside/session.py": "from ..wire import frames\nfrom .. import kernel\n",
        "grader/sandbox/outside/survey.py": "from grader.sandbox.wire import frames\n",
    }
    for name, source in (sound | files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return root


def test_every_package_is_there_to_be_looked_at() -> None:
    assert {module.name for module in modules_under(ROOT)} >= set(PACKAGES)


def test_imports_only_go_down() -> None:
    assert upward_imports(ROOT) == []


def test_torch_and_sympy_are_imported_only_where_they_are_used() -> None:
    assert heavy_imports(ROOT) == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert vague_names(ROOT) == []


def test_every_module_of_the_tool_lies_in_a_room() -> None:
    assert loose_modules(ROOT) == []


def test_the_rooms_of_the_tool_import_only_those_below_them() -> None:
    assert imports_of_higher_rooms(ROOT) == []


def test_the_two_sides_of_the_sandbox_share_nothing_but_the_wire() -> None:
    assert imports_over_the_border(ROOT) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert import_cycle(ROOT) == []


def test_a_sound_tree_has_no_fault(tmp_path: Path) -> None:
    root = plant(tmp_path, {})
    assert upward_imports(root) == []
    assert heavy_imports(root) == []
    assert vague_names(root) == []
    assert import_cycle(root) == []
    assert loose_modules(root) == []
    assert imports_of_higher_rooms(root) == []
    assert imports_over_the_border(root) == []


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("grader/sheet/header.py", "from grader.marking import result\n"),
        ("grader/marking/guard.py", "def late():\n    import grader.cli.check\n"),
        ("grader/sandbox/outside/run.py", "from grader.answers.hint import hint\n"),
    ],
)
def test_a_planted_import_of_a_higher_room_is_caught(
    tmp_path: Path, file: str, source: str
) -> None:
    assert len(imports_of_higher_rooms(plant(tmp_path, {file: source}))) == 1


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("grader/sandbox/inside/session.py", "from ..outside import survey\n"),
        ("grader/sandbox/inside/session.py", "import problems.probe\n"),
        ("grader/sandbox/inside/session.py", "from grader.messages import say\n"),
        ("grader/sandbox/outside/survey.py", "from grader.sandbox.inside import reading\n"),
        ("grader/sandbox/wire/frames.py", "from ..inside import reading\n"),
    ],
)
def test_a_planted_import_over_the_border_is_caught(tmp_path: Path, file: str, source: str) -> None:
    assert len(imports_over_the_border(plant(tmp_path, {file: source}))) == 1


@pytest.mark.parametrize("file", ["grader/limits.py", "grader/attic/limits.py"])
def test_a_planted_module_in_no_room_is_caught(tmp_path: Path, file: str) -> None:
    assert len(loose_modules(plant(tmp_path, {file: ""}))) == 1


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("reference/sizes.py", "import problems.rules\n"),
        ("reference/sizes.py", "import numpy as np, grader\n"),
        ("reference/sizes.py", "from problems import rules\n"),
        ("problems/rules.py", "from grader.cli import main\n"),
        ("problems/rules.py", "def late():\n    import grader.cli\n"),
        ("problems/rules.py", "try:\n    import grader\nexcept ImportError:\n    pass\n"),
        ("problems/pooling/family.py", "from ... import grader\n"),
        ("reference/__init__.py", "from .. import problems\n"),
        ("problems/rules.py", "from importlib import import_module\nimport_module('grader.cli')\n"),
        ("problems/rules.py", "import importlib\nx = importlib.import_module(f'grader.{1}')\n"),
        ("problems/rules.py", "x = lambda: __import__('grader')\n"),
    ],
)
def test_a_planted_upward_import_is_caught(tmp_path: Path, file: str, source: str) -> None:
    faults = upward_imports(plant(tmp_path, {file: source}))
    assert len(faults) == 1
    assert faults[0].startswith(
        file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    )


@pytest.mark.parametrize(
    "source",
    [
        "from . import rules\nfrom .pooling import family\n",
        "import gradering\nfrom reference import grader\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from grader import cli\n",
        "'''grader is a word here'''\nx = 'import grader'\n",
    ],
)
def test_an_import_that_does_not_go_up_is_let_pass(tmp_path: Path, source: str) -> None:
    assert upward_imports(plant(tmp_path, {"problems/shapes.py": source})) == []


@pytest.mark.parametrize(
    "source",
    [
        "import torch\n",
        "import torch.nn as nn\n",
        "from sympy import Rational\n",
        "class Exact:\n    import sympy\n",
        "try:\n    import torch\nexcept ImportError:\n    torch = None\n",
        "from reference.autograd import correlate2d\n",
        "from reference import symbolic\n",
    ],
)
def test_a_planted_heavy_import_is_caught(tmp_path: Path, source: str) -> None:
    assert len(heavy_imports(plant(tmp_path, {"problems/rules.py": source}))) == 1


def test_second_statements_of_a_family_may_load_heavy_libraries(tmp_path: Path) -> None:
    root = plant(tmp_path, {"problems/pooling/second.py": "import torch\n"})
    assert heavy_imports(root) == []


@pytest.mark.parametrize(
    "source", ["from problems.pooling import second\n", "from .second import size\n"]
)
def test_second_statements_are_loaded_by_nothing_else_at_once(tmp_path: Path, source: str) -> None:
    planted = {"problems/pooling/second.py": "", "problems/pooling/family.py": source}
    assert len(heavy_imports(plant(tmp_path, planted))) == 1


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("reference/sizes.py", "import torch\n"),
        ("reference/autograd_sizes.py", "import torch\n"),
        ("reference/symbolic.py", "from torch import Tensor\n"),
        ("reference/autograd/sizes.py", "import sympy\n"),
    ],
)
def test_a_heavy_library_has_one_home_in_the_reference(
    tmp_path: Path, file: str, source: str
) -> None:
    assert len(heavy_imports(plant(tmp_path, {file: source}))) == 1


@pytest.mark.parametrize("name", ["grader/utils.py", "problems/common/padding.py"])
def test_a_planted_vague_name_is_caught(tmp_path: Path, name: str) -> None:
    assert len(vague_names(plant(tmp_path, {name: ""}))) == 1


def test_a_planted_circle_is_caught_even_if_it_is_closed_late(tmp_path: Path) -> None:
    root = plant(
        tmp_path,
        {
            "reference/sizes.py": "from reference.costs import macs\n",
            "reference/costs.py": "def macs():\n    from . import sizes\n",
        },
    )
    assert set(import_cycle(root)) == {"reference.sizes", "reference.costs"}
