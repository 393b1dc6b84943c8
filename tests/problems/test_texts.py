"""Every language says everything, with the same numbers, and nothing is left to fill in."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import exp, log
from pathlib import Path

import numpy as np
import pytest
import sympy
from jinja2 import UndefinedError

from problems import sentences
from problems.catalogue import family, family_keys, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, InCode
from problems.rule import Rule
from problems.sentences import (
    LANGUAGES,
    Language,
    MissingTextError,
    rule_formula,
    rule_text,
    slip_text,
)
from problems.texts import environment, matrix, plain_number, render_block, written
from problems.variant import Variant, example_variant

SEEDS = range(6)
TRANSLATIONS: tuple[Language, ...] = tuple(each for each in LANGUAGES if each != "en")
WRONG_QUOTES: Mapping[Language, str] = {"en": '"„«»', "hr": '"“«»', "pl": '"“«»', "ru": '"„“”'}
NAMES = ("ReLU", "NumPy", "PyTorch")
LEFT_OVER = ("{{", "}}", "{%", "Undefined")

Texts = Mapping[Language, str]


@cache
def variants(key: str) -> tuple[Variant, ...]:
    """The published examples of a family, and some variants of every level."""
    drawn = [draw_variant(key, level, str(seed)) for level in LEVELS for seed in SEEDS]
    return (*(example_variant(key, name) for name in family(key).examples), *drawn)


def rules_of(variant: Variant) -> list[Rule]:
    if isinstance(variant.family.task, ByHand):
        return [step.rule for step in variant.working.steps]
    return [o.rule for check in variant.checks for o in check.probe.observations]


def slips_of(key: str, rules: Iterable[Rule]) -> set[str]:
    task = family(key).task
    style = {rule.slip for rule in task.style} if isinstance(task, InCode) else set()
    return style | {slip.key for rule in rules for slip in rule.slips}


def sentences_of(key: str) -> dict[str, Texts]:
    """All that is said of the rules and slips that a family can come to."""
    rules = {rule.key: rule for variant in variants(key) for rule in rules_of(variant)}
    where = folder(key)
    said: dict[str, Texts] = {}
    for rule in rules:
        for part in ("title", "explain"):
            said[f"{rule}, {part}"] = {
                each: rule_text(where, rule, part, each) for each in LANGUAGES
            }
    for slip in slips_of(key, rules.values()):
        said[f"slip {slip}"] = {each: slip_text(where, slip, each) for each in LANGUAGES}
    return said


def rendered(where: Path, variant: Variant) -> dict[str, Texts]:
    """Every block of a statement, in every language."""
    blocks = environment(where).get_template("en.md.j2").blocks
    return {
        block: {
            each: render_block(where, f"{each}.md.j2", block, **variant.parameters)
            for each in LANGUAGES
        }
        for block in blocks
    }


def numbers_in(text: str) -> set[tuple[str, int]]:
    """Every number with how often it occurs."""
    return set(Counter(re.findall(r"\d+(?:\.\d+)?", text)).items())


def prose_of(text: str) -> str:
    """The text without code, whose quotes are Python's."""
    return re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)


def faults_in(texts: Texts) -> Iterator[str]:
    """What is wrong with one text in its languages, whatever it is about."""
    for language, text in texts.items():
        if not text.strip():
            yield f"{language}: nothing is said"
        if found := [*(t for t in LEFT_OVER if t in text), *re.findall("None", prose_of(text))]:
            yield f"{language}: {found} was left in the text"
        if found := [quote for quote in WRONG_QUOTES[language] if quote in prose_of(text)]:
            yield f"{language}: {found} are not the quotes of the language"


def other_numbers(texts: Texts) -> Iterator[str]:
    """The languages that do not state the numbers of the English text, each as often."""
    for language, text in texts.items():
        differing = numbers_in(text) ^ numbers_in(texts["en"])
        if differing:
            yield f"{language}: the numbers differ in {sorted(differing)}"


def untranslated(texts: Texts) -> Iterator[str]:
    """The pairs of languages that say a sentence in the same words."""
    for one, other in combinations(texts, 2):
        if texts[one] == texts[other]:
            yield f"{one}, {other}: the texts are the same"
    for language, text in texts.items():
        if bool(re.search("[а-яё]", prose_of(text), re.IGNORECASE)) != (language == "ru"):
            yield f"{language}: Cyrillic letters are for Russian, and for nothing else"


def all_faults_in(texts: Texts) -> list[str]:
    return [*faults_in(texts), *untranslated(texts), *other_numbers(texts)]


@pytest.mark.parametrize("key", family_keys())
def test_every_rule_and_slip_of_a_family_is_told_in_every_language(key: str) -> None:
    said = sentences_of(key)
    faults = [f"{what}: {fault}" for what, texts in said.items() for fault in faults_in(texts)]
    faults += [
        f"{what}: {fault}"
        for what, texts in said.items()
        if not what.endswith("title")  # softmax is softmax in every language
        for fault in untranslated(texts)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("key", family_keys())
def test_every_slip_is_a_clause_that_goes_on_a_sentence(key: str) -> None:
    clauses = {w: t for w, t in sentences_of(key).items() if w.startswith("slip")}
    wrong = [
        f"{what}, {language}: {text}"
        for what, texts in clauses.items()
        for language, text in texts.items()
        if (text[0].isupper() and not text.startswith(NAMES)) or text[-1] in ".:;,"
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("key", family_keys())
def test_every_language_has_the_same_blocks(key: str) -> None:
    where = folder(key)
    blocks = {
        each: set(environment(where).get_template(f"{each}.md.j2").blocks) for each in LANGUAGES
    }
    assert blocks == dict.fromkeys(LANGUAGES, blocks["en"])
    expected = {"title", "statement"} | ({"docstring"} if family(key).kind == "code" else set())
    assert blocks["en"] >= expected


@pytest.mark.parametrize("key", family_keys())
def test_every_statement_says_the_same_in_every_language(key: str) -> None:
    faults: dict[str, str] = {}  # each with the first variant that has it
    for variant in variants(key):
        for block, texts in rendered(folder(key), variant).items():
            for fault in all_faults_in(texts):
                faults.setdefault(f"{block}: {fault}", f"{variant.level}, seed {variant.seed}")
    assert faults == {}


@pytest.mark.parametrize("key", [key for key in family_keys() if family(key).kind == "hand"])
def test_every_formula_is_filled_in(key: str) -> None:
    for variant in variants(key):
        for step in variant.working.steps:
            formula = rule_formula(folder(key), step.rule.key, variant.working.inputs(step))
            assert not [token for token in (*LEFT_OVER, "None") if token in formula]


def test_a_key_is_told_in_one_file_only() -> None:
    shared = (Path(sentences.__file__).parent / "rules").glob("*.toml")
    own = [folder(key) / "rules.toml" for key in family_keys()]
    told: Counter[str] = Counter()
    for path in [*shared, *(path for path in own if path.exists())]:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        told.update(f"slip {slip}" for slip in tables.pop("slips", {}))
        told.update(tables.keys())
    assert [key for key, times in told.items() if times > 1] == []


# Each check is seen to fail on a text with one fault.

GOOD: Texts = {
    "en": "The “stride” is 2.",
    "hr": "„Korak” je 2.",
    "pl": "„Krok” wynosi 2.",
    "ru": "«Шаг» равен 2.",
}


def test_a_good_text_has_no_fault() -> None:
    assert all_faults_in(GOOD) == []


@pytest.mark.parametrize(
    ("language", "text", "fault"),
    [
        ("hr", "„Korak” je 3.", "the numbers differ"),
        ("pl", "„Krok” wynosi 2, a nie 2.", "the numbers differ"),
        ("pl", "„Krok” wynosi {{ stride }} 2.", "was left in the text"),
        ("hr", "„Korak” je 2 (None).", "was left in the text"),
        ("ru", "«Шаг» Undefined: 2.", "was left in the text"),
        ("ru", "„Шаг” равен 2.", "are not the quotes"),
        ("hr", '"Korak" je 2.', "are not the quotes"),
        ("pl", " ", "nothing is said"),
        ("hr", "The “stride” is 2.", "the texts are the same"),
        ("ru", "Stride 2.", "Cyrillic"),
        ("hr", "Korак je 2.", "Cyrillic"),  # with two letters that only look Latin
    ],
)
def test_a_planted_fault_is_seen(language: Language, text: str, fault: str) -> None:
    texts = {**GOOD, language: text}
    assert any(fault in told for told in all_faults_in(texts))


def test_code_may_quote_and_say_none_as_python_does() -> None:
    quoted = {language: f'{text} `x = "1/2"`, `None`' for language, text in GOOD.items()}
    assert list(faults_in(quoted)) == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_missing_translation_is_seen(language: Language, tmp_path: Path) -> None:
    told = [f'{each} = "words"' for each in LANGUAGES if each != language]
    rule = ["[conv-shape.title]", *told, "[slips.bias-forgotten]", *told]
    (tmp_path / "rules.toml").write_text("\n".join(rule), encoding="utf-8")
    with pytest.raises(MissingTextError, match=f"'conv-shape' has no 'title' in '{language}'"):
        rule_text(tmp_path, "conv-shape", "title", language)
    with pytest.raises(MissingTextError, match=f"'bias-forgotten' has no text in '{language}'"):
        slip_text(tmp_path, "bias-forgotten", language)


def test_a_name_that_was_not_drawn_is_seen(tmp_path: Path) -> None:
    for language in LANGUAGES:
        text = "{% block statement %}{{ padding }} {{ paddign }}{% endblock %}"
        (tmp_path / f"{language}.md.j2").write_text(text, encoding="utf-8")
    with pytest.raises(UndefinedError, match="'paddign' is undefined"):
        rendered(tmp_path, variants("conv1d-code")[0])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.731058, "0.7311"),
        (-0.00012345, "-0.0001234"),
        (9.9996, "10"),
        (54.321987, "54.322"),
        (-123.4567, "-123.457"),
        (1000000.25, "1000000.25"),
        (1e-14, "0"),
        (2.5, "2.5"),
        (Fraction(100, 7), "100/7"),
        (Fraction(22, 7), "22/7"),
    ],
)
def test_a_decimal_has_four_digits_and_three_places_at_least(value: object, text: str) -> None:
    assert plain_number(value) == text


@pytest.mark.parametrize("size", [0.3, 7, 88, 456, 9876, 123456])
def test_a_long_expression_is_written_within_half_a_thousandth(size: float) -> None:
    text = plain_number(size + sympy.sqrt(7) * sympy.exp(2) / 3 + sympy.log(5))
    assert abs(float(text) - (size + 7**0.5 * exp(2) / 3 + log(5))) <= 0.0005


E = sympy.E


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1 / (1 + E) - 1, "−E/(1 + E)"),
        (sympy.log(1 + E) - 1, "−1 + log(1 + E)"),
        ([E / (1 + E), 1 / (1 + E)], "[E/(1 + E), 1/(1 + E)]"),
        ([sympy.exp(2) / (1 + sympy.exp(2)), 1 / (1 + sympy.exp(2))], "[0.8808, 0.1192]"),
        (
            [[1 / (1 + sympy.exp(2)), 0], [sympy.exp(17) / 987654321, 2]],
            "[[0.1192, 0], [0.02446, 2]]",
        ),
        ([Fraction(1, 4), sympy.exp(17) / 987654321], "[0.25, 0.02446]"),
        ([Fraction(1, 4), 0.5], "[1/4, 0.5]"),
        ([Fraction(1, 4), E], "[1/4, E]"),
    ],
)
def test_a_vector_has_expressions_or_decimals_not_both(value: object, text: str) -> None:
    assert written(np.array(value, dtype=object)) == text


def test_a_matrix_in_rows_has_one_form_too() -> None:
    rows = [[1 / (1 + E), 0], [sympy.exp(17) / 987654321, -3]]
    assert matrix(rows).split() == ["0.2689", "0", "0.02446", "−3"]
