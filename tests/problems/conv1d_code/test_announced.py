"""What a style rule takes marks for is announced on the sheet, in every language."""

from __future__ import annotations

import pytest

from grader.render.statement import statement
from grader.render.text import text
from grader.sheet.sheet import Problem
from problems.conv1d_code.family import READY_MADE
from problems.drawing import draw_variant
from problems.sentences import LANGUAGES, Language

SHOWN = {
    "numpy.convolve": "`np.convolve`",
    "numpy.correlate": "`np.correlate`",
    "numpy.ma.convolve": "`np.convolve`",
    "numpy.ma.correlate": "`np.correlate`",
    "numpy.polymul": "`np.polymul`",
    "numpy.poly1d": "`np.polymul`",  # products of polynomials, which are named as such
    "numpy.polynomial": "`np.polymul`",
    "scipy": "SciPy",
    "torch.*conv*": "PyTorch",
    "torch.ops": "PyTorch",
}
"""By what the sheet names each of the functions that are ready-made."""

HELPERS = {
    "en": ("comprehensions", "helper functions"),
    "hr": ("[… for …]", "pomoćnim funkcijama"),
    "pl": ("wyrażeniach listowych", "funkcjach pomocniczych"),
    "ru": ("генераторах списков", "вспомогательных функциях"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_ready_made_functions_and_the_loops_that_count_are_on_the_sheet(language: Language) -> None:
    assert SHOWN.keys() == set(READY_MADE)
    problem = Problem("1", draw_variant("conv1d-code", "hard", "31"))
    told = " ".join(text(statement(problem, language), 10_000).split())
    for needed in (*SHOWN.values(), *HELPERS[language], "`exec`", "`getattr`"):
        assert needed in told, needed
