"""What came, and what there is instead, as it is told: in a line, and short."""

from __future__ import annotations

import difflib
import json
from collections.abc import Sequence
from datetime import date, time
from typing import Any

_MOST_SHOWN = 40
_MOST_NAMED = 12
_MOST_OF_LINE = 600


def shown(value: Any) -> str:
    """A value of a file in a few words: ``'ten'``, ``7``, ``a table``."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return repr(_shortened(value))
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int) and abs(value) >= 10**_MOST_SHOWN:
        return "a number of dozens of digits"
    return json.dumps(value)


def named(key: str) -> str:
    """A name of a file: ```points```."""
    return f"`{_printable(_shortened(key))}`"


def meant(key: str, known: Sequence[str]) -> str:
    """``; is `points` meant?``, or what there is."""
    close = difflib.get_close_matches(key[: 2 * _MOST_SHOWN], known, n=1)
    if close:
        return f"; is `{close[0]}` meant?"
    more = len(known) - _MOST_NAMED
    told = ", ".join(known[:_MOST_NAMED])
    return f"; there are {told}{f' and {more} more' if more > 0 else ''}"


def one_line(text: str) -> str:
    """A sentence that can be printed, whatever came into it."""
    told = _printable(text)
    return told if len(told) <= _MOST_OF_LINE else f"{told[:_MOST_OF_LINE]}…"


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
