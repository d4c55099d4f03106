"""Giving an assignment to bodies: one share for each, also for each member of a group, and what follows from it."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.days import WorkCalendar
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body, Group
from lienthong.plans import events, items
from lienthong.plans.models import Assignment, Share
from lienthong.plans.occurrences import regenerate
from lienthong.registry.service import grant_access

Target = Body | Group
#: States in which a share can still be taken back, because its body has not begun.
UNTOUCHED = (Share.State.ASSIGNED, Share.State.NOTED, Share.State.DECLINED)


def bodies_of(targets: Iterable[Target], day: date) -> dict[Body, Group | None]:
    """Each body once, in order, with the group through which it came (its members valid on ``day``)."""
    found: dict[Body, Group | None] = {}
    for target in targets:
        if isinstance(target, Group):
            for body in target.members_on(day):
                found.setdefault(body, target)
        else:
            found[target] = None
    return found


def give(actor: Actor, assignment: Assignment, leads: Iterable[Target], supports: Iterable[Target]) -> None:
    """Make the shares of ``assignment`` those of ``leads`` and ``supports``; who leads does not support as well.

    A share whose body has begun stays: taking it away is refused, it has to be transferred.
    """
    today = timezone.localdate()
    wanted = {(body, Share.Part.LEAD): group for body, group in bodies_of(leads, today).items()}
    for body, group in bodies_of(supports, today).items():
        if (body, Share.Part.LEAD) not in wanted:
            wanted[body, Share.Part.SUPPORT] = group
    for share in assignment.shares.exclude(state=Share.State.TRANSFERRED).select_related("body"):
        if (share.body, share.part) in wanted:
            del wanted[share.body, Share.Part(share.part)]
        else:
            _take_back(actor, share)
    calendar = WorkCalendar()
    for (body, part), group in wanted.items():
        # A body that handed the work on and gets it back begins anew on the share it has.
        share, _new = Share.objects.update_or_create(
            assignment=assignment,
            body=body,
            defaults={
                "part": part,
                "group": group,
                "due": None if assignment.out_of_scope else assignment.due,
                "state": Share.State.ASSIGNED,
                "assigned_at": timezone.now(),
            },
        )
        announce(actor, share, calendar)


def announce(actor: Actor, share: Share, calendar: WorkCalendar) -> None:
    """What follows from a new share: its occurrences, its first step, sight of the source, and the event."""
    regenerate(share, calendar)
    if share.assignment.source_document is not None:
        grant_access(share.assignment.source_document, share.body)
    items.ask_for_answer(share, actor)
    part = _("việc chủ trì") if share.part == Share.Part.LEAD else _("việc phối hợp")
    record(events.SHARE_GIVEN, share, by=actor.stamp, body=share.body.name, part=part)


def _take_back(actor: Actor, share: Share) -> None:
    if share.state not in UNTOUCHED or share.credits.exists() or share.progress.exists():
        raise Refused(
            _("%(body)s đã bắt đầu làm, không bỏ ra được. Hãy dùng bước “Chuyển đơn vị khác”.") % {"body": share.body}
        )
    items.close_all(share)
    part = _("việc chủ trì") if share.part == Share.Part.LEAD else _("việc phối hợp")
    record(events.SHARE_REMOVED, share.assignment, by=actor.stamp, body=share.body.name, part=part)
    share.delete()
