"""Words reach the page as they are, whatever they would mean to Typst."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.document.nodes import Code, CodeBlock, Heading, Paragraph, Strong, Table, Text
from grader.render.typst.blocks import blocks
from grader.render.typst.literals import literal
from grader.render.typst.pdf import pdf
from grader.sheet.issued import Issued
from grader.sheet.sheet import Sheet, draw_sheet
from tests.grader.render.typst.reading import pages, tags

HOSTILE = (
    '#panic("x")',
    "$x$ $",
    "_a_ *b* `c` ~ -- ...",
    "// not a comment /* nor this */",
    "<label> @reference",
    'a \\ b \\" c " d \\u{41} \\n',
    "[x] ] [ { } ( ) ; #",
    "= no heading",
    "- no item",
    "#set page(width: 1cm)",
    "https://example.org/a_b",
    '"); #panic("x',
    "Žarko Đurđević, Łucja Ąćę",
    "Юрий Щёголев, Nguyễn Văn Ắn",
    "Miyagi, O'Brien “x”",
)
UNSEEN = ("Cs", "Cc", "Cf", "Cn")
SHEET = draw_sheet("4", ["conv1d-hand:easy"], "en")


def printed(title: str, student: str) -> bytes:
    issued = Issued("hw3", 1, "7K2Q-9FJD", {"en": title}, student=student)
    return pdf(Sheet("", "en", SHEET.problems, issued), "hw3")


def told(text: str) -> str:
    """A text as it is found again: without the blanks at which lines may be broken."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_has_a_meaning_in_typst_is_printed_as_it_is(text: str) -> None:
    data = printed(text, text)
    whole = told("\n".join(pages(data)))
    assert whole.count(told(text)) >= 3  # the heading, the line below it, and the head of the page
    assert [tag.kind for tag in tags(data)].count("H1") == 1


def test_a_long_name_is_whole_on_the_first_page_and_shortened_at_the_head() -> None:
    name = " ".join(["Wolfeschlegelsteinhausenbergerdorff"] * 6)
    data = printed("Homework 3", name)
    assert told(name) in told(pages(data)[0])
    assert all("... · " in page.split("\n")[0] for page in pages(data))
    assert all("7K2Q-9FJD" in page.split("\n")[0] for page in pages(data))


def test_a_word_that_is_longer_than_a_line_is_broken() -> None:
    data = printed("Homework 3", "x" * 300)
    assert pages(data)[0].replace("\u200b", "").replace("\n", "").count("x" * 300) == 1


def read_by_typst(text: str) -> str:
    """What Typst understands by a literal."""
    return str(json.loads(typst.eval(b"", literal(text), ignore_system_fonts=True)))


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn"], include_characters="\n\t"))
)
def test_each_text_is_the_same_to_typst(text: str) -> None:
    assert read_by_typst(text) == text


@pytest.mark.parametrize("sign", ["\ud83d", "\udc80", "\x00", "\x07", "\x7f", "\x85"])
def test_what_is_no_sign_stands_as_one_that_cannot_be_read(sign: str) -> None:
    assert literal(f"a{sign}b") == '"a\ufffdb"'


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\ufeff", "\u2060", "\U000e0041"])
def test_what_nobody_sees_and_what_turns_words_around_is_left_out(sign: str) -> None:
    assert literal(f"a{sign}b") == '"ab"'


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=8))
def test_a_name_of_any_signs_is_printed_beside_its_code(name: str) -> None:
    assert all("7K2Q-9FJD" in page for page in pages(printed("Homework 3", name)))


SIGNS = st.text(st.sampled_from('#$_*`"\\/<>@[](){}=-+~;:,.ab1 \u00a0'), max_size=12)


@settings(max_examples=25, deadline=None)
@given(st.lists(SIGNS, min_size=6, max_size=6))
def test_no_text_of_a_document_is_read_as_markup(texts: list[str]) -> None:
    words, strong, code, cell, block, head = texts
    document = (
        Heading(1, (Text(f"x{head}"),)),
        Paragraph((Text(words), Strong((Text(strong),)), Code(code))),
        Table(((Text("a"),), (Text(cell),)), (((Code(cell),), ()),)),
        CodeBlock("python", block),
    )
    source = (
        f"#let leading-to(x) = x\n#let ruled(n, ..c) = table(columns: n, ..c)\n{blocks(document)}"
    )
    (heading,) = elements(source, "heading")
    assert heading["body"]["text"] == f"x{head}"
    assert [each["text"] for each in elements(source, "raw")] == [code, cell, block]
    assert len(elements(source, "strong")) == 1


def elements(source: str, kind: str) -> list[dict[str, Any]]:
    """The elements of a kind, as Typst understands a text."""
    found: list[dict[str, Any]] = json.loads(
        typst.query(source.encode(), kind, ignore_system_fonts=True)
    )
    return found
