"""Many results as JUnit XML: one test suite for each problem of each student, or of each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from grader.exports.entry import Entry
from grader.report.junit import (
    case_in,
    printable,
    suite_named,
    suite_of,
    suite_of_program,
)

_INDENT = "  "
_NOTHING = {
    "missing": "no file came",
    "refused": "what came earns nothing",
    "unusable": "what came cannot be marked",
    "grader-fault": "it could not be marked, through a fault of the grader",
}


def as_junit(name: str, entries: Iterable[Entry]) -> Iterator[str]:
    """The XML document in parts; no more than the suites of one entry are held at a time.

    Where there is no result, a suite has one case that tells why: skipped, if no file came; an
    error, for a fault of ours; else failed.
    """
    yield "<?xml version='1.0' encoding='utf-8'?>\n"
    root = ET.Element("testsuites", name=printable(name))
    yield ET.tostring(root, encoding="unicode", short_empty_elements=False).partition("</")[0]
    yield "\n"
    for entry in entries:
        for suite in _suites(entry):
            ET.indent(suite, _INDENT, level=1)
            yield _INDENT + ET.tostring(suite, encoding="unicode") + "\n"
    yield "</testsuites>\n"


def _suites(entry: Entry) -> Iterator[ET.Element]:
    if entry.data is None:
        yield _without_result(entry)
        return
    for problem in entry.data["problems"]:
        yield suite_of(f"{entry.name}: {problem['key']} {problem['family']}", problem)
    if entry.data["incidents"]:
        yield suite_of_program(f"{entry.name}: program", entry.data["incidents"])


def _without_result(entry: Entry) -> ET.Element:
    is_missing, is_fault = entry.status == "missing", entry.status == "grader-fault"
    suite = suite_named(
        entry.name, tests=1, errors=int(is_fault), failures=int(not is_missing and not is_fault)
    )
    suite.set("skipped", str(int(is_missing)))
    case = case_in(suite, "submission")
    kind = "skipped" if is_missing else "error" if is_fault else "failure"
    told = ET.SubElement(case, kind, message=printable(entry.said or _NOTHING[entry.status]))
    if not is_missing:
        told.set("type", entry.status)
    return suite
