"""The text with marks is the text."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from lienthong.registry.review.marks import Mark, render

_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60)
_MARKS = st.lists(
    st.builds(
        Mark,
        start=st.integers(-5, 70),
        end=st.integers(-5, 70),
        owner=st.sampled_from(["1", "2", "37"]),
        kind=st.sampled_from(["m-task", "m-part"]),
    ),
    max_size=12,
)
_PIECES = re.compile(r'<mark class="[^"]*" data-of="([^"]*)">([^<]*)</mark>|<span [^>]*></span>|([^<]+)')


def pieces(rendered: str) -> list[tuple[str, set[str]]]:
    """Each stretch of text with the owners of its marks; every character of ``rendered`` belongs to a piece."""
    assert _PIECES.sub("", rendered) == ""
    found = [(html.unescape(m[2] or m[3] or ""), set((m[1] or "").split())) for m in _PIECES.finditer(rendered)]
    return [piece for piece in found if piece[0]]


@given(_TEXT, _MARKS)
def test_the_text_is_reproduced_exactly(text: str, marks: list[Mark]) -> None:
    assert "".join(piece for piece, _owners in pieces(render(text, marks))) == text


@given(_TEXT, _MARKS)
def test_every_character_has_the_marks_that_cover_it(text: str, marks: list[Mark]) -> None:
    got = [owners for piece, owners in pieces(render(text, marks)) for _character in piece]
    want = [{mark.owner for mark in marks if mark.start <= at < mark.end} for at in range(len(text))]
    assert got == want


def test_nested_and_overlapping_marks_follow_one_another() -> None:
    marks = [Mark(0, 6, "1", "m-task"), Mark(2, 4, "1", "m-part"), Mark(5, 8, "2", "m-task")]
    assert pieces(render("abcdefgh", marks)) == [
        ("ab", {"1"}), ("cd", {"1"}), ("e", {"1"}), ("f", {"1", "2"}), ("gh", {"2"}),
    ]  # fmt: skip


def test_each_owner_has_one_anchor_before_its_first_piece() -> None:
    rendered = render("abcdef", [Mark(1, 2, "7", "m-task"), Mark(4, 5, "7", "m-part")])
    assert rendered.count('id="doan-7"') == 1
    assert rendered.index('id="doan-7"') < rendered.index("<mark")


def test_text_and_names_cannot_bring_markup() -> None:
    rendered = render('<b>"&</b>', [Mark(0, 3, '"><i>', "m-task")])
    assert "<b>" not in rendered
    assert "<i>" not in rendered
