"""The signs and letters that formulas know, by their commands in TeX; a new one is a line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from grader.document.formula import Sign, SignKind

_BY_KIND: Mapping[SignKind, Mapping[str, str]] = {
    "sum": {"+": "+", "-": "−", r"\pm": "±", r"\oplus": "⊕"},
    "product": {
        r"\cdot": "·",
        r"\times": "×",
        r"\star": "⋆",
        r"\ast": "∗",
        r"\odot": "⊙",
        r"\otimes": "⊗",
        "/": "/",
    },
    "relation": {
        "=": "=",
        r"\ne": "≠",
        r"\neq": "≠",
        "<": "<",
        ">": ">",
        r"\lt": "<",
        r"\gt": ">",
        r"\le": "≤",
        r"\leq": "≤",
        r"\ge": "≥",
        r"\geq": "≥",
        r"\in": "∈",
        r"\to": "→",
        r"\mapsto": "↦",
        r"\approx": "≈",
        r"\propto": "∝",
        r"\Rightarrow": "⇒",
    },
    "prefix": {r"\partial": "∂", r"\nabla": "∇"},
    "comma": {",": ",", ";": ";", ":": ":"},
    "large": {r"\sum": "∑", r"\prod": "∏"},
    "ordinary": {
        r"\infty": "∞",
        r"\top": "⊤",
        r"\ldots": "…",
        r"\dots": "…",
        r"\cdots": "⋯",
        r"\vdots": "⋮",
        "!": "!",
        "?": "?",
        ".": ".",
    },
}

SIGNS: Mapping[str, Sign] = MappingProxyType(
    {tex: Sign(text, kind) for kind, signs in _BY_KIND.items() for tex, text in signs.items()}
)
"""Signs by their TeX."""

_PREFERRED = {"<": r"\lt", ">": r"\gt", "…": r"\ldots"}
"""``<`` would begin a tag where Markdown is read as HTML."""

TEX_OF_SIGNS: Mapping[str, str] = MappingProxyType(
    {sign.text: tex for tex, sign in reversed(list(SIGNS.items()))} | _PREFERRED
)
"""The TeX of each sign."""

GREEK: Mapping[str, str] = MappingProxyType(
    {
        r"\alpha": "α",
        r"\beta": "β",
        r"\gamma": "γ",
        r"\delta": "δ",
        r"\varepsilon": "ε",
        r"\eta": "η",
        r"\theta": "θ",
        r"\lambda": "λ",
        r"\mu": "μ",
        r"\pi": "π",
        r"\rho": "ρ",
        r"\sigma": "σ",
        r"\tau": "τ",
        r"\varphi": "φ",
        r"\omega": "ω",
        r"\Delta": "Δ",
        r"\Sigma": "Σ",
        r"\Theta": "Θ",
        r"\Omega": "Ω",
    }
)
"""Greek letters by their TeX."""

FUNCTIONS: tuple[str, ...] = ("max", "min", "exp", "ln", "log")
"""Functions that have a command in TeX; others are written as ``\\operatorname{...}``."""

FENCES: Mapping[str, str] = MappingProxyType(
    {
        "(": "(",
        ")": ")",
        "[": "[",
        "]": "]",
        r"\{": "{",
        r"\}": "}",
        r"\lbrace": "{",
        r"\rbrace": "}",
        r"\lfloor": "⌊",
        r"\rfloor": "⌋",
        r"\lceil": "⌈",
        r"\rceil": "⌉",
        r"\lvert": "|",
        r"\rvert": "|",
    }
)
"""Brackets by their TeX. A bare ``|`` is refused: it says neither what it opens nor closes."""

CLOSING: Mapping[str, str] = MappingProxyType(
    {
        "(": ")",
        "[": "]",
        r"\{": r"\}",
        r"\lbrace": r"\rbrace",
        r"\lfloor": r"\rfloor",
        r"\lceil": r"\rceil",
        r"\lvert": r"\rvert",
    }
)
"""The bracket that closes each opening one."""

MATRICES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "cases": ("{", "")}
)
"""The environments of rows and cells, with their brackets."""
