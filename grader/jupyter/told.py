"""What ``%check`` shows below a cell: in a notebook typeset, in a terminal as text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from grader.document.nodes import Block, Document, Heading, Paragraph, Strong, words
from grader.marking.result import SheetResult
from grader.messages.say import say
from grader.report.as_page import fields_told, items, with_code
from grader.report.together import incidents_beside
from grader.report.wording import incident_in_words, marks

_WIDTH = 80


def shown(result: SheetResult, titles: Mapping[str, str]) -> dict[str, Any]:
    """A result, or a part of one, by the media types of its forms."""
    from rich.console import Console

    from grader.render.markdown import markdown
    from grader.report.terminal import print_result

    text = io.StringIO()
    print_result(
        Console(file=text, width=_WIDTH, highlight=False, force_jupyter=False), result, dict(titles)
    )
    return {
        "text/markdown": markdown(_document(result, titles), drawn=True),
        "text/plain": text.getvalue(),
    }


def said(text: str) -> dict[str, Any]:
    """A sentence in place of a result."""
    from grader.render.markdown import markdown

    return {"text/markdown": markdown((with_code(text),)), "text/plain": text}


def _document(result: SheetResult, titles: Mapping[str, str]) -> Document:
    """Without headings, which would be among those of the notebook."""
    language = result.language
    blocks: list[Block] = []
    for problem in result.problems:
        earned = "" if result.is_sealed else f" ({marks(problem.score, problem.max_score)})"
        line = words(f"{problem.key}. {titles[problem.key]}{earned}")
        blocks += [Paragraph((Strong(line),)), *_quiet(fields_told(problem, language, every=True))]
    if incidents := incidents_beside(result):
        blocks.append(Paragraph((Strong(words(say(language, "report.program"))),)))
        blocks.append(items(with_code(incident_in_words(one, language)) for one in incidents))
    return tuple(blocks)


def _quiet(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield Paragraph((Strong(block.inside),)) if isinstance(block, Heading) else block
