"""Further mistakes in the output shapes of convolutions and poolings, as slips of their rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from problems.rule import NotApplicableError, Slip
from reference import sizes

_Shape = tuple[int, ...]
_Size = Callable[[int, int, int, int], int]
"""A size after a layer: of the size before it, what the window spans, stride and padding."""


BATCH_AXIS = "batch-axis"


def _right_size(n: int, span: int, stride: int, padding: int) -> int:
    return (n + 2 * padding - span) // stride + 1


def _rounded_to_nearest(n: int, span: int, stride: int, padding: int) -> int:
    """As Python's ``round`` does it: a half goes to the even neighbour."""
    return round(Fraction(n + 2 * padding - span) / stride) + 1


def _rounded_up(n: int, span: int, stride: int, padding: int) -> int:
    return -(-(n + 2 * padding - span) // stride) + 1


def _rounded_with_one(n: int, span: int, stride: int, padding: int) -> int:
    return round(Fraction(n + 2 * padding - span) / stride + 1)


def _without_brackets(n: int, span: int, stride: int, padding: int) -> int:
    """As ``n - k + 2 * p // s + 1`` is worked out: only the padding is divided."""
    return n - span + 2 * padding // stride + 1


def _kernel_divided(n: int, span: int, stride: int, padding: int) -> int:
    """As ``n + 2 * p - k // s + 1`` is worked out: only the kernel is divided."""
    return n + 2 * padding - span // stride + 1


def _off_by_half(n: int, span: int, stride: int, padding: int) -> int:
    """Half of the kernel taken off in all, where it is to be taken off on each side."""
    return (n + 2 * padding - span // 2 - 1) // stride + 1


def _only_with_stride(size: _Size) -> _Size:
    """A size that is that of another mistake, or right, where the stride is 1."""

    def wrong(n: int, span: int, stride: int, padding: int) -> int:
        if stride == 1:
            raise NotApplicableError("a stride is needed by which the size could be divided")
        return size(n, span, stride, padding)

    return wrong


# Sources: the quiz of the course "Convolutional neural networks" (deeplearning.ai, week 1) and
# forum questions on its formula; TensorFlow's "same" (tf.nn.conv2d).
SIZES: Mapping[str, _Size] = {
    "kernel-added-in-size": lambda n, span, stride, padding: (n + 2 * padding + span) // stride + 1,
    "divided-by-stride-plus-one": lambda n, span, stride, padding: (
        (n + 2 * padding - span) // (stride + 1)
    ),
    "plus-one-inside": lambda n, span, stride, padding: (n + 2 * padding - span + 1) // stride,
    "size-rounded-to-nearest": _rounded_to_nearest,
    "size-divided-by-stride": _only_with_stride(lambda n, _span, stride, _padding: n // stride),
    "same-with-stride": _only_with_stride(lambda n, _span, stride, _padding: -(-n // stride)),
    "padding-counted-twice": lambda n, span, stride, padding: (
        (n + 4 * padding - span) // stride + 1
    ),
    "padding-added-to-output": _only_with_stride(
        lambda n, span, stride, padding: (n - span) // stride + 1 + 2 * padding
    ),
    "half-kernel-subtracted": lambda n, span, stride, padding: (
        (n + 2 * padding - span // 2) // stride + 1
    ),
    "brackets-left-out-of-size": _only_with_stride(_without_brackets),
}
"""Wrong sizes of one layer along an axis, by the keys of the mistakes."""
OTHER_WAYS: Mapping[str, tuple[_Size, ...]] = {
    "size-rounded-to-nearest": (_rounded_with_one,),
    "half-kernel-subtracted": (_off_by_half,),
    "brackets-left-out-of-size": (_only_with_stride(_kernel_divided),),
}
"""Other sizes to which the same mistakes lead."""
_LAST_RESORTS = frozenset({"padding-counted-twice", "half-kernel-subtracted"})
_MISTAKES: Mapping[str, str] = {"same-with-stride": "same-for-valid"}
_BY_KIND = frozenset({"size-divided-by-stride", "same-with-stride"})
"""Made in one kind of layer: pooling is said to halve a map, and convolutions have a formula."""


def _each(before: tuple[int, ...], size: _Size, span: int, stride: int, padding: int) -> _Shape:
    return tuple(max(size(n, span, stride, padding), 1) for n in before)


def _each_as_computed(
    before: tuple[int, ...], size: _Size, span: int, stride: int, padding: int
) -> _Shape:
    """Sizes of which one is below 1, as they come of the formula. Raises NotApplicableError."""
    found = tuple(size(n, span, stride, padding) for n in before)
    if min(found) > 0:
        raise NotApplicableError("a map is needed that has become empty")
    return found


def _convolved(size: _Size, each: Callable[..., _Shape]) -> Callable[..., _Shape]:
    def shape(
        in_shape: _Shape, channels: int, kernel: int, stride: int, padding: int, dilation: int
    ) -> _Shape:
        span = (kernel - 1) * dilation + 1
        return (channels, *each(in_shape[1:], size, span, stride, padding))

    return shape


def _pooled(size: _Size, each: Callable[..., _Shape]) -> Callable[..., _Shape]:
    return lambda in_shape, kernel, stride, padding=0: (
        in_shape[0],
        *each(in_shape[1:], size, kernel, stride, padding),
    )


def convolved(key: str, size: _Size) -> Slip:
    """A slip in the size of a convolution, of one cell at least or as people compute it."""
    others = [_convolved(other, _each) for other in _other_sizes(key)]
    return _sized(key, _convolved(size, _each), _convolved(size, _each_as_computed), *others)


def pooled(key: str, size: _Size) -> Slip:
    """A slip in the size of a pooling, of one cell at least or as people compute it."""
    others = [_pooled(other, _each) for other in _other_sizes(key)]
    return _sized(key, _pooled(size, _each), _pooled(size, _each_as_computed), *others)


def _other_sizes(key: str) -> tuple[_Size, ...]:
    return OTHER_WAYS.get(key, ())


def _sized(key: str, shape: Callable[..., _Shape], *others: Callable[..., _Shape]) -> Slip:
    return Slip(
        key,
        shape,
        other_ways=others,
        mistake=_MISTAKES.get(key, ""),
        last_resort=key in _LAST_RESORTS,
        by_kind=key in _BY_KIND,
    )


def _with_batch(shape: _Shape) -> _Shape:
    """As torchinfo prints it; in its place Keras has None, torchsummary -1."""
    return (1, *shape)


def _one_for_both(place: int) -> Callable[[_Shape], _Shape]:
    """One of the sizes for all of them."""
    return lambda shape: (shape[0], *(shape[place] for _ in shape[1:]))


def divided_first(n: int, span: int, stride: int, padding: int) -> int:
    """The size divided by the stride before the kernel is taken off."""
    return (n + 2 * padding) // stride - span + 1


def _kept_where_padded(in_shape: _Shape, channels: int, stride: int, padding: int) -> _Shape:
    """The size of the input, whatever kernel and padding are. A stride would make it smaller."""
    if padding == 0 or stride > 1:
        raise NotApplicableError("a padding is needed that may be taken for “same”")
    return (channels, *in_shape[1:])


def _moved_by_dilation(
    in_shape: _Shape, channels: int, kernel: int, stride: int, padding: int, dilation: int
) -> _Shape:
    """A kernel without gaps that moves by the dilation."""
    if dilation == 1:
        raise NotApplicableError("a dilation is needed that is misread")
    return (channels, *_each(in_shape[1:], _right_size, kernel, stride * dilation, padding))


def _padded_pooling(in_shape: _Shape, kernel: int, stride: int, padding: int = 0) -> _Shape:
    """With half of the window added on each side, as in the first pooling of a ResNet."""
    if padding or kernel % 2 == 0:
        raise NotApplicableError("a window with a middle is needed, and no padding")
    return (in_shape[0], *_each(in_shape[1:], _right_size, kernel, stride, kernel // 2))


def of_convolution() -> tuple[Slip, ...]:
    """Slips of the shape of a convolution."""

    def spanned(span: Callable[[int, int], int]) -> Callable[..., _Shape]:
        """The shape where the kernel of a dilation is taken to span so much."""

        def shape(
            in_shape: _Shape, channels: int, kernel: int, stride: int, padding: int, dilation: int
        ) -> _Shape:
            if dilation == 1:
                raise NotApplicableError("a dilation is needed that is misread")
            return (
                channels,
                *_each(in_shape[1:], _right_size, span(kernel, dilation), stride, padding),
            )

        return shape

    def changed(change: Callable[[_Shape], _Shape]) -> Callable[..., _Shape]:
        return lambda in_shape, channels, kernel, geometry: change(
            sizes.conv_output_shape(in_shape, channels, kernel, geometry)
        )

    def with_channels(channels_of: Callable[[int, int], int]) -> Callable[..., _Shape]:
        return lambda in_shape, channels, kernel, geometry: (
            channels_of(in_shape[0], channels),
            *sizes.conv_output_shape(in_shape, channels, kernel, geometry)[1:],
        )

    return (
        *(convolved(key, size) for key, size in SIZES.items()),
        Slip("dilation-as-gaps", spanned(lambda kernel, gaps: kernel + (kernel - 1) * gaps)),
        # Documented so in MatConvNet's manual (vl_nnconv).
        Slip("kernel-times-gaps", spanned(lambda kernel, d: kernel * (d - 1) + 1)),
        Slip("dilated-extent-one-short", spanned(lambda kernel, d: (kernel - 1) * d)),
        Slip("dilation-added-to-kernel", spanned(lambda kernel, d: kernel + d - 1)),
        Slip("dilation-moves-window", _moved_by_dilation, mistake="dilation-as-stride"),
        Slip("padding-keeps-size", _kept_where_padded, mistake="same-for-valid"),
        Slip("channels-of-input", with_channels(lambda before, _: before)),
        Slip("channels-multiplied", with_channels(lambda before, channels: before * channels)),
        Slip(BATCH_AXIS, changed(_with_batch), notation=True),
        Slip(
            "height-for-both", changed(_one_for_both(1)), other_ways=(changed(_one_for_both(-1)),)
        ),
    )


def of_pooling() -> tuple[Slip, ...]:
    """Slips of the shape of a pooling."""

    def changed(change: Callable[[_Shape], _Shape]) -> Callable[..., _Shape]:
        return lambda in_shape, window: change(sizes.pool_output_shape(in_shape, window))

    def with_maps(maps_of: Callable[[int, int], int]) -> Callable[..., _Shape]:
        return lambda in_shape, window, stride: (
            max(maps_of(in_shape[0], stride), 1),
            *sizes.pool_output_shape(in_shape, window)[1:],
        )

    return (
        *(pooled(key, size) for key, size in SIZES.items() if "padding" not in key),
        Slip(
            "stride-is-kernel",
            lambda in_shape, kernel, padding=0: (
                in_shape[0],
                *_each(in_shape[1:], _right_size, kernel, kernel, padding),
            ),
        ),
        pooled("stride-before-kernel", divided_first),
        Slip("padding-added-to-pooling", _padded_pooling, by_kind=True),
        Slip("pooling-divides-channels", with_maps(lambda maps, stride: maps // stride)),
        Slip(
            "pooling-of-channels-only",
            lambda in_shape, stride: (max(in_shape[0] // stride, 1), *in_shape[1:]),
        ),
        Slip("pooling-merges-maps", with_maps(lambda *_: 1)),
        Slip("pooling-left-out", lambda in_shape: tuple(in_shape), by_kind=True),
        Slip(BATCH_AXIS, changed(_with_batch), notation=True),
        Slip(
            "height-for-both", changed(_one_for_both(1)), other_ways=(changed(_one_for_both(-1)),)
        ),
    )
