"""What to do about an error of Python's in an answer, or in a line above it.

Python's own words are in English and speak of what Python makes of the line, which is seldom what
its author meant. So none of them stands alone: beside each is told what to do, at the least.
"""

from __future__ import annotations

import re

from grader.messages.remark import Remark

_SYNTAX = ("SyntaxError", "IndentationError", "TabError")

_CAUSES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"(?:list|tuple) indices must be integers or slices, not tuple", "row-after-row"),
        (r"indices must be integers or slices, not (?:list|float)", "row-after-row"),
        (r"'(?:int|float|str|list|tuple)' object is not callable", "sign-before-bracket"),
        (r"unsupported operand type\(s\) for \|:", "bar-for-comma"),
        (r"unsupported operand type\(s\) for .*'str'", "text-in-python"),
        (r"unsupported operand type\(s\) for .*'(?:list|tuple|set|dict)'", "list-in-python"),
        (r"bad operand type for (?:unary .|abs\(\)): '(?:list|tuple)'", "list-in-python"),
        (r"bad operand type for (?:unary .|abs\(\)): 'str'", "text-in-python"),
        (r"can't multiply sequence by non-int", "list-in-python"),
        (r"can only concatenate (?:list|tuple)", "list-in-python"),
        (r"can only concatenate str|must be str, not|could not convert string", "text-in-python"),
        (r"not supported between instances of '(?:list|tuple)'", "list-in-python"),
        (r"not supported between instances of .*'(?:list|tuple)'", "list-in-python"),
        (r"not supported between instances of .*'str'", "text-in-python"),
        (r"dtype\('<U\d+'\)|dtype\[str_\]", "text-in-python"),
        (r"too many indices", "index-too-many"),
        (r"inhomogeneous shape", "ragged"),
    )
)
_NOT_DEFINED = re.compile(r"name '(\w{1,40})' is not defined")
_BEYOND = re.compile(r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)")


def known_cause(kind: str, message: str) -> Remark | None:
    """What an error of Python's mostly comes of, and what to do; None where that is not known."""
    if found := _BEYOND.search(message):
        return Remark("index-beyond", {"index": int(found[1]), "size": int(found[2])})
    key = next((key for pattern, key in _CAUSES if pattern.search(message)), None)
    key = key or _OF_TYPE.get(kind)
    return None if key is None or kind in _SYNTAX else Remark(key)


_OF_TYPE = {
    "AttributeError": "error-of-attribute",
    "IndexError": "error-of-index",
    "KeyError": "error-of-key",
    "RecursionError": "error-of-recursion",
    "ZeroDivisionError": "division-by-zero",
}


def what_to_do(kind: str, message: str) -> Remark:
    """As `known_cause`, of a line that is no answer; at the least where to look."""
    if kind in _SYNTAX:
        return Remark("error-of-syntax")
    if found := _NOT_DEFINED.match(message):
        return Remark("name-unknown", {"name": found[1]})
    return known_cause(kind, message) or Remark("error-in-line")
