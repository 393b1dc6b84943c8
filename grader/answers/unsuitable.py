"""Why a value is none of the form that was asked for."""

from __future__ import annotations

from typing import Any

from grader.answers.outcome import Outcome
from grader.messages.remark import Remark


class UnsuitableError(Exception):
    """A value is not of the form that was asked for; ``remark`` says so, and ``outcome``."""

    def __init__(self, key: str, /, outcome: Outcome = Outcome.UNREADABLE, **details: Any) -> None:
        self.outcome = outcome
        self.remark = Remark(key, details)
        super().__init__(key)
