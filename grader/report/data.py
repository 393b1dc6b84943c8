"""What there is in a result as plain data, by name: the published form of ``--json``.

Schemas are made of these types and results are made as them, so that neither can say what the other
does not. Within a version names are added and none is taken away or changes what it means.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from msgspec import Meta

from grader.answers.outcome import Outcome
from grader.sheet.drawn import AsDrawn

Marks = Annotated[float, Meta(description="Whole marks are integers; parts have four places.")]
Word = Annotated[str, Meta(extra_json_schema={"enum": [each.value for each in Outcome]})]
Draw = Annotated[str, Meta(extra_json_schema={"enum": [each.value for each in AsDrawn]})]


class FieldData(TypedDict):
    """One blank, or one check of a program."""

    name: str
    outcome: Word
    score: Marks
    max_score: Marks
    found: Annotated[str | None, Meta(description="What was answered, or what a program gave.")]
    read: Annotated[str | None, Meta(description="What an answer by hand was read as.")]
    expected: Annotated[str | None, Meta(description="What is right, where that may be told.")]
    slips: Annotated[list[str], Meta(description="The keys of the mistakes that explain it.")]
    inputs: Annotated[str | None, Meta(description="On what a check was run.")]
    style: Annotated[bool, Meta(description="Whether it is a rule of style.")]
    message: Annotated[str, Meta(description="All that is said of it, in the sheet's language.")]


class ProblemData(TypedDict):
    """One problem of a sheet; its key is its number."""

    key: str
    family: str
    level: str
    example: Annotated[str | None, Meta(description="The published example that it is, if any.")]
    as_drawn: Annotated[bool | None, Meta(description="Whether its seed draws it; null: unknown.")]
    draw: Draw
    score: Marks
    max_score: Marks
    set_by_hand: Annotated[float | None, Meta(description="Its marks, if a person has set them.")]
    style_score: Marks
    style_max_score: Marks
    fields: list[FieldData]


class ResultData(TypedDict):
    """One submission that was marked."""

    sheet: str
    as_drawn: bool | None
    draw: Draw
    odd_header: Annotated[str, Meta(description="What is odd about the header of the file.")]
    score: Marks
    max_score: Marks
    deducted: Annotated[float, Meta(description="What being late has cost.")]
    problems: list[ProblemData]
    incidents: Annotated[list[str], Meta(description="What went wrong while the program ran.")]
    confinement: Annotated[str, Meta(description="The level at which its program was run.")]
    limits_met: list[str]
    met_wall_clock: bool
    versions: Annotated[dict[str, str], Meta(description="Python and the libraries that ran it.")]


class ResultDocument(ResultData):
    """What ``grader check --json`` prints."""

    format: Literal["grader-result"]
    version: Literal[1]


class SubmissionData(TypedDict):
    """One file of a folder."""

    file: str
    status: Literal["marked", "unusable", "grader-fault"]
    error: Annotated[str | None, Meta(description="Why there are no marks, or not all.")]
    result: ResultData | None


class BatchDocument(TypedDict):
    """What ``grader batch FOLDER --json`` writes."""

    format: Literal["grader-batch"]
    version: Literal[1]
    submissions: list[SubmissionData]
