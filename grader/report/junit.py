"""A result as JUnit XML: one test suite per problem, one test case per field.

A field is told from those of other problems by the number of its problem. JUnit knows no parts of
marks: the marks are properties of each suite and case (``score`` and ``max_score``).
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.report.as_json import number
from grader.report.wording import incidents_of, message_of
from problems.sentences import Language


def as_junit(result: SheetResult) -> str:
    """The XML document, as text. A field that lost marks failed; a fault of ours is an error."""
    root = ET.Element("testsuites", name=_printable(result.sheet), time=_seconds(result.seconds))
    for problem in result.problems:
        _suite(root, problem, result.language)
    if incidents := incidents_of(result):
        program = ET.SubElement(
            root, "testsuite", name="program", tests="0", failures="0", errors="0", time="0.000"
        )
        ET.SubElement(program, "system-err").text = _printable("\n".join(incidents))
    ET.indent(root)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document.decode() + "\n"


def _suite(root: ET.Element, problem: ProblemResult, language: Language) -> None:
    lost = [field for field in problem.fields if _has_lost(field)]
    faults = [field for field in problem.fields if field.outcome is Outcome.GRADER_FAULT]
    suite = ET.SubElement(
        root,
        "testsuite",
        name=f"{problem.key} {problem.family}",
        tests=str(len(problem.fields)),
        failures=str(len(lost)),
        errors=str(len(faults)),
        time=_seconds(sum(field.seconds for field in problem.fields)),
    )
    _marks(suite, problem.score, problem.max_score)
    for field in problem.fields:
        case = ET.SubElement(
            suite,
            "testcase",
            classname=f"{problem.key} {problem.family}",
            name=field.name,
            time=_seconds(field.seconds),
        )
        _marks(case, field.score, field.max_score)
        text = _printable(message_of(field, problem.family, language))
        if field.outcome is Outcome.GRADER_FAULT:
            ET.SubElement(case, "error", message=text, type=field.outcome.value)
        elif _has_lost(field):
            ET.SubElement(case, "failure", message=text, type=field.outcome.value)


def _marks(element: ET.Element, score: float, max_score: float) -> None:
    properties = ET.SubElement(element, "properties")
    for name, value in (("score", score), ("max_score", max_score)):
        ET.SubElement(properties, "property", name=name, value=str(number(value)))


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}"


def _has_lost(field: FieldResult) -> bool:
    return field.score < field.max_score and field.outcome is not Outcome.GRADER_FAULT


def _printable(text: str) -> str:
    """The text without the control characters that XML 1.0 forbids."""
    return "".join(c for c in text if c in "\n\t" or (c.isprintable() and ord(c) < 0x10FFFE))
