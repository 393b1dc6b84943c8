"""Frozen records, as ``@dataclass(frozen=True)`` makes them, in a third of the time.

`dataclasses` writes six methods for each class and compiles each by itself, some 0.4 ms a class;
with a hundred of them that was a tenth of a short command. Here one is compiled, the constructor.
The others are alike for all classes. They do what those of `dataclasses` do, whose functions
(``replace``, ``fields``) take these classes too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(kind: type[T]) -> type[T]: ...
@overload
def frozen(*, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[Any] | None = None, *, eq: bool = True) -> Any:
    """Makes a frozen record of a class. Without ``eq`` each instance equals itself alone.

    A class that says itself what its hash is keeps that.

    Records that inherit from others, and fields by keyword alone, are for ``@dataclass``.
    """
    if kind is None:
        return lambda made: _made(made, eq=eq)
    return _made(kind, eq=eq)


def _made(kind: type[Any], *, eq: bool) -> type[Any]:
    # Of a class that says nothing of itself `dataclasses` writes down the signature, for which it
    # has the tokenizer compiled: 15 ms.
    kind.__doc__ = kind.__doc__ or kind.__name__
    made: Any = dataclass(init=False, repr=False, eq=False)(kind)
    every = fields(made)
    made.__init__ = _constructor(made, every)
    made.__setattr__, made.__delattr__ = _refuse_to_assign, _refuse_to_delete
    made.__repr__ = _shown([each.name for each in every])
    if eq:
        compared = [each.name for each in every if each.compare]
        own = vars(made).get("__hash__")
        made.__eq__, made.__hash__ = _equal(compared), own or _hashed(compared)
    return kind


def _constructor(kind: type[Any], every: tuple[Field[Any], ...]) -> Callable[..., None]:
    """``__init__``, which takes the fields in their order, and calls ``__post_init__``."""
    known: dict[str, Any] = {"_MISSING": MISSING}
    # Into the dictionary of the record itself, past `_refuse_to_assign`: a third of the time of
    # `object.__setattr__` for each field.
    parameters, lines = ["self"], ["    _own = self.__dict__\n"]
    for each in every:
        name = value = each.name
        if each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            parameters.append(f"{name}=_MISSING")
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        elif each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        lines.append(f"    _own[{name!r}] = {value}\n")
    if hasattr(kind, "__post_init__"):
        lines.append("    self.__post_init__()\n")
    exec(f"def __init__({', '.join(parameters)}):\n{''.join(lines)}", known)  # noqa: S102  (names of ours)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


def _refuse_to_assign(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _shown(names: list[str]) -> Callable[[object], str]:
    @recursive_repr()
    def shown(self: object) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({values})"

    return shown


def _equal(names: list[str]) -> Callable[[object, object], Any]:
    values = _taker(names)

    def equal(self: object, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    return equal


def _hashed(names: list[str]) -> Callable[[object], int]:
    values = _taker(names)
    return lambda self: hash(values(self))


def _taker(names: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """What takes the values of these names from a record, as a tuple however many they are."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])
