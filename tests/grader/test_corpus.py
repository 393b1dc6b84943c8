"""Programs and values as students write them, from the sheet alone, and the marks they must get.

Each folder of ``corpus/`` holds filled-in files as they were handed in, in ``right/`` and
``wrong/``, and ``answers.toml``, which says of each what is special about it::

    ["right/helper_with_two_loops.py"]
    style = "A helper function with two loops, which the sheet counts."
    loses = { one-loop = 1 }

    ["wrong/kernel_not_flipped.py"]
    mistake = "The cross-correlation where the sheet asks for the convolution."
    fails = ["integers", "decimals"]

A right answer has full marks but for those that it ``loses``, which its sheet announces; with
``incident = true``, something in its file fails or is stopped, and the result says so. A wrong
answer has less than full marks, and none of the checks or blanks that it ``fails`` is correct.
They are named as in the JSON report; on a sheet of several problems, ``2.integers`` is a check of
the second one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade_file
from grader.marking.result import FieldResult, SheetResult
from tests.turns import in_this_run
from tests.warm import warm_sandbox

CORPUS = Path(__file__).with_name("corpus")
STYLE_CHECKS = {"one-loop", "own-code"}
"""What a right answer may lose marks for: how it is written, where the sheet says so."""


@dataclass(frozen=True)
class Right:
    """An answer that is right; ``loses`` holds marks by the name of a style check."""

    path: Path
    style: str
    loses: Mapping[str, float]
    incident: bool = False


@dataclass(frozen=True)
class Wrong:
    """An answer that is wrong, and the checks or blanks in which the mistake shows."""

    path: Path
    mistake: str
    fails: tuple[str, ...]


def read_answer(path: Path, entry: Mapping[str, Any]) -> Right | Wrong:
    """Raises ValueError where an entry says something else than its folder asks for."""
    match path.parent.name, dict(entry):
        case "right", {"style": str(style), **rest} if not rest.keys() - {"loses", "incident"}:
            return Right(path, style, rest.get("loses", {}), rest.get("incident", False))
        case "wrong", {"mistake": str(mistake), "fails": [_, *_] as fails, **rest} if not rest:
            return Wrong(path, mistake, tuple(fails))
    raise ValueError(
        f"{path}: right/ takes style, and perhaps loses and incident, "
        f"wrong/ takes mistake and fails, but got {entry}"
    )


def read_answers() -> dict[str, Right | Wrong]:
    """All answers of the corpus by their paths in it."""
    return {
        f"{table.parent.name}/{name}": read_answer(table.parent / name, entry)
        for table in sorted(CORPUS.glob("*/answers.toml"))
        for name, entry in tomllib.loads(table.read_text(encoding="utf-8")).items()
    }


ANSWERS = read_answers()
CODE = ("conv1d_code/", "conv1d_layer_code/", "torch_model_code/")
COSTS_MORE = {
    "conv1d_code/wrong/left_blank.py": "It is no mistake: nothing was written.",
    "conv1d_code/wrong/described_in_markdown_alone.ipynb": "No program was written.",
    "conv1d_code/wrong/syntax_error.py": "Python reads no function where a colon is missing.",
    "conv1d_code/wrong/helper_in_a_deleted_cell.ipynb": "A part of the work is not in the file.",
    "conv1d_code/wrong/example_hard_coded.py": "A constant is no work.",
    "conv1d_code/wrong/random_result.py": "Noise is no work.",
    "conv1d_code/wrong/global_variables_in_place_of_arguments.py": (
        "There are two mistakes: variables of the program, and the size of one kernel."
    ),
}
"""Wrong programs that cost more than the heaviest check and one mark, and why they do."""


def fields_of(result: SheetResult) -> dict[str, FieldResult]:
    """Every check and blank by the name that ``answers.toml`` uses."""
    alone = len(result.problems) == 1
    return {
        field.name if alone else f"{problem.key}.{field.name}": field
        for problem in result.problems
        for field in problem.fields
    }


def seen(name: str, field: FieldResult) -> str:
    return f"{name}: {field.outcome.value}, {field.score:g}/{field.max_score:g}, {field.remarks}"


def objections(answer: Right | Wrong, result: SheetResult) -> list[str]:
    """What is amiss with the marks of an answer; empty if it has those that it must get."""
    fields = fields_of(result)
    found = [seen(*item) for item in fields.items() if item[1].outcome is Outcome.GRADER_FAULT]
    if isinstance(answer, Right):
        if bool(result.incidents) != answer.incident:
            found.append(f"incidents: {result.incidents}")
        found += [
            seen(name, field)
            for name, field in fields.items()
            if field.score != field.max_score - answer.loses.get(name, 0)
        ]
        found += [f"{name} is no check of style on this sheet" for name in missing(answer, fields)]
        return found
    if result.score >= result.max_score:
        found.append("full marks")
    found += [f"{name} is not on this sheet" for name in answer.fails if name not in fields]
    return found + [
        seen(name, fields[name])
        for name in answer.fails
        if name in fields and fields[name].outcome is Outcome.CORRECT
    ]


def missing(answer: Right, fields: Mapping[str, FieldResult]) -> list[str]:
    """The names in ``loses`` for which a right answer may lose nothing."""
    return [
        name
        for name in answer.loses
        if name not in fields or name.rpartition(".")[2] not in STYLE_CHECKS
    ]


def test_every_file_has_its_entry_every_entry_its_file_and_there_are_many() -> None:
    files = {
        path.relative_to(CORPUS).as_posix()
        for folder in ("right", "wrong")
        for path in CORPUS.glob(f"*/{folder}/*")
    }
    assert files == set(ANSWERS)
    assert sum(isinstance(answer, Right) for answer in ANSWERS.values()) >= 120
    assert sum(isinstance(answer, Wrong) for answer in ANSWERS.values()) >= 100


RIGHT_ONES = in_this_run(sorted(n for n, a in ANSWERS.items() if isinstance(a, Right)), most=110)
WRONG_ONES = in_this_run(sorted(n for n, a in ANSWERS.items() if isinstance(a, Wrong)), most=70)


@pytest.mark.parametrize("name", RIGHT_ONES)
def test_a_right_answer_has_full_marks_but_for_the_style_that_its_sheet_asks_for(name: str) -> None:
    answer = ANSWERS[name]
    assert objections(answer, grade_file(answer.path, sandbox=warm_sandbox())) == []


@pytest.mark.parametrize("name", WRONG_ONES)
def test_a_wrong_answer_is_not_accepted_and_fails_where_its_mistake_shows(name: str) -> None:
    answer = ANSWERS[name]
    result = grade_file(answer.path, sandbox=warm_sandbox())
    assert objections(answer, result) == []
    if name.startswith(CODE):
        fields = fields_of(result).values()
        lost = sum(field.max_score - field.score for field in fields)
        costs_more = lost > max(field.max_score for field in fields) + 1
        assert costs_more == (name in COSTS_MORE), COSTS_MORE.get(name)


RIGHT = CORPUS / "conv1d_code/right/one_loop_over_outputs.py"
WRONG = CORPUS / "conv1d_code/wrong/last_output_forgotten.py"


@pytest.mark.parametrize(
    ("answer", "objection"),
    [
        (Right(WRONG, "", {}), "integers: slip, 0/3"),
        (Right(RIGHT, "", {"one-loop": 1}), "one-loop: correct, 1/1"),
        (Right(RIGHT, "", {"integers": 3}), "integers is no check of style"),
        (Right(RIGHT, "", {}, incident=True), "incidents: ()"),
        (Wrong(RIGHT, "", ("integers",)), "full marks"),
        (Wrong(WRONG, "", ("own-code",)), "own-code: correct"),
        (Wrong(WRONG, "", ("integer",)), "integer is not on this sheet"),
    ],
)
def test_marks_that_an_answer_must_not_get_are_objected_to(
    answer: Right | Wrong, objection: str
) -> None:
    found = objections(answer, grade_file(answer.path, sandbox=warm_sandbox()))
    assert any(each.startswith(objection) for each in found), found


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("right/a.py", {"mistake": "m", "fails": ["integers"]}),
        ("right/a.py", {"style": "s", "lose": {"one-loop": 1}}),
        ("wrong/a.py", {"mistake": "m", "fails": []}),
        ("wrong/a.py", {"mistake": "m"}),
        ("kept/a.py", {"style": "s"}),
    ],
)
def test_an_entry_that_does_not_fit_its_folder_is_refused(name: str, entry: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="right/ takes style"):
        read_answer(CORPUS / name, entry)
