"""Answers that Python reads otherwise than they are meant, or not at all, read as they are written.

``[[1. 2.] [3. 4.]]`` as NumPy prints it, ``½``, ``7x20x20`` and ``e/(1+e)`` without quotes are no
Python; ``1,4076`` is a tuple to it, and ``7*5^2+7`` is 42.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from grader.answers.answer import Answer, NoValue, read_answer
from grader.answers.notation import in_notation
from grader.answers.outcome import Outcome
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Incident, Written
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.forms import Decimal, Integer, Rational, Shape, shape_of
from problems.frozen import frozen
from problems.working import Asked

_IN_QUOTES = re.compile(r"""\"[^"]*\"|'[^']*'""")
_MOST_CHARACTERS = 60  # of a text that is shown
_MOST_TO_COPY = 120
"""Characters of a text that is told again in quotes, all of it, so that it can be copied."""
_BETWEEN_DIGITS = re.compile(r"\d,\d")
_END_OF_ROW = re.compile(r"(?<=[\w.])[^\S\n]*\n\s*(?=[-+−\w.])")
"""A line that ends with a number, before one that begins with one."""
_RAISED = ("raised", "raised-somewhere")


@frozen
class Typed:
    """An answer as it is written, and where; what it is read as, or why not, with what to do."""

    answer: Answer
    text: str
    place: str

    @property
    def in_a_line(self) -> str:
        """The text in one line, as it can be copied: rows of numbers with semicolons between."""
        return " ".join(_END_OF_ROW.sub("; ", self.text).split())

    @property
    def is_read(self) -> bool:
        """Whether there is a value."""
        return not isinstance(self.answer, NoValue)

    @property
    def has_its_own_words(self) -> bool:
        """Whether something else is told than Python's error, since the text was looked at."""
        return not isinstance(self.answer, NoValue) or self.answer.remark.key not in _RAISED


def typed_answers(
    problem: Problem,
    answers: Mapping[str, Answer],
    written: Mapping[tuple[str, str], Written],
) -> dict[str, Typed]:
    """By name, those of the ``answers`` to a problem by hand to be read as they are ``written``.

    What cannot be read either way may be told what to type, which Python's own error does not know.
    """
    found: dict[str, Typed] = {}
    for asked in problem.variant.working.asked:
        answer, own = answers.get(asked.name), written.get((problem.key, asked.name))
        if answer is None or own is None or not _is_doubtful(problem, asked, answer, own.text):
            continue
        shape = shape_of(problem.variant.truth[asked.name]) if asked.size_told else None
        texts = folder(problem.variant.family.key)
        meant = read_answer(asked.form, own.text, shape=shape, folder=texts)
        told = meant
        if isinstance(meant, NoValue):
            told = _told_instead(answer, meant)
        elif not (_has_its_size(problem, asked, meant) or _is_no_other(answer, meant, own.text)):
            continue
        if told is not answer:
            found[asked.name] = Typed(told, own.text, own.place)
    return found


def _told_instead(answer: Answer, meant: NoValue) -> Answer:
    """What is told of a text that has no value either way: Python's error, or what it lacks.

    ``14½`` is no whole number, and ``[[1 2] [3]]`` has rows of two lengths; that a text is not
    in the grammar says no more than Python does.
    """
    if not isinstance(answer, NoValue):
        return answer
    is_error = answer.remark.key in _RAISED
    is_syntax = is_error and answer.remark.details["type"] == "SyntaxError"
    if is_error and (meant.broken is not None or (is_syntax and meant.remark.key in _TELLING)):
        return meant
    return answer if meant.hint is None else replace(answer, hint=meant.hint)


_TELLING = ("not-whole", "ragged", "entry-is-list", "list-for-number", "ambiguous-separator")
"""What is told of a text in place of Python's error on it."""


def _is_no_other(answer: Answer, meant: Answer, text: str) -> bool:
    """Whether a text of another size than is asked can be nothing else all the same.

    Python has made nothing of it, or has read the first number of a row with semicolons alone. A
    comma between digits may separate two numbers, or the decimals of one.
    """
    is_row = ";" in _IN_QUOTES.sub("", text) and shape_of(meant) != ()
    is_nothing = isinstance(answer, NoValue) and answer.remark.key in (*_RAISED, "unsuitable-type")
    if not (is_nothing or is_row):
        return False
    return isinstance(meant, tuple) or _BETWEEN_DIGITS.search(text) is None


def _is_doubtful(problem: Problem, asked: Asked, answer: Answer, text: str) -> bool:
    """Whether Python's reading may be another than what is meant."""
    if isinstance(answer, NoValue):
        return answer.outcome is not Outcome.UNANSWERED
    is_number = isinstance(asked.form, Integer | Rational | Decimal | Shape)
    has_power = "^" in _IN_QUOTES.sub("", text)
    return (is_number and has_power) or not _has_its_size(problem, asked, answer)


def _has_its_size(problem: Problem, asked: Asked, answer: Answer) -> bool:
    """Whether an answer has as many numbers as the blank asks for, where that is told."""
    true = problem.variant.truth[asked.name]
    return not asked.size_told or shape_of(answer) == shape_of(true)


def told_of_typed(name: str, typed: Typed) -> Remark:
    """A word on an answer that was read as it is written; it costs nothing.

    It has the text in quotes to be copied, all of it; of a long one, that it wants quotes.
    """
    text = typed.in_a_line
    details = {
        "name": name,
        "place": typed.place,
        "text": in_notation(text, _MOST_CHARACTERS),
    }
    quote = "'" if '"' in text else '"'
    if len(text) > _MOST_TO_COPY or quote in text or "\\" in text:
        return Remark("read-as-typed-long", details)
    return Remark("read-as-typed", {**details, "quoted": f"{quote}{text}{quote}"})


def incidents_but(
    incidents: Sequence[Incident], typed: Mapping[str, Mapping[str, Typed]]
) -> list[Incident]:
    """The incidents without those of answers of which something else is told, by problem."""
    told = {
        (problem, name)
        for problem, own in typed.items()
        for name, one in own.items()
        if one.has_its_own_words
    }
    return [
        incident
        for incident in incidents
        if not incident.names
        or not told.issuperset((incident.problem or "", name) for name in incident.names)
    ]
