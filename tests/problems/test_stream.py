"""The random stream: its words are fixed for ever, and the draws on top are fair."""

from __future__ import annotations

import hashlib
import os
import struct
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from problems.stream import Stream

ROOT = Path(__file__).resolve().parents[2]
ALL_WORDS = 2**64


def words_by_the_book(key: str, label: str) -> Iterator[int]:
    """BLAKE2b in counter mode (RFC 7693), written again from its description."""
    secret = hashlib.blake2b(f"{key}\n{label}".encode(), person=b"grader-stream-1").digest()
    block = 0
    while True:
        message = struct.pack("<Q", block)
        yield from struct.unpack("<8Q", hashlib.blake2b(message, key=secret).digest())
        block += 1


class Scripted(Stream):
    """A stream whose words are those of a list."""

    def __init__(self, words: Iterable[int]) -> None:
        super().__init__("", "")
        self._script = iter(words)

    def more(self, number: int) -> list[int]:
        return list(islice(self._script, number))


@pytest.mark.parametrize(
    ("key", "label", "vector"),
    [
        (
            "7",
            "cnn-table/standard",
            {0: 0xF5EB75C93026BFAB, 1: 0x2B728B31B25FE7A3, 8: 0x686D074783486A46},
        ),
        ("", "", {0: 0x3E9FF3794E1EC466, 1: 0x0AE7D2DC32C452B9, 16: 0x2650A996B59601B7}),
        ("čšж", "x/y", {7: 0x1F591F8617FF0434, 8: 0x17FB2C6E00A92929, 16: 0xDE8176FB62A65E10}),
    ],
)
def test_the_words_are_those_that_were_published(
    key: str, label: str, vector: dict[int, int]
) -> None:
    stream = Stream(key, label)
    words = [stream.word() for _ in range(17)]
    assert {place: words[place] for place in vector} == vector
    assert words == list(islice(words_by_the_book(key, label), 17))


@given(st.text(max_size=20), st.text(max_size=20))
def test_the_words_are_blake2b_in_counter_mode_for_any_key(key: str, label: str) -> None:
    stream = Stream(key, label)
    assert [stream.word() for _ in range(20)] == list(islice(words_by_the_book(key, label), 20))


def test_the_draws_on_top_of_the_words_are_fixed_too() -> None:
    stream = Stream("7", "draws")
    assert [stream.integer(-3, 5) for _ in range(12)] == [5, 3, -2, 5, 3, 2, 2, 1, -1, -2, 0, 1]
    assert stream.shuffled("abcdef") == ["f", "a", "c", "b", "e", "d"]
    assert stream.vector(5, (0, 1)) == [1, 1, 1, 1, 1]
    assert stream.matrix(2, 3, "xyz") == [["y", "z", "x"], ["z", "y", "z"]]
    assert [stream.chance(1, 3) for _ in range(5)] == [True, False, False, True, False]


@pytest.mark.parametrize("other", [("8", "draws"), ("7", "draw"), ("7", "draws "), ("draws", "7")])
def test_another_key_or_label_gives_another_stream(other: tuple[str, str]) -> None:
    one, two = Stream("7", "draws"), Stream(*other)
    assert {one.word() for _ in range(30)}.isdisjoint({two.word() for _ in range(30)})


@given(st.text(max_size=5), st.integers(-(10**12), 10**12), st.integers(0, 10**12))
def test_an_integer_lies_within_its_bounds(key: str, low: int, extent: int) -> None:
    stream = Stream(key, "bounds")
    assert all(low <= stream.integer(low, low + extent) <= low + extent for _ in range(5))


def test_both_bounds_of_an_integer_are_reached() -> None:
    stream = Stream("bounds", "")
    assert {stream.integer(-2, 4) for _ in range(200)} == set(range(-2, 5))
    assert {stream.integer(6, 6) for _ in range(10)} == {6}


@given(st.integers(1, 10**15), st.integers(-99, 99))
def test_each_integer_stands_for_equally_many_words(count: int, low: int) -> None:
    # The words are used in turn from 0; those at the end that would not fill a turn are refused.
    turns, rest = divmod(ALL_WORDS, count)
    last_used = turns * count - 1
    high = low + count - 1
    assert Scripted([0]).integer(low, high) == low
    assert Scripted([last_used]).integer(low, high) == high
    refused = {last_used + 1, ALL_WORDS - 1} if rest else set()
    for word in refused:
        assert Scripted([word, count // 2]).integer(low, high) == low + count // 2


def test_a_refused_word_is_followed_by_the_next_of_the_same_stream() -> None:
    count = 2**63 + 1  # refuses every second word or so
    stream, words = Stream("refused", ""), words_by_the_book("refused", "")
    drawn = [stream.integer(0, count - 1) for _ in range(50)]
    assert drawn == list(islice((word for word in words if word < count), 50))


def test_a_refused_word_among_several_is_followed_by_the_next_one() -> None:
    # Three options do not fill all words: the last one is refused.
    assert Scripted([4, ALL_WORDS - 1, 2, 3]).each_below([3, 3, 3]) == [1, 2, 0]
    assert Scripted([ALL_WORDS - 2, 5]).each_below([3, 3]) == [2, 2]
    stream = Scripted([7, 8, 9])
    assert (stream.each_below([5]), stream.each_below([]), stream.word()) == ([2], [], 8)


def test_an_empty_range_and_an_empty_choice_are_refused() -> None:
    stream = Stream("", "")
    with pytest.raises(ValueError, match="needs low <= high, but low is 3 and high is 2"):
        stream.integer(3, 2)
    with pytest.raises(ValueError, match="at least one option, but none came"):
        stream.choice(())


def test_a_choice_is_made_by_place() -> None:
    assert [Scripted([word]).choice("abc") for word in range(4)] == ["a", "b", "c", "a"]


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 4), (1, 4), (3, 4), (4, 4)])
def test_a_chance_comes_true_in_so_many_cases(numerator: int, denominator: int) -> None:
    came = [Scripted([word]).chance(numerator, denominator) for word in range(denominator)]
    assert sum(came) == numerator


@given(st.text(max_size=5), st.lists(st.integers(0, 3), max_size=9))
def test_a_shuffle_is_a_permutation_and_leaves_its_items_alone(key: str, items: list[int]) -> None:
    before = list(items)
    shuffled = Stream(key, "shuffle").shuffled(items)
    assert Counter(shuffled) == Counter(items)
    assert items == before


def test_each_order_comes_from_equally_many_draws() -> None:
    orders = Counter(
        "".join(Scripted(words).shuffled("abcd"))
        for words in product(range(4), range(3), range(2), range(1))
    )
    assert len(orders) == 24
    assert set(orders.values()) == {1}


def test_vectors_and_matrices_have_their_sizes_and_their_options() -> None:
    stream = Stream("sizes", "")
    vector = stream.vector(40, (2, 3, 5))
    matrix = stream.matrix(3, 20, "ab")
    assert (len(vector), set(vector)) == (40, {2, 3, 5})
    assert [len(row) for row in matrix] == [20, 20, 20]
    assert {cell for row in matrix for cell in row} == {"a", "b"}
    assert stream.vector(0, (1, 2)) == []


def test_the_hash_seed_of_the_process_does_not_matter() -> None:
    code = (
        "import json\n"
        "from problems.catalogue import family, family_keys\n"
        "from problems.family import LEVELS\n"
        "from problems.drawing import draw_variant\n"
        "for key in family_keys():\n"
        "    for level in LEVELS:\n"
        "        variant = draw_variant(key, level, 'h')\n"
        "        print(key, level, json.dumps(variant.parameters))\n"
        "        if family(key).kind == 'hand':\n"
        "            print([list(step.inputs) for step in variant.working.steps])\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "12345")
    }
    assert len(printed) == 1
    assert len(printed.pop().splitlines()) >= 9


def test_the_first_of_a_random_order_are_drawn_without_the_rest() -> None:
    whole = Stream("7", "order").shuffled(range(9))
    stream = Stream("7", "order")
    assert stream.shuffled(range(9), 4) == whole[:4]
    assert stream.shuffled(range(9), 0) == []


def test_a_matrix_of_different_options_has_none_of_them_twice() -> None:
    matrix = Stream("key", "label").matrix_of_different((3, 4), range(12))
    assert [len(row) for row in matrix] == [4, 4, 4]
    assert sorted(cell for row in matrix for cell in row) == list(range(12))
