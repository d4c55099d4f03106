"""Appendices, and documents that a decision issues (Nghị định 30, Phụ lục I, III.1, and Phụ lục III, mẫu 1.3 and 2.1).

Party: Hướng dẫn 36-HD/VPTW, 4.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.compose.blocks import Block, Sheet, line, one_line
from vanban.compose.body import text_blocks
from vanban.compose.head import half_rule, letterhead, numbered, title
from vanban.compose.labels import printed_date, roman, short_date
from vanban.compose.measures import Measures
from vanban.compose.model import Appendix, Attached, ComposeModel
from vanban.compose.tables import is_wide


def annex_sheets(model: ComposeModel, measures: Measures) -> Iterator[Sheet]:
    """Each appendix and attached document on pages of its own, numbered anew."""
    several = sum(isinstance(annex, Appendix) for annex in model.annexes) > 1
    count = 0
    for annex in model.annexes:
        if isinstance(annex, Attached):
            yield Sheet((*_attached(annex, model, measures),))
            continue
        count += 1
        landscape = any(map(is_wide, annex.body)) if annex.landscape is None else annex.landscape
        shown = count if several else None
        yield Sheet((*_appendix(annex, shown, model, measures, landscape=landscape),), landscape)


def _attached(annex: Attached, model: ComposeModel, measures: Measures) -> Iterator[Block]:
    yield from letterhead(model, measures)
    *above, rule = title(annex.type, annex.subject, measures, party=model.party)
    yield from above
    yield line(_issued_with(model), measures.body, italic=True, keep=True)
    yield rule
    yield from text_blocks(annex.body, measures, width=measures.width, party=model.party)


def _appendix(
    annex: Appendix, count: int | None, model: ComposeModel, measures: Measures, *, landscape: bool
) -> Iterator[Block]:
    # The State counts appendices in Roman figures, the Party in Arabic ones.
    number = f" {count if model.party else roman(count)}" if count else ""
    name = "PHỤ LỤC" if model.party else "Phụ lục"
    yield line(f"{name}{number}", measures.body, bold=True, keep=True)
    yield line(one_line(annex.title).upper(), measures.body, bold=True, keep=True)
    caption = _issued_with(model)
    yield line(caption, measures.body, italic=True, keep=True)
    width = measures.long_width if landscape else measures.width
    yield half_rule(caption, measures.body, 80)
    yield line("", 6)
    yield from text_blocks(annex.body, measures, width=width, party=model.party)


def _issued_with(model: ComposeModel) -> str:
    """ "(Kèm theo Kế hoạch số 82/KH-UBND ngày 05 tháng 3 năm 2026 của …)" (Nghị định 30, Phụ lục I, III.1.c)."""
    issuer = one_line(" ".join(model.issuer.splitlines()))
    comma, day = (",", short_date(model.date)) if model.party else ("", printed_date(model.date))
    return f"(Kèm theo {model.type.capitalize()} số {numbered(model)}{comma} {day} của {issuer})"
