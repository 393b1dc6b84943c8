"""A convolution as a matrix product: windows in rows, the product, the way back, the matrix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from problems.family import Example, Family, InCode, Level
from problems.im2row_code.rules import (
    CONVOLUTION,
    MATRIX,
    UNCHANGED_BY_PRODUCT,
    WAY_BACK,
    WINDOWS,
    How,
)
from problems.layer_class.inputs import decimals, odd_numbers
from problems.probe import Check, Probe, Style
from problems.rule import Rule
from problems.rules.purity import UNCHANGED
from problems.stream import Stream

Array = NDArray[Any]
Pair = Sequence[int]
Numbers = Callable[[Stream, Sequence[int]], Array]

WINDOWS_IN = {"rows": "im2row", "columns": "im2col"}
WAY_BACK_FROM = {"rows": "row2im", "columns": "col2im"}
"""What functions are called where the windows are the rows, or the columns, of the matrix."""

READY_MADE = (
    *("scipy", "numpy.convolve", "numpy.correlate"),
    *("torch.*conv*", "torch.*fold*", "torch.ops"),
)
"""What convolves, or lays windows side by side, by itself; `sliding_window_view` does not."""


class Parameters(TypedDict):
    """The functions that are asked for, each by its arguments in their order; none if it is not.

    ``kind`` is ``map`` (H, W), ``maps`` (C, H, W), or ``padded`` maps. ``layout`` says whether
    windows are ``rows`` or ``columns``, after which the functions are ``named``, and ``order``
    whether a window has its ``channels`` one after the other or its ``cells``, with all channels of
    each. Stride and padding are down and to the right, as is the stride of the matrix of a
    convolution.
    """

    kind: str
    named: str
    layout: str
    order: str
    stride: list[int]
    padding: list[int]
    im2row: list[str]
    conv2d: list[str]
    row2im: list[str]
    toeplitz: list[str]
    matrix_stride: list[int]


def draw(stream: Stream, level: Level) -> Parameters:
    """One map at ``easy``, stride and product at ``standard``, padding and the matrix at ``hard``.

    Strides and padding differ down and to the right, so that whoever swaps them is seen.
    """
    layout = stream.choice(("rows", "columns"))
    sizes = stream.choice((["kh", "kw"], ["kw", "kh"]))
    sizes_first = stream.chance(1, 2)

    def arguments(*data: str) -> list[str]:
        return [*sizes, *data] if sizes_first else [*data, *sizes]

    drawn: Parameters = {
        "kind": "map",
        "named": layout,
        "layout": layout,
        "order": "channels",
        "stride": [1, 1],
        "padding": [0, 0],
        "im2row": arguments("p"),
        "conv2d": [],
        "row2im": [],
        "toeplitz": [],
        "matrix_stride": [1, 1],
    }
    if level == "easy":
        return drawn
    drawn["kind"] = "maps"
    drawn["order"] = stream.choice(("channels", "cells"))
    drawn["stride"] = [*stream.choice(((1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2)))]
    drawn["row2im"] = arguments(*stream.shuffled((layout, "shape")))
    drawn["conv2d"] = [*stream.choice((("p", "w", "b"), ("w", "b", "p")))]
    if level == "standard":
        return drawn
    drawn["kind"] = "padded"
    drawn["padding"] = [*stream.choice(((1, 2), (2, 1)))]
    drawn["toeplitz"] = [*stream.shuffled(("w", "shape"))]
    drawn["matrix_stride"] = stream.choice(([1, 1], drawn["stride"]))
    return drawn


def names(p: Parameters) -> tuple[str, ...]:
    """The functions that are asked for."""
    asked = {
        WINDOWS_IN[p["named"]]: p["im2row"],
        "conv2d": p["conv2d"],
        WAY_BACK_FROM[p["named"]]: p["row2im"],
        "toeplitz": p["toeplitz"],
    }
    return tuple(name for name, arguments in asked.items() if arguments)


def style(p: Parameters) -> tuple[Style, ...]:
    """Own code; a product without a loop, but for those of the functions beside it."""
    windows, *others = names(p)
    own = Style(
        f"{windows}-own-code",
        windows,
        slip="library-windows",
        forbidden=READY_MADE,
        unseen="library-unseen",
    )
    if "conv2d" not in others:
        return (own,)
    return (
        own,
        Style(
            "conv2d-own-code",
            "conv2d",
            slip="library-convolution",
            forbidden=READY_MADE,
            unseen="library-unseen",
        ),
        Style(
            "conv2d-no-loop",
            "conv2d",
            slip="loop-in-convolution",
            loops=0,
            besides=(windows, *(name for name in others if name != "conv2d")),
        ),
    )


# -- what is handed over ---------------------------------------------------------------------------


def how(p: Parameters) -> How:
    """How windows are read, as the rules take it."""
    return {key: p[key] for key in ("stride", "padding", "order", "layout")}


def side(p: Parameters, axis: int, places: int, kernel: int, left_over: int = 0) -> int:
    """The cells of maps along an axis with so many places of a kernel, and cells left over.

    With padding there are as many places more as it takes for the kernel to fit without, too.
    """
    stride, padding = p["stride"][axis], p["padding"][axis]
    beside = -2 * padding % stride
    return stride * (places - 1) + kernel + beside + min(left_over, stride - 1)


def maps_shape(
    p: Parameters, channels: int, places: Pair, size: Pair, left_over: int = 0
) -> tuple[int, ...]:
    """The shape of what is read: that of one map, or of so many.

    It is no square, where there are not as many places down as to the right: else there is one
    more to the right.
    """
    height, width = (side(p, axis, places[axis], size[axis], left_over) for axis in (0, 1))
    if height == width and places[0] != places[1]:
        width += p["stride"][1]
    return (height, width) if p["kind"] == "map" else (channels, height, width)


def overlapping(p: Parameters) -> tuple[int, int]:
    """The height and width of a kernel, no square, with which windows overlap along both axes."""
    down, right = p["stride"]
    return down + 1, right + (3 if right + 2 == down + 1 else 2)


def tall(p: Parameters) -> tuple[int, int]:
    """Those of another kernel, which is higher than it is wide."""
    size = overlapping(p)
    return max(size) + 1, min(size)


def apart(p: Parameters) -> tuple[int, int]:
    """That of a kernel with which they do not, and leave cells between them where they can."""
    down, right = p["stride"]
    return max(down - 1, 1), max(right - 1, 1)


def call(
    probe: Probe,
    function: str,
    arguments: Sequence[str],
    given: dict[str, Any],
    rule: Rule,
    **inputs: Any,
) -> None:
    """A call with what is given, each laid down under its name, and what it returns."""
    number = len(probe.observations) + 1
    index = "" if number == 1 else str(number)
    handed = [probe.put(f"{name}{index}", given[name]) for name in arguments]
    result = probe.call(f"result{index}", function, *handed)
    probe.read(result, f"{function}({', '.join(handed)})", rule, **inputs)


def untouched(
    function: str,
    arguments: Sequence[str],
    given: dict[str, Any],
    looked_at: Sequence[str],
    rule: Rule = UNCHANGED,
    **inputs: Any,
) -> Check:
    """The arrays that were handed over, after a call."""
    probe = Probe()
    for name in arguments:
        probe.put(name, given[name])
    probe.call("result", function, *arguments)
    for name in looked_at:
        what = f"{function}({', '.join(arguments)}); {name}"
        probe.read(name, what, rule, x=given[name], **inputs)
    return Check(f"{function}-inputs-unchanged", probe, secondary=True)


# -- checks ----------------------------------------------------------------------------------------


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Each function by itself: other sizes down than to the right, and several calls."""
    yield from checks_of_windows(p, stream)
    if p["conv2d"]:
        yield from checks_of_product(p, stream)
    if p["row2im"]:
        yield from checks_of_way_back(p, stream)
    if p["toeplitz"]:
        yield from checks_of_matrix(p, stream)


def checks_of_windows(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Windows that overlap, of integers and decimals; a kernel of one cell and one of all."""
    function = WINDOWS_IN[p["named"]]

    def read(probe: Probe, x: Array, size: Pair) -> None:
        given = {"p": x, "kh": size[0], "kw": size[1]}
        call(probe, function, p["im2row"], given, WINDOWS, x=x, size=size, how=how(p))

    def drawn(
        of: Stream, numbers: Numbers, channels: int, places: Pair, size: Pair, left_over: int = 0
    ) -> Array:
        return numbers(of, maps_shape(p, channels, places, size, left_over))

    size = overlapping(p)
    probe = Probe()
    read(probe, drawn(stream, odd_numbers, 2, (2, 4), size, left_over=1), size)
    yield Check(f"{function}-integers", probe, marks=3)  # a slip is charged at the first check

    other, branch = Probe(), stream.branch("unseen windows")
    wide = (3, 4)  # so that a kernel as wide as it should be high fits as well
    read(other, drawn(stream, decimals, 3, wide, tall(p)), tall(p))

    def unseen() -> None:
        whole = drawn(branch, odd_numbers, 4, (5, 4), size, left_over=2)
        read(other, whole, size)
        read(other, drawn(branch, decimals, 2, (2, 4), tall(p)).astype(np.float32), tall(p))

    other.go_on_unseen(unseen)
    yield Check(f"{function}-decimals", other)
    if p["kind"] != "map":
        probe = Probe()
        read(probe, drawn(stream, decimals, 1, (3, 4), apart(p), left_over=2), apart(p))
        read(probe, drawn(stream, odd_numbers, 1, (4, 2), size), size)
        yield Check(f"{function}-one-channel", probe)
    probe = Probe()
    read(probe, drawn(stream, decimals, 2, (3, 3), (1, 1)), (1, 1))
    whole = drawn(stream, odd_numbers, 2, (1, 1), [n + 2 for n in size])
    all_of_it = [n + 2 * k for n, k in zip(whole.shape[-2:], p["padding"], strict=True)]
    read(probe, whole, all_of_it)
    yield Check(f"{function}-smallest-and-largest-kernel", probe)
    given = {"p": drawn(stream, decimals, 2, (2, 2), size), "kh": size[0], "kw": size[1]}
    yield untouched(function, p["im2row"], given, ("p",))


def checks_of_product(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Maps and kernels of decimals, maps of integers, and one channel alone."""

    def convolved(probe: Probe, x: Array, size: Pair, kernels: int, of: Stream) -> None:
        w, b = decimals(of, (kernels, len(x), *size)), decimals(of, (kernels,))
        given = {"p": x, "w": w, "b": b}
        call(probe, "conv2d", p["conv2d"], given, CONVOLUTION, x=x, w=w, bias=b, how=how(p))
        own: dict[str, Any] = {"p": x, "kh": size[0], "kw": size[1]}
        taken = {f"{name}_of_windows": own[name] for name in p["im2row"]}
        probe.call_aside("own_rows", "windows", WINDOWS_IN[p["named"]], tensor=False, **taken)

    size = overlapping(p)
    first = Probe()
    convolved(first, decimals(stream, maps_shape(p, 2, (2, 3), size, 1)), size, 3, stream)
    yield Check("conv2d-decimals", first, marks=3)
    probe = Probe()
    whole = odd_numbers(stream, maps_shape(p, 3, (3, 2), tall(p)))
    convolved(probe, whole, tall(p), 2, stream)
    yield Check("conv2d-integer-maps", probe)
    probe = Probe()
    convolved(probe, decimals(stream, maps_shape(p, 1, (3, 4), size, 1)), size, 2, stream)
    yield Check("conv2d-one-channel", probe)
    x, w = decimals(stream, maps_shape(p, 2, (2, 2), size)), decimals(stream, (3, 2, *size))
    b = decimals(stream, (3,))
    product = {"maps": x, "w": w, "bias": b, "how": how(p)}
    given = {"p": x, "w": w, "b": b}
    yield untouched("conv2d", p["conv2d"], given, ("p", "w", "b"), UNCHANGED_BY_PRODUCT, **product)


def checks_of_way_back(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Windows that overlap, those that leave cells between them, and one channel alone."""
    function, matrix = WAY_BACK_FROM[p["named"]], p["named"]

    def handed(
        numbers: Numbers, of: Stream, channels: int, places: Pair, size: Pair, left_over: int = 0
    ) -> dict[str, Any]:
        shape = maps_shape(p, channels, places, size, left_over)
        laid_out = WINDOWS.function(np.zeros(shape), size, how(p)).shape
        return {matrix: numbers(of, laid_out), "shape": shape, "kh": size[0], "kw": size[1]}

    def put_back(probe: Probe, given: dict[str, Any]) -> None:
        inputs = {"shape": given["shape"], "size": (given["kh"], given["kw"]), "how": how(p)}
        call(probe, function, p["row2im"], given, WAY_BACK, rows=given[matrix], **inputs)

    size, first, branch = overlapping(p), Probe(), stream.branch("unseen way back")
    put_back(first, handed(odd_numbers, stream, 2, (3, 2), size))

    def unseen() -> None:
        put_back(first, handed(decimals, branch, 3, (2, 4), size, 2))

    first.go_on_unseen(unseen)
    yield Check(f"{function}-overlapping", first, marks=3)
    probe = Probe()
    put_back(probe, handed(decimals, stream, 2, (3, 4), apart(p), 2))
    yield Check(f"{function}-apart", probe)
    probe = Probe()
    put_back(probe, handed(decimals, stream, 1, (2, 4), size, 1))
    yield Check(f"{function}-one-channel", probe)
    yield untouched(function, p["row2im"], handed(decimals, stream, 2, (2, 2), size), (matrix,))


def checks_of_matrix(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Kernels that are no squares, of integers and decimals, and one as large as the map."""
    down, right = p["matrix_stride"]

    def laid_out(probe: Probe, w: Array, shape: tuple[int, int]) -> None:
        given = {"w": w, "shape": shape}
        stride = p["matrix_stride"]
        call(probe, "toeplitz", p["toeplitz"], given, MATRIX, w=w, shape=shape, stride=stride)

    first, branch = Probe(), stream.branch("unseen matrices")
    laid_out(first, odd_numbers(stream, (2, 3)), (2 + 2 * down, 3 + right))

    def unseen() -> None:
        laid_out(first, decimals(branch, (3, 3)), (3 + 3 * down - 1, 3 + 2 * right))

    first.go_on_unseen(unseen)
    yield Check("toeplitz-integers", first, marks=3)
    probe = Probe()
    laid_out(probe, decimals(stream, (3, 2)), (3 + down, 2 + 3 * right - 1))
    yield Check("toeplitz-decimals", probe)
    probe = Probe()
    laid_out(probe, decimals(stream, (2, 3)), (2, 3))
    laid_out(probe, odd_numbers(stream, (1, 1)), (2, 3))
    yield Check("toeplitz-smallest-and-largest-kernel", probe)
    given = {"w": decimals(stream, (2, 3)), "shape": (3, 4)}
    yield untouched("toeplitz", p["toeplitz"], given, ("w",))


def misread(p: Parameters) -> dict[str, list[Parameters]]:
    """The functions of other readings of the sheet: all of them are right for one of these."""
    stride, padding = p["stride"], p["padding"]
    other = "columns" if p["layout"] == "rows" else "rows"
    found: dict[str, list[Parameters]] = {
        f"{other}-for-{p['layout']}": [{**p, "layout": other}],
    }
    if p["kind"] != "map":
        first = p["order"] == "channels"
        key = "channels-last-in-rows" if first else "channels-first-in-rows"
        found[key] = [{**p, "order": "cells" if first else "channels"}]
        found["stride-forgotten"] = [{**p, "stride": [1, 1], "matrix_stride": [1, 1]}]
        found["strides-swapped"] = [{**p, "stride": stride[::-1]}]
    if p["kind"] == "padded":
        found["padding-forgotten"] = [{**p, "padding": [0, 0]}]
        found["paddings-swapped"] = [{**p, "padding": padding[::-1]}]
    return found


FAMILY = Family(
    key="im2row-code",
    draw=draw,
    task=InCode(names=names, checks=checks, style=style, misread=misread),
    examples={
        "lecture": Example(
            {
                "kind": "map",
                "named": "rows",
                "layout": "rows",
                "order": "channels",
                "stride": [1, 1],
                "padding": [0, 0],
                "im2row": ["p", "kh", "kw"],
                "conv2d": [],
                "row2im": [],
                "toeplitz": [],
                "matrix_stride": [1, 1],
            },
            source="lecture on the backward pass through convolutions, im2row",
        ),
    },
)
