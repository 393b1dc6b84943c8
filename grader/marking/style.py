"""Style: which rule of it a function breaks, as its syntax tree shows."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from grader.sandbox.outside.outcome import FunctionFact
from problems.probe import Style

_UNSEEN = ("eval", "exec", "sys.modules", "operator.attrgetter")
"""Ways to call what the program does not name."""


def style_slip(rule: Style, function: FunctionFact) -> tuple[str | None, Sequence[str]]:
    """The key of the mistake in style (None if there is none), and the calls that show it."""
    called = [c for c in function.calls if any(_is_part(c, f) for f in rule.forbidden)]
    if called or (rule.loops is not None and function.loops > rule.loops):
        return rule.slip, called
    unseen = [c for c in function.calls if c in _UNSEEN or {"*", "__dict__"} & {*c.split(".")}]
    return (rule.unseen, unseen) if rule.unseen and unseen else (None, ())


def _is_part(name: str, whole: str) -> bool:
    """Whether a dotted name is another one, or of something in it, or follows a pattern."""
    if "*" in whole:
        return fnmatchcase(name.lower(), whole)
    return name == whole or name.startswith(f"{whole}.")
