"""Parts of a source that were pasted with what belongs to a diff, or with the numbers of lines.

Looked for in a source that Python refuses only, and only from a line on that is refused. Loaded by
path in the child.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern

DIFF, NUMBERS = "pasted-diff", "pasted-line-numbers"

_LONGEST = 1000
"""Characters of a line that are looked at."""

_BETWEEN = 2
"""At most so many blanks stand between the number of a line and the line."""

_OF_DIFF = r"[-+ ]|@@ |\\ No newline|diff --git |index [0-9a-f]+\.\.|$"
_HEADER = r"@@ -\d+(?:,\d+)? \+\d+|diff --git |--- \S+/|\+\+\+ \S+/"
_WORDS = r"(?:async|class|def|for|from|if|import|return|while|with)\b"
_ADDED = rf"\+\s*(?:@\w|{_WORDS}|[A-Za-z_][\w.,\[\]: ]*=(?!=))"
_NUMBERED = r"[ \t]*(\d{1,5})(?:[ \t]*[:|)](?=\D|$)|(?=[ \t]|$))(.*)"


class Part:
    """Some lines, from one up to another, and what they are without what was pasted along.

    ``is_inner`` is whether it is what stands in a block.
    """

    __slots__ = ("end", "is_inner", "key", "lines", "start")

    def __init__(self, key: str, start: int, lines: list[str]) -> None:
        self.key = key
        self.start = start
        self.end = start + len(lines)
        margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
        margin = min(margins) if key == NUMBERS else 0
        self.lines = [line[margin:] for line in lines if line]
        self.is_inner = bool(margins) and margins[0] > _BETWEEN


def pasted_parts(lines: list[str], refused: set[int]) -> list[Part]:
    """The parts that begin at a line that is refused; ``refused`` are the numbers of such lines."""
    import re

    added, header = re.compile(_ADDED), re.compile(_HEADER)
    of_diff, numbered = re.compile(_OF_DIFF), re.compile(_NUMBERED)
    found: list[Part] = []
    end = 0
    for start in sorted(refused):
        if start < end:
            continue
        line = lines[start][:_LONGEST]
        if added.match(line) or header.match(line):
            found.append(_diff(lines, start, end, of_diff))
        elif len(run := _run_of_numbers(lines, start, numbered)) > 1:
            found.append(Part(NUMBERS, start, run))
        else:
            continue
        end = found[-1].end
    return found


def _diff(lines: list[str], start: int, above: int, of_diff: Pattern[str]) -> Part:
    """The lines that a diff may have from one on, and those above that only a diff has."""
    end = start
    while end < len(lines) and of_diff.match(lines[end]):
        end += 1
    while start > above and (lines[start - 1][:1] in ("+", "-") or _is_askew(lines[start - 1])):
        start -= 1
    kept = [line[1:] if line[:1] in ("+", " ") else "" for line in lines[start:end]]
    return Part(DIFF, start, kept)


def _is_askew(line: str) -> bool:
    """Whether a line is indented by one blank, as those are that a diff leaves as they were."""
    return line[:1] == " " and not line[1:2].isspace()


def _run_of_numbers(lines: list[str], start: int, numbered: Pattern[str]) -> list[str]:
    """What stands behind the numbers of lines that go up by one, or nothing."""
    run: list[str] = []
    expected = None
    is_code = False
    for line in lines[start:]:
        match = numbered.match(line[:_LONGEST])
        if match is None or (expected is not None and int(match[1]) != expected):
            break
        expected = int(match[1]) + 1
        is_code = is_code or match[2].lstrip()[:1].isalpha()
        run.append(match[2])
    return run if is_code else []
