"""The tasks that a document gives to bodies, in every form in which offices write them.

Fields and tables are read first, then headings and sentences that name a body, and last the lists whose bodies only the
sentence before them names. The tree is walked once; every paragraph is looked at a bounded number of times.
"""

from __future__ import annotations

import re

from vanban.assignments.drafts import Given, sentence_task
from vanban.assignments.fields import (
    Group,
    circumstances,
    field_groups,
    field_task,
    has_fields,
    has_inner_fields,
    with_circumstances,
    with_own_circumstances,
)
from vanban.assignments.headings import heading_bodies, sentence_bodies
from vanban.assignments.inline import inline_tasks, is_closing, is_enforcement, is_ordered, later_order, naming_of
from vanban.assignments.leadin import lead_in
from vanban.assignments.tables import table_tasks
from vanban.assignments.trailing import trailing_task
from vanban.bodies import Naming, starts_with_duty
from vanban.labels import DIVISIONS, TASK_FIELDS
from vanban.model import Assignment
from vanban.structure import Node

__all__ = ["read_assignments"]

# Headings under which a sentence states an aim or a finding and orders nothing.
_NO_TASKS = re.compile(
    r"(?:mục đích|mục tiêu|yêu cầu|quan điểm|nguyên tắc|hiện trạng|thực trạng|tình hình|kết quả|tồn tại|hạn chế"
    r"|nguyên nhân|căn cứ|đánh giá|phạm vi"
    r"|đối tượng|ưu điểm|khó khăn|thuận lợi|bài học|đặc điểm|sự cần thiết|cơ sở pháp lý|cơ sở chính trị"
    r"|báo cáo kết quả|thành phần"
    r"|thời gian(?:, địa điểm)?$|địa điểm|khái quát|giải thích|nhận xét)"
)
_TASKS_AFTER_ALL = re.compile(r"nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|trách nhiệm|biện pháp|đề xuất|kiến nghị")
_NO_ITEM = re.compile(
    r"(?:(?:nguồn )?kinh phí|nguồn vốn|thời gian|địa điểm|đối tượng|thành phần|chi tiết|ghi chú|lưu ý|phụ lục|\("
    r"|(?:chỉ thị|nghị quyết|quyết định|kế hoạch|công văn) này|.{0,60}tự giải thể)\b"
)
_AMOUNT = re.compile(r"\s*\d+(?:[.,]\d+)*\s*(?:đồng|triệu|nghìn|tỷ|%|đ/|người|điểm|lần|hộ|ha)(?!\w)")
_CIRCUMSTANCE = re.compile(r"(?:địa điểm|thành phần|hình thức|đối tượng|quy mô|số lượng)")
_REPORTS = frozenset({"báo cáo", "tờ trình"})


def read_assignments(
    root: Node, *, document_type: str | None = None, document_date: str | None = None, path: str = ""
) -> list[Assignment]:
    """The assignments of a body whose headings are named (:func:`vanban.outline.find_headings`), in document order.

    ``document_date`` (ISO) serves periods that count from it. ``path`` stands before every section ("PL").
    """
    walker = _Walker(root, document_type, document_date, path)
    walker.visit(root, None, False)
    return sorted(walker.found, key=lambda task: task.span.start)


class _Walker:
    def __init__(self, root: Node, document_type: str | None, document_date: str | None, path: str) -> None:
        self.found: list[Assignment] = []
        self.date = document_date
        self.path = path
        self.reports = document_type in _REPORTS
        nodes = list(root.walk())
        self.last = next((node for node in reversed(nodes) if node.paragraph), None)
        self.numbered = any(node.numbered or node.table is not None for node in nodes)

    def visit(self, parent: Node, given: Given | None, idle: bool) -> None:
        """Read what stands under ``parent``. ``given`` holds from outside; ``idle`` is true under aims and findings."""
        done = self._read_fields(parent, given)
        first = len(self.found)
        for place, node in enumerate(parent.children):
            if node in done:
                continue
            if node.is_field and node.fields[0].kind in TASK_FIELDS and node.title is None:
                if len(self.found) > first:
                    self.found[-1] = with_circumstances(self.found[-1], [node], self.date)
                continue
            if node.table is not None:
                section = ".".join(part for part in (self.path, parent.path()) if part)
                self.found.extend(table_tasks(node.table, section, self.date))
                continue
            if is_closing(node) and node.title is None:
                continue
            if place + 1 < len(parent.children) and (node.label is None or not node.children):
                sentence = lead_in(node) if not idle else None
                if sentence is not None:
                    given = sentence
                    continue
            self._read(node, given, idle)

    def _section(self, node: Node) -> str:
        return ".".join(part for part in (self.path, node.path()) if part)

    def _read_fields(self, parent: Node, given: Given | None) -> set[Node]:
        """Read tasks whose fields stand among the children of ``parent``; returns the nodes that are used up."""
        done: set[Node] = set()
        groups = field_groups(parent.children)
        if not groups:
            return done
        owned = len(groups) == 1 and parent.paragraph is not None and self._owns(parent, groups[0].tasks)
        for group in groups:
            done.update(group.fields)
            tasks = [node for node in group.tasks if not (has_fields(node) or has_inner_fields(node))]
            owner = parent if owned else self._owner(parent, tasks)
            if owner is None or (owner.is_field and _CIRCUMSTANCE.match(owner.plain) and parent.label is None):
                continue  # "1. Thời gian … 2. Địa điểm … 3. Chủ trì …" tell of a meeting
            lead = given.lead if given and given.basis == "heading" else ()
            self._add(field_task(owner, group, self._section(owner), self.date, lead))
            done.update(tasks if owned else [owner, *tasks[tasks.index(owner) :]] if owner in tasks else [])
        return done

    @staticmethod
    def _owns(parent: Node, tasks: list[Node]) -> bool:
        """True when fields under ``parent`` are its own and not those of a paragraph among its children."""
        if parent.label is None or parent.paragraph is None:
            return False
        high = parent.label.kind in ("part", "chapter", "section", "roman", "upper", "article")
        return not (high and tasks) and not any(node.numbered and not node.is_field for node in tasks)

    @staticmethod
    def _owner(parent: Node, tasks: list[Node]) -> Node | None:
        numbered = [node for node in tasks if node.numbered]
        if numbered:
            return numbered[-1]
        marked = [node for node in tasks if node.label is not None]
        if marked:
            return marked[0]
        return tasks[-1] if tasks else parent if parent.paragraph else None

    def _read(self, node: Node, given: Given | None, idle: bool) -> None:
        paragraph = node.paragraph
        if paragraph is None:
            return
        if is_enforcement(node) and not node.children:
            return
        if has_fields(node):
            self.visit(node, given, idle)
            return
        if has_inner_fields(node):
            self._add(field_task(node, Group(), self._section(node), self.date), node)
            return
        named = heading_bodies(node)
        if named is not None and not (idle and node.run_in) and not self._reported(node):
            self._read_under_name(node, named, idle)
            return
        listed = sentence_bodies(node) if node.title is not None else None
        if listed is not None and not idle and not self._reported(node):
            self.visit(node, listed, idle)
            return
        if node.title is not None:
            self._read_heading(node, given, idle)
            return
        self._read_sentence(node, given, idle)

    def _read_under_name(self, node: Node, named: Given, idle: bool) -> None:
        paragraph = node.paragraph
        assert paragraph is not None
        if node.run_in and node.title:
            start = (
                paragraph.text.index(":", node.title[1]) + 1
                if ":" in paragraph.text[node.title[1] :]
                else node.title[1]
            )
            if not _AMOUNT.match(paragraph.text, start):
                task = sentence_task(node, start, len(paragraph.text), named, self._section(node), self.date, 0.9)
                self._add(task, node, below=False)
        self.visit(node, named, idle)

    def _read_heading(self, node: Node, given: Given | None, idle: bool) -> None:
        paragraph, title = node.paragraph, node.title
        assert paragraph is not None
        assert title is not None
        plain = paragraph.plain[title[0] : title[1]]
        tasks = _TASKS_AFTER_ALL.search(plain) is not None
        division = node.label is not None and node.label.kind in DIVISIONS
        idle = (idle and not (tasks and division)) or (_NO_TASKS.match(plain) is not None and not tasks)
        if given is not None and _NO_ITEM.match(plain):
            given = None
        if node.run_in and not idle:
            start = title[1] + len(paragraph.text[title[1] :]) - len(paragraph.text[title[1] :].lstrip(" :.;"))
            naming = naming_of(node, start) or (later_order(node, start) if given is None else None)
            if naming is not None:
                for told in inline_tasks(node, naming, self._section(node), self.date):
                    self._add(told, node, below=False)
            elif given is not None and start < len(paragraph.text):
                task = sentence_task(node, start, len(paragraph.text), given, self._section(node), self.date, 0.7)
                self._add(task, node, below=False)
        self.visit(node, given, idle)

    def _read_sentence(self, node: Node, given: Given | None, idle: bool) -> None:
        paragraph = node.paragraph
        assert paragraph is not None
        if idle or is_enforcement(node) or self._ends_document(node):
            self.visit(node, None, idle)
            return
        listed = sentence_bodies(node)
        if listed is not None and (given is None or given.basis != "heading"):
            self.visit(node, listed, idle)
            return
        under_name = given is not None and given.basis == "heading"
        naming = naming_of(node, clauses=not under_name) if not self._reported(node) else None
        if naming is None and given is None and not self._reported(node):
            naming = later_order(node, paragraph.body)
        if naming is not None and under_name and not self._own_name(node, naming.start, naming.end):
            naming = None
        told = (
            trailing_task(node, self._section(node), self.date) if naming is None and not self._reported(node) else None
        )
        if told is not None:
            self._add(told, node)
        elif naming is not None and self._may_be_inline(node, given, naming):
            for task in inline_tasks(node, naming, self._section(node), self.date):
                self._add(task, node)
        elif given is not None and self._may_be_item(node, given):
            confidence = 0.85 if under_name else 0.65
            end = len(paragraph.text)
            self._add(sentence_task(node, paragraph.body, end, given, self._section(node), self.date, confidence), node)
        elif given is None:
            self.visit(node, None, idle)
            return
        # Paragraphs that follow a numbered sentence without a number may give an order of their own.
        for child in node.children:
            if child.label is None and child.paragraph is not None and not is_closing(child):
                self._read_sentence(child, None, idle)

    @staticmethod
    def _own_name(node: Node, start: int, end: int) -> bool:
        """Under a heading that names a body, only another body by its own name takes the task ("các cơ quan" does"
        " not)."""
        paragraph = node.paragraph
        assert paragraph is not None
        name = paragraph.plain[start:end]
        return re.match(r"(?:các|từng|mỗi) (?:cơ quan|đơn vị|phòng|sở|ban|ngành|địa phương|cấp)", name) is None

    def _may_be_inline(self, node: Node, given: Given | None, naming: Naming) -> bool:
        if node.label is not None or given is not None:
            return True
        # A paragraph without a label tells a story unless it gives an order or stands under a heading.
        paragraph = node.paragraph
        assert paragraph is not None
        if node.parent is not None and node.parent.title is not None:
            return True
        return is_ordered(paragraph.plain, naming)

    def _may_be_item(self, node: Node, given: Given) -> bool:
        paragraph = node.paragraph
        assert paragraph is not None
        if given.only_duties and not starts_with_duty(paragraph.plain, paragraph.body):
            return False
        if _NO_ITEM.match(paragraph.plain, paragraph.body):
            return False
        if paragraph.text.rstrip().endswith(":") and node.label is None:
            return False
        return len(node.text.strip()) > 12

    def _ends_document(self, node: Node) -> bool:
        """True for the last paragraph of a body with numbered parts, which repeats the order as a whole."""
        paragraph = node.paragraph
        if paragraph is None or node.label is not None or node is not self.last or not self.numbered:
            return False
        above = node.parent
        if above is not None and above.title is not None and not above.run_in and above.children[0] is node:
            return False
        ordered = re.search(r"(?<!\w)(?:đề nghị|yêu cầu|nghiêm túc|triển khai|tổ chức thực hiện)", paragraph.plain)
        return ordered is not None and "trước ngày" not in paragraph.plain

    def _reported(self, node: Node) -> bool:
        """True in reports, which tell what bodies have done, except under a heading that proposes or assigns."""
        if not self.reports:
            return False
        for above in [node, *node.above()]:
            if above.title is not None and re.search(
                r"đề xuất|kiến nghị|phương hướng|nhiệm vụ|tổ chức thực hiện|đề nghị", above.plain
            ):
                return False
        return True

    def _add(self, task: Assignment | None, node: Node | None = None, *, below: bool = True) -> None:
        """Keep a task, with the fields under its paragraph that only tell when and with what."""
        if task is None:
            return
        if node:
            task = with_own_circumstances(task, node, self.date)
        fields = circumstances(node.children) if node and below else []
        self.found.append(with_circumstances(task, fields, self.date) if fields else task)
