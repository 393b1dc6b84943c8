"""A name in a class is mended where one other stands ready for it, and nowhere else."""

from __future__ import annotations

import ast

import pytest

from grader.sandbox.inside.mended_names import (
    MISSPELT,
    NEVER_CALLED,
    NOT_KEPT,
    NOT_TAKEN,
    OVERWRITTEN,
    USED_TWICE,
    WITHOUT_SELF,
    mended_names,
)

CALLED = ("fwd", "back")


def mended(text: str, *known: str) -> tuple[set[str], str]:
    """The mistakes in a class, and the class without them."""
    (node,) = ast.parse(text).body
    found = mended_names(node, CALLED, known)
    return found, ast.unparse(ast.fix_missing_locations(node))


def layer(init: str = "self.w = w", fwd: str = "return self.w * x", back: str = "pass") -> str:
    return (
        f"class Layer:\n    def __init__(self, w):\n        {init}\n"
        f"    def fwd(self, x):\n        {fwd}\n    def back(self, d):\n        {back}\n"
    )


MODEL = (
    "class Model(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
    "        self.conv1 = nn.Conv2d(1, 4, 5)\n        self.conv2 = nn.Conv2d(4, 8, 5)\n"
    "        self.fc1 = nn.Linear(9, 3)\n    def fwd(self, x):\n        x = self.conv1(x)\n"
    "        x = self.conv2(x)\n        return self.fc1(x)\n"
)

MENDED = {
    "kept in a variable": (layer(init="w = w"), WITHOUT_SELF, layer(init="w = self.w = w")),
    "kept in several variables": (
        layer(init="w, n = w, 2", fwd="return self.w * x"),
        WITHOUT_SELF,
        layer(init="self.w, n = w, 2", fwd="return self.w * x"),
    ),
    "an argument that is not kept": (
        layer(back="return self.x * d"),
        NOT_KEPT,
        layer(fwd="self.x = x\n        return self.w * x", back="return self.x * d"),
    ),
    "an argument that its own method looks for": (layer(fwd="return self.w * self.x"), "", ""),
    "looked up as a variable": (layer(fwd="return w * x"), WITHOUT_SELF, layer()),
    "capitals": (layer(fwd="return self.W * x"), MISSPELT, layer()),
    "an underscore": (
        layer("self.w_pad = w", "return self.wpad * x"),
        MISSPELT,
        layer("self.w_pad = w", "return self.w_pad * x"),
    ),
    "one letter": (
        layer("self.weights = w", "return self.weigths * x", "return self.wieghts"),
        "",
        "",
    ),
    "one letter less": (
        layer("self.weights = w", "return self.weight * x"),
        MISSPELT,
        layer("self.weights = w", "return self.weights * x"),
    ),
    "no self": (layer().replace("fwd(self, x)", "fwd(x)"), NOT_TAKEN, layer()),
    "the first layer twice": (MODEL.replace("self.conv2(x)", "self.conv1(x)"), USED_TWICE, MODEL),
    "the second layer twice": (MODEL.replace("self.conv1(x)", "self.conv2(x)"), USED_TWICE, MODEL),
    "the second layer under the first one's name": (
        MODEL.replace("self.conv2 =", "self.conv1 ="),
        OVERWRITTEN,
        MODEL,
    ),
    "the first layer under the second one's name": (
        MODEL.replace("self.conv1 =", "self.conv2 ="),
        OVERWRITTEN,
        MODEL,
    ),
    "the second argument under the first one's name": (
        layer("self.w = w; self.w = other", "return self.w * x + self.bias"),
        OVERWRITTEN,
        layer("self.w = w; self.bias = other", "return self.w * x + self.bias"),
    ),
    "a layer kept in a variable": (
        MODEL.replace("self.fc1 =", "fc1 ="),
        WITHOUT_SELF,
        MODEL.replace("self.fc1 =", "fc1 = self.fc1 ="),
    ),
}


@pytest.mark.parametrize("kind", [kind for kind, (_, key, _) in MENDED.items() if key])
def test_a_name_that_is_not_what_was_meant_is_mended(kind: str) -> None:
    text, key, meant = MENDED[kind]
    assert mended(text) == ({key}, ast.unparse(ast.parse(meant)))


@pytest.mark.parametrize("call", ["self.conv2(x)", "self.fc1(x)"])
def test_of_a_layer_that_is_never_called_it_is_only_said(call: str) -> None:
    pair = "self.conv1, self.conv2 = nn.Conv2d(1, 4, 5), nn.Conv2d(4, 8, 5)"
    text = MODEL.replace("self.conv1 = nn.Conv2d(1, 4, 5)", pair).replace(call, "x")
    assert mended(text) == ({NEVER_CALLED}, ast.unparse(ast.parse(text)))


@pytest.mark.parametrize(
    "text",
    [
        layer(),
        MODEL,
        layer(init="self.w = other(w)"),
        layer("self.w = w; self.w = other(w)", "return self.w * x + self.c"),
        layer(fwd="return self.v * x"),  # too short to be a slip of a key
        MENDED["one letter"][0],  # two letters swapped: no guess
        layer("self.fc1 = w", "return self.fc2 * x"),  # another layer, perhaps
        layer(fwd="return self.W * x").replace("class Layer", "class Layer(Other)"),
        layer(fwd="w = 2; return w * x"),  # a variable of its own
        layer(fwd="return [w for w in x]"),
        layer(fwd="global w; return w * x"),
        layer("self.sum = w", "return sum(x)"),  # Python's own
        layer().replace("fwd(self, x)", "fwd(x)").replace("self.w * x", "x"),
        layer().replace("    def fwd(self, x)", "    @staticmethod\n    def fwd(x)"),
        MODEL.replace("self.conv2(x)", "self.conv1(self.conv1(x))"),  # three calls
    ],
)
def test_what_may_be_meant_as_it_is_stays(text: str) -> None:
    found, left = mended(text)
    assert found <= {NEVER_CALLED}
    assert left == ast.unparse(ast.parse(text))


def test_a_name_that_stands_for_something_outside_stays() -> None:
    text = layer(fwd="return w * x")
    assert mended(text, "w") == (set(), ast.unparse(ast.parse(text)))


def test_a_function_is_no_class() -> None:
    assert mended("def fwd(x):\n    return self.w\n")[0] == set()
