"""What a draft begins with: an empty form, the outline of the order from above, or an earlier own document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import vanban
from vanban.compare import Unit

from lienthong.drafting.pieces import pieces_of
from lienthong.registry.service import OfficialDocument, confirmed_outline, printed_duties, whole_text

#: The sections of an empty form: (level, title). Kinds that are not named begin with one section of text alone.
FORMS: dict[str, tuple[tuple[int, str], ...]] = {
    "kế hoạch": (
        (1, "MỤC ĐÍCH, YÊU CẦU"), (2, "Mục đích"), (2, "Yêu cầu"), (1, "NỘI DUNG"), (1, "NHIỆM VỤ"),
        (1, "KINH PHÍ THỰC HIỆN"), (1, "TỔ CHỨC THỰC HIỆN"),
    ),
    "chương trình": ((1, "MỤC TIÊU"), (1, "NHIỆM VỤ, GIẢI PHÁP"), (1, "TỔ CHỨC THỰC HIỆN")),
    "báo cáo": (
        (1, "TÌNH HÌNH, KẾT QUẢ THỰC HIỆN"), (1, "TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN"), (1, "PHƯƠNG HƯỚNG, NHIỆM VỤ"),
    ),
    "tờ trình": ((1, "SỰ CẦN THIẾT"), (1, "NỘI DUNG TRÌNH"), (1, "KIẾN NGHỊ")),
    "quyết định": ((1, ""), (1, ""), (1, "")),
}  # fmt: skip


_FOOT = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)


@dataclass(slots=True)
class Start:
    """A section to begin with; ``span`` is where it stands in the document that it comes from."""

    level: int
    title: str
    text: str = ""
    span: tuple[int, int] | None = None
    units: list[Unit] = field(default_factory=list)


def empty_form(kind: str) -> list[Start]:
    return [Start(level, title) for level, title in FORMS.get(kind, ((1, ""),))]


def of_document(document: OfficialDocument, kind: str, *, with_text: bool) -> list[Start]:
    """What a draft of ``kind`` takes over of ``document``: the headings with the duties printed below each, and the
    text of an own earlier document.

    What an order from above says in its own words is not taken over: the office writes what it will do itself.
    """
    whole = whole_text(document).text
    headings = [heading for heading in confirmed_outline(document) if heading.level <= 3]
    duties = [unit for unit in printed_duties(document).units if unit.kind == "assignment"]
    if not headings:
        return [_letter(whole)] if with_text else _without_headings(kind, duties)
    ends = [following.start for _heading, following in pairwise(headings)] + [len(whole)]
    found = [
        Start(heading.level, heading.title, span=(heading.start, end))
        for heading, end in zip(headings, ends, strict=True)
    ]
    _place(duties, found)
    if with_text:
        for start in found:
            start.text = "\n".join(_own_lines(whole, start))
        found[-1].text = _before_the_foot(found[-1].text)
    return found


def _before_the_foot(text: str) -> str:
    """Without the list of recipients and the signature, which every document has of its own."""
    lines = text.splitlines()
    feet = [at for at, line in enumerate(lines) if _FOOT.fullmatch(line.strip())]
    return "\n".join(lines[: feet[-1]] if feet else lines)


def _letter(whole: str) -> Start:
    """What an own document without headings says between head and signature."""
    pieces = pieces_of(vanban.read(whole.encode()), {})
    return Start(1, "", "\n".join(line for piece in pieces for line in piece.lines))


def _without_headings(kind: str, duties: list[Unit]) -> list[Start]:
    """The empty form of ``kind``; its section of tasks takes the duties, a kind without one is written freely."""
    starts = empty_form(kind)
    for start in starts:
        if "NHIỆM VỤ" in start.title:
            start.units = duties
            break
    return starts


def _place(duties: Iterable[Unit], sections: list[Start]) -> None:
    """Each duty goes to the last section that begins before it; to the first where none does."""
    for unit in duties:
        at = unit.span.start if unit.span else 0
        before = [section for section in sections if section.span and section.span[0] <= at]
        (before[-1] if before else sections[0]).units.append(unit)


def _own_lines(whole: str, start: Start) -> Iterator[str]:
    """The lines below the heading that belong to no duty."""
    assert start.span is not None
    taken = [unit.span for unit in start.units if unit.span]
    at = start.span[0]
    for line in whole[start.span[0] : start.span[1]].splitlines(keepends=True):
        inside = any(span.start < at + len(line) and at < span.end for span in taken)
        if at != start.span[0] and not inside and line.strip() and "|" not in line:
            yield line.strip()
        at += len(line)
