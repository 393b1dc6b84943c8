"""The list of all that is wrong with the texts is empty, and each planted fault comes up in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.render import proofreading
from grader.render.proofreading import TextFault, faults_of, proofread, sentences_in
from problems import catalogue, sentences
from problems.sentences import LANGUAGES, Language
from tests.families.planted import FAMILIES, planted

KEY = "conv1d-layer-code"
"""A family whose texts are spoilt; it has conditions, dotted keys and names of checks."""

GOOD: dict[Language, str] = {
    "en": "The “stride” is {{ stride }}.",
    "hr": "„Korak” je {{ stride }}.",
    "pl": "„Krok” wynosi {{ stride }}.",
    "ru": "«Шаг» равен {{ stride }}.",
}


def own_check(name: str) -> tuple[str, str]:
    """A line of the texts, and that line with a name of a check in one language before it."""
    return "[backward]", f'[checks]\n{name}.en = "a check of its own"\n\n[backward]'


def test_a_family_of_every_blank_has_no_fault() -> None:
    with planted():
        assert [str(fault) for fault in proofread(["every-blank"])] == []


def test_what_all_families_share_has_no_fault() -> None:
    """Those of each family are proofread where it is certified."""
    assert [str(fault) for fault in proofread([])] == []


def test_a_good_sentence_has_no_fault() -> None:
    assert list(faults_of(GOOD)) == []


@pytest.mark.parametrize(
    ("language", "text", "fault"),
    [
        ("pl", " ", "nothing is said"),
        ("ru", "„Шаг” равен 2.", "are not the quotes"),
        ("hr", '"Korak" je 2.', "are not the quotes"),
        ("hr", "The “stride” is {{ stride }}.", "it is said in the words of 'en'"),
        ("ru", "Stride 2.", "it is not in Russian"),
        ("hr", "Korak je двa.", "Cyrillic letters"),
        ("pl", "Rozmiar wynosi 2.", "'stride' is said here by"),
        ("en", "The stride {% if stride %}is{% endif %} 2.", "no conditions and no loops"),
        ("en", "The stride is {{ 2 if stride else 3 }}.", "no conditions and no loops"),
        ("en", "The stride {{ stride.", "it cannot be read"),
        ("en", "The [stride](address).", "link is not part of the subset of Markdown"),
        ("en", r"The stride is $\foo$.", r"'\foo' is not part of the subset of TeX"),
        ("en", "# The stride", "one line was needed"),
    ],
)
def test_a_planted_fault_in_a_sentence_is_seen(language: Language, text: str, fault: str) -> None:
    found = [what for where, what in faults_of({**GOOD, language: text})]
    assert any(fault in what for what in found), found


def test_a_language_that_is_missing_or_unknown_is_seen() -> None:
    texts: dict[Any, str] = {**GOOD, "de": "Die Schrittweite ist 2."}
    del texts["hr"]
    found = list(faults_of(texts))
    assert ("hr", "nothing is said") in found
    assert (None, "'de' is no language of sheets") in found


def test_all_sentences_are_found_by_their_dotted_keys() -> None:
    tables = {
        "a": {"en": "one"},
        "b": {"c": {"hr": "two"}, "formula": "x"},
        "rule": {"formula": "x"},
    }
    assert dict(sentences_in(tables)) == {"a": {"en": "one"}, "b.c": {"hr": "two"}}


@pytest.fixture
def spoilt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., list[TextFault]]]:
    """Proofreads a copy of the family in which some text was replaced by another."""
    copy = tmp_path / "family"
    shutil.copytree(catalogue.folder(KEY), copy)
    for module in (catalogue, sentences, proofreading):
        name = "folder_of" if module is sentences else "folder"
        monkeypatch.setattr(module, name, lambda key: copy)
    for room in ("statement", "blanks", "title"):
        monkeypatch.setattr(f"grader.render.{room}.folder", lambda key: copy)
    monkeypatch.setattr(proofreading, "_SEEDS", 2)

    def spoil(file: str, old: str, new: str) -> list[TextFault]:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return [fault for fault in proofread([KEY]) if fault.family == KEY]

    yield spoil
    sentences.forget_tables()
    proofreading._variants.cache_clear()


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("texts.toml", 'anew.hr = "', 'anew.xx = "', "anew hr: nothing is said"),
        ("texts.toml", 'anew.en = "', 'anew2.en = "', "anew en: nothing is said"),
        ("texts.toml", *own_check("forward"), "checks.forward pl: nothing is said"),
        ("texts.toml", *own_check("two-slices"), "checks.two-slices: no problem asks for it"),
        ("texts.toml", "jezgra veličine {{ kernel }}", "jezgra veličine 3", "its numbers differ"),
        ("texts.toml", "ядро размера {{ kernel }}", "ядро размера {{ kernle }}", "'kernle' is und"),
        ("statement.md.j2", 'say("anew")', 'say("anwe")', "anwe: the skeleton says it, but there"),
        ("statement.md.j2", '- {{ say("anew") }}\n', "", "anew: the skeleton never says this"),
        ("texts.toml", "{{ padding }}", "some", "hard: its seeds"),
        (
            "texts.toml",
            'docstring.pl = "',
            'docstring.pl = "Klasa warstwy. ',
            "a line of starter.py",
        ),
        ("statement.md.j2", "block docstring", "block docstrings", "there is no block 'docstring'"),
        ("statement.md.j2", "{% endif %}", "", "statement.md.j2: it cannot be read"),
        ("statement.md.j2", "{% endblock %}", "[a](b)\n{% endblock %}", "link is not part of"),
    ],
)
def test_a_planted_fault_in_a_family_is_listed(
    spoilt: Callable[..., list[TextFault]], file: str, old: str, new: str, says: str
) -> None:
    found = [str(fault) for fault in spoilt(file, old, new)]
    assert any(says in fault for fault in found), "\n".join(found)


def test_a_family_without_a_skeleton_is_listed(spoilt: Callable[..., list[TextFault]]) -> None:
    (catalogue.folder(KEY) / "statement.md.j2").unlink()
    found = [str(fault) for fault in spoilt("texts.toml", "anew", "anew")]
    assert any("the family has no skeleton" in fault for fault in found)


def test_a_rule_of_a_family_is_proofread_with_it(spoilt: Callable[..., list[TextFault]]) -> None:
    rules = '[own-rule]\ntitle.en = "the kernel"\n[slips]\nown-slip.en = "The kernel."\n'
    (catalogue.folder(KEY) / "rules.toml").write_text(rules, encoding="utf-8")
    found = [str(fault) for fault in spoilt("texts.toml", "anew", "anew")]
    assert f"{KEY} own-rule.title pl: nothing is said" in found
    assert any("slips.own-slip en: a slip is a clause" in fault for fault in found)


BLANKS = {
    "a row without a name in a language": (
        'size.hr = "veličina izlaza"\n',
        "",
        ("tables.size hr: nothing is said", r"no 'size' under [tables] in 'hr'"),
    ),
    "a table that no problem has": (
        "[tables]\n",
        '[tables]\ndepth.en = "depth"\n',
        ("tables.depth: no problem asks for it",),
    ),
    "a reason that cannot be read": (
        "the kernel is odd",
        "the [kernel](x) is odd",
        (
            "options.odd en: it cannot be read: line 1: link is not",
            "link is not part of the subset",
        ),
    ),
    "an option that cannot be typed": (
        'max.en = "max-pooling"',
        'max.en = "max-pooling of $x$"',
        ("the option 'max' needs words that can be typed, but has a formula",),
    ),
    "an option that no problem has": (
        "[options]\n",
        '[options]\nmirror.en = "mirror"\n',
        ("options.mirror: no problem asks for it",),
    ),
    "two options that are called alike": (
        'mean.en = "average pooling"',
        'mean.en = "Max pooling!"',
        ("each option needs words of its own, but 'max pooling' may be 'max' or 'mean'",),
    ),
    "a term that is out of step": (
        'strided.pl = "krok (stride) pomija',
        'strided.pl = "przesunięcie pomija',
        ("options.strided pl: 'stride' is said here by 'krok (stride)'",),
    ),
    "units and axes that no problem has": (
        "[options]\n",
        '[units]\nfeet.en = "feet"\n[axes]\nT.en = "time"\n[options]\n',
        ("units.feet: no problem asks for it", "axes.T: no problem asks for it"),
    ),
}


@pytest.mark.parametrize(
    ("old", "new", "says"), BLANKS.values(), ids=[k.replace(" ", "-") for k in BLANKS]
)
def test_a_planted_fault_in_the_texts_of_blanks_is_listed(
    own_families: Path, old: str, new: str, says: tuple[str, ...]
) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(FAMILIES / "every_blank", own_families / "every_blank", ignore=ignored)
    path = own_families / "every_blank" / "texts.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    catalogue.add_families(own_families)
    proofreading._variants.cache_clear()
    found = [str(fault) for fault in proofread(["every-blank"])]
    proofreading._variants.cache_clear()
    for said in says:
        assert any(said in fault for fault in found), "\n".join(found)


@pytest.mark.parametrize("file", sentences.shared_files())
def test_units_axes_and_shared_options_and_checks_are_proofread(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = tmp_path / file.name
    text = file.read_text(encoding="utf-8")
    spoilt.write_text(re.sub(r'ru = ".*"', 'ru = "word"', text, count=1), encoding="utf-8")
    monkeypatch.setattr(proofreading, "shared_files", lambda: (file, spoilt))
    found = [(fault.family, fault.language, fault.what) for fault in proofread(())]
    assert ("", "ru", "it is not in Russian") in found
    assert {(family, language) for family, language, _ in found} == {("", "ru")}


def test_a_fault_names_its_family_key_and_language() -> None:
    fault = TextFault("cnn-table", "intro", "hr", "nothing is said")
    assert str(fault) == "cnn-table intro hr: nothing is said"
    assert set(LANGUAGES) == set(proofreading._QUOTES)
