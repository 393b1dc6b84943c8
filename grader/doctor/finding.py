"""What an examination says of one thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Whether something works here; if it does not, or only in part, why."""

    works: bool
    reason: str = ""
