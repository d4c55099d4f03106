"""Enter a visit of a community digital team: where, when, and how many were helped with what."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.activities import events
from lienthong.activities.models import HelpCount, TeamVisit
from lienthong.activities.permissions import may_help
from lienthong.activities.visiting import hamlets_of, teams_of
from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def enter_visit(actor: Actor, *, hamlet: Body, team: Body, day: date, helped: Mapping[str, int]) -> TeamVisit:
    """``helped``: people by subject, those of nobody left out. Again for the same team, hamlet and day it corrects."""
    if not may_help(actor):
        raise NotAllowed(_("Bạn không ghi lượt đi thôn của cơ quan này."))
    if hamlet not in hamlets_of(actor) or team not in teams_of(actor):
        raise NotAllowed(_("Bạn không ghi lượt đi thôn cho nơi này."))
    if day > timezone.localdate():
        raise Refused(_("Ngày đi không được sau hôm nay."), field="day")
    counts = {subject: people for subject, people in helped.items() if people}
    if not counts:
        raise Refused(_("Hãy ghi số người được giúp ở ít nhất một việc."))
    if any(subject not in HelpCount.Subject.values or not 0 < n < 10_000 for subject, n in counts.items()):
        raise Refused(_("Số người ở mỗi việc phải từ 1 đến 9.999."))
    if TeamVisit.objects.filter(hamlet=hamlet, team=team, day=day).exclude(work=None).exists():
        raise Refused(_("Lượt đi này là minh chứng của kế hoạch rồi nên số không sửa được nữa."), field="day")
    visit, _made = TeamVisit.objects.update_or_create(
        hamlet=hamlet, team=team, day=day,
        defaults={
            "office": actor.own_office, "entered_by": actor.own_position, "entered_at": timezone.now(),
        },
    )  # fmt: skip
    visit.helped.all().delete()
    HelpCount.objects.bulk_create(
        HelpCount(visit=visit, subject=subject, people=counts[subject])
        for subject in HelpCount.Subject.values
        if subject in counts
    )
    people, said = sum(counts.values()), f"{day:%d/%m/%Y}"
    record(events.VISITED, visit, by=actor.stamp, hamlet=hamlet.name, date=said, people=people)
    return visit
