"""Pages of HTML: whole by themselves, well-formed, in the language that they say."""

from __future__ import annotations

import base64
import re
import struct
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from grader.document.formula import Formula
from grader.document.markdown import read_markdown
from grader.document.nodes import Code, Items, Paragraph, Picture, Table, Text
from grader.document.tex import read_formula
from grader.render.mathml import display_math, inline_math
from grader.render.page import MATH_CHARACTERS, html, page
from grader.render.statement import problem_document
from grader.sheet.sheet import Problem, as_language
from problems.catalogue import family_keys
from problems.drawing import draw_variant
from problems.figures import figure
from problems.sentences import LANGUAGES

PICTURE = Picture(figure("grid", alt="", cells=[[1, 2]]).drawing, (Text("the map "), Code("q")))
FONTS = Path(page.__code__.co_filename).parent / "fonts"


def parsed(fragment: str) -> ET.Element:
    return ET.fromstring(f"<body>{fragment}</body>")


def math(tex: str) -> ET.Element:
    found = parsed(inline_math(read_formula(tex))).find("math")
    assert found is not None
    return found


def words(element: ET.Element) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", family_keys())
def test_every_problem_is_a_well_formed_page_that_needs_nothing_else(
    key: str, language: str
) -> None:
    problem = Problem("1", draw_variant(key, "hard", "4"))
    document = problem_document(problem, as_language(language), solution=True, level=1)
    made = page(document, "a <title>", as_language(language))
    assert f'<html lang="{language}">' in made
    assert "<title>a &lt;title&gt;</title>" in made
    assert re.findall(r"(?:src|href)\s*=|url\((?!data:)|https?:|<script|@import", made) == []
    body = parsed(html(document))
    levels = [int(e.tag[1]) for e in body.iter() if re.fullmatch(r"h\d", e.tag)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert "\\" not in "".join(words(m) for m in body.iter("math"))


def test_a_formula_and_the_stop_after_it_stay_on_one_line() -> None:
    """A browser may break a line behind a formula, even in front of a colon."""
    made = html(read_markdown("maps $q$: of $x$ (or $y$), and $z$"))
    together = parsed(made).findall("p/span")
    assert [words(span) for span in together] == ["q:", "y),"]
    assert {span.get("class") for span in together} == {"together"}


def test_every_character_of_a_formula_is_in_the_font_of_the_page() -> None:
    has = set((FONTS / "characters.txt").read_text(encoding="utf-8"))
    assert set(MATH_CHARACTERS) <= has
    used = set()
    for key in family_keys():
        document = problem_document(
            Problem("1", draw_variant(key, "hard", "4")), "en", solution=True
        )
        for element in parsed(html(document)).iter():
            if element.tag in ("mi", "mn", "mo"):
                used |= set(words(element))
    assert used <= has


def test_the_font_grows_brackets_and_is_small() -> None:
    """WOFF2 names its tables in its directory: the known ones by number, of which MATH is 31."""
    data = (FONTS / "math.woff2").read_bytes()
    assert len(data) < 40_000
    signature, _, _, tables = struct.unpack(">4sLLH", data[:14])
    assert signature == b"wOF2"
    flags, at = [], 48
    for _ in range(tables):
        flags.append(data[at] & 0x3F)
        is_transformed = data[at] & 0x3F in (10, 11) and not data[at] >> 6
        at += 1 + 4 * (flags[-1] == 0x3F)
        for _ in range(1 + is_transformed):
            while data[at] & 0x80:
                at += 1
            at += 1
    assert 31 in flags
    assert base64.b64encode(data).decode() in page((), "", "en")


def test_the_font_has_its_licence_beside_it() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "The STIX Fonts Project Authors" in (FONTS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("tex", "tag", "text"),
    [
        (r"\frac{x}{y}", "mfrac", None),
        ("x_1", "msub", "x1"),
        ("x^2", "msup", "x2"),
        ("x_1^2", "msubsup", "x12"),
        (r"\sqrt{x + 1}", "msqrt", "x+1"),
        (r"\sum_{i=1}^{n} x_i", "munderover", "∑i=1n"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "mtable", "1234"),
        (r"\mathtt{conv1\_rf}", "mtext", "conv1_rf"),
    ],
)
def test_a_formula_has_the_elements_of_its_nodes(tex: str, tag: str, text: str | None) -> None:
    (statement,) = parsed(display_math(read_formula(tex))).findall("math")
    found = next(statement.iter(tag))
    assert text is None or words(found) == text


def test_a_fraction_in_a_line_has_a_slash_and_one_on_its_own_a_bar() -> None:
    formula = read_formula(r"\frac{\partial L}{\partial w}")
    assert "mfrac" not in inline_math(formula)
    assert words(parsed(inline_math(formula))) == "∂L/∂w"
    assert "mfrac" in display_math(formula)
    assert "mfrac" in inline_math(read_formula(r"\frac{n + 1}{s}"))


def test_a_minus_is_a_sign_of_what_follows_or_stands_between() -> None:
    signs = [e for e in math("-x - (-y)").iter("mo") if e.text == "−"]
    assert [sign.get("form") for sign in signs] == ["prefix", "infix", "prefix"]


def test_brackets_grow_where_there_is_something_to_grow_for() -> None:
    def grow(tex: str) -> str | None:
        return next(math(tex).iter("mo")).get("stretchy")

    assert grow("(x)") == "false"
    assert grow(r"\left( \frac{x + 1}{2} \right)") == "true"


def test_a_long_formula_is_in_pieces_between_which_a_narrow_page_breaks() -> None:
    formula: Formula = read_formula(r"q = w \star x = 3 \quad h = 4")
    pieces = [words(m) for m in parsed(display_math(formula)).iter("math")]
    assert pieces == ["q=w⋆x", "=3", "h=4"]


def test_a_list_with_letters_has_them() -> None:
    item = (Paragraph((Text("one"),)),)
    assert html((Items((item, item), lettered=True),)).startswith('<ol class="lettered">\n<li>one')
    assert "ol.lettered { list-style-type: lettered; }" in page((), "", "en")


@pytest.mark.parametrize(
    ("columns", "words", "wide"), [(2, 90, False), (5, 8, False), (3, 20, True)]
)
def test_a_table_is_a_list_on_a_phone_if_it_has_much_to_say(
    columns: int, words: int, *, wide: bool
) -> None:
    cell = (Text("x" * words),)
    made = html((Table((cell,) * columns, ((cell,) * columns,)),))
    assert ('class="wide"' in made) == wide


def test_cells_of_a_wide_table_carry_the_heads_of_their_columns() -> None:
    head = ((Text("blank"),), (Text('"1" & <2>'),), (Text("points"),))
    row = ((Text("a" * 30),), (Text("b" * 30),), ())
    made = html((Table(head, (row,)),))
    assert f'<td role="cell" data-head="blank">{"a" * 30}</td>' in made
    assert f'data-head="&quot;1&quot; &amp; &lt;2&gt;">{"b" * 30}</td>' in made
    assert "content: attr(data-head)" in page((), "", "en")


def test_what_is_typed_is_no_markup() -> None:
    made = html(read_markdown(r"`<b>` & \<script\>"))
    assert words(parsed(made)) == "<b> & <script>"


def test_a_figure_is_drawn_with_its_words_below_it() -> None:
    made = parsed(html((PICTURE,)))
    caption = made.find("figure/figcaption")
    assert caption is not None
    assert words(caption) == "the map q"
    drawn = made.find("figure/div")
    assert drawn is not None
    assert drawn.attrib["aria-hidden"] == "true"
    assert drawn.find("svg") is not None
