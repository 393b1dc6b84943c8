"""What is wrong with a text that a student typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from grader.messages.say import say


class UnreadableError(ValueError):
    """A text that is not in the grammar, or is beyond a limit.

    ``message_key`` is a key of the messages on a ``text``, and ``details`` fills the fields of that
    message (in any language): ``position`` counts characters from 1, ``found`` is what stands
    there. ``str()`` gives the English sentence.
    """

    def __init__(self, message_key: str, **details: int | str) -> None:
        super().__init__(message_key, details)
        self.message_key = message_key
        self.details: Mapping[str, int | str] = details

    def __str__(self) -> str:
        return say("en", f"text.{self.message_key}", **self.details)

    def __reduce__(self) -> tuple[partial[UnreadableError], tuple[()]]:
        # Pickle would call the class with the details in a place of their own.
        return partial(UnreadableError, self.message_key, **self.details), ()
