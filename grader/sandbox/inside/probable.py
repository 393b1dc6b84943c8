"""The names that lines which are no valid Python look as though they would give.

Loaded by path in the child, before anything of the program runs.
"""

from __future__ import annotations

_LONGEST = 1000
"""Characters of a line, and lines, that are looked at."""


def probable_names(chunk: list[str]) -> tuple[str, ...]:
    """The names that unreadable lines look as though they would assign."""
    import re

    defined = re.compile(r"(?:async\s+)?(?:def|class)\s+(\w+)")
    assigned = re.compile(r"((?:\w+\s*,\s*)*\w+)\s*(?::[^=]*)?[-+*/%@&|^<>]{0,3}=(?!=)")
    names: list[str] = []
    margin = len(chunk[0]) - len(chunk[0].lstrip())
    prompt = re.compile(r">>> |In \[\d*\]: ?")
    for line in (prompt.sub("", line[margin:][:_LONGEST], count=1) for line in chunk[:_LONGEST]):
        match = defined.match(line[:_LONGEST])
        if match:
            names.append(match[1])
            continue
        match = assigned.match(line[:_LONGEST])
        if match:
            names += [name.strip() for name in match[1].split(",")]
    return tuple(dict.fromkeys(name for name in names if name.isidentifier()))


def bound_names(chunk: list[str]) -> tuple[str, ...]:
    """The names that unreadable lines would give as loops, imports or by ``with``.

    They count as no answers, as those of assignments do: what a loop runs over is seldom one.
    """
    import re

    loop = re.compile(r"(?:async\s+)?for\s+\(?([\w\s,]+?)\)?\s+in\b")
    given = re.compile(r"(?:with|import|from)\b.*?\b(?:as|import)\s+(\w+)")
    plain = re.compile(r"import\s+(\w+)")
    names: list[str] = []
    for line in (line.strip()[:_LONGEST] for line in chunk[:_LONGEST]):
        match = loop.match(line) or given.match(line) or plain.match(line)
        if match:
            names += [name.strip() for name in match[1].split(",")]
    return tuple(dict.fromkeys(name for name in names if name.isidentifier()))
