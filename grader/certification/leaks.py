"""Whether a statement gives an answer away.

Numbers are looked at over many variants, on which chance has no part: one of a statement that is
always the answer, and is none of the numbers that were drawn, is there because somebody has worked
it out. A formula stands in no statement by chance.
"""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator, Sequence
from itertools import groupby

from grader.certification.fault import Fault, Kind
from grader.certification.specimen import Specimen
from grader.document.formula import Formula as Part
from grader.document.formula import Sign, parts_of, row_of, side_by_side
from grader.document.nodes import (
    Code,
    CodeBlock,
    Display,
    Document,
    Emphasis,
    Heading,
    Inline,
    Items,
    Math,
    Paragraph,
    Picture,
    Strong,
    Table,
)
from grader.document.typeset import formula_of
from grader.render.figures.svg import written_in
from grader.render.linear import linear
from grader.render.statement import code, statement
from grader.sheet.sheet import Problem
from problems.family import LEVELS, ByHand, Family, InCode
from problems.formula import Formula, Operation
from problems.variant import Variant

ENOUGH = 8
"""Variants on which an answer has to be found before it is called given away."""

_TELLING = 3
"""Digits of an answer that does not stand in a statement by chance, where its place varies."""

_TELLING_LINE = 12
"""Characters of a line of a program, blanks apart, that does not stand in a comment by chance."""

_DIFFERENT = 3
"""Values that it has to take among them: one that never changes may be there by chance."""


def faults_over(chosen: Family, specimens: Sequence[Specimen]) -> Iterator[Fault]:
    """Blanks whose answer stands in the statement, or in the format of another blank."""
    for level in LEVELS:
        own = [s for s in specimens if s.level == level and not s.example]
        names = dict.fromkeys(name for s in own for name in s.sequences)
        for name in names:
            asking = [s for s in own if name in s.sequences]
            if _is_given_away(name, asking):
                text = f"the answer to {name} stands in the statement on all variants"
                yield Fault(Kind.LEAK, chosen.key, text, level=level)


def _is_given_away(name: str, asking: Sequence[Specimen]) -> bool:
    if len(asking) < ENOUGH:
        return False
    answers = [s.sequences[name] for s in asking]
    if len(set(answers)) < _DIFFERENT:
        return False
    if all(_places(answer, s.given) for answer, s in zip(answers, asking, strict=True)):
        return False  # it is a matter of finding it among what is given
    places = [_places(answer, s.numbers) for answer, s in zip(answers, asking, strict=True)]
    if len({len(s.numbers) for s in asking}) == 1:
        return bool(set.intersection(*places))
    return all(places) and all(len("".join(answer)) >= _TELLING for answer in answers)


def _places(answer: Sequence[str], numbers: Sequence[str]) -> set[int]:
    """Where a sequence of numbers stands in a longer one."""
    width = len(answer)
    return {
        place
        for place in range(len(numbers) - width + 1)
        if tuple(numbers[place : place + width]) == tuple(answer)
    }


# -- formulas --------------------------------------------------------------------------------------


def formulas_given_away(variant: Variant) -> Iterator[tuple[Kind, str]]:
    """Formulas that are asked for and stand in the statement, on a side of an equation or alone."""
    if not isinstance(variant.family.task, ByHand):
        return
    asked = {each.name: variant.truth[each.name] for each in variant.working.asked}
    formulas = {
        name: true
        for name, true in asked.items()
        if isinstance(true, Formula) and isinstance(true.tree, Operation)
    }
    if not formulas:
        return
    said = {_packed(text) for text in _formulas_in(statement(Problem("1", variant), "en"))}
    for name, true in formulas.items():
        if not said.isdisjoint({_packed(str(true)), _packed(linear(formula_of(true)))}):
            yield Kind.LEAK, f"the answer to {name} stands in the statement: {true}"


def program_given_away(variant: Variant) -> Iterator[tuple[Kind, str]]:
    """Lines of the model program that the frame of a code family has in its comments or texts.

    A frame whose program earns marks is found by handing it in.
    """
    if not isinstance(variant.family.task, InCode):
        return
    problem = Problem("1", variant)
    frame, model = (code(problem, "en", f"{name}.py.j2") for name in ("starter", "solution"))
    for line in lines_given_away(frame, model):
        yield Kind.LEAK, f"the frame has a line of the model solution in a comment: {line}"


def lines_given_away(frame: str, model: str) -> Iterator[str]:
    """The lines of a model program that comments or texts of a frame repeat.

    Lines such as ``return out``, which say nothing of the exercise, may stand there by chance.
    """
    told = {_packed(line.strip(" \t#>.")) for line in _unread_lines(frame)}
    docstrings = {_packed(line.strip(" \t#>.")) for line in _unread_lines(model)}
    for line in model.splitlines():
        packed = _packed(line)
        if len(packed) >= _TELLING_LINE and packed in told - docstrings:
            yield line.strip()


def _unread_lines(program: str) -> Iterator[str]:
    """The lines of the comments and texts of a program, which do nothing when it runs."""
    for token in tokenize.generate_tokens(io.StringIO(program).readline):
        if token.type in {tokenize.COMMENT, tokenize.STRING}:
            yield from token.string.splitlines()


def _packed(formula: str) -> str:
    """A formula without what may be left out of it: blanks, and the dots of products."""
    return "".join(formula.split()).replace("·", "")


def _formulas_in(blocks: Document) -> Iterator[str]:
    """The sides of all formulas in a document, as lines, and all code."""
    for block in blocks:
        match block:
            case Display():
                yield from _sides(block)
            case CodeBlock(text=text):
                yield from text.splitlines()
            case Picture(drawing=drawing, alt=alt):
                yield from written_in(drawing)
                yield from _formulas_in_line(alt)
            case Items(items=items):
                for item in items:
                    yield from _formulas_in(item)
            case Table(head=head, rows=rows):
                for row in (head, *rows):
                    for cell in row:
                        yield from _formulas_in_line(cell)
            case Heading(inside=inside) | Paragraph(inside=inside):
                yield from _formulas_in_line(inside)


def _formulas_in_line(inside: Sequence[Inline]) -> Iterator[str]:
    for part in inside:
        match part:
            case Math():
                yield from _sides(part)
            case Code(text=text):
                yield text
            case Strong(inside=words) | Emphasis(inside=words):
                yield from _formulas_in_line(words)


def _sides(part: Math | Display) -> Iterator[str]:
    for formula in side_by_side(part.formula):
        for is_relation, side in groupby(parts_of(formula), _is_relation):
            if not is_relation:
                yield linear(row_of(tuple(side)))


def drawn_in(blocks: Document) -> Iterator[str]:
    """What stands in the figures of a document in letters and numbers, from the first on."""
    for block in blocks:
        match block:
            case Picture(drawing=drawing):
                yield from written_in(drawing)
            case Items(items=items):
                for item in items:
                    yield from drawn_in(item)


def _is_relation(part: Part) -> bool:
    return isinstance(part, Sign) and part.kind == "relation"
