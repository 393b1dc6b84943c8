"""A result as JUnit XML: one test suite per problem, one test case per field."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.report.wording import incidents_of, message_of
from problems.sentences import Language


def as_junit(result: SheetResult) -> str:
    """The XML document, as text. A field that lost marks failed; a fault of ours is an error."""
    root = ET.Element("testsuites", name=_printable(result.sheet))
    for problem in result.problems:
        _suite(root, problem, result.language)
    if incidents := incidents_of(result):
        program = ET.SubElement(
            root, "testsuite", name="program", tests="0", failures="0", errors="0"
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
    )
    for field in problem.fields:
        case = ET.SubElement(suite, "testcase", classname=problem.family, name=field.name)
        text = _printable(message_of(field, problem.family, language))
        if field.outcome is Outcome.GRADER_FAULT:
            ET.SubElement(case, "error", message=text, type=field.outcome.value)
        elif _has_lost(field):
            ET.SubElement(case, "failure", message=text, type=field.outcome.value)


def _has_lost(field: FieldResult) -> bool:
    return field.score < field.max_score and field.outcome is not Outcome.GRADER_FAULT


def _printable(text: str) -> str:
    """The text without the control characters that XML 1.0 forbids."""
    return "".join(c for c in text if c in "\n\t" or (c.isprintable() and ord(c) < 0x10FFFE))
