#!/usr/bin/env bash
# typst 0.15.2 (Python), PDF/UA-1: a letter that no font has, by itself and before a combining accent.
#
#   expected: a letter that cannot be displayed is refused under PDF/UA-1, whatever follows it, as it is by itself
#   seen:     before a combining accent (U+0301) it is accepted without a warning. Rendered, the accent alone is
#             left, while the text of the PDF, which is copied and read out, still has the letter
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet typst==0.15.2 pypdfium2==5.15.2
"$work/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import pypdfium2
import typst

print("typst", version("typst"))


def made(text):
    source = f'#set document(title: "t")\n#"{text}"'.encode()
    try:
        return typst.compile_with_warnings(
            source, format="pdf", pdf_standards="ua-1", ignore_system_fonts=True
        )
    except typst.TypstError as error:
        return error


alone, accented = made("a\u6f22b"), made("a\u6f22\u0301b")
print("the letter alone:", ascii(getattr(alone, "message", alone)))
assert isinstance(alone, typst.TypstError), "the letter alone is accepted now"
assert not isinstance(accented, typst.TypstError), "before an accent it is refused now"
pdf, warnings = accented
text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
print("before an accent: accepted, warnings:", warnings, "text:", ascii(text))
assert not warnings and "\u6f22" in text, "it is told, or the text has lost it"
PYTHON
