"""The JSON Schemas (draft 2020-12) of what the grader writes as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

import msgspec

from grader.course.class_table import ClassDocument
from grader.report.data import BatchDocument, ResultDocument

DOCUMENTS: Mapping[str, Any] = {
    "result": ResultDocument,
    "batch": BatchDocument,
    "class": ClassDocument,
}
"""The kinds of documents, by the names of their schemas."""
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(name: str) -> dict[str, Any]:
    """The schema of a kind of documents, made of the type as which they are written.

    It allows names that it does not have: later versions of the grader may add some.
    """
    document = DOCUMENTS[name]
    hints = get_type_hints(document)
    (form,), (version,) = get_args(hints["format"]), get_args(hints["version"])
    made = msgspec.json.schema(document)
    return {"$schema": _DRAFT, "$id": f"urn:conv-grader:{form}:{version}", **made}
