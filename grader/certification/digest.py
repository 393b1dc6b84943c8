"""Fingerprints of all that is written of a variant: the same seed has to give the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from grader.document.nodes import Document
from grader.render.markdown import markdown
from grader.render.notebook import notebook
from grader.render.page import page
from grader.render.script import blank, model, script
from grader.render.statement import sheet_document
from grader.render.text import text
from grader.sheet.sheet import Problem, Sheet
from problems.sentences import LANGUAGES, Language
from problems.variant import Variant

_COLUMNS = 80

THOROUGH = 100
"""Of the first seeds of a level everything is looked at. On later ones what takes long takes turns:

the languages beside the first one, the ways to guess, mistakes that are marked without a file, and
files beside that with the model solution.
"""

LATE_TURNS = 4
"""On one of so many late variants in a row is done what takes turns, apart from languages."""


def is_late(variant: Variant) -> bool:
    """Whether a variant is one of those on which what takes long takes turns."""
    return variant.example is None and variant.seed.isdecimal() and int(variant.seed) >= THOROUGH


def has_turn(variant: Variant) -> bool:
    """Whether a variant is looked at in full, or is the late one whose turn it is."""
    return not is_late(variant) or int(variant.seed) % LATE_TURNS == 0


def languages_of(variant: Variant) -> tuple[Language, ...]:
    """The languages in which a variant is written: all, or the first one with one of the others."""
    first, *others = LANGUAGES
    if not is_late(variant):
        return LANGUAGES
    return first, others[int(variant.seed) % len(others)]


def documents(variant: Variant) -> Iterator[tuple[Language, Document]]:
    """The sheet of a variant with its solution, in one language after the other."""
    for language in languages_of(variant):
        yield language, document_in(variant, language)


def document_in(variant: Variant, language: Language) -> Document:
    """The sheet of a variant with its solution."""
    return sheet_document(_sheet(variant, language), "submission.py", solution=True)


def _sheet(variant: Variant, language: Language) -> Sheet:
    return Sheet(variant.seed, language, (Problem("1", variant),))


def digest(variant: Variant, made: Iterable[tuple[Language, Document]] | None = None) -> str:
    """A fingerprint of a variant's sheet and solution in each of its languages and every form.

    Where it is not its turn, it is one of the file to fill in. ``made`` has the documents where
    they are there already.
    """
    found = hashlib.blake2b(digest_size=16)
    for written in _written(variant, documents(variant) if made is None else made):
        found.update(written.encode())
    return found.hexdigest()


def _written(variant: Variant, made: Iterable[tuple[Language, Document]]) -> Iterator[str]:
    if not has_turn(variant):
        yield script(_sheet(variant, LANGUAGES[0]), blank)
        return
    for language, document in made:
        sheet = _sheet(variant, language)
        yield markdown(document)
        yield text(document, _COLUMNS)
        yield page(document, "", language)
        yield script(sheet, blank)
        yield script(sheet, model)
        yield notebook(sheet, "submission.ipynb")
