"""How the page reads what is typed: as the grader does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from grader.answers.answer import NoValue, read_answer, suited
from grader.answers.notation import in_notation
from grader.answers.outcome import Outcome
from grader.render.interactive.readings import blank_of, reader, sentences, tables
from grader.report.wording import sentence
from grader.sheet.sheet import draw_sheet
from problems.catalogue import folder
from problems.forms import shape_of
from problems.sentences import LANGUAGES, Language
from tests.families.planted import planted
from tests.services.browser import chromium
from tests.services.pages import field, opened, readings, saved
from tests.services.typed_answers import Typed, typed_answers


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody who has not been here yet."""
    made = browser.new_context(accept_downloads=True)
    yield made
    made.close()


def expected(typed: Typed, language: Language) -> dict[str, Any]:
    """What the grader makes of a text, and says of it."""
    (problem, asked), text = typed
    true, texts = problem.variant.truth[asked.name], folder(problem.variant.family.key)
    shape = shape_of(true) if asked.size_told else None
    answer = read_answer(asked.form, text, shape=shape, folder=texts)
    answer = suited(answer, true, size_told=asked.size_told)
    if not isinstance(answer, NoValue):
        return {"outcome": Outcome.READ.value, "told": in_notation(answer)}
    if answer.outcome is Outcome.UNANSWERED:
        return {"outcome": answer.outcome.value, "told": ""}
    remarks = [answer.remark, *([answer.hint] if answer.hint else [])]
    key = problem.variant.family.key
    told = " ".join(sentence(remark, key, language) for remark in remarks)
    return {"outcome": answer.outcome.value, "told": told}


NUMBER = re.compile(r"-?\d+\.\d+(?:e[-+]\d+)?")


def are_alike(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether the same is said; a value of exp or ln may differ in the last bits of a float.

    Browsers and C libraries each have their own of these functions.
    """
    if one == other:
        return True
    texts = [each["told"] for each in (one, other)]
    numbers = [[float(number) for number in NUMBER.findall(text)] for text in texts]
    is_near = numbers[0] == pytest.approx(numbers[1], rel=1e-14, abs=0)
    frames = {(each["outcome"], NUMBER.sub("", each["told"])) for each in (one, other)}
    return len(frames) == 1 and is_near


READ_ALL = """([rows, tables, sentences]) => {
  const grader = new Grader(tables);
  const wording = new Wording(sentences, { "read-as": "{read}" });
  return rows.map(([blank, text]) => {
    const answer = grader.read(blank, text);
    const isRead = answer.outcome === "read";
    const told = isRead ? inNotation(answer.value) : wording.reading(blank, answer);
    return { outcome: answer.outcome, told };
  });
}"""


@dataclass(frozen=True)
class TypedTable:
    """Typed answers, as the page gets them, and what the grader makes of each."""

    language: Language
    rows: list[tuple[dict[str, Any], str]]
    right: list[dict[str, str]]

    def read_by(self, program: str, page: Page) -> list[dict[str, str]]:
        """What a program of the page makes of each."""
        told = [self.rows, json.loads(tables()), dict(sentences(self.language))]
        found: list[dict[str, str]] = page.evaluate(
            f"(told) => {{\n{program}\nreturn ({READ_ALL})(told);\n}}", told
        )
        return found

    def differing(self, found: list[dict[str, str]]) -> list[Any]:
        """Those that are read otherwise."""
        each = zip(self.rows, found, self.right, strict=True)
        return [
            (blank["kind"], blank["shape"], text, page_says, grader_says)
            for (blank, text), page_says, grader_says in each
            if not are_alike(page_says, grader_says)
        ]


@cache
def typed_table(language: Language) -> TypedTable:
    with planted():
        typed = typed_answers()
        rows = [(blank_of(problem, asked, language), text) for (problem, asked), text in typed]
        return TypedTable(language, rows, [expected(each, language) for each in typed])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_reads_thousands_of_typed_answers_as_the_grader_does(
    language: Language, context: BrowserContext
) -> None:
    """And it says the same of those that it cannot read."""
    table = typed_table(language)
    assert table.differing(table.read_by(reader(), context.new_page())) == []
    of_each = [one["outcome"] for one in table.right]
    assert len(set(map(json.dumps, table.rows))) > 2_000
    assert min(of_each.count("read"), of_each.count("unreadable")) > 1_000
    assert {blank["kind"] for blank, _ in table.rows} == {
        *("integer", "rational", "decimal", "shape", "choice", "reasonedchoice", "expression")
    }


MUTANTS = {
    "a percent sign is lost": ("((${number})/100)", "(${number})"),
    "logarithms of zero": ("x <= 0) return", "x < 0) return"),
    "powers from the left": (
        "this.applied(sign, left, this.signed())",
        "this.applied(sign, left, this.atom())",
    ),
    "rounding half up": ("rounded % 2n === 1n", "true"),
    "a column stays one": ("includes(1) ? value.flat()", "includes(0) ? value.flat()"),
    "the answer comes first": ("[both, both.toReversed()]", "[both]"),
    "the floor is cut off": ("quotient - 1n : quotient", "quotient : quotient"),
    "a unit is no unit": ("!hint._NO_UNITS.includes", "hint._NO_UNITS.includes"),
    "words of JavaScript": ("Object.hasOwn(table, key) ? table[key] : undefined", "table[key]"),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_planted_mistake_in_the_reader_is_caught(mutant: str, context: BrowserContext) -> None:
    old, new = MUTANTS[mutant]
    program = reader().replace(old, new)
    assert program != reader()
    table = typed_table("en")
    try:
        found = table.read_by(program, context.new_page())
    except Error:
        return  # it has failed aloud
    assert table.differing(found) != []


def test_how_an_answer_is_read_is_told_while_it_is_typed(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = opened(context, saved(draw_sheet("3", ["cnn-table", "conv2d-backprop"], "en"), tmp_path))
    cell = page.get_by_label("conv1_shape output shape of conv1")
    told = field(page, "1-conv1_shape-reading")
    for keys, said in [("16", "read as: (16,)"), ("x24", "(16, 24)"), ("x24", "(16, 24, 24)")]:
        cell.press_sequentially(keys)
        expect(told).to_contain_text(said)
        assert told.get_attribute("data-state") == ("read" if "24, 24" in said else "unread")
    assert told.evaluate("(output) => output.htmlFor.value") == "1-conv1_shape"
    field(page, "1-conv1_params").fill("80 px")
    assert readings(page)[1] == (
        "unread: The text cannot be read: an operator or a comma was needed, but got 'px' at "
        "character 4; a product is written with *. Type the number without its unit: 80."
    )
