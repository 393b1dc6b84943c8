r"""Patterns of Python's as JavaScript has them, with its flag ``v``, so that both match alike.

Python's ``\d``, ``\w``, ``\s`` and ``\b`` know all letters and digits; JavaScript's do not.
"""

from __future__ import annotations

import re

_SPACE = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_LETTER = r"\p{L}\p{N}_"
_SETS = {"d": r"\p{Nd}", "w": _LETTER, "s": _SPACE}
_EDGE = f"(?:(?<=[{_LETTER}])(?![{_LETTER}])|(?<![{_LETTER}])(?=[{_LETTER}]))"
_ESCAPED_IN_SET = frozenset("()[]{}/-\\|&!#$%*+,.:;<=>?@^`~")
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")


def in_javascript(pattern: re.Pattern[str]) -> tuple[str, str]:
    """The source and the flags of a pattern. Raises ValueError for what has no counterpart."""
    made: list[str] = []
    text, at = pattern.pattern, 0
    while at < len(text):
        if text[at] == "[":
            taken, at = _set(text, at)
        elif text.startswith("(?P<", at):
            taken, at = "(?<", at + 4
        elif text[at] == "\\":
            taken, at = _outside(text[at + 1]), at + 2
        elif text[at] == "/":
            taken, at = r"\/", at + 1
        else:
            taken, at = text[at], at + 1
        made.append(taken)
    flags = "v"
    flags += "s" if pattern.flags & re.DOTALL else ""
    flags += "i" if pattern.flags & re.IGNORECASE else ""
    return "".join(made), flags


def _outside(letter: str) -> str:
    """An escaped letter that stands in no set."""
    if letter == "b":
        return _EDGE
    if letter in _SETS:
        return f"[{_SETS[letter]}]"
    return _escaped(letter, _SYNTAX)


def _set(text: str, start: int) -> tuple[str, int]:
    r"""A set of characters, such as ``[^\W\d_]``, and where it ends."""
    at, made = start + 1, "["
    if text[at] == "^":
        at, made = at + 1, "[^"
    first = at
    while text[at] != "]" or at == first:
        one, at = _member(text, at)
        if text[at] == "-" and text[at + 1] != "]":
            last, at = _member(text, at + 1)
            one = f"{one}-{last}"
        made += one
    return f"{made}]", at + 1


def _member(text: str, at: int) -> tuple[str, int]:
    """A character of a set, or a set within it, and where it ends."""
    if text[at] != "\\":
        return _literal(text[at], _ESCAPED_IN_SET), at + 1
    letter = text[at + 1]
    if letter in _SETS:
        return _SETS[letter], at + 2
    if letter.lower() in _SETS:
        return f"[^{_SETS[letter.lower()]}]", at + 2
    return _escaped(letter, _ESCAPED_IN_SET), at + 2


def _literal(letter: str, escaped: frozenset[str]) -> str:
    """A character that means itself."""
    return f"\\{letter}" if letter in escaped else letter


def _escaped(letter: str, escaped: frozenset[str]) -> str:
    """A character that means itself behind a stroke."""
    if letter.isalnum():
        raise ValueError(f"a pattern for JavaScript has no \\{letter}")
    return _literal(letter, escaped)
