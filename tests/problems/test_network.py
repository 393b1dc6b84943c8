"""A network's file is read into plain data, or refused with the line and what to do."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from problems.catalogue import family, family_keys
from problems.family import NetworkRefusedError
from problems.network import MOST_LAYERS, Network, NetworkError, checked, read_network
from problems.variant import Variant, network_variant
from reference.statements import second_statement

HEAD = 'name = "Net"\ninput = [3, 32, 40]\n'
EVERY = Path(__file__).with_name("every_layer.toml")
"""Every kind of layer, and every key, on an image whose sides differ."""


def network(tmp_path: Path, layers: str, head: str = HEAD) -> Network:
    file = tmp_path / "net.toml"
    file.write_text(head + layers, encoding="utf-8")
    return read_network(file)


def layer(kind: str, **keys: str) -> str:
    lines = [f"{key.replace('_', '-')} = {value}" for key, value in keys.items()]
    return "\n".join(["[[layer]]", f'kind = "{kind}"', *lines, ""])


CONV = layer("conv", channels="8", kernel="3", padding="1")


def test_what_is_left_out_is_spelled_out(tmp_path: Path) -> None:
    found = network(
        tmp_path,
        CONV + layer("pool", kernel="2") + layer("conv", channels="4", kernel="1", norm="true"),
    )
    one, two, three = found["layers"]
    assert (one["name"], two["name"], three["name"]) == ("conv1", "pool1", "conv2")
    assert (one["after"], two["after"]) == (["image"], ["conv1"])
    assert (one["stride"], one["dilation"], one["groups"], one["bias"]) == (1, 1, 1, True)
    assert (two["stride"], two["padding"], two["of"], two["round"]) == (2, 0, "max", "down")
    assert not three["bias"], "the shift of the normalisation takes its place"


def test_a_depthwise_convolution_has_a_group_for_each_channel(tmp_path: Path) -> None:
    _, found = network(tmp_path, CONV + layer("depthwise", kernel="3", multiplier="2"))["layers"]
    assert (found["kind"], found["groups"], found["channels"]) == ("conv", 8, 16)


def test_what_was_read_reads_as_itself_as_the_header_of_a_sheet_has_it() -> None:
    found = read_network(EVERY)
    assert checked(json.loads(json.dumps(found))) == found


@pytest.mark.parametrize(
    ("layers", "told"),
    [
        ("", r"layers were expected: write a table \[\[layer\]\]"),
        ("[[layer]]\n", "line 3: layer 1: `kind` is missing; one of conv, depthwise"),
        (layer("con"), "line 4: .* `kind` must be one of .* but \"con\" came; is 'conv' meant"),
        (layer("relu"), "line 4: .* leave such layers out: nothing that is asked depends on them"),
        (layer("conv", kernel="3"), r"line 3: layer 1 \(`conv1`\): `channels` is missing"),
        (
            CONV + layer("conv", channels="4", kernel="0"),
            r"line 11: layer 2 \(`conv2`\): `kernel` must be .* from 1 to 64, but 0 came",
        ),
        (
            layer("conv", channels="4", kernel="3", strid="2"),
            "line 7: layer 1 .*: there is no `strid` of `conv`; .* is `stride` meant",
        ),
        (layer("conv", channels="4", kernel="true"), "`kernel` must be a whole .* true came"),
        (layer("conv", channels="4", kernel="3", padding="[1, 2, 3]"), r"\[1, 2, 3\] came"),
        (layer("conv", channels="4", kernel="3", padding='"valid"'), 'padding.*or "same"'),
        (layer("conv", channels="4", kernel="64"), "kernel spans 64 px but .* only 32 px"),
        (
            CONV + layer("conv", channels="8", kernel="3", groups="3"),
            "line 12: .* groups that divide all channels .* `conv1` puts out 8 channels, which 3",
        ),
        (CONV + layer("norm", after='"conv7"'), "line 10: .* no layer before it is called 'conv7'"),
        (CONV + layer("norm", name='"conv1"'), "the name is taken"),
        (CONV + layer("norm", name='"a b"'), "a name of its own, such as conv1"),
        (CONV + layer("sum"), "layer 2 .*: `after` is missing; a list of names"),
        (
            CONV + layer("sum", after='["conv1", "image"]'),
            "one shape .* `conv1` puts out 8 × 32 × 40 and `image` 3 × 32 × 40; put a conv",
        ),
        (
            CONV + layer("pool", kernel="2") + layer("concat", after='["conv1", "pool1"]'),
            "one height and width .* 8 × 32 × 40 and `pool1` 8 × 16 × 20; put a crop",
        ),
        (CONV + layer("sum", after='["conv1", "conv1", "conv1"]'), "two inputs were expected"),
        (CONV + layer("fc", features="3"), "a vector was expected, .* put a flatten between"),
        (layer("flatten") + CONV, "a map was expected, but `flatten1` puts out a vector of 3840"),
        (layer("crop", cells="0"), "nothing would be cut off"),
        (layer("crop", cells="20"), "fewer than 32 cells may be cut off, but 40 were"),
        (layer("shortcut", channels="2"), "at least the 3 channels that `image` puts out"),
        (layer("table", kernel="3", inputs="[3, 4]"), "at most the 3 maps that `image` puts out"),
        (layer("pool", kernel="2", padding='"same"', round='"up"'), "leave out `round`"),
        (layer("transposed", channels="2", kernel="2", output_padding="1"), "below the stride"),
        (layer("transposed", channels="2", kernel="2", padding="40"), "a smaller padding"),
        (CONV * (MOST_LAYERS + 1), f"1 to {MOST_LAYERS} layers were expected"),
        ("[[layer]\n", "TOML in UTF-8 was expected"),
    ],
)  # fmt: skip
def test_a_network_that_cannot_be_used_is_refused_in_words(
    tmp_path: Path, layers: str, told: str
) -> None:
    with pytest.raises(NetworkError, match=told):
        network(tmp_path, layers)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ('name = "a*b"\ninput = [3, 9, 9]\n', "line 1: `name` must be a text of letters"),
        ('name = "N"\ninput = [3, 9]\n', r"line 2: `input` must be \[channels, height, width\]"),
        ('name = "N"\ninput = [3, 9, 5000]\n', "of which a side is at most 4096"),
        ('name = "N"\ninputs = [3, 9, 9]\n', "line 2: a network: there is no `inputs`.*`input` me"),
        ("input = [3, 9, 9]\n", "`name` is missing"),
    ],
)
def test_the_head_of_a_file_is_looked_at_as_well(tmp_path: Path, head: str, told: str) -> None:
    with pytest.raises(NetworkError, match=told):
        network(tmp_path, CONV, head)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match=r"gone\.toml: cannot be read"):
        read_network(tmp_path / "gone.toml")


@pytest.mark.parametrize(
    "changed",
    [
        {"more": 1},
        {"layers": [{"kind": "conv"}]},
        {"layers": [{"kind": "conv", "name": "a", "after": ["image"], "channels": 2, "kernel": 3}]},
        {"layers": []},
        {"input": [3, 10**9, 2]},
        {"name": "{{ 7 }}"},
    ],
)
def test_what_a_forged_header_says_is_no_network(changed: dict[str, object]) -> None:
    with pytest.raises(NetworkError):
        checked({**read_network(EVERY), **changed})
    with pytest.raises(NetworkError, match="a network was expected, but list came"):
        checked([changed])


def every_kind() -> Variant:
    return network_variant("architectures", "hard", read_network(EVERY))


def test_the_statements_of_every_rule_of_a_network_agree() -> None:
    """Rules that no draw uses are certified here."""
    variant = every_kind()
    for step in variant.working.steps:
        second = second_statement(step.rule.function)
        assert second is not None, step.rule.key
        again = step.done(replace(step.rule, function=second), variant.truth)
        assert again == variant.truth[step.name], step.name


def test_a_network_of_every_kind_comes_out_as_on_paper() -> None:
    """Worked out on paper, layer by layer."""
    truth = every_kind().truth
    assert truth["conv1_shape"] == (16, 22, 30)  # (45 + 5 - 7) / 2 + 1, (60 + 5 - 7) / 2 + 1
    assert truth["pool1_shape"] == (16, 11, 15)  # rounded up: 19 / 2, 27 / 2
    assert truth["dw1_params"] == 16 * 9 + 16
    assert truth["g1_params"] == 16 * 4 * 9
    assert truth["down1_shape"] == truth["short1_shape"] == (32, 6, 8)
    assert truth["up1_shape"] == (16, 12, 16)
    assert truth["crop2_shape"] == (16, 9, 13)
    assert truth["cat1_shape"] == (32, 9, 13)
    assert truth["tab1_params"] == 39 * 9 + 3
    assert truth["flat_shape"] == (27,)
    assert truth["fc2_params"] == 100
    assert truth["total"] == 13430


def test_each_slip_of_a_rule_that_no_draw_uses_shows() -> None:
    variant = every_kind()
    for name in ("bn1_norm", "crop2_shape", "pool2_shape", "short1_shape", "fc2_params", "total"):
        step = next(each for each in variant.working.steps if each.name == name)
        found = {slip.key: step.done(slip, variant.truth) for slip in step.rule.slips}
        assert [key for key, value in found.items() if value == variant.truth[name]] == [], name


def test_families_that_ask_about_a_network_are_the_three_that_say_so() -> None:
    takers = [key for key in family_keys() if family(key).network]
    assert takers == ["architectures", "cnn-table", "receptive-field"]


RESIDUAL = (
    CONV + layer("conv", channels="8", kernel="3", padding="1")
    + layer("sum", after='["conv2", "conv1"]') + layer("pool", kernel="2")
)  # fmt: skip


def test_the_field_behind_a_sum_is_that_of_the_longest_path(tmp_path: Path) -> None:
    found = network_variant("receptive-field", "standard", network(tmp_path, RESIDUAL))
    fields = {"conv1_rf": 3, "conv2_rf": 5, "sum1_rf": 5, "pool1_rf": 6}
    assert {name: found.truth[name] for name in fields} == fields


@pytest.mark.parametrize(
    ("key", "layers", "told"),
    [
        ("cnn-table", RESIDUAL, "conv, pool, fc, flatten were expected, but `sum1` is a sum"),
        ("cnn-table", layer("conv", channels="2", kernel="3", padding="[0, 1]"), "same padding"),
        ("cnn-table", layer("conv", channels="2", kernel="3", bias="false"), "bias = true"),
        ("cnn-table", CONV + layer("pool", kernel="2", after='"image"'), "a chain was expected"),
        ("cnn-table", layer("flatten"), "a conv or a pool was expected as the first layer"),
        ("receptive-field", layer("crop", cells="1"), "but `crop1` is a crop"),
        ("receptive-field", layer("flatten"), "a conv or a pool was expected"),
        ("receptive-field", CONV + layer("pool", kernel="2", after='"image"'), "`conv1` does not"),
        (
            "receptive-field",
            RESIDUAL.replace("pool", "norm").replace("kernel = 2", "")
            + layer("concat", after='["norm1", "conv1"]'),
            "branches without further branches were expected, but `sum1` is in one",
        ),
        ("conv1d-hand", CONV, "takes no network"),
        ("architectures", layer("adaptive-pool"), "of which something can be asked"),
    ],
)
def test_a_family_says_of_which_networks_it_asks_nothing(
    tmp_path: Path, key: str, layers: str, told: str
) -> None:
    with pytest.raises(NetworkRefusedError, match=told):
        network_variant(key, "standard", network(tmp_path, layers))
