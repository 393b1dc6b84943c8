"""Characters that sheets, web pages and word processors put where Python wants others.

A minus sign, a no-break space or a curly quote outside of texts has but one reading as Python, and
a sheet of ours that prints ``−1`` is where it may have been copied from. Only a source that Python
refuses is read so, and texts and comments stay as they are, as do the numbers of lines.

Loaded by path in the child, as `reading` is.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    Replaced = tuple[int, int, str, str]
    """Line, character (from 1), what stands there, and what it was read as."""

_BLANK = " "
_LEFT_OUT = ""

_AS = {
    **dict.fromkeys("−‐‑‒–﹣－", "-"),
    **dict.fromkeys("×⋅∙∗✕✖⨯＊", "*"),
    **dict.fromkeys("÷∕⁄／", "/"),
    **{"≤": "<=", "≥": ">=", "≠": "!=", "…": "..."},
    **dict(zip("＋＝，．：；（）［］｛｝＜＞％！", "+=,.:;()[]{}<>%!", strict=True)),
}
_INVISIBLE = frozenset(
    chr(code)
    for first, last in (
        *((0x00AD, 0x00AD), (0x061C, 0x061C), (0x180E, 0x180E), (0x200B, 0x200F)),
        *((0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F), (0xFEFF, 0xFEFF)),
    )
    for code in range(first, last + 1)
)
"""Characters without a width: format controls, marks of direction, joiners, byte order marks."""

_POWERS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_INDICES = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
_PARTS = {"½": "(1/2)", "⅓": "(1/3)", "⅔": "(2/3)", "¼": "(1/4)", "¾": "(3/4)"}
_QUOTES = {**dict.fromkeys("“”„‟«»＂", '"'), **dict.fromkeys("‘’‚‛＇", "'")}
_MIDDLE_DOT = "·"
"""A sign of multiplication, unless it stands in a name, as in ``col·lecció``."""


def in_pythons(text: str, first_line: int) -> tuple[str, list[Replaced]]:
    """A source in the characters of Python, and what was replaced: each character once."""
    return _Reader(text, first_line).read()


class _Reader:
    """Goes through a source once, past its texts and comments."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.at = 0
        self.line = first_line
        self.line_start = 0
        self.made: list[str] = []
        self.replaced: dict[str, Replaced] = {}

    def read(self) -> tuple[str, list[Replaced]]:
        text = self.text
        while self.at < len(text):
            character = text[self.at]
            if character == "\n":
                self._copy(1)
            elif character == "#":
                end = text.find("\n", self.at)
                self._copy((len(text) if end < 0 else end) - self.at)
            elif character in "'\"":
                self._copy(self._end_of_text(character) - self.at)
            elif character.isascii():
                self._copy(1)
            else:
                self._other(character)
        return "".join(self.made), list(self.replaced.values())

    def _copy(self, count: int) -> None:
        part = self.text[self.at : self.at + count]
        self.made.append(part)
        self.at += count
        if lines := part.count("\n"):
            self.line += lines
            self.line_start = self.at - (len(part) - part.rindex("\n") - 1)

    def _replace(self, count: int, by: str) -> None:
        found = self.text[self.at : self.at + count]
        column = self.at - self.line_start + 1
        self.replaced.setdefault(found, (self.line, column, found, by))
        self.made.append(by)
        self.at += count

    def _end_of_text(self, quote: str) -> int:
        """Where a text ends; one that is not closed ends with its line, or with the source."""
        text, at = self.text, self.at
        is_long = text.startswith(quote * 3, at)
        closing = quote * 3 if is_long else quote
        at += len(closing)
        while at < len(text):
            if text[at] == "\\":
                at += 2
            elif text.startswith(closing, at):
                return at + len(closing)
            elif text[at] == "\n" and not is_long:
                return at
            else:
                at += 1
        return len(text)

    def _other(self, character: str) -> None:
        """A character that is no ASCII, outside of texts and comments."""
        if character in _AS:
            self._replace(1, _AS[character])
        elif character in _INVISIBLE:
            self._replace(1, _LEFT_OUT)
        elif character.isspace():
            self._replace(1, _BLANK)
        elif character in _QUOTES:
            self._quoted(_QUOTES[character])
        elif character in _POWERS or character == "⁻":
            self._power()
        elif character in _INDICES and self._is_in_name():
            self._replace(1, _INDICES[character])
        elif character in _PARTS and not self._follows_a_factor():
            self._replace(1, _PARTS[character])
        elif character == _MIDDLE_DOT and not self._is_in_name():
            self._replace(1, "*")
        elif character.isdecimal() and not self._is_in_name():
            self._replace(1, str(int(character)))
        else:
            self._copy(1)

    def _quoted(self, quote: str) -> None:
        """A text in curly quotes, of which both ends stand on a line and which has no others."""
        end = self.text.find("\n", self.at)
        line = self.text[self.at + 1 : len(self.text) if end < 0 else end]
        closing = next((at for at, c in enumerate(line) if _QUOTES.get(c, c) == quote), None)
        if closing is None or "\\" in line[:closing]:
            self._copy(1)
            return
        self._replace(1, quote)
        self._copy(closing)
        if self.text[self.at] == quote:
            self._copy(1)
        else:
            self._replace(1, quote)

    def _power(self) -> None:
        """``x²`` is ``x**2``."""
        end = self.at + (self.text[self.at] == "⁻")
        digits = ""
        while end < len(self.text) and self.text[end] in _POWERS:
            digits += _POWERS[self.text[end]]
            end += 1
        if not digits or not self._follows_a_factor():
            self._copy(1)
            return
        self._replace(end - self.at, f"**{'-' if self.text[self.at] == '⁻' else ''}{digits}")

    def _follows_a_factor(self) -> bool:
        before = self.made[-1][-1:] if self.made else ""
        return before in (")", "]") or before.isalnum() or before == "_"

    def _is_in_name(self) -> bool:
        """Whether what stands before is the beginning of a name."""
        start = self.at
        while start > self.line_start and _goes_on(self.text[start - 1]):
            start -= 1
        return start < self.at and self.text[start].isidentifier()


def _goes_on(character: str) -> bool:
    """Whether a name may go on with a character."""
    return f"a{character}".isidentifier() or character in _INDICES
