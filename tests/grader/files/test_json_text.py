"""A document in parts is the document as a whole."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from grader.files.json_text import json_with_list

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)
OBJECTS = st.dictionaries(st.text(min_size=1, max_size=3), VALUES, max_size=3)


@given(before=OBJECTS, records=st.lists(VALUES, max_size=3), after=OBJECTS)
def test_it_is_the_text_that_is_written_at_once(
    before: dict[str, Any], records: list[Any], after: dict[str, Any]
) -> None:
    before = {f"a{key}": value for key, value in before.items()}
    after = {f"z{key}": value for key, value in after.items()}
    text = "".join(json_with_list(before, "list", records, after))
    whole = json.dumps({**before, "list": records, **after}, indent=2, ensure_ascii=False)
    assert text == whole + "\n"
