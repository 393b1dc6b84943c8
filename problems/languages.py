"""The languages of sheets: ours, whose texts stand side by side, and those that are added by files.

An added language is a folder with a ``language.toml`` that names it, and with catalogues as ours
are, at the same places, but of one language: ``messages/messages.toml``, ``problems/units.toml``,
``problems/cnn_table/texts.toml``. What such a folder lacks is told in English.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from problems.frozen import frozen

Language = str
"""The code of a language: ``hr``."""

LANGUAGES: tuple[Language, ...] = ("en", "hr", "pl", "ru")
"""Those in which every text is there; ``languages`` has the added ones too."""

FALLBACK: Language = "en"
"""In which is told what an added language lacks."""

LANGUAGES_VARIABLE = "GRADER_LANGUAGES"
"""Folders of added languages, as ``PATH`` has folders: other processes of ours read it."""

FILE = "language.toml"
_CODE = re.compile(r"[a-z]{2,3}")
_PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))


class LanguageError(ValueError):
    """A folder that is no language: in a line for its owner, with what to do."""


@frozen
class Added:
    """A language that was added: its code, its own name, its folder, and what Babel calls it."""

    code: Language
    name: str
    folder: Path
    locale: str


def languages() -> tuple[Language, ...]:
    """All languages of sheets, ours first."""
    return (*LANGUAGES, *(one.code for one in added()))


def language_or_none(text: str) -> Language | None:
    """The language of a code; None if there is none."""
    return text if text in languages() else None


def is_code(text: str) -> bool:
    """Whether a text could be the code of a language."""
    return _CODE.fullmatch(text) is not None


def locale_of(language: Language) -> str:
    """What Babel calls a language: the country decides how dates are written."""
    own = {one.code: one.locale for one in added()}
    return own.get(language) or {"en": "en_GB"}.get(language, language)


def add_language(folder: Path) -> Language:
    """Add the language of a folder, in this process and those that it starts.

    Raises LanguageError.
    """
    where = folder.resolve()
    new = _read(where, folder)
    for one in added():
        if one.folder == where:
            return one.code
        if one.code == new.code:
            raise LanguageError(f"{folder}: the language {new.code!r} is {one.folder} already")
    told = os.environ.get(LANGUAGES_VARIABLE)
    os.environ[LANGUAGES_VARIABLE] = os.pathsep.join([*([told] if told else []), str(where)])
    forget_languages()
    return new.code


@cache
def added() -> tuple[Added, ...]:
    """The languages that were added, in the order in which they were."""
    told = os.environ.get(LANGUAGES_VARIABLE, "")
    return tuple(_read(Path(each), Path(each)) for each in told.split(os.pathsep) if each)


def forget_languages() -> None:
    """Look for languages anew when they are next needed."""
    added.cache_clear()


def _read(where: Path, called: Path) -> Added:
    path = where / FILE
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise LanguageError(
            f"{called}: the folder of a language was expected, with a {FILE} in it; "
            "'grader languages new' begins one"
        ) from None
    except ValueError as error:
        raise LanguageError(f"{called / FILE} is not TOML in UTF-8: {error}") from None
    code, name, locale = own.get("code"), own.get("name"), own.get("locale", own.get("code"))
    if not (isinstance(code, str) and is_code(code)) or code in LANGUAGES:
        raise LanguageError(
            f"{called / FILE}: code was expected to be two or three small letters that are none of "
            f"{', '.join(LANGUAGES)}, but is {code!r}"
        )
    if not (isinstance(name, str) and name.strip()) or not isinstance(locale, str):
        raise LanguageError(f"{called / FILE}: name was expected, as the language calls itself")
    return Added(code, name.strip(), where, locale)


# -- texts -----------------------------------------------------------------------------------------


def with_added(tables: Mapping[str, Any], part: str, extra: tuple[Added, ...]) -> Mapping[str, Any]:
    """Tables of texts in our languages, with those of added ones from their file ``part``.

    Raises LanguageError for a file that cannot be read.
    """
    for one in extra:
        if own := own_tables(one, part):
            tables = _merged(tables, own, one.code)
    return tables


@cache
def own_tables(one: Added, part: str) -> Mapping[str, Any]:
    """The tables of a file of an added language; none if it has no such file."""
    path = one.folder / part
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise LanguageError(f"{path}: cannot be read as TOML in UTF-8: {error}") from None


def is_text(table: Mapping[str, Any]) -> bool:
    """Whether a table of a catalogue is one text in its languages."""
    return FALLBACK in table


def is_of_one_language(own: Any) -> bool:
    """Whether it is the text of a key in the file of one language, perhaps in its plural forms."""
    return isinstance(own, str) or (isinstance(own, Mapping) and own.keys() <= _PLURALS)


def _merged(tables: Mapping[str, Any], own: Mapping[str, Any], code: Language) -> Mapping[str, Any]:
    found = dict(tables)
    for key, text in own.items():
        there = found.get(key)
        if not isinstance(there, Mapping):
            continue
        if is_text(there):
            if is_of_one_language(text):
                found[key] = {**there, code: text}
        elif isinstance(text, Mapping):
            found[key] = _merged(there, text, code)
    return found


def text_in(texts: Mapping[str, Any], language: Language) -> Any:
    """A text in a language; of an added one that lacks it, in English. None if there is none."""
    found = texts.get(language)
    return texts.get(FALLBACK) if found is None and language not in LANGUAGES else found


def lacking(
    tables: Mapping[str, Any], language: Language, above: tuple[str, ...] = ()
) -> Iterable[tuple[str, ...]]:
    """The keys of the texts that a language lacks in some tables."""
    for key, table in tables.items():
        if not isinstance(table, Mapping):
            continue
        if is_text(table):
            if language not in table:
                yield (*above, key)
        else:
            yield from lacking(table, language, (*above, key))
