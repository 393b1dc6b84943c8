"""The forms of a sheet: one writer each over the one document, loaded when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from problems.frozen import frozen

if TYPE_CHECKING:
    from grader.sheet.sheet import Sheet

Written = str | bytes
"""What a file has in it: text, which is written as UTF-8, or bytes."""


@frozen
class Manner:
    """How a sheet is written: ``name`` is what the file to fill in is called, without its ending.

    With ``solution`` it is solved. ``versions`` says what marks it, if that is to be told.
    """

    name: str
    solution: bool = False
    versions: str = ""


def _nothing() -> None:
    """What a form needs besides the grader itself."""


@frozen
class Format:
    """A form of a sheet: the ending of its files, and what writes one.

    A form that is ``filled_in`` can be handed in; others are to be read. ``require`` raises
    NoTypstError where a library is missing that the form needs.

    One with a ``bank`` is for the lecturer alone, since it has the answers: that writes several
    sheets with the same problems.
    """

    ending: str
    write: Callable[[Sheet, Manner], Written]
    filled_in: bool = False
    require: Callable[[], None] = _nothing
    bank: Callable[[Sequence[Sheet], Manner], Written] | None = None


def _script(sheet: Sheet, manner: Manner) -> Written:
    from grader.render.script import blank, model, script

    return script(sheet, model if manner.solution else blank)


def _notebook(sheet: Sheet, manner: Manner) -> Written:
    from grader.render.notebook import notebook

    file = f"{manner.name}.ipynb"
    return notebook(sheet, file, solution=manner.solution, versions=manner.versions)


def _markdown(sheet: Sheet, manner: Manner) -> Written:
    from grader.render.sheet_as_markdown import sheet_markdown

    file = f"{manner.name}.py"
    return sheet_markdown(sheet, file, solution=manner.solution, versions=manner.versions)


def _page(sheet: Sheet, manner: Manner) -> Written:
    """A page to be filled in; a solved one is to be read."""
    file = f"{manner.name}.py"
    if not manner.solution:
        from grader.render.interactive.sheet_page import sheet_page

        return sheet_page(sheet, file, versions=manner.versions)
    from grader.render.page import page
    from grader.render.statement import sheet_document, title_of_sheet

    document = sheet_document(sheet, file, solution=True, versions=manner.versions)
    return page(document, title_of_sheet(sheet), sheet.language)


def _pdf(sheet: Sheet, manner: Manner) -> Written:
    from grader.render.typst.pdf import pdf

    return pdf(sheet, manner.name, solution=manner.solution, versions=manner.versions)


def _typst() -> None:
    from grader.render.typst.pdf import require_typst

    require_typst()


def _moodle(sheets: Sequence[Sheet], manner: Manner) -> Written:
    from grader.lms.moodle import moodle

    return moodle(sheets, solution=manner.solution)


def _canvas(sheets: Sequence[Sheet], manner: Manner) -> Written:
    from grader.lms.canvas import canvas

    return canvas(sheets, solution=manner.solution)


def _qti(sheets: Sequence[Sheet], manner: Manner) -> Written:
    from grader.lms.qti3 import qti

    return qti(sheets, solution=manner.solution)


def _banked(ending: str, bank: Callable[[Sequence[Sheet], Manner], Written]) -> Format:
    return Format(ending, lambda sheet, manner: bank((sheet,), manner), bank=bank)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "py": Format("py", _script, filled_in=True),
        "ipynb": Format("ipynb", _notebook, filled_in=True),
        "md": Format("md", _markdown),
        "html": Format("html", _page),
        "pdf": Format("pdf", _pdf, require=_typst),
        "moodle": _banked("moodle.xml", _moodle),
        "canvas": _banked("canvas.zip", _canvas),
        "qti": _banked("qti.zip", _qti),
    }
)
"""All forms by what ``--format`` calls them."""

FOR_STUDENTS = tuple(key for key, form in FORMATS.items() if form.bank is None)
"""Those that tell no answer unless they are solved."""

USUAL = ("py", "ipynb", "md")


def written(sheet: Sheet, formats: Iterable[str], manner: Manner) -> dict[str, Written]:
    """The files of a sheet, all of one name with the endings of their formats."""
    return {
        f"{manner.name}.{FORMATS[each].ending}": FORMATS[each].write(sheet, manner)
        for each in formats
    }
