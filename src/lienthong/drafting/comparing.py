"""What a Word file that came back says otherwise than the draft: one change for each place, for a person to take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import vanban
from django.utils.translation import gettext as _

from lienthong.core.keys import key_of
from lienthong.core.refusals import Refused
from lienthong.drafting.content import content_of, docx_of, lines
from lienthong.drafting.models import Draft, DraftChange, DraftSection, DraftTask
from lienthong.drafting.pieces import Piece, Row, matched, pieces_of

_Kind = DraftChange.Kind
_LIKE_SECTION, _LIKE_TASK = 0.6, 0.55


@dataclass(frozen=True, slots=True)
class Found:
    """A change before it is stored; see :class:`DraftChange`."""

    kind: DraftChange.Kind
    where: str
    target: str = ""
    field: str = ""
    old: Any = None
    new: Any = None


def changes_in(draft: Draft, data: bytes) -> list[Found]:
    """The changes of the file ``data`` against ``draft``; :class:`Refused` when it cannot be read."""
    theirs = vanban.read(data)
    if theirs.unreadable:
        raise Refused(next(remark.message for remark in theirs.remarks if remark.kind == "unreadable"))
    # Both sides go through the same reader, so that what it sees alike in both is no change.
    ours = vanban.read(docx_of(content_of(draft)))
    known = {" ".join(section.title.split()): section.level for section in draft.sections.all() if section.title}
    bases = lines(draft.bases)
    pieces = (pieces_of(document, known, bases) for document in (ours, theirs))
    return [*_head(draft, ours, theirs), *_sections(draft, *pieces)]


def _head(draft: Draft, ours: vanban.Document, theirs: vanban.Document) -> Iterator[Found]:
    before, after = (document.subject.value if document.subject else "" for document in (ours, theirs))
    if after and before != after:
        yield Found(_Kind.CHANGED, _("Trích yếu"), key_of(draft), "subject", draft.subject, _subject(after))
    for name, label in (("addressees", _("Kính gửi")), ("recipients", _("Nơi nhận"))):
        here, there = ("\n".join(value.value for value in getattr(document, name)) for document in (ours, theirs))
        if there and here != there:
            yield Found(_Kind.CHANGED, label, key_of(draft), name, here, there)


def _subject(printed: str) -> str:
    for start in ("V/v ", "Về việc "):
        if printed.startswith(start):
            return printed[len(start) :]
    return printed


def _sections(draft: Draft, ours: list[Piece], theirs: list[Piece]) -> Iterator[Found]:
    stored = dict(zip(range(len(ours)), _stored(draft, ours), strict=True))
    names = [[piece.title or piece.text[:200] for piece in pieces] for pieces in (ours, theirs)]
    above = ""
    for here, there in matched(names[0], names[1], _LIKE_SECTION):
        if there is None:
            assert here is not None
            section = stored[here]
            if section is not None:
                yield Found(_Kind.REMOVED, str(section), key_of(section), old=ours[here].title or ours[here].text)
        elif here is None:
            yield Found(_Kind.ADDED, theirs[there].title or _("Đoạn mới"), above, "section", new=asdict(theirs[there]))
        elif (section := stored[here]) is not None:
            above = key_of(section)
            yield from _section(section, ours[here], theirs[there])


def _stored(draft: Draft, pieces: list[Piece]) -> Iterator[DraftSection | None]:
    """The section that each piece of our own file was made of, in order; None for what holds no words of its own."""
    waiting = list(draft.sections.all())
    for piece in pieces:
        found = next((s for s in waiting if _made_of(s, piece)), None)
        if found is not None:
            waiting = waiting[waiting.index(found) + 1 :]
        yield found


def _made_of(section: DraftSection, piece: Piece) -> bool:
    if section.title:
        return " ".join(section.title.split()).casefold() == " ".join(piece.title.split()).casefold()
    return not piece.title


def _section(section: DraftSection, ours: Piece, theirs: Piece) -> Iterator[Found]:
    if ours.title != theirs.title:
        yield Found(_Kind.CHANGED, str(section), key_of(section), "title", section.title, theirs.title)
    if ours.lines != theirs.lines:
        yield Found(_Kind.CHANGED, str(section), key_of(section), "text", ours.text, theirs.text)
    tasks = list(section.tasks.all())
    for here, there in matched([row.text for row in ours.rows], [row.text for row in theirs.rows], _LIKE_TASK):
        if there is None:
            assert here is not None
            yield Found(_Kind.REMOVED, ours.rows[here].text[:300], key_of(tasks[here]), old=ours.rows[here].text)
        elif here is None:
            row = theirs.rows[there]
            yield Found(_Kind.ADDED, row.text[:300], key_of(section), "task", new=asdict(row))
        else:
            yield from _task(tasks[here], ours.rows[here], theirs.rows[there])


def _task(task: DraftTask, ours: Row, theirs: Row) -> Iterator[Found]:
    for name, before in asdict(ours).items():
        after = getattr(theirs, name)
        if before != after:
            yield Found(_Kind.CHANGED, str(task)[:300], key_of(task), name, before, after)
