r"""Moodle's cloze: boxes in a text, each with its right and wrong answers and what is said of them.

``{3:NUMERICAL:=7:0~%0%8:0#one too many}``. Source: Moodle, question/type/multianswer/
questiontype.php: the answers are told apart by ``~``, an answer and its feedback by ``#``, and both
are decoded as HTML once. What would end them is written as an entity.
"""

from __future__ import annotations

from functools import lru_cache

from grader.lms.markup import Markup, words
from grader.lms.places import decimal
from grader.lms.question import Interval, Number, Pick

_ENTITIES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>\"'~#{}\\%="})


def numerical(number: Number, weight: int) -> str:
    """A number to be typed; right answers come first, as Moodle takes the first that fits."""
    parts = [f"={_interval(right)}" for right in number.right]
    parts += [
        f"%0%{_interval(wrong.interval)}#{_feedback(wrong.told)}" for wrong in number.mistaken
    ]
    return f"{{{weight}:NUMERICAL:{'~'.join(parts)}}}"


def multichoice(pick: Pick, weight: int, markup: Markup, *, in_list: bool) -> str:
    """One of some options, in their order; from a list that opens, or one below the other."""
    parts = []
    for option in pick.options:
        sign = "=" if option.is_right else "%0%"
        told = f"#{protected(words(option.told))}" if option.told else ""
        parts.append(f"{sign}{protected(markup.line(option.text))}{told}")
    kind = "MULTICHOICE" if in_list else "MULTICHOICE_V"
    return f"{{{weight}:{kind}:{'~'.join(parts)}}}"


def protected(html: str) -> str:
    """HTML that is there again once it has been taken apart and decoded."""
    return html.translate(_ENTITIES)


@lru_cache(maxsize=2**12)  # cells of one tensor have mostly the same mistakes
def _feedback(told: str) -> str:
    return protected(words(told))


def _interval(interval: Interval) -> str:
    return f"{decimal(interval.number)}:{decimal(interval.reach)}"
