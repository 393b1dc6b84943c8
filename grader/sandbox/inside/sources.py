"""The source of the program, where tracebacks and `inspect` look for it.

Loaded by path in the child.
"""

from __future__ import annotations

import linecache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .reading import Statement

FILE = "submission.py"


class Sources:
    """The lines of the cells, and of the file that they are from, if they are from one."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        """``namespace`` are the globals of the program, which know the name of the file."""
        self.namespace = namespace
        self.lines: list[str] = []

    def show(self, cell: int, source: str, first_line: int, statements: list[Statement]) -> None:
        """Lets the lines of a cell be found, as `inspect` and `torch.jit.script` need them.

        What cannot be read is left out, since `inspect` parses all to find a class.
        """
        lines = [f"{line}\n" for line in _lines(source)]
        if any(one.error is not None for one in statements):
            lines = _readable(lines, statements, first_line)
        shown = ["\n"] * (first_line - 1) + lines
        linecache.cache[file_of(cell)] = (len(source), None, shown, FILE)
        if first_line <= len(self.lines):
            self.lines = []
            self.namespace.pop("__file__", None)
            linecache.cache.pop(FILE, None)
        elif cell == 0 or self.lines:
            self.lines += ["\n"] * (first_line - 1 - len(self.lines)) + lines
            self.namespace["__file__"] = FILE
            linecache.cache[FILE] = (len(self.lines), None, self.lines, FILE)


def file_of(cell: int) -> str:
    """The name under which the code of a cell is known."""
    return f"<submission {cell}>"


def change_inspect(module: Any) -> None:
    """Has `inspect` look for a class of the program in its cell, as it does for a function.

    Cells of a notebook are no file, and `inspect` asks a class for that of its module.
    """
    if not isinstance(module.getfile, InCells):
        module.getfile = InCells(module.getfile)


class InCells:
    """In place of ``inspect.getfile``: what it says of all but classes of the program."""

    def __init__(self, getfile: Callable[[Any], str]) -> None:
        self.getfile = getfile

    def __call__(self, object: Any) -> str:  # noqa: A002  (its name in `inspect`)
        """The file of an object. Raises TypeError, and OSError, where it has none."""
        if isinstance(object, type) and object.__module__ == "submission":
            cell = _cell_of_class(object.__name__)
            if cell is not None:
                return file_of(cell)
        return self.getfile(object)


def _cell_of_class(name: str) -> int | None:
    """The last cell that defines a class of a name."""
    cell = 0
    found = None
    while lines := linecache.getlines(file_of(cell)):
        if any(_head_of(line) == ["class", name] for line in lines):
            found = cell
        cell += 1
    return found


def _head_of(line: str) -> list[str]:
    """The words of a line before the first bracket or colon."""
    for sign in "([:":
        line = line.partition(sign)[0]
    return line.split()


def _readable(lines: list[str], statements: list[Statement], first_line: int) -> list[str]:
    """The lines on which something stands that can be read; the others are empty."""
    kept = ["\n"] * len(lines)
    for one in statements:
        if one.node is not None:
            decorators = getattr(one.node, "decorator_list", [])
            start = min([one.node.lineno, *(each.lineno for each in decorators)]) - first_line
            end = (one.node.end_lineno or one.node.lineno) - first_line + 1
            kept[start:end] = lines[start:end]
    return kept


def _lines(source: str) -> list[str]:
    """The lines of a cell, as `reading` numbers them."""
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
