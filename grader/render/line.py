"""A text of one paragraph as a line of plain text, without loading what most lines do not need."""

from __future__ import annotations

import re

from problems.values import Source

_CODE = re.compile(r"`[^`]*`")
_MARK = re.compile(r"[\\$*_<>\[\]{}&#|~`]|^\s*(?:[-+]|\d+[.)])\s")


def plain_line(source: Source) -> str:
    """A title, a docstring or a clause as it is written in a terminal or a comment.

    Words and code are written as they are. Documents and formulas are loaded only for a line that
    has something to typeset: marking prints titles and slips, and is not to wait for them.
    """
    if not source.values and _MARK.search(_CODE.sub("", source.text)) is None:
        return source.text.replace("\u00a0", " ")
    from grader.document.markdown import read_line
    from grader.render.text import one_line

    return one_line(read_line(source.text, source.values))
