"""``results.json``, as Gradescope reads what an autograder says of one submission.

All of it is shown as text: nothing that a student has written is markup there. What the student may
not be told is not in a result that was cut to a feedback level, and so not in here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from grader.answers.notation import in_print
from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult, SheetResult
from grader.messages.say import say
from grader.report.as_json import number
from grader.report.wording import how_it_was_read, incidents_of, message_of, versions_of
from problems.sentences import Language, check_name

_AS_TEXT = {
    "output_format": "text",
    "test_output_format": "text",
    "test_name_format": "text",
    "visibility": "visible",
    "stdout_visibility": "hidden",
}
"""How texts are shown; what is printed is for the lecturer alone."""


def as_results(result: SheetResult, titles: Mapping[str, str]) -> dict[str, Any]:
    """What is said of a submission; ``titles`` has the title of each problem by its key."""
    said = [*incidents_of(result), *([versions_of(result)] if result.versions else [])]
    return {
        "score": number(result.score),
        "output": "\n".join(map(_lines, said)),
        **_AS_TEXT,
        "tests": [
            _test(
                field,
                f"{problem.key}.{place}",
                titles[problem.key],
                problem.family,
                result.language,
            )
            for problem in result.problems
            for place, field in enumerate(problem.fields, 1)
        ],
        "extra_data": {
            "sheet": result.sheet,
            "max_score": number(result.max_score),
            "deducted": number(result.deducted),
            "confinement": result.confinement,
            "versions": dict(result.versions),
        },
    }


def results_of_refusal(why: str) -> dict[str, Any]:
    """What is said of a submission that cannot be marked: why, in the words for its student."""
    return {"score": 0, "output": _lines(why), **_AS_TEXT, "tests": []}


def text_of(results: Mapping[str, Any]) -> str:
    """The text of the file."""
    return json.dumps(results, indent=2, ensure_ascii=False) + "\n"


def _test(
    field: FieldResult, number_of: str, title: str, family: str, language: Language
) -> dict[str, Any]:
    outcome = say(language, f"outcome.{field.outcome.value}")
    said = [outcome, how_it_was_read(field, language) or "", message_of(field, family, language)]
    if field.inputs:
        said.append(say(language, "report.inputs", inputs=field.inputs))
    has_lost = field.score < field.max_score or field.outcome is Outcome.GRADER_FAULT
    return {
        "score": number(field.score),
        "max_score": number(field.max_score),
        "status": "failed" if has_lost else "passed",
        "name": f"{title}: {check_name(family, field.name, language)}",
        "number": number_of,
        "output": "\n".join(_lines(each) for each in said if each),
        "tags": [field.outcome.value],
        "visibility": "visible",
    }


def _lines(text: str) -> str:
    return "\n".join(map(in_print, text.splitlines()))
