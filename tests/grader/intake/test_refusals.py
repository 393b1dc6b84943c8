"""A file that cannot be marked is refused in the language that its header says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from grader.intake.submission import read_submission
from grader.messages.say import said_in
from grader.render.notebook import notebook
from grader.render.script import blank, script
from grader.sheet.header import language_said
from grader.sheet.sheet import SheetError, draw_sheet
from problems.sentences import LANGUAGES, Language

DAMAGED = {"en": "is damaged", "hr": "oštećeno", "pl": "uszkodzony", "ru": "повреждён"}
CHANGED = {"en": "text was changed", "hr": "promijenjen", "pl": "zmieniony", "ru": "изменён"}


def refused(path: Path) -> str:
    with pytest.raises(SheetError) as caught:
        read_submission(path)
    return str(caught.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_damaged_header_is_told_in_its_language(language: Language, tmp_path: Path) -> None:
    sheet = draw_sheet("7", ["conv1d-code"], language)
    path = tmp_path / "submission.py"
    path.write_text(script(sheet, blank).replace('"seed": "7"', '"seed": "8"'), encoding="utf-8")
    said = refused(path)
    assert said.startswith("submission.py: ")
    assert DAMAGED[language] in said
    assert CHANGED[language] in said


def test_so_is_that_of_a_notebook(tmp_path: Path) -> None:
    book = json.loads(notebook(draw_sheet("7", ["conv1d-code"], "hr"), "submission.ipynb"))
    text = json.dumps(book).replace('\\"seed\\": \\"7\\"', '\\"seed\\": \\"8\\"')
    path = tmp_path / "submission.ipynb"
    path.write_text(text, encoding="utf-8")
    assert CHANGED["hr"] in refused(path)


def test_without_a_header_it_is_told_in_english(tmp_path: Path) -> None:
    path = tmp_path / "submission.py"
    path.write_text("x = 1\n", encoding="utf-8")
    assert "this is no sheet of the grader" in refused(path)
    assert language_said(path.read_bytes()) is None


def test_every_refusal_can_be_said_in_every_language() -> None:
    details: dict[str, Any] = dict.fromkeys(("found", "expected", "error", "most", "number"), 1)
    for language in LANGUAGES:
        for key in said_in("refusal") - {"damaged"}:
            assert SheetError(key=key, **details).said_in(language)
        for what in said_in("damage"):
            said = SheetError(key="damaged", what=what, **details).said_in(language)
            assert DAMAGED[language] in said
            assert "{" not in said
