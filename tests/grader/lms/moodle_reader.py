r"""Moodle's own reading of its XML, written anew from what its source does, to read ours with.

Sources, all in the repository moodle/moodle: question/format/xml/format.php (import),
question/type/multianswer/questiontype.php (cloze), question/type/numerical/questiontype.php
(``qtype_numerical_answer_processor``) and question.php (``qtype_numerical_answer``),
question/type/multichoice and lib/langconfig of the packs en and pl. Floats here are PHP's.
"""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

EPSILON = 10.0**-14
"""``pow(10, -ini_get('precision'))``, for the usual precision of 14."""

NUMBER = r"-?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][-+]?[0-9]+)?"


@dataclass(frozen=True)
class Read:
    """What Moodle takes a text for: a number, and what follows it (a unit)."""

    value: float | None
    unit: str


def read_number(response: str) -> Read:
    """``apply_units``: spaces go, and a comma is a decimal sign where there is no point."""
    text = response.strip().replace(" ", "")
    text = re.sub(r"(?:e|E|(?:x|\*|×)10(?:\^|\*\*))([+-]?\d+)", r"e\1", text)
    if "." in text or text.count(",") > 1:
        text = text.replace(",", "")
    else:
        text = text.replace(",", ".")
    found = re.match(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?", text, re.ASCII)
    if found is None:
        return Read(None, "")
    return Read(float(found[0]), text[found.end() :])


def is_complete(response: str, thousands: str) -> bool:
    """Whether a student is let hand it in without a remark; ``thousands`` is the pack's sign."""
    read = read_number(response)
    between = thousands in {".", ","} and thousands in response
    return read.value is not None and not read.unit and not between


@dataclass(frozen=True)
class Answer:
    text: str
    fraction: float
    feedback: str
    tolerance: float = 0.0

    def takes(self, value: float) -> bool:
        """``within_tolerance``, of the nominal type."""
        answer = read_number(self.text).value
        assert answer is not None, self.text
        reach = self.tolerance + EPSILON * max(self.tolerance, abs(answer), EPSILON)
        return answer - reach <= value <= answer + reach


@dataclass(frozen=True)
class Part:
    """A question that has one answer, by itself or within a cloze."""

    kind: str
    weight: float
    answers: tuple[Answer, ...]

    def graded(self, response: str) -> tuple[float, str]:
        """The fraction and the feedback that a response gets."""
        if self.kind == "numerical":
            value = read_number(response).value
            answers = (a for a in self.answers if value is not None and a.takes(value))
        else:
            answers = (a for a in self.answers if a.text == response)
        first = next(answers, None)
        return (0.0, "") if first is None else (first.fraction, first.feedback)


@dataclass(frozen=True)
class Question:
    kind: str
    name: str
    idnumber: str
    text: str
    general_feedback: str
    parts: tuple[Part, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    raw: ET.Element | None = None


@dataclass(frozen=True)
class Category:
    path: tuple[str, ...]
    info: str
    questions: tuple[Question, ...]


def read_quiz(xml: str) -> list[Category]:
    """The categories of a file with their questions, in their order."""
    found: list[tuple[tuple[str, ...], str, list[Question]]] = []
    for element in ET.fromstring(xml):
        assert element.tag == "question"
        if element.get("type") == "category":
            path = re.split(r"(?<!/)/(?!/)", _text(element, "category"))
            info = _text(element, "info")
            found.append((tuple(step.replace("//", "/") for step in path), info, []))
        else:
            found[-1][2].append(_question(element))
    return [Category(path, info, tuple(questions)) for path, info, questions in found]


def _text(element: ET.Element, path: str) -> str:
    return (element.findtext(f"{path}/text") or "").strip()


def _question(element: ET.Element) -> Question:
    kind = element.get("type") or ""
    text = _text(element, "questiontext")
    parts: tuple[Part, ...] = ()
    if kind == "cloze":
        text, parts = read_cloze(text)
    elif kind in {"numerical", "multichoice"}:
        mark = float(element.findtext("defaultgrade") or "")
        parts = (Part(kind, mark, tuple(_answers(element))),)
    return Question(
        kind,
        _text(element, "name"),
        element.findtext("idnumber") or "",
        text,
        _text(element, "generalfeedback"),
        parts,
        {
            file.get("name") or "": base64.b64decode(file.text or "")
            for file in element.iter("file")
        },
        element,
    )


def _answers(element: ET.Element) -> Iterator[Answer]:
    for answer in element.iter("answer"):
        yield Answer(
            _text(answer, "."),
            float(answer.get("fraction") or 0) / 100,
            _text(answer, "feedback"),
            float(answer.findtext("tolerance") or 0),
        )


# -- cloze -----------------------------------------------------------------------------------------

_KINDS = {
    **dict.fromkeys(("NUMERICAL", "NM"), "numerical"),
    **dict.fromkeys(("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV"), "multichoice"),
}
_START = re.compile(r"\{([0-9]*):(" + "|".join(sorted(_KINDS, key=len, reverse=True)) + "):")
_FRACTION = re.compile(r"=|%(-?[0-9]+(?:[.,][0-9]*)?)%")
_END_OF_ANSWER = re.compile(r"(?<!\\|&)(?<!&amp;)[~#}]")
_END_OF_FEEDBACK = re.compile(r"(?<!\\)[~}]")


def read_cloze(text: str) -> tuple[str, tuple[Part, ...]]:
    """The text with ``{#1}`` for its first box, and what is in the boxes."""
    parts: list[Part] = []
    told, at = "", 0
    while (start := _START.search(text, at)) is not None:
        answers, end = _alternatives(text, start.end(), _KINDS[start[2]])
        parts.append(Part(_KINDS[start[2]], float(start[1] or 1), tuple(answers)))
        told += f"{text[at : start.start()]}{{#{len(parts)}}}"
        at = end
    assert parts, "Moodle refuses a cloze without boxes"
    for part in parts:
        assert any(answer.fraction == 1 for answer in part.answers), "no answer gets everything"
        assert part.kind != "multichoice" or len(part.answers) > 1
    return told + text[at:], tuple(parts)


def _alternatives(text: str, at: int, kind: str) -> tuple[list[Answer], int]:
    answers: list[Answer] = []
    while True:
        fraction = 0.0
        if (sign := _FRACTION.match(text, at)) is not None:
            fraction = 1.0 if sign[0] == "=" else float(sign[1].replace(",", ".")) / 100
            at = sign.end()
        end = _END_OF_ANSWER.search(text, at + 1)  # an answer has a character at least
        assert end is not None, "a box has no end"
        answer, feedback, at = text[at : end.start()], "", end.start()
        if text[at] == "#":
            end = _END_OF_FEEDBACK.search(text, at + 1)
            assert end is not None, "a feedback has no end"
            feedback, at = _decoded(text[at + 1 : end.start()]), end.start()
        answers.append(_alternative(answer, fraction, feedback, kind))
        at += 1
        if text[at - 1] == "}":
            return answers, at


def _alternative(answer: str, fraction: float, feedback: str, kind: str) -> Answer:
    if kind != "numerical":
        return Answer(_decoded(answer), fraction, feedback)
    number = re.fullmatch(rf"({NUMBER})(?::({NUMBER}))?", answer)
    assert number is not None, f"Moodle refuses {answer!r} as a number"
    return Answer(number[1], fraction, feedback, float(number[2] or 0))


def _decoded(text: str) -> str:
    return unescape(text).replace(r"\}", "}").replace(r"\#", "#")
