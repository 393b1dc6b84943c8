"""The code of a statement, as it is run: in parts, or as an expression that has a value.

Loaded by path in the child, before anything of the program runs.
"""

from __future__ import annotations

import _ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

    from .reading import Statement


def parts(entry: Statement) -> list[CodeType]:
    """The code of a statement; of ``import a, b`` that of each import by itself."""
    node = entry.node
    if entry.code is None:
        return []
    if not isinstance(node, _ast.Import) or len(node.names) == 1:
        return [entry.code]
    found = []
    for alias in node.names:
        place = {name: getattr(node, name) for name in node._attributes}
        module = _ast.Module(body=[_ast.Import(names=[alias], **place)], type_ignores=[])
        found.append(compile(module, entry.code.co_filename, "exec", dont_inherit=True))
    return found


def compile_anew(entry: Statement, filename: str, flags: int) -> None:
    """Gives a statement the code of its tree, which has been changed."""
    assert entry.node is not None
    module = _ast.Module(body=[entry.node], type_ignores=[])
    entry.code = compile(module, filename, "exec", flags, dont_inherit=True)


def shown(entry: Statement, flags: int) -> CodeType | None:
    """The code of a statement that is an expression, as one that has its value."""
    if not isinstance(entry.node, _ast.Expr) or entry.code is None:
        return None
    expression = _ast.Expression(body=entry.node.value)
    found: CodeType = compile(expression, entry.code.co_filename, "eval", flags, dont_inherit=True)
    return found
