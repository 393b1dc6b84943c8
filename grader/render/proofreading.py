"""Proofreading: everything that is missing, broken or out of step in the texts, as one list.

Looked at are the sentences of families (``texts.toml``), of rules and of slips (``rules.toml``),
options, units and axes, the skeletons that say them, and what comes of it all: the problems of some
seeds of every level, and of the published examples, written with their solutions in every language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, nodes

from grader.document.markdown import read_line
from grader.document.refusal import RefusedError
from grader.render.statement import code, problem_document, statement
from grader.render.text import text
from grader.render.title import title
from grader.sheet.sheet import Problem
from problems.catalogue import family, family_keys, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, InCode
from problems.forms import Choice, Form, Integer, ReasonedChoice, Shape
from problems.glossary import out_of_step, prose_of
from problems.options import spellings
from problems.quantity import Given
from problems.sentences import (
    LANGUAGES,
    TABLES,
    Language,
    MissingTextError,
    check_name,
    rule_files,
    shared_files,
    slip_text,
    tables_in,
    texts_of,
    told_twice,
)
from problems.stream import Stream
from problems.variant import Variant, example_variant

Texts = Mapping[Language, str]

_SEEDS = 3
_PROPOSALS = 30
_WIDEST = 76
_QUOTES: Mapping[Language, str] = {"en": '"„«»', "hr": '"“«»', "pl": '"“«»', "ru": '"„“”'}
"""Quotes that are not those of each language."""
_LEFT_OVER = ("{{", "}}", "{%", "Undefined", "None")
_ALIKE = frozenset({"softmax", "ReLU", "px", "MAC"})
"""What is said in the same words everywhere."""


@dataclass(frozen=True)
class TextFault:
    """Something wrong with a text; shared ones have no family, and a structure no language."""

    family: str
    key: str
    language: Language | None
    what: str

    def __str__(self) -> str:
        where = " ".join(part for part in (self.family, self.key, self.language) if part)
        return f"{where}: {self.what}"


def proofread(keys: Iterable[str] | None = None) -> tuple[TextFault, ...]:
    """What is wrong with the texts of some families (of all), and with those that all share."""
    found = list(_of_shared_texts())
    for key in family_keys() if keys is None else keys:
        found += _of_family(key)
    return tuple(dict.fromkeys(found))


def _of_shared_texts() -> Iterator[TextFault]:
    for path in shared_files():
        yield from _of_sentences("", tables_in(path))
    for key, one, other in told_twice():
        yield TextFault("", key, None, f"it is told in {one.name} and in {other.name}")
    shared = {path for path in rule_files(Path()) if path.parent.name == "rules"}
    for path in sorted(shared):
        yield from _of_rules("", path)


def _of_family(key: str) -> Iterator[TextFault]:
    where = folder(key)
    yield from _of_rules(key, where / "rules.toml")
    yield from _of_sentences(key, texts_of(where))
    yield from _of_skeleton(key, where)
    yield from _of_variants(key)


def _of_sentences(key: str, tables: Mapping[str, Any]) -> Iterator[TextFault]:
    for name, texts in sentences_in(tables):
        for language, what in faults_of(texts):
            yield TextFault(key, name, language, what)


def _of_rules(key: str, path: Path) -> Iterator[TextFault]:
    for name, texts in sentences_in(tables_in(path)):
        for language, what in faults_of(texts):
            yield TextFault(key, name, language, what)
        if name.startswith("slips."):
            for language, sentence in texts.items():
                if not _is_clause(sentence):
                    what = "a slip is a clause: it goes on a sentence, without a capital or a stop"
                    yield TextFault(key, name, language, what)


def sentences_in(tables: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Texts]]:
    """All sentences of some tables with their dotted keys; formulas are none."""
    for key, table in tables.items():
        if not isinstance(table, Mapping):
            continue
        if any(isinstance(text, str) for text in table.values()) and not set(table) - {
            *LANGUAGES,
            *(name for name, text in table.items() if isinstance(text, str) and len(name) == 2),
        }:
            yield f"{above}{key}", table
        else:
            yield from sentences_in(table, f"{above}{key}.")


# -- one sentence in its languages -----------------------------------------------------------------


def faults_of(texts: Texts) -> Iterator[tuple[Language | None, str]]:
    """What is wrong with one sentence in its languages, whatever it is about."""
    for language in LANGUAGES:
        if not texts.get(language, "").strip():
            yield language, "nothing is said"
    for unknown in sorted(set(texts) - set(LANGUAGES)):
        yield None, f"{unknown!r} is no language of sheets"
    texts = {language: texts[language] for language in LANGUAGES if language in texts}
    for language, sentence in texts.items():
        yield from ((language, what) for what in _faults_in(sentence, language))
    yield from _untranslated(texts)
    yield from out_of_step(texts)


def _faults_in(sentence: str, language: Language) -> Iterator[str]:
    if found := [quote for quote in _QUOTES.get(language, "") if quote in prose_of(sentence)]:
        yield f"{' '.join(found)} are not the quotes of the language"
    try:
        if list(Environment().parse(sentence).find_all(_STRUCTURE)):
            yield "a sentence has no conditions and no loops: they are the skeleton's"
    except TemplateError as error:
        yield f"it cannot be read: {error}"
        return
    try:
        read_line(re.sub(r"\{\{.*?\}\}", "1", sentence))
    except RefusedError as error:
        yield f"it cannot be read: {error}"


_STRUCTURE = (nodes.If, nodes.For, nodes.CondExpr, nodes.Macro, nodes.Assign, nodes.Block)


def _untranslated(texts: Texts) -> Iterator[tuple[Language, str]]:
    prose = {language: prose_of(text).strip() for language, text in texts.items()}
    for one, other in combinations(texts, 2):
        if texts[one] == texts[other] and _is_prose(prose[one]):
            yield other, f"it is said in the words of {one!r}"
    for language, said in prose.items():
        has_cyrillic = re.search("[а-яё]", said, re.IGNORECASE) is not None
        if has_cyrillic and language != "ru":
            yield language, "Cyrillic letters are for Russian, and for nothing else"
        if language == "ru" and not has_cyrillic and _is_prose(said):
            yield language, "it is not in Russian"


def _is_prose(said: str) -> bool:
    """Whether there are words that could be translated."""
    words = re.findall(r"[^\W\d_]{2,}", said)
    return any(word not in _ALIKE for word in words)


def _is_clause(text: str) -> bool:
    first = prose_of(text).lstrip()[:1]
    starts_low = not first.isupper() or text.startswith(("ReLU", "NumPy", "PyTorch"))
    return starts_low and text[-1:] not in ".:;,"


# -- the skeleton of a family ----------------------------------------------------------------------


def _of_skeleton(key: str, where: Path) -> Iterator[TextFault]:
    """Blocks that are missing, sentences that are not there, and those that nothing says."""
    path = where / "statement.md.j2"
    if not path.exists():
        yield TextFault(key, "statement.md.j2", None, "the family has no skeleton of its statement")
        return
    try:
        skeleton = Environment().parse(path.read_text(encoding="utf-8"))
    except TemplateError as error:
        yield TextFault(key, "statement.md.j2", None, f"it cannot be read: {error}")
        return
    blocks = {block.name for block in skeleton.find_all(nodes.Block)}
    wanted = {"title", "statement"} | ({"docstring"} if family(key).kind == "code" else set())
    for name in sorted(wanted - blocks):
        yield TextFault(key, "statement.md.j2", None, f"there is no block {name!r}")
    said = [_keys_of(call.args[0]) for call in skeleton.find_all(nodes.Call) if _says(call)]
    exact = {name for keys in said for name in keys if not name.endswith("*")}
    begun = tuple(name[:-1] for keys in said for name in keys if name.endswith("*"))
    own = {
        n for n, _ in sentences_in({k: v for k, v in texts_of(where).items() if k not in TABLES})
    }
    for name in sorted(exact - own):
        yield TextFault(key, name, None, "the skeleton says it, but there is no such sentence")
    for name in sorted(own - exact):
        if not name.startswith(begun):
            yield TextFault(key, name, None, "the skeleton never says this sentence")


def _says(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name == "say" and bool(call.args)


def _keys_of(expression: nodes.Expr) -> list[str]:
    """The keys that an expression can come to; one that ends with ``*`` is only begun."""
    match expression:
        case nodes.Const():
            return [str(expression.value)]
        case nodes.CondExpr():
            other = expression.expr2
            return _keys_of(expression.expr1) + ([] if other is None else _keys_of(other))
        case nodes.Concat():
            return [f"{name}*" for name in _keys_of(expression.nodes[0])]
        case nodes.Add():
            return [f"{name}*" for name in _keys_of(expression.left)]
    return ["*"]


# -- what comes of it ------------------------------------------------------------------------------


@cache
def _variants(key: str) -> tuple[Variant, ...]:
    drawn = [draw_variant(key, level, str(seed)) for level in LEVELS for seed in range(_SEEDS)]
    return (*(example_variant(key, name) for name in family(key).examples), *drawn)


def _proposals(key: str) -> Iterator[Variant]:
    """Many variants as they are proposed, sound or not: rare blanks and checks are among them."""
    for level in LEVELS:
        for seed in map(str, range(_PROPOSALS)):
            drawn = family(key).draw(Stream(seed, f"{key}/{level}"), level)
            yield Variant(family(key), level, seed, drawn)


def _of_variants(key: str) -> Iterator[TextFault]:
    """What is missing or differs in the problems that are written; each fault is told once."""
    told: set[tuple[Language | None, str]] = set()
    for variant in _variants(key):
        for name, language, what in _of_variant(key, variant):
            if (language, what) not in told:
                told.add((language, what))
                yield TextFault(key, name, language, what)
    yield from _read_alike(key)
    yield from _unused(key)


def _read_alike(key: str) -> Iterator[TextFault]:
    """Parameters that the statement keeps to itself: one of each level is told."""
    drawn: dict[str, Variant] = {}
    told: set[str] = set()
    for variant in _proposals(key):
        problem = Problem("1", variant)
        try:
            said = f"{title(problem, 'en')}\n{text(statement(problem, 'en'), 100)}"
        except (MissingTextError, RefusedError, TemplateError):
            continue  # which is told where it is written
        other = drawn.setdefault(f"{variant.level}\n{said}", variant)
        if other.parameters != variant.parameters and variant.level not in told:
            told.add(variant.level)
            what = f"its seeds {other.seed} and {variant.seed} differ, but their statements do not"
            yield TextFault(key, variant.level, None, what)


def _of_variant(key: str, variant: Variant) -> Iterator[tuple[str, Language | None, str]]:
    problem = Problem("1", variant)
    where = f"{variant.level}, seed {variant.seed}"
    written: dict[Language, str] = {}
    for language in LANGUAGES:
        try:
            written[language] = _written(problem, language)
            _names_of(key, variant, language)
        except (MissingTextError, RefusedError, TemplateError) as error:
            yield where, language, str(error)
    yield from ((where, None, what) for what in _untypable(key, variant))
    yield from (
        (where, language, what) for language in written for what in _too_wide(problem, language)
    )
    for language, said in written.items():
        if found := [token for token in _LEFT_OVER if token in said]:
            yield where, language, f"{found} was left in the text"
        if differing := _numbers(said) ^ _numbers(written.get("en", said)):
            yield where, language, f"its numbers differ from the English ones: {sorted(differing)}"


def _too_wide(problem: Problem, language: Language) -> Iterator[str]:
    """Lines of programs that do not fit a terminal, where a solution is indented by four."""
    if isinstance(problem.variant.family.task, InCode):
        for program in ("starter.py.j2", "solution.py.j2"):
            for line in code(problem, language, program).splitlines():
                if len(line) > _WIDEST:
                    yield f"a line of {program} is longer than {_WIDEST} characters: {line.strip()}"


def _written(problem: Problem, language: Language) -> str:
    document = problem_document(problem, language, solution=True)
    said = [title(problem, language), text(document, 100)]
    if isinstance(problem.variant.family.task, InCode):
        said.append(code(problem, language, "starter.py.j2"))
    return "\n".join(said)


def _names_of(key: str, variant: Variant, language: Language) -> None:
    """Asks for the name of every check and slip, and so raises where one is missing."""
    where, task = folder(key), variant.family.task
    if isinstance(task, ByHand):
        slips = set(variant.working.slip_keys)
    else:
        seen = [seen for check in variant.checks for seen in check.probe.observations]
        slips = {slip.key for each in seen for slip in each.rule.slips}
        slips |= {style.slip for style in variant.style}
        for name in (*(check.name for check in variant.checks), *(s.name for s in variant.style)):
            check_name(key, name, language)
    for slip in sorted(slips):
        slip_text(where, slip, language)


def _untypable(key: str, variant: Variant) -> Iterator[str]:
    """Options whose words cannot be typed, or stand for two of them."""
    for form in _forms(variant):
        if isinstance(form, Choice | ReasonedChoice):
            try:
                spellings(folder(key), form.options)
            except MissingTextError:
                continue  # which is told where it is written
            except ValueError as error:
                yield str(error)


def _numbers(said: str) -> set[tuple[str, int]]:
    """Every number with how often it occurs, outside of code."""
    return set(Counter(re.findall(r"\d+(?:\.\d+)?", said)).items())


def _unused(key: str) -> Iterator[TextFault]:
    """Names of blanks, tables, checks, options, units and axes that no problem asks for."""
    used: dict[str, set[str]] = {table: set() for table in TABLES}
    for variant in (*_variants(key), *_proposals(key)):
        for table, name in _names_used(variant):
            used[table].add(name)
    for variant in _variants(key):
        if isinstance(variant.family.task, ByHand):  # a word may lie between, and not be asked for
            used["options"] |= {word for word in variant.truth.values() if isinstance(word, str)}
    for table, names in used.items():
        for name in sorted(set(texts_of(folder(key)).get(table, {})) - names):
            yield TextFault(key, f"{table}.{name}", None, "no problem asks for it")


def _names_used(variant: Variant) -> Iterator[tuple[str, str]]:
    """The tables of ``texts.toml`` that a variant looks into, and what for."""
    if isinstance(variant.family.task, InCode):
        yield from (("checks", check.name) for check in variant.checks)
        yield from (("checks", style.name) for style in variant.style)
        return
    yield from (("blanks", asked.meaning) for asked in variant.working.asked)
    yield from (("blanks", told.meaning) for told in variant.working.told.values())
    given = (one for one in variant.working if isinstance(one, Given))
    yield from (("data", one.meaning) for one in given if one.meaning)
    for table in variant.working.tables:
        yield from (("tables", name) for name in (table.key, *table.rows, *table.columns))
    for form in _forms(variant):
        match form:
            case Integer(unit=unit):
                yield "units", unit
            case Shape(axes=axes):
                yield from (("axes", axis.strip()) for axis in axes.split(","))
            case Choice(options=options):
                yield from (("options", option) for option in options)
            case ReasonedChoice(options=options, reasons=reasons):
                yield from (("options", option) for option in (*options, *reasons))


def _forms(variant: Variant) -> tuple[Form, ...]:
    if isinstance(variant.family.task, InCode):
        return ()
    return tuple(asked.form for asked in variant.working.asked)


assert set(LANGUAGES) == set(_QUOTES)
