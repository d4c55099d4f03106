"""What the rules look at: a document taken apart once, without the parts of reading that no rule needs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from vanban.citations import read_citations
from vanban.head import EndingFields, HeadFields, read_ending, read_head
from vanban.layout import Paragraph, read_blocks
from vanban.model import Citation, Remark
from vanban.outline import numbering_remarks
from vanban.source import Source
from vanban.structure import build
from vanban.types import type_line
from vanban.zones import Zones, split


@dataclass(frozen=True, slots=True)
class Examined:
    """A document as the rules see it. ``kind`` is the printed name of its kind ("giấy mời"), lower case.

    ``signed`` is true for a file with electronic signatures: it has been issued, so that nothing may be blank.
    """

    source: Source
    zones: Zones
    head: HeadFields
    ending: EndingFields
    cited: tuple[Citation, ...]
    paragraphs: tuple[Paragraph, ...]
    numbering: tuple[Remark, ...]
    kind: str | None
    signed: bool = False

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def is_form(self) -> bool:
        """True for a form to be filled in: dots stand where a document has words."""
        head = self.text[self.zones.head.start : self.zones.head.end]
        return "…" in head or "...." in head

    @property
    def day(self) -> datetime.date | None:
        """The day of issue; the first of the month or year where only these are printed."""
        printed = self.head.date.value if self.head.date else ""
        year, month, day = (*printed.split("-"), "", "")[:3]
        return datetime.date(int(year), int(month or 1), int(day or 1)) if year.isdigit() else None


def examine(source: Source, *, signed: bool = False) -> Examined:
    """Take ``source`` apart."""
    zones = split(source)
    head = read_head(source, zones)
    blocks = read_blocks(source, zones.body.start, zones.body.end)
    named = type_line(zones.opening.type.text) if zones.opening.type else None
    kind = head.type.value if head.type else None
    return Examined(
        source=source,
        zones=zones,
        head=head,
        ending=read_ending(source, zones),
        cited=read_citations(source, head.number.value if head.number else None),
        paragraphs=tuple(block for block in blocks if isinstance(block, Paragraph)),
        numbering=tuple(numbering_remarks(build(blocks))),
        kind=named[1] if named and kind == "khác" else kind,
        signed=signed,
    )
