"""A sheet as one page to be filled in: offline, on a phone, and without anything but itself.

How each answer is read is told as it is typed, and what was filled in can be taken home as the very
file that is handed in. The page holds what the file of the sheet holds, and no more.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from grader.messages.say import say, to_fill_in
from grader.render.blank_tables import blank_tables
from grader.render.interactive.cut import Cut, cut_script, field_of_blank, field_of_program
from grader.render.interactive.fields import blank_fields, program_field
from grader.render.interactive.readings import blank_of, reader, sentences, tables
from grader.render.page import html, math_font, page_style
from grader.render.statement import introduction, problem_document, title_of_sheet
from grader.sheet.sheet import Problem, Sheet
from problems.family import ByHand
from problems.sentences import Language

_HERE = Path(__file__).parent
_WORDS = (
    *("read-as", "filled", "not-kept", "restored", "cleared", "clear-sure"),
    *("downloaded", "copied", "not-copied"),
)
"""What the page says while it is used, by keys of the messages on a page."""

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
{bar}
<script type="application/json" id="grader-tables">{tables}</script>
<script type="application/json" id="grader-sheet">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def sheet_page(sheet: Sheet, file: str, *, versions: str = "") -> str:
    """The page of a sheet; ``file`` is what is filled in, as it is called once it is saved."""
    language = sheet.language
    start = html(introduction(sheet, file, how_to="page.how-to", versions=versions))
    problems = [_problem(sheet, problem) for problem in sheet.problems]
    no_script = f'<p id="no-script">{escape(say(language, "page.no-script", file=file))}</p>'
    return _PAGE.format(
        language=language,
        policy=_policy(),
        title=escape(title_of_sheet(sheet)),
        style=_style(),
        body="\n".join([start, no_script, *problems, _end(file, language)]),
        bar=_bar(file, language),
        tables=_inert(tables()),
        data=_inert(json.dumps(_data(sheet, file), ensure_ascii=False, separators=(",", ":"))),
        script=_script(),
    )


def _problem(sheet: Sheet, problem: Problem) -> str:
    """A problem in each language; it is filled in once, below the first."""
    first, *others = (sheet.language, *sheet.also_in)
    document = problem_document(problem, first, solution=False)
    if isinstance(problem.variant.family.task, ByHand):
        stated = document[: -len(blank_tables(problem, first))]
        made = [html(stated), blank_fields(problem, first)]
    else:
        made = [html(document), program_field(problem, first)]
    made += [
        f'<section lang="{other}">\n'
        f"{html(problem_document(problem, other, solution=False))}\n</section>"
        for other in others
    ]
    return "\n".join(made)


def _bar(file: str, language: Language) -> str:
    """What stays at the lower edge: how far one is, and the file to be taken home."""
    download = escape(say(language, "page.download", file=file))
    return (
        '<footer class="bar" id="bar" hidden>\n<div>'
        f'<output id="filled"></output><button type="button" id="download">{download}</button>'
        '<output id="told"></output></div>\n</footer>'
    )


def _end(file: str, language: Language) -> str:
    """What is needed but once: the text of the file where it cannot be saved, and a new start."""
    copy = escape(say(language, "page.copy", file=file))
    clear = escape(say(language, "page.clear"))
    text = escape(say(language, "page.text-of-file", file=file))
    return (
        '<div class="end" id="end" hidden>\n'
        f'<p><button type="button" id="copy">{copy}</button>'
        f'<button type="button" id="clear">{clear}</button></p>\n'
        f'<p id="text-of-file" hidden><label for="text">{text}</label>'
        '<textarea id="text" rows="6" readonly></textarea></p>\n</div>'
    )


def _data(sheet: Sheet, file: str) -> dict[str, Any]:
    """What the page is told of its sheet."""
    cut = cut_script(sheet)
    blanks = {
        field_of_blank(problem, asked.name): blank_of(problem, asked, sheet.language)
        for problem in sheet.problems
        if isinstance(problem.variant.family.task, ByHand)
        for asked in problem.variant.working.asked
    }
    programs = {
        field_of_program(problem)
        for problem in sheet.problems
        if not isinstance(problem.variant.family.task, ByHand)
    }
    return {
        "key": _key(sheet, cut),
        "file": file,
        "pieces": cut.pieces,
        "fields": cut.fields,
        "blanks": blanks,
        "programs": sorted(programs),
        "sentences": sentences(sheet.language),
        "words": {key: to_fill_in(sheet.language, f"page.{key}") for key in _WORDS},
    }


def _key(sheet: Sheet, cut: Cut) -> str:
    """Under which the answers are kept in the browser: that of this sheet and of no other."""
    text = "".join(cut.pieces).encode("utf-8", "surrogatepass")
    return f"grader/{sheet.name}/{hashlib.blake2b(text, digest_size=8).hexdigest()}"


def _inert(data: str) -> str:
    """JSON that ends no element and begins none, wherever it comes from."""
    return data.replace("<", "\\u003c")


@cache
def _script() -> str:
    """All of the page's program, in a scope of its own."""
    own = (_HERE / "js" / "sheet.js").read_text(encoding="utf-8")
    return f'"use strict";\n{{\n{reader()}\n{own}}}\n'


@cache
def _style() -> str:
    font = (
        '@font-face { font-family: "Sheet Math"; '
        f'src: url(data:font/woff2;base64,{math_font()}) format("woff2"); }}\n'
    )
    own = (_HERE / "sheet.css").read_text(encoding="utf-8")
    return f"{font}{page_style()}{own}"


@cache
def _policy() -> str:
    """Nothing is loaded, and only what stands here runs."""
    program, style = _hash(_script()), _hash(_style())
    return (
        f"default-src 'none'; script-src '{program}'; style-src '{style}'; font-src data:; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
