"""Scripts of nbconvert: magics are calls of ``get_ipython()``, and cells with one are texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.intake.passage import Passage

_TEXT = r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*\""""
_CELL = re.compile(
    rf"^get_ipython\(\)\.run_cell_magic\(({_TEXT}), ({_TEXT}), ({_TEXT})\)[ \t]*$", re.MULTILINE
)
_CALL = re.compile(
    r"(?P<before>[ \t]*(?:[\w \t.,*\[\]()]+=[ \t]*)?)get_ipython\(\)\."
    rf"(?P<what>run_line_magic|system|getoutput|magic)\((?P<first>{_TEXT})"
    rf"(?:, (?P<second>{_TEXT}))?\)[ \t]*$"
)
_ESCAPE = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_CALLED = "get_ipython()."


def passages_of(source: str) -> Iterator[Passage]:
    """The script, cut where a cell with a magic is a text in it, and those cells as they were.

    Their lines are counted from the one below the magic. Calls for single lines are the magics
    that they stand for.
    """
    if _CALLED not in source:
        yield Passage(source)
        return
    source = "\n".join(map(_as_magic, source.split("\n")))
    line = 1
    start = 0
    for found in _CELL.finditer(source):
        if (before := source[start : found.start()]).strip():
            yield Passage(before, first_line=line)
        line += source.count("\n", start, found.start())
        magic, options, cell = (_read(each) for each in found.groups())
        yield Passage(f"%%{magic} {options}".rstrip() + "\n" + cell, f"line {line}")
        line += source.count("\n", found.start(), found.end())
        start = found.end()
    if source[start:].strip():
        yield Passage(source[start:], first_line=line)


def _as_magic(line: str) -> str:
    found = _CALL.match(line) if _CALLED in line else None
    if found is None:
        return line
    magic = _read(found["first"])
    if found["what"] == "run_line_magic" and magic in ("time", "timeit"):
        return f"{found['before']}%{magic} {_read(found['second'] or '')}"
    return f"{found['before']}!"


def _read(text: str) -> str:
    """The value of a text that Python has written with ``repr``."""
    return _ESCAPE.sub(_character, text[1:-1])


def _character(found: re.Match[str]) -> str:
    code = found[1]
    if len(code) > 1:
        value = int(code[1:], 16)
        return chr(value) if value < 0x110000 else "\ufffd"
    return _ESCAPED.get(code, code)
