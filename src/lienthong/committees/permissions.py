"""Who may do what with committees and meetings. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lienthong.committees.models import Meeting
from lienthong.committees.queries import SECRETARIES
from lienthong.committees.workflow import MEETING
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Abilities, Actor, Body, Role, abilities_for, register_abilities


@dataclass(frozen=True, slots=True)
class MeetingAbilities(Abilities):
    """``write`` its papers and minutes: secretaries and its own secretary; ``decide``: its chair or a leader passes the
    minutes; ``follow`` makes assignments and the notice.
    """

    write: bool = False
    decide: bool = False
    follow: bool = False


def meeting_abilities(actor: Actor, meeting: Meeting) -> MeetingAbilities:
    if not Meeting.objects.visible_to(actor).filter(pk=meeting.pk).exists():
        return MeetingAbilities()
    keeps = may_keep(actor, meeting.committee)
    position = actor.own_position
    leads = keeps and actor.is_(Role.LEADER)
    return MeetingAbilities(
        see=True,
        write=keeps or position.pk == meeting.secretary_id,
        decide=leads or position.pk == meeting.chair_id,
        follow=may_assign(actor, meeting.committee),
    )


def committees_of(actor: Actor) -> QuerySet[Body]:
    """The committees that ``actor`` may look into: those of his office if he keeps its papers, and his own."""
    committees = Body.objects.filter(kind=Body.Kind.COMMITTEE)
    if actor.position is None:
        return committees.none()
    own = committees.filter(pk__in=actor.body_ids)
    if actor.is_(*SECRETARIES):
        return own | committees.filter(office=actor.office)
    return own


def may_keep(actor: Actor, committee: Body) -> bool:
    """Who keeps the papers of ``committee``: clerk, coordinator and leaders of the office it belongs to."""
    return actor.is_(*SECRETARIES) and actor.in_office(committee.office_id)


def may_assign(actor: Actor, committee: Body) -> bool:
    """Who makes assignments of what the committee decides: those who run the plans of its office."""
    return may_keep(actor, committee) and actor.is_(Role.COORDINATOR, Role.LEADER)


def keep(actor: Actor, committee: Body) -> None:
    if not may_keep(actor, committee):
        raise NotAllowed(_("Chỉ văn thư, cán bộ tổng hợp hoặc lãnh đạo cơ quan được lập giấy tờ của ban."))


def begin(actor: Actor, meeting: Meeting, act: str, right: str) -> str:
    """The state after ``act``, once right and state allow it; the row is locked by the caller."""
    abilities = abilities_for(actor, meeting)
    if not abilities.see:
        raise NotAllowed(_("Bạn không được xem cuộc họp này."))
    if not getattr(abilities, right):
        raise NotAllowed(_("Vị trí công tác của bạn không được làm bước này."))
    return MEETING.move(meeting.state, act)


register_abilities(Meeting, meeting_abilities)
