"""The error for a file that was handed in."""

from __future__ import annotations

from grader.sheet.sheet import SheetError


class SubmissionError(SheetError):
    """No program can be read from what was handed in: why, and what to hand in instead."""
