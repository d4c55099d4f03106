"""Draft the notice of a meeting's conclusions (*thông báo kết luận*)."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.minutes import conclusion_line
from lienthong.committees.models import Meeting
from lienthong.committees.permissions import begin
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.drafting.service import Draft, begin_draft, write_section
from lienthong.organisations.service import Actor


@transaction.atomic
def draft_notice(actor: Actor, meeting: Meeting) -> Draft:
    """It is a draft like any other from here: approved, numbered and issued in its own room."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    begin(actor, meeting, "follow", "follow")
    if meeting.notice is not None:
        raise Refused(_("Thông báo kết luận đã được soạn."))
    with site_language():
        draft = begin_draft(
            actor, type="thông báo", subject=_("Kết luận cuộc họp %(title)s") % {"title": meeting.title}
        )
        lines = "\n".join(f"- {conclusion_line(one)}" for one in meeting.conclusions.all())
        section = draft.sections.all()[0]
        write_section(actor, section, values={"text": lines}, seen=section.version)
    meeting.notice = draft
    meeting.save(update_fields=["notice"])
    record(events.NOTICE_DRAFTED, meeting, by=actor.stamp)
    return draft
