"""What drafting has for a case file: the drafts behind documents, as they stand or as they were approved."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.core.case_items import CaseItem
from lienthong.core.keys import key_of
from lienthong.drafting.models import Draft
from lienthong.organisations.service import Actor


def case_items(actor: Actor, documents: Iterable[int]) -> list[CaseItem]:
    """The drafts that ``actor`` may see which became one of these documents or are written to carry one out."""
    keys = set(documents)
    seen = Draft.objects.visible_to(actor)
    found = (seen.filter(document__in=keys) | seen.filter(parent__in=keys)).distinct()
    return [_of(draft) for draft in found.prefetch_related("sections__tasks")]


def _of(draft: Draft) -> CaseItem:
    lines = [str(draft.get_state_display())]
    if draft.reason:
        lines.append(_("Lý do: %(reason)s") % {"reason": draft.reason})
    for section in draft.sections.all():
        lines += [line for line in (section.title, section.text) if line]
        lines += [f"- {task.text}" + (f" ({task.lead})" if task.lead else "") for task in section.tasks.all()]
    url = reverse("drafting:draft", args=[draft.pk])
    return CaseItem(key_of(draft), draft.created_at, _("Dự thảo"), draft.title, "\n".join(lines), url)
