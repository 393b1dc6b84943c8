"""Sentences keep to the terms of the field."""

from __future__ import annotations

import pytest

from problems.glossary import avoided, out_of_step, terms
from problems.sentences import LANGUAGES, Language

GOOD: dict[Language, str] = {
    "en": "The kernel has stride {{ stride }}; gradient with respect to the input.",
    "hr": "Jezgra ima korak {{ stride }}; gradijent po ulazu.",
    "pl": "Filtr ma krok (stride) {{ stride }}; gradient względem wejścia.",
    "ru": "Ядро имеет шаг (stride) {{ stride }}; градиент по входу.",
}


def test_every_term_has_a_word_and_stems_in_every_language() -> None:
    assert len(terms()) >= 25
    for term in terms():
        for language in LANGUAGES:
            assert term.stems[language], term.key
            assert term.words[language], term.key


def test_the_word_of_a_term_has_a_stem_of_the_term() -> None:
    wrong = [
        (term.key, language)
        for term in terms()
        for language in LANGUAGES
        if not term.is_in(term.words[language], language)
    ]
    assert wrong == []


def test_no_term_is_a_word_that_is_avoided() -> None:
    for each in avoided():
        for term in terms():
            texts: dict[Language, str] = {each.language: term.words[each.language]}
            assert list(out_of_step(texts)) == []


def test_sentences_that_keep_to_the_terms_have_no_fault() -> None:
    assert list(out_of_step(GOOD)) == []


@pytest.mark.parametrize(
    ("language", "text", "says"),
    [
        ("hr", "Ima korak; gradijent po ulazu.", "'kernel' is said here by 'jezgra'"),
        ("pl", "Jądro ma krok; gradient względem wejścia.", "'jądr' is not used; filtr"),
        ("pl", "Jądro ma krok; gradient względem wejścia.", "'kernel' is said here by 'filtr'"),
        ("ru", "Ядро имеет размер; градиент по входу.", "'stride' is said here by 'шаг (stride)'"),
        ("en", "The gradient by the kernel, in place of it.", "gradient with respect to"),
        ("en", "The gradient by the kernel, in place of it.", "instead of"),
        ("ru", "Ядро, шаг, отступ; градиент по входу.", "'отступ' is not used"),
    ],
)
def test_a_planted_fault_is_seen(language: Language, text: str, says: str) -> None:
    found = [what for where, what in out_of_step({**GOOD, language: text}) if where == language]
    assert any(says in what for what in found), found


def test_code_formulas_and_values_are_no_words() -> None:
    texts: dict[Language, str] = {"en": "`kernel` $kernel$ {{ kernel }}", "hr": "ništa"}
    assert list(out_of_step(texts)) == []


def test_a_stem_is_the_beginning_of_a_word() -> None:
    texts: dict[Language, str] = {"en": "a subkernel", "hr": "ništa"}
    assert list(out_of_step(texts)) == []
