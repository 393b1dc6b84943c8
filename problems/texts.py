"""Jinja2 templates: a family's statement is ``LANGUAGE.md.j2`` in its folder.

A template that names what is not there is an error, never a hole in a sheet.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from numpy.typing import NDArray

from problems.kit import TEMPLATES

_LONGEST_EXPRESSION = 16
_ROUNDING_ERROR = 1e-12


def plain_number(value: Any) -> str:
    """A number in ASCII: ``7``, ``1/2``, ``-3``, ``0.731``, ``1/(1 + exp(2))``.

    An exact expression comes over one denominator, and as a decimal if it is too long to read.
    """
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return _decimal(value)
    if not _is_expression(value):
        return str(value)
    text = str(value.together())
    return text if len(text) <= _LONGEST_EXPRESSION else _decimal(float(value))


def in_one_form(value: Any) -> NDArray[np.object_]:
    """An array whose expressions are all short enough to read, or else one without fractions.

    So no vector has an expression beside a decimal; whole numbers stay in either.
    """
    array = np.array(value, dtype=object)
    expressions = [cell for cell in array.flat if _is_expression(cell)]
    if any(len(str(cell.together())) > _LONGEST_EXPRESSION for cell in expressions):
        for at, cell in np.ndenumerate(array):
            if _is_expression(cell) or isinstance(cell, Fraction):
                array[at] = float(cell)
    return array


def _is_expression(value: Any) -> bool:
    """Whether a value is an exact one of SymPy's, which need not be loaded to say so."""
    return not isinstance(value, int | float | Fraction | str | np.generic | None)


def _decimal(value: float) -> str:
    """Four digits, and three places at least; what rounding errors have left of a zero is 0.

    So it is right within the tolerance of a blank, however large it is.
    """
    if abs(value) < _ROUNDING_ERROR:
        return "0"
    if abs(value) < 10 or not math.isfinite(value):
        return f"{value:.4g}"
    return f"{value:.3f}".rstrip("0").rstrip(".")


def number(value: Any) -> str:
    """A number as a reader writes it: ``7``, ``1/2``, ``−3``; None as ``–``, words as they are."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else plain_number(value).replace("-", "−")


def shape(value: Any) -> str:
    """A shape: ``16 × 24 × 24``."""
    return " × ".join(str(n) for n in value)


def matrix(value: Any) -> str:
    """A vector in one line, or a matrix in aligned rows."""
    array = in_one_form(value)
    if array.ndim == 0:
        return number(array.item())
    if array.ndim == 1:
        return "  ".join(number(cell) for cell in array)
    rows = [[number(cell) for cell in row] for row in array]
    width = max(len(cell) for row in rows for cell in row)
    return "\n".join("  ".join(cell.rjust(width) for cell in row) for row in rows)


def written(value: Any) -> str:
    """Any value as a reader writes it, in one line: ``[[1, 2], [3, 4]]``, ``16 × 24 × 24``."""
    if isinstance(value, tuple):
        return shape(value)
    array = in_one_form(value)
    if array.ndim == 0:
        return number(array.item())
    return "[" + ", ".join(written(cell) for cell in array) + "]"


@cache
def environment(folder: Path) -> Environment:
    """The templates of a folder."""
    found = Environment(
        loader=FileSystemLoader([folder, TEMPLATES]),  # those of kits have the kit in their name
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Markdown and Python, never HTML
    )
    found.filters.update(number=number, shape=shape, matrix=matrix, written=written)
    return found


def render(folder: Path, template: str, **names: Any) -> str:
    """A template of a folder, filled in. Raises jinja2.UndefinedError for a missing name."""
    return environment(folder).get_template(template).render(**names)


def render_block(folder: Path, template: str, block: str, **names: Any) -> str:
    """One block of a template, filled in, without white space around it."""
    found = environment(folder).get_template(template)
    return "".join(found.blocks[block](found.new_context(names))).strip()
