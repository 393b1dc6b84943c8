"""A result as JUnit XML: one test suite per problem, one test case per field.

A field is told from those of other problems by the number of its problem. JUnit knows no parts of
marks: the marks are properties of each suite and case (``score`` and ``max_score``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from grader.answers.outcome import Outcome
from grader.marking.result import SheetResult
from grader.report.as_json import as_data

_FAULT = Outcome.GRADER_FAULT.value


def as_junit(result: SheetResult) -> str:
    """The XML document, as text. A field that lost marks failed; a fault of ours is an error."""
    data = as_data(result)
    root = ET.Element("testsuites", name=printable(result.sheet), time=_seconds(result.seconds))
    for problem, told in zip(result.problems, data["problems"], strict=True):
        seconds = [field.seconds for field in problem.fields]
        root.append(suite_of(f"{problem.key} {problem.family}", told, seconds))
    if data["incidents"]:
        root.append(suite_of_program("program", data["incidents"]))
    ET.indent(root)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document.decode() + "\n"


def suite_of(name: str, problem: Mapping[str, Any], seconds: Iterable[float] = ()) -> ET.Element:
    """The suite of a problem as plain data; where it is not known how long it took, no time."""
    fields = problem["fields"]
    times = [*seconds] or [0.0] * len(fields)
    suite = suite_named(
        name,
        tests=len(fields),
        failures=sum(map(_has_lost, fields)),
        errors=sum(field["outcome"] == _FAULT for field in fields),
        seconds=sum(times),
    )
    _marks(suite, problem)
    for field, time in zip(fields, times, strict=True):
        case = case_in(suite, field["name"], time)
        _marks(case, field)
        text = printable(field["message"])
        if field["outcome"] == _FAULT:
            ET.SubElement(case, "error", message=text, type=field["outcome"])
        elif _has_lost(field):
            ET.SubElement(case, "failure", message=text, type=field["outcome"])
    return suite


def suite_of_program(name: str, incidents: Iterable[str]) -> ET.Element:
    """The suite without a case that tells what went wrong while a program ran."""
    program = suite_named(name)
    ET.SubElement(program, "system-err").text = printable("\n".join(incidents))
    return program


def suite_named(
    name: str, *, tests: int = 0, failures: int = 0, errors: int = 0, seconds: float = 0.0
) -> ET.Element:
    """A suite with its counts; what it counts is still to be put in."""
    counts = {"tests": tests, "failures": failures, "errors": errors}
    told = {"name": printable(name), **{key: str(count) for key, count in counts.items()}}
    return ET.Element("testsuite", {**told, "time": _seconds(seconds)})


def case_in(suite: ET.Element, name: str, seconds: float = 0.0) -> ET.Element:
    """A new case of a suite."""
    told = {"classname": suite.attrib["name"], "name": printable(name), "time": _seconds(seconds)}
    return ET.SubElement(suite, "testcase", told)


def _marks(element: ET.Element, told: Mapping[str, Any]) -> None:
    properties = ET.SubElement(element, "properties")
    for name in ("score", "max_score"):
        ET.SubElement(properties, "property", name=name, value=str(told[name]))


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}"


def _has_lost(field: Mapping[str, Any]) -> bool:
    return bool(field["score"] < field["max_score"]) and field["outcome"] != _FAULT


def printable(text: str) -> str:
    """The text without the control characters that XML 1.0 forbids."""
    return "".join(c for c in text if c in "\n\t" or (c.isprintable() and ord(c) < 0x10FFFE))
