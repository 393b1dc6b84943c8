"""The functions of the symbolic engine, as rules name them."""

from __future__ import annotations

from typing import Any

from problems.rule import Function


def in_symbols(name: str) -> Function:
    """A function of the symbolic engine, which loads SymPy only when it is called."""

    def function(**inputs: Any) -> Any:
        from reference import symbolic

        return getattr(symbolic, name)(**inputs)

    return function
