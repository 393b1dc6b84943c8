"""A class as JUnit is read by those who read JUnit."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from junitparser import Error, Failure, JUnitXml, Skipped

from grader.exports.entry import of_class, of_folder
from grader.exports.junit import as_junit
from tests.grader.exports.classes import (
    faulty,
    marked,
    missing,
    partly_faulty,
    refused,
    student,
    unusable,
)
from tests.grader.report.results import BATCH, FOLDER

CLASS = (
    marked(student("100", "Ana Anić")),
    missing(student("101")),
    refused(student("102")),
    unusable(student("<&\x1b>")),
    faulty(student("104")),
    partly_faulty(student("105")),
)


def read(text: str, folder: Path) -> JUnitXml:
    path = folder / "class.xml"
    path.write_text(text, encoding="utf-8")
    return JUnitXml.fromfile(str(path))


def test_a_class_is_read_again_with_all_of_its_cases(tmp_path: Path) -> None:
    suites = list(read("".join(as_junit("hw3", of_class(CLASS))), tmp_path))
    assert [suite.name for suite in suites] == [
        *("100: 1 cnn-table", "100: 2 conv1d-code", "100: program"),
        *("101", "102", "<&>", "104"),
        *("105: 1 cnn-table", "105: 2 conv1d-code", "105: program"),
    ]
    table = suites[0]
    assert (table.tests, table.failures, table.errors) == (6, 4, 0)
    assert [case.name for case in table][:2] == ["conv1_shape", "conv1_rf"]


def test_marks_are_properties_of_suites_and_cases() -> None:
    root = ET.fromstring("".join(as_junit("hw3", of_class(CLASS[:1]))).encode())
    told = {each.get("name"): each.get("value") for each in root[0].iterfind("properties/property")}
    assert told == {"score": "2.6667", "max_score": "6"}
    assert len(root[0].findall("testcase/properties/property")) == 12


def test_counts_are_those_of_the_cases(tmp_path: Path) -> None:
    suites = list(read("".join(as_junit("hw3", of_class(CLASS))), tmp_path))
    for suite in suites:
        kinds = [type(result) for case in suite for result in case.result]
        told = (suite.tests, suite.failures, suite.errors)
        assert told == (len(list(suite)), kinds.count(Failure), kinds.count(Error)), suite.name


def test_where_there_is_no_result_one_case_tells_why(tmp_path: Path) -> None:
    suites = {s.name: s for s in read("".join(as_junit("hw3", of_class(CLASS))), tmp_path)}
    told = {}
    for name in ("101", "102", "<&>", "104"):
        (case,) = suites[name]
        (result,) = case.result
        told[name] = (type(result), result.message)
    assert told == {
        "101": (Skipped, "no file came"),
        "102": (Failure, "hw3.py: a practice sheet"),
        "<&>": (Failure, "hw3.py: =no sheet <&"),
        "104": (Error, "hw3.py: a fault"),
    }


def test_a_folder_has_suites_by_its_files(tmp_path: Path) -> None:
    text = "".join(as_junit("work", of_folder(BATCH, FOLDER)))
    names = [suite.name for suite in read(text, tmp_path)]
    assert names[:3] == ["=cmd|calc.py: 1 cnn-table", "a, b.py", "č/ž.ipynb"]


def test_a_class_of_nobody_is_a_document_too() -> None:
    root = ET.fromstring("".join(as_junit('"<&', ())).encode())
    assert (root.tag, root.get("name"), len(root)) == ("testsuites", '"<&', 0)


def test_no_two_cases_have_one_name(tmp_path: Path) -> None:
    suites = read("".join(as_junit("hw3", of_class(CLASS))), tmp_path)
    names = [(case.classname, case.name) for suite in suites for case in suite]
    assert len(set(names)) == len(names)
