"""The terms of the field in every language, and whether sentences keep to them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from problems.sentences import LANGUAGES, Language

_FILE = Path(__file__).with_name("glossary.toml")
_NOT_PROSE = re.compile(r"`[^`]*`|\$[^$]*\$|\{\{.*?\}\}")


@dataclass(frozen=True)
class Term:
    """A term by its key: its word in each language, and the stems of words that stand for it."""

    key: str
    words: Mapping[Language, str]
    stems: Mapping[Language, tuple[str, ...]]

    def is_in(self, text: str, language: Language) -> bool:
        """Whether a text has the term: a word that begins with one of its stems."""
        return any(_begins_with(stem).search(text) for stem in self.stems[language])


@dataclass(frozen=True)
class Avoided:
    """Words that are not used in a language, and what is said instead."""

    language: Language
    words: tuple[str, ...]
    use: str


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def terms() -> tuple[Term, ...]:
    """All terms."""
    return tuple(
        Term(
            key,
            words={language: table[language] for language in LANGUAGES},
            stems={language: tuple(table["stems"][language]) for language in LANGUAGES},
        )
        for key, table in _tables().items()
        if key != "avoid"
    )


@cache
def avoided() -> tuple[Avoided, ...]:
    """All words that are not used."""
    return tuple(
        Avoided(each["language"], tuple(each["words"]), each["use"]) for each in _tables()["avoid"]
    )


@cache
def _begins_with(stem: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(stem)}", re.IGNORECASE)


def prose_of(text: str) -> str:
    """A text without its code, formulas and values, which are no words of a language."""
    return _NOT_PROSE.sub(" ", text)


def out_of_step(texts: Mapping[Language, str]) -> Iterator[tuple[Language, str]]:
    """What is wrong with one sentence in several languages, as far as its words go.

    A language leaves a term of the English sentence out, or uses a word that is avoided.
    """
    prose = {language: prose_of(text) for language, text in texts.items()}
    for term in terms():
        if "en" not in prose or not term.is_in(prose["en"], "en"):
            continue
        for language, text in prose.items():
            if not term.is_in(text, language):
                yield language, f"{term.words['en']!r} is said here by {term.words[language]!r}"
    for each in avoided():
        text = prose.get(each.language, "")
        for word in each.words:
            if _begins_with(word).search(text):
                yield each.language, f"{word!r} is not used; {each.use} is said instead"
