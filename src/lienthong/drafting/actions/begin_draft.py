"""Begin a draft: empty, from the outline of an order from above, or from an earlier document of the office."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.drafting import events
from lienthong.drafting.beginnings import Start, empty_form, of_document
from lienthong.drafting.citing import basis_of, written_name
from lienthong.drafting.finding import index_draft
from lienthong.drafting.models import Draft, DraftSection, DraftTask
from lienthong.drafting.permissions import may_draft
from lienthong.organisations.service import Actor
from lienthong.registry.service import OfficialDocument, proposed_symbol

#: Where a copy stays (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9; Hướng dẫn 36-HD/VPTW).
_KEEP = {"party": "Lưu Văn phòng", "state": "Lưu: VT", "front": "Lưu: VT"}


@transaction.atomic
def begin_draft(
    actor: Actor,
    *,
    type: str,
    subject: str,
    parent: OfficialDocument | None = None,
    like: OfficialDocument | None = None,
) -> Draft:
    """A draft of the actor's office. ``like`` is an earlier document whose words it begins with; else ``parent`` is the
    order whose outline it follows, each part marked with its origin; else the form of its kind is empty.
    """
    if not may_draft(actor):
        raise NotAllowed(_("Chỉ cán bộ của cơ quan soạn được dự thảo của cơ quan."))
    if not subject.strip():
        raise Refused(_("Hãy ghi trích yếu: văn bản về việc gì."), field="subject")
    for source in (parent, like):
        if source is not None and not OfficialDocument.objects.visible_to(actor).filter(pk=source.pk).exists():
            raise NotAllowed(_("Bạn không được xem văn bản làm cơ sở soạn thảo."))
    office, position = actor.own_office, actor.own_position
    system = "party" if office.kind == "party" else "state"
    draft = Draft.objects.create(
        office=office,
        type=type,
        subject=subject.strip(),
        symbol=proposed_symbol(type, office.symbol, party=system == "party"),
        bases=basis_of(parent, office) if parent else "",
        recipients="\n".join([*filter(None, [written_name(parent, office) if parent else ""]), _KEEP[system]]),
        parent=parent,
        created_by=position,
        last_editor=position,
    )
    source = like or parent
    starts = of_document(source, type, with_text=like is not None) if source else empty_form(type)
    for order, start in enumerate(starts, start=1):
        _store(draft, order, start, source)
    index_draft(draft)
    record(events.BEGUN, draft, by=actor.stamp, title=draft.title)
    return draft


def _store(draft: Draft, order: int, start: Start, source: OfficialDocument | None) -> None:
    begins, ends = start.span or (None, None)
    section = DraftSection.objects.create(
        draft=draft, order=order, level=start.level, title=start.title[:500], text=start.text,
        origin=source if start.span else None, origin_start=begins, origin_end=ends,
    )  # fmt: skip
    # Units of another office are not ours: whom to give it to is the writer's to say.
    ours = source is not None and source.office_id == draft.office_id and source.direction == "out"
    DraftTask.objects.bulk_create(
        DraftTask(
            section=section,
            order=number,
            text=unit.text,
            lead="; ".join(unit.lead) if ours else "",
            when="" if ours else (unit.when or "")[:300],
            frequency=(unit.frequency or "")[:300],
            origin=source,
            origin_start=unit.span.start if unit.span else None,
            origin_end=unit.span.end if unit.span else None,
        )
        for number, unit in enumerate(start.units, start=1)
    )
