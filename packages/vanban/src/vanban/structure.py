"""Paragraphs as a tree: which numbered, lettered or dashed paragraph stands under which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.labels import DIVISIONS, MARKS, FieldName, Label, fields_of
from vanban.layout import Block, Paragraph
from vanban.source import Table

_RANK = {kind: rank for rank, kind in enumerate((*DIVISIONS, "decimal", "paren", "letter", "round"))}


@dataclass(slots=True, eq=False)
class Node:
    """A paragraph or table with what stands under it. ``title`` is the stretch of the paragraph that is a heading.

    ``is_field`` is true for a paragraph that is only a field ("- Đơn vị chủ trì: …"), ``numbered`` for one that bears a
    number or letter.
    """

    block: Block | None = None
    parent: Node | None = None
    label: Label | None = None
    children: list[Node] = field(default_factory=list)
    fields: list[FieldName] = field(default_factory=list)
    title: tuple[int, int] | None = None
    run_in: bool = False
    paragraph: Paragraph | None = field(init=False)
    table: Table | None = field(init=False)
    numbered: bool = field(init=False)
    is_field: bool = field(init=False)

    def __post_init__(self) -> None:
        self.paragraph = self.block if isinstance(self.block, Paragraph) else None
        self.table = self.block if isinstance(self.block, Table) else None
        self.numbered = self.label is not None and self.label.kind not in MARKS
        self.is_field = bool(self.paragraph and self.fields and self.fields[0].start <= self.paragraph.body + 2)

    @property
    def text(self) -> str:
        """The text after the label."""
        paragraph = self.paragraph
        return paragraph.text[paragraph.body :] if paragraph else ""

    @property
    def plain(self) -> str:
        paragraph = self.paragraph
        return paragraph.plain[paragraph.body :] if paragraph else ""

    def above(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Node]:
        for child in self.children:
            yield child
            yield from child.walk()

    @property
    def level(self) -> int:
        """How deep the node stands among numbered paragraphs, from 1."""
        return 1 + sum(1 for node in self.above() if node.numbered)

    def path(self) -> str:
        """The labels from the outermost to this paragraph: "C.I.2.a"; "5.4" stands for "5" and "4" alike."""
        parts: list[str] = []
        node: Node | None = self
        skip = 0
        while node is not None:
            if node.numbered and node.label:
                if skip and node.label.kind == "decimal" and node.label.depth == skip:
                    skip -= 1
                else:
                    parts.append(node.label.text)
                    skip = node.label.depth - 1 if node.label.kind == "decimal" else 0
            node = node.parent
        return ".".join(reversed(parts))


def build(blocks: list[Block]) -> Node:
    """The tree of a body. The root has no block."""
    root = Node()
    stack: list[Node] = [root]
    for block in blocks:
        if isinstance(block, Table):
            _drop_marks(stack)
            stack[-1].children.append(Node(block, stack[-1]))
            continue
        label = _settled(block, stack)
        # A division ("III. Nội dung:") is a heading, whatever its name.
        fields = [] if label and label.kind in DIVISIONS else fields_of(block.text, label.end if label else 0)
        node = Node(block, label=label, fields=fields)
        if label is None:
            _drop_marks(stack)
        else:
            _make_room(stack, label)
        node.parent = stack[-1]
        stack[-1].children.append(node)
        if label is not None:
            stack.append(node)
    return root


def _drop_marks(stack: list[Node]) -> None:
    while stack[-1].label is not None and stack[-1].label.kind in MARKS:
        stack.pop()


def _settled(paragraph: Paragraph, stack: list[Node]) -> Label | None:
    """The label of a paragraph; "I.", "V." and "X." are letters where they go on an open list of letters."""
    label = paragraph.label
    if label and label.kind == "roman" and label.text in ("I", "V", "X"):
        for node in reversed(stack):
            if node.label and node.label.kind == "upper":
                from_letters = {"H": "I", "U": "V"}.get(node.label.text) == label.text
                if from_letters:
                    return Label("upper", label.text, node.label.number + 1, label.end)
                break
    return label


def _make_room(stack: list[Node], label: Label) -> None:
    """Leave on the stack what the label stands under."""
    if label.kind == "star":  # stands above dashes
        while stack[-1].label and stack[-1].label.kind in MARKS:
            if stack.pop().label.kind == "star":  # type: ignore[union-attr]
                break
    elif label.kind in MARKS:
        _close_list(stack, label)
    else:
        _drop_marks(stack)
        if not (_stands_under_its_number(stack, label) or _goes_on(stack, label)):
            _close_divisions(stack, label)


def _close_list(stack: list[Node], label: Label) -> None:
    """Close the list of marks that this mark goes on; another mark begins a list below it."""
    for depth in range(len(stack) - 1, 0, -1):
        above = stack[depth].label
        if above is None or above.kind not in MARKS:
            return
        if above.kind == label.kind:
            del stack[depth:]
            return


def _stands_under_its_number(stack: list[Node], label: Label) -> bool:
    """ "2.1" stands under "2" where that is open."""
    if label.kind != "decimal" or label.depth == 1:
        return False
    prefix = label.text.rsplit(".", 1)[0]
    for depth in range(len(stack) - 1, 0, -1):
        above = stack[depth].label
        if above and above.kind == "decimal" and above.text == prefix:
            del stack[depth + 1 :]
            return True
    return False


def _goes_on(stack: list[Node], label: Label) -> bool:
    """A label goes on with the open list of its kind."""
    for depth in range(len(stack) - 1, 0, -1):
        above = stack[depth].label
        if above and above.key == label.key:
            del stack[depth:]
            return True
    return False


def _close_divisions(stack: list[Node], label: Label) -> None:
    """A division closes what is of lower rank; whether letters stand over Roman numbers is told by their order."""
    rank = _RANK[label.kind]
    while len(stack) > 1 and (above := stack[-1].label):
        if label.kind in DIVISIONS:
            lower = _RANK.get(above.kind, 99) > rank and not {above.kind, label.kind} <= {"upper", "roman"}
        else:
            lower = label.kind == "decimal" == above.kind and label.depth == 1
        if not lower:
            return
        stack.pop()


_WORD = re.compile(r"\w+")


def words(text: str) -> int:
    return len(_WORD.findall(text))
