"""The one result that is asked for, of several that come together (see `mending`).

Loaded by path in the child.
"""

from __future__ import annotations

from types import GeneratorType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

GENERATOR = "generator-returned"
TOGETHER = "results-returned-together"
COMMA = "comma-behind-the-result"
TEXTS = "texts-for-numbers"

_BETWEEN = dict.fromkeys(map(ord, "[](),;"), " ")
_LONGEST = 100_000
"""No text of more characters is looked at."""


def one_result(
    result: Any, owner: Any, before: Mapping[str, Any], found: set[str], *, is_number: bool
) -> Any:
    """The result that is meant of several, of which the others are left where they should be.

    It is the first one that has axes; where it ``is_number``, as a loss, the first that has none.
    ``before`` has the attributes of their owner before the call: those that are as they were have
    not been left by it. ``found`` takes the mistakes.
    """
    if type(result) is GeneratorType:
        import numpy

        found.add(GENERATOR)
        return numpy.array(list(result))
    if (numbers := _numbers_in_texts(result)) is not None:
        found.add(TEXTS)
        return numbers
    others: dict[str, Any] = {}
    if type(result) is dict:
        by_name = dict(result)
        others = {name: by_name.pop(name) for name in before if name in by_name}
        values = list(by_name.values())
    elif isinstance(result, tuple) or (type(result) is list and not _is_one(result)):
        values = list(result)
        if owner is not None and len(values) <= 1 + len(before):
            others = dict(zip(before, values[1:]))  # noqa: B905
    else:
        return result
    place = _place(values, is_number=is_number)
    if place is None:
        return result
    if place == 0:
        for name, value in others.items():
            if left_in(owner, name) is before[name]:
                setattr(owner, name, value)
    found.add(COMMA if isinstance(result, tuple) and len(result) == 1 else TOGETHER)
    return values[place]


def _numbers_in_texts(result: Any) -> Any:
    """The numbers that a text, or a list or array of texts, has and no more; None for all else."""
    if type(result) is str and len(result) < _LONGEST:
        numbers = result.translate(_BETWEEN).split()
        result = numbers if len(numbers) > 1 or "[" in result else None
    kind = getattr(getattr(result, "dtype", None), "kind", "")
    if kind != "U" and not (type(result) is list and result and set(map(type, result)) == {str}):
        return None
    import numpy

    try:
        return numpy.asarray(result).astype(float)
    except ValueError:
        return None


def left_in(owner: Any, name: str) -> Any:
    """The value of an attribute; None where there is none, whatever its owner raises then."""
    try:
        return getattr(owner, name, None)
    except Exception:  # a ``__getattr__`` of the program's that looks it up in a dictionary, say
        return None


def _place(values: list[Any], *, is_number: bool) -> int | None:
    """Where the result is that is meant; None if there is none such."""
    axes = [_axes(value) for value in values]
    if not is_number:
        return next((at for at, count in enumerate(axes) if count), None)
    plain = (at for at, value in enumerate(values) if type(value) in (int, float))
    return axes.index(0) if 0 in axes else next(plain, None)


def _axes(value: Any) -> int | None:
    """How many axes an array or tensor has; None for all else."""
    shape = getattr(value, "shape", None)
    return len(shape) if isinstance(shape, tuple) else None


def _is_one(rows: list[Any]) -> bool:
    """Whether a list is one result: all its entries are of one shape, or none is an array."""
    return len({getattr(row, "shape", ()) for row in rows}) < 2
