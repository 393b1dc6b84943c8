"""The whole script that repeats a check."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from grader.render.repeat.statements import Statements, as_text
from grader.sheet.sheet import Problem, Sheet
from problems.probe import Check

_HERE = Path(__file__).parent
_MODELS = _HERE.parents[1] / "sandbox" / "inside" / "models.py"
_OF_MODELS = ("fill", "set_parameters", "group_options", "call", "gradients")
_PARTS = ("loading", "comparing")

_HEAD = '''\
"""Repeats the check {check!r} of problem {problem} ({family}) of {sheet}.

    python THIS_FILE SUBMISSION

SUBMISSION is a .py or .ipynb file. Its program is put through the calls of the check, with all
inputs of it, and what comes is compared with what is expected. Exit status: 0 all is right, 1
something differs, 2 there is no file. This needs {needs}, and nothing of the grader; the program
is run as it is, without confinement.{warning}
"""
'''
_WARNING = """

It has inputs that the sheet does not show: it is for whoever has set it."""

_OWN = '''\
def laid_down(before, value):
    """The same object with other numbers, where it can be."""
    if isinstance(value, np.ndarray) and isinstance(before, np.ndarray):
        if before.shape == value.shape and before.dtype == value.dtype:
            before[...] = value
            return before
    return copy.deepcopy(value)


def at(found, path):
    """What stands at a path in an object; a number is a place in a list or tuple."""
    for name in path.split("."):
        if name.isdecimal() and isinstance(found, (list, tuple)):
            found = found[int(name)]
        elif name.isdecimal() and not hasattr(found, name):
            found = (found,)[int(name)]
        else:
            found = getattr(found, name)
    return found


def library(path):
    """Something of a library, by its dotted path."""
    head, *names = path.split(".")
    found = importlib.import_module(head)
    for number, name in enumerate(names, start=1):
        if not hasattr(found, name):
            importlib.import_module(".".join([head, *names[:number]]))
        found = getattr(found, name)
    return found
'''
_OF_TORCH = '''\
def tensor(value):
    """An input as a tensor, of the usual precision."""
    made = torch.as_tensor(copy.deepcopy(value))
    return made.to(torch.get_default_dtype()) if made.is_floating_point() else made
'''
_MAIN = '''\
def main():
    """Loads the program and carries the check out."""
    if len(sys.argv) != 2:
        print(f"usage: python {sys.argv[0]} SUBMISSION.py")
        return 2
    try:
        program = program_in(sys.argv[1], PROBLEM)
    except (OSError, ValueError, LookupError) as error:
        print(f"{sys.argv[1]}: this cannot be read: {error}")
        return 2
    compare, loaded = Comparison(), {}
    random.seed(SEED)
    np.random.seed(SEED)
    try:
        check(program, compare, loaded)
    except (Exception, SystemExit, KeyboardInterrupt):
        traceback.print_exc(file=sys.stdout)
        print("DIFFERS: the program has raised an error, so what comes after it is not reached")
        compare.different += 1
    return compare.told()


if __name__ == "__main__":
    sys.exit(main())
'''
_IMPORTS = "import copy\nimport importlib\nimport random\nimport sys\nimport traceback\n"


def script(sheet: Sheet, problem: Problem, check: Check) -> str:
    """The script that repeats a check of a problem of a sheet."""
    made = Statements(check.probe)
    uses_torch = made.uses_torch or problem.uses_torch
    texts = [(_HERE / f"{name}.py").read_text(encoding="utf-8") for name in _PARTS]
    if uses_torch:
        texts.append(_part_of(_MODELS.read_text(encoding="utf-8"), _OF_MODELS))
    of_torch = "import torch\n" if uses_torch else ""
    imports = _imports(f"{_IMPORTS}import numpy as np\n{of_torch}", *texts)
    main = _MAIN
    if uses_torch:
        main = main.replace(
            "    np.random.seed(SEED)\n", "    np.random.seed(SEED)\n    torch.manual_seed(SEED)\n"
        )
    head = _HEAD.format(
        check=check.name,
        problem=problem.key,
        family=problem.variant.family.key,
        sheet=sheet.name,
        needs="NumPy and PyTorch" if uses_torch else "NumPy",
        warning=_WARNING if sheet.issued is not None else "",
    )
    constants = {"PROBLEM": repr(problem.key), "SEED": str(crc32(check.name.encode()))}
    body = "\n".join(f"    {line}" for line in made.lines)
    carried_out = f"def check(program, compare, loaded):\n    {_DOC}\n{body}\n"
    blocks = [
        f"{head}\nfrom __future__ import annotations\n\n{imports}",
        as_text(constants | made.constants),
        carried_out,
        *map(_without_imports, texts),
        _OWN,
        *([_OF_TORCH] if uses_torch else []),
        main,
    ]
    return "\n\n\n".join(block.strip("\n") for block in blocks) + "\n"


_DOC = '"""The calls of the check, and what ought to come of them."""'


def _imports(*sources: str) -> str:
    """The imports at the top of modules, each once."""
    whole, parts = set[str](), dict[str, set[str]]()
    for node in (node for source in sources for node in ast.parse(source).body):
        if isinstance(node, ast.Import):
            whole.add(ast.unparse(node))
        elif isinstance(node, ast.ImportFrom) and node.module and node.module != "__future__":
            parts.setdefault(node.module, set()).update(alias.name for alias in node.names)
    whole |= {f"from {name} import {', '.join(sorted(of))}" for name, of in parts.items()}
    return "\n".join(sorted(whole))


def _without_imports(source: str) -> str:
    """The text of a module without its docstring and the imports at its top."""
    left_out = set[int]()
    for number, node in enumerate(ast.parse(source).body):
        is_docstring = number == 0 and isinstance(node, ast.Expr)
        if isinstance(node, ast.Import | ast.ImportFrom) or is_docstring:
            left_out |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = source.splitlines()
    kept = [line for number, line in enumerate(lines, start=1) if number not in left_out]
    return "\n".join(kept).strip("\n")


def _part_of(source: str, names: tuple[str, ...]) -> str:
    """Those definitions of a module that some of its names need, and its imports."""
    tree, lines = ast.parse(source), source.splitlines()
    by_name = {name: node for node in tree.body for name in _defined(node)}
    needed, left = set[str](), [*names]
    while left:
        name = left.pop()
        if name not in needed and name in by_name:
            needed.add(name)
            left += [n.id for n in ast.walk(by_name[name]) if isinstance(n, ast.Name)]
    kept = []
    for node in tree.body:
        is_import = isinstance(node, ast.Import | ast.ImportFrom)
        if is_import or needed.intersection(_defined(node)):
            kept.append("\n".join(lines[node.lineno - 1 : node.end_lineno]))
    return "\n\n\n".join(kept)


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        yield from (target.id for target in node.targets if isinstance(target, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
