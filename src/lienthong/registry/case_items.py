"""What the registry has for a case file: documents with their files, and the leader's opinions on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.core.case_items import CaseItem, DocumentFacts, ItemFile, start_of
from lienthong.core.keys import key_of
from lienthong.organisations.service import Actor
from lienthong.registry.models import Decision, Direction, OfficialDocument
from lienthong.registry.workflow import REGISTERED

_URGENCY = {"khẩn": 1, "thượng khẩn": 2, "hỏa tốc": 3}


def documents_around(document: OfficialDocument) -> list[int]:
    """Keys of the document, of those it names, answers or corrects, and of those that answer or correct it."""
    cited = document.citations.filter(cited__isnull=False).values_list("cited_id", flat=True)
    answering = document.answered_by.values_list("pk", flat=True)
    correcting = document.corrected_by.values_list("pk", flat=True)
    around = [document.answers_id, document.corrects_id, *cited, *answering, *correcting]
    return [document.pk, *filter(None, around)]


def case_items(actor: Actor, documents: Iterable[int]) -> list[CaseItem]:
    """The registered documents of these keys that ``actor`` may see, each followed by its decisions."""
    told = Q(told_at__isnull=False)
    found = OfficialDocument.objects.visible_to(actor).filter(told | Q(state__in=REGISTERED), pk__in=set(documents))
    found = found.prefetch_related("files", "decisions__parts__body", "decisions__decided_by__user")
    return [item for document in found for item in _of(document)]


def _of(document: OfficialDocument) -> Iterator[CaseItem]:
    url = reverse("registry:document", args=[document.pk])
    decisions = list(document.decisions.all())
    files = document.files.all()
    yield CaseItem(
        key_of(document),
        _when(document),
        str(document.get_direction_display()),
        document.title,
        document.subject,
        url,
        tuple(ItemFile(one.name, one.stored, one.sha256, one.content_type, one.text) for one in files),
        _facts(document, decisions),
    )
    for decision in decisions:
        title = _("Ý kiến về %(document)s") % {"document": document.title}
        yield CaseItem(key_of(decision), decision.entered_at, _("Phiếu giải quyết"), title, _opinion(decision), url)


def _when(document: OfficialDocument) -> datetime:
    """Its own day where it shows a whole one; else when it was entered."""
    try:
        return start_of(date.fromisoformat(document.dated))
    except ValueError:
        return document.created_at


def _facts(document: OfficialDocument, decisions: list[Decision]) -> DocumentFacts:
    incoming = document.direction == Direction.INCOMING
    number, _slash, symbol = document.number.partition("/")
    return DocumentFacts(
        type_name=str(document.get_type_display()),
        number=number,
        symbol=document.symbol or symbol,
        issued=document.dated,
        issuer=document.issuer,
        pages=document.pages,
        note=document.note,
        signer_title=document.signer_title,
        signer_name=document.signer_name,
        recipients=tuple(map(str, document.recipients)),
        urgency=_URGENCY.get(document.urgency, 0),
        copies=document.copies,
        due=document.due,
        arrived_on=document.arrived_on if incoming else None,
        arrival_number=document.register_number if incoming else None,
        opinions=tuple(_opinion(decision) for decision in decisions),
    )


def _opinion(decision: Decision) -> str:
    parts = [
        f"{part.get_part_display()}: {part.body.label}" + (f", {part.due:%d/%m/%Y}" if part.due else "")
        for part in decision.parts.all()
    ]
    lines = [f"{decision.decided_by.title}, {decision.decided_on:%d/%m/%Y}: {decision.get_kind_display()}"]
    return "\n".join([*lines, *filter(None, [decision.opinion]), *parts])
