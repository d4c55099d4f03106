"""Say, for the inspected unit, what it thinks of a finding (*ý kiến giải trình*), before the conclusion."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.inspections import events, items
from lienthong.inspections.hearing import heard
from lienthong.inspections.models import CheckLine
from lienthong.inspections.permissions import begin_at
from lienthong.organisations.service import Actor


@transaction.atomic
def explain_line(actor: Actor, line: CheckLine, *, text: str) -> CheckLine:
    """Once every finding has its explanation, nothing waits for the unit any more."""
    visit = begin_at(actor, line.visit, "explain")
    line = CheckLine.objects.select_for_update().get(pk=line.pk)
    line.explanation = required(text, _("Hãy ghi ý kiến giải trình."), "text")
    line.explained_by, line.explained_at = actor.own_position, timezone.now()
    line.save(update_fields=["explanation", "explained_by", "explained_at"])
    if heard(visit):
        items.drop_visit_items(visit)
    record(events.EXPLAINED, visit.inspection, by=actor.stamp, body=visit.body.label, text=str(line))
    return line
