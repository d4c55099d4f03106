"""What a page carries besides its text: page numbers, rules, and footnotes that stand in the middle of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vanban.bodylines import BodyLine
from vanban.folding import spelled
from vanban.labels import read_label
from vanban.model import Footnote, Span, Value
from vanban.source import WHOLE_PARAGRAPHS, Source


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark as printed, where it stands, where its text begins, and where its mark stands in the body.

    A raised figure that begins a line begins a footnote even if its mark was lost; then ``at`` is None.
    """

    mark: str
    span: Span
    text_start: int
    at: Span | None


_PAGE_NUMBER = re.compile(r"[-–\s]*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–\s]*", re.IGNORECASE)
_RULE = re.compile(r"[-–—_=*.\s]{3,}|\\newpage|-{3,}.{0,20}-{3,}")
_NOTE = re.compile(
    r"(?P<mark>\d{1,2}|\[\d{1,2}\])\s{0,3}(?=[\"“(*]?[^\W\d_])|(?P<raised>[¹²³⁴-⁹⁰]{1,3})\s{0,3}(?=[^\s¹²³⁴-⁹⁰])"
)
#: The mark of a footnote stands at most so many lines above its text.
_NEAR = 45
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NO_MARK = re.compile(
    r"(?:điều|khoản|điểm|mục|lục|phần|chương|quý|tháng|năm|ngày|cấp|độ|số|đợt|đoạn|nhóm|loại|hạng|lần|thứ|bước|tổ"
    r"|khóa|khu"
    r"|phố|thôn|quyển|tập|bài|kỳ|tuần)\s?$"
)


@dataclass(frozen=True, slots=True)
class _Alone:
    """A raised mark is often extracted as a line of its own, which looks like a page number; its place in the flow."""

    mark: str
    place: int
    span: Span


def without_furniture(source: Source, lines: list[BodyLine]) -> tuple[list[BodyLine], list[Note]]:
    """Lines of the flow, and footnotes. Page numbers, rules and footnotes are left out."""
    text = source.text
    page_starts = {page.start for page in source.pages}
    whole = source.kind in WHOLE_PARAGRAPHS  # there a note is one line, and no sentence is cut by it
    spaced = sum(line.blank_before for line in lines) > len(lines) * 0.6
    flow: list[BodyLine] = []
    notes: list[Note] = []
    alone: list[_Alone] = []
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
                alone.append(_Alone(line.text.strip(), len(flow), Span(line.start, line.end)))
            dropped, noting = True, False
            continue
        if _RULE.fullmatch(line.text):
            dropped = True
            continue
        if noting:
            label = read_label(line.text)
            heading = label is not None and label.kind not in ("dash", "letter") and not _NOTE.match(line.text)
            if not (page_start or heading or _resumes(flow, lines[n - 1], line, spaced=spaced)):
                if _note(flow, line, alone) is None:
                    notes[-1] = replace(notes[-1], span=Span(notes[-1].span.start, line.end))
                    continue
            else:
                noting = False
        note = _note(flow, line, alone) if flow and (not noting or _NOTE.match(line.text)) else None
        if note is not None:
            notes.append(note)
            noting = dropped = not whole
            continue
        line.dropped_before = dropped or page_start
        dropped = False
        flow.append(line)
        if n == 0:
            line.dropped_before = False
    return flow, notes


def _resumes(flow: list[BodyLine], before: BodyLine, line: BodyLine, *, spaced: bool) -> bool:
    """True when a footnote is over and ``line`` goes on with the flow: after a gap, or with the rest of a sentence."""
    if not before.text.rstrip('*_"”)').endswith((".", ";")):
        return False
    cut = bool(flow) and not flow[-1].text.endswith((".", ";", ":"))
    return (line.blank_before and not spaced) or (cut and line.text[0].islower())


def _note(flow: list[BodyLine], line: BodyLine, alone: list[_Alone]) -> Note | None:
    """The footnote that begins with the line, if its mark stands in the flow not far above."""
    found = _NOTE.match(line.text)
    if not found:
        return None
    mark = found["mark"] or found["raised"]
    superscript = found["raised"] is not None
    if not superscript and not line.text[found.end() :].lstrip('"“(*')[:1].isupper():
        return None
    if read_label(line.text) is not None and not superscript:
        return None
    at = next((lone.span for lone in alone[-_NEAR:] if mark == lone.mark and len(flow) - lone.place <= _NEAR), None)
    at = at or _mark_in(flow, mark)
    if at is None and not superscript:
        return None
    return Note(mark, Span(line.start, line.end), line.at[found.end()], at)


def _mark_in(flow: list[BodyLine], mark: str) -> Span | None:
    """Where the mark stands in the flow: raised, in brackets, or as a plain figure after a word."""
    figures = mark.strip("[]").translate(_SUPERSCRIPTS)
    sure = rf"(?<![¹²³⁰⁴-⁹]){figures.translate(_RAISED)}(?![¹²³⁰⁴-⁹])|\[{figures}\]"
    plain = (
        rf"(?:(?<=[^\W\d_])[”\"’)]?(?P<glued>{figures})"
        rf"|[^\W\d_]{{2,}}[”\"’)]? (?P<apart>{figures})(?=[;,.:)]))(?![\d/])"
    )
    pattern = re.compile(f"(?P<sure>{sure})" if figures != mark else f"(?P<sure>{sure})|{plain}")
    for above in reversed(flow[-_NEAR:]):
        for hit in pattern.finditer(above.text):
            start, end = hit.span(hit.lastgroup or 0)
            if hit["sure"] or not _NO_MARK.search(spelled(above.text[:start])):
                return Span(above.at[start], above.at[end - 1] + 1)
    return None


def footnote(note: Note, text: str) -> Footnote:
    """A footnote as it is told: its text on one line, without marks of Markdown."""
    span = Span(note.text_start, note.span.end)
    words = " ".join(text[span.start : span.end].split()).strip("*_ ")
    return Footnote(note.mark, Value(words, span, 0.9, "footnote"), note.at)
