"""Typed answers for all kinds of blanks: those of the tests of reading, and drawn ones."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

from grader.sheet.sheet import Problem
from problems.catalogue import family_keys, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand
from problems.forms import Choice, Expression, Integer, ReasonedChoice, Shape, shape_of
from problems.options import spellings
from problems.working import Asked

READING = Path(__file__).parents[1] / "grader" / "answers"
SIGNS = "0123456789.,;/-+*^()[]{} x×e½²%|=≈√'\"\n…−а"

ODD = (
    *("constructor", "__proto__", "toString(2)", "valueOf, b", "yes, hasOwnProperty", "İ", "ẞ, ſ"),
    *("12345.25", "floor(-1/2)", "-7//2"),
)
"""Words of JavaScript's own, letters that become two, and what is rounded down or to even."""

Blank = tuple[Problem, Asked]
Typed = tuple[Blank, str]


def blanks() -> list[Blank]:
    """One blank of each form and size that the families ask for, in their order.

    With the families of the tests in the catalogue there are all forms.
    """
    found: dict[Any, Blank] = {}
    for key in family_keys():
        for level in LEVELS:
            problem = Problem("1", draw_variant(key, level, "3"))
            if not isinstance(problem.variant.family.task, ByHand):
                continue
            for asked in problem.variant.working.asked:
                size = shape_of(problem.variant.truth[asked.name]) if asked.size_told else None
                own = key if isinstance(asked.form, Choice | ReasonedChoice) else ""
                found.setdefault((asked.form, size, own), (problem, asked))
    return list(found.values())


def texts_of_tests() -> list[str]:
    """Every text in the tests of reading, most of which are typed answers."""
    found: dict[str, None] = {}
    for path in sorted(READING.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found[node.value] = None
    return [text for text in found if len(text) <= 3_000]


def typed_answers(seed: int = 7) -> list[Typed]:
    """Texts with the blanks that they are typed into, the same ones each time."""
    draw = random.Random(seed)
    all_blanks = blanks()
    made: list[Typed] = []
    for text in texts_of_tests():
        made += [(blank, text) for blank in draw.sample(all_blanks, 3)]
    made += [(blank, text) for blank in all_blanks for text in ODD]
    for blank in all_blanks:
        for _ in range(24):
            text = drawn(blank, draw)
            made += [(blank, text), (blank, drawn(blank, draw)), (blank, mutated(text, draw))]
    return made


def drawn(blank: Blank, draw: random.Random) -> str:
    """A text that may well be typed into a blank."""
    problem, asked = blank
    match asked.form:
        case Choice(options=options):
            known = [*spellings(folder(problem.variant.family.key), options)]
            word = draw.choice(known)
            return draw.choice(["", '"', "„"]) + draw.choice([word.upper(), word.title(), word])
        case ReasonedChoice(options=options) as form:
            known = [*spellings(folder(problem.variant.family.key), options)]
            both = [draw.choice(known), draw.choice([*form.letters, *form.reasons, "в", "F"])]
            draw.shuffle(both)
            return draw.choice([", ", " ", ": ", ") "]).join(both)
        case Expression(variables=variables):
            return formula(draw, [*variables], 3)
    numbers = [*map(str, shape_of(problem.variant.truth[asked.name]))]
    size = tuple(map(int, numbers)) if draw.random() < 0.9 else (2, draw.randint(1, 3))
    cell = draw.choice([whole, decimal, quotient, with_comma, surd, mixed])
    if isinstance(asked.form, Shape):
        return shape(size[0] if size else 1, draw)
    if isinstance(asked.form, Integer) and draw.random() < 0.5:
        return draw.choice(["{} px", "{}.", " {}", "{},", "{}k", "~{}", "{}\u00a0000"]).format(
            draw.randint(-50, 2000)
        )
    return draw.choice([in_lists, as_numpy, with_semicolons, in_rows])(size, cell, draw)


Cell = Callable[[random.Random], str]


def whole(draw: random.Random) -> str:
    return str(draw.randint(-30, 30))


def decimal(draw: random.Random) -> str:
    return draw.choice(["{:.3f}", "{:.2e}", "{:.1f}%", "{:.4g}", "≈{:.2f}"]).format(
        draw.uniform(-9, 99)
    )


def quotient(draw: random.Random) -> str:
    return f"{draw.randint(-9, 9)}{draw.choice('/÷')}{draw.randint(0, 9)}"


def with_comma(draw: random.Random) -> str:
    return decimal(draw).replace(".", ",")


def mixed(draw: random.Random) -> str:
    return draw.choice(["½", "-1¾", "2 1/3", "7", "10²", "3·10⁻²", "√2", "np.float64(0.5)"])


def surd(draw: random.Random) -> str:
    function = draw.choice(["ln", "exp", "sqrt", "np.log", "log2", "log10", "-exp", "√"])
    inner = Fraction(draw.randint(-2, 40), draw.randint(1, 9))
    return f"{function}({inner}){draw.choice(['', '*2', '/e', '^2', '+pi'])}"


def in_lists(size: tuple[int, ...], cell: Cell, draw: random.Random, between: str = ", ") -> str:
    if not size:
        return cell(draw)
    frame = draw.choice(["[{}]", "[{}]", "({})"])
    parts = [in_lists(size[1:], cell, draw, between) for _ in range(size[0])]
    return frame.format(between.join(parts))


def as_numpy(size: tuple[int, ...], cell: Cell, draw: random.Random) -> str:
    text = in_lists(size, cell, draw, " ").replace("] [", "]\n [")
    return draw.choice(["{}", "{}", "array({})", "tensor({}, dtype=torch.float64)"]).format(text)


def with_semicolons(size: tuple[int, ...], cell: Cell, draw: random.Random) -> str:
    return in_lists(size, cell, draw, draw.choice(["; ", " ; ", " | ", "] ["]))


def in_rows(size: tuple[int, ...], cell: Cell, draw: random.Random) -> str:
    text = in_lists(size, cell, draw, draw.choice(["\n", " ", ","]))
    return text.replace("[", "").replace("]", "")


def shape(axes: int, draw: random.Random) -> str:
    sizes = [str(draw.randint(1, 64)) for _ in range(axes)]
    between = draw.choice(["x", "×", " x ", ", ", " ", "*", "х", "; ", " @ "])
    text = between.join(sizes)
    return draw.choice(["{}", "({})", "[{}]", "torch.Size([{}])", "({},)", "None, {}"]).format(text)


def formula(draw: random.Random, variables: list[str], depth: int) -> str:
    if depth == 0 or draw.random() < 0.2:
        return draw.choice([*variables, str(draw.randint(0, 9)), "0.5"])
    one, other = (formula(draw, variables, depth - 1) for _ in range(2))
    patterns = ["({} + {})", "({} - {})", "{}*{}", "{}/{}", "{}//{}", "⌊{}⌋ + {}", "-({}) - {}"]
    more = ["ceil({}) {}", "{}² + {}", "floor({}/{})", "{}^2 − {}", "{}**-1*{}", "({}){}"]
    return draw.choice([*patterns, *more]).format(one, other)


def mutated(text: str, draw: random.Random) -> str:
    """A text with a sign too many, or too few, or another one."""
    at, sign = draw.randrange(len(text) + 1), draw.choice(SIGNS)
    return text[:at] + draw.choice([sign + text[at:], text[at + 1 :], sign + text[at + 1 :]])
