"""What to do about an error that Python tells in few words, or in those of another mistake."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import NamedTuple

from grader.sandbox.outside.outcome import Hint, Raised
from grader.sandbox.outside.versions import NAMES, installed

Version = tuple[int, int]

_LONGEST = 2000
"""Characters of a line that are looked at."""


class Construct(NamedTuple):
    """Something that Python reads from a version on: how it looks, and whether a line has it."""

    shown: str
    since: Version
    is_in: Callable[[str], object]


_OPENING_F = re.compile(r"(?<![\w'\"])(?:[fF][rR]?|[rR][fF])(['\"])(?!\1\1)")


def _reuses_quotes(line: str) -> bool:
    """Whether an f-string has its own quote, a backslash or the end of the line within braces."""
    for opening in _OPENING_F.finditer(line):
        quote, depth = opening[1], 0
        text = line[opening.end() :]
        at = 0
        while at < len(text):
            character = text[at]
            if text[at : at + 2] in ("{{", "}}") and not depth:
                at += 1
            elif character in "{}":
                depth += 1 if character == "{" else -1
            elif depth > 0 and character in (quote, "\\"):
                return True
            elif character == quote:
                break
            elif character == "\\":
                at += 1
            at += 1
        else:
            if depth > 0:
                return True
    return False


def _pattern(text: str) -> Callable[[str], object]:
    return re.compile(text).search


CONSTRUCTS = (
    Construct(
        "[T = int]", (3, 13), _pattern(r"^\s*(?:(?:async\s+)?def|class|type)\s+\w+\[[^\]]*=")
    ),
    Construct("def f[T](x)", (3, 12), _pattern(r"^\s*(?:async\s+)?def\s+\w+\s*\[")),
    Construct("class C[T]", (3, 12), _pattern(r"^\s*class\s+\w+\s*\[")),
    Construct("type X = …", (3, 12), _pattern(r"^\s*type\s+[^\W\d]\w*\s*(?:\[.*\]\s*)?=")),
    Construct('f"{d["k"]}"', (3, 12), _reuses_quotes),
    Construct("except A, B:", (3, 14), _pattern(r"^\s*except\*?\s+[\w.]+(?:\s*,\s*[\w.]+)+\s*:")),
    Construct('t"…"', (3, 14), _pattern(r"(?<![\w'\"])(?:[tT][rR]?|[rR][tT])['\"]")),
    Construct("[*a for a in b]", (3, 15), _pattern(r"[\[({]\s*\*{1,2}\s*\w[^,]*?\bfor\b")),
    Construct("lazy import", (3, 15), _pattern(r"^\s*lazy\s+(?:import|from)\b")),
)
"""What Python reads since 3.12, with the newer before the older where a line may have both."""

_IN_F_STRINGS = {
    "f-string expression part cannot include '#'": 'f"{a  # b⏎}"',
    "f-string expression part cannot include a backslash": "f\"{a + '\\n'}\"",
    "f-string: expressions nested too deeply": 'f"{a:{b:{c}}}"',
}
"""What Python says of the braces of f-strings up to 3.11, whichever of its lines it names."""
_NEW_F_STRINGS = (3, 12)
_ENDS_IN_COMMENT = re.compile(r"\{[^{}]*#[^{}]*\}")
"""Braces that are closed in a comment alone, which no Python reads."""

NEW_NAMES: dict[str, Version] = {
    "itertools.batched": (3, 12),
    "math.sumprod": (3, 12),
    "typing.override": (3, 12),
    "typing.TypeAliasType": (3, 12),
    "collections.abc.Buffer": (3, 12),
    "copy.replace": (3, 13),
    "math.fma": (3, 13),
    "random.binomialvariate": (3, 12),
    "typing.ReadOnly": (3, 13),
    "typing.TypeIs": (3, 13),
    "warnings.deprecated": (3, 13),
    "annotationlib": (3, 14),
    "compression": (3, 14),
    "functools.Placeholder": (3, 14),
    "string.templatelib": (3, 14),
}
"""Names of the standard library, by the version that they came with."""

_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_PROMPT = re.compile(r"\s*(?:>>>|\.\.\.\s+\S|(?:In|Out)\s?\[\d*\]:)")
_COMMAND = re.compile(r"\s*(?:%%?\w|!\s*\w|\?\w)|\s*\w[\w.]*\?{1,2}\s*$")
_CHARACTER = re.compile(
    r"invalid (?:character '(?P<seen>.)'|non-printable character) ?\(?U\+(?P<code>\w+)"
)
_QUOTES = {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛´`", "'")}

_BLANK = re.compile(r"\b[Ee]llipsis\b")
"""What Python calls the three dots of a blank."""
_NO_MODULE = re.compile(r"No module named '([\w.]+)'")
_NO_ATTRIBUTE = re.compile(r"module '([\w.]+)' has no attribute '(\w+)'")
_NO_NAME = re.compile(r"cannot import name '(\w+)' from '([\w.]+)'")
_ONE_NUMBER = ("0-dimensional arrays can be converted", "length-1 arrays can be converted")
_NO_DECIMALS = re.compile(
    r"Cannot cast ufunc '\w+' output from dtype\('float\d+'\) to dtype\('u?int"
)
_OF_GENERATOR = "np.sum(generator)"
_NO_FORMAT = "unsupported format string passed to numpy.ndarray.__format__"
_NO_ROUND = "type numpy.ndarray doesn't define __round__"
_OUT_OF_REACH = re.compile(
    r"\[Errno 38\]"  # what a process may not do does not exist
    r"|\[Errno (?:2\] No such file or directory|13\] Permission denied)$"  # of what has no name
    r"|[Nn]ame resolution|Failed to resolve|nodename nor servname"
)
_SYNTAX = ("SyntaxError", "IndentationError", "TabError")


def on_source(error: Raised, line: str, python: Version | None = None) -> Hint | None:
    """What to do about a line that is no Python; None where Python's own words are enough.

    ``python`` is the version that reads it, that of this process if it is not given.
    """
    line = line[:_LONGEST]
    running = python or (sys.version_info.major, sys.version_info.minor)
    if _CONFLICT.match(line):
        return Hint("conflict-marks")
    if _PROMPT.match(line):
        return Hint("prompt")
    if _COMMAND.match(line):
        return Hint("notebook-command")
    if error.type == "TabError":
        return Hint("tabs-and-blanks")
    if (character := _CHARACTER.search(error.message)) is not None:
        return _on_character(chr(int(character["code"], 16)), line)
    for construct in CONSTRUCTS:
        if running < construct.since and construct.is_in(line):
            return _newer(construct.shown, construct.since, running)
    shown = _IN_F_STRINGS.get(error.message)
    if shown is None or running >= _NEW_F_STRINGS or _ENDS_IN_COMMENT.search(line):
        return None
    return _newer(shown, _NEW_F_STRINGS, running)


_PAIRS = {"(": ")", "[": "]", "{": "}"}
_IN_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"'(?P<opening>[(\[{])' was never closed", "never-closed"),
        (r"unmatched '(?P<closing>[)\]}])'", "never-opened"),
        (
            r"closing parenthesis '(?P<closing>[)\]}])' does not match opening parenthesis "
            r"'(?P<opening>[(\[{])'",
            "closed-otherwise",
        ),
        (r"f-string: expecting '(?P<needed>\})'", "brace-left-open"),
        (r"unterminated triple-quoted", "quotes-left-open"),
        (r"unterminated (?:f-)?string literal", "quote-left-open"),
        (r"expected ':'", "colon-missing"),
        (r"Perhaps you forgot a comma", "comma-missing"),
        (r"Maybe you meant '==' ", "equals-for-comparison"),
        (r"cannot assign to \w[\w ]* here\.", "equals-for-comparison"),
    )
)
"""What Python says of a line that is broken, and what to do about it."""


def on_broken_line(error: Raised) -> Hint | None:
    """What to do about a line by what Python says of it; None where that is not known."""
    for pattern, key in _IN_WORDS:
        if (found := pattern.search(error.message)) is not None:
            details = found.groupdict()
            if "opening" in details:
                details["needed"] = _PAIRS[details["opening"]]
            return Hint(key, details)
    return None


def _on_character(character: str, line: str) -> Hint:
    details = {
        "character": character if character.isprintable() else " ",
        "code": f"U+{ord(character):04X}",
        "position": str(line.find(character) + 1),
    }
    if character in _QUOTES:
        return Hint("other-quote", {**details, "instead": _QUOTES[character]})
    return Hint("other-character", details)


def _newer(construct: str, since: Version, running: Version) -> Hint:
    details = {"construct": construct, "needed": _told(since), "running": _told(running)}
    return Hint("needs-newer-python", details)


def _told(version: Version) -> str:
    return f"{version[0]}.{version[1]}"


def on_run(error: Raised, python: Version | None = None) -> Hint | None:
    """What to do about an error of a running program; None where its own words are enough."""
    running = python or (sys.version_info.major, sys.version_info.minor)
    message = error.message
    if _BLANK.search(message) is not None:
        return Hint("value-left-blank")
    if (module := _NO_MODULE.search(message)) is not None:
        return _on_module(module[1], running)
    if (attribute := _NO_ATTRIBUTE.search(message)) is not None:
        return _on_name(attribute[1], attribute[2], running)
    if (name := _NO_NAME.search(message)) is not None:
        return _on_name(name[2], name[1], running)
    if any(words in message for words in (*_ONE_NUMBER, _NO_FORMAT, _NO_ROUND)):
        return Hint("one-element", {"version": installed("numpy") or ""})
    if _NO_DECIMALS.search(message):
        return Hint("array-of-integers")
    if _OF_GENERATOR in message:
        return Hint("sum-of-generator", {"version": installed("numpy") or ""})
    if error.type == "EOFError" and message.startswith("EOF when reading"):
        return Hint("no-input")
    if _OUT_OF_REACH.search(message):
        return Hint("no-processes")
    if error.type == "NameError" and "·" in message:
        return Hint("middle-dot")
    if error.type == "IndexError" and "too many indices" in message:
        return Hint("index-too-many")
    return None


def _on_module(module: str, running: Version) -> Hint:
    since = NEW_NAMES.get(module, running)
    if running < since:
        return _newer(f"import {module}", since, running)
    library, _, part = module.partition(".")
    if part and (version := _version(library)):
        return Hint("lacks", {"library": version, "name": module})
    return Hint("not-installed", {"module": library})


def _on_name(module: str, name: str, running: Version) -> Hint | None:
    whole = f"{module}.{name}"
    since = NEW_NAMES.get(whole, running)
    if running < since:
        return _newer(whole, since, running)
    version = _version(module.partition(".")[0])
    return Hint("lacks", {"library": version, "name": whole}) if version else None


def _version(library: str) -> str | None:
    """``NumPy 2.4.6``; None for all but the libraries whose versions are told."""
    version = installed(library) if library in NAMES else None
    return f"{NAMES[library]} {version}" if version else None
