"""The letterhead: bodies, motto, number, place and date, type and subject, addressees.

State: Nghị định 30, Phụ lục I, II.1 to II.5 and II.9. Party: Hướng dẫn 36-HD/VPTW, mục II.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.compose.blocks import MM, Block, Columns, Line, Rule, Run, Stamp, line, one_line, width_of
from vanban.compose.labels import printed_date
from vanban.compose.measures import Measures
from vanban.compose.model import ComposeModel

_STATE_COLUMNS = (66.0, 99.0)
_PARTY_COLUMNS = (82.0, 83.0)
_STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_PARTY_NAME = "ĐẢNG CỘNG SẢN VIỆT NAM"


def head(model: ComposeModel, measures: Measures) -> Iterator[Block]:
    """Everything above the body."""
    yield from letterhead(model, measures)
    yield Columns(
        (*_number_column(model, measures),),
        (line(_place_and_date(model), measures.date, italic=True, before=6),),
        columns(model),
    )
    if model.type != "công văn":
        yield from title(model.type, model.subject, measures, party=model.party)
    yield from _addressees(model, measures)


def columns(model: ComposeModel) -> tuple[float, float]:
    """Widths of the two columns of the letterhead."""
    return _PARTY_COLUMNS if model.party else _STATE_COLUMNS


def letterhead(model: ComposeModel, measures: Measures) -> Iterator[Block]:
    """Issuer on the left, the State's or the Party's name on the right."""
    right: tuple[Line | Rule, ...]
    if model.party:
        right = (line(_PARTY_NAME, measures.motto, bold=True), Rule(width_of(_PARTY_NAME, measures.motto)))
    else:
        right = (
            line(_STATE_NAME, measures.motto - 1, bold=True),
            line(_MOTTO, measures.motto, bold=True),
            Rule(width_of(_MOTTO, measures.motto)),
        )
    yield Columns((*_bodies(model, measures),), right, columns(model))


def title(kind: str, subject: str, measures: Measures, *, party: bool) -> Iterator[Block]:
    """Type and subject in the middle of the page, with the rule or the five hyphens under them."""
    subject = one_line(subject)
    yield line(kind.upper(), measures.type, bold=True, before=18, keep=True)
    yield line(subject, measures.subject, bold=True, keep=True)
    yield line("-----", measures.subject, bold=True) if party else half_rule(subject, measures.subject, 120)


def half_rule(text: str, size: float, widest: float) -> Rule:
    """The rule under a line: a third to a half of its length; ``widest`` is the column in millimetres."""
    return Rule(0.42 * min(width_of(text, size), widest * MM), before=2)


def _bodies(model: ComposeModel, measures: Measures) -> Iterator[Line | Rule]:
    for name in (model.issuer_parent or "").splitlines():
        yield line(one_line(name).upper(), measures.parent)
    names = [name for line_ in model.issuer.splitlines() if (name := one_line(line_).upper())]
    for name in names:
        yield line(name, measures.issuer, bold=True)
    if model.party:
        yield line("*", measures.issuer)
    else:
        yield half_rule(max(names, key=len), measures.issuer, columns(model)[0])


def _number_column(model: ComposeModel, measures: Measures) -> Iterator[Line | Stamp]:
    mark = "Số" if model.party else "Số:"
    yield line(f"{mark} {numbered(model)}", measures.number, before=6)
    if model.type == "công văn":
        yield line(_subject_of_letter(model), measures.subject_of_letter, italic=model.party, before=6)
    if model.urgency:
        yield Stamp(model.urgency, measures.urgency)
    if model.draft is not None:
        # The decree has no rule for drafts; Hướng dẫn 36-HD/VPTW, 2.2, puts the mark under the number.
        count = f" lần {model.draft}" if model.draft else ""
        yield line(f"Dự thảo{count}", measures.number, italic=True, before=6)


def numbered(model: ComposeModel) -> str:
    """The number with its symbol as printed, with room where the number is blank."""
    return model.printed_number or f"       {'-' if model.party else '/'}{one_line(model.symbol)}"


def _subject_of_letter(model: ComposeModel) -> str:
    """ "V/v …" in a State letter, "Về …" in a letter of the Party, unless the subject begins so already."""
    subject = one_line(model.subject)
    if re.match(r"(?:v/v|về)\b", subject, re.IGNORECASE):
        return subject
    return f"{'Về' if model.party else 'V/v'} {subject}"


def _place_and_date(model: ComposeModel) -> str:
    place = one_line(model.place or "")
    date = printed_date(model.date)
    return f"{place}, {date}" if place else date


def _addressees(model: ComposeModel, measures: Measures) -> Iterator[Line]:
    """One addressee on the line of "Kính gửi:", several one a line (Nghị định 30, Phụ lục I, II.9.d).

    A công điện says who wires whom instead (Phụ lục III, mẫu 1.6).
    """
    names = [name for printed in model.addressees if (name := one_line(printed))]
    if not names:
        return
    wired = model.type == "công điện" and bool(model.authority)
    words = f"{one_line(model.authority or '')} điện:" if wired else "Kính gửi:"
    label = Run(words, measures.body, italic=model.party)
    if len(names) == 1 and not wired:
        yield Line((label, Run(f" {names[0]}", measures.body)), before=18, after=6)
        return
    yield Line((label,), "left", before=18, left=0 if wired else 40, keep=True)
    for index, name in enumerate(names):
        end = "." if index == len(names) - 1 else ("," if model.party else ";")
        yield line(f"- {name}{end}", measures.body, align="left", before=2, left=20 if wired else 55)
