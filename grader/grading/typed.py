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


@frozen
class Typed:
    """An answer as it is written, and where; what it is read as, or why not, with what to do."""

    answer: Answer
    text: str
    place: str

    @property
    def is_read(self) -> bool:
        """Whether there is a value."""
        return not isinstance(self.answer, NoValue)


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
        if isinstance(meant, NoValue):
            if isinstance(answer, NoValue) and meant.hint is not None:
                meant = replace(answer, hint=meant.hint)
                found[asked.name] = Typed(meant, own.text, own.place)
        elif _has_its_size(problem, asked, meant):
            found[asked.name] = Typed(meant, own.text, own.place)
    return found


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
    """A word on an answer that was read as it is written; it costs nothing."""
    details = {
        "name": name,
        "place": typed.place,
        "text": in_notation(" ".join(typed.text.split()), _MOST_CHARACTERS),
    }
    return Remark("read-as-typed", details)


def incidents_but(
    incidents: Sequence[Incident], typed: Mapping[str, Mapping[str, Typed]]
) -> list[Incident]:
    """The incidents without those of answers that could be read all the same, by problem."""
    read = {
        (problem, name)
        for problem, own in typed.items()
        for name, one in own.items()
        if one.is_read
    }
    return [
        incident
        for incident in incidents
        if not incident.names
        or not read.issuperset((incident.problem or "", name) for name in incident.names)
    ]
