"""Which numbered paragraphs are headings, and where the numbering leaps or repeats.

A heading is a titled item with a text of its own below it or after it in the same paragraph. A numbered sentence, a
task that is only its sentence and its fields, a field ("b) Cơ quan thực hiện:") and a row of a table are none.
"""

from __future__ import annotations

import re

from vanban.bodies import is_list_of_bodies, lists_fields, name_before_duty, title_bodies
from vanban.labels import MARKS, TASK_FIELDS
from vanban.model import Heading, Remark, Span
from vanban.structure import Node, words

_SENTENCE_END = re.compile(
    r"(?<!bước \d)(?<!Bước \d)(?<!đoạn \d)(?<!Nhóm \d)(?<!Đợt \d)(?<!đề \d)[.!?…]\s+[“\"(]?[^\W\d_]"
)
_ANNOUNCES = re.compile(r"(?:như|dưới|nội dung|chủ yếu|nhiệm vụ|giải pháp|sau) (?:sau|đây|sau đây|là)\s*:$|\bsau\s*:$")
#: A line of data: "Thu ngân sách: 210 tỷ đồng."
_FIGURE = re.compile(
    r"(?:trên |đạt |từ )?\d[\d.,]*\s?(?:%|tỷ|triệu|nghìn|đồng|người|hộ|ha|tấn|km)(?!\w)[^.;]{0,40}[.;]?$", re.I
)
_FINAL = " .:;,"


def find_headings(root: Node) -> list[Node]:
    """The nodes that are headings, in order; ``title`` and ``run_in`` of each are set."""
    found: list[Node] = []
    _name_children(root, found)
    found.sort(key=lambda node: node.paragraph.start if node.paragraph else 0)
    return found


def _name_children(parent: Node, found: list[Node]) -> None:
    _borrow_titles(parent)
    numbered = [node for node in parent.children if node.numbered]
    waiting: set[Node] = set()
    for node in numbered:
        _title(node, parent)
        if node.title is not None:
            found.append(node)
        elif _colon_title(node) is not None:
            waiting.add(node)
    groups: dict[tuple[str, int], list[Node]] = {}
    for node in numbered:
        if node.label:
            groups.setdefault(node.label.key, []).append(node)
    # "a) Cải cách thể chế: Tuyên truyền …" is a run-in heading where its fellows are titled too.
    for group in groups.values():
        if any(node.is_field and node.fields[0].kind in ("lead", "support") for node in group):
            continue
        titled = sum(node.title is not None or node in waiting for node in group)
        if titled < max(2, len(group) * 0.6) and not (len(group) <= 1):
            continue
        for node in group:
            if node in waiting:
                node.title, node.run_in = _colon_title(node), True
                found.append(node)
    for node in parent.children:
        _name_children(node, found)


def _borrow_titles(parent: Node) -> None:
    """ "Chương I" on a line of its own has its title on the next one."""
    for node in parent.children:
        paragraph = node.paragraph
        if paragraph is None or node.label is None or node.text.strip(_FINAL) or not node.children:
            continue
        first = node.children[0]
        below = first.paragraph
        if below is not None and first.label is None and words(below.text) <= 40 and not below.text.endswith("."):
            paragraph.text += " " + below.text
            paragraph.at.extend([below.at[0] - 1, *below.at])
            paragraph.plain += " " + below.plain
            node.children.pop(0)


def _title(node: Node, parent: Node) -> None:
    paragraph = node.paragraph
    if paragraph is None or node.label is None or not node.text.strip(_FINAL):
        return
    if node.is_field and _among_fields(node, parent):
        return
    start, end = paragraph.body, len(paragraph.text)
    if node.fields and not node.is_field and node.fields[0].kind == "lead":
        # "3. Truyền thông (Chủ trì: …)": the fields are no part of the title.
        end = start + len(paragraph.text[start : node.fields[0].start].rstrip(" (-–"))
    body = _body_run_in(node)
    if body is not None:
        node.title, node.run_in = body, True
        return
    below = [child for child in node.children if not _is_task_field(child)]
    text = paragraph.text[start:end]
    bare = text.rstrip(_FINAL)
    if _bold_run_in(node, end):
        node.title, node.run_in = (start, start + len(paragraph.text[start : paragraph.bold].rstrip(_FINAL))), True
        return
    stop = start + len(bare)
    if _SENTENCE_END.search(bare) and not bare.isupper():
        return
    high = node.label.kind in ("part", "chapter", "section", "subsection", "upper", "roman")
    if bare.isupper() and words(bare) > 0 and (below or high):
        node.title = (start, stop)
        return
    if not below:
        if high and not text.endswith((".", ";")) and words(text) <= 25 and not node.children:
            node.title = (start, stop)
        return
    if _is_title(node, text, below, high):
        node.title = (start, stop)


def _bold_run_in(node: Node, end: int) -> bool:
    """True where a bold start is a title of its own, and not the first words of a sentence that goes on in it."""
    paragraph = node.paragraph
    assert paragraph is not None
    start, bold = paragraph.body, paragraph.bold
    if not start + 3 < bold < end - 3 or words(paragraph.text[start:bold]) > 25:
        return False
    rest = paragraph.text[bold:end].lstrip()
    return paragraph.text[start:bold].rstrip()[-1:] in (":", ".") or not rest[:1].islower()


def _is_title(node: Node, text: str, below: list[Node], high: bool) -> bool:
    length = words(text)
    if text.endswith(";") or length > 90:
        return False
    deeper = any(child.numbered for child in below)
    paragraph = node.paragraph
    assert paragraph is not None
    naming = name_before_duty(paragraph.text, paragraph.plain, paragraph.body)
    if text.endswith("."):
        return naming is None and (length <= 45 if deeper else length <= 25 and _first_mark(below))
    if text.endswith(":"):
        if node.label and node.label.kind == "article" and _ANNOUNCES.search(text):
            return False  # "Điều 1. Phê duyệt Đề án … với các nội dung sau:" decides
        return length <= 60 and (naming is None or length <= 14) and not _names_people(text)
    if naming is not None and not high and length > 30:
        return False
    return not (node.label and node.label.kind == "article" and length > 45)


def _names_people(text: str) -> bool:
    return re.search(r"có tên (?:sau|dưới)|gồm (?:các )?(?:ông|đồng chí)", text) is not None


def _first_mark(below: list[Node]) -> bool:
    return below[0].label is not None or below[0].table is not None


def _is_task_field(node: Node) -> bool:
    return node.is_field and node.fields[0].kind in TASK_FIELDS


def _among_fields(node: Node, parent: Node) -> bool:
    """True when a field stands among fields that name bodies, so that it is no heading of its own."""
    if node.fields[0].kind in ("lead", "support"):
        return True
    return any(
        other.is_field and other.fields[0].kind in ("lead", "support")
        for other in parent.children
        if other.label and node.label and other.label.key == node.label.key
    )


_NO_TITLE = re.compile(
    r"(?:Các\s+)?(?:Ông|Bà|Đồng chí|Đ/c|Ông/Bà|Ông \(bà\))|Họ (?:và )?tên|Lưu ý|Ghi chú|Ví dụ|Trong đó|Cụ thể"
)


def _colon_title(node: Node, *, body: bool = False) -> tuple[int, int] | None:
    """ "Title: text that goes on": the stretch of the title, or None. A ``body`` may be followed by a small letter."""
    paragraph = node.paragraph
    if paragraph is None or (node.fields and node.is_field and node.fields[0].kind in ("lead", "support")):
        return None
    start = paragraph.body
    colon = paragraph.text.find(":", start)
    if colon < 0 or colon > start + 130:
        return None
    title = paragraph.text[start:colon]
    rest = paragraph.text[colon + 1 :].strip()
    if (
        not rest
        or not title[:1].isupper()
        or words(title) > 20
        or re.search(r"[.!?]\s" if body else r"[.;!?]\s", title)
    ):
        return None
    if _NO_TITLE.fullmatch(title.strip()):
        return None
    if lists_fields(paragraph.text, paragraph.plain, start, start + len(title.rstrip())) or _FIGURE.match(rest):
        return None
    if title.rstrip().endswith((" sau", " như", " gồm", " là", "là", "sau đây")) or title.count("(") != title.count(
        ")"
    ):
        return None
    if not (body or rest[0].isupper() or rest[0].isdigit() or rest[0] in '“"'):
        return None
    if (
        node.children
        and not rest.endswith((".", ";"))
        and is_list_of_bodies(paragraph.text, paragraph.plain, colon + 2, len(paragraph.text))
    ):
        return None  # bodies that the heading goes on to name
    return start, start + len(title.rstrip(_FINAL))


def _body_run_in(node: Node) -> tuple[int, int] | None:
    """ "3. Phòng Kinh tế: Tham mưu …": the stretch of the name, or None."""
    title = _colon_title(node, body=True)
    paragraph = node.paragraph
    if title is None or paragraph is None:
        return None
    return title if title_bodies(paragraph.text, paragraph.plain, title[0], title[1]) is not None else None


def outline_of(headings: list[Node]) -> tuple[Heading, ...]:
    """The headings as the document's outline."""
    outline = []
    for node in headings:
        paragraph, title, label = node.paragraph, node.title, node.label
        if paragraph is None or title is None or label is None:
            continue
        text = paragraph.text[title[0] : title[1]].strip(_FINAL).rstrip("¹²³⁴⁵⁶⁷⁸⁹⁰")
        outline.append(
            Heading(
                label.text, text, node.level, paragraph.span(0, title[1]), node.run_in, 0.8 if node.run_in else 0.95
            )
        )
    return tuple(outline)


def numbering_remarks(root: Node) -> list[Remark]:
    """Where numbers are left out or used twice, in order."""
    remarks: list[Remark] = []
    _check_numbers(root, remarks)
    remarks.sort(key=lambda remark: remark.span.start if remark.span else 0)
    return remarks


_EXTRA_LETTERS = frozenset("fjwz")
#: What counts together: kind and depth of a label, and the number it stands under.
_Counter = tuple[str, int, str]


def _check_numbers(parent: Node, remarks: list[Remark], articles: dict[_Counter, Node] | None = None) -> None:
    """Articles count on through chapters; everything else begins anew under each parent."""
    last: dict[_Counter, Node] = {}
    articles = {} if articles is None else articles
    for node in parent.children:
        label, paragraph = node.label, node.paragraph
        if label is not None and paragraph is not None and label.kind not in MARKS and label.number:
            prefix = label.text.rsplit(".", 1)[0] if label.kind == "decimal" and label.depth > 1 else ""
            counted = articles if label.kind == "article" else last
            before = counted.get((*label.key, prefix))
            remark = _compare(before, node, paragraph.span(0, label.end))
            if remark:
                remarks.append(remark)
            counted[(*label.key, prefix)] = node
        if node.children:
            _check_numbers(node, remarks, articles)


def _compare(before: Node | None, node: Node, span: Span) -> Remark | None:
    label = node.label
    assert label is not None
    if label.kind == "letter" and label.text in _EXTRA_LETTERS:
        return None
    if before is None or before.label is None:
        if label.number > 1:
            return Remark("numbering-gap", f"Đánh số bắt đầu từ “{label.text}”, không có mục đứng trước.", span)
        return None
    previous = before.label
    if label.number == previous.number:
        return Remark("numbering-repeat", f"Số thứ tự “{label.text}” được dùng hai lần.", span)
    skipped = label.number - previous.number - 1
    if skipped == 1 and label.kind in ("upper", "letter") and previous.text.lower() == "d":
        return None  # "đ" may be left out
    if skipped > 0:
        return Remark("numbering-gap", f"Đánh số nhảy từ “{previous.text}” đến “{label.text}”.", span)
    if 1 < label.number < previous.number:
        return Remark("numbering-repeat", f"Số thứ tự “{label.text}” đứng sau “{previous.text}”.", span)
    return None
