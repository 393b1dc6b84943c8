"""A title is read without the template engine where it is one sentence, and is then the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems.catalogue import family_keys, folder
from problems.drawing import draw_variant
from problems.sentences import LANGUAGES
from problems.texts import render_block
from problems.titles import title_sentence

WITH_A_CONDITION_OF_ITS_OWN = {"conv1d-layer-code", "torch-train-code"}


@pytest.mark.parametrize("key", family_keys())
def test_a_title_is_what_the_template_engine_makes_of_it(key: str) -> None:
    for seed in ("0", "1", "2"):
        parameters = draw_variant(key, "standard", seed).parameters
        for language in LANGUAGES:
            found = title_sentence(folder(key), language, parameters)
            rendered = render_block(folder(key), "title", language, **parameters)
            if key in WITH_A_CONDITION_OF_ITS_OWN:
                assert found is None
            else:
                assert (found, ()) == (rendered.text, rendered.values)


TEXTS = """
plain.en = "A plain title"
more.en = "{{ number }} layers"
[by]
this.en = "This way"
that.en = "That way"
"""


@pytest.mark.parametrize(
    ("expression", "title"),
    [
        ('say("plain")', "A plain title"),
        ('say("by." ~ ("this" if flag else "that"))', "This way"),
        ('say("by." ~ ("this" if other else "that"))', "That way"),
        ('say("by." ~ ("this" if number else "that"))', None),
        ('say("by." ~ ("this" if missing else "that"))', None),
        ('say("more")', None),
        ('say("plain") | upper', None),
        ('"A title"', None),
    ],
)
def test_what_is_more_than_a_sentence_is_left_to_the_template_engine(
    tmp_path: Path, expression: str, title: str | None
) -> None:
    statement = "{% block title %}{{ " + expression + " }}{% endblock %}\n"
    (tmp_path / "statement.md.j2").write_text(statement, encoding="utf-8")
    (tmp_path / "texts.toml").write_text(TEXTS, encoding="utf-8")
    names = {"flag": True, "other": False, "number": 3}
    assert title_sentence(tmp_path, "en", names) == title


def test_a_folder_without_a_statement_is_left_to_the_template_engine(tmp_path: Path) -> None:
    assert title_sentence(tmp_path, "en", {}) is None
