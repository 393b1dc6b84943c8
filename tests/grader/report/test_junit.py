"""A result as JUnit XML is XML whatever the student wrote, and counts what it holds."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from grader.report.junit import as_junit
from tests.grader.report.results import FULL, RESULT


def test_the_document_is_xml_in_utf_8() -> None:
    text = as_junit(RESULT)
    assert text.splitlines()[0].lower() == "<?xml version='1.0' encoding='utf-8'?>"
    assert text.endswith("\n")
    assert ET.fromstring(text.encode()).tag == "testsuites"


def test_a_suite_per_problem_counts_its_cases() -> None:
    table, function, program = ET.fromstring(as_junit(RESULT).encode()).iter("testsuite")
    assert table.attrib == {
        **{"name": "1 cnn-table", "tests": "6", "failures": "4", "errors": "0"},
        "time": "0.000",
    }
    assert function.attrib == {
        **{"name": "2 conv1d-code", "tests": "3", "failures": "2", "errors": "1"},
        "time": "0.250",
    }
    assert program.attrib == {
        **{"name": "program", "tests": "0", "failures": "0", "errors": "0"},
        "time": "0.000",
    }


def test_two_problems_of_one_family_are_told_apart() -> None:
    table = RESULT.problems[0]
    twice = replace(RESULT, problems=(table, replace(table, key="2")))
    cases = list(ET.fromstring(as_junit(twice).encode()).iter("testcase"))
    names = [(case.get("classname"), case.get("name")) for case in cases]
    assert len(set(names)) == len(names) == 2 * len(table.fields)
    assert ("2 cnn-table", "conv1_rf") in names


def test_parts_of_marks_and_times_are_told() -> None:
    root = ET.fromstring(as_junit(RESULT).encode())
    assert root.get("time") == "1.500"
    cases = {case.get("name"): case for case in root.iter("testcase")}
    marks = [
        {each.get("name"): each.get("value") for each in cases[name].iter("property")}
        for name in ("conv1_shape", "integers")
    ]
    assert marks == [
        {"score": "1", "max_score": "1"},
        {"score": "0", "max_score": "2"},
    ]
    assert cases["integers"].get("time") == "0.250"
    own = root.find("testsuite/properties/property[@name='score']")
    assert own is not None
    assert own.get("value") == "2.6667"


def test_what_lost_marks_failed_and_what_kept_them_did_not() -> None:
    cases = {c.get("name"): c for c in ET.fromstring(as_junit(RESULT).encode()).iter("testcase")}
    failed = [name for name, case in cases.items() if case.find("failure") is not None]
    assert failed == ["conv1_rf", "conv2_rf", "pool2_rf", "fc1_rf", "integers", "decimals"]
    kinds = [cases[name].find("failure").get("type") for name in failed]  # type: ignore[union-attr]
    assert kinds == ["slip", "unanswered", "unanswered", "wrong", "wrong", "crashed"]


def test_a_fault_of_ours_is_an_error_and_no_failure() -> None:
    cases = {c.get("name"): c for c in ET.fromstring(as_junit(RESULT).encode()).iter("testcase")}
    fault = cases["own-code"]
    assert fault.find("failure") is None
    assert fault.find("error") is not None


def test_control_characters_and_markup_of_a_student_do_no_harm() -> None:
    root = ET.fromstring(as_junit(RESULT).encode())
    assert root.findtext(".//system-err") == "line 9: NameError: <x> & \\x1b[2J\\x00 ]]>"
    odd = replace(RESULT, sheet="practice-\x00\ufffe\x1b<&")
    assert ET.fromstring(as_junit(odd).encode()).get("name") == "practice-<&"


def test_full_marks_have_no_failures_and_no_program_suite() -> None:
    (suite,) = ET.fromstring(as_junit(FULL).encode()).iter("testsuite")
    assert (suite.get("failures"), suite.get("errors")) == ("0", "0")
