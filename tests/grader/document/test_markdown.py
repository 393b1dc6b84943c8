"""The subset of Markdown is read into documents; what is not part of it is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.document.formula import Letter
from grader.document.markdown import _simple_line, read_line, read_markdown
from grader.document.nodes import (
    Code,
    CodeBlock,
    Display,
    Emphasis,
    Given,
    Heading,
    Inline,
    Items,
    Math,
    Paragraph,
    Picture,
    Strong,
    Table,
    Text,
)
from grader.document.refusal import RefusedError
from problems.figures import figure
from problems.sentences import LANGUAGES, tables_in
from problems.values import Number

ROOT = Path(__file__).resolve().parents[3]


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("some words", words("some words")),
        ("words\nthat go on", words("words that go on")),
        ("## A heading", Heading(2, (Text("A heading"),))),
        ("- one\n- two", Items(((words("one"),), (words("two"),)))),
        ("3. one\n4. two", Items(((words("one"),), (words("two"),)), start=3)),
        ("1. one\n\n   $$\n   x\n   $$", Items(((words("one"), Display(Letter("x"))),), start=1)),
        ("```python\nx = 1\n```", CodeBlock("python", "x = 1")),
        ("$$\nx\n$$", Display(Letter("x"))),
        ("$$x$$", Display(Letter("x"))),
        (
            "| a | b |\n| --- | --- |\n| `c` | $x$ |",
            Table(
                ((Text("a"),), (Text("b"),)),
                (((Code("c"),), (Math(Letter("x")),)),),
            ),
        ),
    ],
)
def test_a_block_is_read(text: str, block: object) -> None:
    assert read_markdown(text) == (block,)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a **b** c", (Text("a "), Strong((Text("b"),)), Text(" c"))),
        ("*b*", (Emphasis((Text("b"),)),)),
        ("**`b`**", (Strong((Code("b"),)),)),
        ("`a_b` and $x$", (Code("a_b"), Text(" and "), Math(Letter("x")))),
        (r"is \value{0}.", (Text("is "), Given(Number(7)), Text("."))),
        (r"a\_b \* c", (Text("a_b * c"),)),
        ("", ()),
    ],
)
def test_a_line_is_read(text: str, parts: tuple[Inline, ...]) -> None:
    assert read_line(text, [Number(7)]) == parts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[words](address)", "line 1: link is not part of the subset of Markdown"),
        ("![words](address)", "line 1: image"),
        ("words\n\nand <b>more</b>", "line 3: HTML"),
        ("<div>\n</div>", "line 1: html block"),
        ("words\n\n---", "line 3: a rule"),
        ("> words", "line 1: blockquote"),
        ("words  \nmore", "line 1: a break of the line"),
        ("words\n\n    code", "line 3: indented code"),
        ("| a |\n| :-: |\n| b |", "aligned columns"),
        (r"`\value{0}`", "a value has no place in code"),
        (r"\value{1}", "line 1: the text has 1 values, but number 1 is named"),
        (r"a $\foo$", r"line 1, \$\\foo\$, character 1: "),
        ("words\n\n$$\n\\foo\n$$", r"line 3, \$\\foo\$, character 1: "),
    ],
)
def test_what_is_not_part_of_the_subset_is_refused_with_its_line(text: str, says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        read_markdown(text, [Number(7)])


@pytest.mark.parametrize("text", ["# heading", "- item", "one\n\ntwo", "$$\nx\n$$"])
def test_a_line_is_one_paragraph(text: str) -> None:
    with pytest.raises(RefusedError, match="one line was needed"):
        read_line(text)


PIECES = st.sampled_from(
    ["word", " ", "`code`", "$x_1$", r"\value{0}", "**b**", "`", "$", "*", "1. ", "- ", ".", "a_b"]
)


@given(st.lists(PIECES, max_size=7).map("".join))
def test_a_simple_line_is_read_as_the_parser_reads_it(text: str) -> None:
    try:
        simple = _simple_line(text, [Number(7)])
    except RefusedError:
        with pytest.raises(RefusedError):
            read_markdown(text, [Number(7)])
        return
    if simple is not None and text:
        assert read_markdown(text, [Number(7)]) == (Paragraph(simple),)


def test_no_slip_needs_the_parser_of_markdown() -> None:
    for path in sorted((ROOT / "problems" / "rules").glob("*.toml")):
        for slip, texts in tables_in(path).get("slips", {}).items():
            for language in LANGUAGES:
                assert _simple_line(texts[language], ()) is not None, (slip, language)


def test_reading_plain_words_loads_no_parser() -> None:
    program = (
        "import sys; from grader.document.markdown import read_line; "
        "read_line('words, `code` and $x$'); print('markdown_it' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"


def test_a_figure_is_a_picture_with_its_words() -> None:
    drawn = figure("grid", alt=r"the map of `q` with \value{0}", cells=[[1, 2]])
    (block,) = read_markdown("```figure\n0\n```", (Number(3),), (drawn,))
    assert isinstance(block, Picture)
    assert block.drawing is drawn.drawing
    assert block.alt == (Text("the map of "), Code("q"), Text(" with "), Given(Number(3)))


@pytest.mark.parametrize("number", ["1", "x", ""])
def test_a_figure_that_is_not_there_is_refused(number: str) -> None:
    drawn = figure("grid", alt="", cells=[[1]])
    with pytest.raises(RefusedError, match="the text has 1 figures, but got"):
        read_markdown(f"```figure\n{number}\n```", (), (drawn,))
