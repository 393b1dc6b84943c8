"""Options, by the words that name them: those of the sheets, in any language, and yes and no."""

from __future__ import annotations

from pathlib import Path

from problems.options import folded, spellings

_YES_AND_NO = {"true": "yes", "y": "yes", "t": "yes", "false": "no", "n": "no", "f": "no"}
"""What Python and the hurried type."""


def option_named(word: str, options: tuple[str, ...], folder: Path | None = None) -> str | None:
    """The option that a word stands for; None if it stands for none.

    ``folder`` is that of the family whose options they are; without it only their keys are known,
    and yes and no.
    """
    text = folded(word)
    known = spellings(folder, options)
    return known.get(text) or known.get(_YES_AND_NO.get(text, ""))


def words_of_phrases(options: tuple[str, ...], folder: Path | None = None) -> frozenset[str]:
    """The words, folded, of all options that are called by more than one word."""
    phrases = (text.split() for text in spellings(folder, options))
    return frozenset(word for words in phrases if len(words) > 1 for word in words)
