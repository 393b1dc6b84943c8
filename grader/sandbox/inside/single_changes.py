"""Programs with one place changed: how far a program is from one that gives what it should.

A term that is taken away, a statement that is left out, one name or number for another: each is one
change, and they are known by their numbers. The grader has them tried, and compares what comes. So
a program with a single mistake shows what the rest of it is worth, whatever the mistake is called.
No change works anything out for the student: it takes away, exchanges, or moves by one. What is
missing is put in only where the rest of the program shows it (see `missing_parts`). What a change
brings in besides is how an array lies: a transposition, axes, a bias along maps (see `laid_out`);
a like function (`repeat` for `tile`), and 0 for a key that is not there (see `exchanged_parts`).

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast
from itertools import combinations, pairwise

from .called_otherwise import called_otherwise
from .exchanged_axes import exchanged_throughout
from .exchanged_parts import exchanged_parts
from .laid_out import laid_out
from .missing_parts import missing_parts
from .moved_statements import moved_statements
from .padded_sides import padded_on_both_sides
from .places import below, bodies, expressions, placed
from .tree import FUNCTIONS, assigned_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, TypeGuard

    from .places import Replaced

MOST = 540
"""So many changes are tried of a program, the likeliest first."""

_BARE_NAMES = 2
_NAMES = 5
_SHAPES = 6
"""How unlikely one name is for another, and one number for another in the shape of a layer."""

_MOST_NAMES = 8
_MOST_NUMBERS = 8
_MOST_IDLE = 2
_MOST_LETTERS = 4
_LONGEST_SUBSCRIPTS = 20
_LONGEST_TUPLE = 5
_LARGEST = 4096
_AXES = ({"h", "w"}, {"i", "j"}, {"y", "x"}, {"r", "c"}, {"a", "b"}, {"m", "n"}, {"1", "2"})
"""Letters that tell two axes apart."""
_ALL_NAMES = 24
_MODULES = ("np", "numpy", "math", "torch", "nn", "F", "functional", "self", "super")
_MODES = ("constant", "edge", "symmetric", "wrap")
_LEFT_OUT = (_ast.Assign, _ast.AugAssign, _ast.AnnAssign, _ast.Expr, _ast.Delete)
_OTHER_OPERATORS = {
    _ast.Add: (_ast.Sub, _ast.Mult),
    _ast.Sub: (_ast.Add, _ast.Mult),
    _ast.Mult: (_ast.Add, _ast.FloorDiv, _ast.MatMult),
    _ast.MatMult: (_ast.Mult,),
    _ast.Div: (_ast.Mult, _ast.FloorDiv),
    _ast.FloorDiv: (_ast.Mult, _ast.Div),
    _ast.Mod: (_ast.FloorDiv, _ast.Mult),
    _ast.Pow: (_ast.Mult,),
    _ast.And: (_ast.Or,),
    _ast.Or: (_ast.And,),
}
_ADDING = (_ast.Add, _ast.Sub)
_DIVIDING = (_ast.Div, _ast.FloorDiv)
_MULTIPLYING = (_ast.Mult, *_DIVIDING)
_OTHER_COMPARISONS = {
    _ast.Lt: (_ast.LtE, _ast.Gt),
    _ast.LtE: (_ast.Lt, _ast.GtE),
    _ast.Gt: (_ast.GtE, _ast.Lt),
    _ast.GtE: (_ast.Gt, _ast.LtE),
    _ast.Eq: (_ast.NotEq,),
    _ast.NotEq: (_ast.Eq,),
}
_GROUPS = (
    ("flip", "sort"),
    ("tile", "repeat"),
    ("ceil", "floor"),
    ("sum", "mean", "prod", "cumsum"),
    ("dot", "multiply", "outer"),
    ("max", "min", "argmax", "argmin", "sum"),
    ("maximum", "minimum"),
    ("add", "subtract", "multiply"),
)
_ALIKE = {
    name: tuple(dict.fromkeys(other for some in _GROUPS if name in some for other in some))
    for group in _GROUPS
    for name in group
}
"""Functions of arrays that are taken for one another: they have like names, or work alike."""
_BARE = (_ast.Assign, _ast.Return, _ast.Call)
"""Where a name stands for itself: it is given to something, and nothing is worked out with it."""


def all_changes(definition: Any) -> Iterator[tuple[int, int, Replaced]]:
    """All changes of a definition: how unlikely each is, its line, and what goes where.

    From 0, what is written and should not be (a statement, a layer, a parameter for another), to 5,
    one name for another, of which there are most, and 6, another shape of a layer. All of one kind
    are tried before the next.
    """
    functions = [one for one in below(definition) if isinstance(one, FUNCTIONS)]
    for line, replaced in (*exchanged_throughout(definition), *padded_on_both_sides(definition)):
        yield 1, line, replaced
    for line, replaced in _alike_throughout(definition):
        yield 2, line, replaced
    if isinstance(definition, _ast.ClassDef):
        for line, replaced in _without_layers(definition):
            yield 0, line, replaced
        for line, replaced in called_otherwise(definition):
            yield 0, line, replaced
        yield from _other_attributes(definition)
        for line, replaced in _with_idle_layer(definition):
            yield 0, line, replaced
    for function in functions:
        steering = _steering(function)
        for statements in bodies(function):
            for place, statement in enumerate(statements):
                if steering.isdisjoint(assigned_names([statement])):
                    for kind, replaced in _of_statement(statements, place, statement, function):
                        yield kind, statement.lineno, replaced
        numbers = _numbers(function)
        places = _idle_places(function)
        steps = [number for number in _numbers(definition) if number]
        names = _names(function)
        targets = [name for name in names[:_MOST_NAMES] if name not in steering]
        for line, replaced in missing_parts(function, targets):
            yield 1, line, replaced
        for line, replaced in moved_statements(function):
            yield 1, line, replaced
        for line, replaced in (*exchanged_parts(function), *laid_out(function)):
            yield 1, line, replaced
        for kind, line, replaced in _other_targets(function, targets, steering):
            yield kind, line, replaced
        for node in below(function):
            is_made = _makes_layer(node)
            for owner, key, value in expressions(node):
                # the shape of a layer is looked at by a check of its own
                of_all = _SHAPES if is_made and owner is node.args else None
                for kind, new in _others(value, numbers, names):
                    is_bare = kind == _NAMES and isinstance(node, _BARE)
                    likely = _BARE_NAMES if is_bare else kind
                    yield of_all or likely, value.lineno, ((owner, key, new),)
            for kind, replaced in (*_of_node(node), *_further(node, steps, places)):
                yield kind, node.lineno, replaced


def _of_statement(
    statements: list[Any], place: int, statement: Any, function: Any
) -> Iterator[tuple[int, Replaced]]:
    """A statement left out, or one about another parameter; a sum for a value, and the reverse."""
    if isinstance(statement, _LEFT_OUT) and not _is_text(statement):
        yield 0, ((statements, place, placed(_ast.Pass(), statement)),)
        parameters = [one.arg for one in function.args.args if one.arg != "self"]
        used = [one for one in below(statement) if isinstance(one, _ast.Name)]
        own = {one.id for one in used}.intersection(parameters)
        if len(own) == 2:
            one_name, other_name = own
            exchanged = {one_name: other_name, other_name: one_name}
            yield 1, tuple((one, "id", exchanged[one.id]) for one in used if one.id in own)
        if len(own) == 1:
            for other in parameters:
                if other not in own:
                    yield 0, tuple((one, "id", other) for one in used if one.id in own)
        following = statements[place + 1 : place + 2]
        for replaced in _with_like_names(used, _names(function)):
            yield 2, replaced
        if following and _gives_name(statement) and _gives_name(following[0]):
            values = statement.value, following[0].value
            yield 1, ((statement, "value", values[1]), (following[0], "value", values[0]))
        if following and isinstance(following[0], _LEFT_OUT):
            yield 2, ((statements, place, following[0]), (statements, place + 1, statement))
    if isinstance(statement, _ast.Assign) and statements is not function.body:
        renamed = _with_a_name_of_its_own(statement, statements[place + 1 :])
        if renamed:
            yield 1, renamed
    if isinstance(statement, _ast.AugAssign):
        target = _as_read(statement.target, _ast.Store())
        new = _ast.Assign(targets=[target], value=statement.value)
        yield 1, ((statements, place, placed(new, statement)),)
        if not isinstance(statement.target, _ast.Subscript):  # another array, not the same changed
            before = _as_read(statement.target, _ast.Load())
            result = _ast.BinOp(left=before, op=statement.op, right=statement.value)
            made = _ast.Assign(targets=[target], value=placed(result, statement))
            yield 1, ((statements, place, placed(made, statement)),)
        for other in _OTHER_OPERATORS.get(type(statement.op), ()):
            yield 3, ((statement, "op", other()),)
    elif isinstance(statement, _ast.Assign) and len(statement.targets) == 1:
        (target,) = statement.targets
        if isinstance(target, _ast.Subscript | _ast.Attribute | _ast.Name):
            added = _ast.AugAssign(target=target, op=_ast.Add(), value=statement.value)
            yield 4, ((statements, place, placed(added, statement)),)


def _gives_name(statement: Any) -> TypeGuard[_ast.Assign]:
    """Whether something is given the value of a name."""
    return isinstance(statement, _ast.Assign) and isinstance(statement.value, _ast.Name)


def _with_a_name_of_its_own(statement: Any, following: list[Any]) -> Replaced:
    """``x = x[i]`` in a loop, and what comes after it there, with another name for the result."""
    (target,) = statement.targets if len(statement.targets) == 1 else (None,)
    own = getattr(target, "id", "")
    if not own or own not in {getattr(one, "id", "") for one in below(statement.value)}:
        return ()
    later = [one for each in following for one in below(each) if getattr(one, "id", "") == own]
    return tuple((one, "id", f"{own}_of_its_own") for one in (target, *later))


def _of_node(node: Any) -> Iterator[tuple[int, Replaced]]:
    """Two arguments or operands exchanged, another operator, a layer of a sequence left out."""
    if isinstance(node, _ast.Call) and not any(isinstance(a, _ast.Starred) for a in node.args):
        if len(node.args) == 2:
            yield 1, ((node, "args", node.args[::-1]),)
        for place, keyword in enumerate(node.keywords):
            if keyword.arg and not _makes_layer(node):
                others = node.keywords[:place] + node.keywords[place + 1 :]
                yield 2, ((node, "keywords", others),)
        if getattr(node.func, "id", "") == "range":
            for place, end in enumerate(node.args[:2]):
                for moved in _moved(end):
                    yield 4, ((node.args, place, moved),)
            if len(node.args) == 1:  # the first one may be there already
                one = placed(_ast.Constant(value=1), node.args[0])
                yield 3, ((node, "args", [one, *node.args]),)
            if len(node.args) == 2:  # from 0 on, to the same end or to what is left of it
                for end in (node.args[1], *_inner(node.args[1])):
                    yield 1, ((node, "args", [end]),)
        if getattr(node.func, "attr", "") == "Sequential":
            for place in range(len(node.args)):
                yield 0, ((node, "args", node.args[:place] + node.args[place + 1 :]),)
    elif isinstance(node, _ast.Tuple) and isinstance(node.ctx, _ast.Load):
        for place, (first, second) in enumerate(pairwise(node.elts[:_LONGEST_TUPLE])):
            exchanged = [*node.elts[:place], second, first, *node.elts[place + 2 :]]
            yield 1, ((node, "elts", exchanged),)
    elif isinstance(node, _ast.BinOp | _ast.BoolOp):
        is_ordered = isinstance(node.op, _ast.Sub | _ast.Div | _ast.MatMult | _ast.FloorDiv)
        if is_ordered and isinstance(node, _ast.BinOp):
            yield 3, ((node, "left", node.right), (node, "right", node.left))
        for other in _OTHER_OPERATORS.get(type(node.op), ()):
            yield 3, ((node, "op", other()),)
        if isinstance(node, _ast.BinOp):
            for replaced in _with_other_brackets(node):
                yield 2, replaced
    elif isinstance(node, _ast.If) and not node.orelse:
        always = placed(_ast.Constant(value=True), node.test)
        yield 2, ((node, "test", always),)
    elif isinstance(node, _ast.UnaryOp) and isinstance(node.operand, _ast.Name):
        for moved in _moved(node.operand) if isinstance(node.op, _ast.USub) else ():
            yield 4, ((node, "operand", moved),)  # counted from the other end, or mirrored
    elif isinstance(node, _ast.Slice):
        if node.lower is not None and node.upper is not None:
            # a window that begins elsewhere and is as long as before
            size = placed(_ast.BinOp(left=node.upper, op=_ast.Sub(), right=node.lower), node.upper)
            for start in _inner(node.lower):
                end = placed(_ast.BinOp(left=start, op=_ast.Add(), right=size), node.upper)
                yield 1, ((node, "lower", start), (node, "upper", end))
            for start, end in zip(_moved(node.lower), _moved(node.upper), strict=True):
                yield 3, ((node, "lower", start), (node, "upper", end))
        for field in ("lower", "upper"):
            end = getattr(node, field)
            if end is not None:
                for moved in _moved(end):
                    yield 4, ((node, field, moved),)
    elif isinstance(node, _ast.Compare) and len(node.ops) == 1:
        for comparison in _OTHER_COMPARISONS.get(type(node.ops[0]), ()):
            yield 3, ((node, "ops", [comparison()]),)


def _with_other_brackets(node: Any) -> Iterator[Replaced]:
    """The other of two operations first: ``(n - k) // s`` for ``n - k // s`` or ``n // s - k``."""
    for inner, is_left in ((node.left, True), (node.right, False)):
        if not (isinstance(inner, _ast.BinOp) and _is_of_order(node.op, inner.op)):
            continue
        first, last = (inner, node) if is_left else (node, inner)
        a, b, c = first.left, (inner.right if is_left else inner.left), last.right
        behind = placed(_ast.BinOp(left=b, op=last.op, right=c), b)
        before = placed(_ast.BinOp(left=a, op=first.op, right=b), a)
        if is_left:
            yield (node, "left", a), (node, "op", first.op), (node, "right", behind)
            moved = placed(_ast.BinOp(left=a, op=last.op, right=c), a)
            yield (node, "left", moved), (node, "op", first.op), (node, "right", b)
        else:
            yield (node, "left", before), (node, "op", last.op), (node, "right", c)


def _is_of_order(one: Any, other: Any) -> bool:
    """Whether it matters which of two operations with numbers is done first."""
    kinds = _ADDING, _MULTIPLYING
    return {0, 1} == {
        place for each in (one, other) for place, kind in enumerate(kinds) if isinstance(each, kind)
    } or (isinstance(one, _DIVIDING) and isinstance(other, _DIVIDING))


def _further(node: Any, steps: list[int], places: list[str]) -> Iterator[tuple[int, Replaced]]:
    """Entries and windows of an array that lie further on, and a like function.

    ``places`` are names by which a window may lie further on that begins with the first cell.
    """
    if isinstance(node, _ast.Call):
        name = getattr(node.func, "attr", "")
        for other in _ALIKE.get(name, ()) if _is_module(getattr(node.func, "value", None)) else ():
            yield 2, ((node.func, "attr", other),)
    if not isinstance(node, _ast.Subscript):
        return
    at = node.slice
    if isinstance(at, _ast.Slice) and at.lower is None and at.upper is not None:
        for name in places:
            begin = placed(_ast.Name(id=name, ctx=_ast.Load()), at.upper)
            end = placed(_ast.BinOp(left=begin, op=_ast.Add(), right=at.upper), at.upper)
            yield 1, ((at, "lower", begin), (at, "upper", end))
    for step in steps:
        if isinstance(at, _ast.Name):
            yield 3, ((node, "slice", _sum(at, step)),)
        elif isinstance(at, _ast.Slice) and at.upper is not None and at.step is None:
            begin = placed(_ast.Constant(value=step), at.upper)
            lower = begin if at.lower is None else _sum(at.lower, step)
            yield 3, ((at, "lower", lower), (at, "upper", _sum(at.upper, step)))


def _alike_throughout(definition: Any) -> Iterator[tuple[int, Replaced]]:
    """A like function in all places in which one is called more than once."""
    calls: dict[str, list[Any]] = {}
    for node in below(definition):
        function = node.func if isinstance(node, _ast.Call) else None
        if isinstance(function, _ast.Attribute) and _is_module(function.value):
            calls.setdefault(function.attr, []).append(function)
    for name, places in calls.items():
        for other in _ALIKE.get(name, ()) if len(places) > 1 else ():
            if other != name:
                yield places[0].lineno, tuple((one, "attr", other) for one in places)


def _sum(value: Any, step: int) -> Any:
    number = placed(_ast.Constant(value=step), value)
    return placed(_ast.BinOp(left=value, op=_ast.Add(), right=number), value)


def _others(value: Any, numbers: list[int], names: list[str]) -> Iterator[tuple[int, Any]]:
    """What an expression may be in place of what it is, and how unlikely that is."""
    for inner in _inner(value):
        yield 1, inner
        if isinstance(value, _ast.Call | _ast.Subscript | _ast.Attribute):
            for innermost in _inner(inner):
                yield 2, innermost
    if isinstance(value, _ast.Slice):
        return
    if isinstance(value, _ast.Constant):
        number = value.value
        if type(number) is int and abs(number) <= _LARGEST:
            near = [n for n in (number - 1, number + 1) if n >= 0]
            for other in dict.fromkeys((*near, *numbers)):
                if other != number:
                    yield 3 if other in near else 4, placed(_ast.Constant(value=other), value)
        elif isinstance(number, str) and "->" in number:
            for subscripts in _other_subscripts(number):
                yield 2, placed(_ast.Constant(value=subscripts), value)
        elif number in _MODES:
            for mode in _MODES:
                if mode != number:
                    yield 2, placed(_ast.Constant(value=mode), value)
    elif isinstance(value, _ast.Name) and value.id in names:
        for place, name in enumerate(names):
            is_like = _is_like(name, value.id)
            if name != value.id and (is_like or place < _MOST_NAMES):
                kind = _BARE_NAMES if is_like else _NAMES
                yield kind, placed(_ast.Name(id=name, ctx=_ast.Load()), value)


def _with_like_names(used: list[Any], names: list[str]) -> Iterator[Replaced]:
    """A name that a statement uses several times, with that of the other axis in all places."""
    read = [one for one in used if isinstance(one.ctx, _ast.Load)]
    for own in dict.fromkeys(one.id for one in read):
        places = [one for one in read if one.id == own]
        for name in names if len(places) > 1 else ():
            if _is_like(name, own):
                yield tuple((one, "id", name) for one in places)


def _is_like(name: str, other: str) -> bool:
    """Whether two names are for the like along two axes: ``kh`` and ``kw``, ``H`` and ``W``."""
    if len(name) != len(other):
        return False
    differing = [{a, b} for a, b in zip(name.lower(), other.lower(), strict=True) if a != b]
    return len(differing) == 1 and differing[0] in _AXES


def _other_subscripts(text: str) -> Iterator[str]:
    """Subscripts of ``einsum`` of which two stand the other way round, or one is another."""
    letters = [*dict.fromkeys(one for one in text if one.isalpha())][:_MOST_LETTERS]
    for place in range(len(text) - 1):
        one, other = text[place], text[place + 1]
        if one.isalpha() and other.isalpha() and one != other:
            yield text[:place] + other + one + text[place + 2 :]
    for place, one in enumerate(text[:_LONGEST_SUBSCRIPTS]):
        for other in letters if one.isalpha() else ():
            if other != one:
                yield text[:place] + other + text[place + 1 :]


def _inner(value: Any) -> Iterator[Any]:
    """What is left of an expression without its outermost operation.

    And a term outside of a call that stands in its brackets: ``sum(x) + b`` of ``sum(x + b)``.
    """
    if isinstance(value, _ast.UnaryOp):
        yield value.operand
    elif isinstance(value, _ast.BinOp):
        yield value.left
        yield value.right
    elif isinstance(value, _ast.Attribute | _ast.Subscript):
        if not _is_module(value.value):
            yield value.value
    elif isinstance(value, _ast.Call):
        function = value.func
        if isinstance(function, _ast.Attribute) and not _is_module(function.value):
            yield function.value
        is_made = getattr(function, "attr", getattr(function, "id", ""))[:1].isupper()
        yield from _with_a_term_outside(value) if not is_made else ()
        if value.args and not is_made and not isinstance(value.args[0], _ast.Starred):
            yield value.args[0]
    elif isinstance(value, _ast.IfExp):
        yield value.body
        yield value.orelse


def _with_a_term_outside(call: Any) -> Iterator[Any]:
    for place, argument in enumerate(call.args):
        if isinstance(argument, _ast.BinOp) and isinstance(argument.op, _ast.Add | _ast.Sub):
            args = [*call.args[:place], argument.left, *call.args[place + 1 :]]
            inside = placed(_ast.Call(func=call.func, args=args, keywords=call.keywords), call)
            yield placed(_ast.BinOp(left=inside, op=argument.op, right=argument.right), call)


def _moved(end: Any) -> Iterator[Any]:
    """One more, and one less, than an expression gives."""
    for operator in (_ast.Add(), _ast.Sub()):
        one = placed(_ast.Constant(value=1), end)
        yield placed(_ast.BinOp(left=end, op=operator, right=one), end)


def _without_layers(definition: Any) -> Iterator[tuple[int, Replaced]]:
    """A layer left out where it is made and where it is called, if it is called once."""
    made: dict[str, tuple[Any, int]] = {}
    called: dict[str, list[tuple[Any, Any]]] = {}
    mentioned: dict[str, int] = {}
    for method in definition.body:
        if not isinstance(method, FUNCTIONS):
            continue
        for statements in bodies(method):
            for place, statement in enumerate(statements):
                name = _layer_made(statement)
                if name and method.name == "__init__":
                    made[name] = statements, place
                for one in below(statement):
                    if _is_of_self(one):
                        mentioned[one.attr] = mentioned.get(one.attr, 0) + 1
                if isinstance(statement, _ast.Assign | _ast.Return) and statement.value:
                    for one in below(statement.value):
                        function: Any = getattr(one, "func", None)
                        if _is_of_self(function):
                            called.setdefault(function.attr, []).append((statement, one))
    for name, (statements, place) in made.items():
        if mentioned.get(name) != 2 or len(called.get(name, ())) != 1:
            continue
        statement, call = called[name][0]
        if len(call.args) != 1:
            continue
        taken_out = _place_of(statement, call)
        if taken_out is not None:
            owner, key = taken_out
            left_out = placed(_ast.Pass(), statements[place])
            yield call.lineno, ((statements, place, left_out), (owner, key, call.args[0]))


def _with_idle_layer(definition: Any) -> Iterator[tuple[int, Replaced]]:
    """A layer that is made and never called, called on a value by which a layer is called.

    It may be what a result is given in its place, too: ``h = x`` for ``h = self.conv1(x)``.
    """
    made = {
        target.attr: None
        for one in below(definition)
        if isinstance(one, _ast.Assign)
        for target, value in _pairs(one)
        if _is_of_self(target) and _makes_layer(value)
    }
    looked_up = [
        one.attr for one in below(definition) if _is_of_self(one) and isinstance(one.ctx, _ast.Load)
    ]
    idle = [name for name in made if name not in looked_up][:_MOST_IDLE]
    for method in definition.body if idle else ():
        if not isinstance(method, FUNCTIONS) or method.name == "__init__":
            continue
        for node in below(method):
            if not isinstance(node, _ast.Assign | _ast.Return | _ast.Call):
                continue
            for owner, key, value in [*expressions(node)][:1]:
                if not isinstance(value, _ast.Name) or value.id in _MODULES:
                    continue
                for name in idle:
                    yield value.lineno, ((owner, key, _layer_called(name, value)),)


def _pairs(statement: Any) -> list[tuple[Any, Any]]:
    """What a statement gives values to, each with its value: ``a, b = 1, 2`` are two."""
    target, value = statement.targets[0], statement.value
    if isinstance(target, _ast.Tuple) and isinstance(value, _ast.Tuple):
        return [*zip(target.elts, value.elts, strict=False)]
    return [(target, value)]


def _layer_called(name: str, value: Any) -> Any:
    own = placed(_ast.Name(id="self", ctx=_ast.Load()), value)
    layer = placed(_ast.Attribute(value=own, attr=name, ctx=_ast.Load()), value)
    return placed(_ast.Call(func=layer, args=[value], keywords=[]), value)


def _other_attributes(definition: Any) -> Iterator[tuple[int, int, Replaced]]:
    """Another layer called than the one that is, and another value of the object taken."""
    kept: dict[str, None] = {}
    layers: dict[str, None] = {}
    for one in below(definition):
        for target in one.targets if isinstance(one, _ast.Assign) else ():
            if isinstance(target, _ast.Attribute) and _is_of_self(target):
                (layers if _makes_layer(one.value) else kept)[target.attr] = None
    for function in definition.body:
        names = _names(function) if isinstance(function, FUNCTIONS) else ()
        for node in below(function) if names else ():
            for owner, key, value in expressions(node):
                if _is_of_self(value) and value.attr in names:
                    name = placed(_ast.Name(id=value.attr, ctx=_ast.Load()), value)
                    yield 1, value.lineno, ((owner, key, name),)
                elif isinstance(value, _ast.Name) and value.id in kept and value.id in names:
                    own = placed(_ast.Name(id="self", ctx=_ast.Load()), value)
                    of_self = _ast.Attribute(value=own, attr=value.id, ctx=_ast.Load())
                    yield 1, value.lineno, ((owner, key, placed(of_self, value)),)
    yield from _exchanged_layers(definition, layers)
    for node in below(definition):
        called: Any = getattr(node, "func", None)
        if _is_of_self(called):
            for name in [*layers][:_MOST_NAMES] if called.attr in layers else ():
                if name != called.attr:
                    yield 1, node.lineno, ((called, "attr", name),)
        elif _is_of_self(node) and isinstance(node.ctx, _ast.Load) and node.attr in kept:
            for name in [*kept][:_MOST_NAMES]:
                if name != node.attr:
                    yield _NAMES, node.lineno, ((node, "attr", name),)


def _exchanged_layers(
    definition: Any, layers: Iterable[str]
) -> Iterator[tuple[int, int, Replaced]]:
    """Two layers, each called in the place of the other."""
    calls: dict[str, list[Any]] = {name: [] for name in layers}
    for node in below(definition):
        called: Any = getattr(node, "func", None)
        if _is_of_self(called) and called.attr in calls:
            calls[called.attr].append(called)
    once = [one for (one, *more) in filter(None, calls.values()) if not more][:_MOST_NAMES]
    for one, other in combinations(once, 2):
        yield 1, one.lineno, ((one, "attr", other.attr), (other, "attr", one.attr))


def _other_targets(
    function: Any, names: list[str], steering: set[str]
) -> Iterator[tuple[int, int, Replaced]]:
    """Another name for a result, above all where nothing is done with the name that it has."""
    read = {
        one.id
        for one in below(function)
        if isinstance(one, _ast.Name) and isinstance(one.ctx, _ast.Load)
    }
    for one in below(function):
        if isinstance(one, _ast.Assign) and len(one.targets) == 1:
            own = getattr(one.targets[0], "id", "")
            for name in names if own and own not in steering else ():
                if name != own:
                    kind = _NAMES if own in read else 1
                    yield kind, one.lineno, ((one.targets[0], "id", name),)


def _place_of(statement: Any, wanted: Any) -> tuple[Any, Any] | None:
    """Where an expression stands in a statement."""
    for node in below(statement):
        for owner, key, value in expressions(node):
            if value is wanted:
                return owner, key
    return None


def put(replaced: Replaced) -> Replaced:
    """Puts things in their places; what puts back what was there before."""
    before: list[tuple[Any, Any, Any]] = []
    for owner, key, new in replaced:
        if isinstance(owner, list):
            before.append((owner, key, owner[key]))
            owner[key] = new
        else:
            before.append((owner, key, getattr(owner, key)))
            setattr(owner, key, new)
    return tuple(reversed(before))


# -- trees -----------------------------------------------------------------------------------------


def _steering(function: Any) -> set[str]:
    """The names by which ``while`` loops end: without what they are given, these would not."""
    tests = [one.test for one in below(function) if isinstance(one, _ast.While)]
    return {one.id for test in tests for one in below(test) if isinstance(one, _ast.Name)}


def _numbers(function: Any) -> list[int]:
    """The whole numbers that stand in a function, and 0."""
    found = [
        one.value
        for one in below(function)
        if isinstance(one, _ast.Constant) and type(one.value) is int and 0 <= one.value <= _LARGEST
    ]
    return list(dict.fromkeys((*found, 0)))[:_MOST_NUMBERS]


def _idle_places(function: Any) -> list[str]:
    """The names that are given values in loops, and looked up nowhere but to be counted on."""
    loops = [one for one in below(function) if isinstance(one, _ast.For | _ast.While)]
    given: dict[str, None] = {}
    for loop in loops:
        given |= dict.fromkeys(assigned_names([loop]))
    sliced = {
        one.id
        for node in below(function)
        if isinstance(node, _ast.Slice)
        for one in below(node)
        if isinstance(one, _ast.Name)
    }
    return [name for name in given if name not in sliced][:_MOST_NAMES]


def _names(function: Any) -> list[str]:
    """The parameters of a function and the variables to which it gives values."""
    names = [one.arg for one in function.args.args if one.arg != "self"]
    names += [
        one.id
        for one in below(function)
        if isinstance(one, _ast.Name) and isinstance(one.ctx, _ast.Store)
    ]
    return list(dict.fromkeys(names))[:_ALL_NAMES]


def _makes_layer(node: Any) -> bool:
    """Whether it is a call that makes a layer of PyTorch."""
    function: Any = getattr(node, "func", None)
    is_made = getattr(function, "attr", getattr(function, "id", ""))[:1].isupper()
    return is_made and isinstance(node, _ast.Call)


def _layer_made(statement: Any) -> str:
    """The attribute to which a statement gives what a call makes; empty if it does not."""
    if not isinstance(statement, _ast.Assign) or len(statement.targets) != 1:
        return ""
    (target,) = statement.targets
    is_made = _is_of_self(target) and isinstance(statement.value, _ast.Call)
    return str(getattr(target, "attr", "")) if is_made else ""


def _is_of_self(node: Any) -> bool:
    return isinstance(node, _ast.Attribute) and getattr(node.value, "id", "") == "self"


def _is_module(node: Any) -> bool:
    """Whether it is a module, or what a method has its own things in: no value of its own."""
    while isinstance(node, _ast.Attribute):
        if node.attr not in ("nn", "functional"):
            return False
        node = node.value
    return getattr(node, "id", "") in _MODULES


def _is_text(statement: Any) -> bool:
    return isinstance(statement, _ast.Expr) and isinstance(statement.value, _ast.Constant)


def _as_read(target: Any, context: Any) -> Any:
    """The same place, in another context."""
    fields = {name: getattr(target, name) for name in target._fields if name != "ctx"}
    return placed(type(target)(**fields, ctx=context), target)
