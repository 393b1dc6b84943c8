"""Forms: what kind of value an answer is, how it is kept, and when two values agree."""

from problems.forms.agreement import Cells, agree, agreement_with, cells_that_agree
from problems.forms.form import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Numeric,
    PlainData,
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
    Shapes,
    has_size,
)
from problems.forms.value import counted_shapes, exact, shape_of

__all__ = [
    "Cells",
    "Choice",
    "Decimal",
    "Expression",
    "Form",
    "Integer",
    "Numeric",
    "PlainData",
    "Rational",
    "Reasoned",
    "ReasonedChoice",
    "Shape",
    "Shapes",
    "agree",
    "agreement_with",
    "cells_that_agree",
    "counted_shapes",
    "exact",
    "has_size",
    "shape_of",
]
