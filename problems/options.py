"""The words of options and reasons: what a sheet calls them, and what a student may type.

They are in the table ``[options]`` of ``texts.toml`` in a family's folder, by key and language;
``yes`` and ``no`` are there for every family.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from problems.sentences import LANGUAGES, Language, MissingTextError

_EVERYWHERE = Path(__file__).with_name("options.toml")

Words = Mapping[str, Mapping[str, str]]
"""Option -> language -> its words."""


def option_text(family_folder: Path | None, option: str, language: Language) -> str:
    """What an option is called in a language. Raises MissingTextError.

    Where no folder is named, the options of every family are known, and no others.
    """
    texts = _texts(family_folder).get(option, {})
    if language not in texts:
        raise MissingTextError(f"the option {option!r} has no text in {language!r}")
    return texts[language]


def options_in_words(
    family_folder: Path | None, options: Sequence[str], language: Language, between: str = ", "
) -> str:
    """The options of a choice, as a sheet lists them. Raises MissingTextError."""
    return between.join(option_text(family_folder, option, language) for option in options)


@cache
def spellings(family_folder: Path | None, options: tuple[str, ...]) -> Mapping[str, str]:
    """What may be typed for each option, folded: its key, or its words in any language.

    Raises MissingTextError, and ValueError if the same may be typed for two of them, or nothing.
    """
    found: dict[str, str] = {}
    for option in options:
        words = [option]
        if family_folder is not None or option in _texts(None):
            words += [option_text(family_folder, option, language) for language in LANGUAGES]
        for word in map(folded, words):
            if not word:
                raise ValueError(f"the option {option!r} needs words with letters or digits")
            if found.setdefault(word, option) != option:
                raise ValueError(
                    f"each option needs words of its own, but {word!r} may be {found[word]!r} or "
                    f"{option!r}"
                )
    return found


def folded(word: str) -> str:
    """A word without what does not tell options apart.

    That is its case, the marks on its letters, punctuation around it, and whether a hyphen or a
    space joins its parts: ``“Max-pooling.”`` is ``max pooling``.
    """
    plain = unicodedata.normalize("NFKD", word.casefold()).translate(_STROKES)
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", letters))


_STROKES = str.maketrans({"ł": "l", "đ": "d"})  # which are letters of their own to Unicode


@cache
def _texts(family_folder: Path | None) -> Words:
    """The words of all options that a family's sheets may have."""
    found: dict[str, Mapping[str, str]] = _tables(_EVERYWHERE)
    if family_folder is not None and (path := family_folder / "texts.toml").exists():
        found |= _tables(path).get("options", {})
    return found


def _tables(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
