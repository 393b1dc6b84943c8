"""A script of nbconvert is the cells that it was made from."""

from __future__ import annotations

import pytest

from grader.intake.exports.nbconvert import passages_of
from grader.intake.passage import Passage

CELL = 'x = \'it\\\'s\' # “é”\\n\ty = """\\\\n"""\n'


def test_a_cell_with_a_magic_is_cut_out_and_the_lines_around_it_keep_their_numbers() -> None:
    call = f"get_ipython().run_cell_magic('time', '-q', {CELL!r})"
    found = list(passages_of(f"# In[ ]:\na = 1\n{call}\n\nb = 2\n"))
    assert found == [
        Passage("# In[ ]:\na = 1\n"),
        Passage(f"%%time -q\n{CELL}", "line 3"),
        Passage("\n\nb = 2\n", first_line=3),
    ]


@pytest.mark.parametrize("text", ["é\x07\x80", "\U0001f600\t\r\n", "'", '"', "'\"", "\\n", "a\\"])
def test_a_text_is_read_as_python_writes_it(text: str) -> None:
    for written in (repr(text), ascii(text)):
        (found,) = passages_of(f"get_ipython().run_cell_magic('time', '', {written})")
        assert found.source == f"%%time\n{text}"


@pytest.mark.parametrize(
    ("line", "magic"),
    [
        ("get_ipython().run_line_magic('time', 'x = f(\"a\")')", '%time x = f("a")'),
        ("  get_ipython().run_line_magic('timeit', '-n 3 f()')", "  %timeit -n 3 f()"),
        ("get_ipython().run_line_magic('matplotlib', 'inline')", "!"),
        ("x = get_ipython().getoutput('ls')", "x = !"),
        ("get_ipython().system('ls')", "!"),
        ("get_ipython().run_line_magic('pinfo', 'f')", "!"),
        ("y = get_ipython().run_line_magic('time', 'f()')", "y = %time f()"),
        ("x = 'get_ipython().system(1)'", "x = 'get_ipython().system(1)'"),
        ("get_ipython().system('ls') + 1", "get_ipython().system('ls') + 1"),
    ],
)
def test_a_call_for_one_line_is_the_magic_that_it_stands_for(line: str, magic: str) -> None:
    assert list(passages_of(f"a = 1\n{line}\n")) == [Passage(f"a = 1\n{magic}\n")]
