"""What a student may type for an option: its words on the sheet, in any language, or its key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from problems.sentences import LANGUAGES, Language, MissingTextError, option_text


def options_in_words(
    family_folder: Path | None, options: Sequence[str], language: Language, between: str = ", "
) -> str:
    """The options of a choice, as a sheet lists them. Raises MissingTextError."""
    return between.join(option_text(family_folder, option, language) for option in options)


@cache
def spellings(family_folder: Path | None, options: tuple[str, ...]) -> Mapping[str, str]:
    """What may be typed for each option, folded: its key, or its words in any language.

    Raises MissingTextError, and ValueError if the same may be typed for two of them, or nothing, or
    if the words of one are a formula.
    """
    found: dict[str, str] = {}
    for option in options:
        for word in map(folded, (option, *_words(family_folder, option))):
            if not word:
                raise ValueError(f"the option {option!r} needs words with letters or digits")
            if found.setdefault(word, option) != option:
                raise ValueError(
                    f"each option needs words of its own, but {word!r} may be {found[word]!r} or "
                    f"{option!r}"
                )
    return found


def _words(family_folder: Path | None, option: str) -> Iterator[str]:
    """The words of an option in all languages; without a family's folder there may be none."""
    try:
        words = [option_text(family_folder, option, language) for language in LANGUAGES]
    except MissingTextError:
        if family_folder is not None:
            raise
        return
    for text in words:
        if "$" in text:
            raise ValueError(
                f"the option {option!r} needs words that can be typed, but has a formula: {text}"
            )
        yield text


def folded(word: str) -> str:
    """A word without what does not tell options apart.

    That is its case, the marks on its letters, punctuation around it, and whether a hyphen or a
    space joins its parts: ``“Max-pooling.”`` is ``max pooling``.
    """
    plain = unicodedata.normalize("NFKD", word.casefold()).translate(_STROKES)
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", letters))


_STROKES = str.maketrans({"ł": "l", "đ": "d"})  # which are letters of their own to Unicode
