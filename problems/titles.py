"""Titles that are one sentence of their family: marking prints them, and loads no template engine.

Nearly every ``statement.md.j2`` has such a title: ``{{ say("title") }}``, or one of two sentences
by a parameter, ``{{ say("title." ~ ("convolution" if flip else "correlation")) }}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from problems.sentences import Language, sentence

IS_TEMPLATE = re.compile(r"\{[{%#]")
"""What makes a template of a sentence."""

_TITLE = re.compile(
    r'\{% block title %\}\{\{ say\("([\w.-]+)"'
    r'(?: ~ \("([\w.-]+)" if (\w+) else "([\w.-]+)"\))?'
    r"\) \}\}\{% endblock %\}"
)


def title_sentence(folder: Path, language: Language, names: Mapping[str, Any]) -> str | None:
    """The title of a family as its template gives it; None where it takes the template engine.

    Raises MissingTextError for a missing sentence.
    """
    found = _title_in(folder)
    if found is None:
        return None
    key, if_so, flag, otherwise = found
    if flag is not None:
        is_so = names.get(flag)
        if type(is_so) is not bool:
            return None
        key += if_so if is_so else otherwise
    text = sentence(folder, key, language)
    return None if IS_TEMPLATE.search(text) else text.strip()


@cache
def _title_in(folder: Path) -> tuple[str, str, str | None, str] | None:
    """The keys of a plain title: one, or its first part with the ends that a flag decides on."""
    statement = folder / "statement.md.j2"
    found = _TITLE.search(statement.read_text(encoding="utf-8")) if statement.exists() else None
    return None if found is None else (found[1], found[2], found[3], found[4])
