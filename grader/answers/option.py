"""Options of a choice, by the words that name them: yes and no in the languages of the sheets."""

from __future__ import annotations

_YES = frozenset({"yes", "true", "da", "tak", "да", "y", "t"})
_NO = frozenset({"no", "false", "ne", "nie", "нет", "n", "f"})


def option_named(word: str, options: tuple[str, ...]) -> str | None:
    """The option that a word stands for, in letters of any case; None if it stands for none."""
    text = word.lower()
    if set(options) == {"yes", "no"}:
        if text in _YES:
            return "yes"
        if text in _NO:
            return "no"
    return next((option for option in options if option.lower() == text), None)
