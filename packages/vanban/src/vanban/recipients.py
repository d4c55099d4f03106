"""The bodies a document is sent to: "Kính gửi" in the head and "Nơi nhận" at the end.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9; Hướng dẫn 36-HD/VPTW, 1.9.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.folding import contains, spelled
from vanban.lines import Piece, joined
from vanban.model import Span, Value
from vanban.opening import address_label, has_bullet, without_bullet
from vanban.wording import goes_on, hangs

_LABEL = re.compile(r"nơi nhận\s*[:.]?\s*")
_INNER_DASH = re.compile(r"(?<=[;,.:]) +[-–+] +(?=\S)")


def read_addressees(pieces: Sequence[Piece], text: str) -> tuple[Value[str], ...]:
    """The items after "Kính gửi:" or "… điện:", in order."""
    if not pieces:
        return ()
    label = address_label(pieces[0].text)
    first = _tail(pieces[0], label, text)
    rest = list(pieces[1:])
    listed = any(has_bullet(p.text) for p in ([first] if first else []) + rest)
    return _values(_items([*([first] if first else []), *rest], listed), text, "addressees")


def read_recipients(pieces: Sequence[Piece], text: str) -> tuple[Value[str], ...]:
    """The items of "Nơi nhận"; ``pieces`` are those of its column, the label first."""
    if not pieces:
        return ()
    label = _LABEL.match(pieces[0].low)
    first = _tail(pieces[0], label.end() if label else 0, text)
    rest = list(pieces[1:])
    own = [first] if first else []
    listed = any(has_bullet(p.text) for p in [*own, *rest])
    return _values(_items([*own, *rest], listed), text, "recipients")


def _tail(piece: Piece, cut: int, text: str) -> Piece | None:
    """What follows the label on its own line."""
    rest = piece.text[cut:].lstrip(" :")
    return narrowed(piece, rest, text) if rest.strip(" .:") else None


def narrowed(piece: Piece, part: str, text: str, after: int | None = None) -> Piece:
    """The part of ``piece`` that prints ``part``, found again in the text."""
    words = [re.escape(word) for word in part.split()]
    found = re.compile(r"[\s*_\\|#<>/a-z]*?".join(words) if words else r"(?!)").search(
        text, piece.start if after is None else after, piece.end
    )
    start, end = found.span() if found else (piece.start, piece.end)
    return Piece(" ".join(part.split()), start, end, piece.line, piece.column + max(0, start - piece.start), piece.kind)


def _items(pieces: list[Piece], listed: bool) -> list[list[Piece]]:
    """Pieces grouped into items: a new one at each dash, or, without dashes, after each mark at a line's end."""
    items: list[list[Piece]] = []
    for piece in pieces:
        if not items:
            items.append([piece])
            continue
        previous = items[-1][-1].text.rstrip()
        if has_bullet(piece.text):
            opens = not previous.endswith((" -", " –"))
        elif listed:
            opens = spelled(piece.text).startswith("lưu:") and previous.endswith((";", ".", ","))
        else:
            opens = (
                not goes_on(piece.text)
                and not hangs(spelled(previous))
                and (previous.endswith((";", ".", ",")) or spelled(piece.text).startswith("lưu"))
            )
        if opens:
            items.append([piece])
        else:
            items[-1].append(piece)
    return items


def _values(items: list[list[Piece]], text: str, rule: str) -> tuple[Value[str], ...]:
    values = []
    for item in items:
        whole = joined(item)
        for part in _INNER_DASH.split(_printed(item)):
            value = without_bullet(part).strip(" ;,.:-–/")
            if not any(c.isalnum() for c in value):
                continue
            place = narrowed(whole, value, text) if len(item) == 1 else whole
            inside = contains(text[place.start : place.end], value)
            values.append(
                Value(
                    value, Span(place.start, place.end), 0.95 if inside else 0.8, rule if inside else f"derived.{rule}"
                )
            )
    return tuple(values)


def _printed(item: list[Piece]) -> str:
    """The text of an item, its wrapped lines joined; a dash that joins two lines is printed once."""
    out = item[0].text
    for piece in item[1:]:
        nxt = without_bullet(piece.text) if has_bullet(piece.text) else piece.text
        out = f"{out} {nxt}"
    return out
