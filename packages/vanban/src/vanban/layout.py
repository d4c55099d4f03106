"""Lines into paragraphs: wrapped lines joined, page furniture dropped, footnotes taken out of the flow.

Extractors differ: some put a blank line after every line, some indent the first line of a paragraph, some keep one
line a paragraph. What a blank line, an indent or a short line means is therefore measured on the text itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from vanban.bodies import starts_with_duty, title_bodies
from vanban.bodylines import BodyLine, read_body_lines
from vanban.folding import spelled
from vanban.furniture import Note, without_furniture
from vanban.labels import Label, read_field, read_label
from vanban.model import Span, Value
from vanban.source import WHOLE_PARAGRAPHS, Source, Table
from vanban.tables import find_tables


@dataclass(slots=True)
class Paragraph:
    """A paragraph on one line, Markdown marks removed. ``at[i]`` is the offset in the source of ``text[i]``.

    ``gaps`` are offsets in the source where something was taken out of the flow (a page number, a footnote).
    ``bold`` is the length of the bold start, 0 without one.
    """

    text: str
    at: list[int]
    gaps: list[int] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    bold: int = 0
    label: Label | None = None
    plain: str = ""

    @property
    def start(self) -> int:
        return self.at[0]

    @property
    def end(self) -> int:
        return self.at[-1] + 1

    @property
    def body(self) -> int:
        """Where the text after the label begins."""
        return self.label.end if self.label else 0

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place in the source of ``text[start:end]``."""
        last = len(self.text) if end is None else end
        return Span(self.at[start], self.at[last - 1] + 1)

    def value(self, start: int, end: int, rule: str, confidence: float) -> Value[str]:
        """``text[start:end]`` as a value, blanks at its ends left out."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        span = self.span(start, end)
        if bisect_right(self.gaps, span.start) != bisect_right(self.gaps, span.end):
            rule = f"derived.joined.{rule}"
        return Value(self.text[start:end], span, confidence, rule)


Block = Paragraph | Table


def read_blocks(source: Source, start: int = 0, end: int | None = None) -> list[Block]:
    """The paragraphs and tables between two offsets, in order."""
    end = len(source.text) if end is None else end
    blocks: list[Block] = []
    at = start
    for table in find_tables(source, start, end):
        if table.span.start > at:
            blocks.extend(_paragraphs(source, at, table.span.start))
        blocks.append(table)
        at = max(at, table.span.end)
    if at < end:
        blocks.extend(_paragraphs(source, at, end))
    return blocks


class _Page:
    """What blanks, indents and short lines mean in this text."""

    def __init__(self, lines: list[BodyLine], *, whole: bool) -> None:
        """``whole`` is true where the format keeps a paragraph on one line."""
        widths = sorted(len(line.text) for line in lines)
        self.width = widths[len(widths) * 9 // 10] if widths else 0
        self.whole = whole
        self.wraps = not whole and 40 <= self.width <= 130 and _is_wrapped(lines)
        tight = sum(not line.blank_before for line in lines)
        self.blank_counts = _blanks_part(lines, tight) and not (tight < len(lines) * 0.05 and self.wraps)
        parted = len(lines) - tight
        self.flow = self.blank_counts and self.wraps and tight / max(len(lines), 1) > 0.3 and parted > 3
        indents = Counter(line.indent for line in lines)
        self.base = min((i for i, n in indents.items() if n >= max(2, len(lines) // 12)), default=0)
        labelled = [line.indent for line in lines if read_label(line.text)]
        based = sum(abs(line.indent - self.base) <= 1 for line in lines)
        self.indented = (
            len(labelled) > 2
            and sum(i > self.base + 2 for i in labelled) / len(labelled) > 0.6
            and based / len(lines) > 0.25
        )


def _is_wrapped(lines: list[BodyLine]) -> bool:
    """True where lines end within sentences: the next goes on small, or the longest lines end without a mark."""
    bare = [line for line in lines if not (read_label(line.text) or read_field(spelled(line.text[:60])))]
    if sum(line.text[0].islower() or line.text[0].isdigit() for line in bare) > len(bare) * 0.1:
        return True
    widest = max((len(line.text) for line in lines), default=0)
    cut = sum(
        len(before.text) > widest * 0.85
        and not _ends(before.text)
        and not (read_label(line.text) or _is_caps(line.text))
        for before, line in pairwise(lines)
    )
    return cut > 1 and widest <= 130


def _blanks_part(lines: list[BodyLine], tight: int) -> bool:
    """True where blank lines stand between paragraphs and hardly ever within one."""
    loose = [(before, line) for before, line in pairwise(lines) if line.blank_before and not read_label(line.text)]
    broken = sum(line.text[0].islower() and not _ends(before.text) for before, line in loose)
    # Where nearly every line stands alone, a few broken sentences show that blank lines tell nothing.
    few = 0.2 if tight > len(lines) * 0.2 else 0.05
    return len(loose) == 0 or broken / len(loose) < few


def _ends(text: str) -> bool:
    return text.rstrip("”\"’')").endswith((".", ";", ":", "!", "?", "…", "./."))


_NUMBER_OF = re.compile(
    r"(?:hoạch|định|văn|quyết|thị|luật|tư|báo|điện|trình|dẫn|kết luận|án|lệnh|bản|biểu|mẫu|phố|nhà|gói thầu|lục)\s+số$"
)
_CONTINUES = (
    *("điều", "khoản", "điểm", "mục", "ngày", "tháng", "năm", "quý", "và", "của", "với", "theo", "về", "cho", "các"),
    *("tại", "từ", "đến", ",", "-", "–", "/", "(", "phụ lục", "tp", "đ/c"),
)
_HANGS = re.compile(r"(?:\b(?:của|và|với|về|cho|các|những|tại|bởi|giữa|do)|,)$")  # nothing ends so, not even a heading
_COMPOUND = re.compile(
    r"(?:văn h[oó]á?|văn hóa|văn hoá|lao động|kinh tế|chính trị|thể thao|thông tin|an ninh|kế hoạch|\d)$", re.IGNORECASE
)


_ENDING = 40  # code points at the end of a line that tell whether it goes on


def _is_number_of(before: str) -> bool:
    """True when ``before``, in small letters, ends in "kế hoạch số" or the like: a number follows, no label."""
    return before.endswith("số") and _NUMBER_OF.search(before) is not None


def _new_label(before: str, line: str, full: bool, blank: bool) -> bool:
    """True when ``line`` begins with a label that is one, and not a number or dash that a wrapped line begins with."""
    label = read_label(line)
    if label is None:
        return False
    before = before[-_ENDING:].lower()
    if blank or _ends(before):
        return not _is_number_of(before)
    if label.kind == "dash":
        if _COMPOUND.search(before) and full:
            return False
        return not (full and line[label.end : label.end + 1].islower())
    if label.kind in ("decimal", "letter", "paren", "article", "section", "roman", "upper"):
        return not (before.endswith(_CONTINUES) or _is_number_of(before) or (label.text.startswith("0") and full))
    return True


_OPENERS = re.compile(
    r"Trên đây|Nhận được|Kết quả (?:thực hiện|triển khai)|Thừa lệnh|Trong quá trình|Quá trình"
    r"|Căn cứ (?:ý kiến|nội dung)|Nơi nhận"
    r"|Yêu cầu (?:các|thủ trưởng|Thủ)|Đề nghị các"
)
_GROUNDS = re.compile(r"Căn cứ (?:Luật|Nghị|Quyết|Thông|Hiến|Kế hoạch|Chỉ thị)|Theo đề nghị của|Xét (?:Tờ|đề|Báo)")
_CAPS = re.compile(r"[^\W\d_]{2,}")


def _is_caps(text: str) -> bool:
    text = text[:400]  # a paragraph grows line by line, and looking at all of it each time would take for ever
    return text.isupper() and len(_CAPS.findall(text)) >= 2


def _closes_bracket(so_far: str, line: str) -> bool:
    """True when "02)" closes a bracket opened on a line above, and so is no label."""
    return re.match(r"\w+\)", line) is not None and so_far[-200:].count("(") > so_far[-200:].count(")")


def _is_heading_end(heading: str, line: str) -> bool:
    """True when a name of bodies ends and a sentence of duty begins: two paragraphs, however long the first is."""
    label = read_label(heading)
    start = label.end if label else 0
    if ":" in heading[:-1] or not line[0].isupper():
        return False
    return title_bodies(heading, spelled(heading), start, len(heading)) is not None


def _begins_anew(so_far: str, before: str, line: str, full: bool, blank: bool) -> bool:
    """True when ``line`` begins as no line within a paragraph does: with a label, a field, the words of a closing."""
    if _new_label(before, line, full, blank) and not _closes_bracket(so_far, line):
        return True
    field = read_field(spelled(line[:60]))
    if field and field.kind != "other" and (_ends(before) or not full or blank):
        return True
    return (_ends(before) and _OPENERS.match(line) is not None) or _GROUNDS.match(line) is not None


def _joins(page: _Page, so_far: str, before: BodyLine, line: BodyLine, open_bold: bool) -> bool:
    """True when ``line`` goes on with the paragraph whose last line is ``before``."""
    # The first line of a paragraph is shorter by its indent, which many extractors lose.
    reach = len(before.text) + 1 + len(line.text.split(" ", 1)[0])
    heading_ends = so_far == before.text and _is_heading_end(so_far, line.text)
    first_line = so_far == before.text and not (page.indented or heading_ends)
    full = reach > page.width * (0.82 if first_line else 0.92) and page.wraps
    blank = line.blank_before and page.blank_counts
    if heading_ends and line.text[0].isupper() and starts_with_duty(spelled(line.text[:40]), 0):
        return False
    if open_bold and not blank:
        return True
    if _begins_anew(so_far, before.text, line.text, full, blank):
        return False
    if not (page.whole or blank) and _HANGS.search(before.text[-_ENDING:]) and not _is_caps(line.text):
        return True
    goes_on = line.text[0].islower() and not _ends(before.text)
    if blank:
        return (goes_on and (full or not page.wraps)) or (
            line.dropped_before and not _ends(before.text) and (goes_on or full)
        )
    if line.dropped_before and not _ends(before.text):
        return not _is_caps(line.text) or _is_caps(before.text)
    if (
        _is_caps(line.text) != _is_caps(so_far)
        and not line.text[0].islower()
        and not (full and not _is_caps(line.text) and not _is_caps(so_far))
    ):
        return False
    if page.indented:
        return line.indent <= page.base + 2 or (goes_on and line.indent == before.indent)
    if _is_caps(line.text):
        return True
    if page.flow and not line.blank_before:
        return True
    return full or goes_on


def _paragraphs(source: Source, start: int, end: int) -> list[Paragraph]:
    lines = read_body_lines(source.text, start, end)
    if not lines:
        return []
    flow, notes = without_furniture(source, lines)
    page = _Page(flow or lines, whole=source.kind in WHOLE_PARAGRAPHS)
    paragraphs: list[Paragraph] = []
    current: Paragraph | None = None
    toggles = 0
    before: BodyLine | None = None
    for line in flow:
        if current is not None and before is not None and _joins(page, current.text, before, line, toggles % 2 == 1):
            _append(current, line)
        else:
            current = Paragraph(line.text, list(line.at), bold=line.bold or (len(line.text) if line.toggles % 2 else 0))
            paragraphs.append(current)
            toggles = 0
        if toggles % 2 == 1 and line.toggles:
            current.bold = len(current.text)
        if line.dropped_before and len(current.text) > len(line.text):
            current.gaps.append(line.at[0])
        toggles += line.toggles
        before = line
    _finish(paragraphs, notes)
    return paragraphs


def _append(paragraph: Paragraph, line: BodyLine) -> None:
    broken_word = re.search(r"[\w/][-/]$", paragraph.text[-2:]) and (line.text[0].isupper() or line.text[0].isdigit())
    if not broken_word:
        paragraph.text += " "
        paragraph.at.append(paragraph.at[-1] + 1)
    paragraph.text += line.text
    paragraph.at.extend(line.at)


def _finish(paragraphs: list[Paragraph], notes: list[Note]) -> None:
    for paragraph in paragraphs:
        label = read_label(paragraph.text)
        if label and label.kind in ("star", "bullet", "dash") and label.end < len(paragraph.text):
            inner = read_label(paragraph.text[label.end :])
            if (
                inner
                and inner.kind not in ("dash", "plus", "star", "bullet")
                and (label.kind != "dash" or inner.kind == "letter")
            ):
                # A Markdown bullet in front of the printed label.
                paragraph.text, paragraph.at = paragraph.text[label.end :], paragraph.at[label.end :]
                paragraph.bold = max(0, paragraph.bold - label.end)
                label = inner
        paragraph.label = label
        paragraph.plain = spelled(paragraph.text)
    starts = [paragraph.start for paragraph in paragraphs]
    for note in notes:
        place = bisect_right(starts, note.span.start) - 1
        if place >= 0:
            paragraphs[place].notes.append(note)
