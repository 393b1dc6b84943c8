"""A student's program, loaded as the grader does it: what fails in it is passed over.

Part of the script that repeats a check.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_SECTION = re.compile(r"^# ?%%[ \t]*problem[ \t]+(\w+)", re.IGNORECASE)


class Program:
    """What a program has at the end of the section of a problem, and at its own end."""

    def __init__(self, at_section: Mapping[str, Any], at_end: Mapping[str, Any]) -> None:
        self._at_section = at_section
        self._at_end = at_end

    def __getattr__(self, name: str) -> Any:
        """What has a name. Raises NameError where nothing has."""
        for names in (self._at_section, self._at_end):
            if name in names:
                return names[name]
        raise NameError(f"the program has nothing called {name!r}")


def program_in(path: str, problem: str) -> Program:
    """The program in a .py or .ipynb file, of which each statement is carried out by itself."""
    names: dict[str, Any] = {"__name__": "__main__"}
    at_section: dict[str, Any] = {}
    for section, first_line, source in _sections(Path(path)):
        _carry_out(source, names, f"{path}, line {first_line}")
        if section == problem:
            at_section = dict(names)
    at_end = dict(names)
    names.update(at_section)  # functions look names up here
    return Program(at_section, at_end)


def _carry_out(source: str, names: dict[str, Any], place: str) -> None:
    try:
        statements = ast.parse(source).body
    except SyntaxError as error:
        print(f"{place} on: not carried out, since Python cannot read it ({error})")
        return
    for statement in statements:
        try:
            code = compile(ast.Module([statement], []), place, "exec")
            exec(code, names)  # noqa: S102  (whoever runs the script wants just that)
        except (Exception, SystemExit, KeyboardInterrupt) as error:
            where = f"statement {statement.lineno}"
            print(f"{place} on, {where}: passed over, {type(error).__name__}: {error}")


def _sections(path: Path) -> Iterator[tuple[str, int, str]]:
    """The parts of a file: which problem each answers, its first line, and its text."""
    section, first, lines = "", 1, list[str]()
    for number, line in enumerate(_source(path).splitlines(), start=1):
        if found := _SECTION.match(line):
            yield section, first, "\n".join(lines)
            section, first, lines = found[1], number, []
        lines.append(line)
    yield section, first, "\n".join(lines)


def _source(path: Path) -> str:
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix != ".ipynb":
        return text
    cells = json.loads(text)["cells"]
    code = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    lines = "\n".join(code).splitlines()
    return "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in lines)
