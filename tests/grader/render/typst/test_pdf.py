"""Sheets as PDF: read again by other libraries, accessible, and the same bytes each time."""

from __future__ import annotations

import io
import os
import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import typst
from pypdf import PdfReader

from grader.document.formula import Formula
from grader.document.markdown import read_markdown
from grader.document.nodes import Block, Display, Document, Items, Math, Paragraph, Picture
from grader.render.linear import linear
from grader.render.statement import heading, statement
from grader.render.text import one_line, text
from grader.render.typst import pdf as module
from grader.render.typst import sheets
from grader.render.typst.answers import answers
from grader.render.typst.pdf import AT_ONCE, NoTypstError, bulk, compiled, pdf
from grader.render.typst.sheets import source
from grader.sheet.issued import Issued
from grader.sheet.sheet import Problem, Sheet, draw_sheet
from problems.catalogue import family_keys
from problems.family import LEVELS, ByHand
from problems.sentences import LANGUAGES, Language
from tests.grader.render.typst.reading import edges, numbers, pages, raw_texts, tags, unmarked_texts

MM = 72 / 25.4
BLANK = 4  # points: a line reaches as far as the blank at its end
ISSUED = Issued("hw3", 1, "7K2Q-9FJD", {"en": "Homework 3"}, student="Ana Anić")
SMALL = ("conv1d-hand:standard", "cnn-table:easy", "conv1d-code:easy")


@cache
def every_family(language: Language) -> Sheet:
    """A sheet with a problem of each family, at a level that is another one in each language."""
    first = LANGUAGES.index(language)
    asked = [
        f"{key}:{LEVELS[(first + place) % len(LEVELS)]}" for place, key in enumerate(family_keys())
    ]
    return draw_sheet("4", asked, language)


@cache
def printed(language: Language) -> bytes:
    return pdf(every_family(language), "hw3")


@cache
def solved() -> bytes:
    return pdf(every_family("en"), "hw3-solution", solution=True)


def small(issued: Issued | None = ISSUED, language: Language = "en", seed: str = "4") -> Sheet:
    sheet = draw_sheet(seed, SMALL, language)
    return Sheet(sheet.seed, sheet.language, sheet.problems, issued)


def parts(data: bytes, sheet: Sheet) -> list[str]:
    """The text of a file, in the parts that belong to each problem."""
    whole = "\n".join(pages(data))
    starts = [_start(whole, problem, sheet.language) for problem in sheet.problems]
    assert starts == sorted(starts)
    return [whole[a:b] for a, b in pairwise([*starts, len(whole)])]


def _start(whole: str, problem: Problem, language: Language) -> int:
    """Where the heading of a problem begins, as long as it may be."""
    first = heading(problem, language).replace("\u00a0", " ").split(": ")[0]
    found = re.search(rf"^{re.escape(first)}: ", whole, re.MULTILINE)
    assert found is not None, first
    return found.start()


# -- what is told ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_problem_of_each_family_tells_the_numbers_of_its_statement(language: Language) -> None:
    sheet = every_family(language)
    for problem, read in zip(sheet.problems, parts(printed(language), sheet), strict=True):
        told = Counter(re.findall(r"\d+", text(statement(problem, language), 400)))
        found = Counter(re.findall(r"\d+", read))
        assert told - found == Counter(), problem.variant.family.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_problem_by_hand_tells_the_values_of_its_variant_with_their_signs(
    language: Language,
) -> None:
    sheet = every_family(language)
    looked_at = 0
    for problem, read in zip(sheet.problems, parts(printed(language), sheet), strict=True):
        if isinstance(problem.variant.family.task, ByHand):
            given = problem.variant.working.given_values
            arrays = [each for each in given.values() if isinstance(each, np.ndarray) and each.ndim]
            wanted = Counter(Fraction(cell) for each in arrays for cell in each.flat)
            assert wanted - numbers(read) == Counter(), problem.variant.family.key
            looked_at += len(arrays)
    assert looked_at > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_blank_is_named_and_each_frame_of_a_program_is_there(language: Language) -> None:
    sheet = every_family(language)
    for problem, read in zip(sheet.problems, parts(printed(language), sheet), strict=True):
        assert all(re.search(rf"\b{name}\b", read) for name in problem.names)
        assert ("hw3.py" in read) == (not isinstance(problem.variant.family.task, ByHand))


def test_nothing_reaches_over_the_edge_of_a_page() -> None:
    for data in (*map(printed, LANGUAGES), solved()):
        for edge in edges(data):
            assert 20 * MM - 1 < edge.left < edge.right < 190 * MM + BLANK
            assert 8 * MM < edge.bottom < edge.top < 290 * MM


def test_a_solved_sheet_has_each_value_that_was_asked_for() -> None:
    sheet = every_family("en")
    for problem, read in zip(sheet.problems, parts(solved(), sheet), strict=True):
        variant = problem.variant
        if not isinstance(variant.family.task, ByHand):
            assert read.count("...") < 3  # those of an interval, and of NumPy's own signs
            continue
        for asked in variant.working.asked:
            value = variant.exact[asked.name]
            if isinstance(value, int):
                assert re.search(rf"(?<!\d){abs(value)}(?!\d)", read), asked.name


def test_a_sheet_to_fill_in_has_no_solution() -> None:
    assert "Worked solution" in "\n".join(pages(solved()))
    assert "Worked solution" not in "\n".join(pages(printed("en")))


# -- for those who do not see it -------------------------------------------------------------------


def formulas_in(document: Document) -> Iterator[Formula]:
    for block in document:
        yield from _formulas_in(block)


def _formulas_in(block: Block) -> Iterator[Formula]:
    match block:
        case Display(formula=formula):
            yield formula
        case Paragraph(inside=inside):
            yield from (one.formula for one in inside if isinstance(one, Math))
        case Items(items=items):
            for item in items:
                yield from formulas_in(item)


def pictures_in(document: Document) -> Iterator[Picture]:
    for block in document:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Items):
            for item in block.items:
                yield from pictures_in(item)


@pytest.mark.parametrize("language", LANGUAGES)
def test_formulas_and_figures_are_told_in_words(language: Language) -> None:
    found = tags(printed(language))
    told = {tag.told for tag in found if tag.kind == "Formula"}
    figures = {tag.told for tag in found if tag.kind == "Figure"}
    assert "" not in told | figures
    for problem in every_family(language).problems:
        document = statement(problem, language)
        inline = {linear(one) for one in formulas_in(document) if len(linear(one)) < 12}
        assert inline - {piece for one in told for piece in (one, *one.split("   "))} == set()
        assert {one_line(picture.alt) for picture in pictures_in(document)} <= figures


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_says_its_language_its_title_and_that_it_is_accessible(language: Language) -> None:
    reader = PdfReader(io.BytesIO(printed(language)))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    title, seed = pages(printed(language))[0].split("\n")[0].rsplit(" ", 2)[0], "4"
    assert str(reader.metadata.title).startswith(f"{title}, ")
    assert str(reader.metadata.title).endswith(f" {seed}")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_all_that_is_written_has_its_place_in_the_structure() -> None:
    assert unmarked_texts(pdf(small(), "hw3")) == 0
    untagged = typst.compile(b"= words", pdf_tags=False, ignore_system_fonts=True)
    assert unmarked_texts(untagged) == 1


def test_headings_lists_and_tables_are_what_they_are() -> None:
    found = Counter(tag.kind for tag in tags(printed("en")))
    assert found["H1"] == 1
    assert found["H2"] == len(family_keys())
    assert found["H3"] == sum(
        isinstance(problem.variant.family.task, ByHand) for problem in every_family("en").problems
    )
    assert found["Table"] > 20
    assert found["TH"] >= 2 * found["Table"]
    assert found["LI"] > 50


def test_headings_of_a_statement_stand_below_that_of_their_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = read_markdown("##### Deep\n\nwords\n\n# High\n\n#### Deep again")
    monkeypatch.setattr(sheets, "statement", lambda problem, language: told)
    kinds = [tag.kind for tag in tags(pdf(small(), "hw3")) if re.fullmatch(r"H\d", tag.kind)]
    assert kinds[:6] == ["H1", "H2", "H3", "H1", "H2", "H3"]


def test_a_sheet_in_two_languages_says_which_part_is_in_which_and_has_room_once() -> None:
    sheet = small()
    both = Sheet("", "en", sheet.problems, ISSUED, also_in=("pl",))
    data = pdf(both, "hw3")
    assert {tag.language for tag in tags(data)} >= {"pl"}
    whole = "\n".join(pages(data))
    assert "Problem 1: " in whole
    assert "Zadanie 1: " in whole
    assert (whole.count("def conv1d("), len(re.findall(r"\bconv1_params\b", whole))) == (1, 2)
    room = [answers(problem, "en").count("#asked(") for problem in sheet.problems[:2]]
    assert source([(both, "hw3")], "", "en").count("#asked(") == sum(room)


# -- the pages -------------------------------------------------------------------------------------


def test_name_and_code_are_on_each_page_with_its_number() -> None:
    found = pages(pdf(small(), "hw3"))
    assert len(found) > 1
    for number, page in enumerate(found, start=1):
        assert "Homework 3" in page
        assert "Ana Anić · 7K2Q-9FJD" in page
        assert page.rstrip().endswith(f"{number} / {len(found)}")


def test_a_practice_sheet_has_its_seed_on_each_page() -> None:
    assert all("seed 4" in page for page in pages(pdf(small(None), "submission")))


def of(student: str, code: str, seed: str) -> tuple[Sheet, str]:
    issued = Issued("hw3", 1, code, {"en": "Homework 3"}, student=student)
    return small(issued, seed=seed), "hw3"


def test_each_sheet_of_many_begins_on_a_right_page_and_counts_its_own() -> None:
    many = [of(f"Student {n}", f"AAAA-{n:04}", str(n)) for n in range(4)]
    (data,) = bulk(many, "Homework 3", "en")
    found = pages(data)
    starts = [place for place, page in enumerate(found) if re.search(r"^1 / \d+\Z", page, re.M)]
    assert len(starts) == 4
    assert all(place % 2 == 0 for place in starts)
    for (sheet, _), start, end in zip(many, starts, [*starts[1:], len(found)], strict=True):
        assert sheet.issued is not None
        own = [page for page in found[start:end] if page.strip()]
        assert len(own) >= end - start - 1  # the last leaf may be empty on its back
        for number, page in enumerate(own, start=1):
            assert f"{sheet.issued.student} · {sheet.issued.code}" in page
            assert page.rstrip().endswith(f"{number} / {len(own)}")


def test_a_sheet_among_many_has_the_same_pages_as_by_itself() -> None:
    one, other = of("Ana", "AAAA-0001", "1"), of("Bo", "AAAA-0002", "2")
    (data,) = bulk([one, other], "Homework 3", "en")
    together = [page for page in pages(data) if page.strip()]
    assert together == [*pages(pdf(*one)), *pages(pdf(*other))]


def test_more_sheets_than_go_into_one_file_make_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 2)
    many = [of(f"S{n}", f"AAAA-{n:04}", "1") for n in range(5)]
    found = ["\n".join(pages(data)) for data in bulk(many, "Homework 3", "en")]
    assert [[n for n in range(5) if f"AAAA-{n:04}" in whole] for whole in found] == [
        [0, 1],
        [2, 3],
        [4],
    ]
    assert AT_ONCE >= 20


def test_a_further_file_of_many_sheets_needs_no_further_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 6)
    files = bulk((of("Ana", "AAAA-0001", str(n)) for n in range(18)), "Homework 3", "en")
    next(files)
    before = _resident()
    assert len([*files]) == 2
    assert _resident() - before < 20 * 2**20


def _resident() -> int:
    """The memory of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


# -- bytes -----------------------------------------------------------------------------------------


def test_a_file_tells_no_moment_and_no_other_thing_of_where_it_was_made() -> None:
    data = pdf(small(), "hw3")
    assert re.findall(rb"/(?:Creation|Mod)Date|<xmp:(?:Create|Modify)Date", data) == []
    metadata = PdfReader(io.BytesIO(data)).metadata
    assert metadata is not None
    assert {*metadata} <= {"/Title", "/Creator"}


@pytest.mark.parametrize(
    "unknown", ["王小明", "Ana 😀 Anić", 'ᚠ \\ " ᚢ', "a\u0332\u20e3王"], ids=ascii
)
def test_signs_that_no_font_has_become_squares(unknown: str) -> None:
    whole = "\n".join(pages(pdf(small(Issued("hw3", 1, "7K2Q-9FJD", student=unknown)), "hw3")))
    assert "□" in whole
    assert "7K2Q-9FJD" in whole


def test_without_typst_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(NoTypstError, match=re.escape("pip install -c constraints.txt '.[pdf]'")):
        pdf(small(), "hw3")


def test_what_typst_refuses_for_another_reason_is_not_hidden() -> None:
    with pytest.raises(typst.TypstError):
        compiled("#panic()")


def test_the_raw_parts_of_a_file_are_all_looked_at() -> None:
    raw = "\n".join(raw_texts(pdf(small(), "hw3")))
    assert "Homework 3" in raw
    assert "/ToUnicode" in raw
    assert "BT" in raw
