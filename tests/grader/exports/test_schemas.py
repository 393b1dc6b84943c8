"""The published schemas are those of what is written, and say which draft and version they are."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from grader.answers.outcome import Outcome
from grader.exports.schemas import DOCUMENTS, schema_of
from grader.report.as_json import as_document
from tests.grader.cli.commands import grader
from tests.grader.report.results import FULL, RESULT
from tests.grader.schemas import assert_valid


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_is_one_of_its_draft_and_names_its_format(name: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert schema["$id"] == f"urn:conv-grader:grader-{name}:1"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_command_prints_it(name: str) -> None:
    result = grader("schema", name)
    assert result.exit_code == 0
    assert json.loads(result.stdout) == schema_of(name)


@pytest.mark.parametrize("result", [RESULT, FULL])
def test_a_result_fits(result: Any) -> None:
    assert_valid(as_document(result), "result")


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"format": "grader-batch"},
        {"score": "7"},
        {"draw": "somehow"},
        {"limits_met": None},
    ],
)
def test_what_is_no_result_does_not_fit(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Draft202012Validator(schema_of("result")).validate(as_document(FULL) | change)


def test_a_name_that_is_missing_is_seen_and_one_that_is_new_is_let_pass() -> None:
    document, validator = as_document(FULL), Draft202012Validator(schema_of("result"))
    validator.validate(document | {"of_a_later_version": 1})
    del document["incidents"]
    with pytest.raises(ValidationError):
        validator.validate(document)


def test_the_words_for_outcomes_are_all_there() -> None:
    outcome = schema_of("result")["$defs"]["FieldData"]["properties"]["outcome"]
    assert outcome["enum"] == [each.value for each in Outcome]
