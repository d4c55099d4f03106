"""Whatever a model says, a file comes of it or a sentence: no other error, and no file that will not open."""

from __future__ import annotations

import io
from typing import Any

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vanban.compose import Format, ModelError, compose, model_of

#: Any text at all, also what JSON can say and UTF-8 cannot, and what has a meaning in Word's XML or in Typst.
text = st.text(max_size=30) | st.sampled_from(
    ["\ud800", "\0", "\ufffe", "#let x = 1", "<w:p>", "$", "\\", '"', "]", ""]
)
texts = st.lists(text, max_size=3)
dates = st.none() | st.sampled_from(["2026", "2026-02", "2026-02-03"]) | text
blocks = st.one_of(
    st.fixed_dictionaries({"heading": text, "level": st.integers(-1, 5)}, optional={"label": text}),
    st.fixed_dictionaries({"division": text}, optional={"unit": st.sampled_from(["phần", "chương", "mục", "thơ"])}),
    st.fixed_dictionaries({"paragraph": text}),
    st.fixed_dictionaries({"item": text}, optional={"mark": st.sampled_from(["-", "+", "1.", "a)", "x"])}),
    st.fixed_dictionaries({"article": text}, optional={"title": text}),
    st.fixed_dictionaries(
        {"tasks": st.lists(st.fixed_dictionaries({"text": text}, optional={"lead": texts, "when": text}), max_size=3)}
    ),
    st.integers(0, 3).flatmap(
        lambda width: st.fixed_dictionaries(
            {
                "figures": st.fixed_dictionaries(
                    {
                        "head": st.lists(text, min_size=width, max_size=width),
                        "rows": st.lists(st.lists(text, min_size=width, max_size=width), max_size=3),
                    }
                )
            }
        )
    ),
)
references = st.fixed_dictionaries({"type": text}, optional={"number": text, "date": dates})
bodies = st.lists(blocks, max_size=4)
signatures = st.fixed_dictionaries({}, optional={"title": text, "name": text, "authority": texts})
annexes = st.fixed_dictionaries({"appendix": text, "body": bodies}, optional={"landscape": st.booleans()}) | (
    st.fixed_dictionaries({"attached": st.sampled_from(["quy chế", "kế hoạch", "x"]), "subject": text, "body": bodies})
)
data = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["công văn", "quyết định", "kế hoạch", "công điện"]),
        "issuer": text.map(lambda issuer: f"Ủy ban nhân dân\n{issuer}") | text,
        "symbol": text,
        "subject": text,
        "body": bodies,
        "system": st.sampled_from(["state", "party", "front"]),
    },
    optional={
        "place": text,
        "date": dates,
        "number": text,
        "issuer_parent": text,
        "addressees": texts,
        "authority": text,
        "bases": st.lists(
            text | st.fixed_dictionaries({"type": text}, optional={"number": text, "date": dates}), max_size=2
        ),
        "signature": signatures,
        "cosigners": st.lists(signatures, max_size=3),
        "recipients": texts,
        "draft": st.integers(0, 3),
        "annexes": st.lists(annexes, max_size=2),
    },
)


@pytest.mark.parametrize("to", ["docx", "pdf"])
@settings(max_examples=60, deadline=None)
@given(data)
def test_a_file_or_a_sentence(to: Format, data: dict[str, Any]) -> None:
    try:
        made = compose(model_of(data), to)
    except ModelError:
        return
    if to == "docx":
        docx.Document(io.BytesIO(made))
    else:
        document = pypdfium2.PdfDocument(made)
        assert len(document) >= 1
        document.close()
