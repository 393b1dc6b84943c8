"""A student's source as statements, made in the child before any of it runs.

Loaded by path in the child: it imports nothing of ours and nothing heavy (``_ast`` is the C part of
`ast`, which alone would cost more than the interpreter's start). All walks are iterative, since the
depth of a tree is the student's choice.
"""

from __future__ import annotations

import _ast

from .blocks import opened
from .characters import in_pythons
from .cuts import takes_self, with_cuts
from .pasted import pasted_parts
from .plain import plain_name
from .probable import bound_names, probable_names
from .tree import DEFINITIONS, FUNCTIONS, assigned_names, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType
    from typing import Any

    from .characters import Replaced

    Details = Mapping[str, str | int]
    Error = tuple[str, str] | tuple[str, str, str, Details]

MAX_SOURCE_BYTES = 256 * 1024
MAX_JOINS = 400
MAX_JOINED_CHUNKS = 40
MOST_SHOWN = 40
"""Characters of a line of the source that are told."""

_UNREADABLE = (SyntaxError, ValueError, MemoryError, RecursionError, OverflowError, SystemError)
_BODY_MISSING = "expected an indented block after"
_CONTINUES = (")", "]", "}", "#", "else", "elif", "except", "finally")
_BLOCKS = (
    *("def", "class", "if", "for", "while", "with", "try", "async", "match", "case", "@"),
    *("else", "elif", "except", "finally"),
)
"""What a line that opens a block begins with."""

_INSIDE_ONLY = tuple(f"'{word}' outside function" for word in ("return", "yield", "await"))
ANNOTATIONS = 0x1000000
"""The compiler flag of ``from __future__ import annotations``."""


class Statement:
    """One top-level statement: its line, what it assigns, its code or why there is none.

    An error is a type and a message, with which the key of a hint may come and what it names (a
    number is a line). ``head`` is the line at which the statement begins, ``line`` that of its
    error. ``defines`` is whether it is a function or class, or was meant to be one, and ``kind``
    then whether it is a ``class`` or is written as a ``method``, of the class ``owner`` if it
    stands below one; ``rest`` is what it must be the rest of: a ``function``, a ``class``, a
    function right above it (a ``block`` with a ``return``), or nothing. ``block`` is the line of
    the block for ``__main__`` in which it stands; 0 if it is in none. Of one that cannot be read,
    ``bound`` are the names that it would have given as a loop or an import. ``plain`` is the name
    that is given what is written out, for which there is no code.
    """

    __slots__ = (
        *("block", "bound", "code", "defines", "error", "head", "kind", "line", "lines", "names"),
        *("node", "owner", "plain", "rest", "tail"),
    )

    def __init__(
        self,
        line: int,
        names: tuple[str, ...],
        code: CodeType | None,
        error: Error | None,
        node: _ast.stmt | None,
    ) -> None:
        self.line = self.head = line
        self.names = names
        self.code = code
        self.error = error
        self.node = node
        self.kind = _kind(node)
        self.defines = isinstance(node, DEFINITIONS)
        self.lines: list[str] = []
        self.owner = ""
        self.rest = ""
        self.tail: Statement | None = None
        self.block = 0
        self.bound: tuple[str, ...] = ()
        self.plain = ""


def read_cell(
    source: str, first_line: int, filename: str, flags: int
) -> tuple[list[Statement], int, list[Replaced]]:
    """The statements of one cell, and the compiler flags (``from __future__``) that hold after it.

    A cell that does not parse is read in Python's own characters, and the third value is what was
    replaced. If that is not enough, it is read chunk by chunk, so that one unfinished line costs
    only itself: a chunk begins at each line that begins in column 0 and does not continue what came
    before. ``first_line`` is the number of the source's first line in the student's file.
    """
    replaced: list[Replaced] = []
    text = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_SOURCE_BYTES:
        error = ("SyntaxError", f"at most {MAX_SOURCE_BYTES} bytes of source are read, {size} came")
        return [Statement(first_line, (), None, error, None)], flags, replaced
    lines = text.split("\n")
    tree = _attempt(lines, 0, len(lines), first_line, filename, flags)
    if isinstance(tree, BaseException):
        text, replaced = in_pythons(text, first_line)
        lines = text.split("\n")
        if replaced:
            tree = _attempt(lines, 0, len(lines), first_line, filename, flags)
    if isinstance(tree, BaseException) and (outdented := _outdented(lines)):
        # the section of a block, or a function, that goes on across the border of two sections
        inner = _attempt(outdented, 0, len(outdented), first_line, filename, flags)
        tree = tree if isinstance(inner, BaseException) else inner
    if isinstance(tree, BaseException):
        statements, flags = _read_chunks(lines, first_line, filename, flags)
    else:
        statements, flags = _statements(tree, filename, flags)
    return with_cuts(statements), flags, replaced


def without_annotations(
    statement: Statement, name: str, filename: str, flags: int
) -> CodeType | None:
    """The code of a statement that looks up no annotation; None if none of them names ``name``.

    From 3.14 on, Python looks an annotation up when somebody asks for it, so that it may name what
    comes later.
    """
    node = statement.node
    if node is None or flags & ANNOTATIONS or not _annotates_with(node, name):
        return None
    module = _ast.Module(body=[node], type_ignores=[])
    code: CodeType = compile(module, filename, "exec", flags | ANNOTATIONS, dont_inherit=True)
    return code


def _annotates_with(node: _ast.AST, name: str) -> bool:
    stack: list[tuple[_ast.AST, bool]] = [(node, False)]
    while stack:
        one, inside = stack.pop()
        if inside and isinstance(one, _ast.Name) and one.id == name:
            return True
        marked = [getattr(one, field, None) for field in ("annotation", "returns")]
        stack += [(child, inside or child in marked) for child in children(one)]
    return False


def _parse(text: str, first_line: int, filename: str, flags: int) -> _ast.Module:
    shifted = "\n" * (first_line - 1) + text
    tree: _ast.Module = compile(
        shifted, filename, "exec", flags | _ast.PyCF_ONLY_AST, dont_inherit=True
    )
    return tree


def _statements(tree: _ast.Module, filename: str, flags: int) -> tuple[list[Statement], int]:
    """Compiles each top-level statement alone, so that it runs, and fails, alone."""
    statements = []
    for node, block in opened(tree.body):
        if isinstance(node, _ast.ImportFrom) and node.module == "__future__" and not node.level:
            flags |= _future_flags(node)
        if not block and (name := plain_name(node)):
            statements.append(Statement(node.lineno, (name,), None, None, node))
            statements[-1].plain = name
            continue
        names = assigned_names([node])
        try:
            module = _ast.Module(body=[node], type_ignores=[])
            code = compile(module, filename, "exec", flags, dont_inherit=True)
        except _UNREADABLE as error:
            why = _why(error)
            refused = Statement(_line_of(error, node.lineno), names, None, why, None)
            refused.defines, refused.kind = isinstance(node, DEFINITIONS), _kind(node)
            refused.head = node.lineno
            if why[1] in _INSIDE_ONLY and not refused.defines:
                refused.rest = "block" if hasattr(node, "body") else "function"
            statements.append(refused)
        else:
            statements.append(Statement(node.lineno, names, code, None, node))
        statements[-1].block = block
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
            if line == first_line + start and not _is_open_ended(tried):
                rest = _indented_rest(lines, start, ends[0])
                if rest is not None:  # a stray line costs itself, not what is below
                    starts.insert(position + 1, rest)
                    continue
            broken = _broken(lines[start : ends[0]], line, tried)
            broken.head, broken.lines = first_line + start, lines[start : ends[0]]
            if broken.error is not None and broken.error[1].startswith(_BODY_MISSING):
                _without_body(broken, lines, first_line)
            statements.append(broken)
        else:
            found, flags = _statements(tried, filename, flags)
            statements += found
        position += taken
    return _with_pasted(statements, lines, first_line), flags


def _with_pasted(statements: list[Statement], lines: list[str], first_line: int) -> list[Statement]:
    """The same, with what was pasted along with other signs as one statement that is broken."""
    heads = {one.head - first_line for one in statements if one.error is not None}
    for part in pasted_parts(lines, heads):
        error: Error = ("SyntaxError", "invalid syntax", part.key, {})
        whole = Statement(first_line + part.start, (), None, error, None)
        whole.names, whole.lines = probable_names(part.lines or [""]), part.lines
        whole.rest = "function" if part.is_inner else ""
        whole.defines = not whole.rest and any(line.startswith(_BLOCKS) for line in part.lines)
        inside = range(whole.head, first_line + part.end)
        before = [one for one in statements if one.head < whole.head]
        after = [one for one in statements if one.head >= inside.stop]
        statements = [*before, whole, *after]
    return statements


def _attempt(
    lines: list[str], start: int, end: int, first_line: int, filename: str, flags: int
) -> _ast.Module | BaseException:
    try:
        return _parse("\n".join(lines[start:end]), first_line + start, filename, flags)
    except _UNREADABLE as error:
        return error


def _outdented(lines: list[str]) -> list[str]:
    """The lines of a cell that is indented as a whole, without its margin; none of any other."""
    first = next((line for line in lines if _has_code(line)), "")
    margin = first[: len(first) - len(first.lstrip(" \t"))]
    if not margin or any(_has_code(line) and line[0] not in " \t" for line in lines):
        return []
    return [line.removeprefix(margin) for line in lines]


def _has_code(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _chunk_starts(lines: list[str]) -> list[int]:
    leading = next((index for index, line in enumerate(lines) if _has_code(line)), len(lines))
    starts = [leading] if leading < len(lines) and lines[leading][0] in " \t\f" else []
    after_decorator = False
    for index, line in enumerate(lines):
        if not line or line[0] in " \t\f" or line.startswith(_CONTINUES):
            continue
        if line[0] == "[" and index and _is_row_open(lines[index - 1]):
            continue  # a further row of a printed array, which has lost its blank
        if not after_decorator:
            starts.append(index)
        after_decorator = line[0] == "@"
    return starts


def _is_row_open(line: str) -> bool:
    """Whether a line ends with a row of numbers in brackets that another row may follow."""
    text = line[:1000].partition("#")[0].rstrip().rstrip(",;")
    numbers = text[text.rfind("[") + 1 : -1]
    is_row = text.endswith("]") and bool(numbers) and not numbers.strip("0123456789.,+-eE \t")
    is_first = text.count("[") > text.count("]")
    return is_row and (is_first or text.startswith("["))


def _indented_rest(lines: list[str], start: int, end: int) -> int | None:
    """The first indented line below a line that opens no block; None if there is none."""
    head = lines[start].partition("#")[0].rstrip()
    if (
        head[0] in " \t\f"
        or head.startswith(_BLOCKS)
        or head.endswith((":", "(", "[", "{", ",", "\\"))
        or sum(map(head.count, "([{")) > sum(map(head.count, ")]}"))
    ):
        return None
    for index in range(start + 1, end):
        line = lines[index]
        if line[:1] in (" ", "\t") and line.strip() and not line.lstrip().startswith("#"):
            return index
    return None


def _broken(chunk: list[str], line: int, error: BaseException) -> Statement:
    """The statement of lines that cannot be read."""
    import re

    broken = Statement(line, probable_names(chunk), None, _why(error), None)
    header = r"(?:async\s+)?(?:def|class)\b"
    heads = (re.match(header, one[:1000]) for one in chunk[:1000])
    broken.defines = re.match(header, chunk[0]) is not None or (
        chunk[0][0] == "@" and any(heads)  # else it is a stray line
    )
    broken.bound = () if broken.defines else bound_names(chunk)
    if re.match(r"class\b", chunk[0]):
        broken.kind = "class"
    elif re.match(r"(?:async\s+)?def\s+\w+\s*\(\s*self\b", chunk[0][:1000]):
        broken.kind = "method"
    is_askew = _is_wrong_dedent(error) or _is_open_ended(error)
    if chunk[0][0] in " \t\f" or (is_askew and not broken.defines):
        method = re.compile(r"\s+(?:(?:async\s+)?def\b|@)")
        inside = re.compile(r"\s+(?:(?:return|yield)\b|.*\bself\.)")
        first = next((one for one in chunk if one[:1] in (" ", "\t") and one.strip()), "")
        if method.match(first[:1000]):
            broken.rest = "class"
        elif any(inside.match(one[:1000]) or method.match(one[:1000]) for one in chunk[:1000]):
            broken.rest = "function"
    return broken


def _without_body(broken: Statement, lines: list[str], first_line: int) -> None:
    """Says what stands where a block was expected; nothing if the source ends there."""
    import re

    assert broken.error is not None
    opening = re.search(r" on line (\d+)$", broken.error[1])
    above = int(opening[1]) if opening else broken.line
    below = range(above - first_line + 1, len(lines))
    found = next((index for index in below if _has_code(lines[index])), None)
    if opening is None or found is None:
        return
    text = lines[found].strip()
    shown = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
    position = str(len(lines[found]) - len(lines[found].lstrip()) + 1)
    details: Details = {"place": above, "text": shown, "position": position}
    broken.line = first_line + found
    broken.error = (*broken.error[:2], "body-not-indented", details)


def _kind(node: Any) -> str:
    if isinstance(node, _ast.ClassDef):
        return "class"
    return "method" if isinstance(node, FUNCTIONS) and takes_self(node) else ""


def _is_stray_indent(error: BaseException) -> bool:
    return isinstance(error, IndentationError) and "unexpected indent" in str(error)


def _is_wrong_dedent(error: BaseException) -> bool:
    return isinstance(error, IndentationError) and "unindent does not match" in str(error)


def _is_open_ended(error: BaseException) -> bool:
    message = str(error)
    return "was never closed" in message or "unterminated triple-quoted" in message
