"""Classes in which one name is not what was meant: ``w = w`` for ``self.w = w`` (see `mending`).

What a class keeps and what it looks up are put side by side. A name is mended only where one other
stands ready for it: a variable of that name in the constructor, an attribute that differs in one
character, a layer of the same kind that nobody calls. A class that inherits from another one than
PyTorch's module stays as it is, since it may have its attributes from there.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast
import builtins

from .tree import FUNCTIONS, assigned_names, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

WITHOUT_SELF = "self-forgotten"
NOT_KEPT = "argument-not-kept"
NOT_TAKEN = "self-not-taken"
MISSPELT = "attribute-misspelt"
OVERWRITTEN = "attribute-overwritten"
USED_TWICE = "layer-called-twice"
NEVER_CALLED = "layer-never-called"

_BASES = ("Module", "object")
_STATIC = ("staticmethod", "classmethod")
_WITH_PARAMETERS = ("Conv", "Linear")
"""How the names of layers begin, or end, that have weights of their own."""


def mended_names(node: Any, called: Collection[str], known: Collection[str]) -> set[str]:
    """Mends the names in a class, in its tree; the keys of the mistakes.

    ``called`` are the methods that a check calls, ``known`` names that stand for something outside
    of the class. Of a layer that is never called it is only said that it is not.
    """
    if not isinstance(node, _ast.ClassDef) or not all(map(_is_plain, node.bases)):
        return set()
    found = {NOT_TAKEN for one in _methods(node) if one.name in called and _takes_self(one)}
    members = {name for one in node.body for name in assigned_names([one])}
    methods = [one for one in _methods(node) if _first(one) and not _is_static(one)]
    kept = {one.attr for method in methods for one in _attributes(method, _ast.Store)}
    wanted = {one.attr for method in methods for one in _attributes(method, _ast.Load)}
    for name in sorted(wanted - kept - members):
        if len(wanted - kept - members) == 1 and _keep_both(methods, name):
            kept.add(name)
            found.add(OVERWRITTEN)
            continue
        if any(_keep(method, name) for method in methods if method.name == "__init__"):
            kept.add(name)
            found.add(WITHOUT_SELF)
            continue
        if not any(_is_near(own, name) for own in kept) and _keep_argument(methods, called, name):
            kept.add(name)
            found.add(NOT_KEPT)
            continue
        meant = [own for own in kept if own not in wanted and _is_near(own, name)]
        meant = meant or [own for own in kept if _is_near(own, name)]
        if len(meant) == 1:
            for method in methods:
                _rename(method, name, meant[0])
            found.add(MISSPELT)
    kept_alone = kept.difference(members, known, dir(builtins))
    looked_up = [_look_up(method, kept_alone) for method in methods]
    if any(looked_up):
        found.add(WITHOUT_SELF)
    layers = _layers_made(methods)
    idle = [name for name in layers if name in kept - wanted]
    if len(idle) == 1 and not found:
        found.add(USED_TWICE if _call_instead(methods, layers, idle[0]) else NEVER_CALLED)
    return found


def _is_plain(base: Any) -> bool:
    return getattr(base, "attr", getattr(base, "id", "")) in _BASES


def _methods(node: Any) -> list[Any]:
    return [one for one in node.body if isinstance(one, FUNCTIONS)]


def _arguments(method: Any) -> list[str]:
    """What a method takes, without its object."""
    return [one.arg for one in (*method.args.posonlyargs, *method.args.args)][1:]


def _is_static(method: Any) -> bool:
    return any(getattr(one, "id", "") in _STATIC for one in method.decorator_list)


def _first(method: Any) -> str:
    """What a method calls its object."""
    arguments = [*method.args.posonlyargs, *method.args.args]
    return arguments[0].arg if arguments else ""


def _takes_self(method: Any) -> bool:
    """Has a method that works with ``self``, and does not take it, take it; whether it did."""
    arguments = method.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    names = {one.arg for one in every}
    if "self" in names or arguments.vararg or arguments.posonlyargs or _is_static(method):
        return False
    if not any(isinstance(one, _ast.Name) and one.id == "self" for one in _below(method)):
        return False
    arguments.args.insert(0, _placed(_ast.arg(arg="self", annotation=None), method))
    return True


def _below(node: Any) -> Iterator[Any]:
    stack = [node]
    while stack:
        one = stack.pop()
        yield one
        stack += children(one)


def _attributes(method: Any, context: type) -> Iterator[Any]:
    """The attributes of its object that a method looks up (`_ast.Load`) or keeps (`_ast.Store`)."""
    owner = _first(method)
    for one in _below(method):
        is_attribute = isinstance(one, _ast.Attribute) and isinstance(one.ctx, context)
        if is_attribute and isinstance(one.value, _ast.Name) and one.value.id == owner:
            yield one


def _keep(method: Any, name: str) -> bool:
    """Has a constructor keep what it assigns to a variable of the name; whether it assigns any."""
    found = False
    for one in [each for each in _below(method) if isinstance(each, _ast.Assign)]:
        tuples: list[Any] = [each for each in one.targets if _is_tuple(each)]
        for holder in (one.targets, *(each.elts for each in tuples)):
            at = next((n for n, each in enumerate(holder) if getattr(each, "id", "") == name), None)
            if at is None:
                continue
            owner = _placed(_ast.Name(id=_first(method), ctx=_ast.Load()), one)
            kept = _placed(_ast.Attribute(value=owner, attr=name, ctx=_ast.Store()), one)
            if holder is one.targets:
                holder.append(kept)  # the variable stays, since it may be needed below
            else:
                holder[at] = kept
            found = True
    return found


def _keep_both(methods: list[Any], name: str) -> bool:
    """Has a constructor keep the second thing of one name under another one; whether there is any.

    Two values are given to one attribute alone, which nothing looks up there, and they are not made
    of one argument. The first has the ``name`` if that is looked up first.
    """
    for method in (one for one in methods if one.name == "__init__"):
        given: dict[str, list[Any]] = {}
        made_of: dict[str, list[set[str]]] = {}
        for one in [each for each in method.body if isinstance(each, _ast.Assign)]:
            target: Any = one.targets[0]
            if isinstance(target, _ast.Attribute) and len(one.targets) == 1:
                given.setdefault(target.attr, []).append(target)
                used = {getattr(each, "id", "") for each in _below(one.value)}
                made_of.setdefault(target.attr, []).append(used.intersection(_arguments(method)))
        read = {one.attr for one in _attributes(method, _ast.Load)}
        twice = [own for own, targets in given.items() if len(targets) == 2 and own not in read]
        twice = [own for own in twice if made_of[own][0].isdisjoint(made_of[own][1])]
        if len(twice) != 1:
            continue
        (own,) = twice
        others = [one for one in methods if one is not method]
        looked_up = [one for other in others for one in _looked_up(other)]
        order = [one.attr for one in looked_up if one.attr in (own, name)]
        if {own, name} == set(order):
            given[own][order[0] == own].attr = name
            return True
    return False


def _keep_argument(methods: list[Any], called: Collection[str], name: str) -> bool:
    """Has the one method that takes an argument of the name keep it; whether others look it up."""
    taking = [one for one in methods if one.name in called and name in _arguments(one)]
    if len(taking) != 1:
        return False
    (method,) = taking
    others = [one for one in methods if one is not method]
    if not any(one.attr == name for other in others for one in _attributes(other, _ast.Load)):
        return False
    owner = _placed(_ast.Name(id=_first(method), ctx=_ast.Load()), method)
    kept = _placed(_ast.Attribute(value=owner, attr=name, ctx=_ast.Store()), method)
    value = _placed(_ast.Name(id=name, ctx=_ast.Load()), method)
    statement = _ast.Assign(targets=[kept], value=value, type_comment=None)
    method.body.insert(0, _placed(statement, method))
    return True


def _is_tuple(node: Any) -> bool:
    return isinstance(node, _ast.Tuple | _ast.List)


def _is_near(own: str, name: str) -> bool:
    """Whether names differ in capitals and underscores alone, or in one character of several."""
    if own.replace("_", "").lower() == name.replace("_", "").lower():
        return True
    if min(len(own), len(name)) < _LONG or own[-1].isdigit() or name[-1].isdigit():
        return False  # fc1 and fc2 are two layers
    short, long = sorted((own, name), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long)) == 1  # noqa: B905
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


_LONG = 4
"""A name of fewer characters that differs in one of them is another name."""


def _rename(method: Any, name: str, meant: str) -> None:
    for one in _attributes(method, _ast.Load):
        if one.attr == name:
            one.attr = meant


def _look_up(method: Any, kept: Collection[str]) -> bool:
    """Has a method look variables that it never assigns up in its object; whether there are any.

    A method other than the constructor, and names that the object keeps.
    """
    arguments = method.args
    own = {one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
    own |= {one.arg for one in (arguments.vararg, arguments.kwarg) if one is not None}
    own |= {one.id for one in _below(method) if _is_assigned(one)}
    own |= {name for one in _below(method) for name in getattr(one, "names", ()) if _is_text(name)}
    own |= {one.arg for one in _below(method) if isinstance(one, _ast.arg)}
    meant = set(kept) - own
    if method.name == "__init__" or not meant:
        return False
    found = False
    for node in list(_below(method)):
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                mended = [_of_object(one, method, meant) for one in value]
                changed = any(a is not b for a, b in zip(mended, value))  # noqa: B905
                value[:] = mended
            else:
                mended_value = _of_object(value, method, meant)
                changed = mended_value is not value
                if changed:
                    setattr(node, field, mended_value)
            found = found or changed
    return found


def _is_assigned(node: Any) -> bool:
    return isinstance(node, _ast.Name) and not isinstance(node.ctx, _ast.Load)


def _is_text(name: Any) -> bool:
    return isinstance(name, str)


def _of_object(node: Any, method: Any, meant: Collection[str]) -> Any:
    """``self.w`` in place of ``w``; all else as it is."""
    if not isinstance(node, _ast.Name) or node.id not in meant:
        return node
    owner = _placed(_ast.Name(id=_first(method), ctx=_ast.Load()), node)
    return _placed(_ast.Attribute(value=owner, attr=node.id, ctx=_ast.Load()), node)


def _call_instead(methods: list[Any], layers: dict[str, str], name: str) -> bool:
    """Has a layer that nobody calls called where another one of its kind is called once more.

    The first of two calls is that of the layer that is made first. ``layers`` are the kinds of all,
    in the order in which they are made.
    """
    order = list(layers)
    twice = []
    for method in methods:
        calls: dict[str, list[Any]] = {}
        for one in _looked_up(method):
            calls.setdefault(one.attr, []).append(one)
        twice += [
            those
            for own, those in calls.items()
            if len(those) == 2 and layers.get(own) == layers[name]
        ]
    if len(twice) != 1:
        return False
    (calls_of_one,) = twice
    is_before = order.index(name) < order.index(calls_of_one[0].attr)
    calls_of_one[0 if is_before else 1].attr = name
    return True


def _layers_made(methods: list[Any]) -> dict[str, str]:
    """The layers with weights that constructors make, in their order, and the kind of each."""
    made: dict[str, str] = {}
    for method in methods:
        if method.name != "__init__":
            continue
        for one in [each for each in method.body if isinstance(each, _ast.Assign)]:
            target: Any = one.targets[0]
            value: Any = one.value
            both = _is_tuple(target) and _is_tuple(value)
            pairs = zip(target.elts, value.elts) if both else [(target, value)]  # noqa: B905
            for own, call in pairs:
                called = getattr(call, "func", None)
                kind = getattr(called, "attr", getattr(called, "id", ""))
                if isinstance(own, _ast.Attribute) and kind.startswith(_WITH_PARAMETERS):
                    made[own.attr] = kind
    return made


def _looked_up(method: Any) -> list[Any]:
    """The attributes that a method looks up, in the order in which it works with them.

    What is called comes behind what it is given.
    """
    calls = {id(one.func): one for one in _below(method) if isinstance(one, _ast.Call)}

    def end(node: Any) -> tuple[int, int]:
        whole = calls.get(id(node), node)
        return whole.end_lineno, whole.end_col_offset

    return sorted(_attributes(method, _ast.Load), key=end)


def _placed(node: Any, place: Any) -> Any:
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node
