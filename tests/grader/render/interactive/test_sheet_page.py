"""The page of a sheet: whole by itself, valid, and without a word on what is right."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest

from grader.render.blanks import in_python
from grader.render.interactive.cut import cut_script
from grader.render.interactive.sheet_page import sheet_page
from grader.render.script import script
from grader.sheet.issued import Issued
from grader.sheet.sheet import Problem, Sheet, draw_sheet
from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import ByHand
from problems.sentences import LANGUAGES, Language

BY_HAND_KEYS = [key for key in family_keys() if isinstance(family(key).task, ByHand)]
IN_CODE_KEYS = [key for key in family_keys() if key not in BY_HAND_KEYS]


def read(page: str) -> ET.Element:
    """The page as a reader of HTML sees it, who takes nothing that is not valid."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: ET.Element = parser.parse(page)
    return found


def data_in(page: ET.Element) -> dict[str, Any]:
    (found,) = [each for each in page.iter("script") if each.get("id") == "grader-sheet"]
    told: dict[str, Any] = json.loads(found.text or "")
    return told


def inputs(page: ET.Element) -> Iterator[ET.Element]:
    for each in page.iter():
        if each.tag in ("input", "textarea") and "answer" in each.get("class", "").split():
            yield each


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_valid_and_needs_nothing_else(language: Language) -> None:
    made = sheet_page(draw_sheet("4", family_keys(), language), "submission.py", versions="x")
    page = read(made)
    assert page.get("lang") == language
    assert re.findall(r"url\((?!data:)|https?:|@import", made) == []
    assert not [each for each in page.iter() if {"src", "href", "srcset"} & {*each.attrib}]
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("key", family_keys())
def test_every_blank_has_an_input_with_a_label_and_every_program_a_box(key: str) -> None:
    sheet = draw_sheet("4", [key], "en")
    page = read(sheet_page(sheet, "submission.py"))
    asked = cut_script(sheet).fields
    assert sorted(str(each.get("id")) for each in inputs(page)) == sorted(asked)
    labels = {each.get("for"): each for each in page.iter("label")}
    known = {each.get("id") for each in page.iter()}
    for each in inputs(page):
        label = labels[each.get("id")]
        assert "".join(label.itertext()).strip()
        named = f"{each.get('aria-describedby')} {each.get('aria-labelledby', '')}".split()
        assert set(named) <= known
    assert data_in(page)["fields"] == list(asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pieces_in_the_page_are_those_of_the_file(language: Language) -> None:
    sheet = draw_sheet("4", IN_CODE_KEYS, language)
    page = read(sheet_page(sheet, "submission.py"))
    data = data_in(page)
    boxes = {each.get("id"): each.text for each in inputs(page)}
    first, *others = data["pieces"]
    texts = [boxes[field] for field in data["fields"]]
    joined = first + "".join(a + b for a, b in zip(texts, others, strict=True))
    assert joined == script(sheet)


@pytest.mark.parametrize("key", BY_HAND_KEYS)
def test_no_page_tells_more_than_the_file_and_the_statement(key: str) -> None:
    """Two problems that differ in their answers alone have the same page but for the statement.

    So it is told by what the page is given: forms, sizes and words, which are those of the file.
    """
    problem = Problem("1", draw_variant(key, "standard", "4"))
    page = read(sheet_page(Sheet("4", "en", (problem,)), "submission.py"))
    assert all(not (each.get("value") or each.text) for each in inputs(page))
    told = json.dumps(data_in(page)["blanks"], ensure_ascii=False)
    for asked in problem.variant.working.asked:
        value = in_python(problem.variant.exact[asked.name], asked.form)
        if len(value) > 8 and not value.startswith('"'):
            assert value not in told


def test_a_sheet_of_an_assignment_holds_neither_seed_nor_answer() -> None:
    problems = tuple(
        Problem(str(number), draw_variant(key, "standard", "its-secret-seed"))
        for number, key in enumerate(("conv2d-backprop", "equivariance"), start=1)
    )
    issued = Issued("hw3", 1, "QX7K-M2", titles={"en": "Homework 3"}, student="Ana Anić")
    made = sheet_page(Sheet("", "en", problems, issued=issued), "hw3.py")
    assert "its-secret-seed" not in made
    assert "grader-data" in made
    data = data_in(read(made))
    assert data["file"] == "hw3.py"
    assert "QX7K-M2" in data["key"]


def test_a_sheet_in_two_languages_is_filled_in_once() -> None:
    problem = Problem("1", draw_variant("architectures", "standard", "4"))
    page = read(sheet_page(Sheet("4", "en", (problem,), also_in=("hr",)), "submission.py"))
    assert [each.get("id") for each in inputs(page)] == [f"1-{name}" for name in problem.names]
    (other,) = page.iter("section")
    assert other.get("lang") == "hr"
    assert not list(inputs(other))
    assert "izlaz" in "".join(other.itertext())


def test_what_a_sheet_says_ends_no_element() -> None:
    evil = "</script><script>alert(1)</script><!--"
    problem = Problem("1", draw_variant("conv1d-hand", "standard", "4"), called=evil)
    issued = Issued("hw3", 1, "A", titles={"en": evil}, student=evil, tool=evil)
    made = sheet_page(Sheet("", "en", (problem,), issued=issued), "hw3.py")
    page = read(made)
    assert len(list(page.iter("script"))) == 3
    assert evil in "".join(data_in(page)["pieces"])


def test_only_the_script_and_the_style_of_the_page_may_run() -> None:
    page = read(sheet_page(draw_sheet("4", ["conv1d-code"], "en"), "submission.py"))
    (policy,) = [
        each.get("content", "")
        for each in page.iter("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", maxsplit=1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        (text,) = [each.text for each in page.iter(tag) if each.get("type") is None]
        digest = base64.b64encode(hashlib.sha256((text or "").encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert not [each for each in page.iter() if each.get("style")]
    assert not [name for each in page.iter() for name in each.attrib if name.startswith("on")]


def test_the_same_sheet_is_the_same_page() -> None:
    first, second = (
        sheet_page(draw_sheet("4", ["cnn-table", "conv1d-code"], "pl"), "submission.py")
        for _ in range(2)
    )
    assert first == second


def test_answers_are_kept_apart_for_each_sheet() -> None:
    keys = {
        data_in(read(sheet_page(draw_sheet(seed, keys, "en"), "submission.py")))["key"]
        for seed in ("4", "5")
        for keys in (["conv1d-hand"], ["conv2d-hand"])
    }
    assert len(keys) == 4
