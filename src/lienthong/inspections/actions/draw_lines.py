"""Draw what is checked at a unit from its assignments, each with what its evidence says today."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inspections import events
from lienthong.inspections.drawing import assignments_at
from lienthong.inspections.models import CheckLine, Visit
from lienthong.inspections.permissions import begin_at
from lienthong.inspections.seeing import said_by_evidence
from lienthong.organisations.service import Actor
from lienthong.plans.service import Assignment


@transaction.atomic
def draw_lines(actor: Actor, visit: Visit, assignments: Iterable[Assignment]) -> list[CheckLine]:
    """Those of ``assignments`` that the unit has a part in and that no line stands for yet."""
    visit = begin_at(actor, visit, "list")
    asked = [one.pk for one in assignments]
    chosen = list(assignments_at(actor, visit).filter(pk__in=asked))
    if not chosen:
        raise Refused(_("Hãy chọn ít nhất một nhiệm vụ."), field="assignments")
    today = timezone.localdate()
    lines = CheckLine.objects.bulk_create(
        CheckLine(
            visit=visit, text=one.text, assignment=one, seen=said_by_evidence(one, visit.body), seen_on=today
        )
        for one in chosen
    )  # fmt: skip
    record(events.LINES_DRAWN, visit.inspection, by=actor.stamp, count=len(lines), body=visit.body.label)
    return lines
