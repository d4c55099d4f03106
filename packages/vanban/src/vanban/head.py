"""The fields of a document's head: number, kind, issuer, place and date, subject, marks, addressees.

Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; Hướng dẫn 36-HD/VPTW. A field that is not printed stays ``None``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from vanban.folding import contains, same, spelled
from vanban.issuer import read_issuer, read_system
from vanban.letterhead import number_of, piece_stretch, pieces, place_and_date_of
from vanban.lines import Piece, joined, read_lines
from vanban.marks import is_mark, secrecy, urgency
from vanban.model import Remark, Signatory, System, Value
from vanban.opening import Opening
from vanban.recipients import narrowed, read_addressees, read_recipients
from vanban.signature import read_signatory
from vanban.source import Source
from vanban.types import OTHER, close_up, type_line, type_of_symbol
from vanban.zones import Zones


@dataclass(frozen=True, slots=True)
class HeadFields:
    """What the head says; fields as in :class:`~vanban.model.Document`."""

    number: Value[str] | None = None
    symbol: Value[str] | None = None
    type: Value[str] | None = None
    issuer: Value[str] | None = None
    issuer_parent: Value[str] | None = None
    place: Value[str] | None = None
    date: Value[str] | None = None
    subject: Value[str] | None = None
    system: Value[System] | None = None
    urgency: Value[str] | None = None
    secrecy: Value[str] | None = None
    addressees: tuple[Value[str], ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class EndingFields:
    """What the ending says; fields as in :class:`~vanban.model.Document`."""

    signatory: Signatory = field(default_factory=Signatory)
    recipients: tuple[Value[str], ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_head(source: Source, zones: Zones) -> HeadFields:
    """The fields of the head of ``source``; ``zones`` as :func:`vanban.zones.split` gives them."""
    text, opening = source.text, zones.opening
    number, symbol, remarks = _number(opening, text)
    place, date = _place_and_date(opening)
    issuer, parent = read_issuer(opening.letterhead, text)
    kind = _type(opening, symbol)
    if opening.type and symbol and kind:
        told = type_of_symbol(symbol.value)
        if told and told != kind.value:
            message = f"Tên loại in là “{opening.type.text}” nhưng ký hiệu “{symbol.value}” là của loại khác."
            remarks.append(Remark("type-symbol", message, symbol.span))
    marks = _head_pieces(source, zones)
    return HeadFields(
        number=number,
        symbol=symbol,
        type=kind,
        issuer=issuer,
        issuer_parent=parent,
        place=place,
        date=date,
        subject=_subject(opening, text),
        system=read_system(opening.letterhead, issuer, parent, symbol) or _system_of_ending(zones, text),
        urgency=urgency(marks),
        secrecy=secrecy(marks),
        addressees=read_addressees(opening.addressees, text),
        remarks=tuple(remarks),
    )


def _head_pieces(source: Source, zones: Zones) -> list[Piece]:
    """All pieces of the head; where there is none, of the first lines, for a mark may stand above anything."""
    lines = read_lines(replace(source, text=source.text[: max(zones.head.end, 2000)]))
    first = [line.index for line in lines[:60] if not line.blank][:5]
    end = max(zones.opening.end, first[-1] + 1 if first else 0)
    return pieces(lines[:end])


def read_ending(source: Source, zones: Zones) -> EndingFields:
    """Signatory and recipients of ``source``."""
    if zones.closing is None:
        return EndingFields()
    signatory, remarks = read_signatory(zones.closing.signature, source.text)
    return EndingFields(signatory, read_recipients(zones.closing.recipients, source.text), tuple(remarks))


def _number(opening: Opening, text: str) -> tuple[Value[str] | None, Value[str] | None, list[Remark]]:
    for piece in opening.letterhead:
        found = number_of(piece.text) if piece.kind == "number" else None
        if not found:
            continue
        symbol = _printed(found.symbol, piece, text, "symbol.label", "derived.symbol")
        if found.number is None:
            remark = Remark("number-blank", "Số của văn bản để trống; chỉ có ký hiệu.", piece.span)
            return None, symbol, [remark]
        return _printed(found.number, piece, text, "number.label", "derived.number"), symbol, []
    return None, None, []


def _printed(value: str, piece: Piece, text: str, rule: str, derived: str) -> Value[str]:
    """A number or symbol where it stands in ``piece``, its label left out."""
    stretch = piece_stretch(value, text, piece.start, piece.end)
    if stretch is None:
        inside = contains(text[piece.start : piece.end], value)
        return Value(value, piece.span, 0.97, rule if inside else derived)
    return Value(value, stretch, 0.97, rule)


def _place_and_date(opening: Opening) -> tuple[Value[str] | None, Value[str] | None]:
    for piece in sorted((p for p in opening.letterhead if p.kind == "date"), key=lambda p: p.text.startswith("ngày")):
        found = place_and_date_of(piece.text)
        if found is None:
            continue
        place = Value(found.place, piece.span, 0.97, "place") if found.place else None
        date = Value(found.date, piece.span, 0.97, "derived.date") if found.date else None
        return place, date
    return None, None


def _type(opening: Opening, symbol: Value[str] | None) -> Value[str] | None:
    """The kind: as its line names it, else as the symbol tells, else công văn where one addresses or says V/v."""
    if opening.type:
        named = type_line(opening.type.text)
        assert named is not None
        rule = "type.line" if same(named[0], opening.type.text) else "derived.type.line"
        return Value(named[0], opening.type.span, 0.98, rule)
    told = type_of_symbol(symbol.value) if symbol else None
    # Only a công văn has its subject beside, under the number; a code such as "CT" may there name a body.
    if symbol and told and (told == "công văn" or not opening.subject) and not (told == OTHER and opening.addressees):
        return Value(told, symbol.span, 0.85, "derived.type.symbol")
    letter = opening.subject or opening.addressees
    if letter and (symbol or opening.addressees):
        return Value("công văn", letter[0].span, 0.85, "derived.type.letter")
    return None


def _subject(opening: Opening, text: str) -> Value[str] | None:
    printed = [
        p for p in opening.subject if not is_mark(p) and not re.fullmatch(r"[\[(]?\s*dự thảo.{0,12}[\])]?", p.low)
    ]
    rest = _rest_of_type_line(opening, text)
    if rest:
        printed.insert(0, rest)
    if not printed:
        return None
    whole = joined(printed)
    value = whole.text.strip(" .*_-–;:/")
    if value.startswith("(") and value.endswith(")") and spelled(value).startswith(("(v/v", "(về")):
        value = value[1:-1]
    if not any(c.isalpha() for c in value):
        return None
    inside = contains(text[whole.start : whole.end], value)
    return Value(value, whole.span, 0.9 if inside else 0.8, "subject" if inside else "derived.subject")


def _rest_of_type_line(opening: Opening, text: str) -> Piece | None:
    """ "KẾ HOẠCH TRUYỀN THÔNG NĂM 2025" on one line: what follows the name of the kind."""
    if not opening.type or close_up(opening.type.text) != opening.type.text:
        return None
    named = type_line(opening.type.text)
    if not named or not named[2]:
        return None
    at = opening.type.low.rfind(named[2])
    return narrowed(opening.type, opening.type.text[at : at + len(named[2])], text)


def _system_of_ending(zones: Zones, text: str) -> Value[System] | None:
    """Without a head the form of the authority, or of the archive line, tells the system."""
    closing = zones.closing
    if closing is None:
        return None
    for piece in closing.signature:
        if re.match(r"[TK]/[MTL]\b", piece.text):
            return Value("party", piece.span, 0.8, "derived.system.authority")
        if re.search(r"mttq|mặt trận|ban thường trực", piece.low):
            return Value("front", piece.span, 0.7, "derived.system.authority")
        if re.match(r"(?:tm|kt|tl|tuq)\b", piece.low):
            return Value("state", piece.span, 0.8, "derived.system.authority")
    for piece in reversed(closing.recipients):
        if re.match(r"(?:[-+•]\s*)?lưu:? ?vt\b", piece.low):
            return Value("state", piece.span, 0.6, "derived.system.archive")
        if re.search(r"lưu.*(?:đảng ủy|tỉnh ủy|huyện ủy|thành ủy)", piece.low):
            return Value("party", piece.span, 0.6, "derived.system.archive")
    return None
