"""NumPy with what it had in earlier versions, as courses and forums still have it (see `mending`).

Loaded by path in the child.
"""

from __future__ import annotations

from types import GeneratorType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

OLD_NAMES = "names-of-an-old-numpy"
SUM = "sum-of-a-generator"

_NEW: dict[str, Any] = {
    **{"float": float, "int": int, "bool": bool, "object": object, "complex": complex},
    **{"float_": "float64", "int_": "int64", "product": "prod", "cumproduct": "cumprod"},
    **{"alltrue": "all", "sometrue": "any", "row_stack": "vstack", "in1d": "isin"},
    **{"trapz": "trapezoid", "NaN": "nan", "Inf": "inf", "infty": "inf"},
}
"""What old names stood for: a type of Python, or another name in NumPy."""


def restore(found: set[str]) -> None:
    """Gives NumPy its old names, and the sum of a generator; ``found`` takes what is used."""
    import numpy

    names = vars(numpy)
    lookup, total = names.get("__getattr__"), numpy.sum

    def old(name: str) -> Any:
        if name in _NEW:
            found.add(OLD_NAMES)
            meant = _NEW[name]
            return names[meant] if type(meant) is str else meant
        if lookup is None:
            raise AttributeError(f"module 'numpy' has no attribute {name!r}")
        return lookup(name)

    def summed(a: Any, *rest: Any, **named: Any) -> Any:
        if type(a) is GeneratorType:
            found.add(SUM)
            return sum(a)
        return total(a, *rest, **named)

    names["__getattr__"] = old
    names["sum"] = summed
