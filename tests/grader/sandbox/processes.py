"""Which processes there are below one, and when they are gone."""

from __future__ import annotations

import time
from pathlib import Path


def descendants(pid: int) -> set[int]:
    """The processes below one, with itself, that have not ended."""
    found = {pid}
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        state, parent = status.rpartition(")")[2].split()[:2]
        if state not in "ZX":
            parents[int(entry.name)] = int(parent)
    grown = True
    while grown:
        more = {one for one, parent in parents.items() if parent in found} - found
        grown = bool(more)
        found |= more
    return {one for one in found if one in parents}


def wait_until_gone(processes: set[int]) -> None:
    deadline = time.monotonic() + 10
    while any(one in descendants(one) for one in processes):
        assert time.monotonic() < deadline, f"still there: {processes}"
        time.sleep(0.02)


def wait_until_more(pid: int, than: set[int]) -> None:
    """Waits for a process below ``pid`` that is not among these: a fork is begun, then made."""
    deadline = time.monotonic() + 10
    while not descendants(pid) > than:
        assert time.monotonic() < deadline, f"no more than before: {than}"
        time.sleep(0.02)
