"""What a sheet in Markdown and its notebook both say of a problem is worked out once."""

from __future__ import annotations

from typing import Any

import pytest

from grader.cli.generate import sheet_files
from grader.document.nodes import Items, Paragraph, Picture, Text, has_pictures
from grader.render import sheet_as_markdown
from grader.render.statement import problem_document
from grader.sheet.sheet import draw_sheet
from problems.figures import figure


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The problems of which a document was made, by their families."""
    made: list[str] = []
    true = problem_document

    def noted(problem: Any, *arguments: Any, **more: Any) -> Any:
        made.append(problem.variant.family.key)
        return true(problem, *arguments, **more)

    monkeypatch.setattr(sheet_as_markdown, "problem_document", noted)
    return made


def test_each_problem_is_read_once_for_all_files(documents: list[str]) -> None:
    sheet = draw_sheet("sheet as markdown", ("cnn-table:easy", "conv1d-hand:standard"), "en")
    files = sheet_files(sheet, solution=False)
    assert documents == ["cnn-table", "conv1d-hand"]
    assert "data:image" in files["submission.ipynb"]
    assert "data:image" not in files["sheet.md"]


def test_a_picture_is_found_in_a_list_too() -> None:
    picture = Picture(figure("grid", alt="", cells=[[1, 2]]).drawing, (Text("a map"),))
    text = Paragraph((Text("a"),))
    assert has_pictures((text, picture))
    assert has_pictures((Items(((text,), (text, picture))),))
    assert not has_pictures((text, Items(((text,),))))
