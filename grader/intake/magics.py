"""What is no Python in the cells of a notebook: magics, shell lines, and questions for help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

_NO_PYTHON = (
    *("!", "HTML", "R", "SVG", "bash", "bigquery", "cmd", "cython", "file", "html", "javascript"),
    *("js", "julia", "latex", "markdown", "mermaid", "octave", "perl", "pypy", "python2", "ruby"),
    *("script", "sh", "shell", "sql", "svg", "sx", "system", "writefile"),
)
"""Cell magics below which no Python stands, or Python that does not run in the notebook."""

# the options of %timeit, such as -n 10 and -q, are no part of its statement
_OPTIONS = r"(?:\s+-(?:[nrp]\s*\d+|[tcqov]+))*"
_TIMED = re.compile(rf"(\s*)%(?:time|timeit{_OPTIONS})\s+(?=\S)")
_TIMED_VALUE = re.compile(r"([\w\s.,*\[\]()]+=\s*)%time\s+(?=\S)")
_ASSIGNED_MAGIC = re.compile(r"[\w\s.,*\[\]()]+=\s*(?:!|%\w)")
_SHELL_VALUE = re.compile(r"\w[\w .,*\[\]()]*=[ \t]*!(?!=)")
_CELL_BORDER = re.compile(r"#[ \t]*(?:%%|In\[)")
_CELL_MAGIC = re.compile(r"\s*%%(!|\w+)")

_LINE_MAGICS = (
    *("alias", "autoreload", "autosave", "cd", "colors", "conda", "config", "debug", "env"),
    *("load_ext", "logstart", "ls", "matplotlib", "memit", "mkdir", "pip", "precision", "prun"),
    *("psearch", "pwd", "pylab", "reload_ext", "reset", "run", "time", "timeit", "uv"),
    *("watermark", "who", "whos", "xmode"),
)
_SCRIPT_MAGIC = re.compile(rf"!|%%\w|%(?:{'|'.join(_LINE_MAGICS)})\b")


def cell_magic(source: str) -> str | None:
    """The magic with which a cell begins, such as ``%%bash``, if no Python stands below it."""
    found = _CELL_MAGIC.match(_first(source.split("\n")))
    return f"%%{found[1]}" if found and found[1] in _NO_PYTHON else None


def _first(lines: list[str]) -> str:
    return next((line for line in lines if line.strip()), "")


def without_magics(source: str) -> str:
    """A cell's source with magics (``%``), shell lines (``!``) and help (``?``) left out.

    The lines stay, empty, so that line numbers hold; of ``%time`` and ``%timeit`` the statement
    stays. Like IPython it reads a cell that is indented as a whole.
    """
    lines = source.split("\n")
    first = _first(lines)
    if margin := first[: len(first) - len(first.lstrip(" \t"))]:
        lines = [line.removeprefix(margin) for line in lines]
    return "\n".join(_without_magics(lines, _is_magic))


def _without_magics(lines: Iterable[str], is_magic: Callable[[str], bool]) -> Iterator[str]:
    opening = False  # the line above opens a block, which needs a statement
    for whole in lines:
        line = whole
        if is_magic(line):
            for timed in (_TIMED, _TIMED_VALUE):
                line = timed.sub(r"\1", line, count=1) if timed.match(line) else line
        if is_magic(line):
            margin = line[: len(line) - len(line.lstrip())]
            line = f"{margin}pass" if opening and margin else ""
        yield line
        if line.strip():
            opening = line.rstrip().endswith(":")


def _is_magic(line: str) -> bool:
    text = line.strip()
    return (
        text.startswith(("!", "?", "%%"))
        or (text.startswith("%") and text[1:2].isalpha())
        or _ASSIGNED_MAGIC.match(text) is not None
        or _asks_for_help(text)
    )


def _asks_for_help(text: str) -> bool:
    return text.endswith("?") and text.rstrip("?").replace(".", "").isidentifier()


def script_without_magics(source: str) -> tuple[str, list[tuple[int, str]]]:
    """A script with the magics that an editor has written into it from a notebook left out.

    Only what no script can mean is taken for one: a line may also begin with ``%`` in the midst of
    an expression. Returned are also the lines, from 0, and the magics of cells that are no Python;
    such a cell goes up to the next line ``# %%``.
    """
    if not any(sign in source for sign in ("%", "!", "?")):
        return source, []
    lines = source.split("\n")
    left_out: list[tuple[int, str]] = []
    begun: tuple[int, str] | None = None  # the line and the magic of a cell that is no Python
    for place, line in enumerate(lines):
        if magic := cell_magic(line) if line.startswith("%%") else None:
            begun = (place, magic)
            lines[place] = ""
        elif _CELL_BORDER.match(line):
            begun = None
        elif begun and line.strip():
            left_out.append(begun)
            lines[place] = ""
    return "\n".join(_without_magics(lines, _is_magic_of_script)), list(dict.fromkeys(left_out))


def _is_magic_of_script(line: str) -> bool:
    return (
        _SCRIPT_MAGIC.match(line) is not None
        or _asks_for_help(line)
        or _SHELL_VALUE.match(line) is not None
    )
