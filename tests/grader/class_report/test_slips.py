"""Known mistakes by frequency."""

from __future__ import annotations

from grader.class_report.slips import Mistakes, shortened
from grader.sheet.recorded import Recorded
from tests.grader.class_report.test_items import field, result

RF = "kernel-not-reduced"
DRAWN = {"1": Recorded("1", "cnn-table", "easy", "secret seed", 1, {"input": [1, 32, 32]})}


def test_mistakes_are_counted_by_students_and_answers() -> None:
    mistakes = Mistakes()
    twice = [
        field("conv1_rf", 0, outcome="slip", slips=[RF], read="7"),
        field("conv2_rf", 1, outcome="slip", slips=[RF], read="9"),
    ]
    mistakes.add("100", result(p1=twice), DRAWN)
    both = field("conv1_rf", 0, outcome="slip", slips=[RF, "jump-forgotten"], read="8")
    mistakes.add("101", result(p1=[both]), DRAWN)
    first, second = mistakes.by_frequency()
    assert (first.slip, first.students, first.answers) == (RF, 2, 3)
    assert (first.alone, first.again) == (1, 1)
    assert (second.slip, second.students, second.alone) == ("jump-forgotten", 1, 0)
    assert "kernel size" in first.sentence


def test_examples_are_few_of_different_students_and_do_not_tell_whose_they_are() -> None:
    def told(order: range) -> list[str]:
        mistakes = Mistakes()
        for number in order:
            own = [field(n, 0, outcome="slip", slips=[RF], read=str(number)) for n in ("a", "b")]
            mistakes.add(f"Ana-{number}", result(p1=own), DRAWN)
        (found,) = mistakes.by_frequency()
        assert all("Ana" not in str(each) and "secret" not in str(each) for each in found.examples)
        assert '"input": [1, 32, 32]' in found.examples[0].variant
        return [each.found for each in found.examples]

    found = told(range(30))
    assert len(set(found)) == 3
    assert found != ["0", "1", "2"]
    assert found == told(range(29, -1, -1))


def test_a_long_answer_is_cut() -> None:
    assert shortened("x" * 300, 120) == "x" * 119 + "…"
