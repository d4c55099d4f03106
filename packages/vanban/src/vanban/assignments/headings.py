"""Headings that name the body whose tasks stand under them: "1. Phòng Văn hóa - Xã hội", "Đề nghị Ủy ban …"."""

from __future__ import annotations

from vanban.assignments.drafts import Bodies, Given, bodies_at
from vanban.bodies import name_before_duty, supporters, title_bodies
from vanban.structure import Node


def heading_bodies(node: Node) -> Given | None:
    """The bodies that a heading names, or a paragraph that is only their names and a colon."""
    paragraph = node.paragraph
    if paragraph is None:
        return None
    if node.title is not None:
        start, end = node.title
    elif node.children and paragraph.text.rstrip().endswith(":"):
        start, end = paragraph.body, len(paragraph.text.rstrip()) - 1
    else:
        return None
    found = title_bodies(paragraph.text, paragraph.plain, start, end)
    if found is None:
        return None
    first, last = found
    colon = paragraph.text.find(":", first, last)
    if colon > 0:  # "các đảng ủy cơ quan báo chí …: Đài A, Đài B": the name, and who that is
        last = colon
    about = paragraph.plain.startswith("đối với", start)
    return Given(bodies_at(paragraph, first, last, "heading.lead", 0.9), (), "heading", about)


def sentence_bodies(node: Node) -> Given | None:
    """ "c) Bộ Tài chính chủ trì, phối hợp với …:" over a list: the bodies of the sentence."""
    paragraph = node.paragraph
    if paragraph is None or not node.children or not paragraph.text.rstrip().endswith(":"):
        return None
    naming = name_before_duty(paragraph.text, paragraph.plain, paragraph.body)
    if naming is None or ". " in paragraph.text[naming.duty :]:
        return None
    support: Bodies = ()
    named = supporters(paragraph.text, paragraph.plain, naming.duty, len(paragraph.text))
    if named:
        support = bodies_at(paragraph, *named, "heading.support", 0.8)
    return Given(bodies_at(paragraph, naming.start, naming.end, "heading.lead", 0.8), support, "heading")
