"""The processes below one, as the kernel lists them."""

from __future__ import annotations

from pathlib import Path


def descendants(pid: int) -> list[int]:
    """A process that lives and those below it, each after its parent."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue  # it has just ended
        state, parent = status.rpartition(")")[2].split()[:2]
        if state not in "ZX":
            children.setdefault(int(parent), []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def threads(pid: int) -> int:
    """How many threads a process has. Raises OSError if there is none."""
    return sum(1 for _ in Path(f"/proc/{pid}/task").iterdir())
