"""A student's source as statements, made in the child before any of it runs.

Loaded by path in the child: it imports nothing of ours and nothing heavy (``_ast`` is the C part of
`ast`, which alone would cost more than the interpreter's start). All walks are iterative, since the
depth of a tree is the student's choice.
"""

from __future__ import annotations

import _ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

MAX_SOURCE_BYTES = 256 * 1024
MAX_JOINS = 400
MAX_JOINED_CHUNKS = 40

_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
_COMPREHENSIONS = (_ast.ListComp, _ast.SetComp, _ast.DictComp, _ast.GeneratorExp)
_CHILDLESS = (_ast.expr_context, _ast.operator, _ast.unaryop, _ast.boolop)
_UNREADABLE = (SyntaxError, ValueError, MemoryError, RecursionError, OverflowError, SystemError)
_CONTINUES = (")", "]", "}", "#", "else", "elif", "except", "finally")


class Statement:
    """One top-level statement: its line, what it assigns, its code or why there is none."""

    __slots__ = ("code", "error", "line", "names", "node")

    def __init__(
        self,
        line: int,
        names: tuple[str, ...],
        code: CodeType | None,
        error: tuple[str, str] | None,
        node: _ast.stmt | None,
    ) -> None:
        self.line = line
        self.names = names
        self.code = code
        self.error = error
        self.node = node


def read_cell(
    source: str, first_line: int, filename: str, flags: int
) -> tuple[list[Statement], int]:
    """The statements of one cell and the compiler flags (``from __future__``) that hold after it.

    A cell that does not parse is read chunk by chunk, so that one unfinished line costs only
    itself: a chunk begins at each line that begins in column 0 and does not continue what came
    before. ``first_line`` is the number of the source's first line in the student's file.
    """
    text = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_SOURCE_BYTES:
        error = ("SyntaxError", f"at most {MAX_SOURCE_BYTES} bytes of source are read, {size} came")
        return [Statement(first_line, (), None, error, None)], flags
    try:
        tree = _parse(text, first_line, filename, flags)
    except _UNREADABLE:
        return _read_chunks(text.split("\n"), first_line, filename, flags)
    return _statements(tree, filename, flags)


def _parse(text: str, first_line: int, filename: str, flags: int) -> _ast.Module:
    shifted = "\n" * (first_line - 1) + text
    tree: _ast.Module = compile(
        shifted, filename, "exec", flags | _ast.PyCF_ONLY_AST, dont_inherit=True
    )
    return tree


def _statements(tree: _ast.Module, filename: str, flags: int) -> tuple[list[Statement], int]:
    """Compiles each top-level statement alone, so that it runs, and fails, alone."""
    statements = []
    for node in tree.body:
        if isinstance(node, _ast.ImportFrom) and node.module == "__future__" and not node.level:
            flags |= _future_flags(node)
        names = assigned_names([node])
        try:
            module = _ast.Module(body=[node], type_ignores=[])
            code = compile(module, filename, "exec", flags, dont_inherit=True)
        except _UNREADABLE as error:
            statements.append(
                Statement(_line_of(error, node.lineno), names, None, _why(error), None)
            )
        else:
            statements.append(Statement(node.lineno, names, code, None, node))
    return statements, flags


def _future_flags(node: _ast.ImportFrom) -> int:
    import __future__

    flags = 0
    for alias in node.names:
        feature = getattr(__future__, alias.name, None)
        flags |= getattr(feature, "compiler_flag", 0)
    return flags


def _why(error: BaseException) -> tuple[str, str]:
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return type(error).__name__, message or "it cannot be read"


def _line_of(error: BaseException, otherwise: int) -> int:
    line = error.lineno if isinstance(error, SyntaxError) else None
    return line if isinstance(line, int) and line >= otherwise else otherwise


def _read_chunks(
    lines: list[str], first_line: int, filename: str, flags: int
) -> tuple[list[Statement], int]:
    """The statements of a cell that does not parse as a whole."""
    starts = _chunk_starts(lines)
    statements: list[Statement] = []
    joins = MAX_JOINS
    position = 0
    while position < len(starts):
        start = starts[position]
        ends = [*starts[position + 1 : position + 1 + MAX_JOINED_CHUNKS], len(lines)]
        tried = _attempt(lines, start, ends[0], first_line, filename, flags)
        taken = 1
        if isinstance(tried, BaseException) and _is_open_ended(tried):
            # what was opened may be closed by a later line that begins in column 0
            for more, end in enumerate(ends[1:], start=2):
                if not joins:
                    break
                joins -= 1
                joined = _attempt(lines, start, end, first_line, filename, flags)
                if not isinstance(joined, BaseException):
                    tried, taken = joined, more
                    break
        if isinstance(tried, BaseException):
            line = _line_of(tried, first_line + start)
            if _is_stray_indent(tried) and line > first_line + start:
                # a line that is indented by mistake costs itself, not the line above
                starts.insert(position + 1, line - first_line)
                continue
            names = _probable_names(lines[start : ends[0]])
            statements.append(Statement(line, names, None, _why(tried), None))
        else:
            found, flags = _statements(tried, filename, flags)
            statements += found
        position += taken
    return statements, flags


def _attempt(
    lines: list[str], start: int, end: int, first_line: int, filename: str, flags: int
) -> _ast.Module | BaseException:
    try:
        return _parse("\n".join(lines[start:end]), first_line + start, filename, flags)
    except _UNREADABLE as error:
        return error


def _chunk_starts(lines: list[str]) -> list[int]:
    leading = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    starts = [leading] if leading < len(lines) and lines[leading][0] in " \t\f" else []
    after_decorator = False
    for index, line in enumerate(lines):
        if not line or line[0] in " \t\f" or line.startswith(_CONTINUES):
            continue
        if not after_decorator:
            starts.append(index)
        after_decorator = line[0] == "@"
    return starts


def _is_stray_indent(error: BaseException) -> bool:
    return isinstance(error, IndentationError) and "unexpected indent" in str(error)


def _is_open_ended(error: BaseException) -> bool:
    message = str(error)
    return "was never closed" in message or "unterminated triple-quoted" in message


def _probable_names(chunk: list[str]) -> tuple[str, ...]:
    """The names that unreadable lines look as though they would assign."""
    import re

    defined = re.compile(r"(?:async\s+)?(?:def|class)\s+(\w+)")
    assigned = re.compile(r"((?:\w+\s*,\s*)*\w+)\s*(?::[^=]*)?[-+*/%@&|^<>]{0,3}=(?!=)")
    names: list[str] = []
    margin = len(chunk[0]) - len(chunk[0].lstrip())
    for line in (line[margin:] for line in chunk[:1000]):
        match = defined.match(line[:1000])
        if match:
            names.append(match[1])
            continue
        match = assigned.match(line[:1000])
        if match:
            names += [name.strip() for name in match[1].split(",")]
    return tuple(dict.fromkeys(name for name in names if name.isidentifier()))


def children(node: _ast.AST) -> list[_ast.AST]:
    """The direct children of a node, in order, without operators and the like, which have none."""
    found: list[_ast.AST] = []
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, list):
            found += [item for item in value if isinstance(item, _ast.AST)]
        elif isinstance(value, _ast.AST) and not isinstance(value, _CHILDLESS):
            found.append(value)
    return found


def assigned_names(nodes: list[_ast.stmt]) -> tuple[str, ...]:
    """The names that the statements assign in their own scope, in order, each once."""
    names: list[str] = []
    stack: list[_ast.AST] = list(reversed(nodes))
    while stack:
        node = stack.pop()
        if isinstance(node, (*_FUNCTIONS, _ast.ClassDef)):
            names.append(node.name)
            continue
        if isinstance(node, (_ast.Lambda, *_COMPREHENSIONS)):
            continue
        if isinstance(node, _ast.AnnAssign) and node.value is None:
            continue
        if isinstance(node, _ast.Import | _ast.ImportFrom):
            names += [alias.asname or alias.name.partition(".")[0] for alias in node.names]
        elif isinstance(node, _ast.Name) and isinstance(node.ctx, _ast.Store):
            names.append(node.id)
        elif isinstance(node, _ast.MatchAs | _ast.MatchStar) and node.name:
            names.append(node.name)
        stack.extend(reversed(children(node)))
    return tuple(dict.fromkeys(names))
