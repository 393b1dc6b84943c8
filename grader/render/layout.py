"""Formulas on lines of their own, as Unicode text: matrices in aligned rows, the rest in a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from types import MappingProxyType

from grader.document.formula import (
    Fenced,
    Formula,
    Letter,
    Matrix,
    Row,
    Scripts,
    Slices,
    at_relations,
    side_by_side,
)
from grader.render.linear import linear

_TALL = MappingProxyType(
    {
        "(": "⎛⎜⎝",
        ")": "⎞⎟⎠",
        "[": "⎡⎢⎣",
        "]": "⎤⎥⎦",
        "{": "⎧⎨⎩",
        "}": "⎫⎬⎭",
        "|": "│││",
        "⌊": "⎢⎢⎣",
        "⌋": "⎥⎥⎦",
        "⌈": "⎡⎢⎢",
        "⌉": "⎤⎥⎥",
    }
)
"""The pieces of tall brackets: the first line's, those between, the last line's."""

_INDENT = "  "
_APART = "    "


@dataclass(frozen=True)
class _Box:
    """Lines of one width, and which of them is level with what stands beside it."""

    lines: tuple[str, ...]
    axis: int

    @property
    def width(self) -> int:
        return len(self.lines[0])


def display(formula: Formula, width: int) -> list[str]:
    """A formula in lines of at most ``width``, if its own pieces allow it."""
    return [*_display(formula, width)]


@lru_cache(maxsize=512)  # most stand in the text of every language
def _display(formula: Formula, width: int) -> Sequence[str]:
    lines: list[str] = []
    for band in _side_by_side([_bands(piece, width) for piece in side_by_side(formula)], width):
        if lines and len(band) > 1:
            lines.append("")
        lines += [line.rstrip() for line in band]
    return lines


def _side_by_side(pieces: list[list[_Box]], width: int) -> Iterator[tuple[str, ...]]:
    """Formulas that stand side by side as long as there is room for them."""
    row: _Box | None = None
    for bands in pieces:
        (first, *others) = bands
        if row is not None and not others and row.width + len(_APART) + first.width <= width:
            row = _beside([row, _line(_APART), first])
            continue
        if row is not None:
            yield row.lines
        row = None if others else first
        for number, band in enumerate(bands if others else ()):
            yield tuple(f"{_INDENT if number else ''}{line}" for line in band.lines)
    if row is not None:
        yield row.lines


def _bands(formula: Formula, width: int) -> list[_Box]:
    """A formula from left to right; a relation begins a new band where the last one is full."""
    bands: list[_Box] = []
    for piece in at_relations(formula):
        box = _box(piece)
        if bands and bands[-1].width + 1 + box.width + len(_INDENT) <= width:
            bands[-1] = _beside([bands[-1], _line(" "), box])
        else:
            bands.append(box)
    return [part for band in bands for part in _folded(band, width)]


def _folded(box: _Box, width: int) -> Iterator[_Box]:
    """A band of one line that is too long is folded at its blanks."""
    if len(box.lines) > 1 or box.width <= width:
        yield box
        return
    line = ""
    for word in _words(box.lines[0], width - len(_INDENT)):
        if line and len(line) + 1 + len(word) > width - len(_INDENT):
            yield _line(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield _line(line)


def _words(line: str, most: int) -> Iterator[str]:
    """What a line is folded between: signs go with what follows, brackets with what is in them."""
    word, depth = "", 0
    for part in line.split(" "):
        word = f"{word} {part}" if word else part
        depth += sum(part.count(c) for c in "([⌊⌈") - sum(part.count(c) for c in ")]⌋⌉")
        if not depth and part[-1:].isalnum() | (part[-1:] in tuple(")]⌋⌉,")):
            yield from [word] if len(word) <= most else word.split(" ")
            word = ""
    if word:
        yield word


def _box(formula: Formula) -> _Box:
    match formula:
        case Matrix():
            return _matrix(formula)
        case Slices(parts=parts):
            boxes = [_box(part) for part in parts]
            return _fenced("[", _stacked(boxes), "]")
        case Fenced(left=left, inside=inside, right=right) if _is_tall(inside):
            return _fenced(left, _box(inside), right)
        case Scripts(base=base, above=above) if _is_tall(base):
            box, script = _box(base), linear(Scripts(Row(()), formula.below, above))
            lines = (
                f"{box.lines[0]}{script}",
                *(f"{ln}{' ' * len(script)}" for ln in box.lines[1:]),
            )
            return _Box(lines, box.axis)
        case Row(parts=parts) if any(map(_is_tall, parts)):
            return _beside(list(_runs(parts)))
    return _line(linear(formula))


def _is_tall(formula: Formula) -> bool:
    match formula:
        case Matrix() | Slices():
            return True
        case Fenced(inside=inside):
            return _is_tall(inside)
        case Scripts(base=base):
            return _is_tall(base)
        case Row(parts=parts):
            return any(map(_is_tall, parts))
    return False


def _runs(parts: Sequence[Formula]) -> Iterator[_Box]:
    """Tall parts by themselves, and what stands between them in lines, with its blanks."""
    run: list[Formula] = []
    seen = False
    for part in parts:
        if not _is_tall(part):
            run.append(part)
            continue
        if run:
            yield _line(_run(run, before=seen, after=True))
        yield _box(part)
        run, seen = [], True
    if run:
        yield _line(_run(run, before=seen, after=False))


def _run(run: list[Formula], *, before: bool, after: bool) -> str:
    """The text of a run; a letter stands for a tall part beside it, whose blanks are the run's."""
    stand_in = (Letter("x"),)
    text = linear(Row((*(stand_in if before else ()), *run, *(stand_in if after else ()))))
    return text[before : len(text) - after]


def _line(text: str) -> _Box:
    return _Box((text,), 0)


def _beside(boxes: Sequence[_Box]) -> _Box:
    above = max(box.axis for box in boxes)
    below = max(len(box.lines) - box.axis for box in boxes)
    rows = []
    for row in range(-above, below):
        places = [(box, box.axis + row) for box in boxes]
        rows.append(
            "".join(b.lines[at] if 0 <= at < len(b.lines) else " " * b.width for b, at in places)
        )
    return _Box(tuple(rows), above)


def _stacked(boxes: Sequence[_Box]) -> _Box:
    """Boxes one under another, with an empty line between any that are tall."""
    width = max(box.width for box in boxes)
    lines: list[str] = []
    for box in boxes:
        if lines and len(box.lines) > 1:
            lines.append(" " * width)
        lines += [line.ljust(width) for line in box.lines]
    return _Box(tuple(lines), (len(lines) - 1) // 2)


def _matrix(matrix: Matrix) -> _Box:
    """Numbers right under one another, in brackets as tall as they are."""
    cells = [[linear(cell) for cell in row] for row in matrix.rows]
    widths = [max(map(len, column)) for column in zip_longest(*cells, fillvalue="")]
    justify = str.ljust if matrix.left == "{" else str.rjust
    lines = tuple(
        "  ".join(justify(cell, width) for cell, width in zip(row, widths, strict=True))
        for row in cells
    )
    return _fenced(matrix.left, _Box(lines, (len(lines) - 1) // 2), matrix.right)


def _fenced(left: str, box: _Box, right: str) -> _Box:
    """A box in brackets; round and square ones of one line are those of the line."""
    if len(box.lines) == 1:
        return _Box((f"{left}{box.lines[0]}{right}",), 0)
    lines = tuple(
        f"{_piece(left, n, len(box.lines))}{line}{_piece(right, n, len(box.lines))}"
        for n, line in enumerate(box.lines)
    )
    return _Box(lines, box.axis)


def _piece(bracket: str, line: int, lines: int) -> str:
    if not bracket:
        return ""
    pieces = _TALL[bracket]
    piece = pieces[0 if line == 0 else 2 if line == lines - 1 else 1]
    return f"{piece} " if bracket in "([{|⌊⌈" else f" {piece}"
