"""No attack earns a mark, reads a secret or does harm, at any level; unconfined, each does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

import pytest

from grader.answers.outcome import Outcome
from grader.sandbox.wire.level import REDUCED
from tests.attacks.attacks import ATTACKS, FOLDER, Attack
from tests.attacks.places import CONFINED, UNCONFINED, Place, Post
from tests.turns import in_this_run

LISTED = {*range(1, 67 + 1), 72}
"""The numbers of the attacks that are submissions; the others are of files, and stand below."""


class Posts:
    """The graders that are at work, each started when it is first needed."""

    def __init__(self) -> None:
        self.started: dict[Place, Post] = {}

    def at(self, place: Place) -> Post:
        if place not in self.started:
            self.started[place] = Post(place)
        return self.started[place]

    @cached_property
    def confined(self) -> list[Post]:
        found = [post for place in CONFINED if not (post := self.at(place)).none]
        if not found:
            pytest.skip("the machine offers no level of confinement")
        return found

    @cached_property
    def unconfined(self) -> list[Post]:
        return [post for place in UNCONFINED if not (post := self.at(place)).none]


@pytest.fixture(scope="module")
def posts() -> Iterator[Posts]:
    found = Posts()
    yield found
    for post in found.started.values():
        post.close()


def names(records: Sequence[str] | None) -> set[str]:
    """What was attempted, of records such as ``answers: ENOENT``."""
    return {record.partition(":")[0] for record in records or ()}


def each(attacks: Sequence[Attack]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("attack", attacks, ids=lambda attack: attack.name)


@pytest.mark.parametrize("place", CONFINED, ids=str)
def test_attacks_are_tried_at_every_level_that_the_machine_offers(
    posts: Posts, place: Place
) -> None:
    post = posts.at(place)
    if post.none:
        assert post.missing, f"the machine has all that {place} needs, but: {post.none}"
        pytest.skip(f"{place}: {', '.join(post.missing)} missing")
    assert post in posts.confined
    assert (post.uid == 0) is place.as_root


def check_confined(posts: Posts, attack: Attack) -> None:
    """The attack has its outcome and no effect, and is marked alike, wherever it is confined."""
    with ThreadPoolExecutor(2) as pool:  # each asks a process of its own, and waits
        answers = list(pool.map(lambda post: post.ask(**attack.request), posts.confined))
    for post, found in zip(posts.confined, answers, strict=True):
        place = post.place
        first = found["problem"]["fields"][0]
        assert first["outcome"] == attack.outcome.value, (place, first)
        assert re.search(attack.says, first["message"]), (place, first)
        full = found["next"]["max_score"]
        earned = full if attack.outcome is Outcome.CORRECT else attack.earns
        assert found["problem"]["score"] == earned, place
        told = " ".join(found["incidents"])
        assert re.search(attack.tells, told) if attack.tells else not told, (place, told)
        assert found["harm"] == [], place
        allowed = attack.left.get(place.level, "nothing is")
        got = [one for one in found["achieved"] or () if not re.fullmatch(allowed, one)]
        assert got == [], place
        assert post.secret not in str(found), place
        assert found["printed"] <= 64 * 1024, place
        assert found["is_new_server"] is (attack.kill_after > 0), place
        assert found["next"]["score"] == full, f"{place}: the next submission has suffered"
        assert found["of_the_level"] == (["reduced"] if place.level in REDUCED else []), place
    marks = [(found["problem"], found["incidents"]) for found in answers]
    assert all(one == marks[0] for one in marks), "the marks depend on the level"


def check_unconfined(posts: Posts, attack: Attack) -> None:
    """The attack succeeds where nothing confines it, in all of its parts, for somebody."""
    withheld = []
    for post in posts.unconfined:
        found = post.ask(**attack.request)
        refused = names(found["refused"]) - names(found["achieved"])
        expected = attack.by_leave | (set() if post.place.as_root else attack.as_root)
        assert refused <= expected, (post.place, found["refused"])
        assert set(attack.harm) <= set(found["harm"]), post.place
        assert not attack.steals or refused or post.secret in str(found["achieved"]), post.place
        withheld.append(refused)
    if all(withheld):
        pytest.skip(f"the machine refuses {withheld[0]} to whoever asks for it")


ON_NUMPY = {attack.name: attack for attack in ATTACKS if not attack.torch}


@each([ON_NUMPY[name] for name in in_this_run(ON_NUMPY, most=26)])
def test_an_attack_comes_to_nothing_at_any_level(posts: Posts, attack: Attack) -> None:
    check_confined(posts, attack)


COMPARED = {a.name: a for a in ATTACKS if a.is_tried_unconfined and not a.torch}


@each([COMPARED[name] for name in in_this_run(COMPARED, most=10)])
def test_where_nothing_confines_it_the_same_attack_succeeds(posts: Posts, attack: Attack) -> None:
    check_unconfined(posts, attack)


def test_attacks_with_pytorch_fare_alike(posts: Posts) -> None:
    """All in one test, since PyTorch is slow to start in as many places."""
    with_torch = {attack.name: attack for attack in ATTACKS if attack.torch}
    for attack in (with_torch[name] for name in in_this_run(with_torch, most=4)):
        check_confined(posts, attack)
        if attack.is_tried_unconfined:
            check_unconfined(posts, attack)


@each([attack for attack in ATTACKS if attack.fools])
def test_a_grader_that_believes_the_program_falls_for_the_attack(
    posts: Posts, attack: Attack
) -> None:
    for post in posts.unconfined[:1]:
        found = post.ask(
            source=attack.source, trusting=True, seconds=2 if attack.fools == "hangs" else 30
        )
        assert attack.fools in found["fooled"], found
        assert set(attack.harm) <= set(found["harm"])
        assert post.secret in str(found["achieved"]) or not attack.steals


@pytest.mark.parametrize(
    ("source", "passes"),
    [
        ("", {"clock", "unpickled", "equality", "allclose", "difference", "numbers", "pairs"}),
        ("def conv1d(v, k): return np.full(len(v) - len(k) + 1, 7.0)", {"clock", "unpickled"}),
        ("def conv1d(v, k): import time; time.sleep(0.3); return v", {"unpickled"}),
        ("def conv1d(v, k): 1 / 0", {"fell"}),
    ],
    ids=["right", "wrong", "slow", "broken"],
)
def test_the_grader_that_believes_is_right_about_honest_programs(
    posts: Posts, source: str, passes: set[str]
) -> None:
    found = posts.unconfined[0].ask(source=source, trusting=True, seconds=30)
    assert set(found["fooled"]) - {"inputs"} == passes
    assert ("inputs" in found["fooled"]) is ("allclose" in passes)
    assert found["harm"] == []


def test_every_attack_of_the_list_is_tried_and_every_file_is_listed() -> None:
    files = {f"{path.parent.name}/{path.stem}" for path in FOLDER.glob("*/n*.py")}
    assert files == {attack.name for attack in ATTACKS}
    assert len(files) == len(ATTACKS)
    assert {attack.number for attack in ATTACKS} == LISTED


def test_every_attack_has_a_control_or_a_reason_to_have_none() -> None:
    for attack in ATTACKS:
        assert not (attack.fools and attack.alone), attack.name
        if attack.is_tried_unconfined:
            assert attack.outcome is Outcome.CORRECT, attack.name
            assert "attempt(" in attack.source or attack.harm, attack.name
