"""Rules of the text below the body: the end mark, Nơi nhận, signature, appendices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.examine import Examined
from vanban.check.heads import list_ends
from vanban.check.model import Finding
from vanban.check.rules import RuleSet
from vanban.folding import UPPER, fold
from vanban.lines import Piece
from vanban.model import Span
from vanban.opening import has_bullet

_ARCHIVE = {"state": re.compile(r"lưu\s*:\s*vt\b", re.IGNORECASE), "party": re.compile(r"lưu\b", re.IGNORECASE)}
#: How each system writes the marks of authority; the other way of writing them is a fault.
_MARK = re.compile(
    rf"(?<!\w)(?P<letters>TM|KT|TL|TUQ|T/M|K/T|T/L|T/UQ|Q)(?P<dot>[.:]?)(?:(?<=[.:])\s*|\s+)(?=[{UPPER}]{{2}})"
)
_DEGREE = re.compile(
    r"(?:PGS|GS|TS|ThS|Th\.S|BS|DS|KS|LS|CN|NGƯT|NGND|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Luật sư|Đại tá|Thượng tá|Trung tá|"
    r"Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu tướng|Trung tướng)\b[.\s]*(?=\S)"
)
_APPENDIX = re.compile(
    r"\s*(?P<label>phụ lục(?: số)?)(?P<gap>\s*)(?P<number>[IVXLC]+|\d+)?\s*[.:]?\s*(?:\n|$)", re.IGNORECASE
)
_ATTACHED = re.compile(r"\(\s*(?:ban hành )?(?:đính )?kèm theo", re.IGNORECASE)
_DASHES = re.compile(r"[-–—+•*]")


def ending_findings(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    """Findings of everything below the body."""
    if not document.is_form:
        yield from _end_mark(document, rules)
        yield from _signature(document, rules)
        yield from _recipients(document, rules)
    yield from _appendices(document, rules)


def _end_mark(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    if document.zones.closing is None or document.kind is None or not document.paragraphs:
        return
    last = next((p for p in reversed(document.paragraphs) if any(c.isalpha() for c in p.text)), None)
    if last is None or any(
        table.span.end > last.end and table.span.start < document.zones.body.end for table in document.source.tables
    ):
        return  # what ends in a table has no sentence to put the mark after
    text = last.text.rstrip()
    if rules.system == "state" and not re.search(r"\.\s?/\s?\.?$", text):
        if document.kind not in rules.without.get("end-mark", ()):
            yield rules.finding("end-mark", last.span(max(0, len(text) - 60)))
    elif rules.system == "party" and (text.endswith("./.") or not text.endswith((".", "…"))):
        yield rules.finding("end-stop", last.span(max(0, len(text) - 60)), found=text[-12:])


def _recipients(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    closing = document.zones.closing
    if closing is None or not closing.recipients:
        return
    label = closing.recipients[0]
    if not re.match(r"nơi nhận\s*:", label.low):
        yield rules.finding("recipients-colon", label.span)
    items = [value for value in document.ending.recipients if value.span is not None]
    spans = [value.span for value in items if value.span is not None]
    yield from list_ends(document, rules, "recipients-end", spans, document.zones.ending.end)
    if not items:
        return
    for before, piece in pairwise(closing.recipients):
        opens = (
            before is label or before.text.endswith((";", ".")) or (before.text.endswith(",") and _opens(rules, piece))
        )
        if opens and not has_bullet(piece.text) and document.source.kind == "docx":
            yield rules.finding("recipients-dash", piece.span, found=piece.text[:60])
    archive = _ARCHIVE.get(rules.system or "")
    last = items[-1]
    if archive and not archive.match(last.value):
        yield rules.finding("recipients-archive", last.span, found=last.value[:60])
    above = bool(document.zones.opening.addressees) and document.kind in ("công văn", "tờ trình", "báo cáo")
    if above and not re.match(r"nhu (?:tren|kinh gui)|(?:nhu )?dieu", fold(items[0].value)):
        yield rules.finding("recipients-as-above", items[0].span)


def _opens(rules: RuleSet, piece: Piece) -> bool:
    """After a comma, which ends an item of the Party's lists and breaks a long line of the State's."""
    return rules.system == "party" and piece.text[:1].isupper()


def _signature(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    closing = document.zones.closing
    for piece in closing.signature if closing else ():
        printed = document.text[piece.start : piece.end]
        mark = _MARK.match(printed)
        wanted = _authority(mark["letters"], rules.system) if mark else None
        if mark and wanted and printed[: mark.end("dot")] != wanted:
            right = f"{wanted} {printed[mark.end() :]}"
            yield rules.finding("authority-mark", piece.span, found=" ".join(printed.split()), wanted=right)
        degree = _DEGREE.match(printed) if piece.kind == "name" else None
        if degree:
            yield rules.finding("signer-degree", piece.span, found=degree[0].strip())


def _authority(letters: str, system: str | None) -> str | None:
    plain = letters.replace("/", "")
    if plain == "Q":
        return "Q."
    if system == "state":
        return f"{plain}."
    return f"T/{plain[1:]}" if system == "party" and plain[0] == "T" else "K/T" if system == "party" else None


def _appendices(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    found = []
    for span in document.zones.appendices:
        match = _APPENDIX.match(document.text, span.start, span.end)
        if match:
            found.append((span, match))
    if not found:
        return
    body = document.text[document.zones.head.start : document.zones.body.end]
    if document.zones.body.end > document.zones.body.start and not re.search(r"phụ lục", body, re.IGNORECASE):
        yield rules.finding("appendix-mention", found[0][0])
    for span, match in found:
        place = Span(match.start("label"), match.end("number") if match["number"] else match.end("label"))
        number = match["number"]
        if len(found) > 1 and not (number and number.isupper() and not number.isdigit()):
            yield rules.finding("appendix-number", place, found=match[0].strip())
        if len(found) > 1 and not (number and number.isdigit()):
            yield rules.finding("appendix-number-arabic", place, found=match[0].strip())
        if not _ATTACHED.search(document.text, span.start, min(span.end, span.start + 600)):
            yield rules.finding("appendix-reference", place)
