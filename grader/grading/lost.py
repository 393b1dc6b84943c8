"""Answers of which nobody can say whose they are, since the line of a section is missing.

The answers of that section are in the one above, and the file still tells whose they are, unless
two problems ask for one name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from grader.answers.answer import NoValue
from grader.answers.outcome import Outcome
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Facts
from grader.sandbox.outside.program import Cell
from grader.sheet.sections import section_line

Lost = Mapping[tuple[str, str], NoValue]
"""(problem, name) -> why the value under this name cannot be taken for the problem's answer."""


def lost_answers(
    names: Mapping[str, Sequence[str]], cells: Sequence[Cell], facts: Facts
) -> dict[tuple[str, str], NoValue]:
    """The answers of which nobody can say whose they are, since the line of a section is missing.

    ``names`` has what each problem asks for. The answer of a problem without a section may be in
    any section; where another problem asks for the same name, and there are more values under it
    than sections to hold them, each of these is in doubt.
    """
    present = {cell.problem for cell in cells}
    counts: Counter[tuple[str | None, str]] = Counter()
    for cell, assigned in zip(cells, facts.assigned, strict=False):
        counts.update((cell.problem, name) for name in assigned)
    lost: dict[tuple[str, str], NoValue] = {}
    for missing in (key for key in names if key not in present):
        for name in names[missing]:
            asking = [key for key in names if key != missing and name in names[key]]
            if not asking:
                continue
            in_doubt = [key for key in asking if counts[key, name] > 1]
            elsewhere = any(n == name and key not in asking for key, n in counts if counts[key, n])
            if in_doubt or elsewhere:
                details = {"name": name, "section": section_line(missing)}
                remark = Remark("unplaced", details)
                doubt = NoValue(Outcome.UNREADABLE, remark)
                lost.update(dict.fromkeys([(key, name) for key in (missing, *in_doubt)], doubt))
            else:
                lost.setdefault((missing, name), NoValue(Outcome.UNANSWERED, Remark("missing")))
    return lost
