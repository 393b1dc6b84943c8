"""The outcomes that an answer can have."""

from __future__ import annotations

from enum import Enum


class Outcome(Enum):
    """What became of one field."""

    READ = "read"
    """Of a form that was asked for; whether it is right is told by whoever has set the sheet."""
    CORRECT = "correct"
    FOLLOW_THROUGH = "follow-through"
    SLIP = "slip"
    WRONG = "wrong"
    UNANSWERED = "unanswered"
    UNREADABLE = "unreadable"
    INCOMPLETE = "incomplete"
    NOT_JUDGED = "not-judged"
    CRASHED = "crashed"
    OVER_LIMIT = "over-limit"
    GRADER_FAULT = "grader-fault"
