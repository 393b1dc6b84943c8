"""In which line of a TOML file a value stands, which `tomllib` does not tell.

The text is one that `tomllib` has read: nothing is checked here.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""Keys of tables and, counted from 0, places in arrays."""

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]*")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_SPACE = re.compile(r"[ \t]*")


class TomlLines:
    """The lines of a TOML text, counted from 1."""

    def __init__(self, text: str) -> None:
        ends = [found.start() for found in re.finditer("\n", text)]
        self._lines: dict[Path, int] = {}
        for path, place in _Scanner(text).found():
            self._lines.setdefault(path, bisect_left(ends, place) + 1)

    def of(self, path: Path) -> int:
        """The line of a value, of its key that is; of what is not there, that of its table."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


class _Scanner:
    """Walks through a text and tells of each key and cell where it begins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._lengths: dict[Path, int] = {}  # of arrays of tables

    def found(self) -> Iterator[tuple[Path, int]]:
        table: Path = ()
        while self._skip(_BLANK) < len(self._text):
            start = self._place
            if self._takes("[["):
                table = self._resolved(self._key())
                number = self._lengths.get(table, 0)
                self._lengths[table] = number + 1
                yield from _each_part(table, start)
                table = (*table, number)
                yield table, start
                self._takes("]]")
            elif self._takes("["):
                table = self._resolved(self._key())
                yield from _each_part(table, start)
                self._takes("]")
            else:
                yield from self._pair(table)

    def _pair(self, table: Path) -> Iterator[tuple[Path, int]]:
        start = self._place
        path = (*table, *self._key())
        yield from _each_part(path, start)
        self._skip(_SPACE)
        self._takes("=")
        self._skip(_SPACE)
        yield from self._value(path)

    def _value(self, path: Path) -> Iterator[tuple[Path, int]]:
        if self._takes("["):
            number = 0
            while not self._ends_with("]"):
                yield (*path, number), self._place
                yield from self._value((*path, number))
                number += 1
        elif self._takes("{"):
            while not self._ends_with("}"):
                yield from self._pair(path)
        elif not self._skip_if(_STRING):
            self._skip(_SCALAR)

    def _ends_with(self, sign: str) -> bool:
        """Whether an array or a table ends here; what is between two values is passed over."""
        self._skip(_BLANK)
        if self._takes(","):
            self._skip(_BLANK)
        return self._takes(sign) or self._place >= len(self._text)

    def _key(self) -> tuple[str, ...]:
        parts: list[str] = []
        self._skip(_SPACE)
        while True:
            start = self._place
            if self._skip_if(_STRING):
                text = self._text[start : self._place]
                parts.append(tomllib.loads(f"key = {text}")["key"])
            else:
                self._skip_if(_BARE_KEY)
                parts.append(self._text[start : self._place])
            if not self._skip_if(_DOT):
                self._skip(_SPACE)
                return tuple(parts)

    def _resolved(self, key: tuple[str, ...]) -> Path:
        """A key of a table, in the last table of each array above it."""
        path: Path = ()
        for number, part in enumerate(key, start=1):
            path = (*path, part)
            if number < len(key) and path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        return path

    def _takes(self, sign: str) -> bool:
        if self._text.startswith(sign, self._place):
            self._place += len(sign)
            return True
        return False

    def _skip(self, pattern: re.Pattern[str]) -> int:
        self._skip_if(pattern)
        return self._place

    def _skip_if(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self._text, self._place)
        if found is None:
            return False
        self._place = found.end()
        return True


def _each_part(path: Path, place: int) -> Iterator[tuple[Path, int]]:
    """A path and those of the tables above it, which may be told of here for the first time."""
    for length in range(1, len(path) + 1):
        yield path[:length], place
