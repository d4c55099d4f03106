"""Minutes as a Word file in the State layout (Nghị định 30/2020/NĐ-CP, Phụ lục I), and a meeting as .ics."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event
from vanban import compose
from vanban.compose import ComposeModel, Heading, Item, ModelError, Paragraph, Signature

from lienthong.committees.models import Conclusion, Invitee, Meeting
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused


def docx_of(meeting: Meeting) -> bytes:
    """The file; number and signatures stay blank. :class:`Refused` when it cannot be written."""
    with site_language():
        office = meeting.committee.office
        model = ComposeModel(
            type="biên bản",
            issuer_parent=office.name.upper() if office else None,
            issuer=meeting.committee.name.upper(),
            symbol="BB-BCĐ",
            subject=meeting.title,
            place=(office.place if office else "") or None,
            date=f"{timezone.localdate(meeting.starts_at):%Y-%m-%d}",
            body=tuple(_body(meeting)),
            signature=Signature(title=_("CHỦ TRÌ"), name=str(meeting.chair.user)),
            cosigners=(Signature(title=_("THƯ KÝ"), name=str(meeting.secretary.user)),),
            recipients=(_("Các thành viên"), _("Lưu: VT")),
        )
        try:
            return compose(model)
        except ModelError as error:
            raise Refused(str(error)) from error


def _body(meeting: Meeting) -> Iterator[Heading | Paragraph | Item]:
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    words = {"start": f"{starts:%H:%M}", "end": f"{ends:%H:%M}", "day": f"{starts:%d/%m/%Y}"}
    yield Paragraph(_("Thời gian: từ %(start)s đến %(end)s ngày %(day)s") % words)
    if meeting.place:
        yield Paragraph(_("Địa điểm: %(place)s") % {"place": meeting.place})
    yield Heading(_("THÀNH PHẦN"))
    yield Paragraph(_("Chủ trì: %(who)s") % {"who": meeting.chair})
    yield Paragraph(_("Thư ký: %(who)s") % {"who": meeting.secretary})
    for invitee in meeting.invitees.select_related("position__user", "stand_in__user"):
        yield Item(came(invitee))
    yield Heading(_("NỘI DUNG"))
    yield from (Item(line.strip("- ")) for line in meeting.agenda.splitlines() if line.strip("- "))
    if meeting.discussion:
        yield Heading(_("DIỄN BIẾN"))
        yield from (Paragraph(line.strip()) for line in meeting.discussion.splitlines() if line.strip())
    yield Heading(_("KẾT LUẬN"))
    yield from (Item(conclusion_line(one), mark="1.") for one in meeting.conclusions.select_related("lead"))


def came(invitee: Invitee) -> str:
    """ "Nguyễn Văn D, Trưởng phòng: Có mặt", with who stood in for him."""
    if invitee.stand_in is not None:
        return _("%(who)s: ủy quyền %(deputy)s dự thay") % {"who": invitee.position, "deputy": invitee.stand_in}
    return f"{invitee.position}: {invitee.get_attendance_display() or _('được mời')}"


def conclusion_line(conclusion: Conclusion) -> str:
    """The conclusion with who leads, who supports, until when."""
    parts = [conclusion.text.rstrip(".")]
    if conclusion.lead is not None:
        parts.append(_("Chủ trì: %(body)s") % {"body": conclusion.lead.name})
    supports = ", ".join(body.name for body in conclusion.supports.all())
    if supports:
        parts.append(_("Phối hợp: %(bodies)s") % {"bodies": supports})
    if conclusion.due:
        parts.append(_("Hạn: %(due)s") % {"due": f"{conclusion.due:%d/%m/%Y}"})
    return ". ".join(parts)


def ics_of(meeting: Meeting, url: str) -> bytes:
    """The meeting for a calendar; put off, it says so."""
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Lien Thong//lienthong//VI")
    calendar.add("version", "2.0")
    event.add("uid", f"meeting-{meeting.pk}@lienthong")
    event.add("dtstamp", meeting.created_at)
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", meeting.title)
    event.add("location", meeting.place or meeting.link)
    event.add("description", meeting.agenda)
    event.add("url", url)
    event.add("status", "CANCELLED" if meeting.state == Meeting.State.CANCELLED else "CONFIRMED")
    calendar.add_component(event)
    return calendar.to_ical()
