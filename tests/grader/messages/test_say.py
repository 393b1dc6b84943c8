"""Messages: complete in every language, with the same names to fill in; none missing, none idle."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.core import Locale

from grader.answers.outcome import Outcome
from grader.messages.say import messages as messages_of
from grader.messages.say import say, to_fill_in
from problems import mix_ups
from problems.languages import locale_of
from problems.sentences import LANGUAGES, Language

GRADER = Path(__file__).resolve().parents[3] / "grader"
SAY = "say"
REMARKS = frozenset({"Remark", "UnsuitableError"})
"""What is called with the key of a remark."""

Messages = Mapping[str, Mapping[str, Mapping[str, str]]]


def messages() -> Messages:
    told: dict[str, dict[str, Mapping[str, str]]] = {}
    for path in sorted((GRADER / "messages").glob("*.toml")):
        for table, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items():
            twice = told.setdefault(table, {}).keys() & sentences.keys()
            assert not twice, f"{path.name} has sentences of another file: {sorted(twice)}"
            told[table].update({key: in_a_form(texts) for key, texts in sentences.items()})
    return told


def in_a_form(texts: Mapping[str, Any]) -> Mapping[str, str]:
    """A text in its languages; of one that has plural forms the one that all languages have."""
    return {
        language: text if isinstance(text, str) else text["other"]
        for language, text in texts.items()
    }


def plural_forms() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """The texts that have plural forms: key, language and forms."""
    for path in sorted((GRADER / "messages").glob("*.toml")):
        for table, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for key, texts in sentences.items():
                for language, text in texts.items():
                    if not isinstance(text, str):
                        yield f"{table}.{key}", language, text


def test_a_text_with_plural_forms_has_all_of_its_language_and_fills_in_the_same() -> None:
    found = [*plural_forms()]
    assert {language for _, language, _ in found} == {*LANGUAGES}
    for key, language, forms in found:
        assert {*forms} == {*Locale.parse(locale_of(language)).plural_form.tags, "other"}, key
        assert len({tuple(placeholders(text)) for text in forms.values()}) == 1, key


def sources() -> list[ast.Module]:
    """All of the grader, and the mix-ups, whose keys are those of what is said about them."""
    files = [*sorted(GRADER.rglob("*.py")), Path(mix_ups.__file__)]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in files]


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def faults_in(told: Messages) -> Iterator[str]:
    """Keys that lack a language, say nothing in it, or name something else to fill in."""
    for table, keys in told.items():
        for key, texts in keys.items():
            if set(texts) != set(LANGUAGES):
                yield f"{table}.{key}: the languages are {sorted(texts)}"
            if empty := [language for language, text in texts.items() if not text.strip()]:
                yield f"{table}.{key}: nothing is said in {empty}"
            if len({tuple(placeholders(text)) for text in texts.values()}) > 1:
                names = {language: placeholders(text) for language, text in texts.items()}
                yield f"{table}.{key}: the placeholders differ: {names}"


def strings_in(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def calls_of(names: frozenset[str], tree: ast.AST) -> Iterator[tuple[ast.Call, ast.AST]]:
    """The calls of some names, each with the innermost function that it stands in."""

    def walk(node: ast.AST, inside: ast.AST) -> Iterator[tuple[ast.Call, ast.AST]]:
        if isinstance(node, ast.FunctionDef | ast.Module):
            inside = node
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node, inside
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inside)

    return walk(tree, tree)


def keys_named_by(argument: ast.expr, inside: ast.AST) -> set[str]:
    """The texts that an argument may be: a text, a choice of texts, or a variable set to one."""
    match argument:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=orelse):
            return keys_named_by(body, inside) | keys_named_by(orelse, inside)
        case ast.Name(id=name):
            values = [
                node.value
                for node in ast.walk(inside)
                if isinstance(node, ast.Assign)
                and any(isinstance(t, ast.Name) and t.id == name for t in node.targets)
            ]
            return {key for value in values for key in keys_named_by(value, inside)}
    return set()


def missing_from(told: Messages, trees: Sequence[ast.Module]) -> Iterator[str]:
    """Keys that the source names and that are not there."""
    known = {f"{table}.{key}" for table, keys in told.items() for key in keys}
    for tree in trees:
        for call, inside in calls_of(frozenset({SAY}), tree):
            if len(call.args) > 1:
                yield from keys_named_by(call.args[1], inside) - known
        for call, inside in calls_of(REMARKS, tree):
            for key in keys_named_by(call.args[0], inside):
                if not known & {f"remark.{key}", f"incident.{key}"}:
                    yield f"remark.{key}"


def unused_in(told: Messages, trees: Sequence[ast.Module]) -> Iterator[str]:
    """Keys that no source names, be it whole or in parts (``f"outcome.{outcome}"``)."""
    strings = {text for tree in trees for text in strings_in(tree)}
    for table, keys in told.items():
        in_parts = bool({table, f"{table}."} & strings)
        for key in keys:
            if f"{table}.{key}" not in strings and not (in_parts and key in strings):
                yield f"{table}.{key}"


def test_every_message_has_every_language_and_the_same_placeholders() -> None:
    faults = list(faults_in(messages()))
    assert not faults, "\n".join(faults)


def test_a_table_that_is_read_alone_is_that_of_the_files_as_a_whole() -> None:
    whole = messages()
    alone = {
        table: {key: in_a_form(texts) for key, texts in messages_of(table).items()}
        for table in whole
    }
    assert alone == whole


def test_no_message_that_the_source_names_is_missing() -> None:
    assert sorted(missing_from(messages(), sources())) == []


def test_no_message_is_idle() -> None:
    assert sorted(unused_in(messages(), sources())) == []


def test_every_outcome_has_a_name() -> None:
    assert set(messages()["outcome"]) == {outcome.value for outcome in Outcome}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_filled_in(language: Language) -> None:
    for table, keys in messages().items():
        for key, texts in keys.items():
            details = {name: f"<{name}>" for name in placeholders(texts[language])}
            filled = say(language, f"{table}.{key}", count=5, **details)
            assert all(filled.count(detail) for detail in details.values())


# Each check is seen to fail on a message or a source with one fault.

GOOD: Messages = {
    "remark": {
        "crash": {"en": "{what} failed", "hr": "pad: {what}", "pl": "{what}", "ru": "{what}"}
    }
}
SOURCE = """
def explained(place):
    key = "crash" if place else "crash-somewhere"
    return Remark(key, {})
"""


def with_text(language: Language, text: str) -> Messages:
    return {"remark": {"crash": {**GOOD["remark"]["crash"], language: text}}}


def test_a_good_message_has_no_fault() -> None:
    assert list(faults_in(GOOD)) == []


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        (with_text("hr", "pad: {waht}"), "the placeholders differ"),
        (with_text("pl", "{what} {what}"), "the placeholders differ"),
        (with_text("ru", "сбой"), "the placeholders differ"),
        (with_text("ru", " "), "nothing is said in"),
        ({"remark": {"crash": {"en": "It failed"}}}, "the languages are"),
    ],
)
def test_a_planted_fault_of_a_message_is_seen(planted: Messages, fault: str) -> None:
    assert any(fault in told for told in faults_in(planted))


def test_a_message_that_the_source_names_in_a_choice_is_missed() -> None:
    assert list(missing_from(GOOD, [ast.parse(SOURCE)])) == ["remark.crash-somewhere"]


def test_a_message_that_the_source_says_is_missed() -> None:
    said = ast.parse('say(language, "sheet.title" if first else "remark.crash")')
    assert list(missing_from(GOOD, [said])) == ["sheet.title"]


def test_a_message_that_no_source_names_is_idle() -> None:
    elsewhere = ast.parse('say(language, f"outcome.{each}", "crash")')
    assert list(unused_in(GOOD, [elsewhere])) == ["remark.crash"]
    named = ast.parse('say(language, f"remark.{key}"); Remark("crash")')
    assert list(unused_in(GOOD, [named])) == []


def test_a_sentence_is_had_before_it_is_filled_in_too() -> None:
    assert to_fill_in("en", "page.read-as") == "read as: {read}"
    with pytest.raises(TypeError, match=re.escape("sheet.points has plural forms")):
        to_fill_in("en", "sheet.points")
