"""Heads and endings of every level and kind (``heads.toml``), in the ways in which extractors put them on lines."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from vanban.folding import contains, fold
from vanban.head import EndingFields, HeadFields, read_ending, read_head
from vanban.source import Source
from vanban.zones import split

DOCUMENTS: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "heads.toml").read_text("utf-8"))
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


@dataclass(frozen=True)
class Parts:
    """The printed lines of a document, column by column, and what a reader should make of them."""

    issuer: tuple[str, ...]
    number: str
    place_and_date: str
    title: tuple[str, ...] = STATE
    side_subject: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    body: tuple[str, ...] = (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Minh Giang,",
        "cơ quan ban hành văn bản yêu cầu các đơn vị thực hiện các nội dung sau:",
        "1. Tăng cường tuyên truyền về cải cách hành chính trên địa bàn.",
        "2. Báo cáo kết quả trước ngày 15 tháng 12 năm 2025./.",
    )
    recipients: tuple[str, ...] = ("- Như trên;", "- Lưu: VT.")
    signature: tuple[str, ...] = ()
    name: str = "Nguyễn Văn A"


def _name(parts: Parts) -> list[str]:
    return [parts.name] if parts.name else []


def _rows(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    size = max(len(left), len(right))
    return list(zip(left + [""] * (size - len(left)), right + [""] * (size - len(right)), strict=True))


def _head_columns(parts: Parts) -> tuple[list[str], list[str], str, str, list[str]]:
    return list(parts.issuer), list(parts.title), parts.number, parts.place_and_date, list(parts.side_subject)


def _middle(parts: Parts) -> list[str]:
    middle = [""]
    if parts.type:
        middle += [*parts.type, *parts.subject, ""]
    if parts.address:
        middle += [*parts.address, ""]
    return [*middle, *parts.body, ""]


def _signed(parts: Parts) -> list[str]:
    return [*parts.signature, "", "", *_name(parts)]


def left_first(parts: Parts) -> str:
    """Left column, then right column; Nơi nhận, then signature."""
    issuer, title, number, date, side = _head_columns(parts)
    return "\n".join([
        *issuer, number, *side, *title, date, *_middle(parts), "Nơi nhận:", *parts.recipients, "", *_signed(parts),
    ])  # fmt: skip


def right_first(parts: Parts) -> str:
    """Right column, then left column; signature, then Nơi nhận."""
    issuer, title, number, date, side = _head_columns(parts)
    return "\n".join([
        *title, date, *issuer, number, *side, *_middle(parts), *_signed(parts), "", "Nơi nhận:", *parts.recipients,
    ])  # fmt: skip


def one_blank(parts: Parts) -> str:
    """Two columns on one line with one blank between, the signature under the list."""
    issuer, title, number, date, side = _head_columns(parts)
    rows = [f"{a} {b}".strip() for a, b in _rows(issuer, title)]
    return "\n".join([
        *rows, f"{number} {date}", *side, *_middle(parts), "Nơi nhận:", *parts.recipients, *_signed(parts),
    ])  # fmt: skip


def wide(parts: Parts) -> str:
    """Columns kept apart by blanks, as pdftotext -layout does."""
    issuer, title, number, date, side = _head_columns(parts)
    rows = [f"  {a:<42}{b}" for a, b in [*_rows(issuer, title), (number, date), *[(s, "") for s in side]]]
    signed = [*parts.signature, "", *_name(parts)]
    ending = [f" {a:<60}{b}".rstrip() for a, b in _rows(["Nơi nhận:", *parts.recipients], signed)]
    return "\n".join([*rows, *[f"      {line}" if line else "" for line in _middle(parts)], *ending])


def tabs(parts: Parts) -> str:
    """Columns kept apart by a tab."""
    issuer, title, number, date, side = _head_columns(parts)
    rows = [f"{a}\t{b}" for a, b in [*_rows(issuer, title), (number, date)]]
    last = len(parts.recipients) - 1
    items = list(parts.recipients)
    items[last] += "\t" + (parts.signature[0] if parts.signature else "")
    return "\n".join([
        *rows, *side, *_middle(parts), "Nơi nhận:", *items, *parts.signature[1:], "", "", *_name(parts),
    ])  # fmt: skip


def bars(parts: Parts) -> str:
    """Cells between bars on lines of their own, with Markdown marks, as some converters of web pages leave them."""
    issuer, title, number, date, side = _head_columns(parts)
    bold = [f"**{line}**" for line in issuer]
    return "\n".join([
        "|", *bold, "-------", "|", *[f"**{line}**" for line in title], "---------------", "|", "|", number, *side, "|",
        f"*{date}*", "|", "", *[f"**{x}**" if x in parts.type else x for x in _middle(parts)],
        "|", "*Nơi nhận:*", *parts.recipients, "|",
        *[f"**{line}**" for line in parts.signature], *([f"**{parts.name}**"] if parts.name else []), "|",
    ])  # fmt: skip


def row_table(parts: Parts) -> str:
    """A Markdown table, one row a line."""
    issuer, title, number, date, side = _head_columns(parts)
    rows = [f"| {a} | {b} |" for a, b in [*_rows(issuer, title), (number, date), *[(s, "") for s in side]]]
    signed = [*parts.signature, *_name(parts)]
    ending = [f"| {a} | {b} |" for a, b in _rows(["Nơi nhận:", *parts.recipients], signed)]
    return "\n".join([rows[0], "|---|---|", *rows[1:], *_middle(parts), ending[0], "|---|---|", *ending[1:]])


def spaced(parts: Parts) -> str:
    """A blank line after every line."""
    return "\n\n".join(line + " " for line in left_first(parts).split("\n") if line)


def decomposed(parts: Parts) -> str:
    """Left column first, in decomposed Unicode, put into composed form as every source is."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", left_first(parts)))


LAYOUTS: tuple[Callable[[Parts], str], ...] = (
    left_first, right_first, one_blank, wide, tabs, bars, row_table, spaced, decomposed,
)  # fmt: skip

SCALARS = (
    "number", "symbol", "type", "issuer", "issuer_parent", "place", "date", "subject", "system", "urgency", "secrecy",
)  # fmt: skip


def read(text: str) -> tuple[HeadFields, EndingFields]:
    source = Source(text, "text")
    zones = split(source)
    return read_head(source, zones), read_ending(source, zones)


def told(text: str) -> dict[str, Any]:
    """What was read, without what stayed empty; every value must stand at its span or be derived."""
    head, ending = read(text)
    signatory = ending.signatory
    values = {name: getattr(head, name) for name in SCALARS}
    values |= {name: getattr(signatory, name) for name in ("name", "title", "authority")}
    lists = {"addressees": head.addressees, "recipients": ending.recipients}
    for value in [*values.values(), *(v for items in lists.values() for v in items)]:
        if value is not None and not value.rule.startswith("derived."):
            assert contains(text[value.span.start : value.span.end], value.value), value
    found = {name: value.value for name, value in values.items() if value is not None}
    return found | {name: [v.value for v in items] for name, items in lists.items() if items}


def parts_of(document: dict[str, Any]) -> Parts:
    lines = {key: tuple(value) if isinstance(value, list) else value for key, value in document.items()}
    return Parts(**{key: value for key, value in lines.items() if key != "told"})


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_reads_every_document_in_every_layout(name: str, layout: Callable[[Parts], str]) -> None:
    document = DOCUMENTS[name]
    assert told(layout(parts_of(document))) == document["told"]


DISTURBANCES: dict[str, Callable[[str], str]] = {
    "indented": lambda text: "".join(f"    {line}\n" for line in text.split("\n")),
    "trailing blanks": lambda text: text.replace("\n", "  \n"),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "one blank for many": lambda text: re.sub(r"[ \t]+", " ", text),
    "page number above": lambda text: f"1\n\n{text}",
    "page break above": lambda text: f"\x0c{text}",
    "no blank lines": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "many blank lines": lambda text: text.replace("\n\n", "\n\n\n\n\n"),
    "stamp above": lambda text: f"Ký bởi: Văn phòng\nNgày ký: 01-01-2025 10:00:00 +07:00\n{text}",
    "appendix below": lambda text: (
        f"{text}\n\nPHỤ LỤC I\nBIỂU MẪU\nSố: 9/BC-X\nNơi nhận:\n- Sở X;\nTM. SỞ X\nTrần Văn B\n"
    ),
    "tone on the last letter": lambda text: text.replace("òa", "oà").replace("Ủy", "Uỷ").replace("ỦY", "UỶ"),
}


@pytest.mark.parametrize("disturb", DISTURBANCES.values(), ids=DISTURBANCES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_disturbs_the_text_leaves_what_it_tells(name: str, disturb: Callable[[str], str]) -> None:
    document = DOCUMENTS[name]
    found = told(disturb(left_first(parts_of(document))))
    assert {k: fold(str(v)) for k, v in found.items()} == {k: fold(str(v)) for k, v in document["told"].items()}
