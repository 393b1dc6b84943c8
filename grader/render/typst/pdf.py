"""Sheets as PDF: tagged for screen readers (PDF/UA-1), and the same bytes for the same sheet.

A PDF tells no date, and its fonts are those that Typst brings with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import islice

from grader.render.typst.sheets import source, title_and_whose, with_style
from grader.sheet.sheet import Sheet
from problems.sentences import Language

AT_ONCE = 50
"""Sheets in a file: Typst needs some megabytes for each until the file is written."""


class NoTypstError(RuntimeError):
    """There is no Typst, which makes PDF files: how to install it."""


def pdf(sheet: Sheet, name: str, *, solution: bool = False, versions: str = "") -> bytes:
    """A sheet to print; ``name`` is what its files are called, without their endings.

    With ``solution`` it is worked out. ``versions`` says which Python and libraries mark, if it is
    to be told. Raises NoTypstError.
    """
    title = title_and_whose(sheet)
    made = source([(sheet, name)], title, sheet.language, solution=solution, versions=versions)
    return compiled(made)


def bulk(
    sheets: Iterable[tuple[Sheet, str]], title: str, language: Language, *, solution: bool = False
) -> Iterator[bytes]:
    """Files of many sheets, to print at once; with each sheet goes what its files are called.

    Each begins on a page with an odd number, so that none shares a leaf with another where both
    sides are printed. A file has `AT_ONCE` sheets at most. ``title`` and ``language`` are those of
    the files. Raises NoTypstError.
    """
    left = iter(sheets)
    while some := tuple(islice(left, AT_ONCE)):
        yield compiled(source(some, title, language, solution=solution))
        _forget()


_KEPT_FOR = 12


def _forget() -> None:
    """Has Typst give the memory of a large document back: it keeps that for some further ones."""
    for _ in range(_KEPT_FOR):
        compiled(with_style("x", "en", "= x"))


_UNKNOWN = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_IN_PLACE = "□"


def require_typst() -> None:
    """Raises NoTypstError where there is none."""
    if find_spec("typst") is None:
        raise NoTypstError(
            "PDF files are made by Typst, which is not installed here; in the folder of grader: "
            "pip install -c constraints.txt '.[pdf]'"
        )


def compiled(text: str) -> bytes:
    """The PDF of a source text; signs that no font has become squares. Raises NoTypstError."""
    require_typst()
    import typst

    while True:
        try:
            return typst.compile(
                text.encode(), format="pdf", pdf_standards="ua-1", ignore_system_fonts=True
            )
        except typst.TypstError as error:
            shown = text
            for found in _UNKNOWN.findall(error.diagnostic):
                shown = shown.replace(_CODE.sub(_sign, found), _IN_PLACE)
            if shown == text:
                raise
            text = shown


def _sign(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]
