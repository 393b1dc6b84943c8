r"""Texts of a family: Jinja2 templates, in which values stay values.

A family's ``statement.md.j2`` has the structure and the conditions of its statement, once; its
sentences are in ``texts.toml`` beside it (see ``problems.sentences``) and come in by
``{{ say("key") }}``. The text that comes out is Markdown with TeX between dollars. An expression
that is not text, such as ``{{ stride }}`` or ``{{ x | matrix }}``, is kept as a value. The
text refers to it by ``\value{3}``, in prose and in formulas; each output writes it in its own way.

A template that names what is not there is an error, never a hole in a sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    Undefined,
    nodes,
    pass_context,
)
from jinja2.runtime import Context

from problems.compiled import Compiled
from problems.figures import FIGURE, Figure, figure
from problems.kit import TEMPLATES
from problems.sentences import (
    Language,
    MissingTextError,
    blank_text,
    datum_text,
    sentence,
    table_text,
)
from problems.titles import IS_TEMPLATE
from problems.values import Source, Value, as_number, as_product, as_shape, as_tensor, value_of

_OWN_NAMES = frozenset({"say", "folder", "language", "values"})


_READ_BY: dict[str, Any] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "autoescape": False,  # Markdown and Python, never HTML
    "optimized": False,  # no filter is applied before a template is used: it may have changed
}


@dataclass(frozen=True)
class Shown:
    """An input of a rule as its formula names it: by its symbol where it has one, or by its value.

    In the formula ``value`` is at hand for what depends on it: ``{% if groups.value > 1 %}``.
    """

    symbol: str | None
    value: Any


@dataclass(frozen=True)
class _Values:
    """The values and figures of one text, in the order in which it refers to them."""

    found: list[Value] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def refer(self, value: Any) -> str:
        if isinstance(value, Figure):
            self.figures.append(value)
            return f"\n\n```{FIGURE}\n{len(self.figures) - 1}\n```\n\n"
        self.found.append(value_of(value))
        return rf"\value{{{len(self.found) - 1}}}"


@pass_context
def _finalize(context: Context, given: Any) -> str:
    """What stands in the text for the value of an expression."""
    if isinstance(given, Undefined):
        return str(given)  # which raises
    if isinstance(given, Shown):
        if given.symbol is not None:
            return f"{{{given.symbol}}}"
        given = given.value
    if isinstance(given, str):
        return given
    values: _Values = context["values"]
    return values.refer(given)


@pass_context
def _say(context: Context, key: str, /, **handed: Any) -> str:
    """A sentence of the family, in the language of the text; it may name what is handed to it."""
    folder = context["folder"]
    text = sentence(folder, key, context["language"])
    if not _is_template(text):
        return text
    template = _template(folder, text)
    within = template.new_context({**context.get_all(), **handed}, shared=True)
    return "".join(template.root_render_func(within))


@cache
def _is_template(text: str) -> bool:
    return IS_TEMPLATE.search(text) is not None


@cache
def environment(folder: Path) -> Environment:
    """The templates of a folder whose text is a document."""
    found = _environment(folder, _finalize)
    found.globals.update(say=_say, figure=figure, folder=folder)
    found.filters.update(number=as_number, shape=as_shape, product=as_product)
    found.filters.update(matrix=as_tensor, tensor=as_tensor)
    return found


@cache
def programs(folder: Path) -> Environment:
    """The templates of a folder whose text is a program: values are written as Python has them.

    Those of kits are among them, with the kit in their name.
    """
    return _environment(folder)


def _environment(folder: Path, finalize: Callable[..., str] | None = None) -> Environment:
    return Environment(
        loader=FileSystemLoader([folder, TEMPLATES]),
        undefined=StrictUndefined,
        finalize=finalize,
        **_READ_BY,
        auto_reload=False,  # templates do not change meanwhile, and need not be looked at
        bytecode_cache=Compiled(folder, (*_READ_BY.items(), finalize is None)),
    )


@cache
def _template(folder: Path, text: str) -> Template:
    return environment(folder).from_string(text)


def _names(names: Mapping[str, Any], language: Language) -> tuple[dict[str, Any], _Values]:
    if reserved := _OWN_NAMES.intersection(names):
        raise ValueError(f"texts use the names {sorted(reserved)} themselves: call them otherwise")
    values = _Values()
    return {**names, "language": language, "values": values}, values


def has_block(folder: Path, block: str) -> bool:
    """Whether a family's ``statement.md.j2`` has a block of this name."""
    return block in environment(folder).get_template("statement.md.j2").blocks


def render_block(folder: Path, block: str, language: Language, **names: Any) -> Source:
    """One block of a family's ``statement.md.j2``, without white space around it.

    Raises jinja2.UndefinedError for a missing name, MissingTextError for a missing
    sentence or block.
    """
    found = environment(folder).get_template("statement.md.j2")
    if block not in found.blocks:
        raise MissingTextError(f"{folder.name}/statement.md.j2 has no block {block!r}")
    in_sight, values = _names(names, language)
    text = "".join(found.blocks[block](found.new_context(in_sight))).strip()
    return Source(text, tuple(values.found), tuple(values.figures))


def render_meaning(folder: Path, key: str, language: Language, **names: Any) -> Source:
    """What a blank means: a sentence of ``[blanks]``. Raises as ``render_block`` does."""
    return _sentence(folder, blank_text(folder, key, language), language, names)


def render_datum(folder: Path, key: str, language: Language, **names: Any) -> Source:
    """Data that stand in the text of a sheet: words of ``[data]``. Raises as ``render_block``."""
    return _sentence(folder, datum_text(folder, key, language), language, names)


def render_table_text(folder: Path, key: str, language: Language, **names: Any) -> Source:
    """The name of a table of blanks, or of a row or column of one: a sentence of ``[tables]``.

    Raises as ``render_block`` does.
    """
    return _sentence(folder, table_text(folder, key, language), language, names)


def _sentence(folder: Path, text: str, language: Language, names: Mapping[str, Any]) -> Source:
    if not _is_template(text):
        return Source(text, ())
    in_sight, values = _names(names, language)
    return Source(_template(folder, text).render(in_sight), tuple(values.found))


@cache
def is_alike_for_all(folder: Path, text: str, *handed: str) -> bool:
    """Whether a sentence takes nothing but what is handed to it, so that no parameter enters it."""
    if not _is_template(text):
        return True
    found = environment(folder).parse(text).find_all(nodes.Name)
    return {name.name for name in found} <= {*handed}


def render_formula(folder: Path, formula: str, inputs: Mapping[str, Any]) -> Source:
    """A rule's formula in TeX, of inputs that are ``Shown`` (or tuples of them)."""
    in_sight, values = _names(inputs, "en")  # formulas say nothing that needs a language
    text = _template(folder, formula).render(in_sight).strip()
    return Source(text, tuple(values.found))


def render_program(folder: Path, template: str, **names: Any) -> str:
    """A program: ``starter.py.j2``, ``solution.py.j2`` or one of a slip."""
    return programs(folder).get_template(template).render(**names)
