"""Sheets that were handed out in format 1 are marked as they were then, whatever was redrawn since.

The folder beside this file holds sheets of the first build that marked, filled in rightly and with
mistakes, in all languages, and what they got. It is never made anew. Since one mistake costs once,
in models and where it is carried on by hand, some fields get more, or name it again, and a wrong
yes or no names none: ``raised.json`` has them, by their families, or by the keys of their problems
where a sheet has several of one family. ``renamed.json`` has outcome and slips of those that get
the same and are told otherwise, by the likeliest of several mistakes.
"""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from grader.grading.grade import grade_file
from grader.marking.result import SheetResult
from grader.sheet.bounds import could_be_drawn
from problems.catalogue import family
from problems.family import ByHand
from problems.variant import Variant
from tests.turns import in_this_run
from tests.warm import warm_sandbox

CORPUS = Path(__file__).with_name("sheets_of_format_1")


@cache
def kept(name: str) -> Any:
    return json.loads((CORPUS / name).read_text(encoding="utf-8"))


SHEETS = sorted(kept("reports.json"))


def as_kept(result: SheetResult) -> dict[str, Any]:
    """A result as the reports of the corpus have it: every mark, outcome and slip."""
    return {
        "sheet": result.sheet,
        "language": result.language,
        "incidents": [remark.key for remark in result.incidents],
        "problems": [
            {
                "key": problem.key,
                "family": problem.family,
                "level": problem.level,
                "fields": [
                    [f.name, f.outcome.value, f.score, f.max_score, list(f.slips)]
                    for f in problem.fields
                ],
            }
            for problem in result.problems
        ],
    }


def test_every_sheet_of_the_corpus_has_its_report_and_its_kind_is_there() -> None:
    assert sorted(p.name for p in CORPUS.iterdir() if p.suffix != ".json") == SHEETS
    assert len(SHEETS) == 80


@pytest.mark.parametrize("name", in_this_run(SHEETS, most=26))
def test_a_sheet_of_format_1_has_the_marks_that_it_had(name: str) -> None:
    assert as_kept(grade_file(CORPUS / name, sandbox=warm_sandbox())) == expected(name)


def expected(name: str) -> Any:
    """The kept report of a sheet, with the fields that have been raised or are told otherwise."""
    report = copy.deepcopy(kept("reports.json")[name])
    raised, renamed = (kept(changes).get(name, {}) for changes in ("raised.json", "renamed.json"))
    for problem in report["problems"]:
        of_family, told = (changes.get(problem["family"], {}) for changes in (raised, renamed))
        of_family = {**of_family, **raised.get(problem["key"], {})}
        fields = [of_family.get(field[0], field) for field in problem["fields"]]
        problem["fields"] = [
            [key, *told[key][:1], score, most, *told[key][1:]]
            if key in told
            else [key, outcome, score, most, slips]
            for key, outcome, score, most, slips in fields
        ]
    return report


def test_no_mark_of_format_1_has_been_lowered() -> None:
    for name, families in kept("raised.json").items():
        problems = {
            key: problem["fields"]
            for problem in kept("reports.json")[name]["problems"]
            for key in (problem["family"], problem["key"])
        }
        for family_key, fields in families.items():
            before = {field[0]: field for field in problems[family_key]}
            for key, (_, _, score, most, _) in fields.items():
                assert score >= before[key][2]
                assert most == before[key][3]


@pytest.mark.parametrize("request_", sorted(kept("parameters.json")))
def test_what_was_drawn_for_format_1_is_still_accepted_and_solved(request_: str) -> None:
    key, _, level = request_.partition(":")
    drawn = kept("parameters.json")[request_]
    assert len(drawn) == 40
    for parameters in drawn:
        assert could_be_drawn(family(key), parameters), parameters
        variant = Variant(family(key), level, "0", parameters)  # type: ignore[arg-type]
        if isinstance(variant.family.task, ByHand):
            assert all(asked.name in variant.truth for asked in variant.working.asked)
        else:
            assert all(check.marks > 0 for check in variant.checks)
