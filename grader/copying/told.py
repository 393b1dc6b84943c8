"""Flags in words for a terminal, and as data. Names are put in where they are told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from grader.answers.notation import in_print
from grader.copying.answers import AnswerFlag, SharedAnswers
from grader.copying.programs import ProgramFlag, SimilarPrograms
from grader.course.assignment import Assignment

NOTE = (
    "A flag is a hint and no proof, and changes no mark: ask both students. Who has taken it from "
    "whom cannot be told, nor whether both have it from somewhere else."
)
_MOST = 30
_LONGEST = 48
_CERTAIN, _MILLE, _LEAST = 0.1, 0.001, 1e-9


def chance_in_words(value: float) -> str:
    """How likely something is, so that it is read at a glance: ``1 in 40,000``."""
    if value >= _CERTAIN:
        return f"{100 * value:.0f} %"
    if value >= _MILLE:
        return f"{100 * value:.2g} %"
    if value < _LEAST:
        return "less than 1 in 10⁹"
    return f"1 in {float(f'{1 / value:.2g}'):,.0f}"


def in_lines(
    answers: SharedAnswers, programs: SimilarPrograms | None, called: Callable[[str], str]
) -> Iterator[str]:
    """What there is to tell, line by line; ``called`` has what a student is called."""
    yield "Answers that are right on a classmate's sheet"
    for flag in answers.flags[:_MOST]:
        yield from _answer_flag(flag, called)
    if len(answers.flags) > _MOST:
        yield f"  and {len(answers.flags) - _MOST} more, which --json has"
    if not answers.flags:
        yield f"  None stands out; {_by_chance(answers)}"
    if programs is not None:
        yield ""
        yield "Programs that are alike, without names, comments, layout and lines of the sheet"
        for one in programs.flags[:_MOST]:
            yield f"  {one.family}: {_program_flag(one, called)}"
        if len(programs.flags) > _MOST:
            yield f"  and {len(programs.flags) - _MOST} more, which --json has"
        if not programs.flags:
            number = programs.programs
            compared = f"Of {number} programs that are long enough none stands out."
            yield f"  {compared if number else 'No program is long enough to be compared.'}"
        for family, usual in programs.usual.items():
            yield (
                f"  {family}: 99 of 100 pairs taken by chance have at most {usual:.0%} in common."
            )
        for family, number in programs.common.items():
            yield f"  {family}: {number} students have programs that very many have; none is named."
    if answers.flags or (programs is not None and programs.flags):
        yield ""
        yield NOTE


def _by_chance(answers: SharedAnswers) -> str:
    number = answers.by_chance
    pairs = "1 pair is" if number == 1 else f"{number} pairs are"
    return f"{pairs} no more than chance or a known mistake gives."


def _answer_flag(flag: AnswerFlag, called: Callable[[str], str]) -> Iterator[str]:
    yield (
        f"  {called(flag.student)} and {called(flag.classmate)}: by chance "
        f"{chance_in_words(flag.chance)}, in the class {chance_in_words(flag.in_class)}"
    )
    for each in flag.answers:
        found = in_print(each.found)
        found = found if len(found) <= _LONGEST else f"{found[: _LONGEST - 1]}…"
        told = each.why if each.chance is None else chance_in_words(each.chance)
        yield f"    {each.problem}.{each.name} = {found}: {told}"


def _program_flag(flag: ProgramFlag, called: Callable[[str], str]) -> str:
    who = ", ".join(called(each) for each in flag.students)
    return f"{who}: {flag.alike:.0%} of {flag.tokens} tokens in common"


def as_json(
    assignment: Assignment, answers: SharedAnswers, programs: SimilarPrograms | None
) -> str:
    """All flags as JSON; ids are as they are compared."""
    told = {
        "assignment": assignment.id,
        "revision": assignment.revision,
        "note": NOTE,
        "students": answers.students,
        "answers": [_answers(flag) for flag in answers.flags],
        "pairs_by_chance": answers.by_chance,
        "programs": None if programs is None else [_program(flag) for flag in programs.flags],
        "usual_likeness": None if programs is None else dict(programs.usual),
        "very_common": None if programs is None else dict(programs.common),
        "not_compared": None if programs is None else list(programs.unread),
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _answers(flag: AnswerFlag) -> dict[str, Any]:
    return {
        "students": [flag.student, flag.classmate],
        "wrong_for": flag.student,
        "right_for": flag.classmate,
        "chance": flag.chance,
        "chance_in_class": flag.in_class,
        "blanks": [
            {
                "blank": f"{each.problem}.{each.name}",
                "found": each.found,
                "right_on_sheets": each.variants,
                "chance": each.chance,
                "why_it_does_not_count": each.why or None,
            }
            for each in flag.answers
        ],
    }


def _program(flag: ProgramFlag) -> dict[str, Any]:
    return {
        "students": list(flag.students),
        "family": flag.family,
        "problem": flag.problem,
        "in_common": round(flag.alike, 4),
        "tokens": flag.tokens,
        "rare_passages_in_common": flag.shared,
    }
