"""What a result says to its reader, in the language of the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.answers.notation import in_print
from grader.answers.outcome import Outcome
from grader.answers.unreadable import UnreadableError
from grader.marking.marks import written
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import HINT, Datum, LayerNumber, Remark
from grader.messages.say import say
from grader.messages.size import size_in_words
from grader.render.line import plain_line
from grader.sandbox.outside.versions import versions_in_words
from problems.catalogue import folder
from problems.options import options_in_words
from problems.sentences import Language, slip_text
from problems.values import Source

_WITH_TYPES = frozenset(
    {"unsuitable-type", "not-a-number", "not-a-shape", "not-any-shape", "not-an-expression"}
)
"""Remarks on an answer that is no number; its type is told in plain words."""

_TYPES = {
    "NoneType": "none",
    "bool": "truth",
    "str": "text",
    "tuple": "list",
    "list": "list",
    "dict": "dictionary",
    "set": "set",
    "frozenset": "set",
    "complex": "complex",
    "function": "function",
    "builtin_function_or_method": "function",
}


_SECONDS = re.compile(r"([\d.]+) s")
"""How limits of time are told; the sign of the second is another one in Russian."""
_SYMBOL = re.compile(r"\$[^$]+\$")
"""What the sheet gives, by its symbol in TeX."""
_MOST_MISTAKES = 3
"""That are told where several give what came."""
_MOST_PLACES = 3
"""That are told where there are more."""


def message_of(field: FieldResult, family: str, language: Language) -> str:
    """Everything that is to be said of a field, in one line; empty where it is simply right."""
    return " ".join(sentence(remark, family, language) for remark in field.remarks)


def said_of(field: FieldResult, family: str, language: Language) -> list[str]:
    """What came, everything that is to be said of it, and on what inputs, one line each."""
    message = message_of(field, family, language)
    if field.found is not None and field.inputs is None and field.outcome is not Outcome.CORRECT:
        message = f"{say(language, 'report.found', found=field.found)}. {message}"
    inputs = [say(language, "report.inputs", inputs=field.inputs)] if field.inputs else []
    return [*([message] if message else []), *inputs]


def incidents_of(result: SheetResult) -> list[str]:
    """What went wrong while the program ran, one line each."""
    return [incident_in_words(incident, result.language) for incident in result.incidents]


def incident_in_words(incident: Remark, language: Language) -> str:
    """What went wrong while the program ran, or is to be said of the file, in one line."""
    said = _filled("incident", incident, {}, language, None)
    hint = incident.details.get(HINT)
    if hint is None:
        return said
    return f"{said.rstrip('.')}. {_filled('remark', hint, {}, language, None)}"


def versions_of(result: SheetResult) -> str:
    """Which Python and libraries marked: ``Marked with Python 3.13.0, NumPy 2.4.6``."""
    return say(result.language, "report.versions", versions=versions_in_words(result.versions))


def marks(score: float, max_score: float) -> str:
    """Marks out of those that there are, to two places: ``2.67/9``."""
    return f"{written(score)}/{written(max_score)}"


def results_and_style(problem: ProblemResult, language: Language) -> str:
    """The marks for results and those for style; empty where there are none for style."""
    style, of_style = problem.style
    if not of_style:
        return ""
    results = marks(problem.score - style, problem.max_score - of_style)
    return say(language, "report.results-and-style", results=results, style=marks(style, of_style))


def sentence(remark: Remark, family: str, language: Language) -> str:
    """One remark as a sentence."""
    details: dict[str, Any] = {}
    texts_of_family = folder(family)
    if slips := remark.details.get("slips"):
        told = [slip_text(texts_of_family, slip, language) for slip in slips[:_MOST_MISTAKES]]
        texts = [plain_line(Source(text, ())) for text in told]
        is_all = len(slips) <= _MOST_MISTAKES
        more = () if is_all else (say(language, "place.or-another-mistake"),)
        details["slip"], details["mistakes"] = texts[0], _numbered(dict.fromkeys(texts), more)
    return _filled("remark", remark, details, language, texts_of_family)


def _numbered(texts: Iterable[str], more: Iterable[str]) -> str:
    """Sentences in one line, of which each may have a semicolon of its own."""
    several = [*texts]
    numbers = (f"({number}) " if several[1:] else "" for number in range(1, len(several) + 1))
    return "; ".join(
        (*(number + text for number, text in zip(numbers, several, strict=True)), *more)
    )


def _filled(
    table: str, remark: Remark, more: Mapping[str, Any], language: Language, texts: Path | None
) -> str:
    """A sentence, with its details in words; ``texts`` is the folder of the family, if any."""
    details = {key: _worded(key, value, language, texts) for key, value in remark.details.items()}
    if remark.key in _WITH_TYPES:
        details["type"] = _type(details["type"], language)
    return say(language, f"{table}.{remark.key}", **{**details, **more})


def _place(place: str, language: Language) -> str:
    """``line 41`` or ``cell 5, line 3``, as the sandbox names places, in the sheet's language.

    A cell may also be named as a whole, and a text in a line have lines of its own.
    """
    match re.fullmatch(r"(?:(cell|line) (\d+), )?(cell|line) (\d+)", place):
        case None:
            return place
        case found if found[1] == "cell":
            return say(language, "place.cell", cell=found[2], line=found[4])
        case found if found[1]:
            return say(language, "place.line-in-text", outer=found[2], line=found[4])
        case found if found[3] == "cell":
            return say(language, "place.whole-cell", cell=found[4])
        case found:
            return say(language, "place.line", line=found[4])


def _places(places: Sequence[str], language: Language) -> str:
    """Some places in a row, the first few of many."""
    shown = ", ".join(_place(place, language) for place in places[:_MOST_PLACES])
    if len(places) <= _MOST_PLACES:
        return shown
    return say(language, "place.and-more", places=shown, n=len(places) - _MOST_PLACES)


def _type(name: str, language: Language) -> str:
    """What a value is: ``a list``; a word that a student typed (``'abc'``) is told as it is."""
    if name in _TYPES:
        return say(language, f"type.{_TYPES[name]}")
    return name if name.startswith(("'", '"')) else say(language, "type.other", type=name)


def _one_of(words: Sequence[str], language: Language) -> str:
    """``2, 3 or 5``; of many the first few."""
    shown = list(words[:_MOST_PLACES])
    if len(words) > len(shown):
        return ", ".join((*shown, "…"))
    *before, last = shown
    return say(language, "place.or", before=", ".join(before), last=last) if before else last


def _datum(one: Datum, language: Language, texts: Path | None) -> str:
    """Data that stand in the text of a sheet, by the family's words for them."""
    from problems.texts import render_datum  # the template engine takes long to load

    assert texts is not None, "a family's data are told of its problems alone"
    return plain_line(render_datum(texts, one.meaning, language, of=one.of))


def _worded(key: str, value: Any, language: Language, texts: Path | None) -> Any:
    match key, value:
        case "problem", UnreadableError():
            return say(language, f"text.{value.message_key}", **value.details)
        case (("right" | "taken"), Datum()):
            return say(language, "place.in-quotes", words=_datum(value, language, texts))
        case _, Datum():
            return _datum(value, language, texts)
        case _, LayerNumber(input=number, layer=layer):
            words = say(language, f"input.{number}")
            return f"{in_print(layer)}, {words}" if layer else words
        case "cells", _:
            shown = [str(cell[0]) if len(cell) == 1 else str(cell) for cell in value[:6]]
            return ", ".join(shown) + (", …" if len(value) > 6 else "")
        case (("found" | "expected"), tuple()):
            return size_in_words(value, language)
        case (("place" | "other"), str()):
            return _place(value, language)
        case (("input" | "instead"), str()):
            return say(language, f"input.{value}")
        case "place", tuple():
            return _places(value, language)
        case "axis", str():
            return say(language, f"axis.{value}")
        case "turn", (key, one, other):
            return say(language, f"turn.{key}", one=one, other=other)
        case "options", _:
            return plain_line(Source(options_in_words(texts, value, language), ()))
        case "value", str() if language == "ru" and (seconds := _SECONDS.fullmatch(value)):
            return f"{seconds[1]} с"
        case "limit", _:
            return say(language, f"limit.{value}")
        case (("right" | "taken" | "name"), str()) if _SYMBOL.fullmatch(value):
            return plain_line(Source(value, ()))
        case (("right" | "taken"), int()):
            return str(value).replace("-", "−")
        case "taken", tuple():
            return _one_of([str(each).replace("-", "−") for each in value], language)
        case "names", tuple():
            return _one_of([_worded("name", each, language, texts) for each in value], language)
        case _, str():
            return in_print(value)
    return value


def how_it_was_read(field: FieldResult, language: Language) -> str:
    """What came, and what it was taken for where that is written otherwise."""
    if field.read is None:
        return ""
    if field.found in (None, field.read):
        is_told = field.outcome is not Outcome.CORRECT and field.found is not None
        return "" if is_told else say(language, "report.read", read=field.read)
    return say(language, "report.read-as", found=field.found, read=field.read)
