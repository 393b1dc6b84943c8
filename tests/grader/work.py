"""How much work something is, told by counts that are the same on every machine and every run."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Work:
    """What was done: calls of functions (of C too), and the most memory held, in bytes."""

    calls: int
    bytes: int


def work_of(function: Callable[[], Any]) -> Work:
    """The work of a call, which may end in any way but an exception."""
    calls = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    tracemalloc.start()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function()
    finally:
        sys.setprofile(before)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return Work(calls, peak)
