"""Notebooks of marimo: each cell is a function, and its text stands in calls of ``mo.md``."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Mapping, Sequence

_IS_ONE = re.compile(r"^app = marimo\.App\(", re.MULTILINE)
_IS_EXPORT = re.compile(r"^__generated_with = ", re.MULTILINE)
_IMPORT = re.compile(r"import marimo as mo\s*")
_BORDER = re.compile(r"@app\.|app\._unparsable_cell\(|with app\.setup\b|if __name__\b|app = ")
_INDENT = "    "
_RETURN = re.compile(r"    return\b")
_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*")
_TEXT = re.compile(r"mo\.md\(")
_TEXT_ENDS = re.compile(r"""(?:\"{3}|'{3}|["'])\s*\)\s*$""")


def without_marimo(source: str) -> str:
    """The program in a notebook of marimo, or in a script that marimo has made of one.

    The lines keep their numbers. Any other source stays as it is.
    """
    lines = source.split("\n")
    if _IS_ONE.search(source):
        return "\n".join(_without_texts(_unwrapped(lines)))
    if _IS_EXPORT.search(source):
        return "\n".join(_without_texts(lines))
    return source


def _unwrapped(lines: list[str]) -> list[str]:
    """The cells, one after the other; what is around them goes."""
    borders = [place for place, line in enumerate(lines) if _BORDER.match(line)]
    found = [""] * len(lines)
    for start, end in zip(borders, [*borders[1:], len(lines)], strict=True):
        line = lines[start]
        if line.startswith("@app.cell"):
            body = next((n + 1 for n in range(start, end) if lines[n].rstrip().endswith(":")), end)
            returns = [n for n in range(body, end) if _RETURN.match(lines[n])]
            stop = returns[-1] if returns else end
            found[body:stop] = [each.removeprefix(_INDENT) for each in lines[body:stop]]
        elif line.startswith("app._unparsable_cell("):
            found[start:end] = _unparsable(lines[start:end])
        elif line.startswith("with app.setup"):
            found[start + 1 : end] = [each.removeprefix(_INDENT) for each in lines[start + 1 : end]]
        elif line.startswith("@app."):  # a function or a class that stands alone
            found[start + 1 : end] = lines[start + 1 : end]
    return found


def _unparsable(lines: list[str]) -> list[str]:
    """A cell that marimo cannot read is kept as a text in three quotes."""
    found = [""] * len(lines)
    quotes = [n for n, line in enumerate(lines) if re.fullmatch(r'    r?"""[,)]*\s*', line)]
    if len(quotes) == 2:
        start, end = quotes
        inside = [line.removeprefix(_INDENT) for line in lines[start + 1 : end]]
        if not lines[start].lstrip().startswith("r"):
            inside = [re.sub(r"\\(.)", r"\1", line) for line in inside]
        found[start + 1 : end] = inside
    return found


def _without_texts(lines: list[str]) -> list[str]:
    found = ["" if _IMPORT.fullmatch(line) else line for line in lines]
    ends = deque(place for place, line in enumerate(lines) if _TEXT_ENDS.search(line))
    open_text = False
    for place, line in enumerate(lines):
        while ends and ends[0] < place:
            ends.popleft()
        open_text = open_text or (_TEXT.match(line) is not None and bool(ends))
        if open_text:
            found[place] = ""
            open_text = ends[0] != place
    return found


def without_marimo_import(source: str) -> str:
    """A cell without the import that marimo adds to notebooks, and that none of ours needs."""
    return "" if _IMPORT.fullmatch(source.strip()) else source


def with_names(parts: Sequence[tuple[str, Collection[str]]]) -> list[str]:
    """Sources, each with the names asked for there, with names that marimo has changed given back.

    marimo does so to a name that several cells give a value to, as two problems of one kind do:
    ``dx`` becomes ``_dx`` where no other cell uses it, and else ``dx_1`` in all of them. A source
    that has the name itself as well stays as it is.
    """
    numbered: dict[str, str] = {}
    found = []
    for source, names in parts:
        changed = _changed(source, names)
        numbered |= {each: name for each, name in changed.items() if each[0] != "_"}
        found.append(_renamed(source, changed))
    return [_renamed(source, numbered) for source in found]


def _changed(source: str, names: Collection[str]) -> dict[str, str]:
    """What marimo has made of the names, where it can be nothing else -> the names."""
    used = set(_NAME.findall(source))
    changed: dict[str, str] = {}
    for name in names:
        alike = re.compile(rf"_{re.escape(name)}|{re.escape(name)}_\d+")
        found = [each for each in used - set(names) if alike.fullmatch(each)]
        if len(found) == 1 and name not in used:
            changed[found[0]] = name
    return changed


def _renamed(source: str, changed: Mapping[str, str]) -> str:
    return _NAME.sub(lambda each: changed.get(each[0], each[0]), source) if changed else source
