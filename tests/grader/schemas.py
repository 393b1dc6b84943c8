"""Checking of what was written as JSON against the published schemas."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from grader.exports.schemas import schema_of


def assert_valid(document: Any, name: str) -> None:
    """Whether a document fits the schema of its kind, with all names and no others."""
    errors = [
        f"{error.json_path}: {error.message[:300]}" for error in _strict(name).iter_errors(document)
    ]
    assert errors == []


@cache
def _strict(name: str) -> Draft202012Validator:
    """The published schema, in which nothing stands that it does not have."""
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    for each in schema["$defs"].values():
        each["additionalProperties"] = False
    return Draft202012Validator(schema)
