"""Reads an option with the letter of a reason: ``"yes, b"``, ``("da", "B")``, ``"b) yes"``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grader.answers.option import option_named
from grader.answers.outcome import Outcome
from grader.answers.unsuitable import UnsuitableError
from problems.forms import Reasoned, ReasonedChoice
from problems.options import folded

_MOST_WORDS = 40
_LETTERS_LIKE_LATIN = {"а": "a", "б": "b", "с": "c", "е": "e"}
"""Cyrillic letters that can only mean one of these; ``в`` looks like B and is the third."""


def read_reasoned(form: ReasonedChoice, value: Any, folder: Path | None) -> Reasoned:
    """The option and the reason that a value names, in either order.

    ``value`` is a text, or texts and truth values in a tuple. Raises UnsuitableError for anything
    else, for half an answer, and where more than one thing may be meant.
    """
    parts = _parts(value)
    if parts is None:
        raise _unsuitable(form)
    meanings = {
        Reasoned(option, reason)
        for one, other in _splits(parts)
        for first, second in ((one, other), (other, one))
        if (option := option_named(first, form.options, folder)) is not None
        and (reason := reason_named(second, form)) is not None
    }
    if len(meanings) == 1:
        return meanings.pop()
    whole = " ".join(parts)
    if not meanings and option_named(whole, form.options, folder) is not None:
        letters = ", ".join(form.letters)
        raise UnsuitableError("reason-missing", outcome=Outcome.INCOMPLETE, letters=letters)
    if not meanings and reason_named(whole, form) is not None:
        raise UnsuitableError("option-missing", outcome=Outcome.INCOMPLETE, options=form.options)
    raise _unsuitable(form)


def reason_named(word: str, form: ReasonedChoice) -> str | None:
    """The reason of a letter, or of a key; None if there is none."""
    text = folded(word)
    letter = _LETTERS_LIKE_LATIN.get(text, text)
    if len(letter) == 1 and letter in form.letters:
        return form.reason(letter)
    return next((reason for reason in form.reasons if folded(reason) == text), None)


def _unsuitable(form: ReasonedChoice) -> UnsuitableError:
    letters = ", ".join(form.letters)
    return UnsuitableError("not-reasoned", options=form.options, letters=letters)


def _parts(value: Any) -> list[str] | None:
    """The words of a text, or the parts of a tuple as they are; None for anything else."""
    if isinstance(value, Reasoned):
        value = (value.option, value.reason)
    if isinstance(value, str | bool):
        return folded(str(value)).split()[: _MOST_WORDS + 1]
    if isinstance(value, tuple) and len(value) <= 2:
        if Ellipsis in value:
            raise UnsuitableError("partly-blank", outcome=Outcome.INCOMPLETE)
        if all(isinstance(part, str | bool) for part in value):
            return [text for part in value if (text := folded(str(part)))]
    return None


def _splits(parts: list[str]) -> Iterator[tuple[str, str]]:
    if len(parts) <= _MOST_WORDS:
        for at in range(1, len(parts)):
            yield " ".join(parts[:at]), " ".join(parts[at:])
