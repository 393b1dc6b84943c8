"""Texts: a skeleton says sentences, values stay values, and nothing is left to fill in."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from problems.catalogue import folder as folder_of
from problems.sentences import Language, MissingTextError
from problems.texts import (
    Shown,
    is_alike_for_all,
    render_block,
    render_formula,
    render_meaning,
    render_program,
)
from problems.values import Number, Product, Shape, Source, Tensor

SKELETON = """
{% block title %}{{ say("title") }}{% endblock %}

{% block statement %}
{% for layer in layers %}
- {{ say("layers." ~ layer.kind, layer=layer) }}
{% endfor %}
$$ x = {{ x | matrix }} $$
{% if padding %}
{{ say("padding") }}
{% endif %}
{% endblock %}
"""

TEXTS = """
title.en = "Kernel of size {{ kernel }}"
title.hr = "Jezgra veličine {{ kernel }}"
padding.en = "padded: {{ padding }}, in all ${{ padding }} + {{ padding }}$"
unsaid.en = "{{ paddign }}"

[layers]
conv.en = "convolution {{ (layer.kernel, layer.kernel) }} of {{ layer.name }}"

[blanks]
map.en = "map {{ of }} of {{ kernel }}"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "statement.md.j2").write_text(SKELETON, encoding="utf-8")
    (tmp_path / "texts.toml").write_text(TEXTS, encoding="utf-8")
    return tmp_path


def statement(folder: Path, language: Language = "en", padding: int = 2) -> Source:
    layers = [
        {"kind": "conv", "kernel": 5, "name": "c1"},
        {"kind": "conv", "kernel": 3, "name": "c2"},
    ]
    return render_block(
        folder, "statement", language, layers=layers, x=[[1, 2]], padding=padding, kernel=3
    )


def test_a_block_says_sentences_with_what_is_handed_to_them(folder: Path) -> None:
    assert statement(folder).text.splitlines()[:2] == [
        r"- convolution \value{0} of c1",
        r"- convolution \value{1} of c2",
    ]


def test_values_stay_values_in_prose_and_in_formulas(folder: Path) -> None:
    source = statement(folder)
    assert r"$$ x = \value{2} $$" in source.text
    assert r"padded: \value{3}, in all $\value{4} + \value{5}$" in source.text
    kinds = [type(value) for value in source.values]
    assert kinds == [Shape, Shape, Tensor, Number, Number, Number]
    assert source.values[0] == Shape((5, 5))


def test_a_condition_is_the_skeletons(folder: Path) -> None:
    assert "padded" not in statement(folder, padding=0).text


def test_each_text_counts_its_own_values(folder: Path) -> None:
    assert statement(folder).text == statement(folder).text
    assert render_block(folder, "title", "en", kernel=7) == Source(
        r"Kernel of size \value{0}", (Number(7),)
    )


def test_a_sentence_is_said_in_the_language_of_the_text(folder: Path) -> None:
    assert render_block(folder, "title", "hr", kernel=7).text == r"Jezgra veličine \value{0}"


def test_a_missing_sentence_is_an_error_and_no_hole(folder: Path) -> None:
    with pytest.raises(MissingTextError, match=r"has no sentence 'title' in 'pl'"):
        render_block(folder, "title", "pl", kernel=7)
    with pytest.raises(MissingTextError, match=r"has no sentence 'layers.conv' in 'ru'"):
        statement(folder, "ru")


def test_a_name_that_was_not_drawn_is_an_error(folder: Path) -> None:
    with pytest.raises(UndefinedError, match="'kernel' is undefined"):
        render_block(folder, "title", "en")
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    skeleton = '{% block title %}{{ say("unsaid") }}{% endblock %}'
    (other / "statement.md.j2").write_text(skeleton, encoding="utf-8")
    with pytest.raises(UndefinedError, match="'paddign' is undefined"):
        render_block(other, "title", "en", padding=3)


def test_the_names_that_texts_use_themselves_are_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"texts use the names \['say', 'values'\] themselves"):
        render_block(folder, "title", "en", kernel=7, say=1, values=2)


def test_a_blank_means_what_its_sentence_says(folder: Path) -> None:
    assert render_meaning(folder, "map", "en", of="2", kernel=3) == Source(
        r"map 2 of \value{0}", (Number(3),)
    )
    with pytest.raises(MissingTextError, match=r"has no 'map' under \[blanks\] in 'hr'"):
        render_meaning(folder, "map", "hr", of="2", kernel=3)


def test_a_formula_names_its_inputs_by_symbol_or_by_value(folder: Path) -> None:
    formula = r"{{ w }} \cdot {{ n }}{% if n.value > 2 %} + 1{% endif %}"
    value = Fraction(1, 2)
    symbols = render_formula(folder, formula, {"w": Shown("w_1", value), "n": Shown(None, 3)})
    assert symbols == Source(r"{w_1} \cdot \value{0} + 1", (Number(3),))
    numbers = render_formula(folder, formula, {"w": Shown(None, value), "n": Shown(None, 2)})
    assert numbers == Source(r"\value{0} \cdot \value{1}", (Number(value), Number(2)))


def test_a_formula_of_several_inputs_goes_over_them(folder: Path) -> None:
    formula = "{% for part in parts %}{{ part }}{{ ' + ' if not loop.last }}{% endfor %}"
    parts = (Shown("h_1", 2), Shown("h_2", 3))
    assert render_formula(folder, formula, {"parts": parts}).text == "{h_1} + {h_2}"


def test_a_formula_that_names_what_is_not_there_is_an_error(folder: Path) -> None:
    with pytest.raises(UndefinedError, match="'x' is undefined"):
        render_formula(folder, "2 {{ x }}", {"y": Shown(None, 3)})


def test_a_filter_only_says_what_kind_of_value_it_is(folder: Path) -> None:
    formula = "{{ n.value | shape }} {{ n.value | product }} {{ '1/10' | number }}"
    source = render_formula(folder, formula, {"n": Shown(None, [3, 28])})
    assert source.values == (Shape((3, 28)), Product((3, 28)), Number(Fraction(1, 10)))


def test_a_program_has_its_values_as_python_writes_them(folder: Path) -> None:
    (folder / "starter.py.j2").write_text("x = {{ x }}\n", encoding="utf-8")
    assert render_program(folder, "starter.py.j2", x=[1, 2]) == "x = [1, 2]\n"


def test_what_is_no_value_does_not_enter_a_text(folder: Path) -> None:
    with pytest.raises(TypeError, match="a number, a shape or a tensor was needed"):
        render_formula(folder, "{{ flag.value }}", {"flag": Shown(None, True)})


@pytest.mark.parametrize(
    ("text", "is_alike"),
    [
        ("a plain sentence", True),
        ("the layer `{{ of }}`", True),
        ("the layer {{ of }} of {{ kernel }}", False),
        ('{{ say("key") }}', False),  # whose sentence may take anything
        ("{% if kernel > 1 %}kernels{% endif %}", False),
    ],
)
def test_a_sentence_that_takes_no_parameter_is_told_from_one_that_does(
    text: str, is_alike: bool
) -> None:
    where = folder_of("cnn-table")
    assert is_alike_for_all(where, text, "of") is is_alike
    assert is_alike_for_all(where, text) is ("{" not in text)
