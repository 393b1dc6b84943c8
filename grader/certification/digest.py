"""Fingerprints of all that is written of a variant: the same seed has to give the same bytes.

Run as a program it prints those of some seeds: a process with another hash seed to compare with.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence

from grader.document.nodes import Document
from grader.render.markdown import markdown
from grader.render.notebook import notebook
from grader.render.page import page
from grader.render.script import blank, model, script
from grader.render.statement import sheet_document
from grader.render.text import text
from grader.sheet.sheet import Problem, Sheet
from problems.drawing import draw_variant
from problems.family import Level
from problems.sentences import LANGUAGES, Language
from problems.variant import Variant

_OTHER_HASH_SEED = "20101"
_COLUMNS = 80


def documents(variant: Variant) -> Iterator[tuple[Language, Document]]:
    """The sheet of a variant with its solution, in one language after the other."""
    for language in LANGUAGES:
        yield language, document_in(variant, language)


def document_in(variant: Variant, language: Language) -> Document:
    """The sheet of a variant with its solution."""
    return sheet_document(_sheet(variant, language), "submission.py", solution=True)


def _sheet(variant: Variant, language: Language) -> Sheet:
    return Sheet(variant.seed, language, (Problem("1", variant),))


def digest(variant: Variant, made: Iterable[tuple[Language, Document]] | None = None) -> str:
    """A fingerprint of a variant's sheet and solution in every language and every form.

    ``made`` has the documents where they are there already.
    """
    found = hashlib.blake2b(digest_size=16)
    for written in _written(variant, documents(variant) if made is None else made):
        found.update(written.encode())
    return found.hexdigest()


def _written(variant: Variant, made: Iterable[tuple[Language, Document]]) -> Iterator[str]:
    for language, document in made:
        sheet = _sheet(variant, language)
        yield markdown(document)
        yield text(document, _COLUMNS)
        yield page(document, "", language)
        yield script(sheet, blank)
        yield script(sheet, model)
        yield notebook(sheet, "submission.ipynb")


def digests_elsewhere(key: str, level: Level, seeds: Sequence[str]) -> list[str]:
    """The fingerprints of drawn variants, from a process with another hash seed.

    Raises RuntimeError with what the process said if it fails.
    """
    run = subprocess.run(
        [sys.executable, "-m", "grader.certification.digest", key, level, *seeds],
        env={**os.environ, "PYTHONHASHSEED": _OTHER_HASH_SEED},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(run.stderr.strip() or f"the process ended with {run.returncode}")
    return run.stdout.split()


def main(key: str, level: Level, *seeds: str) -> None:
    """Print the fingerprints, one a line."""
    for seed in seeds:
        print(digest(draw_variant(key, level, seed)))


if __name__ == "__main__":
    main(*sys.argv[1:])  # type: ignore[arg-type]
