"""What a page carries besides its text: page numbers, rules, and footnotes that stand in the middle of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.bodylines import BodyLine
from vanban.folding import spelled
from vanban.labels import read_label
from vanban.model import Span
from vanban.source import Source


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark as printed and where its text stands."""

    mark: str
    span: Span


_PAGE_NUMBER = re.compile(r"[-–\s]*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–\s]*", re.IGNORECASE)
_RULE = re.compile(r"[-–—_=*.\s]{3,}|\\newpage|-{3,}.{0,20}-{3,}")
_NOTE = re.compile(r"(?P<mark>\d{1,2}|[¹²³⁴-⁹⁰]{1,3}|\[\d{1,2}\])\s{0,3}(?=[\"“(*]?[^\W\d_])")
#: The mark of a footnote stands at most so many lines above its text.
_NEAR = 45
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NO_MARK = re.compile(
    r"(?:điều|khoản|điểm|mục|lục|phần|chương|quý|tháng|năm|ngày|cấp|độ|số|đợt|đoạn|nhóm|loại|hạng|lần|thứ|bước|tổ"
    r"|khóa|khu"
    r"|phố|thôn|quyển|tập|bài|kỳ|tuần)\s?$"
)


def without_furniture(source: Source, lines: list[BodyLine]) -> tuple[list[BodyLine], list[Note]]:
    """Lines of the flow, and footnotes. Page numbers, rules and footnotes are left out."""
    text = source.text
    page_starts = {page.start for page in source.pages}
    spaced = sum(line.blank_before for line in lines) > len(lines) * 0.6
    flow: list[BodyLine] = []
    notes: list[Note] = []
    # A raised mark is often extracted as a line of its own, which looks like a page number: (mark, place in the flow).
    alone: list[tuple[str, int]] = []
    dropped = False
    noting = False
    for n, line in enumerate(lines):
        page_start = (
            "\f" in text[line.start : line.start + line.indent + 1]
            or line.start in page_starts
            or (spaced and line.indent == 1 and not line.blank_before)
        )
        if _PAGE_NUMBER.fullmatch(line.text) and line.text.strip(" -–").lower() not in ("", "-"):
            if not page_start:
                alone.append((line.text.strip(), len(flow)))
            dropped, noting = True, False
            continue
        if _RULE.fullmatch(line.text):
            dropped = True
            continue
        if noting:
            label = read_label(line.text)
            heading = label is not None and label.kind not in ("dash", "letter") and not _NOTE.match(line.text)
            if not (page_start or heading):
                if not _starts_note(flow, line, alone):
                    notes[-1] = Note(notes[-1].mark, Span(notes[-1].span.start, line.end))
                    continue
            else:
                noting = False
        if flow and (not noting or _NOTE.match(line.text)) and _starts_note(flow, line, alone):
            mark = _NOTE.match(line.text)
            assert mark is not None
            notes.append(Note(mark["mark"], Span(line.start, line.end)))
            noting = dropped = True
            continue
        line.dropped_before = dropped or page_start
        dropped = False
        flow.append(line)
        if n == 0:
            line.dropped_before = False
    return flow, notes


def _starts_note(flow: list[BodyLine], line: BodyLine, alone: list[tuple[str, int]]) -> bool:
    """True when the line begins a footnote whose mark stands in the flow not far above."""
    found = _NOTE.match(line.text)
    if not found or not line.text[found.end() :].lstrip('"“(*')[:1].isupper():
        return False
    mark = found["mark"].strip("[]")
    superscript = mark.translate(_SUPERSCRIPTS) != mark
    if read_label(line.text) is not None and not superscript:
        return False
    if any(mark == lone and len(flow) - at <= _NEAR for lone, at in alone[-_NEAR:]):
        return True
    number = re.escape(mark)
    pattern = re.compile(
        rf"{number}"
        if superscript
        else rf"(?:(?<=[^\W\d_])[”\"’)]?{number}"
        rf"|[^\W\d_]{{2,}}[”\"’)]? {number}(?=[;,.:)]))(?![\d/])"
    )
    for above in reversed(flow[-_NEAR:]):
        for hit in pattern.finditer(above.text):
            if not _NO_MARK.search(spelled(above.text[: hit.end() - len(mark)])):
                return True
    return False
