"""Programs without what costs nothing to change: names, comments, layout, lines of the sheet.

A program becomes a row of tokens, by its syntax tree. Comments, docstrings, annotations and imports
are not in it; a name or attribute that the program itself gives is one sign, whatever it is called.
What is called from elsewhere (``np.zeros``), numbers and operators stay.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

_MOST_CHARACTERS = 100_000
_OWN_NAME = "·"
_LEFT_OUT = (ast.Import, ast.ImportFrom, ast.Pass, ast.Global, ast.Nonlocal)
_WITHOUT_WORD = (ast.expr_context, ast.Expr, ast.arguments, ast.Module)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

Tokens = tuple[str, ...]


class Template(NamedTuple):
    """What a sheet has in the place of a program: its plain statements, and what it defines."""

    statements: frozenset[Tokens] = frozenset()
    names: frozenset[str] = frozenset()


NO_TEMPLATE = Template()


def tokens_of(
    source: str, asked: Collection[str] = (), template: Template = NO_TEMPLATE
) -> Tokens | None:
    """The tokens of a program; None if it is none that Python can read.

    The names that are ``asked`` for stay as they are. Statements and heads of functions that are in
    the ``template`` are left out.
    """
    tree = _parsed(source)
    if tree is None:
        return None
    names = _Names(tree, template.names.union(asked))
    try:
        return tuple(_of_body(tree.body, names, template.statements))
    except RecursionError:
        return None


def template_of(source: str, asked: Collection[str] = ()) -> Template:
    """What is in a template; nothing if Python cannot read it."""
    tree = _parsed(source)
    if tree is None:
        return NO_TEMPLATE
    defined = frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, (*_FUNCTIONS, ast.ClassDef))
    )
    names = _Names(tree, defined.union(asked))
    statements = frozenset(
        tuple(_of(node, names, frozenset()))
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and not isinstance(node, (*_FUNCTIONS, ast.ClassDef))
    )
    return Template(statements, defined)


def _parsed(source: str) -> ast.Module | None:
    if len(source) > _MOST_CHARACTERS:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a student's program may have odd escapes
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


class _Names:
    """Which names and attributes a program gives itself."""

    def __init__(self, tree: ast.Module, asked: Collection[str]) -> None:
        self._asked = frozenset(asked)
        self._own: set[str] = set()
        self._own_attributes: set[str] = set()
        for node in ast.walk(tree):
            match node:
                case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
                    self._own.add(name)
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    self._own |= {name}
                    self._own_attributes.add(name)
                case ast.ClassDef(name=name):
                    self._own.add(name)
                case ast.Attribute(attr=name, ctx=ast.Store()):
                    self._own_attributes.add(name)
                case ast.ExceptHandler(name=str() as name):
                    self._own.add(name)

    def is_asked(self, name: str) -> bool:
        return name in self._asked

    def name(self, name: str) -> str:
        return _OWN_NAME if name in self._own and name not in self._asked else name

    def attribute(self, name: str) -> str:
        return _OWN_NAME if name in self._own_attributes and name not in self._asked else name


def _of_body(
    body: Sequence[ast.stmt], names: _Names, template: Collection[Tokens]
) -> Iterator[str]:
    for place, statement in enumerate(body):
        if isinstance(statement, _LEFT_OUT) or (place == 0 and _is_text(statement)):
            continue
        own = tuple(_of(statement, names, template))
        if own not in template:
            yield from own


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _of(node: ast.AST, names: _Names, template: Collection[Tokens]) -> Iterator[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            if not names.is_asked(node.name):
                yield f"def {names.name(node.name)}"
                yield from _of(node.args, names, template)
            yield from _of_body(node.body, names, template)
        case ast.ClassDef():
            if not names.is_asked(node.name):
                yield f"class {names.name(node.name)}"
            yield from _of_body(node.body, names, template)
        case ast.arg():
            yield _OWN_NAME
        case ast.Name(id=name):
            yield names.name(name)
        case ast.Attribute(value=value, attr=name):
            yield from _of(value, names, template)
            yield f".{names.attribute(name)}"
        case ast.Constant(value=value):
            yield repr(value)[:40]
        case ast.keyword(arg=name, value=value):
            yield f"{name}="
            yield from _of(value, names, template)
        case ast.AnnAssign(target=target, value=value):
            yield "Assign"
            yield from _of(target, names, template)
            if value is not None:
                yield from _of(value, names, template)
        case _:
            if not isinstance(node, _WITHOUT_WORD):
                yield type(node).__name__
            for child in ast.iter_child_nodes(node):
                if not isinstance(child, _LEFT_OUT):
                    yield from _of(child, names, template)
